"""One outage of the database is one line when it begins and one when it is over, whoever runs into
it, however often."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette

from bot import departures, inbox, timers, webhook
from bot.app import App
from bot.clock import FixedClock
from bot.outage import SETTLED, Outage, kept_up
from bot.sender import Sender
from bot.store import Store
from bot.store.tables import Timer
from bot.sweep import Sweep
from bot.worker import Worker

from .kit import NOW, A, Instant, Wire, came, put, raw, receive, states, until, update_row
from .steps import AWAY, BACK, Watched

SECRET = "a-secret-of-the-tests"


def away(*_given: Any, **_more: Any) -> Any:
    raise OperationalError("SELECT een", {}, Exception("twee"))


async def ring(*_given: Any) -> None:
    away()


@pytest.fixture
def outage(instant: Instant) -> Outage:
    return Outage(instant.timer, instant.pause)


async def test_what_lands_in_it(
    store: Store,
    instant: Instant,
    outage: Outage,
    watched: Watched,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Twenty-five messages at once, that all cannot be written down."""
    monkeypatch.setattr(departures, "arrived", away)
    wire = Wire(instant)
    for chat in range(1000, 1025):
        await put(store, chat, "een")
    sender = Sender(
        store, wire, FixedClock(NOW), timer=instant.timer, pause=instant.pause, outage=outage
    )
    await sender.send_some()
    assert len(wire.sent) == 25
    await asyncio.sleep(0)
    watched.is_told(AWAY)
    instant.pass_(SETTLED)
    outage.works()
    outage.works()
    watched.is_one_outage()


async def test_what_arrived_waits_for_its_end(
    store: Store,
    instant: Instant,
    watched: Watched,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing more can be taken meanwhile; what Telegram has is not let go for that, nor sent a
    second time."""
    wire, ends, arrived = Wire(instant), instant.seconds + 3, departures.arrived
    done: list[Any] = []

    async def pause(seconds: float) -> None:
        await asyncio.sleep(0.02)  # meanwhile the sender looks for more
        instant.pass_(seconds)

    outage = Outage(instant.timer, pause)

    def until_it_ends(really: Any) -> Any:
        async def write(*given: Any, **more: Any) -> Any:
            if done and instant.seconds < ends:
                away()
            found = await really(*given, **more)
            done.append(really)
            return found

        return write

    monkeypatch.setattr("bot.sender.LANDING", 0)
    monkeypatch.setattr("bot.sender.LOOK_EVERY", 0)
    monkeypatch.setattr(departures, "take", until_it_ends(departures.take))
    monkeypatch.setattr(departures, "arrived", until_it_ends(departures.arrived))
    monkeypatch.setattr(departures, "hand_back", until_it_ends(departures.hand_back))
    await put(store, A, "een")
    sending = asyncio.create_task(
        kept_up(
            Sender(
                store, wire, FixedClock(NOW), timer=instant.timer, pause=instant.pause,
                outage=outage,
            ).run,
            outage,
        )
    )  # fmt: skip
    await until(lambda: arrived in done)
    sending.cancel()
    await asyncio.wait([sending])
    assert wire.texts() == ["een"]
    assert await states(store) == ["sent"]
    assert watched.told() == [AWAY]


async def test_every_part_of_a_process(
    store: Store,
    instant: Instant,
    outage: Outage,
    watched: Watched,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A turn, a webhook and a sweep: nobody's turn and nobody's timer is to blame."""
    app = Starlette(routes=[webhook.route(away, SECRET, outage)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as http:
        for number in (1, 2, 3):
            answer = await http.post(
                f"http://bot{webhook.PATH}", json=raw(number), headers={webhook.HEADER: SECRET}
            )
            assert answer.status_code == 503
    house: Any = None
    await receive(store, came(1))
    turn = Worker(store, house, house, FixedClock(NOW), away, outage=outage)
    for _ in range(4):
        assert await turn.work_once()
        instant.pass_(10)
    assert (await update_row(store, 1)).attempts == 0
    async with store.write() as session:
        await timers.plan(session, "silence", NOW - timedelta(hours=1))
    monkeypatch.setattr("bot.sweep.ring", ring)
    sweep = Sweep(store, house, FixedClock(NOW), outage)
    for _ in range(timers.MAX_ATTEMPTS + 1):
        assert await sweep._timers() == 0
    async with store.read() as session:
        timer = await session.get_one(Timer, 1)
    assert (timer.attempts, timer.done_at) == (0, None)
    watched.is_told(AWAY)
    assert set(watched.told()) == {AWAY}


async def test_a_turn_that_failed_in_it_is_free_as_soon_as_it_is_over(
    store: Store,
    instant: Instant,
    outage: Outage,
    watched: Watched,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its chat waits for no lease: somebody may be in danger there."""
    really, failures = inbox.failed, [1, 2, 3]

    async def failed(*given: Any) -> bool:
        if failures:
            failures.pop()
            away()
        return await really(*given)

    monkeypatch.setattr(inbox, "failed", failed)
    await receive(store, came(1, A))
    house: Any = None
    began = instant.seconds
    assert await Worker(store, house, house, FixedClock(NOW), away, outage=outage).work_once()
    instant.pass_(2)
    assert await inbox.claim(store) is not None
    assert instant.seconds - began < inbox.LEASE.total_seconds() / 2
    watched.is_told(AWAY)


def test_over_when_nobody_ran_into_it_for_a_while(
    instant: Instant, outage: Outage, watched: Watched
) -> None:
    """A database that is full takes one thing and not another."""
    for error in (OSError("een"), TimeoutError(), OSError("twee")):
        outage.tell(error)
        instant.pass_(SETTLED - 1)
        outage.works()
    assert watched.told() == [AWAY]
    instant.pass_(1)
    outage.works()
    watched.is_one_outage()
    outage.tell(OSError())
    assert watched.told() == [AWAY, BACK, AWAY]


async def test_a_tick_that_goes_well_ends_it(instant: Instant, watched: Watched) -> None:
    app: Any = App.__new__(App)
    app._outage, app._following = Outage(instant.timer), None
    ticks: list[Exception | None] = [OSError("een"), None, None]

    async def tick() -> None:
        if (error := ticks.pop(0)) is not None:
            raise error

    app.tick = tick
    await app._tick()
    await app._tick()
    assert watched.told() == [AWAY]
    instant.pass_(SETTLED)
    await app._tick()
    watched.is_one_outage()


async def test_a_timer_that_cannot_be_committed_ends_the_tick(
    store: Store, outage: Outage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not done, the tick says so, and the process is not taken for one that sweeps."""
    async with store.write() as session:
        await timers.plan(session, "silence", NOW - timedelta(hours=1))
    write = store.write

    @asynccontextmanager
    async def full() -> AsyncIterator[Any]:
        async with write() as session:
            yield session
            raise OSError("full")

    async def nothing(*_: Any) -> int:
        return 0

    house: Any = None
    sweep = Sweep(store, house, FixedClock(NOW), outage)
    monkeypatch.setattr("bot.sweep.ring", nothing)
    monkeypatch.setattr(sweep, "_contacts", nothing)
    monkeypatch.setattr(sweep, "_retention", nothing)
    monkeypatch.setattr(store, "write", full)
    swept = sweep.swept_at
    for _ in range(2):
        with pytest.raises(OSError, match="full"):
            await asyncio.wait_for(sweep.once(), 30)
    assert sweep.swept_at == swept
    async with store.read() as session:
        assert (await session.get_one(Timer, 1)).done_at is None
    monkeypatch.setattr(store, "write", write)
    assert await sweep.once() == 1
    assert sweep.swept_at > swept
