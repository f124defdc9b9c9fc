"""A graceful stop: what was taken is finished or handed back at once, and nobody waits a minute."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from bot import departures, inbox, outbox, sender
from bot.app import App
from bot.channel import Say
from bot.clock import FixedClock
from bot.sender import Sender
from bot.settings import Settings
from bot.store import Store
from bot.updates import parse
from bot.worker import Worker

from .kit import NOW, A, B, Wire, came, chat_row, put, receive, states, take, take_turn, until
from .kit import update_row as row

HOUSE: Any = SimpleNamespace(rules=None, labels=lambda _: frozenset({"stop"}))


class Slow:
    """A Telegram and a language model that keep everybody waiting."""

    def __init__(self) -> None:
        self.asked = 0
        self.asks_model = True

    async def poll(self, offset: int | None, seconds: int) -> list[Any]:
        return await self._for_ever()

    async def send(self, chat_id: int, outgoing: Any) -> int:
        return await self._for_ever()

    async def hear_all(self, *_: Any) -> Any:
        return await self._for_ever()

    async def _for_ever(self) -> Any:
        self.asked += 1
        await asyncio.Event().wait()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "LANDING", 0.01)


async def stopped(task: asyncio.Task[Any]) -> None:
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_everything_that_was_taken_can_be_taken_at_once(store: Store, at_once: None) -> None:
    """A turn that waits for the NLU, and a message on its way; the next process has both."""
    slow: Any = Slow()
    app = App(Settings(workers=2), store, slow, HOUSE, FixedClock(NOW), None)
    for worker in app.workers:
        worker._listener = slow
    await receive(store, came(1))
    await put(store, B, "hallo")

    async def run() -> None:
        async with app.running() as together:
            await together

    task = asyncio.create_task(run())
    await until(lambda: slow.asked >= 3, 20_000)
    assert await inbox.claim(store) is None
    assert await take(store) == []
    await stopped(task)
    assert (await row(store, 1)).attempts == 0
    assert (await chat_row(store)).begun == 0
    assert await take_turn(store) == [1]
    assert await take(store) == ["hallo"]


@pytest.mark.parametrize("turns", range(0, 12, 3))
async def test_a_stop_while_a_claim_is_written(store: Store, turns: int, at_once: None) -> None:
    await receive(store, came(1))
    await put(store, B, "hallo")
    slow: Any = Slow()
    worker = Worker(store, HOUSE, slow, FixedClock(NOW), parse)
    sending = Sender(store, slow, FixedClock(NOW))
    tasks = [asyncio.create_task(worker.run()), asyncio.create_task(sending.run())]
    for _ in range(turns):
        await asyncio.sleep(0.001)
    for task in tasks:
        await stopped(task)
    assert await take_turn(store) == [1]
    assert await take(store) == ["hallo"]


async def test_a_stop_at_a_commit_is_a_stop(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is taken for an error of the database goes on for ever."""
    module: Any
    if store.is_sqlite:
        from bot.store.sqlite import Connection as module
    else:
        from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_connection as module

    def commit(_connection: object) -> None:
        raise asyncio.CancelledError

    async def write() -> None:
        async with store.write() as session:
            await outbox.put(session, A, Say("dag"), NOW)
            monkeypatch.setattr(module, "commit", commit)

    with pytest.raises(asyncio.CancelledError):
        await write()
    monkeypatch.undo()
    assert await states(store) == []


async def test_a_turn_that_ended_is_not_handed_back(store: Store) -> None:
    await receive(store, came(1), came(2))
    claimed = await inbox.claim(store)
    assert claimed is not None
    async with store.write() as session:
        await inbox.finish(session, claimed, [1, 2], NOW)
    await inbox.hand_back(store, claimed)
    assert [(await row(store, n)).attempts for n in (1, 2)] == [1, 1]
    sent = await departures.take(store, NOW, 9)
    await departures.hand_back(store, sent)
    assert await states(store) == []


async def test_a_halt_holds_for_every_process(store: Store, instant: Any) -> None:
    """Telegram's limits are the bot's: who goes on sending makes the halt longer."""
    from bot.channel import Later

    wires = Wire(instant), Wire(instant)
    one, other = (
        Sender(store, w, FixedClock(NOW), timer=instant.timer, pause=instant.pause) for w in wires
    )
    await put(store, A, "een")
    wires[0].answers.append(Later(13))
    await one.send_some()
    await put(store, B, "twee")
    instant.pass_(12)
    assert await other.send_some() == 0
    await put(store, B, "nood", urgency=0)  # may be refused, and must not have waited
    assert await other.send_some() == 1
    instant.pass_(1.5)
    await other.send_some()
    assert wires[1].texts()[0] == "nood"
    assert sorted(wires[1].texts()[1:]) == ["een", "twee"]
