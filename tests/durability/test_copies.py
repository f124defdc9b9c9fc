"""The database that tests have one after the other is new to each of them."""

from __future__ import annotations

import asyncpg
from databases import PostgresCopy
from sqlalchemy import text

from bot.store import Store

from .kit import A, came, put, receive


async def seen(store: Store, query: str) -> list[object]:
    async with store.read() as session:
        return list(await session.scalars(text(query)))


async def test_it_is_as_new(bare_postgres: PostgresCopy) -> None:
    store = Store.open(await bare_postgres.fresh())
    await receive(store, came(1))
    number = await put(store, A, "dag")
    other = await asyncpg.connect(bare_postgres.url)
    held = other.transaction()
    await held.start()
    await other.execute("LOCK TABLE outbox")  # by somebody who did not go

    assert await bare_postgres.fresh() == bare_postgres.url
    assert await seen(store, "SELECT count(*) FROM inbox") == [0]
    assert await seen(store, "SELECT count(*) FROM chats") == [0]
    await receive(store, came(1))
    assert await put(store, A, "dag") == number
    await store.close()


async def test_what_is_more_than_new_rows_is_undone_too(bare_postgres: PostgresCopy) -> None:
    for change in (
        "ALTER TABLE people ADD COLUMN pace text",
        "DROP TABLE timers",
        "DELETE FROM alembic_version",
        "UPDATE alembic_version SET version_num = 'x'",
        f"ALTER DATABASE {bare_postgres.name} SET default_transaction_read_only = on",
    ):
        connection = await asyncpg.connect(await bare_postgres.fresh())
        was = await connection.fetchval("SELECT version_num FROM alembic_version")
        assert await connection.fetchval("SELECT count(*) FROM timers") == 0
        await connection.execute(change)
        await connection.close()
        store = Store.open(await bare_postgres.fresh())
        assert await seen(store, "SELECT version_num FROM alembic_version") == [was]
        assert await seen(store, "SELECT count(*) FROM timers") == [0]
        assert await receive(store, came(1)) == [1]
        await store.close()
