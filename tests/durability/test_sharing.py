"""Workers of one process who are free at once share a look at the inbox; what is decided is on the
disk before it is said; and a turn stays cheap."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import event

from bot import inbox
from bot.app import make_house
from bot.claims import Claims
from bot.clock import FixedClock
from bot.inbox import Claim
from bot.listening import Listener
from bot.publishing import publish_first
from bot.settings import ROOT, Settings
from bot.store import Store, drivers
from bot.updates import parse
from bot.worker import Worker

from .kit import NOW, A, B, C, came, chat_row, receive, take_turn
from .kit import update_row as row

MOST = 18  # statements of a turn, the look for it included


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many turns were asked for, look by look."""
    seen: list[int] = []
    claim_some = inbox.claim_some

    async def looked(store: Store, most: int) -> list[Claim]:
        seen.append(most)
        return await claim_some(store, most)

    monkeypatch.setattr(inbox, "claim_some", looked)
    return seen


async def test_who_is_free_at_once_shares_one_look(store: Store, looks: list[int]) -> None:
    await receive(store, came(1, A), came(2, B))
    claims = Claims(store)
    found = await asyncio.gather(claims.next(), claims.next(), claims.next())
    assert [one and one.chat_id for one in found] == [A, B, None]
    assert looks == [3], "nobody looked a second time for what was not there"


async def test_what_comes_after_a_look_is_found_by_the_next(store: Store, looks: list[int]) -> None:
    claims = Claims(store)
    assert await claims.next() is None
    await receive(store, came(1, A))
    found = await claims.next()
    assert found is not None
    assert found.chat_id == A
    assert looks == [1, 1]


async def test_at_a_stop_nothing_stays_claimed(store: Store) -> None:
    """One of three has its turn when they are stopped: the others' are anybody's at once."""
    await receive(store, came(1, A), came(2, B), came(3, C))
    claims = Claims(store)
    asking = [asyncio.create_task(claims.next()) for _ in range(3)]
    (done, _) = await asyncio.wait(asking, return_when=asyncio.FIRST_COMPLETED)
    for task in asking:
        task.cancel()
    await asyncio.gather(*asking, return_exceptions=True)
    for task in done:
        if (taken := task.result()) is not None:
            await claims.hand_back(taken)
    assert (await row(store, 3)).attempts == 0
    assert (await chat_row(store)).begun == 0
    assert sorted([await take_turn(store) for _ in range(3)]) == [[1], [2], [3]]


async def test_a_turn_stays_cheap(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A press of a button, from the look at the inbox to the answer in the outbox."""
    await publish_first(store, ROOT, NOW)
    settings = Settings()
    house = make_house(settings)
    listener = Listener(house.rules, None, settings.zone)
    worker = Worker(store, house, listener, FixedClock(NOW), parse)
    for number in (1, 2):
        await receive(store, came(number, text="/help"))
        await worker.work_once()
    await receive(store, came(3, text="/help"))
    count = 0

    def counting(method: Any) -> Any:
        async def counted(*arguments: Any) -> Any:
            nonlocal count
            count += 1
            return await method(*arguments)

        return counted

    for kind in (drivers.Sqlite, drivers.Postgres):
        for name in ("fetch", "many"):
            monkeypatch.setattr(kind, name, counting(getattr(kind, name)))

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    event.listen(store.engine.sync_engine, "before_cursor_execute", note)
    await worker.work_once()
    assert 0 < count <= MOST, f"{count} statements"
