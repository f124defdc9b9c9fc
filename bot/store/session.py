"""Opens the database and hands out transactions."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import NullPool

BUSY_TIMEOUT_MS = 10_000


def normal_url(url: str) -> str:
    """`postgres://`, `postgresql://` and `sqlite://` made to name our asynchronous drivers."""
    for plain, driver in (
        ("postgres://", "postgresql+asyncpg://"),
        ("postgresql://", "postgresql+asyncpg://"),
        ("sqlite://", "sqlite+aiosqlite://"),
    ):
        if url.startswith(plain):
            return driver + url.removeprefix(plain)
    return url


def sqlite_path(url: str) -> Path | None:
    """The file behind a SQLite URL; None for another database or one in memory."""
    parsed = make_url(normal_url(url))
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(str(parsed.database))


class Store:
    """One database. `write` is one transaction that others cannot come between; `read` sees one
    state and writes nothing."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._readers = engine.execution_options(goeiedag_read=True)

    @classmethod
    def open(cls, url: str, *, pool_size: int = 10) -> Store:
        url = normal_url(url)
        if url.startswith("sqlite"):
            if (path := sqlite_path(url)) is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            engine = create_async_engine(url, poolclass=None if path else NullPool)
            _prepare_sqlite(engine)
        else:
            engine = create_async_engine(url, pool_size=pool_size, pool_pre_ping=True)
        return cls(engine)

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """One transaction: committed at the end of the block, undone by any exception."""
        async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        async with AsyncSession(self._readers, expire_on_commit=False) as session:
            yield session

    async def migrate(self) -> None:
        """Brings the schema to this version's; does nothing when it is."""
        from bot.store.migrate import upgrade

        async with self.engine.connect() as connection:
            await connection.run_sync(upgrade)
            await connection.commit()

    async def close(self) -> None:
        await self.engine.dispose()


def _prepare_sqlite(engine: AsyncEngine) -> None:
    """WAL so that readers never wait; writers queue at BEGIN IMMEDIATE instead of failing later.

    `synchronous=FULL`: an update that was acknowledged to Telegram survives a power cut too.
    """

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            f"busy_timeout={BUSY_TIMEOUT_MS}",
            "foreign_keys=ON",
            "synchronous=FULL",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        reading = connection.get_execution_options().get("goeiedag_read", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
