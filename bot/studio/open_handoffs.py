"""The handoffs that are not over, as the desk shows them: no name and no word of a resident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.lifecycle import HELD, LIVE, WAITING
from bot.routing import URGENT
from bot.store.tables import Handoff, Person, Resident


@dataclass(frozen=True, slots=True)
class OpenHandoff:
    """One of them. `place` is her neighbourhood, `holder` the volunteer's name."""

    number: int
    state: str
    language: str
    place: str
    urgent: bool
    age: timedelta
    holder: str
    held_for: timedelta | None
    version: int

    @property
    def waits(self) -> bool:
        """Whether anybody may still claim it."""
        return self.state in WAITING

    @property
    def held(self) -> bool:
        """Whether a person holds the talk."""
        return self.state in HELD


async def of(session: AsyncSession, now: datetime) -> Sequence[OpenHandoff]:
    """All of them: those that nobody has first, the oldest above."""
    rows = await session.execute(
        select(Handoff, Resident.place, Person.name)
        .outerjoin(Resident, Resident.person_id == Handoff.person_id)
        .outerjoin(Person, Person.id == Handoff.claimed_by)
        .where(Handoff.state.in_(LIVE))
        .order_by(Handoff.opened_at, Handoff.id)
    )
    found = [_one(handoff, place or "", name or "", now) for handoff, place, name in rows]
    return sorted(found, key=lambda one: one.held)


def _one(handoff: Handoff, place: str, name: str, now: datetime) -> OpenHandoff:
    held = handoff.state in HELD
    since = handoff.claimed_at if held else None
    return OpenHandoff(
        handoff.id,
        handoff.state,
        handoff.language,
        place,
        handoff.urgency == URGENT,
        now - (handoff.opened_at or handoff.offered_at),
        name if held else "",
        now - since if since is not None else None,
        handoff.version,
    )
