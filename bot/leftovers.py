"""What a process that was killed left behind, where this one is the only one on the database: it
waits for no lease of the dead, and the log says what was under way."""

from __future__ import annotations

import logging

from sqlalchemy import delete

from bot import departures, inbox
from bot.presence import PREFIX
from bot.store import Store
from bot.store.chats import POLLING
from bot.store.tables import Lease

log = logging.getLogger(__name__)


async def free_all(store: Store) -> None:
    """What was claimed was claimed by the dead."""
    chats, messages = await inbox.free_all(store), await departures.free_all(store)
    async with store.write() as session:
        held = (Lease.name == POLLING) | Lease.name.startswith(PREFIX)
        await session.execute(delete(Lease).where(held))
    if chats or messages:
        log.warning("a process was killed; freed: %d chats and %d messages", chats, messages)
