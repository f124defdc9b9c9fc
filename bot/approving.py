"""A second look: who said yes to the exact words of which dialogue, and whose change it was."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.dialogue.approvals import Yes, yeses
from bot.store.studio_tables import Approval, DraftSave
from bot.store.tables import Audit, Revision


async def approved(session: AsyncSession) -> frozenset[Yes]:
    """Every yes that was given. The first revision's is the release's own."""
    rows = await session.execute(select(Approval.dialogue, Approval.content_hash))
    found = frozenset((name, hashed) for name, hashed in rows)
    if found and await session.scalar(select(Approval.id).where(Approval.person_id.is_(None))):
        return found
    first = await session.scalar(select(Revision).order_by(Revision.id).limit(1))
    return found | frozenset(yeses(first.content) if first is not None else ())


async def keep_first(session: AsyncSession) -> None:
    """Writes down the release's own yes, once: to the dialogues that were published first."""
    if await session.scalar(select(Approval.id).where(Approval.person_id.is_(None)).limit(1)):
        return
    first = await session.scalar(select(Revision).order_by(Revision.id).limit(1))
    if first is not None:
        await _give(session, yeses(first.content), None, first.published_at)


async def approve(
    session: AsyncSession, dialogue: str, hashed: str, person_id: int, now: datetime
) -> None:
    """A yes to exactly these words. A second one to the same changes nothing."""
    await keep_first(session)
    await _give(session, [(dialogue, hashed)], person_id, now)
    session.add(Audit(at=now, actor_id=person_id, action="studio.approved", detail=dialogue[:80]))


async def _give(
    session: AsyncSession, given: Iterable[Yes], person_id: int | None, now: datetime
) -> None:
    rows = await session.execute(select(Approval.dialogue, Approval.content_hash))
    known = {(name, hashed) for name, hashed in rows}
    for name, hashed in given:
        if (name, hashed) not in known:
            session.add(Approval(dialogue=name, content_hash=hashed, person_id=person_id, at=now))
    await session.flush()


async def writers(session: AsyncSession, dialogue: str) -> set[int]:
    """Who changed a dialogue since somebody last said yes to it: none of them gives the next."""
    last = await session.scalar(
        select(Approval.at)
        .where(Approval.dialogue == dialogue)
        .order_by(Approval.at.desc())
        .limit(1)
    )
    saves = select(DraftSave.person_id).where(
        DraftSave.dialogue == dialogue, DraftSave.undone_at.is_(None)
    )
    if last is not None:
        saves = saves.where(DraftSave.at >= last)
    return {number for number in await session.scalars(saves) if number is not None}
