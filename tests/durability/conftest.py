"""Every test of durability runs on SQLite and on PostgreSQL, each time in a fresh database:
a copy of a migrated one."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from databases import PostgresCopy, apart, named, on_server

from bot import departures, inbox, outbox
from bot.store import Store
from bot.store.keys import KeyRing

from .kit import Instant

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
