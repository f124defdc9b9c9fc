"""What is due once, at an instant of the clock. A timer carries the state that it belongs to
(`expects`); whoever carries it out compares, and does nothing when things have moved on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.tables import Timer

MAX_ATTEMPTS = 3


async def plan(
    session: AsyncSession,
    kind: str,
    due_at: datetime,
    *,
    person_id: int | None = None,
    handoff_id: int | None = None,
    **expects: Any,
) -> None:
    session.add(
        Timer(kind=kind, due_at=due_at, person_id=person_id, handoff_id=handoff_id, expects=expects)
    )


async def drop(
    session: AsyncSession,
    now: datetime,
    *kinds: str,
    person_id: int | None = None,
    handoff_id: int | None = None,
) -> None:
    """Ends the waiting timers of these kinds of one person or handoff."""
    done = update(Timer).where(Timer.kind.in_(kinds), Timer.done_at.is_(None))
    if person_id is not None:
        done = done.where(Timer.person_id == person_id)
    if handoff_id is not None:
        done = done.where(Timer.handoff_id == handoff_id)
    await session.execute(done.values(done_at=now))


async def due(session: AsyncSession, now: datetime, most: int = 200) -> list[Timer]:
    """The timers that are due, oldest first; other processes leave these alone."""
    rows = await session.scalars(
        select(Timer)
        .where(Timer.done_at.is_(None), Timer.due_at <= now)
        .order_by(Timer.due_at, Timer.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return list(rows)


async def next_due(session: AsyncSession) -> datetime | None:
    return await session.scalar(select(func.min(Timer.due_at)).where(Timer.done_at.is_(None)))
