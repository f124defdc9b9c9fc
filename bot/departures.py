"""How messages leave: taken by a sender under a lease, ended by what Telegram said.

1. `take` marks one message of each of several chats `sending` and checks that the consent still
   stands. A chat has one message under way at a time; a crisis reply waits for none.
2. `sent` or `unsent` ends that. A process that dies in between leaves messages `sending`, and when
   their lease is over they are sent again: at least once, never lost.

Locks are taken in the order consent, message, chat, as a turn takes them; what `take` finds locked
it leaves for a moment later. Leases are real time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import outbox
from bot.channel import Copy, Delete, Gone, Later, Outgoing, Refused, Say, Unreachable, from_json
from bot.inbox import real_now
from bot.lifecycle import WITHDRAWN
from bot.outbox import ANSWER, CRISIS, GREETING
from bot.store import Store
from bot.store.chats import insert
from bot.store.tables import Chat, Consent, Handoff, Lease, Message

LEASE = timedelta(seconds=60)  # longer than the longest send
MAX_ATTEMPTS = 12
LONGEST_WAIT = {CRISIS: 10, ANSWER: 60, GREETING: 60}  # seconds between two attempts
HALT = "halt"  # Telegram asked one process to wait: all do, but for crisis replies, which try
A_MOMENT = timedelta(milliseconds=50)
WAITING = Message.state.in_(("queued", "sending"))


@dataclass(frozen=True, slots=True)
class Leaving:
    """A message that is ours to send until the lease ends."""

    id: int
    chat_id: int
    outgoing: Outgoing
    purpose: str
    urgency: int
    attempts: int
    consent_id: int | None
    handoff_id: int | None
    queued_at: datetime


async def take(
    store: Store, now: datetime, most: int, *, crisis_only: bool = False
) -> list[Leaving]:
    """Claims one message of each of up to `most` chats that may be sent to, urgent ones first."""
    real = real_now()
    leaving: list[Leaving] = []
    halted = select(Lease.name).where(Lease.name == HALT, Lease.until > real).exists()
    chats = (
        select(Chat.id)
        .where(Chat.send_at <= real, ~halted | (Chat.send_urgency == CRISIS))
        .order_by(Chat.send_urgency, Chat.send_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    if crisis_only:
        chats = chats.where(Chat.send_urgency == CRISIS)
    async with store.write() as session:
        for chat_id in list(await session.scalars(chats)):
            found = await _next_of(session, chat_id, now, real)
            if found is not None:
                leaving.append(found)
            await _settle(session, chat_id, real if found is not None else real + A_MOMENT)
    return leaving


async def _next_of(
    session: AsyncSession, chat_id: int, now: datetime, real: datetime
) -> Leaving | None:
    """The chat's next message, marked as leaving; None where none may leave just now. Those whose
    consent was withdrawn or whose time is over are ended on the way: no send of a shared word
    begins after a withdrawal."""
    rows = await session.scalars(
        select(Message)
        .where(Message.chat_id == chat_id, WAITING)
        .order_by(Message.urgency, Message.id)
        .limit(20)
    )
    waiting = list(rows)
    under_way = [row for row in waiting if _flies(row, real)]
    for row in waiting:
        if row in under_way:
            continue
        if under_way and (row.urgency != CRISIS or under_way[0].urgency == CRISIS):
            return None
        locked = await _lock(session, row)
        if not locked:
            return None
        if (leaving := _leave(row, locked.withdrawn, now, real)) is not None:
            return leaving
    return None


def _flies(row: Message, real: datetime) -> bool:
    return row.state == "sending" and row.leaving_until is not None and row.leaving_until > real


@dataclass(frozen=True, slots=True)
class _Locked:
    withdrawn: bool


async def _lock(session: AsyncSession, row: Message) -> _Locked | None:
    """Holds a message, and the consent that it rests on, as they are now; None where a turn is
    changing one of them at this moment."""
    withdrawn_at = None
    if row.consent_id is not None:
        consent = await session.execute(
            select(Consent.withdrawn_at)
            .where(Consent.id == row.consent_id)
            .with_for_update(read=True, skip_locked=True)
        )
        if (known := consent.first()) is None:
            return None
        withdrawn_at = known[0]
    same = await session.scalar(
        select(Message)
        .where(Message.id == row.id, WAITING)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return None if same is None else _Locked(withdrawn_at is not None)


def _leave(row: Message, withdrawn: bool, now: datetime, real: datetime) -> Leaving | None:
    """Marks a message as leaving, or ends it where it may not leave any more."""
    if withdrawn:
        row.state, row.payload = "cancelled", None
        return None
    if row.expires_at is not None and row.expires_at < now:
        row.state, row.payload, row.error = "failed", None, "expired"
        return None
    try:
        outgoing = from_json(row.payload or {})
    except (KeyError, TypeError):
        row.state, row.payload, row.error = "failed", None, "unreadable"
        return None
    row.state, row.leaving_until = "sending", real + LEASE
    row.attempts += 1
    return Leaving(
        row.id,
        row.chat_id,
        outgoing,
        row.purpose,
        row.urgency,
        row.attempts,
        row.consent_id,
        row.handoff_id,
        row.created_at,
    )


async def _settle(session: AsyncSession, chat_id: int, next_at: datetime) -> None:
    """Says when the chat's next message may leave; never, where none waits.

    The row is locked before looking, so that a message that is being queued is never overlooked:
    it comes to light before the look, or wakes the chat after it.
    """
    await session.execute(select(Chat.id).where(Chat.id == chat_id).with_for_update())
    flies = (Message.state == "sending") & (Message.leaving_until > real_now())
    found = await session.execute(
        select(
            func.min(case((flies, Message.urgency))),
            func.min(case((flies, Message.leaving_until))),
            func.min(case((flies, None), else_=Message.urgency)),
        ).where(Message.chat_id == chat_id, WAITING)
    )
    flying, until, queued = found.one()
    send_at: datetime | None = next_at
    if flying is not None:
        overtakes = queued == CRISIS and flying != CRISIS
        send_at = next_at if overtakes else until
    elif queued is None:
        send_at = None
    await session.execute(
        update(Chat)
        .where(Chat.id == chat_id)
        .values(send_at=send_at, send_urgency=9 if queued is None else queued)
        .execution_options(synchronize_session=False)
    )


async def sent(
    store: Store, leaving: Leaving, message_id: int | None, now: datetime, gap: timedelta
) -> None:
    async with store.write() as session:
        withdrawn = await _withdrawn_meanwhile(session, leaving)
        await session.execute(
            update(Message)
            .where(Message.id == leaving.id)
            .values(
                state="sent",
                sent_at=now,
                message_id=message_id,
                payload=None,
                error=None,
                leaving_until=None,
            )
        )
        if withdrawn and message_id is not None:
            gone = Delete(message_id)
            await outbox.put(
                session,
                leaving.chat_id,
                gone,
                now,
                purpose="deletion",
                handoff_id=leaving.handoff_id,
            )
        await _settle(session, leaving.chat_id, real_now() + gap)


async def _withdrawn_meanwhile(session: AsyncSession, leaving: Leaving) -> bool:
    """Whether she took her yes back while her word was under way: then its copy is deleted."""
    if leaving.consent_id is None or not isinstance(leaving.outgoing, Say | Copy):
        return False
    withdrawn_at = await session.scalar(
        select(Consent.withdrawn_at)
        .where(Consent.id == leaving.consent_id)
        .with_for_update(read=True)
    )
    if withdrawn_at is not None and leaving.purpose == "worry":
        return True
    if withdrawn_at is None or leaving.handoff_id is None:
        return False
    state = await session.scalar(select(Handoff.state).where(Handoff.id == leaving.handoff_id))
    return state == WITHDRAWN


async def unsent(
    store: Store, leaving: Leaving, error: Exception, now: datetime, give_up: bool = False
) -> None:
    """Records why a message did not leave, and when to try again if that makes sense.

    `give_up`: others get through meanwhile, so that it is this message that never will.
    """
    values: dict[str, Any] = {"error": getattr(error, "kind", type(error).__name__)[:80]}
    values |= {"state": "queued", "leaving_until": None}
    halt = timedelta()
    gap = timedelta(seconds=min(LONGEST_WAIT[leaving.urgency], 2 ** min(leaving.attempts, 6)))
    if isinstance(error, Later):
        values |= {"attempts": leaving.attempts - 1}
        gap = halt = timedelta(seconds=error.seconds)
    elif not isinstance(error, Unreachable) or (give_up and leaving.attempts >= MAX_ATTEMPTS):
        values |= {"state": "failed", "payload": None}
        gap = outbox.CHAT_GAP if isinstance(error, Refused) else timedelta()
    async with store.write() as session:
        await outbox.record(session, leaving.id, values, now)
        if isinstance(error, Gone):
            await outbox.block(session, leaving.chat_id, now)
        if halt:
            await _halt(session, real_now() + halt)
        await _settle(session, leaving.chat_id, real_now() + gap)


async def _halt(session: AsyncSession, until: datetime) -> None:
    """For every process: the limits are the bot's, not a process's. A halt is never shortened."""
    await session.execute(
        insert(session)(Lease)
        .values(name=HALT, holder="telegram", until=until)
        .on_conflict_do_update(
            index_elements=[Lease.name], set_={"until": until}, where=Lease.until < until
        )
    )


async def hand_back(store: Store, leaving: Sequence[Leaving]) -> None:
    """At a stop: what is not known to have arrived may be sent by anybody, now."""
    ids = [one.id for one in leaving]
    if not ids:
        return
    async with store.write() as session:
        await session.execute(
            update(Message)
            .where(Message.id.in_(ids), Message.state == "sending")
            .values(leaving_until=None)
        )
        chats = select(Message.chat_id).where(Message.id.in_(ids), WAITING)
        await session.execute(update(Chat).where(Chat.id.in_(chats)).values(send_at=real_now()))


async def free_all(store: Store) -> None:
    """Ends every lease, where this process is the only one: whoever held them is dead."""
    async with store.write() as session:
        flying = Message.leaving_until.is_not(None) & (Message.state == "sending")
        chats = select(Message.chat_id).where(flying, WAITING)
        await session.execute(update(Chat).where(Chat.id.in_(chats)).values(send_at=real_now()))
        await session.execute(update(Message).where(flying).values(leaving_until=None))
