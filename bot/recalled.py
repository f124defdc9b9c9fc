"""What telephones still show of somebody is deleted there, as far as Telegram lets us."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, select, update

from bot import outbox, timers
from bot.channel import Delete
from bot.house import Moment
from bot.store.tables import Message

IN_FLIGHT: Final = timedelta(minutes=2)


async def take(moment: Moment, *which: ColumnElement[bool]) -> None:
    """Deletes the messages that are meant, once sent. What is just now on its way is deleted a
    little later."""
    rows = await moment.session.scalars(
        select(Message).where(*which, Message.state.in_(("sending", "sent"))).order_by(Message.id)
    )
    leaving = []
    for row in list(rows):
        if row.state == "sending":
            leaving.append(row.id)
        else:
            await _delete(moment, row)
    if leaving:
        await timers.plan(moment.session, "take_back", moment.now + IN_FLIGHT, rows=leaving)


async def cancel(moment: Moment, *which: ColumnElement[bool]) -> None:
    """Those that wait leave no more."""
    waiting = update(Message).where(*which, Message.state == "queued")
    await moment.session.execute(waiting.values(state="cancelled", payload=None))


async def late(moment: Moment, rows: list[int]) -> None:
    """What was in flight has landed by now, or never will."""
    landed = await moment.session.scalars(select(Message).where(Message.id.in_(rows)))
    for row in list(landed):
        await _delete(moment, row)


async def _delete(moment: Moment, row: Message) -> None:
    """Nothing for a row without a message of its own (an edit, a reaction), or too old a one."""
    if row.message_id and row.sent_at and moment.now - row.sent_at < outbox.DELETABLE_FOR:
        await outbox.put(
            moment.session,
            row.chat_id,
            Delete(row.message_id),
            moment.now,
            purpose="deletion",
            handoff_id=row.handoff_id,
        )
