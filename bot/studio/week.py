"""The duty calendar: who is there on each of the coming seven days, by the hours they set. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.dialogue.names import LANGUAGES
from bot.studio.loads import Load


@dataclass(frozen=True, slots=True)
class There:
    """One volunteer on one day. No spans: at any hour outside of the quiet ones."""

    name: str
    languages: tuple[str, ...]
    spans: tuple[tuple[time, time], ...]


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
        if _off(one, day, now_local):
            away.append(one.name)
        elif one.state not in ("off", "unreachable"):
            there.append(There(one.name, one.languages, spans))
    spoken = {code for one in there for code in one.languages}
    lacking = tuple(code for code in LANGUAGES if code not in spoken)
    return Day(day, tuple(there), tuple(away), lacking)


def _off(one: Load, day: date, now_local: datetime) -> bool:
    """Days off count for a day when they last to its end, and began before it, or have begun."""
    if one.away_until is None:
        return False
    end = datetime.combine(day + timedelta(days=1), time(), now_local.tzinfo)
    start = max(now_local, datetime.combine(day, time(), now_local.tzinfo))
    return one.away_until >= end and (one.away_from is None or one.away_from <= start)
