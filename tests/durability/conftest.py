"""Every test of durability runs on SQLite and on PostgreSQL, each time in a fresh database that is
copied from a migrated one."""

from __future__ import annotations

import asyncio
import shutil
import zlib
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bot import departures, inbox, outbox
from bot.store import Store
from bot.store.keys import KeyRing

from .kit import Instant, named

KEY = "c2VlZGVkLWtleS1mb3ItdGVzdHMtb25seS0zMmJ5dGU="


def apart(work: Coroutine[Any, Any, None]) -> None:
    """Runs in a thread: a fixture may be asked for while a test's own loop is running."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


async def on_server(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


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
def bare_postgres(postgres: str) -> str:
    apart(on_server(postgres, "CREATE DATABASE template_bare"))
    apart(_lay(named(postgres, "template_bare")))
    return postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated, empty database."""
    if request.param == "sqlite":
        template = request.getfixturevalue("bare_sqlite")
        yield f"sqlite:///{shutil.copy(template, tmp_path / 'goeiedag.db')}"
        return
    server = request.getfixturevalue("bare_postgres")
    name = f"durable_{zlib.crc32(request.node.nodeid.encode()):x}"
    again = f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"
    copy = f"CREATE DATABASE {name} TEMPLATE template_bare STRATEGY FILE_COPY"
    apart(on_server(server, again, copy))
    yield named(server, name)
    apart(on_server(server, f"DROP DATABASE {name} WITH (FORCE)"))


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
