"""One transaction at the driver of its database. Statements made ready go straight to it; a session
of SQLAlchemy joins it when it is asked for what only it knows, and many never are.

Whoever comes first begins it: the driver with a statement of ours, or SQLAlchemy with its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, NoReturn

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.util import greenlet_spawn

from bot.store import sqlite

DRIVER = "the driver of a session's transaction"


class Sqlite:
    """It answers where it is asked."""

    def __init__(self, connection: Any) -> None:
        self.dialect = connection.dialect
        self._connection = connection
        self._ours: sqlite.Connection = connection.connection.driver_connection
        self._raw: sqlite3.Connection = self._ours.raw

    @property
    def begun(self) -> bool:
        return self._raw.in_transaction

    async def fetch(self, text: str, values: tuple[Any, ...]) -> Sequence[Any]:
        try:
            if not self._raw.in_transaction:
                await self._begin()
            rows: list[Any] = self._raw.execute(text, values).fetchall()
        except Exception as error:
            await failed(self._connection, error, text)
        return rows

    async def many(self, text: str, rows: Sequence[tuple[Any, ...]]) -> None:
        try:
            if not self._raw.in_transaction:
                await self._begin()
            self._raw.executemany(text, rows)
        except Exception as error:
            await failed(self._connection, error, text)

    async def _begin(self) -> None:
        await self._ours.begin(self._connection.get_execution_options())

    async def commit(self) -> None:
        try:
            await self._ours.commit()
        except Exception as error:
            await failed(self._connection, error, "COMMIT")


class Postgres:
    def __init__(self, connection: Any) -> None:
        self.dialect = connection.dialect
        self._connection, self._adapted = connection, connection.connection.dbapi_connection

    @property
    def begun(self) -> bool:
        return self._adapted._transaction is not None

    async def fetch(self, text: str, values: tuple[Any, ...]) -> Sequence[Any]:
        raw = await self._ready()
        try:
            rows: Sequence[Any] = await raw.fetch(text, *values)
        except BaseException as error:
            await self._failed(error, text)
        return rows

    async def many(self, text: str, rows: Sequence[tuple[Any, ...]]) -> None:
        raw = await self._ready()
        try:
            await raw.executemany(text, rows)
        except BaseException as error:
            await self._failed(error, text)

    async def _ready(self) -> Any:
        if not self.begun:
            try:
                await self._adapted._start_transaction()
            except BaseException as error:
                await self._failed(error, "BEGIN")
        return self._adapted.driver_connection

    async def commit(self) -> None:
        if not self.begun:
            return
        try:
            await greenlet_spawn(self._adapted.commit)
        except BaseException as error:
            await failed(self._connection, error, "COMMIT")

    async def _failed(self, error: BaseException, text: str) -> NoReturn:
        try:
            self._adapted._handle_exception(error)  # raises it as SQLAlchemy calls it
        except BaseException as known:
            error = known
        await failed(self._connection, error, text)


async def failed(connection: Any, error: BaseException, text: str) -> NoReturn:
    """Raises what SQLAlchemy would have raised, and lets go of a connection that is lost."""

    def handle() -> None:
        try:
            raise error
        except BaseException as known:  # SQLAlchemy looks for what is being handled: a stop too
            connection._handle_dbapi_exception(known, text, None, None, None)

    await greenlet_spawn(handle)
    raise error


def driver_of(connection: AsyncConnection) -> Sqlite | Postgres:
    kind = Sqlite if connection.dialect.name == "sqlite" else Postgres
    return kind(connection.sync_connection)
