"""The durable way in: updates are rows before they are acknowledged, and a chat is taken by one
worker at a time, in the order of its updates.

1. `receive` stores raw updates (twice the same one is once) and marks their chats as ready.
2. `claim` gives one ready chat with the updates that make up its next turn, counting the attempt
   before any work is done, so that an update that kills the process is seen to have done so.
3. The turn's own transaction calls `finish`, which fails when the claim was lost meanwhile.
4. An update that failed three times, the last times alone, is set aside: it never wedges the chat.

Instants here are real time: they are about processes, not about people.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import case, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import Store
from bot.store.tables import Chat, Update

LEASE = timedelta(seconds=60)
MAX_ATTEMPTS = 3
MOST_IN_A_TURN = 20
RETRY_AFTER = (timedelta(seconds=1), timedelta(seconds=5))


class ClaimLost(Exception):
    """Another worker took the chat over; the transaction at hand must be undone."""


@dataclass(frozen=True, slots=True)
class Received:
    """One raw update with what must be known of it before it is parsed."""

    update_id: int
    chat_id: int | None
    raw: dict[str, Any]
    settles: bool = False  # a text that others may follow at once: wait a moment for them


@dataclass(frozen=True, slots=True)
class Claim:
    """A chat that is ours until `LEASE` from now, with the updates to be taken, oldest first."""

    chat_id: int
    token: str
    updates: tuple[tuple[int, dict[str, Any], int], ...]  # (update_id, raw, attempts before)


def real_now() -> datetime:
    return datetime.now(UTC)


def insert(session: AsyncSession) -> Any:
    """The dialect's INSERT, which knows ON CONFLICT."""
    return postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert


async def remember_chat(session: AsyncSession, chat_id: int) -> None:
    await session.execute(
        insert(session)(Chat)
        .values(id=chat_id, last_update=0, last_queued=0, send_urgency=9)
        .on_conflict_do_nothing()
    )


async def receive(
    session: AsyncSession, updates: Sequence[Received], now: datetime, settle: timedelta
) -> list[int]:
    """Stores what is new, in the caller's transaction. Returns the ids that were new."""
    new: list[int] = []
    ready = real_now()
    for one in updates:
        if one.chat_id is not None:
            await remember_chat(session, one.chat_id)
        row = await session.execute(
            insert(session)(Update)
            .values(
                update_id=one.update_id,
                chat_id=one.chat_id,
                received_at=now,
                raw=json.dumps(one.raw, ensure_ascii=False),
                # nothing to answer without a private chat: recorded, and done
                state="new" if one.chat_id is not None else "done",
                attempts=0,
            )
            .on_conflict_do_nothing()
            .returning(Update.update_id)
        )
        if row.first() is None:
            continue
        new.append(one.update_id)
        if one.chat_id is not None:
            await _wake(session, one, ready + settle if one.settles else ready)
    return new


async def _wake(session: AsyncSession, one: Received, at: datetime) -> None:
    """A text moves the turn back a little (others may follow), anything else is taken at once."""
    await session.execute(
        update(Chat)
        .where(Chat.id == one.chat_id)
        .values(
            ready_at=at,
            last_update=case(
                (Chat.last_update > one.update_id, Chat.last_update), else_=one.update_id
            ),
        )
    )


async def next_offset(store: Store) -> int | None:
    """Where to go on polling: after the newest update that was stored."""
    async with store.read() as session:
        newest = await session.scalar(select(func.max(Update.update_id)))
    return None if newest is None else newest + 1


async def claim(store: Store) -> Claim | None:
    """The chat that waits longest, or None. Counts the attempt in the same transaction."""
    now, token = real_now(), secrets.token_hex(16)
    async with store.write() as session:
        waiting = (
            select(Chat.id)
            .where(Chat.ready_at <= now)
            .where((Chat.busy_until.is_(None)) | (Chat.busy_until < now))
            .order_by(Chat.ready_at)
            .limit(1)
            .with_for_update(skip_locked=True)
            .scalar_subquery()
        )
        chat_id = await session.scalar(
            update(Chat)
            .where(Chat.id == waiting)
            .values(busy_token=token, busy_until=now + LEASE)
            .returning(Chat.id)
        )
        if chat_id is None:
            return None
        rows = list(
            await session.scalars(
                select(Update)
                .where(Update.chat_id == chat_id, Update.state == "new")
                .order_by(Update.update_id)
                .limit(MOST_IN_A_TURN)
            )
        )
        before = [row.attempts for row in rows]
        taken = 1 if any(before) else len(rows)  # what failed together is tried again alone
        for row in rows[:taken]:
            row.attempts += 1
        updates = tuple(
            (row.update_id, json.loads(row.raw or "{}"), attempts)
            for row, attempts in zip(rows[:taken], before, strict=False)
        )
    if not updates:
        await release(store, chat_id, token)
        return None
    return Claim(chat_id, token, updates)


async def finish(
    session: AsyncSession, claimed: Claim, done: Sequence[int], now: datetime, keep: bool = False
) -> None:
    """Ends a turn inside its own transaction. Content leaves the row unless `keep`.

    Raises ClaimLost when the chat is no longer ours.
    """
    ours = await session.scalar(
        select(Chat.id)
        .where(Chat.id == claimed.chat_id, Chat.busy_token == claimed.token)
        .with_for_update()
    )
    if ours is None:
        raise ClaimLost
    values: dict[str, Any] = {"state": "done", "done_at": now, "error": None}
    if not keep:
        values["raw"] = None
    await session.execute(update(Update).where(Update.update_id.in_(done)).values(**values))
    await _let_go(session, claimed.chat_id, claimed.token)


async def release(store: Store, chat_id: int, token: str) -> None:
    async with store.write() as session:
        await _let_go(session, chat_id, token)


async def _let_go(session: AsyncSession, chat_id: int, token: str) -> None:
    """Frees the chat; it stays ready while updates wait. `last_update` is compared, so that one
    that arrives in between is never overlooked (a subquery alone could miss it on PostgreSQL)."""
    waiting = await session.scalar(
        select(func.min(Update.update_id)).where(Update.chat_id == chat_id, Update.state == "new")
    )
    newest = await session.scalar(
        select(func.max(Update.update_id)).where(Update.chat_id == chat_id)
    )
    idle = (Chat.last_update <= (newest or 0)) if waiting is None else (Chat.id != Chat.id)
    await session.execute(
        update(Chat)
        .where(Chat.id == chat_id, Chat.busy_token == token)
        .values(
            busy_token=None,
            busy_until=None,
            ready_at=case((idle, None), else_=func.coalesce(Chat.ready_at, real_now())),
        )
        .execution_options(synchronize_session=False)
    )


async def failed(store: Store, claimed: Claim, error: BaseException, now: datetime) -> bool:
    """Records a failed attempt. Returns True when updates were set aside for good."""
    aside = False
    async with store.write() as session:
        ids = [update_id for update_id, _, _ in claimed.updates]
        rows = list(await session.scalars(select(Update).where(Update.update_id.in_(ids))))
        for row in rows:
            row.error = type(error).__name__[:80]
            if row.attempts >= MAX_ATTEMPTS and row.state == "new":
                row.state, row.done_at, row.raw = "aside", now, None
                aside = True
        worst = max((row.attempts for row in rows), default=1)
        wait = RETRY_AFTER[min(worst, len(RETRY_AFTER)) - 1]
        await _let_go(session, claimed.chat_id, claimed.token)
        await session.execute(
            update(Chat)
            .where(Chat.id == claimed.chat_id, Chat.ready_at.is_not(None))
            .values(ready_at=real_now() if aside else real_now() + wait)
        )
    return aside


async def renew(store: Store, claimed: Claim) -> bool:
    """Holds the chat longer. False when it was lost."""
    async with store.write() as session:
        result = await session.execute(
            update(Chat)
            .where(Chat.id == claimed.chat_id, Chat.busy_token == claimed.token)
            .values(busy_until=real_now() + LEASE)
        )
    return bool(getattr(result, "rowcount", 0))


async def is_idle(store: Store) -> bool:
    """Whether no chat waits for its turn and none is being taken."""
    async with store.read() as session:
        return (
            await session.scalar(select(Chat.id).where(Chat.ready_at.is_not(None)).limit(1)) is None
        )
