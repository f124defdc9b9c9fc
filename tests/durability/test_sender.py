"""The sender: within Telegram's limits on a time that is moved by hand, side by side, and what it
makes of each answer."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot import departures, outbox
from bot.channel import Delete, Gone, Later, Refused, Say, Unreachable
from bot.clock import FixedClock
from bot.outbox import Leaving
from bot.sender import Sender
from bot.store import Store
from bot.store.drivers import Postgres, Sqlite

from .kit import NOW, A, B, C, Instant, Wire, put, states, until

FAST = 1e9


def sending(store: Store, wire: Wire, **more: float) -> Sender:
    instant = wire.instant
    return Sender(
        store,
        wire,
        FixedClock(NOW),
        timer=instant.timer,
        pause=instant.pause,
        **more,  # type: ignore[arg-type]
    )


async def drain(sender: Sender, instant: Instant, seconds: float = 600) -> None:
    """Sends until nothing is left, moving time on where nothing may leave yet."""
    ends = instant.seconds + seconds
    while not await outbox.is_idle(sender._store):
        if not await sender.send_some():
            instant.pass_(0.1)
        assert instant.seconds < ends, "it takes too long"


async def test_thirty_a_second_in_all(store: Store, instant: Instant) -> None:
    wire = Wire(instant)
    for chat in range(1000, 1090):
        await put(store, chat, f"to {chat}")
    await drain(sending(store, wire), instant)
    assert len(wire.sent) == 90
    moments = [at for at, _, _ in wire.sent]
    for start in moments:
        assert sum(start <= at < start + 1 for at in moments) <= 2 * 28  # a bucket, then its rate
    later = [at for at in moments if at > moments[0]]
    assert len(later) / (moments[-1] - moments[0]) <= 30


async def test_one_a_second_to_a_chat_after_a_small_burst(store: Store, instant: Instant) -> None:
    wire = Wire(instant)
    for number in range(9):
        await put(store, A, str(number))
    await drain(sending(store, wire), instant)
    moments = [at for at, _, _ in wire.sent]
    assert wire.texts() == [str(n) for n in range(9)]
    assert moments[2] - moments[0] < 0.5
    assert all(after - before >= 0.99 for before, after in pairwise(moments[3:]))


async def test_a_429_halts_everything_for_as_long_as_it_asks(
    store: Store, instant: Instant
) -> None:
    wire = Wire(instant)
    wire.answers = [Later(17)]
    await put(store, A, "a")
    sender = sending(store, wire)
    began = instant.seconds
    await sender.send_some()
    await put(store, B, "b")
    await drain(sender, instant)
    assert sorted(wire.texts()) == ["a", "b"]
    assert min(at for at, _, _ in wire.sent) >= began + 17


@pytest.mark.parametrize("error", [Unreachable("network"), Later(2)])
async def test_what_did_not_arrive_is_tried_again_in_order(
    store: Store, instant: Instant, error: Exception
) -> None:
    wire = Wire(instant)
    wire.answers = [error, error, error]
    for text in ("1", "2", "3"):
        await put(store, A, text)
    await drain(sending(store, wire), instant)
    assert wire.texts() == ["1", "2", "3"]


async def test_refused_and_gone(store: Store, instant: Instant) -> None:
    wire = Wire(instant)
    wire.answers = [Refused("bad request")]
    await put(store, A, "refused")
    await put(store, A, "next")
    sender = sending(store, wire)
    await drain(sender, instant)
    assert wire.texts() == ["next"]
    wire.answers = [Gone("forbidden")]
    await put(store, B, "1")
    await put(store, B, "2")
    await drain(sender, instant)
    assert wire.texts() == ["next"]
    assert Counter(await states(store)) == {"failed": 3, "sent": 1}


async def test_a_message_that_cannot_even_be_built_holds_up_nothing(
    store: Store, instant: Instant, caplog: pytest.LogCaptureFixture
) -> None:
    wire = Wire(instant)
    wire.answers = [ValueError("with her words in it")]
    await put(store, A, "odd")
    await put(store, A, "next")
    await drain(sending(store, wire), instant)
    assert wire.texts() == ["next"]
    assert "her words" not in caplog.text


@pytest.mark.parametrize("urgency", [outbox.ANSWER, outbox.CRISIS])
@pytest.mark.parametrize("slow_chat", [A, B])
async def test_one_slow_send_holds_up_nobody_else(
    store: Store, urgency: int, slow_chat: int
) -> None:
    """Not even in its own chat, where danger is answered."""
    wire = Wire()
    wire.holds["slow"] = asyncio.Event()
    await put(store, slow_chat, "slow")
    sender = Sender(store, wire, FixedClock(NOW), per_second=FAST)
    running = asyncio.create_task(sender.run())
    await until(lambda: len(sender._flying) == 1)
    for text in ("1", "2", "3"):
        await put(store, C, text)
    target = B if urgency == outbox.ANSWER and slow_chat == A else A
    await put(store, target, "this", urgency=urgency)
    sender.wake.set()
    expected = {"1", "2", "3", "this"}
    if urgency == outbox.ANSWER and slow_chat == target:
        expected.discard("this")  # within a chat order is kept
    await until(lambda: set(wire.texts()) == expected)
    wire.holds["slow"].set()
    await until(lambda: "slow" in wire.texts())
    await until(lambda: not sender._flying)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert wire.texts().count("slow") == 1


async def test_when_one_has_landed_what_waits_for_its_chat_leaves(
    store: Store, instant: Instant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who took all that could leave looks again when there can be more, and only then."""
    wire, looks, taken = Wire(instant), list[int](), departures.take
    wire.holds = {"een": asyncio.Event()}

    async def noted(*given: Any, **more: Any) -> list[Leaving]:
        found = await taken(*given, **more)
        looks.append(len(found))
        return found

    monkeypatch.setattr(departures, "take", noted)
    monkeypatch.setattr("bot.sender.LOOK_EVERY", 60)
    await put(store, A, "een")
    await put(store, A, "twee")
    running = asyncio.create_task(sending(store, wire).run())
    with pytest.raises(AssertionError, match="never"):
        await until(lambda: len(looks) > 1, turns=100)
    wire.holds["een"].set()
    await until(lambda: wire.texts() == ["een", "twee"])
    with pytest.raises(AssertionError, match="never"):
        await until(lambda: len(looks) > 2, turns=100)
    assert looks == [1, 1]
    running.cancel()
    await asyncio.wait([running])


async def test_when_every_place_is_taken_a_crisis_reply_has_its_own(store: Store) -> None:
    wire = Wire()
    for chat in range(1000, 1006):
        wire.holds[str(chat)] = asyncio.Event()
        await put(store, chat, str(chat))
    sender = Sender(store, wire, FixedClock(NOW), per_second=FAST, at_once=4, kept_for_crises=1)
    running = asyncio.create_task(sender.run())
    await until(lambda: len(sender._flying) == 4)
    await put(store, A, "crisis", urgency=outbox.CRISIS)
    sender.wake.set()
    await until(lambda: wire.texts() == ["crisis"])
    for event in wire.holds.values():
        event.set()
    await until(lambda: len(wire.sent) == 7)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_what_is_taken_back_keeps_nothing_waiting(store: Store, instant: Instant) -> None:
    """A volunteer whose talk ended reads so at once, not a second for each copy later."""
    wire = Wire(instant)
    async with store.write() as session:
        for number in range(30):
            await outbox.put(session, A, Delete(number + 1), NOW, purpose="deletion")
        await outbox.put(session, A, Say("voorbij"), NOW)
    sender = sending(store, wire)
    began = instant.seconds
    await drain(sender, instant)
    assert wire.texts()[-1] == "voorbij"
    assert instant.seconds - began < 5


async def test_a_stop_lets_land_what_is_under_way(store: Store) -> None:
    wire = Wire()
    wire.holds["a"] = asyncio.Event()
    await put(store, A, "a")
    sender = Sender(store, wire, FixedClock(NOW))
    running = asyncio.create_task(sender.run())
    await until(lambda: len(sender._flying) == 1)
    running.cancel()
    await asyncio.sleep(0)
    wire.holds["a"].set()
    await asyncio.gather(running, return_exceptions=True)
    assert await states(store) == ["sent"]


async def test_what_arrived_is_written_down_once_the_database_is_back(
    store: Store, instant: Instant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restart of the database is no reason to say a thing twice."""
    really, failures = departures.arrived, [1, 2, 3]

    async def arrived(*args: Any) -> bool:
        if failures:
            failures.pop()
            raise OperationalError("", {}, Exception())
        return await really(*args)

    monkeypatch.setattr(departures, "arrived", arrived)
    wire = Wire(instant)
    await put(store, A, "a")
    sender = sending(store, wire)
    await drain(sender, instant)
    assert wire.texts() == ["a"]
    assert await states(store) == ["sent"]
    assert failures == []


async def test_at_most_two_commits_a_message(
    store: Store, instant: Instant, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire, commits = Wire(instant), []
    for chat in range(1000, 1040):
        await put(store, chat, "x")
    kind = Sqlite if store.is_sqlite else Postgres
    commit = kind.commit

    async def committed(driver: Any) -> None:
        commits.append(driver)
        await commit(driver)

    monkeypatch.setattr(kind, "commit", committed)
    sender = sending(store, wire, per_second=FAST, at_once=1000)
    await sender.send_some()
    assert len(wire.sent) == 40
    assert 2 <= len(commits) <= 41 + 40


async def test_no_word_of_anybody_in_the_log(
    store: Store, instant: Instant, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wire = Wire(instant)
    wire.answers = [Unreachable("network"), Refused("bad request"), Gone("forbidden")]
    for text in ("secret 1", "secret 2", "secret 3", "secret 4"):
        await put(store, A, text)
    await drain(sending(store, wire), instant)
    ours = [r.getMessage() for r in caplog.records if r.name.startswith("bot.")]
    assert ours
    assert not any("secret" in line for line in ours)
