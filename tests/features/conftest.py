"""Each story is told on SQLite and on PostgreSQL, each time in a fresh database. Where it is told
of several sentences or in several languages, all but the first are told on one of the two
(`told_where.py`); `pytest --everywhere` tells all of them on both.

The schema and the dialogues are laid once into a template, which is copied.
"""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from databases import PostgresCopy, SqliteCopy, apart, named, on_server
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import inbox, outbox, publishing
from bot.app import make_house
from bot.clock import FixedClock
from bot.house import House
from bot.settings import Settings
from bot.store import Store, sqlite
from bot.store.erased import Erasures
from bot.store.keys import KeyRing, NullCipher
from bot.sweep import Sweep

from .story import BEGIN, Fresh, Story, failing
from .told_where import left_out

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--everywhere"):
        return
    here = [one for one in items if isinstance(one, pytest.Function) and one.path.parent == HERE]
    out = left_out(here)
    items[:] = [one for one in items if one not in out]
    config.hook.pytest_deselected(items=out)


@pytest.fixture(scope="session")
def settings() -> Settings:
    public = "https://studio.test"
    return Settings(settle=0, workers=1, organisation="De Brug", public_url=public)


@pytest.fixture(scope="session")
def house(settings: Settings) -> House:
    """Built once: rules, helplines and the published dialogues do not change."""
    return make_house(settings, "goeiedag_bot")


async def _lay(url: str) -> None:
    store = Store.open(url)
    await store.migrate()
    await publishing.publish_first(store, ROOT, BEGIN)
    await store.close()


@pytest.fixture(scope="session")
def sqlite_copy(tmp_path_factory: pytest.TempPathFactory) -> SqliteCopy:
    """A SQLite file with the dialogues published, for one story after the other."""
    KeyRing(NullCipher()).use()
    path = tmp_path_factory.mktemp("stories") / "goeiedag.db"
    apart(_lay(f"sqlite:///{path}"))
    return SqliteCopy(path)


@pytest.fixture(scope="session")
def postgresql_copy(postgres: str) -> PostgresCopy:
    """A PostgreSQL database with the dialogues published, for one story after the other."""
    KeyRing(NullCipher()).use()
    apart(on_server(postgres, "CREATE DATABASE published"))
    apart(_lay(named(postgres, "published")))
    return PostgresCopy(postgres, "published")


@pytest.fixture(scope="session")
def fresh(request: pytest.FixtureRequest) -> Fresh:
    """Opens a fresh database of one kind. The next one of that kind knows the statements that were
    compiled before."""
    engines: dict[str, AsyncEngine] = {}

    async def of(kind: str) -> Store:
        url = await request.getfixturevalue(f"{kind}_copy").fresh()
        if url not in engines:
            engines[url] = Store.open(url, pool_size=3).engine
        return Store(engines[url])

    return of


@pytest.fixture(autouse=True)
def no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit to SQLite waits for no disk, and so needs no thread; `durability` looks at both."""

    async def here[T](work: Callable[[], T]) -> T:
        return work()

    monkeypatch.setattr(sqlite.Log, "_sync", lambda _log: None)
    for name in ("KEPT", "BRIEF"):
        monkeypatch.setattr(sqlite, name, ("PRAGMA synchronous=OFF",))
    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "synchronous=OFF"))
    monkeypatch.setattr(sqlite, "_apart", here)


@pytest.fixture(params=["sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest, fresh: Fresh) -> AsyncIterator[Store]:
    """A fresh database, migrated, with the shipped dialogues published."""
    KeyRing(NullCipher()).use()
    found = await fresh(request.param)
    yield found
    await found.close()


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
