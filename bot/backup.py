"""A backup: every row of one state of the database as lines of JSON, while the bot runs.

One format for SQLite and PostgreSQL, so that a backup of one goes into the other, and no tool of
the server's version is needed. What is encrypted stays so; the keys are not in it. The last line
holds a checksum: a backup that was cut short is never restored.
"""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import JSON, Connection, MetaData, Table, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import Store, sqlite
from bot.store.migrate import current, downgrade, knows, upgrade

FORMAT = 1
HEAD = "goeiedag_backup"
# Leases are about processes: those that run when a backup comes back are others.
LEFT_OUT = frozenset({"alembic_version", "leases"})
AT_ONCE = 500  # rows


class BackupError(Exception):
    """A backup cannot be made or restored. The message is one line that says why."""


@dataclass(frozen=True, slots=True)
class Counted:
    rows: int
    tables: int
    revision: str


def _reflected(connection: Connection) -> tuple[str | None, list[Table]]:
    """The schema's revision and its tables as they are, whichever version of ours laid them;
    those that others refer to come first."""
    revision = current(connection)
    metadata = MetaData()
    metadata.reflect(connection)
    for table in metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, JSON):
                column.type.none_as_null = True
    return revision, [one for one in metadata.sorted_tables if one.name not in LEFT_OUT]


async def dump(store: Store, now: datetime) -> AsyncIterator[bytes]:
    """The lines of a backup, of the state at the first one. Raises BackupError."""
    whole = sha256()
    rows = 0
    options = {sqlite.READING: True}
    if not store.is_sqlite:
        options["isolation_level"] = "REPEATABLE READ"  # type: ignore[assignment]
    async with store.engine.execution_options(**options).connect() as connection:
        revision, tables = await connection.run_sync(_reflected)
        if revision is None:
            raise BackupError("there is nothing of ours in this database")
        head = {HEAD: FORMAT, "revision": revision, "made_at": now.astimezone(UTC).isoformat()}
        yield _line(head, whole)
        for table in tables:
            columns = [column.name for column in table.columns]
            yield _line({"table": table.name, "columns": columns}, whole)
            result = await connection.stream(select(table))
            async for row in result:
                values = zip(table.columns, row, strict=True)
                yield _line([_written(value, c.type) for c, value in values], whole)
                rows += 1
        yield _line({"end": {"rows": rows, "tables": len(tables), "sha256": whole.hexdigest()}})


def _line(value: Any, whole: Any = None) -> bytes:
    line = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
    if whole is not None:
        whole.update(line)
    return line


def _written(value: Any, kind: Any) -> Any:
    """A value as JSON. What JSON has no word for is an object of one key."""
    if value is None:
        return None
    if isinstance(kind, JSON):
        return {"json": value}
    if isinstance(value, datetime):
        utc = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return {"at": utc.isoformat()}
    if isinstance(value, date):
        return {"on": value.isoformat()}
    if isinstance(value, bytes | memoryview | bytearray):
        return {"bytes": base64.b64encode(bytes(value)).decode()}
    return value


def _read(value: Any, sqlite: bool) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, inner),) = value.items()
    match kind:
        case "at":
            at = datetime.fromisoformat(inner)
            return at.replace(tzinfo=None) if sqlite else at
        case "on":
            return date.fromisoformat(inner)
        case "bytes":
            return base64.b64decode(inner)
        case "json":
            return inner
    raise ValueError(kind)


def _row(columns: list[str], values: list[Any], sqlite: bool) -> dict[str, Any]:
    """A row by column. Raises BackupError for values that are none of ours."""
    try:
        return {name: _read(value, sqlite) for name, value in zip(columns, values, strict=True)}
    except (ValueError, TypeError, OverflowError):
        raise BackupError("the backup cannot be read; use another one") from None


class _Lines:
    """A backup's lines, counted and summed on the way."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines: Iterator[bytes] = iter(lines)
        self._whole = sha256()
        self.rows = 0
        self.end: dict[str, Any] | None = None

    def head(self) -> str:
        """The revision of the schema. Raises BackupError for something that is no backup."""
        head = self._next()
        if not isinstance(head, dict) or head.get(HEAD) != FORMAT or "revision" not in head:
            raise BackupError("this is no backup that this version can read")
        return str(head["revision"])

    def parts(self) -> Iterator[tuple[str, list[str]] | list[Any]]:
        """Each table's name and columns, then its rows; at the end the sum is looked at."""
        tables = 0
        while True:
            before = self._whole.hexdigest()
            part = self._next()
            if isinstance(part, list):
                self.rows += 1
                yield part
            elif isinstance(part, dict) and isinstance(part.get("columns"), list):
                tables += 1
                yield str(part.get("table")), [str(name) for name in part["columns"]]
            elif isinstance(part, dict) and "end" in part:
                end = {"rows": self.rows, "tables": tables, "sha256": before}
                if part["end"] != end:
                    raise BackupError("the backup was changed after it was made; use another one")
                self.end = end
                return
            else:
                raise BackupError("this is no backup that this version can read")

    def _next(self) -> Any:
        line = next(self._lines, b"")
        self._whole.update(line)
        try:
            return json.loads(line)
        except (ValueError, RecursionError):
            reason = "was cut short" if not line.endswith(b"\n") else "cannot be read"
            raise BackupError(f"the backup {reason}; use another one") from None


async def load(connection: AsyncConnection, lines: Iterable[bytes]) -> Counted:
    """Puts a backup in the place of everything, inside the caller's transaction, and brings it up
    to this version's schema. Raises BackupError; then the caller must undo everything."""
    found = _Lines(lines)
    revision = found.head()
    if not knows(revision):
        raise BackupError("the backup is of a newer version; take that version first")
    await connection.run_sync(downgrade, "base")
    await connection.run_sync(upgrade, revision)
    _, laid = await connection.run_sync(_reflected)
    tables = {table.name: table for table in laid}
    await _fill(connection, found, tables)
    assert found.end is not None
    if connection.dialect.name == "postgresql":
        await _number_on(connection, laid)
    await connection.run_sync(upgrade)
    return Counted(found.rows, found.end["tables"], revision)


async def _fill(connection: AsyncConnection, found: _Lines, tables: dict[str, Table]) -> None:
    sqlite = connection.dialect.name == "sqlite"
    table, columns, waiting = None, list[str](), list[dict[str, Any]]()

    async def write() -> None:
        if table is not None and waiting:
            await connection.execute(insert(table), waiting)
            waiting.clear()

    for part in found.parts():
        if isinstance(part, tuple):
            await write()
            table, columns = tables.get(part[0]), part[1]
            if table is None or not set(columns) <= set(table.columns.keys()):
                raise BackupError("the backup does not fit the version that it names")
            continue
        waiting.append(_row(columns, part, sqlite))
        if len(waiting) >= AT_ONCE:
            await write()
    await write()


async def _number_on(connection: AsyncConnection, tables: Iterable[Table]) -> None:
    """PostgreSQL numbers new rows after the newest that came back."""
    for table in tables:
        for column in table.primary_key.columns:
            named = func.pg_get_serial_sequence(table.name, column.name)
            sequence = await connection.scalar(select(named))
            newest = await connection.scalar(select(func.max(column)))
            if sequence and newest:
                await connection.execute(
                    text("SELECT setval(:sequence, :newest)"),
                    {"sequence": sequence, "newest": newest},
                )
