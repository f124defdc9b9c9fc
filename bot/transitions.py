"""Carries one line of the lifecycle out: one compare-and-set, one line in the audit."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import case, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import people, timers
from bot.house import Moment
from bot.lifecycle import CLOSED, HELD, LIVE, OFFERED, PAST, sources
from bot.store.recall import know, once
from bot.store.tables import Handoff, Person

# The timers that belong to one state, and end when it is left.
HANDOFF_TIMERS: Final = (
    "offer_ends",
    "widen",
    "ring_later",
    "ring_anew",
    "to_coordinator",
    "greet_nudge",
    "greet_lapse",
    "reply_nudge",
    "reply_ask",
    "talk_ends",
    "ask_on",
)


async def move(
    moment: Moment,
    handoff: Handoff,
    event: str,
    by: Person | None = None,
    why: str = "",
    **values: Any,
) -> bool:
    """False when somebody else was first. `by` None: the bot itself. `why`: a word of ours, never
    a person's. The timers of the state that is left end."""
    lead = sources(event)
    result = await moment.session.execute(
        update(Handoff)
        .where(Handoff.id == handoff.id, Handoff.state.in_(lead))
        .values(state=case(lead, value=Handoff.state), version=Handoff.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
    if not getattr(result, "rowcount", 0):
        await moment.session.refresh(handoff)
        return False
    await moment.session.refresh(handoff)
    await timers.drop(moment.session, moment.now, *HANDOFF_TIMERS, handoff_id=handoff.id)
    people.log(
        moment,
        f"handoff.{PAST[event]}",
        actor=by,
        about=handoff.person_id,
        handoff=handoff.id,
        detail=why or None,
    )
    return True


async def live(moment: Moment, person_id: int) -> Handoff | None:
    """The resident's handoff that waits or is held, if there is one."""
    return await _live(moment.session, person_id)


@once(Handoff)
async def _live(session: AsyncSession, person_id: int) -> Handoff | None:
    found: Handoff | None = await session.scalar(
        select(Handoff)
        .where(Handoff.person_id == person_id, Handoff.state.in_(LIVE))
        .order_by(Handoff.id.desc())
        .limit(1)
    )
    return found


def none(session: AsyncSession, person_id: int) -> None:
    """It is known that she has no handoff at all."""
    know(session, _live, person_id, answer=None)
    know(session, _offered, person_id, answer=None)
    know(session, _closed, person_id, answer=None)


async def held(moment: Moment, person_id: int) -> Handoff | None:
    found = await live(moment, person_id)
    return found if found is not None and found.state in HELD else None


async def offered(moment: Moment, person_id: int) -> Handoff | None:
    """The preview that still waits for her yes."""
    found = await _offered(moment.session, person_id)
    return found if found is not None and found.offer_expires_at > moment.now else None


@once(Handoff)
async def _offered(session: AsyncSession, person_id: int) -> Handoff | None:
    found: Handoff | None = await session.scalar(
        select(Handoff)
        .where(Handoff.person_id == person_id, Handoff.state == OFFERED)
        .order_by(Handoff.offer_expires_at.desc(), Handoff.id.desc())
        .limit(1)
    )
    return found


async def closed(moment: Moment, person_id: int) -> Handoff | None:
    """Her talk that was closed last."""
    return await _closed(moment.session, person_id)


@once(Handoff)
async def _closed(session: AsyncSession, person_id: int) -> Handoff | None:
    found: Handoff | None = await session.scalar(
        select(Handoff)
        .where(Handoff.person_id == person_id, Handoff.state == CLOSED)
        .order_by(Handoff.closed_at.desc(), Handoff.id.desc())
        .limit(1)
    )
    return found
