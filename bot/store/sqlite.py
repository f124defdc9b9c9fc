"""SQLite without a thread in between: a statement takes microseconds, handing it to another thread
and back ten times as long.

`Connection` offers of aiosqlite's what SQLAlchemy asks for, and works where it is called. What
waits for the disk (a commit that is kept, a checkpoint) goes to a thread, so that the event loop
goes on meanwhile; what waits for another process sleeps in between.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
)
from sqlalchemy.util import await_

BUSY_TIMEOUT = 10.0  # seconds
QUICK = 0.001  # seconds; a disk that takes no longer is waited for where one asks alone
LOOK_AGAIN = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05)  # seconds; the last one from then on
PRAGMAS = (
    "journal_mode=WAL",
    f"busy_timeout={BUSY_TIMEOUT * 1000:.0f}",
    "foreign_keys=ON",
    "synchronous=FULL",
    "secure_delete=ON",  # what is deleted is overwritten, not only let go
    "temp_store=MEMORY",  # nothing of ours in temporary files
)

# options of a transaction: it sees one state and writes nothing; or a power cut may undo it, though
# never the death of the process, so that its commit need not wait for the disk
READING, BRIEFLY = "goeiedag_read", "goeiedag_brief"

# synchronous, and after how many pages a commit empties the log into the file, which waits for the
# disk too: that is left to the commits in a thread
KEPT = ("PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=1000")
BRIEF = ("PRAGMA synchronous=NORMAL", "PRAGMA wal_autocheckpoint=0")


def connect(dialect: Any, _record: Any, arguments: Any, options: dict[str, Any]) -> Adapted:
    """Opens a file with the settings that all of ours have. For SQLAlchemy's `do_connect`."""
    options |= {"check_same_thread": False, "isolation_level": None}  # we say BEGIN ourselves
    raw: sqlite3.Connection = await_(_apart(lambda: _opened(arguments[0], options)))
    connection: Any = Connection(raw)
    return Adapted(dialect.dbapi, connection)


def _opened(database: str, options: dict[str, Any]) -> sqlite3.Connection:
    raw: sqlite3.Connection = sqlite3.connect(database, **options)
    try:
        for pragma in PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
    except BaseException:
        raw.close()
        raise
    return raw


class Connection:
    """One connection. Whoever uses it awaits each call before the next, so no two threads meet."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._connection: sqlite3.Connection | None = raw  # SQLAlchemy looks at it by this name
        self._kept = True
        self._before = -1  # how much was changed before this transaction

    @property
    def raw(self) -> sqlite3.Connection:
        if self._connection is None:
            raise sqlite3.ProgrammingError("connection closed")
        return self._connection

    async def begin(self, options: Mapping[str, Any]) -> None:
        """Begins a transaction of the kind that is asked for. It may have begun already."""
        if self.raw.in_transaction:
            return
        if options.get(READING, False):
            self.raw.execute("BEGIN")
        else:
            await self._write(not options.get(BRIEFLY, False))

    async def _write(self, kept: bool) -> None:
        if kept is not self._kept:
            for pragma in KEPT if kept else BRIEF:
                self.raw.execute(pragma)
            self._kept = kept
        waits, ends = iter(LOOK_AGAIN), time.monotonic() + BUSY_TIMEOUT
        while not self._begun(time.monotonic() < ends):  # noqa: ASYNC110 - the other is a process
            await asyncio.sleep(next(waits, LOOK_AGAIN[-1]))
        self._before = self.raw.total_changes

    def _begun(self, again: bool) -> bool:
        """Whether nobody else writes just now."""
        raw = self.raw
        raw.execute("PRAGMA busy_timeout=0")
        try:
            raw.execute("BEGIN IMMEDIATE")
            return True
        except sqlite3.OperationalError as error:
            if not again or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        finally:
            raw.execute(f"PRAGMA {PRAGMAS[1]}")

    async def commit(self) -> None:
        raw = self.raw
        if not raw.in_transaction:
            return
        if self._kept and raw.total_changes != self._before:
            await _apart(raw.commit)
        else:
            raw.commit()

    async def rollback(self) -> None:
        self.raw.rollback()

    async def close(self) -> None:
        raw, self._connection = self._connection, None
        if raw is not None:
            await _apart(raw.close)  # the last one empties the log into the file

    def stop(self) -> None:
        """Where closing in order was not possible."""
        raw, self._connection = self._connection, None
        if raw is not None:
            raw.close()

    async def create_function(self, *args: Any, **options: Any) -> None:
        self.raw.create_function(*args, **options)

    async def execute(self, sql: str) -> None:
        self.raw.execute(sql)

    async def execute_fetchall(self, sql: str) -> list[Any]:
        """For what takes its time: a checkpoint, a look at the whole file."""
        raw = self.raw
        return await _apart(lambda: raw.execute(sql).fetchall())

    def cursor(self) -> sqlite3.Cursor:
        return self.raw.cursor()


class Log:
    """The write-ahead log of a file, brought to the disk for all who committed before they asked:
    one wait for the disk instead of one each, and no transaction."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + "-wal")
        self._turn = asyncio.Lock()
        self._asked = self._done = 0
        self._quick = False  # the last time

    async def on_disk(self) -> None:
        """Raises OSError where the disk does not take it."""
        self._asked += 1
        mine = self._asked
        async with self._turn:
            if self._done < mine:
                all_of = self._asked
                if self._quick and all_of == mine:  # to a thread and back takes as long again
                    self._sync()
                else:
                    await _apart(self._sync)
                self._done = all_of

    def _sync(self) -> None:
        try:
            log = os.open(self._path, os.O_RDWR)
        except FileNotFoundError:
            return  # everything stands in the file itself, which was waited for
        began = time.monotonic()
        try:
            os.fsync(log)
        finally:
            os.close(log)
            self._quick = time.monotonic() - began < QUICK


class _Done:
    """Ends as soon as it is awaited: SQLAlchemy insists that something is."""

    def __await__(self) -> Iterator[None]:
        return iter(())


DONE: Any = _Done()


class Cursor(AsyncAdapt_aiosqlite_cursor):
    """One statement, carried out where it is asked for."""

    __slots__ = ()

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    def execute(self, operation: Any, parameters: Any = None) -> None:
        cursor: Any = self._cursor
        await_(DONE)
        cursor.execute(operation, parameters or ())
        if cursor.description:
            self._rows = deque(cursor.fetchall())

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        cursor: Any = self._cursor
        await_(DONE)
        cursor.executemany(operation, seq_of_parameters)

    async def _async_soft_close(self) -> None:
        """The rows are at hand already."""

    def close(self) -> None:
        cursor: Any = self._cursor
        self._rows.clear()
        cursor.close()


class Stream(Cursor):
    """A statement whose rows are taken as they are asked for: a whole table, for a backup."""

    __slots__ = ()
    server_side = True

    def execute(self, operation: Any, parameters: Any = None) -> None:
        cursor: Any = self._cursor
        await_(DONE)
        cursor.execute(operation, parameters or ())

    def fetchone(self) -> Any:
        cursor: Any = self._cursor
        return cursor.fetchone()

    def fetchmany(self, size: int | None = None) -> Any:
        cursor: Any = self._cursor
        return cursor.fetchmany(self.arraysize if size is None else size)

    def fetchall(self) -> Any:
        cursor: Any = self._cursor
        return cursor.fetchall()

    def close(self) -> None:
        cursor: Any = self._cursor
        cursor.close()


class Adapted(AsyncAdapt_aiosqlite_connection):
    """What SQLAlchemy holds of a `Connection`."""

    __slots__ = ()
    _cursor_cls = Cursor
    _ss_cursor_cls: Any = Stream


async def _apart[T](work: Callable[[], T]) -> T:
    """In a thread. A stop waits for it: nobody may touch the connection before it ended."""
    doing = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait([doing])
        raise
