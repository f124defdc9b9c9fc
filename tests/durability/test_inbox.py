"""The way in: stored once, taken in order, one at a time, and no bad update wedges anything."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot import inbox, worker
from bot.channel import Incoming
from bot.clock import FixedClock
from bot.inbox import Claim, ClaimLost, Received
from bot.store import Store
from bot.store.tables import Chat, Lease, Update
from bot.updates import parse
from bot.worker import Worker

from .kit import (
    NOTHING,
    NOW,
    A,
    B,
    C,
    Instant,
    came,
    chat_row,
    receive,
    take_turn,
    update_row,
)


async def claimed_by(store: Store) -> Claim:
    claimed = await inbox.claim(store)
    assert claimed is not None
    return claimed


def ids(claimed: Claim) -> list[int]:
    return [update_id for update_id, _, _ in claimed.updates]


async def test_twice_the_same_is_once(store: Store) -> None:
    assert await receive(store, came(1), came(2), came(1)) == [1, 2]
    assert await receive(store, came(2), came(3)) == [3]
    assert await take_turn(store) == [1, 2, 3]
    assert await receive(store, came(2)) == []
    assert await take_turn(store) == []


async def test_a_chat_is_taken_in_the_order_of_its_updates(store: Store) -> None:
    await receive(store, came(7), came(5))
    await receive(store, came(6), came(4, B))
    first, second = await claimed_by(store), await claimed_by(store)
    assert {first.chat_id: ids(first), second.chat_id: ids(second)} == {A: [5, 6, 7], B: [4]}
    assert await inbox.claim(store) is None  # both are taken


async def test_what_no_private_chat_sent_is_recorded_without_a_word(store: Store) -> None:
    await receive(store, Received(9, None, {"update_id": 9, "poll": {"question": "Secret?"}}))
    row = await update_row(store, 9)
    assert (row.state, row.raw, row.chat_id) == ("done", None, None)
    assert await inbox.claim(store) is None


async def test_words_leave_the_row_when_the_turn_is_done(store: Store) -> None:
    await receive(store, came(1, text="my secret"))
    await take_turn(store)
    row = await update_row(store, 1)
    assert (row.state, row.raw, row.done_at) == ("done", None, NOW)


async def test_half_a_character_stops_nothing(store: Store) -> None:
    """JSON can carry what UTF-8 cannot: it must not take the batch with it."""
    assert await receive(store, came(1), came(2, text="\ud83d dag \x00")) == [1, 2]
    claimed = await claimed_by(store)
    assert parse(claimed.updates[1][1]).text == "\ufffd dag \x00"


async def test_texts_are_waited_for_and_the_rest_is_not(store: Store, instant: Instant) -> None:
    settle = timedelta(seconds=0.7)
    await receive(store, came(1, settles=True), settle=settle)
    assert await inbox.claim(store) is None
    instant.pass_(0.5)
    await receive(store, came(2, settles=True), settle=settle)
    instant.pass_(0.5)
    assert await inbox.claim(store) is None
    instant.pass_(0.3)
    assert await take_turn(store) == [1, 2]
    await receive(store, came(3), settle=settle)
    assert await take_turn(store) == [3]


async def test_who_writes_without_a_pause_is_answered_too(store: Store, instant: Instant) -> None:
    for number in range(1, 40):
        await receive(store, came(number, settles=True), settle=timedelta(seconds=0.7))
        instant.pass_(0.5)
        if taken := await take_turn(store):
            assert len(taken) <= 10
            return
    raise AssertionError("a chat that writes on and on was never taken")


async def test_a_lost_claim_undoes_the_turn(store: Store, instant: Instant) -> None:
    await receive(store, came(1))
    slow = await claimed_by(store)
    instant.pass_(inbox.LEASE.total_seconds() + 1)
    quick = await claimed_by(store)
    assert ids(quick) == [1]

    async def end_slowly() -> None:
        async with store.write() as session:
            session.add(Lease(name="effect", holder="slow", until=NOW))
            await session.flush()
            await inbox.finish(session, slow, [1], NOW)

    with pytest.raises(ClaimLost):
        await end_slowly()
    assert not await inbox.renew(store, slow)
    assert await inbox.renew(store, quick)
    assert not await inbox.failed(store, slow, ValueError(), NOW)  # it may not touch it any more
    assert (await chat_row(store)).busy_token == quick.token
    async with store.write() as session:
        assert await session.get(Lease, "effect") is None
        await inbox.finish(session, quick, [1], NOW)
    assert (await update_row(store, 1)).state == "done"


async def test_what_comes_during_a_turn_is_taken_next(store: Store) -> None:
    await receive(store, came(1))
    claimed = await claimed_by(store)
    await receive(store, came(2))
    assert await inbox.claim(store) is None
    async with store.write() as session:
        await inbox.finish(session, claimed, [1], NOW)
    assert await take_turn(store) == [2]


async def test_what_was_claimed_and_left_is_not_blamed(store: Store) -> None:
    """A command stands alone; the texts behind it are still one turn."""
    await receive(store, came(1, text="/help"), came(2), came(3), came(4))
    claimed = await claimed_by(store)
    async with store.write() as session:
        await inbox.finish(session, claimed, [1], NOW)
    assert await take_turn(store) == [2, 3, 4]


def echoing(
    store: Store, monkeypatch: pytest.MonkeyPatch, bad: str = ""
) -> tuple[Worker, list[int]]:
    """The real worker with a decision of ours: it notes what it took, and fails at `bad`."""
    took: list[int] = []

    async def answer(_moment: Any, _chat_id: int, heard: Any) -> None:
        if any(bad and one.text == bad for one in heard.incoming):
            raise ValueError(bad)
        took.extend(one.update_id for one in heard.incoming)

    def parsed(raw: dict[str, Any]) -> Incoming:
        if raw["message"]["text"] == "unreadable":
            raise TypeError("unreadable")
        return parse(raw)

    async def hear(_worker: Worker, together: Any, _person: Any) -> Any:
        return worker.Heard(tuple(together))

    monkeypatch.setattr(worker, "answer", answer)
    monkeypatch.setattr(Worker, "_hear", hear)
    found: Any = Worker(store, None, None, FixedClock(NOW), parsed)  # type: ignore[arg-type]
    return found, took


@pytest.mark.parametrize("bad", ["unreadable", "crashes"])
async def test_poison_is_retried_alone_and_set_aside(
    store: Store, instant: Instant, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    working, took = echoing(store, monkeypatch, "crashes")
    await receive(store, came(1), came(2, text=bad), came(3), came(4, B))
    for _ in range(12):
        while await working.work_once():
            pass
        instant.pass_(6)
    assert sorted(took) == [1, 3, 4]
    assert took.index(1) < took.index(3)
    row = await update_row(store, 2)
    assert (row.state, row.attempts, row.raw) == ("aside", 3, None)
    assert row.error in ("TypeError", "ValueError")
    await receive(store, came(5))
    assert await working.work_once()
    assert took[-1] == 5


async def test_poison_that_kills_the_process_is_set_aside_too(
    store: Store, instant: Instant
) -> None:
    """Nobody lives to record it: the attempt was counted before the work."""
    await receive(store, came(1), came(2), came(3, B))
    taken: list[list[int]] = []
    for _ in range(12):
        claimed = await inbox.claim(store)
        if claimed is None:
            break
        taken.append(ids(claimed))
        if 2 in ids(claimed):  # dies here
            instant.pass_(inbox.LEASE.total_seconds() + 1)
            continue
        async with store.write() as session:
            await inbox.finish(session, claimed, ids(claimed), NOW)
    assert taken.count([2]) == 3  # once with its neighbour, then alone
    assert [1, 2] in taken
    row = await update_row(store, 2)
    assert (row.state, row.raw, row.error) == ("aside", None, "killed")
    assert (await update_row(store, 1)).state == "done"
    assert (await update_row(store, 3)).state == "done"
    await receive(store, came(4))
    assert await take_turn(store) == [4]


async def test_who_was_under_way_beside_it_is_not_blamed(store: Store, instant: Instant) -> None:
    """Four workers take four chats; one of them kills the process, again and again."""
    chats = {1: A, 2: B, 3: C, 4: 104}
    await receive(store, *(came(number, chat) for number, chat in chats.items()))
    done: set[int] = set()
    for _ in range(8):  # lives
        under_way = [claimed for _ in chats if (claimed := await inbox.claim(store)) is not None]
        if not any(3 in ids(claimed) for claimed in under_way):
            for claimed in under_way:
                async with store.write() as session:
                    await inbox.finish(session, claimed, ids(claimed), NOW)
                done.update(ids(claimed))
        else:  # dies at once, and all that was under way with it
            await inbox.free_all(store)
        instant.pass_(6)
    assert done == {1, 2, 4}
    assert (await update_row(store, 3)).state == "aside"


async def test_a_database_that_was_away_blames_no_update(store: Store, instant: Instant) -> None:
    await receive(store, came(1))
    for _ in range(10):
        claimed = await claimed_by(store)
        assert not await inbox.failed(store, claimed, OperationalError("", {}, Exception()), NOW)
        instant.pass_(6)
    assert await take_turn(store) == [1]


async def test_a_dead_processs_chats_are_freed_at_once(store: Store, instant: Instant) -> None:
    await receive(store, came(1), came(2, B))
    await claimed_by(store)
    await claimed_by(store)
    assert await inbox.claim(store) is None
    assert await inbox.free_all(store) == 2
    assert await inbox.free_all(store) == 0
    assert len(await take_turn(store) + await take_turn(store)) == 2


async def test_idle(store: Store) -> None:
    assert await inbox.is_idle(store)
    await receive(store, came(1), came(2, B), came(3, C))
    while not await inbox.is_idle(store):
        assert await take_turn(store)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("ending", ["finish", "release", "failed"])
async def test_an_update_stored_while_its_chat_is_let_go_is_never_overlooked(
    store: Store, ending: str
) -> None:
    """Two connections, each held at its worst moment: stored and not yet committed on one, looked
    and not yet let go on the other."""
    await receive(store, came(1))
    claimed = await claimed_by(store)
    if ending == "release":  # of a chat in which nothing is left
        async with store.write() as session:
            await session.execute(update(Update).values(state="done"))

    async def end() -> None:
        if ending == "finish":
            async with store.write() as session:
                await inbox.finish(session, claimed, [1], NOW)
        elif ending == "release":
            async with store.write() as session:
                await inbox.let_go(session, claimed.chat_id, claimed.token)
        else:
            await inbox.failed(store, claimed, ValueError(), NOW)

    async with store.write() as session:
        await inbox.receive(session, [came(2)], NOW, NOTHING)  # holds the chat's row
        ending_now = asyncio.create_task(end())
        await until_waiting_for_a_lock(session)
    await ending_now
    chat = await chat_row(store)
    assert chat.ready_at is not None
    assert chat.busy_token is None


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_an_update_numbered_lower_is_not_overlooked_either(store: Store) -> None:
    await receive(store, came(10))
    claimed = await claimed_by(store)
    async with store.write() as letting_go:
        await inbox.finish(letting_go, claimed, [10], NOW)
        storing = asyncio.create_task(receive(store, came(9)))
        await until_waiting_for_a_lock(letting_go)
    assert await storing == [9]
    assert await take_turn(store) == [9]


async def until_waiting_for_a_lock(session: AsyncSession) -> None:
    """Returns when another connection waits for a lock that this transaction holds."""
    waits = text(
        "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) "
        "WHERE NOT granted AND datname = current_database()"
    )
    for _ in range(2000):
        if await session.scalar(waits):
            return
        await asyncio.sleep(0.002)
    raise AssertionError("nobody waits for a lock")


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_many_workers_take_each_update_once_and_in_order(store: Store) -> None:
    chats = range(200, 210)
    await receive(store, *(came(n, chat) for n in range(1, 201) for chat in [200 + n % 10]))
    taken: dict[int, list[int]] = {chat: [] for chat in chats}

    async def work() -> None:
        while (claimed := await inbox.claim(store)) is not None:
            await asyncio.sleep(0)
            taken[claimed.chat_id] += ids(claimed)
            async with store.write() as session:
                await inbox.finish(session, claimed, ids(claimed), NOW)

    await asyncio.gather(*(work() for _ in range(4)))
    while more := await take_turn(store):
        taken[200 + more[0] % 10] += more
    for chat, found in taken.items():
        assert found == sorted(found), chat
        assert len(found) == 20
    async with store.read() as session:
        done = set(await session.scalars(select(Update.state)))
        assert done == {"done"}
        assert not list(await session.scalars(select(Chat.id).where(Chat.busy_token.is_not(None))))
