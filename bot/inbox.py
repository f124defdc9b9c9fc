"""The durable way in: updates are rows before they are acknowledged, and a chat is taken by one
worker at a time, in the order of its updates.

1. `receive` stores raw updates (twice the same one is once) and marks their chats as ready.
2. `claim` gives one ready chat with the updates that make up its next turn, counting the attempt
   before any work is done, so that an update that kills the process is seen to have done so.
3. The turn's own transaction calls `finish`, which fails when the claim was lost meanwhile.
4. An update that failed three times, the last times alone, is set aside: it never wedges the chat.
   One that a process died of is tried alone among all chats, so that what was under way beside it
   is not blamed; after three such deaths it is set aside too.

Instants here are real time: they are about processes, not about people.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import Store, passing
from bot.store.chats import CHATS, FREE, ITS_LANGUAGE, ITS_UPDATES, NEW, NEXT_CHAT, UPDATES
from bot.store.chats import insert as insert
from bot.store.chats import remember_chat as remember_chat
from bot.store.tables import Chat, Update

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=60)
MAX_ATTEMPTS = 3
MAX_DEATHS = 1 + MAX_ATTEMPTS  # the first was in company
MOST_IN_A_TURN = 20
MOST_SETTLE = 5  # texts that each move the turn back; those after them do not
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
    message_id: int | None = None  # of what she wrote, by which it can be deleted


@dataclass(frozen=True, slots=True)
class Claim:
    """A chat that is ours until `LEASE` from now, with the updates to be taken, oldest first."""

    chat_id: int
    token: str
    updates: tuple[tuple[int, dict[str, Any], int], ...]  # (update_id, raw, attempts before)
    language: str | None = None  # of whoever is known there


def real_now() -> datetime:
    return datetime.now(UTC)


async def receive(
    session: AsyncSession, updates: Sequence[Received], now: datetime, settle: timedelta
) -> list[int]:
    """Stores what is new, in the caller's transaction. Returns the ids that were new."""
    new: list[int] = []
    ready = real_now()
    for one in updates:
        row = await session.execute(
            insert(session)(Update)
            .values(
                update_id=one.update_id,
                chat_id=one.chat_id,
                message_id=one.message_id,
                received_at=now,
                # nothing to answer without a private chat: recorded without a word of it, and done
                raw=json.dumps(one.raw) if one.chat_id is not None else None,
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
    """Makes the chat known and ready. A text moves the turn back a little (others may follow),
    anything else is taken at once. Only the first few texts do: who writes without a pause is
    answered too."""
    waiting = (
        select(func.count(Update.update_id))
        .where(Update.chat_id == one.chat_id, Update.state == NEW)
        .scalar_subquery()
    )
    kept = (Chat.ready_at.is_not(None)) & (Chat.ready_at < at) & (waiting > MOST_SETTLE)
    then = case((kept, Chat.ready_at), else_=at) if one.settles else at
    await session.execute(
        insert(session)(CHATS)
        .values(id=one.chat_id, send_urgency=9, begun=0, ready_at=at)
        .on_conflict_do_update(index_elements=[CHATS.c.id], set_={"ready_at": then})
    )


async def claim(store: Store) -> Claim | None:
    """The chat that waits longest, or None. The attempt is counted in the same transaction."""
    while (found := await _claim_one(store)) is not None and not found.updates:
        await release(store, found.chat_id, found.token)
    return found


async def _claim_one(store: Store) -> Claim | None:
    now, token = real_now(), secrets.token_hex(16)
    async with store.write(brief=True) as session:
        values = {"now": now, "until": now + LEASE, "token": token}
        chat_id = await session.scalar(NEXT_CHAT, values)
        if chat_id is None:
            return None
        found = list(await session.execute(ITS_UPDATES, {"chat": chat_id, "most": MOST_IN_A_TURN}))
        killed = [row for row in found if row.attempts >= MAX_DEATHS]
        if killed:
            await _set_aside(session, [(row.update_id, row.attempts) for row in killed])
        rows = [row for row in found if row not in killed]
        taken = 1 if any(row.attempts for row in rows) else len(rows)  # what failed goes alone
        ids = [row.update_id for row in rows[:taken]]
        if ids:
            mine = UPDATES.c.update_id.in_(ids)
            await session.execute(
                update(UPDATES).where(mine).values(attempts=UPDATES.c.attempts + 1)
            )
        language = await session.scalar(ITS_LANGUAGE, {"chat": chat_id})
    updates = tuple(
        (row.update_id, json.loads(row.raw or "{}"), row.attempts) for row in rows[:taken]
    )
    return Claim(chat_id, token, updates, language)


async def _set_aside(session: AsyncSession, killed: Sequence[tuple[int, int]]) -> None:
    """Updates that were begun and begun and never ended: they kill who takes them."""
    for update_id, attempts in killed:
        error = func.coalesce(UPDATES.c.error, "killed")
        await session.execute(
            update(UPDATES)
            .where(UPDATES.c.update_id == update_id)
            .values(state="aside", done_at=real_now(), raw=None, error=error)
        )
        log.error("an update was set aside: %d attempts ended with the process", attempts)


async def finish(
    session: AsyncSession, claimed: Claim, done: Sequence[int], now: datetime, keep: bool = False
) -> None:
    """Ends a turn inside its own transaction. Content leaves the row unless `keep`.

    Raises ClaimLost when the chat is no longer ours.
    """
    if not await _is_ours(session, claimed):
        raise ClaimLost
    values: dict[str, Any] = {"state": "done", "done_at": now, "error": None}
    if not keep:
        values["raw"] = None
    await session.execute(update(Update).where(Update.update_id.in_(done)).values(**values))
    left = [number for number, _, _ in claimed.updates if number not in done]
    if left:  # claimed, but of a later turn: nothing was attempted
        await session.execute(
            update(Update)
            .where(Update.update_id.in_(left))
            .values(attempts=Update.attempts - 1)
            .execution_options(synchronize_session=False)
        )
    await _freed(session, claimed.chat_id, claimed.token)


async def _is_ours(session: AsyncSession, claimed: Claim) -> bool:
    """Whether the chat is still claimed; nobody takes it over before this transaction ends."""
    ours = (Chat.id == claimed.chat_id) & (Chat.busy_token == claimed.token)
    found = await session.scalar(select(Chat.id).where(ours).with_for_update())
    return found is not None


async def release(store: Store, chat_id: int, token: str) -> None:
    async with store.write() as session:
        await _let_go(session, chat_id, token)


async def _let_go(session: AsyncSession, chat_id: int, token: str) -> None:
    """Locked before looking: an update that is being stored comes to light before the look, or
    wakes the chat after it."""
    ours = (Chat.id == chat_id) & (Chat.busy_token == token)
    await session.execute(select(Chat.id).where(ours).with_for_update())
    await _freed(session, chat_id, token)


async def _freed(session: AsyncSession, chat_id: int, token: str) -> None:
    """Frees a chat that is locked; it stays ready while updates wait."""
    await session.execute(FREE, {"chat": chat_id, "token": token, "now": real_now()})


async def failed(store: Store, claimed: Claim, error: BaseException, now: datetime) -> bool:
    """Records a failed attempt. Returns True when updates were set aside for good. A database that
    is away, or a clash of two transactions, is no fault of an update: it does not count."""
    aside, blameless = False, passing(error)
    async with store.write() as session:
        if not await _is_ours(session, claimed):
            return False
        ids = [update_id for update_id, _, _ in claimed.updates]
        rows = list(await session.scalars(select(Update).where(Update.update_id.in_(ids))))
        for row in rows:
            row.error = type(error).__name__[:80]
            if blameless:
                row.attempts -= 1
            elif row.attempts >= MAX_ATTEMPTS and row.state == "new":
                row.state, row.done_at, row.raw = "aside", now, None
                aside = True
        worst = max((row.attempts for row in rows), default=1)
        wait = RETRY_AFTER[min(max(worst, 1), len(RETRY_AFTER)) - 1]
        await _let_go(session, claimed.chat_id, claimed.token)
        await session.execute(
            update(Chat)
            .where(Chat.id == claimed.chat_id, Chat.ready_at.is_not(None))
            .values(ready_at=real_now() if aside else real_now() + wait)
        )
    return aside


async def hand_back(store: Store, claimed: Claim) -> None:
    """At a stop: the turn was not taken, nothing was attempted, and anybody may take it now."""
    async with store.write() as session:
        if not await _is_ours(session, claimed):
            return  # it was taken just before
        ids = [number for number, _, _ in claimed.updates]
        await session.execute(
            update(Update)
            .where(Update.update_id.in_(ids), Update.state == "new")
            .values(attempts=Update.attempts - 1)
            .execution_options(synchronize_session=False)
        )
        await _let_go(session, claimed.chat_id, claimed.token)


async def free_all(store: Store) -> None:
    """Frees every chat, where this process is the only one: whoever held them is dead. What was
    tried alone, and may have killed it, is tried again a little later."""
    again = case((Chat.begun > 1, real_now() + RETRY_AFTER[-1]), else_=real_now())
    async with store.write() as session:
        await session.execute(
            update(Chat)
            .where(Chat.busy_token.is_not(None))
            .values(busy_token=None, busy_until=None, ready_at=again)
        )


async def renew(store: Store, claimed: Claim) -> bool:
    """Holds the chat longer. False when it was lost."""
    async with store.write(brief=True) as session:
        result = await session.execute(
            update(Chat)
            .where(Chat.id == claimed.chat_id, Chat.busy_token == claimed.token)
            .values(busy_until=real_now() + LEASE)
        )
    return bool(getattr(result, "rowcount", 0))


async def is_idle(store: Store) -> bool:
    """Whether no chat waits for its turn and none is being taken."""
    waiting = select(Chat.id).where(Chat.ready_at.is_not(None)).limit(1)
    async with store.read() as session:
        return await session.scalar(waiting) is None
