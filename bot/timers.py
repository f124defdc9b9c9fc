"""What is due once, at an instant of the clock. A timer carries the state that it belongs to
(`expects`); whoever carries it out compares, and does nothing when things have moved on."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.prepared import Prepared
from bot.store.tables import Timer

MAX_ATTEMPTS = 3
OVERVIEW: Final = "overview"  # of a coordinator's morning: it tells of what the others do
TIMERS: Any = Timer.__table__


def _planned(insert: Any) -> Any:
    given = ("kind", "due_at", "person_id", "handoff_id", "expects")
    return insert(TIMERS).values(**{name: bindparam(name) for name in given}, attempts=0)


def _dropped(whose: Any) -> Any:
    return (
        update(TIMERS)
        .where(whose == bindparam("whose"), TIMERS.c.kind == bindparam("kind"))
        .where(TIMERS.c.done_at.is_(None))
        .values(done_at=bindparam("now", type_=TIMERS.c.done_at.type))
    )


PLANNED = Prepared(_planned)
HERS, ITS = Prepared(_dropped(TIMERS.c.person_id)), Prepared(_dropped(TIMERS.c.handoff_id))


async def plan(
    session: AsyncSession,
    kind: str,
    due_at: datetime,
    *,
    person_id: int | None = None,
    handoff_id: int | None = None,
    **expects: Any,
) -> None:
    await PLANNED(
        session,
        kind=kind,
        due_at=due_at,
        person_id=person_id,
        handoff_id=handoff_id,
        expects=expects,
    )


async def drop(
    session: AsyncSession,
    now: datetime,
    *kinds: str,
    person_id: int | None = None,
    handoff_id: int | None = None,
) -> None:
    """Ends the waiting timers of these kinds of one person or handoff."""
    statement, whose = (HERS, person_id) if handoff_id is None else (ITS, handoff_id)
    await statement.many(session, [{"kind": one, "whose": whose, "now": now} for one in kinds])


async def due(session: AsyncSession, now: datetime, most: int = 200) -> list[Timer]:
    """The timers that are due, oldest first; other processes leave these alone. Of those of one
    instant the overview comes last: what it is about to show is not told beside it."""
    rows = await session.scalars(
        select(Timer)
        .where(Timer.done_at.is_(None), Timer.due_at <= now)
        .order_by(Timer.due_at, Timer.kind == OVERVIEW, Timer.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return list(rows)


async def next_due(session: AsyncSession) -> datetime | None:
    return await session.scalar(select(func.min(Timer.due_at)).where(Timer.done_at.is_(None)))
