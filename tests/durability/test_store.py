"""The store: migrations, column types, keys, several writers, one bot a file."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from cryptography.fernet import Fernet
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DBAPIError, OperationalError, StatementError
from sqlalchemy.orm.exc import StaleDataError

from bot.database import open_store
from bot.settings import Settings, SettingsError
from bot.store import Store, passing
from bot.store.keys import KeyRing, KeyRingError
from bot.store.migrate import downgrade
from bot.store.session import normal_url, sqlite_path
from bot.store.tables import Base, Chat, Lease, Person

from .kit import A, came, receive


async def test_tables_and_migrations_agree(store: Store) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))

    async with store.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_down_to_nothing_and_up_again(store: Store) -> None:
    def tables(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names())

    async with store.engine.connect() as connection:
        everything = await connection.run_sync(tables)
        await connection.run_sync(downgrade, "base")
        await connection.commit()
        assert await connection.run_sync(tables) == {"alembic_version"}
    await store.migrate()
    async with store.engine.connect() as connection:
        assert await connection.run_sync(tables) == everything
    await store.migrate()  # a second time changes nothing
    assert await receive(store, came(1)) == [1]


async def test_three_processes_may_start_at_once(url: str) -> None:
    """Whoever is first lays the tables; nobody stumbles over the others."""
    stores = [Store.open(url) for _ in range(3)]

    async def start(store: Store) -> None:
        async with store.alone():
            await store.migrate()

    async with stores[0].engine.connect() as connection:
        await connection.run_sync(downgrade, "base")
        await connection.commit()
    if stores[0].is_sqlite:
        await start(stores[0])
    else:
        await asyncio.gather(*map(start, stores))
    assert await receive(stores[1], came(1)) == [1]
    for store in stores:
        await store.close()


async def test_instants_are_aware_and_come_back_in_utc(store: Store) -> None:
    brussels = timezone(timedelta(hours=2))
    noon = datetime(2026, 7, 1, 12, 0, tzinfo=brussels)
    async with store.write() as session:
        session.add(Lease(name="x", holder="me", until=noon))
    async with store.read() as session:
        back = (await session.get_one(Lease, "x")).until
        same = await session.scalar(select(Lease.name).where(Lease.until == noon))
    assert back == noon
    assert back.tzinfo is UTC
    assert same == "x"


async def test_a_naive_datetime_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="naive"):
        async with store.write() as session:
            session.add(Lease(name="x", holder="me", until=datetime(2026, 7, 1)))  # noqa: DTZ001


async def _name(store: Store, name: str, number: int = A) -> None:
    async with store.write() as session:
        session.add(Chat(id=number, send_urgency=9))
        await session.flush()
        now = datetime.now(UTC)
        who = Person(chat_id=number, language="nl", name=name, created_at=now, seen_at=now)
        session.add(who)


async def _names(store: Store) -> list[str | None]:
    async with store.read() as session:
        return list(await session.scalars(select(Person.name).order_by(Person.id)))


async def test_names_are_unreadable_in_the_database(store: Store) -> None:
    await _name(store, "Jeanne 🌻 d'Été")
    async with store.read() as session:
        kept = await session.scalar(text("SELECT name FROM people"))
    assert b"Jeanne" not in bytes(kept)
    assert await _names(store) == ["Jeanne 🌻 d'Été"]


async def test_a_key_is_changed_without_losing_anything(store: Store) -> None:
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    KeyRing.from_text(old).use()
    await _name(store, "Ana")
    KeyRing.from_text(f"{new},{old}").use()
    await _name(store, "Bob", 102)
    assert await _names(store) == ["Ana", "Bob"]
    KeyRing.from_text(new).use()
    with pytest.raises(KeyRingError, match="GOEIEDAG_KEY"):
        await store.try_keys()


NO_KEYS = ["", " , \n", "short", "ä" * 44, "A" * 42]


@pytest.mark.parametrize("text", NO_KEYS)
def test_what_is_no_key_ring(text: str) -> None:
    with pytest.raises(KeyRingError, match="make one with"):
        KeyRing.from_text(text)


def test_the_key_file_is_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "new" / "goeiedag.key"
    first = KeyRing.kept_in(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert KeyRing.kept_in(path).decrypt(first.encrypt(b"x")) == b"x"


def test_who_is_killed_while_making_the_key_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never an empty file, which the next start would refuse."""
    path = tmp_path / "goeiedag.key"

    def dies(_handle: int) -> None:
        raise OSError("killed")

    with monkeypatch.context() as patched:
        patched.setattr("bot.files.os.fsync", dies)
        with pytest.raises(KeyRingError, match="cannot be read"):
            KeyRing.kept_in(path)
    assert list(tmp_path.iterdir()) == []
    KeyRing.kept_in(path)
    assert [one.name for one in tmp_path.iterdir()] == ["goeiedag.key"]


async def test_a_wrong_key_stops_the_start_before_anything_is_tried(store: Store, url: str) -> None:
    """With a wrong key every turn would fail, and every update be set aside and emptied."""
    await receive(store, came(1))
    settings = Settings(database_url=url, key=Fernet.generate_key().decode())
    with pytest.raises(SettingsError, match="no key of the ring opens this database") as caught:
        async with open_store(settings):
            pass
    assert "\n" not in str(caught.value)


async def test_many_writers_in_one_process(store: Store) -> None:
    async def write(number: int) -> None:
        async with store.write() as session:
            known = await session.get(Lease, "count")
            if known is None:
                session.add(Lease(name="count", holder="0", until=datetime.now(UTC)))
            elif store.is_sqlite:
                known.holder = str(int(known.holder) + 1)

    await write(0)
    await asyncio.gather(*(write(n) for n in range(60)))
    if store.is_sqlite:
        async with store.read() as session:
            assert (await session.get_one(Lease, "count")).holder == "60"


WRITER = """
import asyncio, sys
from datetime import UTC, datetime
from bot.store import Store
from bot.store.tables import Lease

async def main():
    store = Store.open(sys.argv[1])
    for _ in range(60):
        async with store.write() as session:
            row = await session.get(Lease, "count")   # read first: where a deferred BEGIN is lost
            row.holder = str(int(row.holder) + 1)
    await store.close()

asyncio.run(main())
"""


async def test_three_processes_write_to_one_sqlite_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'three.db'}"
    store = Store.open(url)
    await store.migrate()
    async with store.write() as session:
        session.add(Lease(name="count", holder="0", until=datetime.now(UTC)))
    running = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", WRITER, url, stderr=-1)
        for _ in range(3)
    ]
    ended = [await asyncio.wait_for(one.communicate(), 60) for one in running]
    assert [one.returncode for one in running] == [0, 0, 0], ended
    async with store.read() as session:
        assert (await session.get_one(Lease, "count")).holder == "180"
    await store.close()


def test_a_second_run_on_one_file_is_refused_in_one_line(tmp_path: Path) -> None:
    holder = """
import asyncio, sys
from bot.database import only_one
from bot.settings import read
async def main():
    async with only_one(read({"GOEIEDAG_DATA": sys.argv[1]})):
        print("held", flush=True)
        sys.stdin.read()
asyncio.run(main())
"""
    first = subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert first.stdin is not None
    assert first.stdout is not None
    with first:
        assert first.stdout.readline() == "held\n"
        environment = {**os.environ, "GOEIEDAG_TELEGRAM_TOKEN": "1:x", "GOEIEDAG_NLU_URL": CLOSED}
        command = [sys.executable, "-m", "bot", "run", "--data", str(tmp_path)]
        second = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60
        )
        first.stdin.close()
    assert second.returncode == 2
    assert second.stderr.splitlines()[-1].startswith("goeiedag: another goeiedag runs on ")
    assert "Traceback" not in second.stderr


CLOSED = "http://127.0.0.1:9"


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql://h/d", "postgresql+asyncpg://h/d"),
        ("sqlite:///a.db", "sqlite+aiosqlite:///a.db"),
        ("sqlite+aiosqlite:///a.db", "sqlite+aiosqlite:///a.db"),
    ],
)
def test_urls_as_people_write_them(given: str, driver: str) -> None:
    assert normal_url(given) == driver


def test_sslmode_is_understood() -> None:
    store = Store.open("postgresql://u:p%40@h/d?sslmode=require")
    assert dict(store.engine.url.query) == {"ssl": "require"}
    assert store.engine.url.password == "p@"


def test_the_file_behind_a_url() -> None:
    assert sqlite_path("sqlite:////x/y.db") == Path("/x/y.db")
    assert sqlite_path("sqlite://") is None
    assert sqlite_path("postgresql://h/d") is None


class _Orig(Exception):
    sqlstate = "40P01"


def test_errors_of_the_moment() -> None:
    assert passing(OperationalError("", {}, Exception()))
    assert passing(DBAPIError("", {}, _Orig()))
    assert passing(StaleDataError())
    assert passing(ConnectionRefusedError())
    assert not passing(DBAPIError("", {}, Exception()))
    assert not passing(ValueError())
    assert not passing(KeyRingError())
