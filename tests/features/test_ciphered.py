"""With the real cipher in use, words that occur nowhere else go in by every way: in no byte of what
the database has on its disk do they stand, neither while they are kept nor once they are erased.

Of PostgreSQL that is the whole data directory, of a server as it comes: pages, write-ahead log,
statistics and log. With ciphers off the last test looks how much of it a VACUUM takes away.
"""

from __future__ import annotations

import mmap
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from cryptography.fernet import Fernet
from databases import server
from sqlalchemy import LargeBinary, delete, select, text, type_coerce

from bot import appointment_texts, closing, outcomes, publishing
from bot import overview_texts as overview
from bot.handoff_texts import BUTTON_HANDOVER
from bot.store import Store, rotation
from bot.store.keys import KeyRing, NullCipher
from bot.store.session import sqlite_path
from bot.store.tables import Update, Utterance

from .conftest import ROOT
from .story import BEGIN, Phone, Story
from .test_canary import WAYS, everything_is_said, in_tables, kept_with_consent
from .test_worry import chooses

PREFIX = "zqdicht"
MORE = (
    *("helper", "uitnodiging", "ontmoeting", "verslag", "notitie", "overdracht"),
    *("zorg", "omroep", "les"),
)
WORDS = {way: f"{PREFIX}{way}" for way in (*WAYS, *MORE)}
type Files = Callable[[], Iterator[Path]]


@pytest.fixture(scope="session")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server of its own: in that of the other tests lie words that were written in the clear."""
    with server(tmp_path_factory.mktemp("run")) as found:
        yield found


@pytest.fixture
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """A fresh database with the shipped dialogues published, and keys in use."""
    KeyRing.from_text(Fernet.generate_key().decode()).use()
    url = f"sqlite:///{tmp_path / 'disk' / 'goeiedag.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("apart")[0]
    found = Store.open(url, pool_size=3)
    await found.migrate()
    await publishing.publish_first(found, ROOT, BEGIN)
    yield found
    if request.param == "postgresql":
        async with found.engine.begin() as connection:
            await connection.execute(text("DROP SCHEMA public CASCADE"))
            await connection.execute(text("CREATE SCHEMA public"))
    await found.close()


@pytest.fixture
def files(request: pytest.FixtureRequest, store: Store) -> Files:
    """Every file that the database has."""
    path = sqlite_path(str(store.engine.url))
    folder = path.parent if path is not None else request.getfixturevalue("apart")[1]
    return lambda: (one for one in folder.rglob("*") if one.is_file())


def lie_in(files: Iterator[Path], prefix: str = PREFIX) -> set[str]:
    """The files in which a word with that beginning can be read."""
    return {str(path) for path in files if _is_in(path, prefix.encode())}


def _is_in(path: Path, word: bytes) -> bool:
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return data.find(word) >= 0
    except (FileNotFoundError, ValueError):  # it went meanwhile; nothing is in it
        return False


async def on_disk(store: Store) -> None:
    """What the server holds in memory is written out: pages, and the log up to here."""
    if not store.is_sqlite:
        url = store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        connection = await asyncpg.connect(url)
        await connection.execute("ANALYZE")  # samples of what columns hold go into the statistics
        await connection.execute("CHECKPOINT")
        await connection.close()


async def more_is_said(story: Story, bea: Phone, lies: Phone, sofie: Phone) -> None:
    """By the ways that another resident, a volunteer and a coordinator have."""
    c = WORDS
    await story.invites("volunteer", ["nl"], name=c["uitnodiging"])
    async with story.store.write() as session:
        lesson = {"language": "nl", "intent": "greet", "at": story.clock.now()}
        session.add(Utterance(text=c["les"], **lesson))
    await chooses(bea, "relative", words=f"bel mij eens, {c['zorg']}")
    await story.talk(bea, lies)
    await lies.says(f"/meet donderdag om 14u aan {c['ontmoeting']}")
    await lies.touches(appointment_texts.BUTTON_PROPOSE)
    await bea.touches(appointment_texts.BUTTON_YES)
    await lies.says(f"/report {c['verslag']}")
    await lies.says("/close")
    await lies.touches(outcomes.BUTTONS["listened"])
    await lies.touches(closing.BUTTON_NOTE)
    await lies.says(c["notitie"])
    await lies.touches(BUTTON_HANDOVER)
    await lies.says(c["overdracht"])
    await lies.touches(closing.BUTTON_SHOW_HER)
    await sofie.says(f"/broadcast {c['omroep']}")
    await sofie.touches(overview.BUTTON_SEND)


async def without_a_value(store: Store) -> set[str]:
    """Encrypted columns in which nothing stands now."""
    found = set()
    async with store.read() as session:
        for table, columns in rotation.encrypted():
            for column in columns:
                held = select(type_coerce(column, LargeBinary)).where(column.is_not(None))
                if await session.scalar(held.limit(1)) is None:
                    found.add(f"{table.name}.{column.name}")
    return found


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was given to the cipher."""
    found: list[str] = []
    encrypt = KeyRing.encrypt

    def listening(ring: KeyRing, data: bytes) -> bytes:
        found.append(data.decode())
        return encrypt(ring, data)

    monkeypatch.setattr(KeyRing, "encrypt", listening)
    return found


@pytest.mark.parametrize("store", ["sqlite", "postgresql"], indirect=True)
async def test_nothing_readable_is_ever_on_the_disk(
    story: Story, files: Files, heard: list[str]
) -> None:
    sofie, karim = await story.coordinator(f"Sofie {WORDS['helper']}"), await story.volunteer()
    lies, ana = await story.volunteer("Lies"), await story.resident("Ana")
    bea = await story.resident("Bea", hour=None)
    for phone in (ana, karim):
        phone.screen.user["first_name"] = WORDS["account"]
        phone.screen.user["username"] = WORDS["account"]
    await kept_with_consent(story, ana, WORDS)
    await karim.says("/duty")
    await more_is_said(story, bea, lies, sofie)
    await karim.says("/duty")
    await lies.says("/duty")
    await everything_is_said(story, ana, karim, WORDS)
    ana.writes(f"en nog iets: {WORDS['wachtrij']}")
    await story.receives()  # it waits for its turn
    whole = "\n".join(heard)
    assert not [way for way in set(WORDS) if WORDS[way] not in whole]
    empty = {"handoffs.draft", "reviews.meant"}  # only while she reads it; what she chose then
    assert await without_a_value(story.store) <= {*empty, "invitations.place", "volunteers.place"}
    await on_disk(story.store)
    assert lie_in(files()) == set()
    assert await in_tables(story.store, WORDS) == set()

    await story.settles()
    await ana.says("/stop")
    await ana.says("/forget")
    await ana.picks("forget/ask/yes")
    await story.passes(hours=3)
    await on_disk(story.store)
    assert lie_in(files()) == set()


@pytest.mark.parametrize("store", ["sqlite", "postgresql"], indirect=True)
async def test_the_search_finds_what_is_written_in_the_clear(store: Store, files: Files) -> None:
    KeyRing(NullCipher()).use()
    async with store.write() as session:
        session.add(Update(update_id=1, received_at=BEGIN, raw=f"{PREFIX}gevonden"))
    await on_disk(store)
    assert lie_in(files(), f"{PREFIX}gevonden")


async def does(store: Store, *statements: str) -> None:
    """Outside of any transaction."""
    async with store.engine.connect() as connection:
        raw: Any = (await connection.get_raw_connection()).driver_connection
        for statement in statements:
            await raw.execute(statement)


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
async def test_what_a_vacuum_takes_away_and_what_not(store: Store, files: Files) -> None:
    """Why words are encrypted before they cross to the database: what was deleted lies on in pages
    and in the log until it is written over, and whoever runs the server decides when."""
    KeyRing(NullCipher()).use()
    word = f"{PREFIX}gewist"

    def lies(folder: str) -> bool:
        return any(f"/{folder}/" in path for path in lie_in(files(), word))

    async with store.write() as session:
        for number in range(400):
            raw = f"{word} {number}" if number % 2 else "iets anders"
            session.add(Update(update_id=number, received_at=BEGIN, raw=raw, state="done"))
    async with store.write() as session:
        await session.execute(delete(Update).where(Update.update_id % 2 == 1))
    assert await store.wipe()
    await on_disk(store)
    assert not await in_tables(store, {"": word})
    assert lies("base"), "beside rows that stay it lies on in their pages"
    assert lies("pg_wal")
    await does(store, "VACUUM FULL inbox", "ANALYZE inbox", "CHECKPOINT")
    assert not lies("base"), "the whole table is written anew, without it"
    assert lies("pg_wal"), "the log holds what was written since, the pages of before too"
    for _ in range(20):
        await does(store, "SELECT pg_switch_wal()", "CHECKPOINT")
    assert not lies("pg_wal"), "until its files are written over"


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
async def test_a_vacuum_takes_pages_away_in_which_nothing_is_left(
    store: Store, files: Files
) -> None:
    KeyRing(NullCipher()).use()
    word = f"{PREFIX}leeg"
    async with store.write() as session:
        for number in range(400):
            session.add(Update(update_id=number, received_at=BEGIN, raw=f"{word} {number}"))
    async with store.write() as session:
        await session.execute(delete(Update))
    await on_disk(store)
    assert await store.wipe()
    await on_disk(store)
    assert not [path for path in lie_in(files(), word) if "/base/" in path]
