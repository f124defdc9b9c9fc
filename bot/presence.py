"""Which processes run on a database: each says so every few seconds, under a lease, and learns how
many there are: what Telegram allows the bot is shared among them.

Instants are real time: they are about processes, not about people.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import delete, func, select

from bot.inbox import real_now
from bot.store import Store
from bot.store.chats import insert
from bot.store.tables import Lease

log = logging.getLogger(__name__)
PREFIX = "run-"
LASTS = timedelta(seconds=30)
SAID_EVERY = 10.0  # seconds


class Presence:
    """One of each running process."""

    def __init__(self, store: Store, among: Callable[[int], object] = lambda count: None) -> None:
        self._store, self._among = store, among
        self._name = PREFIX + secrets.token_hex(8)

    async def run(self) -> None:
        while True:
            await self.say()
            self._among(await running(self._store))
            await asyncio.sleep(SAID_EVERY)

    async def say(self) -> None:
        """Here still. Whoever died without a word is taken off the list, by one of the others."""
        until = real_now() + LASTS
        async with self._store.write() as session:
            await session.execute(
                insert(session)(Lease)
                .values(name=self._name, holder="process", until=until)
                .on_conflict_do_update(index_elements=[Lease.name], set_={"until": until})
            )
            gone = await session.execute(
                delete(Lease).where(Lease.name.startswith(PREFIX), Lease.until < real_now())
            )
        silent = int(getattr(gone, "rowcount", 0))
        if silent and not self._store.is_sqlite:  # there `leftovers` tells it
            log.warning("processes fell silent; killed, or without the database: %d", silent)

    async def leave(self) -> None:
        async with self._store.write() as session:
            await session.execute(delete(Lease).where(Lease.name == self._name))


async def running(store: Store) -> int:
    """How many processes run, or died within the last half minute."""
    here = select(func.count()).select_from(Lease)
    async with store.read() as session:
        found = here.where(Lease.name.startswith(PREFIX), Lease.until > real_now())
        return int(await session.scalar(found) or 0)
