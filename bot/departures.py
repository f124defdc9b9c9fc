"""How messages leave: taken by a sender under a lease, ended by what Telegram said.

1. `take` marks one message of each of several chats `sending` and checks that the consent still
   stands. A chat has one message under way at a time; a crisis reply waits for none.
2. `sent` or `unsent` ends that. A process that dies in between leaves messages `sending`, and when
   their lease is over they are sent again: at least once, never lost.

Locks are taken in the order consent, message, chat, as a turn takes them; what `take` finds locked
it leaves for a moment later. Leases are real time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import outbox
from bot.channel import Copy, Delete, Gone, Later, Outgoing, Refused, Say, Unreachable, from_json
from bot.inbox import real_now
from bot.lifecycle import WITHDRAWN
from bot.outbox import ANSWER, CRISIS, GREETING
from bot.store import Store
from bot.store.chats import CHATS, insert
from bot.store.leaving import (
    CHATS_TO_SEND_TO,
    LOOKED_AT,
    MESSAGES,
    SENT,
    SETTLED,
    URGENT_CHATS,
    WAITING,
)
from bot.store.tables import Chat, Consent, Handoff, Lease, Message

LEASE = timedelta(seconds=60)  # longer than the longest send
MAX_ATTEMPTS = 12
LONGEST_WAIT = {CRISIS: 10, ANSWER: 60, GREETING: 60}  # seconds between two attempts
HALT = "halt"  # Telegram asked one process to wait: all do, but for crisis replies, which try
A_MOMENT = timedelta(milliseconds=50)


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
    async with store.write(brief=True) as session:
        wanted = URGENT_CHATS if crisis_only else CHATS_TO_SEND_TO
        found = await session.scalars(wanted, {"real": real, "halt": HALT, "most": most})
        chats = list(found)
        if not chats:
            return []
        leaving = await _first_of_each(session, chats, now, real)
        later = real + A_MOMENT
        await _settle(session, {chat: real if chat in leaving else later for chat in chats})
    return [leaving[chat] for chat in chats if chat in leaving]


async def _first_of_each(
    session: AsyncSession, chats: Sequence[int], now: datetime, real: datetime
) -> dict[int, Leaving]:
    """Each chat's next message, marked as leaving; none where none may leave just now. Those whose
    consent was withdrawn or whose time is over are ended on the way: no send of a shared word
    begins after a withdrawal."""
    rows = await session.execute(
        select(*LOOKED_AT)
        .where(MESSAGES.c.chat_id.in_(chats), WAITING)
        .order_by(MESSAGES.c.chat_id, MESSAGES.c.urgency, MESSAGES.c.id)
    )
    queues = {
        chat: _queue(list(group), real) for chat, group in groupby(rows, attrgetter("chat_id"))
    }
    leaving: dict[int, Leaving] = {}
    while firsts := [queue.pop(0) for queue in queues.values() if queue]:
        locked = await _lock(session, firsts)
        for first in firsts:
            held = locked.get(first.id)
            found = None if held is None else _leave(*held, now, real)
            if found is not None:
                leaving[first.chat_id] = found
            if found is not None or held is None:  # or a turn is changing it at this moment
                queues.pop(first.chat_id)
        await session.flush()
    return leaving


def _queue(waiting: list[Any], real: datetime) -> list[Any]:
    """What may leave of one chat, in order: while something is under way, a crisis reply alone."""
    under_way = [row for row in waiting if _flies(row, real)]
    rest = [row for row in waiting if row not in under_way]
    if not under_way:
        return rest
    if under_way[0].urgency == CRISIS:
        return []
    return [row for row in rest if row.urgency == CRISIS]


def _flies(row: Any, real: datetime) -> bool:
    return row.state == "sending" and row.leaving_until is not None and row.leaving_until > real


async def _lock(session: AsyncSession, rows: Sequence[Any]) -> dict[int, tuple[Message, bool]]:
    """Holds messages, and the consents that they rest on, as they are now, and whether those were
    withdrawn; without those that a turn is changing at this moment."""
    withdrawn: dict[int | None, bool] = {None: False}
    if consents := sorted({row.consent_id for row in rows if row.consent_id is not None}):
        found = await session.execute(
            select(Consent.id, Consent.withdrawn_at)
            .where(Consent.id.in_(consents))
            .with_for_update(read=True, skip_locked=True)
        )
        withdrawn |= {number: at is not None for number, at in found}
    messages = await session.scalars(
        select(Message)
        .where(Message.id.in_([row.id for row in rows if row.consent_id in withdrawn]), WAITING)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return {row.id: (row, withdrawn.get(row.consent_id, True)) for row in messages}


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
    bound = row.consent_id, row.handoff_id, row.created_at
    return Leaving(row.id, row.chat_id, outgoing, row.purpose, row.urgency, row.attempts, *bound)


async def _rest(session: AsyncSession, chats: Mapping[int, datetime]) -> None:
    """`_settle` for chats that are not locked yet. Locked before looking, so that a message that is
    being queued is never overlooked: it comes to light before the look, or wakes the chat after."""
    await session.execute(
        select(CHATS.c.id).where(CHATS.c.id.in_(chats)).order_by(CHATS.c.id).with_for_update()
    )
    await _settle(session, chats)


async def _settle(session: AsyncSession, chats: Mapping[int, datetime]) -> None:
    """Says when each chat's next message may leave; never, where none waits."""
    real = real_now()
    await session.execute(
        SETTLED, [{"chat": chat, "next": at, "real": real} for chat, at in chats.items()]
    )


async def sent(
    store: Store, leaving: Leaving, message_id: int | None, now: datetime, gap: timedelta
) -> None:
    await arrived(store, [Arrival(leaving, message_id, now, gap)])


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that Telegram has, and how long its chat rests now."""

    leaving: Leaving
    message_id: int | None
    at: datetime
    gap: timedelta


async def arrived(store: Store, arrivals: Sequence[Arrival]) -> None:
    """Writes down what was sent. A power cut at this moment may have it said twice."""
    async with store.write(brief=True) as session:
        for one in arrivals:
            withdrawn = await _withdrawn_meanwhile(session, one.leaving)
            values = {"row": one.leaving.id, "at": one.at, "number": one.message_id}
            await session.execute(SENT, values)
            if withdrawn and one.message_id is not None:
                await outbox.put(
                    session,
                    one.leaving.chat_id,
                    Delete(one.message_id),
                    one.at,
                    purpose="deletion",
                    handoff_id=one.leaving.handoff_id,
                )
        real = real_now()
        await _rest(session, {one.leaving.chat_id: real + one.gap for one in arrivals})


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
        await _rest(session, {leaving.chat_id: real_now() + gap})


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
