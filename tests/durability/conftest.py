"""Every test of durability runs on SQLite and on PostgreSQL, each time in a fresh database:
a copy of a migrated one."""

from __future__ import annotations

import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from databases import PostgresCopy, apart, named, on_server

from bot import departures, inbox, outbox, receiver, worker
from bot.logs import Faults
from bot.phones import World
from bot.store import Store
from bot.store.keys import KeyRing
from bot.telegram import Telegram

from . import child
from .kit import NOTHING, Instant
from .load import TOKEN, phones
from .steps import Bot, Watched

KEY = "c2VlZGVkLWtleS1mb3ItdGVzdHMtb25seS0zMmJ5dGU="


async def _lay(url: str) -> None:
    store = Store.open(url)
    await store.migrate()
    await store.close()


@pytest.fixture(autouse=True)
def keys() -> None:
    KeyRing.from_text(KEY).use()


@pytest.fixture(scope="session")
def bare_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bare") / "goeiedag.db"
    apart(_lay(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def bare_postgres(postgres: str) -> PostgresCopy:
    apart(on_server(postgres, "CREATE DATABASE bare"))
    apart(_lay(named(postgres, "bare")))
    return PostgresCopy(postgres, "bare")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A migrated, empty database."""
    if request.param == "sqlite":
        template = request.getfixturevalue("bare_sqlite")
        return f"sqlite:///{shutil.copy(template, tmp_path / 'goeiedag.db')}"
    return str(apart(request.getfixturevalue("bare_postgres").fresh()))


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    found = Store.open(url, pool_size=4)
    yield found
    await found.close()


@pytest.fixture
def instant(monkeypatch: pytest.MonkeyPatch) -> Instant:
    """Real time, moved by hand."""
    found = Instant()
    for module in (inbox, outbox, departures):
        monkeypatch.setattr(module, "real_now", found.now)
    return found


@pytest.fixture
def watched(caplog: pytest.LogCaptureFixture) -> Iterator[Watched]:
    caplog.set_level(logging.INFO, "bot")
    found = Watched(caplog)
    handler = Faults(lambda what: found.metrics.faults.labels(what).inc())
    logging.getLogger().addHandler(handler)
    yield found
    logging.getLogger().removeHandler(handler)


@pytest.fixture
async def world(
    store: Store, instant: Instant, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[World, Bot]]:
    """Phones, and a bot whose turn leaves one row of effect an update and one answer."""
    monkeypatch.setattr(receiver, "real_now", instant.now)
    monkeypatch.setattr(worker, "answer", child.answer)
    monkeypatch.setattr(outbox, "CHAT_GAP", NOTHING)
    async with phones() as (load, api):
        telegram = Telegram(TOKEN, api)
        await telegram.start()
        yield load.world, Bot(store, telegram, instant, watched)
        await telegram.close()
