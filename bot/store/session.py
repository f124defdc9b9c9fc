"""Opens the database and hands out transactions."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import event, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import NullPool
from sqlalchemy.util import await_

from bot.store import postgres, sqlite
from bot.store.connections import Connections
from bot.store.drivers import DRIVER, driver_of
from bot.store.recall import Transaction

STARTING = 71_050_001  # our number among PostgreSQL's advisory locks
READ_ONLY = "25006"  # a standby that is not in charge yet
AWAY = frozenset({"08", "40", "53", "55", "57"})  # SQLSTATE: connection, clash, full, busy, stopped


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


def _driver_url(url: str) -> str:
    """`sslmode`, as libpq and the providers write it, is `ssl` to our driver."""
    parsed = make_url(normal_url(url))
    if "sslmode" in parsed.query and "ssl" not in parsed.query:
        mode = parsed.query["sslmode"]
        parsed = parsed.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return parsed.render_as_string(hide_password=False)


def passing(error: BaseException) -> bool:
    """Whether an error is of the moment and of no row: a database that is away, busy or full, two
    transactions in each other's way."""
    if isinstance(error, OperationalError | InterfaceError | StaleDataError | TimeoutError):
        return True
    if isinstance(error, DBAPIError):
        state = str(getattr(error.orig, "sqlstate", "") or "")
        return error.connection_invalidated or state[:2] in AWAY or state == READ_ONLY
    return isinstance(error, OSError | PoolTimeout)


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
        self._connections = Connections(engine)
        # writers of one process queue here, in order; SQLite lets them wait by chance
        self._turn: AbstractAsyncContextManager[Any] = (
            asyncio.Lock() if self.is_sqlite else nullcontext()
        )
        file = engine.url.database if self.is_sqlite else None
        self._log = sqlite.Log(Path(file)) if file and file != ":memory:" else None

    @classmethod
    def open(cls, url: str, *, pool_size: int = 10) -> Store:
        url = _driver_url(url)
        if url.startswith("sqlite"):
            if (path := sqlite_path(url)) is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            engine = create_async_engine(url, poolclass=None if path else NullPool)
            _prepare_sqlite(engine)
        else:
            engine = create_async_engine(url, pool_size=pool_size)
            postgres.prepare(engine)
        return cls(engine)

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @asynccontextmanager
    async def write(self, *, brief: bool = False) -> AsyncIterator[AsyncSession]:
        """One transaction: committed at the end of the block, undone by any exception.

        `brief`: on SQLite such a commit does not wait for the disk. It outlives the death of the
        process like any other, and a power cut undoes it only together with all that came later:
        claims, leases, and turns, which are on the disk before a word of them leaves (`on_disk`).
        """
        options = {sqlite.READING: False, sqlite.BRIEFLY: brief}
        async with self._turn, self._transaction(options) as session:
            yield session
            if session.in_transaction():
                await session.commit()
            await session.info[DRIVER].commit()

    async def on_disk(self) -> None:
        """Waits until everything that was committed before is on the disk, brief or not: nobody is
        told what a power cut could undo. Raises OSError where the disk does not take it."""
        if self._log is not None:
            await self._log.on_disk()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        async with self._transaction({sqlite.READING: True, sqlite.BRIEFLY: False}) as session:
            yield session

    @asynccontextmanager
    async def _transaction(self, options: dict[str, bool]) -> AsyncIterator[AsyncSession]:
        """Undone at the end, where it was not committed."""
        connection = await self._connections.take()
        assert connection.sync_connection is not None
        connection.sync_connection.execution_options(**options)
        session = Transaction(connection, expire_on_commit=False)
        driver = session.info[DRIVER] = driver_of(connection)

        async def close(well: bool) -> None:
            if session.in_transaction():
                await session.close()
            elif session.identity_map:
                session.expunge_all()
            if well and not driver.begun:
                await self._connections.give(connection)
            else:
                await connection.close()

        well = False
        try:
            yield session
            well = True
        finally:
            closing = close(well)
            if driver.begun:  # a stop waits until it is undone
                await asyncio.shield(asyncio.ensure_future(closing))
            else:
                await closing

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """What only one process at a time may do at its start. On SQLite there is only one."""
        if self.is_sqlite:
            yield
            return
        async with self.engine.connect() as connection, connection.begin():
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({STARTING})"))
            yield

    async def migrate(self) -> None:
        """Brings the schema to this version's; does nothing when it is."""
        from bot.store.migrate import upgrade

        async with self.relaying() as connection:
            await connection.run_sync(upgrade)

    @asynccontextmanager
    async def relaying(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that may change the schema. SQLite changes a table by making another and
        dropping the first: meanwhile its references are not enforced, and looked at afterwards.

        Raises IntegrityError when a reference leads nowhere; then everything is undone.
        """
        async with self._turn, self.engine.connect() as connection:
            raw: Any = (await connection.get_raw_connection()).driver_connection
            if self.is_sqlite:  # outside of a transaction: inside it changes nothing
                await raw.execute("PRAGMA foreign_keys=OFF")
            try:
                async with connection.begin():
                    yield connection
                    if self.is_sqlite:
                        lost = await connection.exec_driver_sql("PRAGMA foreign_key_check")
                        if lost.first() is not None:
                            error = ValueError("a reference leads nowhere")
                            raise IntegrityError("PRAGMA foreign_key_check", None, error)
            finally:
                if self.is_sqlite:
                    await raw.execute("PRAGMA foreign_keys=ON")

    async def try_keys(self) -> None:
        """Raises KeyRingError when the key ring does not open what is here, the oldest and the
        newest name: with a wrong one nothing may be tried, since what fails is set aside."""
        from bot.store.tables import Invitation, Person, Update

        async with self.read() as session:
            for table in (Person, Invitation):
                for order in (table.id, table.id.desc()):
                    named = select(table.name).where(table.name.is_not(None))
                    await session.scalar(named.order_by(order).limit(1))
            await session.scalar(select(Update.raw).where(Update.state == "new").limit(1))

    async def wipe(self) -> bool:
        """Has what was deleted leave the disk: SQLite's write-ahead log is emptied, PostgreSQL
        clears its dead rows away. False when somebody was reading: then it is tried again later."""
        async with self.engine.connect() as connection:
            raw: Any = (await connection.get_raw_connection()).driver_connection
            if self.is_sqlite:
                answer = await raw.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
                return not next(iter(answer))[0]
            from bot.store.tables import Base

            await raw.execute(f"VACUUM (SKIP_LOCKED) {', '.join(Base.metadata.tables)}")
            return True

    async def close(self) -> None:
        await self._connections.close()
        await self.engine.dispose()


def _prepare_sqlite(engine: AsyncEngine) -> None:
    """Writers queue at BEGIN IMMEDIATE instead of failing later; in WAL readers never wait.

    `synchronous=FULL`: an update that was acknowledged to Telegram survives a power cut too.
    """

    event.listen(engine.sync_engine, "do_connect", sqlite.connect)

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        ours: sqlite.Connection = connection.connection.driver_connection
        try:
            await_(ours.begin(connection.get_execution_options()))
        except sqlite3.OperationalError as error:
            raise OperationalError("BEGIN", None, error) from error
