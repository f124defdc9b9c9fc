"""Workers of one process who are free at once share a look at the inbox; what is decided is on the
disk before it is said."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import inbox
from bot.claims import Claims
from bot.clock import FixedClock
from bot.inbox import Claim
from bot.residents import Heard
from bot.store import Store
from bot.store.leaving import HELD
from bot.updates import parse
from bot.worker import Worker

from .kit import NOW, A, B, C, came, chat_row, receive, take_turn, until
from .kit import update_row as row


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
    assert await claims.next() is None, "nobody said that there may be something"
    assert looks == [1]
    claims.perhaps()
    found = await claims.next()
    assert found is not None
    assert found.chat_id == A
    assert looks == [1, 1]


async def test_what_came_in_while_its_chat_was_locked_is_looked_for_again(store: Store) -> None:
    """Whoever writes down that the last message arrived holds the chat for a moment, and she may
    have answered by then. Nobody wakes the workers when that is over."""
    await receive(store, came(1, A))
    claims = Claims(store)
    if store.is_sqlite:  # nothing is passed over there: who writes waits for who writes
        claims.came()
        assert await claims.next() is not None
        assert not claims.look_again()
        return
    async with store.write() as session:
        await HELD(session, chat=A)
        claims.came()
        assert await claims.next() is None
    assert claims.look_again(), "something came in, and was not found"
    assert not claims.look_again(), "said once"
    claims.perhaps()
    found = await claims.next()
    assert found is not None
    assert found.chat_id == A
    assert not claims.look_again()
    claims.perhaps()
    assert await claims.next() is None
    assert not claims.look_again(), "nothing came in"


async def test_who_found_all_that_was_asked_for_looks_once_more(
    store: Store, looks: list[int]
) -> None:
    await receive(store, came(1, A), came(2, B))
    claims = Claims(store)
    assert await claims.next() is not None
    assert await claims.next() is not None
    assert await claims.next() is None
    assert await claims.next() is None
    assert looks == [1, 1, 1]


@pytest.fixture
def turns_held(monkeypatch: pytest.MonkeyPatch) -> tuple[list[int], asyncio.Event]:
    """The turns that were begun, and what the first one waits for. No worker looks by itself."""
    turns: list[int] = []
    going_on = asyncio.Event()

    async def hear(_worker: Worker, together: Any, _language: str | None) -> Any:
        turns.append(together[0].update_id)
        if len(turns) == 1:
            await going_on.wait()
        return Heard(tuple(together))

    async def answer(*_: object) -> None:
        """Nothing is said."""

    monkeypatch.setattr("bot.worker.LOOK_EVERY", 60)
    monkeypatch.setattr(Worker, "_hear", hear)
    monkeypatch.setattr("bot.worker.answer", answer)
    return turns, going_on


async def test_what_came_during_a_turn_is_taken_when_it_ends(
    store: Store, looks: list[int], turns_held: tuple[list[int], asyncio.Event]
) -> None:
    """Whoever looked meanwhile found the chat busy."""
    turns, going_on = turns_held
    claims = Claims(store)
    given: Any = (store, None, None, FixedClock(NOW), parse)
    workers = [Worker(*given, claims=claims) for _ in range(2)]
    await receive(store, came(1, A))
    running = [asyncio.create_task(one.run()) for one in workers]
    await until(lambda: turns == [1])
    await receive(store, came(2, A))
    seen = len(looks)
    for one in workers:
        one.wake.set()
    await until(lambda: len(looks) > seen)
    going_on.set()
    await until(lambda: turns == [1, 2])
    for task in running:
        task.cancel()
    await asyncio.wait(running)


async def test_a_word_to_a_busy_worker_is_kept(
    store: Store, turns_held: tuple[list[int], asyncio.Event]
) -> None:
    """Every worker was busy when it came in."""
    turns, going_on = turns_held
    given: Any = (store, None, None, FixedClock(NOW), parse)
    worker = Worker(*given)
    await receive(store, came(1, A))
    running = asyncio.create_task(worker.run())
    await until(lambda: turns == [1])
    worker._claims._perhaps = False
    await receive(store, came(2, B))
    worker.wake.set()
    going_on.set()
    await until(lambda: turns == [1, 2])
    running.cancel()
    await asyncio.wait([running])


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
