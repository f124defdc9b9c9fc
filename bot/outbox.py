"""The durable way out: a message is a row before it is sent, in order within its chat.

`put` belongs to the turn's transaction. The sender takes one message of each of several chats at a
time: it marks them `sending` (checking that the consent still stands), sends them, and marks them
`sent` with Telegram's message id. A process that dies in between sends those few again: at least
once, never lost. What is urgent (a crisis reply) leaves before everything else.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channel import Gone, Later, Outgoing, Refused, Unreachable, from_json, to_json
from bot.inbox import real_now, remember_chat
from bot.store import Store
from bot.store.tables import Chat, Consent, Message

CRISIS, ANSWER, GREETING = 0, 1, 2
LEASE = timedelta(seconds=60)
CHAT_GAP = timedelta(seconds=1)  # Telegram: about one message a second to the same chat
BURST = 3  # a few at once are tolerated
MAX_ATTEMPTS = 12


@dataclass(frozen=True, slots=True)
class Leaving:
    """A message that is ours to send until the lease ends."""

    id: int
    chat_id: int
    token: str
    outgoing: Outgoing
    purpose: str
    attempts: int


async def put(
    session: AsyncSession,
    chat_id: int,
    outgoing: Outgoing,
    now: datetime,
    *,
    purpose: str = "answer",
    urgency: int = ANSWER,
    consent_id: int | None = None,
    handoff_id: int | None = None,
    expires_at: datetime | None = None,
) -> Message:
    """Queues a message in the caller's transaction. A crisis reply supersedes unsent greetings."""
    await remember_chat(session, chat_id)
    row = Message(
        chat_id=chat_id,
        urgency=urgency,
        purpose=purpose,
        payload=to_json(outgoing),
        consent_id=consent_id,
        handoff_id=handoff_id,
        created_at=now,
        expires_at=expires_at,
    )
    session.add(row)
    await session.flush()
    if urgency == CRISIS:
        await session.execute(
            update(Message)
            .where(Message.chat_id == chat_id, Message.state == "queued")
            .where(Message.purpose == "greeting")
            .values(state="superseded", payload=None)
        )
    await session.execute(
        update(Chat)
        .where(Chat.id == chat_id)
        .values(
            last_queued=case((Chat.last_queued > row.id, Chat.last_queued), else_=row.id),
            send_at=func.coalesce(Chat.send_at, real_now()),
            send_urgency=case((Chat.send_urgency < urgency, Chat.send_urgency), else_=urgency),
        )
        .execution_options(synchronize_session=False)
    )
    return row


async def cancel(session: AsyncSession, consent_id: int) -> None:
    """Takes back everything unsent that rests on this consent."""
    await session.execute(
        update(Message)
        .where(Message.consent_id == consent_id, Message.state == "queued")
        .values(state="cancelled", payload=None)
    )


async def take(store: Store, now: datetime, most: int) -> list[Leaving]:
    """Claims up to `most` chats that may be sent to, urgent ones first, and one message of each."""
    token, real = secrets.token_hex(16), real_now()
    leaving: list[Leaving] = []
    async with store.write() as session:
        chats = list(
            await session.scalars(
                select(Chat)
                .where(Chat.send_at <= real)
                .where(or_(Chat.sending_until.is_(None), Chat.sending_until < real))
                .order_by(Chat.send_urgency, Chat.send_at)
                .limit(most)
                .with_for_update(skip_locked=True)
            )
        )
        for chat in chats:
            row = await _next_of(session, chat.id, now)
            if row is None:
                await _settle(session, chat.id, real)
                continue
            chat.sending_token, chat.sending_until = token, real + LEASE
            leaving.append(
                Leaving(
                    row.id, chat.id, token, from_json(row.payload or {}), row.purpose, row.attempts
                )
            )
    return leaving


async def _next_of(session: AsyncSession, chat_id: int, now: datetime) -> Message | None:
    """The chat's next message, marked as leaving. Those whose consent was withdrawn or whose time
    is over are ended on the way: no send of a shared word begins after a withdrawal."""
    rows = await session.execute(
        select(Message, Consent.withdrawn_at)
        .join(Consent, Message.consent_id == Consent.id, isouter=True)
        .where(Message.chat_id == chat_id, Message.state.in_(("queued", "sending")))
        .order_by(Message.urgency, Message.id)
        .limit(20)
    )
    for row, withdrawn_at in rows.all():
        if withdrawn_at is not None:
            row.state, row.payload = "cancelled", None
        elif row.expires_at is not None and row.expires_at < now:
            row.state, row.payload, row.error = "failed", None, "expired"
        else:
            row.state = "sending"
            row.attempts += 1
            return row
    return None


async def _settle(session: AsyncSession, chat_id: int, next_at: datetime) -> None:
    """Frees the chat for its next message, or puts it to rest when none waits.

    `last_queued` is compared, so that a message queued meanwhile is never overlooked.
    """
    newest = await session.scalar(select(func.max(Message.id)).where(Message.chat_id == chat_id))
    urgency = await session.scalar(
        select(func.min(Message.urgency)).where(
            Message.chat_id == chat_id, Message.state.in_(("queued", "sending"))
        )
    )
    idle = (Chat.last_queued <= (newest or 0)) if urgency is None else (Chat.id != Chat.id)
    await session.execute(
        update(Chat)
        .where(Chat.id == chat_id)
        .values(
            sending_token=None,
            sending_until=None,
            send_at=case((idle, None), else_=next_at),
            send_urgency=case((idle, 9), else_=1 if urgency is None else urgency),
        )
        .execution_options(synchronize_session=False)
    )


async def sent(
    store: Store, leaving: Leaving, message_id: int | None, now: datetime, gap: timedelta
) -> None:
    async with store.write() as session:
        await session.execute(
            update(Message)
            .where(Message.id == leaving.id)
            .values(state="sent", sent_at=now, message_id=message_id, payload=None, error=None)
        )
        await _settle(session, leaving.chat_id, real_now() + gap)


async def unsent(store: Store, leaving: Leaving, error: Exception, now: datetime) -> None:
    """Records why a message did not leave, and when to try again if that makes sense."""
    values: dict[str, Any] = {"error": getattr(error, "kind", type(error).__name__)[:80]}
    gap = timedelta(seconds=min(60, 2**leaving.attempts))
    if isinstance(error, Later):
        values |= {"state": "queued", "attempts": leaving.attempts - 1}
        gap = timedelta(seconds=error.seconds)
    elif isinstance(error, Unreachable) and leaving.attempts < MAX_ATTEMPTS:
        values |= {"state": "queued"}
    else:
        values |= {"state": "failed", "payload": None}
        gap = CHAT_GAP if isinstance(error, Refused) else timedelta()
    async with store.write() as session:
        if isinstance(error, Gone):
            await block(session, leaving.chat_id, now)
        await session.execute(update(Message).where(Message.id == leaving.id).values(**values))
        await _settle(session, leaving.chat_id, real_now() + gap)


async def block(session: AsyncSession, chat_id: int, now: datetime) -> None:
    """The person blocked the bot: nothing more is tried until she writes again."""
    await session.execute(update(Chat).where(Chat.id == chat_id).values(blocked_at=now))
    await session.execute(
        update(Message)
        .where(Message.chat_id == chat_id, Message.state == "queued")
        .values(state="failed", error="blocked", payload=None)
    )


async def delivered_as(session: AsyncSession, row_id: int | None) -> int | None:
    """Telegram's message id of a message of ours; None while it has not arrived."""
    if row_id is None:
        return None
    return await session.scalar(select(Message.message_id).where(Message.id == row_id))


async def is_idle(store: Store) -> bool:
    async with store.read() as session:
        return (
            await session.scalar(select(Chat.id).where(Chat.send_at.is_not(None)).limit(1)) is None
        )
