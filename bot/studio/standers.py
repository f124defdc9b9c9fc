"""How many residents stand on which step now. Numbers alone: no page shows who."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.tables import Conversation


async def standing_on(session: AsyncSession) -> Counter[tuple[str, str]]:
    """(dialogue, step) -> conversations that wait there, interrupted ones too."""
    found: Counter[tuple[str, str]] = Counter()
    for position in await session.scalars(
        select(Conversation.position).where(Conversation.position.is_not(None))
    ):
        at = position.get("at") if isinstance(position, dict) else None
        while isinstance(at, dict):
            found[(str(at.get("dialogue")), str(at.get("step")))] += 1
            at = at.get("under")
    return found


async def on_revisions(session: AsyncSession) -> Counter[int]:
    """Revision -> conversations that still run on it."""
    found: Counter[int] = Counter()
    rows = await session.execute(
        select(Conversation.revision_id, Conversation.position).where(
            Conversation.position.is_not(None)
        )
    )
    for number, position in rows:
        if isinstance(position, dict) and position.get("at"):
            found[number] += 1
    return found
