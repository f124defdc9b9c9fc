"""'20:00 of 20:30': two hours of which one is meant, so that it is asked which."""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from bot.rhythm import allowed_hour
from bot.values.clocks import HOUR
from bot.values.hour_chosen import are_chosen, without_harmless
from bot.values.hours import AT, Hour, bare_hours, likely
from bot.values.schedules import wished
from bot.values.several import several

_OR: Final = re.compile(rf" ?(?:/|,? ?\b(?:of|ou|or)\b){AT} ?", re.ASCII)
# '20u/20u30': a bare '20/5' is a day
_SLASH: Final = re.compile(
    r"\b(\d{1,2} ?[:.hu](?:\d\d)?)/(?=\d{1,2} ?[:.hu])", re.ASCII | re.IGNORECASE
)


def either(text: str, language: str) -> tuple[str, ...]:
    """Both, as they were said; () where there are not two. What is refused, or told of something
    else, is none, nor is what lies between: 'tussen negen en tien'."""
    said = without_harmless(wished(_SLASH.sub(r"\1 / ", text), language))
    if several(said, language) or not are_chosen(said, language, asked=True):
        return ()
    whole, found = likely(said, language)
    if len(found) == 1:  # '8 or half past 8'
        beside = [one for one in bare_hours(whole, language) if _apart(one, found[0])]
        found = sorted([*found, *beside], key=lambda one: one.start)
    if len(found) != 2 or not _OR.fullmatch(whole.text, found[0].end, found[1].start):
        return ()
    pairs = product(found[0].hours, found[1].hours)  # the likeliest first, and 'acht uur 's avonds
    two = min(pairs, key=_between)  # of half negen' is in the evening both times
    return two if two[0] != two[1] and all(map(allowed_hour, two)) else ()


def _apart(one: Hour, other: Hour) -> bool:
    return one.end <= other.start or other.end <= one.start


def _between(pair: tuple[str, str]) -> int:
    first, second = (int(hour[:2]) * HOUR + int(hour[3:]) for hour in pair)
    return abs(first - second)
