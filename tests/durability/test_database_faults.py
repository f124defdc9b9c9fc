"""The database locked, full and restarted, for a moment and for longer, at each step of the way: no
update is lost, order holds, each effect happens once, danger is answered first, only what was under
way is said twice, and one outage is one line when it begins and one when it is over."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import text

from bot import outbox, worker
from bot.channel import Say
from bot.phones import World
from bot.store import Store
from bot.store import sqlite as ours
from bot.store.session import sqlite_path
from bot.store.tables import Audit

from .steps import CLO, SAID, Bot, Watched, all_is_there, all_write, answered, sent

SHORT, LONG = 3.0, 100.0  # seconds: less than a sender tries to write down, and more than a lease
BIG = 5000  # bytes, more than a page: there is room for a small change in a file that is full
PADDED = tuple(f"{word} {'x' * 3500}" for word in SAID)


class Trouble:
    """Begins once, at a moment of the bot's way, and is over when so much time has passed."""

    def __init__(self, bot: Bot, moment: str, lasts: float) -> None:
        self._bot, self._lasts, self._ends = bot, lasts, 0.0
        self.on = False
        self.tried_before = self.tried = 0
        bot.moments[moment] = self._begin
        bot.passes = self._perhaps_over

    async def _begin(self) -> None:
        if not self._ends:
            self._ends, self.on = self._bot.now.seconds + self._lasts, True
            self.tried_before = len(self._bot.tried)
            self.begins()

    def _perhaps_over(self) -> None:
        if self.on and self._bot.now.seconds >= self._ends:
            self.tried = len(self._bot.tried)
            self.on = False
            self.ends()

    def begins(self) -> None: ...

    def ends(self) -> None: ...


class Locked(Trouble):
    """Another program writes, for longer than we wait."""

    def __init__(self, store: Store, *given: Any) -> None:
        path = sqlite_path(str(store.engine.url))
        self._other = sqlite3.connect(str(path), isolation_level=None)
        super().__init__(*given)

    def begins(self) -> None:
        self._other.execute("BEGIN IMMEDIATE")

    def ends(self) -> None:
        self._other.execute("ROLLBACK")
        self._other.close()


async def went_well(
    store: Store, world: World, bot: Bot, watched: Watched, noticed: bool = True
) -> None:
    await bot.goes_on(lambda: answered(world))
    await bot.comes_to_rest(store)
    await all_is_there(store, world)
    assert bot.tried[0] == CLO, "danger is answered first"
    if noticed or watched.told():
        watched.is_one_outage()


def said_twice(world: World) -> int:
    arrived = sent(world)
    return arrived.total() - len(arrived)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("lasts", [SHORT, LONG])
@pytest.mark.parametrize("moment", ["a poll", "a claim", "a send"])
async def test_locked(
    store: Store,
    world: tuple[World, Bot],
    watched: Watched,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    lasts: float,
) -> None:
    """By another program, for longer than we wait."""
    phones, bot = world
    monkeypatch.setattr(ours, "BUSY_TIMEOUT", 0.0)
    await all_write(store, phones)
    trouble = Locked(store, bot, moment, lasts)
    await went_well(store, phones, bot, watched)
    if lasts == SHORT or moment != "a send":
        assert said_twice(phones) == 0
    else:
        assert 1 <= said_twice(phones) <= trouble.tried, "what was under way"
        told = watched.lines[-1].getMessage()
        assert told.endswith(f"tried again: {said_twice(phones)}")


async def answer(moment: Any, chat_id: int, heard: Any) -> None:
    """As `child.answer`, with an effect that needs room."""
    said = [one.text.split()[0] for one in heard.incoming]
    for word in said:
        moment.session.add(Audit(at=moment.now, actor_id=chat_id, action=word, detail="x" * BIG))
    await outbox.put(moment.session, chat_id, Say(",".join(said)), moment.now)


@pytest.fixture
def small(store: Store) -> None:
    """A file without a free page."""
    whole = sqlite3.connect(str(sqlite_path(str(store.engine.url))))
    whole.execute("VACUUM")
    whole.close()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("lasts", [SHORT, LONG])
@pytest.mark.parametrize("moment", ["a poll", "a claim"])
async def test_full(
    small: None,
    store: Store,
    world: tuple[World, Bot],
    watched: Watched,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    lasts: float,
) -> None:
    """It takes what needs no room and refuses the rest; what can leave does meanwhile."""
    phones, bot = world
    monkeypatch.setattr(worker, "answer", answer)
    await all_write(store, phones, PADDED)
    trouble, begin = Trouble(bot, moment, lasts), ours.Connection.begin

    async def limited(connection: ours.Connection, options: Any) -> None:
        (pages,) = connection.raw.execute("PRAGMA page_count").fetchone()
        most = pages if trouble.on else 1 << 30
        connection.raw.execute(f"PRAGMA max_page_count={most}")
        await begin(connection, options)

    monkeypatch.setattr(ours.Connection, "begin", limited)
    await went_well(store, phones, bot, watched)
    assert lasts == SHORT or trouble.tried > trouble.tried_before
    assert said_twice(phones) == 0


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("lasts", [SHORT, LONG])
async def test_no_room_for_what_was_decided(
    store: Store,
    world: tuple[World, Bot],
    watched: Watched,
    monkeypatch: pytest.MonkeyPatch,
    lasts: float,
) -> None:
    """Not a word leaves before it is on the disk."""
    phones, bot = world
    await all_write(store, phones)
    bot.sender._at_once = 1  # else they wait for the disk side by side
    trouble, fsync = Trouble(bot, "a poll", lasts), os.fsync

    def full(file: int) -> None:
        if trouble.on:
            raise OSError(28, "No space left on device")
        fsync(file)

    monkeypatch.setattr(os, "fsync", full)
    await went_well(store, phones, bot, watched)
    assert trouble.tried == trouble.tried_before == 0
    assert said_twice(phones) == 0


CUT = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@pytest.fixture
async def other(url: str) -> AsyncIterator[Store]:
    found = Store.open(url)
    yield found
    await found.close()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("moment", ["a poll", "a claim", "a turn", "a send"])
async def test_restarted(
    store: Store,
    other: Store,
    world: tuple[World, Bot],
    watched: Watched,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
) -> None:
    """Every connection is cut, up to three times in a row; it goes on with new ones."""
    phones, bot = world
    cuts, alone = [1, 2, 3], asyncio.Lock()

    async def cut() -> None:
        async with alone:  # or one would cut the other
            if cuts:
                cuts.pop()
                async with other.read() as session:
                    await session.execute(CUT)

    def within(decide: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
        async def decided(*given: Any) -> None:
            await decide(*given)
            await cut()

        return decided

    await all_write(store, phones)
    if moment == "a turn":  # inside its transaction
        monkeypatch.setattr(worker, "answer", within(worker.answer))
    else:
        bot.moments[moment] = cut
    noticed = moment == "a turn"  # elsewhere a closed one may be put away before it is used
    await went_well(store, phones, bot, watched, noticed=noticed)
    assert len(cuts) < 3
    assert said_twice(phones) == 0
