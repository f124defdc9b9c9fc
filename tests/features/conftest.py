"""Each story is told twice: on SQLite and on PostgreSQL, each time in a fresh database.

The schema and the dialogues are laid once into a template, which is copied for each test.
"""

from __future__ import annotations

import asyncio
import dataclasses
import shutil
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import event
from sqlalchemy.engine import make_url

from bot import inbox, outbox, publishing
from bot.app import make_house
from bot.clock import FixedClock
from bot.house import House
from bot.settings import Settings
from bot.store import Store
from bot.store.erased import Erasures
from bot.store.keys import KeyRing, NullCipher
from bot.sweep import Sweep

from .story import BEGIN, Story, failing

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def settings() -> Settings:
    public = "https://studio.test"
    return Settings(settle=0, workers=1, organisation="De Brug", public_url=public)


@pytest.fixture(scope="session")
def house(settings: Settings) -> House:
    """Built once: rules, helplines and the published dialogues do not change."""
    return make_house(settings, "goeiedag_bot")


def apart(work: Coroutine[Any, Any, None]) -> None:
    """Runs in a thread: a fixture may be asked for while a test's own loop is running."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


async def _lay(url: str) -> None:
    store = Store.open(url)
    await store.migrate()
    await publishing.publish_first(store, ROOT, BEGIN)
    await store.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    KeyRing(NullCipher()).use()
    path = tmp_path_factory.mktemp("template") / "goeiedag.db"
    apart(_lay(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """A PostgreSQL database that others are copied from. Returns the server's URL."""
    KeyRing(NullCipher()).use()
    apart(_on_server(postgres, "CREATE DATABASE template_goeiedag"))
    apart(_lay(_named(postgres, "template_goeiedag")))
    return postgres


def _named(url: str, database: str) -> str:
    return make_url(url).set(database=database).render_as_string(hide_password=False)


async def _on_server(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(params=["sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """A fresh database, migrated, with the shipped dialogues published."""
    KeyRing(NullCipher()).use()
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        path = Path(shutil.copy(template, tmp_path / "goeiedag.db"))
        found = Store.open(f"sqlite:///{path}")
        _never_mind_power_cuts(found)
        yield found
        await found.close()
        return
    server = request.getfixturevalue("postgres_template")
    name = f"story_{abs(hash(request.node.nodeid)):x}"
    await _on_server(
        server,
        f"DROP DATABASE IF EXISTS {name}",
        f"CREATE DATABASE {name} TEMPLATE template_goeiedag STRATEGY FILE_COPY",
    )
    found = Store.open(_named(server, name), pool_size=3)
    yield found
    await found.close()
    await _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_copy(postgres_template: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of one copy of the template, for a test that empties it by itself."""
    name = f"copy_{abs(hash(request.node.nodeid)):x}"
    apart(_on_server(postgres_template, f"CREATE DATABASE {name} TEMPLATE template_goeiedag"))
    yield _named(postgres_template, name)
    apart(_on_server(postgres_template, f"DROP DATABASE {name} WITH (FORCE)"))


def _never_mind_power_cuts(store: Store) -> None:
    @event.listens_for(store.engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.close()


@pytest.fixture
async def story(
    store: Store,
    settings: Settings,
    house: House,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Story:
    """Monday morning, nobody known yet. In a story no turn and no timer may fail."""
    monkeypatch.setattr(inbox, "failed", failing)
    monkeypatch.setattr(outbox, "CHAT_GAP", timedelta())

    async def failed(_sweep: Sweep, timer_id: int) -> None:
        raise AssertionError(f"timer {timer_id} failed")

    monkeypatch.setattr(Sweep, "_try_later", failed)
    async with store.read() as session:
        await house.library(session)
    house = dataclasses.replace(
        house,
        erasures=Erasures(tmp_path / "goeiedag.erasures"),
        _libraries=dict(house._libraries),  # a revision that one story publishes is its own
    )
    return Story(store, settings, house, FixedClock(BEGIN))
