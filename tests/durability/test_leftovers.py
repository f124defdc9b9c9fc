"""What a killed process held is free again, and that it was killed stands in the log and in the
metrics, without a word or a number of anybody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot import departures, inbox, leftovers, presence, receiver
from bot.clock import FixedClock
from bot.presence import LASTS, Presence, running
from bot.sender import Sender
from bot.store import Store

from .kit import NOW, A, B, C, Instant, Wire, came, put, receive, take
from .steps import Watched
from .test_receiver import Polls, receiving

KILLED, SILENT = "a_process_was_killed", "processes_fell_silent"
TAKEN = "chats_were_taken_over_whose_lease_was_over"
AGAIN = "messages_are_tried_again_whose_lease_was_over"
POLLED = "polling_was_taken_over_from_a_process_that_fell_silent"


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch, instant: Instant) -> Instant:
    for module in (presence, receiver):
        monkeypatch.setattr(module, "real_now", instant.now)
    return instant


async def at_work(store: Store) -> None:
    """A process with two turns and a message under way, that polls and says that it is here."""
    await receive(store, came(1, A), came(2, B))
    assert len(await inbox.claim_some(store, 2)) == 2
    await put(store, C, "een")
    assert await take(store) == ["een"]
    await receiving(store, Polls())._once(0)
    await Presence(store).say()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_the_only_one_frees_everything_at_its_start(
    store: Store, now: Instant, watched: Watched
) -> None:
    await leftovers.free_all(store)
    assert watched.told() == []
    await at_work(store)
    await leftovers.free_all(store)
    watched.is_told(KILLED)
    assert watched.lines[-1].getMessage().endswith("2 chats and 1 messages")
    assert await running(store) == 0
    polls = Polls()
    await receiving(store, polls)._once(0)
    assert polls.offsets == [None], "nobody waits for the lease of the dead"
    assert len(await inbox.claim_some(store, 5)) == 1  # one by one: who knows what killed it
    assert await take(store) == ["een"]
    assert watched.told() == [KILLED]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_others_take_over_when_its_leases_are_over(
    store: Store, now: Instant, watched: Watched
) -> None:
    await at_work(store)
    other, polls, wire = Presence(store), Polls(), Wire(now)
    sender = Sender(store, wire, FixedClock(NOW), timer=now.timer, pause=now.pause)
    await other.say()
    assert watched.told() == []
    now.pass_(max(LASTS, inbox.LEASE, departures.LEASE, receiver.LEASE).total_seconds() + 1)
    for _ in range(2):
        await other.say()
        await receiving(store, polls)._once(0)
        await inbox.claim_some(store, 5)
        await sender.send_some()
    for told in (SILENT, TAKEN, AGAIN, POLLED):
        watched.is_told(told)
    assert len(watched.told()) == 4
    assert wire.texts() == ["een"]


async def test_who_stops_in_order_is_not_told_as_dead(
    store: Store, now: Instant, watched: Watched
) -> None:
    first: Any = receiving(store, Polls())
    await first._once(0)
    here = Presence(store)
    await here.say()
    await first.let_go()
    await here.leave()
    await receive(store, came(1, A))
    claimed = await inbox.claim(store)
    assert claimed is not None
    await inbox.hand_back(store, claimed)
    now.pass_(timedelta(minutes=2).total_seconds())
    await Presence(store).say()
    await receiving(store, Polls())._once(0)
    assert await inbox.claim(store) is not None
    assert watched.told() == []
