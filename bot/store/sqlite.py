"""SQLite without a thread in between: a statement takes microseconds, handing it to another thread
and back ten times as long.

`Connection` offers of aiosqlite's what SQLAlchemy asks for, and works where it is called. What
waits for the disk (a commit, a checkpoint) goes to a thread, so that the event loop goes on
meanwhile; what waits for another process sleeps in between.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterable
from typing import Any

BUSY_TIMEOUT = 10.0  # seconds
LOOK_AGAIN = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05)  # seconds; the last one from then on
KEPT, BRIEF = "FULL", "NORMAL"  # how a commit is synchronous: with the disk, or only now and then
PRAGMAS = (
    "journal_mode=WAL",
    f"busy_timeout={BUSY_TIMEOUT * 1000:.0f}",
    "foreign_keys=ON",
    f"synchronous={KEPT}",
    "secure_delete=ON",  # what is deleted is overwritten, not only let go
    "temp_store=MEMORY",  # nothing of ours in temporary files
)


async def connect(database: str, **options: Any) -> Connection:
    """Opens a file with the settings that all of ours have. SQLAlchemy's `async_creator_fn`."""
    options |= {"check_same_thread": False, "isolation_level": None}  # we say BEGIN ourselves
    raw: sqlite3.Connection = await _apart(lambda: _opened(database, options))
    return Connection(raw)


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

    @property
    def _raw(self) -> sqlite3.Connection:
        if self._connection is None:
            raise sqlite3.ProgrammingError("connection closed")
        return self._connection

    async def read(self) -> None:
        """Begins a transaction that sees one state and writes nothing."""
        self._raw.execute("BEGIN")

    async def write(self, kept: bool) -> None:
        """Begins one that nobody comes between. Not `kept`: a power cut may undo it, though never
        the death of the process; then its commit need not wait for the disk."""
        if kept is not self._kept:
            self._raw.execute(f"PRAGMA synchronous={KEPT if kept else BRIEF}")
            self._kept = kept
        waits, ends = iter(LOOK_AGAIN), time.monotonic() + BUSY_TIMEOUT
        while not self._begun(time.monotonic() < ends):  # noqa: ASYNC110 - the other is a process
            await asyncio.sleep(next(waits, LOOK_AGAIN[-1]))

    def _begun(self, again: bool) -> bool:
        """Whether nobody else writes just now."""
        raw = self._raw
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
        raw = self._raw
        if raw.in_transaction:
            await _apart(raw.commit)

    async def rollback(self) -> None:
        self._raw.rollback()

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
        self._raw.create_function(*args, **options)

    async def execute(self, sql: str) -> None:
        self._raw.execute(sql)

    async def execute_fetchall(self, sql: str) -> list[Any]:
        """For what takes its time: a checkpoint, a look at the whole file."""
        raw = self._raw
        return await _apart(lambda: raw.execute(sql).fetchall())

    def cursor(self) -> Cursor:
        return Cursor(self._raw.cursor())


class Cursor:
    """One statement and its rows."""

    __slots__ = ("_raw",)

    def __init__(self, raw: sqlite3.Cursor) -> None:
        self._raw = raw

    async def __aenter__(self) -> Cursor:
        return self

    async def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        self._raw.execute(sql, parameters)
        return self

    async def executemany(self, sql: str, rows: Iterable[Any]) -> Cursor:
        self._raw.executemany(sql, rows)
        return self

    async def fetchone(self) -> Any:
        return self._raw.fetchone()

    async def fetchmany(self, size: int | None = None) -> list[Any]:
        return self._raw.fetchmany(size or self._raw.arraysize)

    async def fetchall(self) -> list[Any]:
        return self._raw.fetchall()

    async def close(self) -> None:
        self._raw.close()

    @property
    def description(self) -> Any:
        return self._raw.description

    @property
    def rowcount(self) -> int:
        return self._raw.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._raw.lastrowid

    @property
    def arraysize(self) -> int:
        return self._raw.arraysize

    @arraysize.setter
    def arraysize(self, value: int) -> None:
        self._raw.arraysize = value


async def _apart[T](work: Callable[[], T]) -> T:
    """In a thread. A stop waits for it: nobody may touch the connection before it ended."""
    doing = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait([doing])
        raise
