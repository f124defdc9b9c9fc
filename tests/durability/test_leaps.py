"""The machine's clock is set while the bot runs: whatever waited by the wrong time goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot import departures, inbox, leaps, receiver
from bot.clock import FixedClock
from bot.leaps import Leaps
from bot.sender import Sender
from bot.store import Store
from bot.sweep import LOOK_EVERY, Sweep

from .kit import NOW, A, B, C, Instant, Wire, came, put, receive, take, take_turn
from .test_receiver import Polls, receiving

HOUR = 3600.0


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch, instant: Instant) -> Instant:
    for module in (leaps, receiver):
        monkeypatch.setattr(module, "real_now", instant.now)
    return instant


def looking(store: Store, now: Instant) -> Leaps:
    return Leaps(store, wall=now.timer, passed=lambda: 0.0)


async def test_set_back_an_hour_nothing_waits_for_that_hour(store: Store, now: Instant) -> None:
    watch = looking(store, now)
    await watch.look()
    await receiving(store, Polls())._once(0)  # its lease, by another process
    await receive(store, came(1, A), came(2, B))
    await put(store, A, "waits")
    await put(store, B, "pauses")
    now.pass_(2)
    assert await inbox.claim(store) is not None
    assert sorted(await take(store)) == ["pauses", "waits"]
    await put(store, C, "fresh")
    now.pass_(-HOUR)
    assert await take_turn(store) == []
    assert await take(store) == []
    await watch.look()
    assert sorted([*await take_turn(store), *await take_turn(store)]) == [1, 2]
    assert sorted(await take(store)) == ["fresh", "pauses", "waits"]
    polls = Polls()
    other = receiving(store, polls)
    now.pass_(1)
    await other._once(0)
    assert polls.offsets == [None]


async def test_a_halt_stands_and_one_that_cannot_be_does_not(store: Store, now: Instant) -> None:
    from bot.channel import Later

    watch = looking(store, now)
    await watch.look()
    wire = Wire(now)
    wire.answers = [Later(600)]
    sender = Sender(store, wire, FixedClock(NOW), timer=now.timer, pause=now.pause)
    await put(store, A, "a")
    await sender.send_some()
    await put(store, B, "b")
    now.pass_(-6)
    await watch.look()
    assert await take(store) == []
    now.pass_(-2 * HOUR)
    await watch.look()
    assert sorted(await take(store)) == ["a", "b"]


async def test_set_ahead_leases_end_and_both_notice(store: Store, now: Instant) -> None:
    """The turn of the one who lost the chat is undone; what was under way may be sent twice."""
    watch = looking(store, now)
    await watch.look()
    await receive(store, came(1))
    mine = await inbox.claim(store)
    assert mine is not None
    now.pass_(HOUR)
    await watch.look()
    assert await take_turn(store) == [1]
    with pytest.raises(inbox.ClaimLost):
        async with store.write() as session:
            await inbox.finish(session, mine, [1], NOW)


async def test_each_leap_is_one_line(
    store: Store, now: Instant, caplog: pytest.LogCaptureFixture
) -> None:
    watch = looking(store, now)
    for leap in (0.0, 3.0, HOUR, 0.0, -HOUR, 0.0):
        now.pass_(leap)
        await watch.look()
    assert [r.getMessage() for r in caplog.records if r.name == "bot.leaps"] == [
        "the clock was set ahead by 3600 seconds",
        "the clock was set back by 3600 seconds",
    ]


async def test_all_is_well_and_nothing_is_touched(store: Store, now: Instant) -> None:
    await receive(store, came(1, settles=True), settle=timedelta(seconds=10))
    await put(store, A, "a")
    assert len(await take(store)) == 1
    await leaps.mend(store)
    assert await take_turn(store) == []
    assert await take(store) == []
    assert await departures.take(store, NOW, 9) == []


async def test_erasing_old_rows_waits_for_no_wrong_clock(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []

    async def take_night(*args: object) -> bool:
        looked.append(args[-1])
        return False

    monkeypatch.setattr("bot.sweep.retention.take_night", take_night)
    clock = FixedClock(NOW + timedelta(days=400))
    sweep = Sweep(store, None, clock)  # type: ignore[arg-type]
    await sweep._retention()
    clock._now = NOW
    await sweep._retention()
    await sweep._retention()
    clock.advance(LOOK_EVERY.total_seconds())
    await sweep._retention()
    assert len(looked) == 3
