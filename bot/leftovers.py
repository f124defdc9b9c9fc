"""What a process that was killed left behind, where this one is the only one on the database: it
waits for no lease of the dead, and the log says what was under way."""

from __future__ import annotations

import logging

from sqlalchemy import delete, select, update

from bot import inbox
from bot.presence import PREFIX
from bot.store import Store
from bot.store.chats import POLLING
from bot.store.leaving import WAITING
from bot.store.tables import Chat, Lease, Message

log = logging.getLogger(__name__)


async def free_all(store: Store) -> None:
    """What was claimed was claimed by the dead."""
    chats, messages = await inbox.free_all(store), await free_messages(store)
    async with store.write() as session:
        held = (Lease.name == POLLING) | Lease.name.startswith(PREFIX)
        await session.execute(delete(Lease).where(held))
    if chats or messages:
        log.warning("a process was killed; freed: %d chats and %d messages", chats, messages)


async def free_messages(store: Store) -> int:
    """Ends the lease of every message under way: it is sent again. Returns how many there were."""
    async with store.write() as session:
        flying = Message.leaving_until.is_not(None) & (Message.state == "sending")
        chats = select(Message.chat_id).where(flying, WAITING)
        await session.execute(
            update(Chat).where(Chat.id.in_(chats)).values(send_at=inbox.real_now())
        )
        freed = await session.execute(update(Message).where(flying).values(leaving_until=None))
    return int(getattr(freed, "rowcount", 0))
