"""On which database a story is told, where it is told of several sentences or in several languages.

What a sentence means does not depend on the database, and what a story writes hardly on the
sentence: so each story is told of the first on both, and of every other on one of the two, by a
chance that is the same on every machine.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import pytest

PLACES = ("sqlite", "postgresql")


def left_out(stories: Iterable[pytest.Function]) -> list[pytest.Function]:
    """Those that the other database tells."""
    first: dict[str, str] = {}
    out = []
    for one in stories:
        where = one.callspec.params.get("store") if hasattr(one, "callspec") else None
        if where not in PLACES:
            continue
        story = f"{one.path.name}::{one.originalname}"
        of_what = "-".join(part for part in one.callspec.id.split("-") if part != where)
        if first.setdefault(story, of_what) != of_what and place(story, of_what) != where:
            out.append(one)
    return out


def place(story: str, of_what: str) -> str:
    return PLACES[zlib.crc32(f"{story} {of_what}".encode()) % len(PLACES)]
