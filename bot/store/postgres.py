"""PostgreSQL's connections: whether one is alive is known without asking, as long as it worked a
moment ago. A server that ends closes what it holds, and our driver notices; only after a rest it
is asked, since something on the way may have let go of it in silence."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine

RESTED = 5.0  # seconds without work, after which a connection is asked whether it is alive
SINCE = "rests since"


def prepare(engine: AsyncEngine) -> None:
    dialect: Any = engine.sync_engine.dialect

    @event.listens_for(engine.sync_engine, "checkin")
    def on_checkin(_connection: Any, record: Any) -> None:
        record.info[SINCE] = time.monotonic()

    @event.listens_for(engine.sync_engine, "checkout")
    def on_checkout(connection: Any, record: Any, _proxy: Any) -> None:
        """Has another one opened instead of one that is dead."""
        if connection.driver_connection.is_closed():
            raise DisconnectionError
        since = record.info.get(SINCE)
        if since is not None and time.monotonic() - since > RESTED:
            try:
                dialect.do_ping(connection)
            except Exception as error:
                raise DisconnectionError from error
