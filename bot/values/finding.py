"""All entities of a message, each with its canonical value.

| entity | value |
| --- | --- |
| language | nl, fr, en |
| time | HH:MM of 24 hours |
| day | days of the week 'mo,we' or a date '2026-12-24' |
| duration | ISO 8601 'PT2H', 'P3D', 'P2W', 'P1M', or the date until which, '2027-03-01' |
| frequency | times a week '2', '0.5', or 'less', 'more' |
| relation, topic | a name of `nouns.RELATIONS`, `nouns.TOPICS` |

Where a message may mean several things they are joined by '|', likeliest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.understanding import Entity
from bot.values.dates import Date, find_dates
from bot.values.days import find_days, ordered
from bot.values.durations import find_lengths
from bot.values.frequency import find_frequencies
from bot.values.hours import find_hours
from bot.values.languages import find_languages
from bot.values.nights import lived_day
from bot.values.nouns import find_relations, find_topics
from bot.values.plain import Plain, plain
from bot.values.untils import find_untils

_Found = tuple[str, int, int, str]
#: Where two claim the same letters, the one that stands first here has them.
_ORDER: Final = (
    "until", "frequency", "date", "day", "duration", "time", "language", "relation", "topic",
)  # fmt: skip
_NAMES: Final = {"until": "duration", "date": "day"}


def find(text: str, language: str, now: datetime, zone: ZoneInfo) -> tuple[Entity, ...]:
    """The entities of a message in order, none overlapping. `now` is aware. Takes any text."""
    whole = plain(text)
    found = sorted(_all(whole, language, now, zone), key=lambda one: _ORDER.index(one[0]))
    kept: list[_Found] = []
    for one in found:
        if all(one[2] <= other[1] or other[2] <= one[1] for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: one[1])
    named: list[Entity] = []
    for entity in (_entity(text, whole, one) for one in kept):
        if not named or named[-1].end <= entity.start:  # '¼' is three letters when folded
            named.append(entity)
    return tuple(named)


def _entity(text: str, whole: Plain, found: _Found) -> Entity:
    name, first, last, value = found
    start, end = whole.span(first, last)
    return Entity(_NAMES.get(name, name), text[start:end], start, end, value)


def _all(whole: Plain, language: str, now: datetime, zone: ZoneInfo) -> Iterator[_Found]:
    dates = find_dates(whole, lived_day(now, zone))
    for until in find_untils(whole, dates):
        yield "until", until.start, until.end, until.on.isoformat()
    for start, end, value in find_frequencies(whole):
        yield "frequency", start, end, value
    for one in dates:
        if _is_day(whole, one):
            yield "date", one.start, one.end, one.on.isoformat()
    for start, end, codes in find_days(whole, language):
        yield "day", start, end, ordered(codes)
    for length in find_lengths(whole):
        yield "duration", length.start, length.end, length.iso
    for hour in find_hours(whole, language):
        yield "time", hour.start, hour.end, "|".join(hour.hours)
    for start, end, code in find_languages(whole):
        yield "language", start, end, code
    for start, end, name in find_relations(whole.text):
        yield "relation", start, end, name
    for start, end, name in find_topics(whole.text):
        yield "topic", start, end, name


def _is_day(whole: Plain, one: Date) -> bool:
    """A day of the calendar; 'maandag' and 'in het weekend' are days of the week."""
    if one.kind == "weekday":
        words = whole.text[one.start : one.end].split()
        return words[0] in _NEXT or words[-1] in _NEXT or len(words) > 2
    return one.kind in ("day", "feast")


_NEXT: Final = frozenset(
    [
        "volgende",
        "next",
        "komende",
        "aanstaande",
        "deze",
        "ce",
        "this",
        "coming",
        "prochain",
        "prochaine",
    ]
)
