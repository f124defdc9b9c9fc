"""Connections between two transactions: the last one used is used again, without the pool's ways,
which take longer than a statement. SQLite's knows its pages still.
"""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.postgres import RESTED

MOST = 4  # kept at hand; the others are the pool's, or who waits there would wait in vain


class Connections:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._idle: list[tuple[AsyncConnection, float]] = []

    async def take(self) -> AsyncConnection:
        while self._idle:
            connection, since = self._idle.pop()
            if time.monotonic() - since < RESTED and not _is_closed(connection):
                return connection
            await connection.close()  # the pool asks whether it is alive before it gives it again
        return await self._engine.connect().start()

    async def give(self, connection: AsyncConnection) -> None:
        """One whose transaction went well, and is over."""
        over = connection.closed or connection.invalidated or connection.in_transaction()
        if over or len(self._idle) >= MOST:
            await connection.close()
        else:
            self._idle.append((connection, time.monotonic()))

    async def close(self) -> None:
        while self._idle:
            await self._idle.pop()[0].close()


def _is_closed(connection: AsyncConnection) -> bool:
    """Whether PostgreSQL's server has ended it."""
    assert connection.sync_connection is not None
    raw: Any = connection.sync_connection.connection.driver_connection
    return bool(getattr(raw, "is_closed", bool)())
