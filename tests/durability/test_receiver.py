"""The receiver: stored before acknowledged, one poller at a time, and whatever Telegram answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot import consents, receiver
from bot.channel import Later, Unreachable
from bot.clock import FixedClock
from bot.receiver import Receiver
from bot.store import Store
from bot.store.tables import Consent, Lease, Person, Update
from bot.telegram import POLL_ENDS_WITHIN, POLL_SECONDS, PollingConflict, Telegram

from .kit import NOTHING, NOW, A, Instant, raw, receive
from .test_calls import answering

TOKEN = "123456:test-token"
CLOSED = "http://127.0.0.1:9"


class Polls:
    """A Telegram that answers polls with what is prepared; an exception is raised."""

    def __init__(self, *answers: Any) -> None:
        self.answers, self.offsets = list(answers), list[int | None]()

    async def poll(self, offset: int | None, seconds: int) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        answer = self.answers.pop(0) if self.answers else []
        if isinstance(answer, Exception):
            raise answer
        return list(answer)


def receiving(
    store: Store, polls: Polls, wake: Callable[[timedelta], None] = lambda _: None
) -> Receiver:
    telegram: Any = polls
    return Receiver(store, telegram, FixedClock(NOW), NOTHING, frozenset(), wake)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch, instant: Instant) -> Instant:
    monkeypatch.setattr(receiver, "real_now", instant.now)
    return instant


async def test_the_offset_follows_what_was_stored(store: Store, now: Instant) -> None:
    polls = Polls([raw(7), raw(8)], [raw(8), raw(9)], [])
    woken: list[int] = []
    one = receiving(store, polls, lambda _: woken.append(1))
    for _ in range(3):
        assert await one._once(0) == 0
    assert polls.offsets == [None, 9, 10]
    assert len(woken) == 2


async def test_who_begins_asks_for_everything_that_nobody_acknowledged(
    store: Store, now: Instant
) -> None:
    """A lower number may wait behind a stored one, brought by webhook before it."""
    await receiving(store, Polls([raw(7)]))._once(0)
    now.pass_(60)
    again = Polls([raw(6), raw(7)], [])
    one = receiving(store, again)
    await one._once(0)
    await one._once(0)
    assert again.offsets == [None, 8]
    async with store.read() as session:
        stored = select(Update.update_id).order_by(Update.update_id)
        assert list(await session.scalars(stored)) == [6, 7]


async def test_after_a_week_of_silence_numbers_may_begin_lower(
    store: Store, now: Instant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An offset above them would tell Telegram to forget what it has for us."""
    polls = Polls([raw(900_000_000)], [], [raw(5_000)], [])
    one = receiving(store, polls)
    await one._once(0)
    await one._once(0)
    later = time.monotonic() + receiver.NUMBERS_LAST + 1
    monkeypatch.setattr("bot.receiver.time.monotonic", lambda: later)
    await one._once(0)
    await one._once(0)
    assert polls.offsets == [None, 900_000_001, None, 5_001]


@pytest.mark.parametrize(
    ("answer", "wait"),
    [
        (Later(13), 13),
        (Unreachable("network"), 1),
        (PollingConflict(), 5),
        ([{"no": "update"}], 1),
        ([{"update_id": True}, {"update_id": 2**70}, {"update_id": "7"}], 1),
    ],
)
async def test_what_goes_wrong_is_waited_for(
    store: Store, now: Instant, answer: Any, wait: float
) -> None:
    assert await receiving(store, Polls(answer))._once(0) == wait


async def test_waits_grow_up_to_half_a_minute(store: Store, now: Instant) -> None:
    one, waited = receiving(store, Polls(*[Unreachable("network")] * 8)), 0.0
    found = []
    for _ in range(8):
        waited = await one._once(waited)
        found.append(waited)
    assert found == [1, 2, 4, 8, 16, 30, 30, 30]


ODD: list[dict[str, Any]] = [
    {"update_id": 1, "message": ["a", "list"]},
    {"update_id": 2, "message": "text"},
    {"update_id": 3, "message": {"chat": "x", "text": 5}},
    {"update_id": 4, "callback_query": {"from": {"id": "x"}, "message": {"chat": {"id": []}}}},
    {"update_id": 5, "message": {"chat": {"type": "private", "id": 2**70}, "text": "stop"}},
    {"update_id": 6, "message": {"chat": {"type": "private", "id": True}, "text": "stop"}},
    {"update_id": 7, "message": {"chat": {"type": "private", "id": -5}, "text": "stop"}},
    {"update_id": 8, "message": {"chat": {"type": "private", "id": A}, "text": "\udcff\x00stop"}},
    {"update_id": 9, "message": {"chat": {"type": "private", "id": A}, "text": {"deep": [{}] * 9}}},
]


async def test_odd_updates_are_stored_each_for_itself(store: Store, now: Instant) -> None:
    assert await receiving(store, Polls(ODD))._once(0) == 0
    async with store.read() as session:
        rows = list(await session.scalars(select(Update).order_by(Update.update_id)))
    assert [row.update_id for row in rows] == list(range(1, 10))
    assert [row.update_id for row in rows if row.chat_id == A] == [8, 9]


async def _resident(store: Store) -> int:
    await receive(store)
    async with store.write() as session:
        await receiver.inbox.remember_chat(session, A)
        who = Person(chat_id=A, language="fr", created_at=NOW, seen_at=NOW)
        session.add(who)
        await session.flush()
        await consents.give(session, who, consents.SHARE, "text", NOW)
    return who.id


@pytest.mark.parametrize("word", ["stop", "/stop", "Stop!", "ARRÊTE", "stoppen"])
async def test_stop_takes_effect_at_receipt(store: Store, now: Instant, word: str) -> None:
    """Ahead of everything that waits in her chat."""
    await _resident(store)
    await receiving(store, Polls([raw(1, A, word)]))._once(0)
    async with store.read() as session:
        assert (await session.scalars(select(Consent))).one().withdrawn_at == NOW


async def test_the_same_stop_twice_does_not_end_a_later_yes(store: Store, now: Instant) -> None:
    person_id = await _resident(store)
    one = receiving(store, Polls([raw(1, A, "stop")], [raw(1, A, "stop"), raw(2, A, "dag")]))
    await one._once(0)
    async with store.write() as session:
        person = await session.get_one(Person, person_id)
        await consents.give(session, person, consents.SHARE, "text", NOW)
    await one._once(0)
    async with store.read() as session:
        assert await consents.standing(session, person_id, consents.SHARE) is not None


async def test_one_polls_at_a_time(store: Store, now: Instant) -> None:
    first, second = Polls(), Polls()
    one, other = receiving(store, first), receiving(store, second)
    assert await one._once(0) == 0
    assert await other._once(0) == receiver.OTHERS_LOOK_EVERY
    now.pass_(receiver.LEASE.total_seconds() - 1)
    assert await one._once(0) == 0  # renewed
    now.pass_(5)
    assert await other._once(0) == receiver.OTHERS_LOOK_EVERY
    now.pass_(receiver.LEASE.total_seconds())
    assert await other._once(0) == 0  # the first one is dead, or so it seems
    assert await one._once(0) == receiver.OTHERS_LOOK_EVERY
    assert (len(first.offsets), len(second.offsets)) == (2, 1)


async def test_a_lease_is_renewed_only_where_a_long_poll_might_outlast_it(
    store: Store, now: Instant
) -> None:
    async def until() -> datetime:
        async with store.read() as session:
            return (await session.get_one(Lease, "polling")).until

    one = receiving(store, Polls())
    await one._once(0)
    first = await until()
    spare = (receiver.LEASE.total_seconds() - POLL_SECONDS) / 2
    now.pass_(spare)
    await one._once(0)
    assert await until() == first
    now.pass_(0.1)
    await one._once(0)
    assert await until() - first == timedelta(seconds=spare + 0.1)


async def test_a_graceful_stop_lets_the_next_one_poll_at_once(store: Store, now: Instant) -> None:
    one, other = receiving(store, Polls()), receiving(store, Polls())
    await one._once(0)
    await other.let_go()  # not its own
    assert await other._once(0) == receiver.OTHERS_LOOK_EVERY
    await one.let_go()
    assert await other._once(0) == 0
    async with store.read() as session:
        assert (await session.get_one(Lease, "polling")).holder == other._me


def test_polling_moves_within_half_a_minute_and_never_during_a_poll() -> None:
    longest = timedelta(seconds=POLL_SECONDS + POLL_ENDS_WITHIN)
    assert longest < receiver.LEASE
    moved = receiver.LEASE + timedelta(seconds=receiver.OTHERS_LOOK_EVERY)
    assert moved <= timedelta(seconds=30)


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (200, b'{"ok": true, "result": {"not": "a list"}}', Unreachable),
        (200, b"<html>gateway</html>", Unreachable),
        (200, b"[1, 2]", Unreachable),
        (200, b"null", Unreachable),
        (200, b"\xff\xfe", Unreachable),
        (200, b"[" * 100_000, Unreachable),
        (401, b'{"ok": false, "error_code": 401, "description": "Unauthorized"}', Unreachable),
        (409, b'{"ok": false, "error_code": 409, "description": "Conflict"}', PollingConflict),
        (429, b'{"ok": false, "parameters": {"retry_after": 7}}', Later),
        (429, b'{"ok": false, "parameters": null}', Later),
        (429, b'{"ok": false, "parameters": {"retry_after": "soon"}}', Later),
        (502, b"Bad Gateway", Unreachable),
    ],
)
async def test_answers_to_a_poll(status: int, body: bytes, error: type[Exception]) -> None:
    async with answering(status, body) as url:
        telegram = Telegram(TOKEN, url)
        with pytest.raises(error) as caught:
            await telegram.poll(None, 0)
        await telegram.close()
    assert TOKEN not in str(caught.value)
    assert caught.value.__cause__ is None
    if isinstance(caught.value, Later):
        assert 1 <= caught.value.seconds <= 3600
