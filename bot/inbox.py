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
from typing import Any, NamedTuple

from sqlalchemy import case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import Store, passing
from bot.store.chats import (
    ATTEMPTED,
    BEGUN,
    DONE,
    FREE,
    NEXT_CHAT,
    OURS,
    STORED,
    UPDATES,
    WOKEN_AT_ONCE,
    WOKEN_LATER,
)
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
    over: bool = False  # whoever had claimed it did not end: its lease was over


class Waiting(NamedTuple):
    """An update that was taken: its attempts before this one, the language of whoever is known in
    its chat, and whether another chat waits."""

    update_id: int
    raw: str | None
    attempts: int
    language: str | None
    others: bool


def real_now() -> datetime:
    return datetime.now(UTC)


async def receive(
    session: AsyncSession, updates: Sequence[Received], now: datetime, settle: timedelta
) -> list[int]:
    """Stores what is new, in the caller's transaction. Returns the ids that were new."""
    new: list[int] = []
    ready = real_now()
    for one in updates:
        # nothing to answer without a private chat: recorded without a word of it, and done
        private = one.chat_id is not None
        row = await STORED(
            session,
            update_id=one.update_id,
            chat_id=one.chat_id,
            message_id=one.message_id,
            received_at=now,
            raw=json.dumps(one.raw) if private else None,
            state="new" if private else "done",
        )
        if not row:
            continue
        new.append(one.update_id)
        if private and one.settles:
            # who writes without a pause is answered too: only the first few texts move the turn
            await WOKEN_LATER(session, chat=one.chat_id, at=ready + settle, most=MOST_SETTLE)
        elif private:
            await WOKEN_AT_ONCE(session, chat=one.chat_id, at=ready)
    return new


async def claim(store: Store) -> Claim | None:
    """The chat that waits longest, or None. The attempt is counted in the same transaction."""
    found = await claim_some(store, 1)
    return found[0] if found else None


async def claim_some(store: Store, most: int) -> list[Claim]:
    """The chats that wait longest."""
    claims: list[Claim] = []
    async with store.write(brief=True) as session:
        others = True
        while others and len(claims) < most:
            found, others = await _claim_one(session)
            if found is not None and found.updates:
                claims.append(found)
            elif found is not None:
                await let_go(session, found.chat_id, found.token)
    over = sum(one.over for one in claims)
    if over and not store.is_sqlite:  # there `free_all` has told it
        log.warning("chats were taken over, whose lease was over: %d", over)
    return claims


async def _claim_one(session: AsyncSession) -> tuple[Claim | None, bool]:
    """A chat, and whether another one may be found."""
    now, token = real_now(), secrets.token_hex(16)
    chosen = await NEXT_CHAT(session, now=now, until=now + LEASE, token=token)
    if not chosen:
        return None, False
    chat_id, begun_times = chosen[0]
    begun = await BEGUN(session, chat=chat_id, most=MOST_IN_A_TURN, now=now)
    found = sorted(Waiting(*row) for row in begun)
    killed = [row for row in found if row.attempts >= MAX_DEATHS]
    if killed:
        await _set_aside(session, [(row.update_id, row.attempts) for row in killed])
    rows = [row for row in found if row not in killed]
    taken = 1 if any(row.attempts for row in rows) else len(rows)  # what failed goes alone
    await _attempted(session, [row.update_id for row in rows[taken:] + killed], -1)
    updates = tuple(
        (row.update_id, json.loads(row.raw or "{}"), row.attempts) for row in rows[:taken]
    )
    language = found[0].language if found else None
    claimed = Claim(chat_id, token, updates, language, begun_times > 1)
    return claimed, not found or found[0].others


async def _attempted(session: AsyncSession, numbers: Sequence[int], more: int) -> None:
    await ATTEMPTED.many(session, [{"number": number, "more": more} for number in numbers])


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
    session: AsyncSession,
    claimed: Claim,
    done: Sequence[int],
    now: datetime,
    *,
    keep: bool = False,
    flies: datetime | None = None,
) -> bool:
    """Ends a turn inside its own transaction. Content leaves the row unless `keep`. An answer that
    leaves with the turn holds its chat until `flies`. Returns whether the chat has more.

    Raises ClaimLost when the chat is no longer ours.
    """
    if not await _is_ours(session, claimed):
        raise ClaimLost
    await DONE.many(session, [{"number": one, "now": now, "keep": keep} for one in done])
    left = [number for number, _, _ in claimed.updates if number not in done]
    if left:  # claimed, but of a later turn: nothing was attempted
        await _attempted(session, left, -1)
    return await _freed(session, claimed.chat_id, claimed.token, flies)


async def _is_ours(session: AsyncSession, claimed: Claim) -> bool:
    """Whether the chat is still claimed; nobody takes it over before this transaction ends."""
    return bool(await OURS(session, chat=claimed.chat_id, token=claimed.token))


async def let_go(session: AsyncSession, chat_id: int, token: str) -> None:
    """Locked before looking: an update that is being stored comes to light before the look, or
    wakes the chat after it."""
    await OURS(session, chat=chat_id, token=token)
    await _freed(session, chat_id, token)


async def _freed(
    session: AsyncSession, chat_id: int, token: str, flies: datetime | None = None
) -> bool:
    """Frees a chat that is locked. Returns whether it stays ready, since updates wait."""
    ready = await FREE.scalar(session, chat=chat_id, token=token, now=real_now(), flies=flies)
    return ready is not None


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
        await let_go(session, claimed.chat_id, claimed.token)
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
        await let_go(session, claimed.chat_id, claimed.token)


async def free_all(store: Store) -> int:
    """Frees every chat, where this process is the only one: whoever held them is dead. What was
    tried alone, and may have killed it, is tried again a little later. Returns how many."""
    again = case((Chat.begun > 1, real_now() + RETRY_AFTER[-1]), else_=real_now())
    async with store.write() as session:
        freed = await session.execute(
            update(Chat)
            .where(Chat.busy_token.is_not(None))
            .values(busy_token=None, busy_until=None, ready_at=again)
        )
    return int(getattr(freed, "rowcount", 0))


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
