"""Whose phone rings for a handoff, and when somebody could. Pure: everything known comes in.

Language first, then who was asked for by name, then the same person as before, then the load, then
the place. Who is off duty, away, full, or owes a debrief is not rung. An urgent handoff rings
volunteers above their cap when there is nobody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot import duty
from bot.rhythm import Quiet

URGENT = "urgent"
NEVER = datetime.max.replace(tzinfo=UTC)  # until when somebody is let be who has not answered yet
NOT_NOW_LASTS = timedelta(hours=2)  # where danger is in it


def covers(start: datetime | None, end: datetime | None, now: datetime) -> bool:
    """Whether days off have begun and are not over."""
    return end is not None and now < end and (start is None or start <= now)


class Verdict(StrEnum):
    """Whether a volunteer may be rung now, and if not, why not."""

    YES = "yes"
    SELF = "self"  # the resident's own account
    LANGUAGE = "language"
    AVOIDED = "avoided"  # one of the two does not want the other
    UNREACHABLE = "unreachable"  # blocked the bot
    OFF_DUTY = "off duty"
    AWAY = "away"
    DEBRIEF = "debrief"  # a heavy talk was not looked back on yet
    HOURS = "hours"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A volunteer as routing sees one. `load`: talks held now, of at most `most`."""

    id: int
    languages: tuple[str, ...]
    on_duty: bool = True
    spans: tuple[duty.Span, ...] = ()
    away_from: datetime | None = None  # None: from when it was said
    away_until: datetime | None = None
    load: int = 0
    most: int = 3
    place: str = ""
    reachable: bool = True
    owes_debrief: bool = False

    def is_away(self, now: datetime) -> bool:
        return covers(self.away_from, self.away_until, now)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a handoff asks for. `before`: who talked with her, the latest first. `rung`: who was
    rung for it, and until when that one is not rung anew."""

    language: str
    resident: int = 0
    urgency: str = "normal"
    place: str = ""
    asked_for: int | None = None
    before: tuple[int, ...] = ()
    avoid: frozenset[int] = frozenset()
    rung: Mapping[int, datetime] = field(default_factory=dict)

    def rests(self, number: int, now: datetime) -> bool:
        return now < self.rung.get(number, now)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The deployment's hours: its time zone, and when nothing unasked is sent."""

    zone: ZoneInfo
    quiet: Quiet


def verdict(one: Candidate, wanted: Wanted, now: datetime, calendar: Calendar) -> Verdict:
    """`now` is aware."""
    if one.id == wanted.resident:
        return Verdict.SELF
    if wanted.language not in one.languages:
        return Verdict.LANGUAGE
    if one.id in wanted.avoid:
        return Verdict.AVOIDED
    if not one.reachable:
        return Verdict.UNREACHABLE
    if not one.on_duty:
        return Verdict.OFF_DUTY
    if one.is_away(now):
        return Verdict.AWAY
    if one.owes_debrief:
        return Verdict.DEBRIEF
    if begins(one, wanted.urgency, now, calendar) != now:
        return Verdict.HOURS
    return Verdict.FULL if one.load >= one.most else Verdict.YES


def begins(one: Candidate, urgency: str, now: datetime, calendar: Calendar) -> datetime | None:
    """`now` itself in the volunteer's hours, else when they begin. Who named none is there outside
    quiet hours; for an urgent handoff at any hour."""
    if one.spans:
        return duty.next_start(one.spans, now, calendar.zone)
    return now if urgency == URGENT else calendar.quiet.after(now, calendar.zone)


def comes(one: Candidate, urgency: str, now: datetime, calendar: Calendar) -> datetime | None:
    """As `begins`, with days off in the way."""
    at = begins(one, urgency, now, calendar)
    if at is not None and one.away_until is not None and one.is_away(at):
        return begins(one, urgency, one.away_until, calendar)
    return at


def not_now(one: Candidate, urgency: str, said_at: datetime, calendar: Calendar) -> datetime:
    """Until when a 'not now' counts: until the volunteer's next hours, or the next morning where
    none are set. Where danger is in it two hours, and not into the night."""
    if urgency == URGENT:
        return calendar.quiet.after(said_at + NOT_NOW_LASTS, calendar.zone)
    if one.spans:
        return duty.following(one.spans, said_at, calendar.zone) or NEVER
    return calendar.quiet.morning(said_at, calendar.zone)


def route(
    wanted: Wanted,
    candidates: Iterable[Candidate],
    now: datetime,
    calendar: Calendar,
    also_full: bool = False,
) -> list[int]:
    """Everybody who may be rung now, in the order in which they should be. `also_full`: nobody
    took it for long, and it is urgent."""
    judged = [
        (one, verdict(one, wanted, now, calendar))
        for one in candidates
        if not wanted.rests(one.id, now)
    ]
    fit = [one for one, said in judged if said is Verdict.YES]
    if wanted.urgency == URGENT and (also_full or not fit):
        fit += [one for one, said in judged if said is Verdict.FULL]
    return [one.id for one in sorted(fit, key=lambda c: _order(c, wanted))]


def _order(one: Candidate, wanted: Wanted) -> tuple[bool, int, int, bool, int]:
    before = wanted.before.index(one.id) if one.id in wanted.before else len(wanted.before)
    elsewhere = not wanted.place or one.place.casefold() != wanted.place.casefold()
    return one.id != wanted.asked_for, before, one.load, elsewhere, one.id


def wave(wanted: Wanted, order: Sequence[int], most: int) -> list[int]:
    """Who is rung at once: a few, or only the one whom she asked for by name."""
    if wanted.asked_for is not None and order and order[0] == wanted.asked_for:
        return list(order[:1])
    return list(order[:most])


def next_free(
    wanted: Wanted, candidates: Iterable[Candidate], now: datetime, calendar: Calendar
) -> datetime | None:
    """The first instant at which the hours of somebody begin, days off end, or a 'not now' is over;
    None when nobody's are.

    Who is off duty, full or owes a debrief has no such instant, and is not counted on.
    """
    found = []
    for one in candidates:
        said = verdict(one, wanted, now, calendar)
        back = max(now, wanted.rung.get(one.id, now))
        if back == NEVER or said not in (Verdict.YES, Verdict.HOURS, Verdict.AWAY):
            continue
        at = comes(one, wanted.urgency, back, calendar)
        if at is not None and not one.owes_debrief and one.load < one.most:
            found.append(at)
    return min(found, default=None)
