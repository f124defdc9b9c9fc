"""The volunteers as the desk sees them: how much each holds, and whether a phone would ring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot import duty, people, roster, routing
from bot.house import Moment
from bot.routing import Candidate, Verdict, Wanted
from bot.store.tables import Person, Volunteer


@dataclass(frozen=True, slots=True)
class Load:
    """One volunteer. `state`: free, full, off, away, hours, debrief or unreachable."""

    id: int
    name: str
    languages: tuple[str, ...]
    held: int
    most: int
    state: str
    away_from: datetime | None
    away_until: datetime | None
    debrief_of: int | None
    on_duty: bool
    spans: tuple[duty.Span, ...]


_STATES = {
    Verdict.YES: "free",
    Verdict.FULL: "full",
    Verdict.OFF_DUTY: "off",
    Verdict.AWAY: "away",
    Verdict.HOURS: "hours",
    Verdict.DEBRIEF: "debrief",
    Verdict.UNREACHABLE: "unreachable",
}


async def of(moment: Moment) -> Sequence[Load]:
    """Every volunteer who has not left, by name."""
    known = {one.id: one for one in await roster.candidates(moment)}
    rows = await moment.session.execute(
        select(Person.id, Person.name, Volunteer.debrief_of)
        .join(Volunteer, Volunteer.person_id == Person.id)
        .where(Person.role == people.VOLUNTEER, Person.left_at.is_(None))
    )
    found = [
        _load(moment, known[number], name or "…", owed)
        for number, name, owed in rows
        if number in known
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def _load(moment: Moment, one: Candidate, name: str, owed: int | None) -> Load:
    language = one.languages[0] if one.languages else ""
    calendar = roster.calendar(moment.house)
    said = routing.verdict(one, Wanted(language), moment.now, calendar)
    away = one.away_until if one.away_until is not None and one.away_until > moment.now else None
    return Load(
        one.id,
        name,
        one.languages,
        one.load,
        one.most,
        _STATES.get(said, "free"),
        one.away_from,
        away,
        owed,
        one.on_duty,
        one.spans,
    )
