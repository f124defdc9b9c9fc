"""How many residents stand on which step now. Numbers alone: no page shows who."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.tables import Conversation


async def standing_on(session: AsyncSession) -> Counter[tuple[str, str]]:
    """(dialogue, step) -> conversations that wait there, interrupted ones too."""
    found: Counter[tuple[str, str]] = Counter()
    for position in await session.scalars(
        select(Conversation.position).where(Conversation.question_id.is_not(None))
    ):
        at = position.get("at") if isinstance(position, dict) else None
        while isinstance(at, dict):
            found[(str(at.get("dialogue")), str(at.get("step")))] += 1
            at = at.get("under")
    return found


async def on_revisions(session: AsyncSession) -> Counter[int]:
    """Revision -> conversations that wait for an answer on it, and will end on it."""
    rows = await session.execute(
        select(Conversation.revision_id, func.count())
        .where(Conversation.question_id.is_not(None))
        .group_by(Conversation.revision_id)
    )
    return Counter({int(number): int(count) for number, count in rows})
