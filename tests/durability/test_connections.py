"""The connection of the last transaction is used again, as long as nothing speaks against it."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from sqlalchemy import event, text

from bot.store import Store
from bot.store.connections import MOST
from bot.store.postgres import RESTED

from .kit import A, put, states


@pytest.fixture
def given(store: Store) -> list[Any]:
    """The connections that the pool gave."""
    found: list[Any] = []
    event.listen(store.engine.sync_engine, "checkout", lambda raw, *_: found.append(raw))
    return found


async def test_one_after_the_other_uses_the_same(store: Store, given: list[Any]) -> None:
    for word in ("een", "twee"):
        await put(store, A, word)
    assert await states(store) == ["queued", "queued"]
    assert len(given) == 1


async def test_after_a_rest_the_pool_is_asked(
    store: Store, given: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(store, A, "een")
    later = time.monotonic() + RESTED + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    await put(store, A, "twee")
    assert len(given) == 2


async def test_what_went_wrong_is_not_used_again(store: Store, given: list[Any]) -> None:
    async def fail() -> None:
        async with store.write() as session:
            await session.execute(text("SELECT 1"))
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await fail()
    await put(store, A, "een")
    assert len(given) == 2
    assert await states(store) == ["queued"]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_one_that_the_server_ended_is_not_used(store: Store, given: list[Any]) -> None:
    await put(store, A, "een")
    raw = given[0].driver_connection
    raw.terminate()
    await put(store, A, "twee")
    assert len(given) == 2
    assert await states(store) == ["queued", "queued"]


async def test_who_waits_at_the_pool_comes_before_what_is_kept(store: Store) -> None:
    """More writers at once than there are connections, again and again."""

    async def write(chat: int) -> None:
        async with store.write() as session:
            await session.execute(text("SELECT 1"))
        await put(store, chat, "dag")

    async with asyncio.timeout(20):
        await asyncio.gather(*(write(number) for number in range(1, 61)))
        assert len(await states(store)) == 60
        async with store.engine.connect(), store.engine.connect(), store.engine.connect():
            assert len(store._connections._idle) <= MOST


async def test_readers_see_what_was_written_since(store: Store) -> None:
    """A connection that has read before remembers nothing of it."""
    assert await states(store) == []
    await put(store, A, "een")
    assert await states(store) == ["queued"]
    async with store.read() as one:
        before = (await one.execute(text("SELECT count(*) FROM outbox"))).scalar()
        await put(store, A, "twee")
        async with store.read() as other:
            assert (await other.execute(text("SELECT count(*) FROM outbox"))).scalar() == 2
    assert before == 1
