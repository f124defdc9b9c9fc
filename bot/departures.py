"""How messages leave: taken by a sender under a lease, ended by what Telegram said.

1. `take` marks one message of each of several chats `sending` and checks that the consent still
   stands. A chat has one message under way at a time; a crisis reply waits for none. `take_own`
   does so within the turn that queued a message, where nothing stands in its way.
2. `arrived` or `unsent` ends that. A process that dies in between leaves messages `sending`, and
   when their lease is over they are sent again: at least once, never lost.

Locks are taken in the order consent, message, chat, as a turn takes them; what `take` finds locked
it leaves for a moment later. Leases are real time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import outbox
from bot.channel import Copy, Delete, Edit, Gone, Later, Refused, Say, Unreachable, from_json
from bot.inbox import real_now
from bot.lifecycle import WITHDRAWN
from bot.outbox import ANSWER, CRISIS, GREETING, Leaving
from bot.store import Store
from bot.store.chats import insert
from bot.store.leaving import (
    CHATS_TO_SEND_TO,
    ENDED,
    HELD,
    ITS_CONSENT,
    ITS_MESSAGE,
    ITS_MESSAGES,
    LEAVES,
    LEAVES_AT_ONCE,
    SENT,
    SETTLED,
    SETTLED_AT,
    URGENT_CHATS,
    WAITING,
)
from bot.store.tables import Chat, Consent, Handoff, Lease, Message

LEASE = timedelta(seconds=60)  # longer than the longest send
MAX_ATTEMPTS = 12
LONGEST_WAIT = {CRISIS: 10, ANSWER: 60, GREETING: 60}  # seconds between two attempts
HALT = "halt"  # Telegram asked one process to wait: all do, but for crisis replies, which try
A_MOMENT = timedelta(milliseconds=50)


async def take(
    store: Store, now: datetime, most: int, *, crisis_only: bool = False
) -> list[Leaving]:
    """Claims one message of each of up to `most` chats that may be sent to, urgent ones first.
    Whoever sends them waits until all of that is on the disk (`Store.on_disk`)."""
    real = real_now()
    async with store.write(brief=True) as session:
        wanted = URGENT_CHATS if crisis_only else CHATS_TO_SEND_TO
        found = await wanted(session, real=real, halt=HALT, most=most)
        chats = [chat for (chat,) in found]
        if not chats:
            return []
        first = {chat: await _first(session, chat, now, real) for chat in chats}
        later = real + A_MOMENT
        await _settle(session, {chat: real if one else later for chat, one in first.items()})
    return [one for one in first.values() if one is not None]


async def take_own(
    session: AsyncSession, chat: int, may_leave: Callable[[int], bool]
) -> tuple[Leaving, datetime] | None:
    """A turn's own answer, marked as leaving in the turn's transaction, where nothing to its chat
    waits before it or is under way, the chat does not rest, and `may_leave` allows its urgency. A
    shared word never is: its consent may be withdrawn until the moment it leaves. Whoever ends the
    turn has it hold the chat until `flies`.
    None: it waits its turn as a row like any other."""
    mine = [one for one in outbox.queued(session) if one.chat_id == chat]
    one = min(mine, key=lambda one: (one.urgency, one.id), default=None)
    if one is None or one.consent_id is not None or not may_leave(one.urgency):
        return None
    real = real_now()
    given = {"row": one.id, "chat": chat, "urgency": one.urgency}
    flies = real + LEASE
    if not await LEAVES_AT_ONCE(session, **given, until=flies, real=real, halt=HALT):
        return None
    return one, flies


async def _first(session: AsyncSession, chat: int, now: datetime, real: datetime) -> Leaving | None:
    """A chat's next message, marked as leaving; None where none may leave just now. Those whose
    consent was withdrawn or whose time is over are ended on the way: no send of a shared word
    begins after a withdrawal."""
    waiting = [Waiting(*row) for row in await ITS_MESSAGES(session, chat=chat)]
    for one in _queue(waiting, real):
        stands = one.consent_id is None or await _stands(session, one.consent_id)
        rows = [] if stands is None else await ITS_MESSAGE(session, row=one.id)
        if not rows:  # a turn is changing it at this moment
            return None
        if leaving := await _leave(session, chat, Row(*rows[0]), bool(stands), now, real):
            again = one.state == "sending" and one.leaving_until is not None
            return replace(leaving, again=True) if again else leaving
    return None


class Waiting(NamedTuple):
    """A message that waits, or is under way."""

    id: int
    urgency: int
    state: str
    leaving_until: datetime | None
    consent_id: int | None


class Row(NamedTuple):
    """What is sent of it, and until when."""

    id: int
    payload: Any
    purpose: str
    urgency: int
    attempts: int
    consent_id: int | None
    handoff_id: int | None
    created_at: datetime
    expires_at: datetime | None


def _queue(waiting: list[Waiting], real: datetime) -> list[Waiting]:
    """What may leave of one chat, in order: while something is under way, a crisis reply alone."""
    under_way = [row for row in waiting if _flies(row, real)]
    rest = [row for row in waiting if row not in under_way]
    if not under_way:
        return rest
    if under_way[0].urgency == CRISIS:
        return []
    return [row for row in rest if row.urgency == CRISIS]


def _flies(row: Waiting, real: datetime) -> bool:
    return row.state == "sending" and row.leaving_until is not None and row.leaving_until > real


async def _stands(session: AsyncSession, consent_id: int) -> bool | None:
    """Whether a consent stands, held as it is now; None where a turn is changing it just now."""
    rows = await ITS_CONSENT(session, consent=consent_id)
    return rows[0][0] is None if rows else None


async def _leave(
    session: AsyncSession, chat: int, row: Row, stands: bool, now: datetime, real: datetime
) -> Leaving | None:
    """Marks a message as leaving, or ends it where it may not leave any more."""
    if not stands:
        await ENDED(session, row=row.id, state="cancelled", error=None)
        return None
    if row.expires_at is not None and row.expires_at < now:
        await ENDED(session, row=row.id, state="failed", error="expired")
        return None
    try:
        outgoing = from_json(row.payload or {})
    except (KeyError, TypeError):
        await ENDED(session, row=row.id, state="failed", error="unreadable")
        return None
    if isinstance(outgoing, Edit) and not outgoing.message_id:  # by now it has arrived, or never
        number = await outbox.delivered_as(session, outgoing.of)
        if number is None:
            await ENDED(session, row=row.id, state="failed", error="nothing to change")
            return None
        outgoing = replace(outgoing, message_id=number)
    await LEAVES(session, row=row.id, until=real + LEASE)
    bound = row.consent_id, row.handoff_id, row.created_at
    return Leaving(row.id, chat, outgoing, row.purpose, row.urgency, row.attempts + 1, *bound)


async def _rest(session: AsyncSession, chats: Mapping[int, datetime]) -> bool:
    """`_settle` for chats that are not locked yet; returns whether something waits for one of them.
    Locked before looking, so that a message that is being queued is never overlooked: it comes to
    light before the look, or wakes the chat after."""
    for chat in sorted(chats):
        await HELD(session, chat=chat)
    real, waits = real_now(), False
    for chat, at in chats.items():
        waits |= await SETTLED_AT.scalar(session, chat=chat, next=at, real=real) is not None
    return waits


async def _settle(session: AsyncSession, chats: Mapping[int, datetime]) -> None:
    """Says when each chat's next message may leave; never, where none waits."""
    real = real_now()
    await SETTLED.many(
        session, [{"chat": chat, "next": at, "real": real} for chat, at in chats.items()]
    )


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that Telegram has, and how long its chat rests now."""

    leaving: Leaving
    message_id: int | None
    at: datetime
    gap: timedelta


async def arrived(store: Store, arrivals: Sequence[Arrival]) -> bool:
    """Writes down what was sent. Returns whether more waits for one of these chats. A power cut at
    this moment may have it said twice."""
    async with store.write(brief=True) as session:
        for one in arrivals:
            withdrawn = await _withdrawn_meanwhile(session, one.leaving)
            await SENT(session, row=one.leaving.id, at=one.at, number=one.message_id)
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
        return await _rest(session, {one.leaving.chat_id: real + one.gap for one in arrivals})


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
) -> bool:
    """Records why a message did not leave, and when to try again if that makes sense. Returns
    whether something waits for its chat.

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
        if halt and leaving.chat_id != outbox.NOBODY:
            await _halt(session, real_now() + halt)
        return await _rest(session, {leaving.chat_id: real_now() + gap})


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
