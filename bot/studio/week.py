"""The duty calendar: who is there on each of the coming seven days, by the hours they set. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.dialogue.names import LANGUAGES
from bot.studio.loads import Load

type Spans = tuple[tuple[time, time], ...]
DAYTIME: Spans = ((time(9), time(21)),)  # of who has no hours: by these a day counts as one off


@dataclass(frozen=True, slots=True)
class There:
    """One volunteer on one day. No spans: at any hour outside of the quiet ones."""

    name: str
    languages: tuple[str, ...]
    spans: Spans


@dataclass(frozen=True, slots=True)
class Day:
    """One day: who is there, who has a day off, and the languages that nobody speaks then."""

    date: date
    there: tuple[There, ...]
    away: tuple[str, ...]
    lacking: tuple[str, ...]


def week(loads: Iterable[Load], now_local: datetime) -> Sequence[Day]:
    """Seven days from today on, wall time."""
    known = tuple(loads)
    first = now_local.date()
    return [_day(known, first + timedelta(days=n), now_local) for n in range(7)]


def _day(loads: Iterable[Load], day: date, now_local: datetime) -> Day:
    there: list[There] = []
    away: list[str] = []
    for one in loads:
        spans = tuple((s.start, s.end) for s in one.spans if s.day == day.weekday())
        if one.spans and not spans:
            continue
        if _off(one, day, spans or DAYTIME, now_local):
            away.append(one.name)
        elif one.state not in ("off", "unreachable"):
            there.append(There(one.name, one.languages, spans))
    spoken = {code for one in there for code in one.languages}
    lacking = tuple(code for code in LANGUAGES if code not in spoken)
    return Day(day, tuple(there), tuple(away), lacking)


def _off(one: Load, day: date, spans: Spans, now_local: datetime) -> bool:
    """Days off count for a day when they cover what is left of its hours."""
    if one.away_until is None:
        return False
    starts = (datetime.combine(day, start, now_local.tzinfo) for start, _ in spans)
    ends = (datetime.combine(_last(day, *one), one[1], now_local.tzinfo) for one in spans)
    begun = one.away_from is None or one.away_from <= max(now_local, min(starts))
    return begun and one.away_until >= max(ends)


def _last(day: date, start: time, end: time) -> date:
    """The day on which hours end that may go on past midnight."""
    return day if start < end else day + timedelta(days=1)
