"""When a volunteer is there: spans of the week in wall time, read from plain words. Pure.

A span is written 'mo 09:00-12:00'. One that ends before it begins goes on after midnight. No span
at all means: whenever alerts are on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.rhythm import DAYS, shown_on
from bot.values.days import find_days, read_days
from bot.values.plain import plain

ALL_DAY: Final = (time(8), time(21))  # a day that is named without hours
PARTS: Final = (
    (r"voormiddag|ochtend|'s morgens|smorgens|matin|matinee|morning", (time(9), time(12))),
    (r"namiddag|apres-?\s?midi|afternoon", (time(13), time(17))),
    (r"avond|soir|soiree|evening", (time(18), time(21))),
)
ALWAYS: Final = frozenset({"altijd", "toujours", "always", "elk moment", "any time", "anytime"})
_CLOCK: Final = r"([01]?[0-9]|2[0-4])(?:\s?(?:[:.]|u|h)\s?([0-5][0-9]))?\s?(uur|u|heures?|h|am|pm)?"
_JOINED: Final = re.compile(r"(dag)(?=avond|namiddag|middag|voormiddag|ochtend)", re.IGNORECASE)
_SPAN: Final = re.compile(
    rf"(?<![0-9:.]){_CLOCK}\s*(?:-+|tot|tem|a|to|until|till|et|jusqu'a|en)\s*{_CLOCK}(?![0-9])",
    re.ASCII,
)
# 'altijd behalve zondag': not read, and asked again, rather than kept as Sunday alone
_WITHOUT: Final = re.compile(
    r"\b(?:behalve|uitgezonderd|uitgenomen|sauf|excepte|hormis|except|but|niet|geen|nooit|pas|jamais"
    r"|not|never)\b"
)
_PARTS: Final = tuple((re.compile(rf"(?<![a-z])(?:{words})s?(?![a-z])"), at) for words, at in PARTS)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` to `end` on a day of the week (0 is Monday)."""

    day: int
    start: time
    end: time

    def covers(self, local: datetime) -> bool:
        at, day = local.time(), local.weekday()
        if self.start < self.end:
            return day == self.day and self.start <= at < self.end
        behind = day == (self.day + 1) % 7 and at < self.end
        return behind or (day == self.day and at >= self.start)

    def __str__(self) -> str:
        return f"{DAYS[self.day]} {self.start:%H:%M}-{self.end:%H:%M}"


def parse(written: Iterable[str]) -> tuple[Span, ...]:
    """The inverse of `str`. Raises ValueError for what is no span."""
    found = []
    for one in written:
        day, _, hours = one.partition(" ")
        start, _, end = hours.partition("-")
        found.append(Span(DAYS.index(day), time.fromisoformat(start), time.fromisoformat(end)))
    return tuple(sorted(found))


def covers(spans: Iterable[Span], local: datetime) -> bool:
    return any(span.covers(local) for span in spans)


def next_start(spans: Iterable[Span], now: datetime, zone: ZoneInfo) -> datetime | None:
    """`now` itself inside a span, else when the next one begins; None where there is no span."""
    spans = tuple(spans)
    return now if covers(spans, now.astimezone(zone)) else following(spans, now, zone)


def following(spans: Iterable[Span], now: datetime, zone: ZoneInfo) -> datetime | None:
    """When the next span begins, whether or not one is going on."""
    today = now.astimezone(zone).date()
    starts = []
    for span in spans:
        day = today + timedelta(days=(span.day - today.weekday()) % 7)
        for offset in (0, 7):
            starts.append(shown_on(day + timedelta(days=offset), span.start, now, zone))
    return min((at for at in starts if at is not None), default=None)


def read(text: str, language: str) -> tuple[Span, ...] | None:
    """The spans that plain words name; () for 'always'; None when they name none.

    'maandag en donderdag van 9 tot 12, vrijdag namiddag': hours count for the days before them,
    for those behind them where none stand before, and for every day where none is named.
    """
    whole = plain(_JOINED.sub(r"\1 ", text))
    if whole.text.strip(" .!") in ALWAYS:
        return ()
    if _WITHOUT.search(whole.text):
        return None
    hours = _hours(whole.text)
    days = [
        (start, codes)
        for start, end, codes in find_days(whole, language)
        if not any(start < behind and at < end for at, behind, _ in hours)
    ]
    if not days:  # 'ma en do 9-12': short names count where nothing else is said
        named = read_days(_without(whole.text, hours), language)
        days = [(-1, set(named.split(",")))] if named else []
    if not hours and not days:
        return None
    if not hours:
        return _spans([({code for _, codes in days for code in codes}, ALL_DAY)])
    return _spans(_joined(hours, days))


def _without(text: str, hours: list[tuple[int, int, tuple[time, time]]]) -> str:
    for start, end, _ in hours:
        text = text[:start] + "." * (end - start) + text[end:]
    return text.replace(".", " ").strip(" ,;")


def _hours(text: str) -> list[tuple[int, int, tuple[time, time]]]:
    """(start, end, from and to) of each stretch of hours, in order."""
    found = [
        (m.start(), m.end(), (start, end))
        for m in _SPAN.finditer(text)
        if (start := _clock(m[1], m[2], m[3], m[6])) != (end := _clock(m[4], m[5], m[6]))
    ]
    for pattern, hours in _PARTS:
        for m in pattern.finditer(text):
            if not any(start < m.end() and m.start() < end for start, end, _ in found):
                found.append((m.start(), m.end(), hours))
    return sorted(found)


def _clock(hour: str, minute: str | None, suffix: str | None, behind: str | None = None) -> time:
    """'2', None, None, 'pm' is 14:00; 24 is midnight."""
    number = int(hour)
    half = suffix if suffix in ("am", "pm") else behind
    if half == "pm" and number < 12:
        number += 12
    return time(number % 24, int(minute or 0))


def _joined(
    hours: list[tuple[int, int, tuple[time, time]]], days: list[tuple[int, set[str]]]
) -> list[tuple[set[str], tuple[time, time]]]:
    found: list[tuple[set[str], tuple[time, time]]] = []
    after, last = -1, set(DAYS)
    for place, (start, _, span) in enumerate(hours):
        mine = {code for at, codes in days if after <= at < start for code in codes}
        if not mine and place == 0 and days:
            following = hours[1][0] if len(hours) > 1 else 1 << 30
            mine = {code for at, codes in days if start < at < following for code in codes}
        last = mine or last  # 'maandag 9-12 en 14-17'
        found.append((last, span))
        after = start
    return found


def _spans(parts: list[tuple[set[str], tuple[time, time]]]) -> tuple[Span, ...]:
    made = {Span(DAYS.index(code), start, end) for codes, (start, end) in parts for code in codes}
    return tuple(sorted(made))
