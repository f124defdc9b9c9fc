"""Fewer tests, none missing: each story on both databases, each of its sentences on one."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from .told_where import PLACES, left_out, place

WORDS = [f"{language}-said {number}" for language in ("nl", "fr", "en") for number in range(20)]


@pytest.mark.parametrize("story", ["test_a.py::test_b", "test_c.py::test_d"])
def test_sentences_are_shared_out(story: str) -> None:
    there = [place(story, one) for one in WORDS]
    assert set(there) == set(PLACES)
    assert min(map(there.count, PLACES)) > len(WORDS) // 4


def test_the_same_words_are_not_always_at_the_same_place() -> None:
    assert {place(f"test_a.py::test_{number}", "nl") for number in range(10)} == set(PLACES)


class Told:
    """A test, as far as it is asked."""

    def __init__(self, where: str, of_what: str, name: str = "test_b") -> None:
        self.path, self.originalname = Path("test_a.py"), name
        self.callspec = SimpleNamespace(params={"store": where}, id=f"{where}-{of_what}")


def test_the_first_on_both_and_every_other_once() -> None:
    told = [Told(where, one) for one in WORDS for where in PLACES]
    out = left_out(told)  # type: ignore[arg-type]
    kept = [one for one in told if one not in out]
    assert [one.callspec.params["store"] for one in kept[:2]] == list(PLACES)
    assert len(kept) == len(WORDS) + 1
    assert len({one.callspec.id.split("-", 1)[1] for one in kept}) == len(WORDS)


def test_what_needs_no_database_and_what_is_told_once_stay() -> None:
    without = SimpleNamespace(path=Path("test_a.py"), originalname="test_x")
    told = [Told(where, "", "test_once") for where in PLACES]
    assert left_out([without, *told]) == []  # type: ignore[list-item]
