"""The policy of how far apart first words are, row by row; and which days are holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.feasts import feast, is_known
from bot.pace import State, gap, rests, state

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("unanswered", "low", "found", "days"),
    [
        (0, False, State.STEADY, 1),
        (2, False, State.STEADY, 1),
        (0, True, State.LOW, 1),
        (1, True, State.LOW, 2),
        (3, False, State.REACHING_OUT, 2),
        (5, True, State.REACHING_OUT, 2),
        (6, False, State.SILENT, 7),
        (8, True, State.SILENT, 7),
        (9, False, State.SILENT, 14),
        (12, False, State.SILENT, 28),
        (400, False, State.SILENT, 28),
    ],
)
def test_the_policy(unanswered: int, low: bool, found: State, days: int) -> None:
    assert state(unanswered, low) is found
    assert gap(unanswered, low) == days
    assert not rests(None, DAY, unanswered, low), "nothing came yet"
    assert rests(DAY, DAY + timedelta(days - 1), unanswered, low)
    assert not rests(DAY, DAY + timedelta(days), unanswered, low)


@pytest.mark.parametrize("low", [True, False])
def test_no_answer_never_hurries(low: bool) -> None:
    found = [gap(unanswered, low) for unanswered in range(40)]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("nl", {"12-25": "Kerstmis", "07-21": "de nationale feestdag", "04-06": "Paasmaandag"}),
        ("fr", {"12-25": "Noël", "11-01": "la Toussaint", "04-05": "Pâques"}),
        ("en", {"12-25": "Christmas Day", "05-25": "Whit Monday", "11-11": "Armistice Day"}),
    ],
)
def test_public_holidays_as_one_says_them(language: str, names: dict[str, str]) -> None:
    for day, name in names.items():
        assert feast(date.fromisoformat(f"2026-{day}"), "BE", language) == name
    assert feast(date(2026, 12, 24), "BE", language) is None
    assert feast(date(2026, 4, 27), "NL", language), "other countries too, in whatever language"


def test_countries() -> None:
    assert is_known("FR")
    assert not is_known("XX")
