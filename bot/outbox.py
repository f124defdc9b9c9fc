"""The durable way out: a message is a row before it is sent, in order within its chat.

`put` belongs to the turn's transaction; `bot.departures` has the rows leave afterwards. What is
urgent (a crisis reply) leaves before everything else.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channel import Outgoing, to_json
from bot.inbox import real_now
from bot.store import Store
from bot.store.leaving import DELIVERED_AS, PUT, WAITS
from bot.store.recall import noted, once
from bot.store.tables import Chat, Message, Person, Timer, Volunteer

log = logging.getLogger(__name__)
CRISIS, ANSWER, GREETING = 0, 1, 2
NOBODY = 0  # no chat's: what is about the bot itself waits here, and holds up nobody's messages
CHAT_GAP = timedelta(seconds=1)  # Telegram: about one message a second to the same chat
DELETABLE_FOR = timedelta(hours=48)  # Telegram's limit for taking a message back
UNDELIVERED = "undelivered"
UNSHOWN = "unshown"  # a menu that Telegram did not take
UNREACHED = "unreached"  # a helper, as Telegram or the first message that was refused told
MENU_WAITS = tuple(timedelta(hours=2**times) for times in range(8))  # ten days in all
BURST = 3  # a few at once are tolerated


@dataclass(frozen=True, slots=True)
class Leaving:
    """A message that is ours to send until its lease ends."""

    id: int
    chat_id: int
    outgoing: Outgoing
    purpose: str
    urgency: int
    attempts: int
    consent_id: int | None
    handoff_id: int | None
    queued_at: datetime
    again: bool = False  # whoever was sending it did not end: it may have arrived


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
) -> int:
    """Queues a message in the caller's transaction; returns its row. A crisis reply supersedes
    unsent greetings."""
    if urgency == CRISIS:
        await session.execute(
            update(Message)
            .where(Message.chat_id == chat_id, Message.state == "queued")
            .where(Message.purpose == "greeting")
            .values(state="superseded", payload=None)
        )
    await WAITS(session, chat=chat_id, real=real_now(), urgency=urgency)
    row: int = await PUT.scalar(
        session,
        chat_id=chat_id,
        urgency=urgency,
        purpose=purpose,
        payload=to_json(outgoing),
        consent_id=consent_id,
        handoff_id=handoff_id,
        created_at=now,
        expires_at=expires_at,
    )
    bound = consent_id, handoff_id, now
    noted(session).append(Leaving(row, chat_id, outgoing, purpose, urgency, 1, *bound))
    return row


def queued(session: AsyncSession) -> list[Leaving]:
    """What this transaction has queued so far."""
    return [one for one in noted(session) if isinstance(one, Leaving)]


async def cancel(session: AsyncSession, consent_id: int) -> None:
    """Takes back everything unsent that rests on this consent."""
    await session.execute(
        update(Message)
        .where(Message.consent_id == consent_id, Message.state == "queued")
        .values(state="cancelled", payload=None)
    )


async def record(session: AsyncSession, row_id: int, values: dict[str, Any], now: datetime) -> None:
    """Why a message did not leave. One that never will, of two who talk, comes back to whoever
    wrote it, with a word (`bot.not_arrived.came_back`). A menu is asked for again
    (`bot.menus.again`)."""
    row = await session.get(Message, row_id, with_for_update=True)
    if row is None:
        return
    held = row.payload
    for name, value in values.items():
        setattr(row, name, value)
    if row.state == "failed" and row.purpose == "relay":
        session.add(_comes_back(row_id, held, now))
    elif row.state == "failed" and (refused := _menu_refused(held)) is not None:
        if refused < len(MENU_WAITS):
            due = now + MENU_WAITS[refused]
            session.add(Timer(kind=UNSHOWN, due_at=due, expects={"row": row_id}))
            row.payload = held  # whose it is stands nowhere else
        else:
            attempts = refused + 1
            log.warning("a menu was given up; Telegram refused it %d times", attempts)
    await session.flush()


def _menu_refused(payload: Any) -> int | None:
    """How often a menu was refused before; None for anything else."""
    if not isinstance(payload, dict) or payload.get("kind") != "menu":
        return None
    return int(payload.get("refused") or 0)


def mends(payload: Any) -> int | None:
    """The row of the word that a message changes; None for one that says something itself."""
    of = payload.get("of") if isinstance(payload, dict) else None
    return of if isinstance(of, int) else None


def _comes_back(row_id: int, payload: Any, now: datetime) -> Timer:
    """A change comes back as the word that it changes."""
    of = mends(payload)
    expects = {"row": row_id} if of is None else {"row": of, "mended": True}
    return Timer(kind=UNDELIVERED, due_at=now, expects=expects)


async def block(session: AsyncSession, chat_id: int, now: datetime) -> None:
    """The person blocked the bot: nothing more is tried until she writes again. What others wrote
    to her comes back to them."""
    fresh = update(Chat).where(Chat.id == chat_id, Chat.blocked_at.is_(None))
    blocked = await session.execute(fresh.values(blocked_at=now))
    if getattr(blocked, "rowcount", 0):
        await _unreached(session, chat_id, now)
    ended = await session.scalars(
        select(Message)
        .where(Message.chat_id == chat_id, Message.state == "queued")
        .order_by(Message.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    for row in list(ended):
        if row.purpose == "relay":
            session.add(_comes_back(row.id, row.payload, now))
        row.state, row.error, row.payload = "failed", "blocked", None
    await session.flush()


async def delivered_as(session: AsyncSession, row_id: int | None) -> int | None:
    """Telegram's message id of a message of ours; None while it has not arrived."""
    return None if row_id is None else await arrived_as(session, row_id)


@once(Message)
async def arrived_as(session: AsyncSession, row_id: int) -> int | None:
    found: int | None = await DELIVERED_AS.scalar(session, row=row_id)
    return found


async def crosses(session: AsyncSession, chat_id: int, message_id: int) -> bool:
    """Whether something of ours reached a chat behind that message, or is on its way to it."""
    later = (Message.message_id > message_id) | Message.state.in_(("queued", "sending"))
    found = select(Message.id).where(Message.chat_id == chat_id, later).limit(1)
    return await session.scalar(found) is not None


async def is_idle(store: Store) -> bool:
    async with store.read() as session:
        return (
            await session.scalar(select(Chat.id).where(Chat.send_at.is_not(None)).limit(1)) is None
        )


async def _unreached(session: AsyncSession, chat_id: int, now: datetime) -> None:
    """Was it a volunteer, then what rings there and what he holds goes on with others. Of a
    coordinator the other ones hear."""
    found = await session.execute(
        select(Person.id, Volunteer.on_duty)
        .outerjoin(Volunteer, Volunteer.person_id == Person.id)
        .where(Person.chat_id == chat_id, Person.left_at.is_(None))
        .where(Person.role.in_(("volunteer", "coordinator")))
    )
    for helper, on_duty in found.all():
        expects = {"duty": bool(on_duty)}  # as it was: a block ends it
        session.add(Timer(kind=UNREACHED, due_at=now, person_id=helper, expects=expects))
