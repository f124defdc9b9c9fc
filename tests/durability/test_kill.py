"""kill -9 in a loop under load, and several processes on one PostgreSQL: nothing is lost, order
within a chat holds, an effect happens once, and only what was under way is said twice."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.channel import Say, from_json
from bot.receiver import LEASE, OTHERS_LOOK_EVERY
from bot.store import Store
from bot.store.tables import Audit, Lease, Message, Update

from . import child
from .conftest import KEY
from .load import CHATS, PATIENCE, TOKEN, Load, phones, so

SAID_BEFORE_A_KILL = 12  # messages at most; work done, not time, on a quick machine and a slow one
BEFORE_A_KILL = (0.0, 0.03)  # seconds after that, at random
MESSAGES, KILLS, SEED = 400, 12, 20260302
POLLING_LEASE = 2.0  # seconds, instead of 28
SLACK = 25.0  # seconds, on such a machine
PROMISED = 30.0  # seconds
FREED = re.compile(  # on SQLite, and on PostgreSQL
    r"(?:freed: \d+ chats and|messages are tried again, whose lease was over:) (\d+)"
)
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([child.__name__])


@contextmanager
def bot(url: str, api: str, log: Path) -> Iterator[ForkServerProcess]:
    process = FORKS.Process(target=child.main, args=(url, api, TOKEN, KEY, POLLING_LEASE, str(log)))
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join(20)
        process.close()


def said(load: Load) -> int:
    """Messages that arrived on the phones so far."""
    return sum(len(load.answered(chat)) for chat in CHATS)


async def under_way(store: Store) -> set[str]:
    """What had been given to Telegram, or was about to be, when the process died."""
    async with store.read() as session:
        rows = await session.scalars(select(Message).where(Message.state == "sending"))
        payloads = [from_json(row.payload or {}) for row in rows]
    return {said.text for said in payloads if isinstance(said, Say)}


async def check(store: Store, load: Load) -> None:
    everything = {text for said in load.said.values() for text in said}
    async with store.read() as session:
        states = Counter(await session.scalars(select(Update.state)))
        effects = list(await session.scalars(select(Audit).order_by(Audit.id)))
        left = Counter(await session.scalars(select(Message.state)))
    assert states == {"done": len(everything)}  # no update lost, none set aside
    assert Counter(row.action for row in effects) == Counter(everything)  # each effect once
    for chat in CHATS:
        assert [row.action for row in effects if row.actor_id == chat] == load.said[chat]
        assert load.answered(chat) == load.said[chat]  # in order on the phone, too
    assert set(left) == {"sent"}


async def test_killed_at_random_instants_under_load(
    url: str, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)
    flying: Counter[str] = Counter()
    began = time.monotonic()
    async with phones() as (load, api):
        share = MESSAGES // (KILLS + 1)
        for _ in range(KILLS):
            load.say(share, chance)
            polls = len(load.world.calls)
            enough = said(load) + chance.randrange(SAID_BEFORE_A_KILL + 1)
            with bot(url, api, tmp_path / "bot.log"):
                await so(lambda before=polls: len(load.world.calls) > before, PATIENCE)  # it lives
                await so(lambda enough=enough: said(load) >= enough, PATIENCE)
                await asyncio.sleep(chance.uniform(*BEFORE_A_KILL))
            flying.update(await under_way(store))
        load.say(MESSAGES - KILLS * share, chance)
        with bot(url, api, tmp_path / "bot.log"):
            await so(load.complete, PATIENCE)
            await everything_written(store)
        await check(store, load)
        repeated = load.repeated()
        assert load.world.oddities == []
    assert repeated <= flying, "something was said twice that was not under way at a kill"
    told = (tmp_path / "bot.log").read_text()
    assert 0 < sum(map(int, FREED.findall(told))) <= flying.total(), "the log tells what was"
    assert "Traceback" not in told
    with capsys.disabled():
        print(
            f"\n  {store.engine.dialect.name}: {MESSAGES} messages, {KILLS} kills -9, 0 lost, "
            f"0 out of order, {flying.total()} under way at a kill, {repeated.total()} sent again, "
            f"{time.monotonic() - began:.1f} s"
        )


async def everything_written(store: Store) -> None:
    ends = time.monotonic() + PATIENCE
    while True:
        async with store.read() as session:
            if await session.scalar(select(Message.id).where(Message.state != "sent")) is None:
                return
        assert time.monotonic() < ends
        await asyncio.sleep(0.02)


async def holder(store: Store) -> str:
    async with store.read() as session:
        return (await session.get_one(Lease, "polling")).holder


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_three_processes_share_one_database(
    url: str, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One polls, all take turns and send; when the one that polls dies, another does."""
    chance = random.Random(SEED)
    async with phones() as (load, api):
        running = {str(n): bot(url, api, tmp_path / f"{n}.log") for n in range(3)}
        for manager in running.values():
            manager.__enter__()
        try:
            load.say(100, chance)
            await so(load.complete, PATIENCE)
            moved = []
            while len(running) > 1:  # the one that polls dies, until the last one is alone
                before = await holder(store)
                running.pop(before).__exit__(None, None, None)
                died = time.monotonic()
                load.say(60, chance)
                while await holder(store) == before:
                    assert time.monotonic() - died < PATIENCE
                    await asyncio.sleep(0.02)
                moved.append(time.monotonic() - died)
                assert moved[-1] <= POLLING_LEASE + OTHERS_LOOK_EVERY + SLACK
                await so(load.complete, PATIENCE)
            await everything_written(store)
            await check(store, load)
            assert LEASE.total_seconds() + OTHERS_LOOK_EVERY <= PROMISED
            conflicts = sum(c.method == "getUpdates" and c.code == 409 for c in load.world.calls)
        finally:
            for manager in running.values():
                manager.__exit__(None, None, None)
    with capsys.disabled():
        print(
            f"\n  three processes: 220 messages, two killed, {conflicts} polling conflicts, "
            f"polling moved in {moved[0]:.1f} and {moved[1]:.1f} s "
            f"(lease {POLLING_LEASE:.0f} s, look every {OTHERS_LOOK_EVERY} s)"
        )
