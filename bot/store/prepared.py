"""Statements of every turn, made ready once.

SQLAlchemy writes their text and knows how each value is converted; from there they go straight to
the driver, in the transaction of the session. That takes a tenth of the time: for what is carried
out at every turn, finding out again what a statement means takes longer than the database does.

They know nothing of the rows that a session holds: what is pending of their tables is written
first, and what was remembered of a table that they write to is forgotten (`bot.store.recall`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql import visitors

from bot.store.drivers import DRIVER, Postgres, Sqlite
from bot.store.recall import forget, pending

INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

type Process = Callable[[Any], Any]


class _Ready:
    """One statement for one kind of database: its text, and how values come in and out."""

    def __init__(self, statement: Any, dialect: Any) -> None:
        compiled: Any = statement.compile(dialect=dialect)
        assert not compiled.insert_prefetch, "every column is named"
        self.text: str = compiled.string
        self._inputs = [self._input(compiled, name, dialect) for name in compiled.positiontup]
        columns = getattr(statement, "exported_columns", ())
        ways = (
            column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns
        )
        self._outputs = [(place, way) for place, way in enumerate(ways) if way is not None]

    @staticmethod
    def _input(compiled: Any, name: str, dialect: Any) -> tuple[str | None, Any, Process | None]:
        """(its name, where it is handed in; its value, where it is always the same; ...)."""
        bind = compiled.binds[name]
        process = bind.type.dialect_impl(dialect).bind_processor(dialect)
        return name if bind.required else None, bind.effective_value, process

    def values(self, given: Mapping[str, Any]) -> tuple[Any, ...]:
        """Raises KeyError for a value that was not handed in."""
        found = []
        for name, fixed, process in self._inputs:
            value = fixed if name is None else given[name]
            found.append(value if process is None else process(value))
        return tuple(found)

    def rows(self, raw: Sequence[Any]) -> list[Sequence[Any]]:
        return [self._row(one) for one in raw] if self._outputs else list(raw)

    def _row(self, raw: Sequence[Any]) -> Sequence[Any]:
        row = list(raw)
        for place, process in self._outputs:
            row[place] = process(row[place])
        return row


class Prepared:
    """A statement, or how one is made with the INSERT of the database at hand. Its values are
    bound by name; lists it has none. `forgets` False: it changes no answer that is remembered."""

    def __init__(self, made: Any, *, forgets: bool = True) -> None:
        self._made = made
        self._ready: dict[str, _Ready] = {}
        statement = made(sqlite.insert) if callable(made) else made
        self._tables = frozenset(
            one.name for one in visitors.iterate(statement) if isinstance(one, Table)
        )
        self._changes = statement.table.name if forgets and not statement.is_select else None

    async def __call__(self, session: AsyncSession, **values: Any) -> list[Sequence[Any]]:
        """Carries it out. Returns its rows."""
        driver, ready = await self._at(session)
        rows = await driver.fetch(ready.text, ready.values(values))
        return ready.rows(rows) if rows else []

    async def scalar(self, session: AsyncSession, **values: Any) -> Any:
        """The first value of the first row; None where there is none."""
        rows = await self(session, **values)
        return rows[0][0] if rows else None

    async def many(self, session: AsyncSession, rows: Iterable[Mapping[str, Any]]) -> None:
        """Carries it out once for each, as one; it returns nothing."""
        driver, ready = await self._at(session)
        values = [ready.values(row) for row in rows]
        if len(values) == 1:
            await driver.fetch(ready.text, values[0])
        elif values:
            await driver.many(ready.text, values)

    async def _at(self, session: AsyncSession) -> tuple[Sqlite | Postgres, _Ready]:
        if not pending(session.sync_session).isdisjoint(self._tables):
            await session.flush()
        if self._changes is not None:
            forget(session.sync_session, {self._changes})
        driver = session.info[DRIVER]
        name = driver.dialect.name
        if name not in self._ready:
            made = self._made(INSERTS[name]) if callable(self._made) else self._made
            self._ready[name] = _Ready(made, driver.dialect)
        return driver, self._ready[name]
