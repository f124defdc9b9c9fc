"""Backup and restore: the same rows on either database, or nothing at all; and nobody who asked to
be forgotten comes back."""

from __future__ import annotations

import base64
import json
import re
import shutil
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import func, select

from bot import presence
from bot.__main__ import main
from bot.backup import BackupError, dump
from bot.restoring import refuse_half_restored, restore
from bot.settings import SettingsError
from bot.store import Store
from bot.store.erased import Erasures
from bot.store.keys import KeyRing
from bot.store.tables import Audit, Chat, Consent, Contact, Message, Person, Revision, Timer

from .conftest import KEY
from .kit import NOW, A, B, came, put, receive, take

PARIS = datetime(2026, 3, 2, 10, 0, tzinfo=UTC) + timedelta(microseconds=7)


async def fill(store: Store) -> None:
    """Rows of every kind of value: encrypted, JSON, dates, instants, truths, nothing."""
    await receive(store, came(5, text="je suis seule"))
    async with store.write() as session:
        await session.merge(Chat(id=B, send_urgency=9, begun=0))
        who = Person(chat_id=B, language="fr", name="Zoé 🌻", created_at=PARIS, seen_at=NOW)
        session.add(who)
        await session.flush()
        yes = Consent(person_id=who.id, purpose="share", text_hash="x", language="fr", given_at=NOW)
        session.add_all(
            [
                yes,
                Timer(kind="silence", due_at=NOW, person_id=who.id, expects={"turn": [1, None]}),
                Contact(
                    person_id=who.id, slot="m", local_date=date(2026, 3, 2), at=NOW, outcome="sent"
                ),
                Revision(content_hash="h", content={"é": True}, published_at=NOW),
                Audit(at=NOW, action="seen", detail=None),
            ]
        )
    await put(store, B, "geheim")
    await take(store)  # under way when the backup is made


@pytest.fixture
async def source(tmp_path: Path, bare_sqlite: Path) -> AsyncIterator[Store]:
    store = Store.open(f"sqlite:///{shutil.copy(bare_sqlite, tmp_path / 'source.db')}")
    await fill(store)
    yield store
    await store.close()


async def lines(store: Store) -> list[bytes]:
    return [line async for line in dump(store, NOW)]


async def nobody() -> int:
    return 0


async def back(store: Store, given: list[bytes], *, replace: bool = False) -> None:
    await restore(store, given, nobody, replace=replace)


async def people(store: Store) -> list[str | None]:
    async with store.read() as session:
        return list(await session.scalars(select(Person.name)))


async def test_from_sqlite_to_either_and_on_from_there(source: Store, store: Store) -> None:
    made = await lines(source)
    assert not any(word in b"".join(made) for word in (b"geheim", b"seule", b"Zo\\u00e9"))
    counted, erased = await restore(store, made, nobody, replace=False)
    assert (counted.rows, erased) == (len(made) - counted.tables - 2, 0)
    assert await people(store) == ["Zoé 🌻"]
    async with store.read() as session:
        timer = (await session.scalars(select(Timer))).one()
        who = (await session.scalars(select(Person))).one()
    assert (timer.expects, timer.due_at, who.created_at) == ({"turn": [1, None]}, NOW, PARIS)
    assert await take(store) == ["geheim"]  # whoever had it under way is gone
    await fill_more(store)
    async with store.write() as session:
        for message in await session.scalars(select(Message)):
            message.state, message.leaving_until = "queued", None
    again = await lines(store)
    assert again[0] == made[0]
    await back(source, again, replace=True)  # and from either to SQLite
    assert await lines(source) == again


async def fill_more(store: Store) -> None:
    """New rows are numbered after those that came back."""
    async with store.write() as session:
        session.add(Audit(at=NOW, action="later"))
        session.add(Chat(id=A + 50, send_urgency=9))
        await session.flush()
        session.add(Person(chat_id=A + 50, language="nl", created_at=NOW, seen_at=NOW))


async def test_it_is_of_one_moment_while_others_write(store: Store) -> None:
    await fill(store)
    found = dump(store, NOW)
    first = [await anext(found)]
    await fill_more(store)
    made = first + [line async for line in found]
    assert b"".join(made).count(b'"later"') == 0
    assert len(await people(store)) == 2
    await back(store, made, replace=True)
    assert len(await people(store)) == 1


def changed(made: list[bytes], kind: str) -> list[bytes]:
    match kind:
        case "empty":
            return []
        case "rubbish":
            return [b"\xff\xfe\n", *made]
        case "another file":
            return [b'{"hello": 1}\n']
        case "cut in a line":
            return [*made[:-3], made[-3][:20]]
        case "cut between lines":
            return made[:-1]
        case "a word changed":
            return [line.replace(b'"seen"', b'"sean"') for line in made]
        case "a newer version":
            head = json.loads(made[0]) | {"revision": "9999"}
            return [json.dumps(head).encode() + b"\n", *made[1:]]
        case "an unknown table":
            return [line.replace(b'"audits"', b'"auditz"') for line in made]
    raise AssertionError(kind)


KINDS = [
    "empty",
    "rubbish",
    "another file",
    "cut in a line",
    "cut between lines",
    "a word changed",
    "a newer version",
    "an unknown table",
]


async def test_what_is_no_whole_backup_changes_nothing(source: Store, store: Store) -> None:
    made = await lines(source)
    await fill_more(store)
    before = (await lines(store))[1:]
    for kind in KINDS:
        with pytest.raises(BackupError) as caught:
            await back(store, changed(made, kind), replace=True)
        assert "\n" not in str(caught.value), kind
        assert (await lines(store))[1:] == before, kind


async def test_refused_where_it_would_harm(source: Store, store: Store) -> None:
    made = await lines(source)
    here = presence.Presence(store)
    await here.say()
    with pytest.raises(BackupError, match="a bot runs on this database"):
        await back(store, made)
    await here.leave()
    await fill_more(store)
    with pytest.raises(BackupError, match="add --replace"):
        await back(store, made)
    KeyRing.from_text(Fernet.generate_key().decode()).use()
    with pytest.raises(BackupError, match="put the key back"):
        await back(store, made, replace=True)
    KeyRing.from_text(KEY).use()
    assert await people(store) == [None]
    await back(store, made, replace=True)
    assert await people(store) == ["Zoé 🌻"]


async def test_no_bot_starts_before_the_erasures_are_done(source: Store, store: Store) -> None:
    made = await lines(source)

    async def fails() -> int:
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        await restore(store, made, fails, replace=False)
    with pytest.raises(SettingsError, match="restore --replace"):
        await refuse_half_restored(store)
    await back(store, made, replace=True)
    await refuse_half_restored(store)


async def test_who_died_is_taken_off_the_list(store: Store, monkeypatch: Any) -> None:
    alive, dead = presence.Presence(store), presence.Presence(store)
    await alive.say()
    await dead.say()
    assert await presence.running(store) == 2
    later = datetime.now(UTC) + presence.LASTS + timedelta(seconds=1)
    monkeypatch.setattr(presence, "real_now", lambda: later)
    await alive.say()
    assert await presence.running(store) == 1


def test_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of one's own, never written over; a key that is missing is not made anew."""
    import asyncio

    for name in ("GOEIEDAG_DATABASE_URL", "GOEIEDAG_KEY"):
        monkeypatch.delenv(name, raising=False)
    old, new, file = tmp_path / "old", tmp_path / "new", tmp_path / "kept"
    assert main(["backup", str(file), "--data", str(old)]) == 2
    assert "there is no database at" in capsys.readouterr().err

    async def lay() -> None:
        old.mkdir()
        KeyRing.kept_in(old / "goeiedag.key").use()
        store = Store.open(f"sqlite:///{old / 'goeiedag.db'}")
        await store.migrate()
        await fill(store)
        await store.close()

    asyncio.run(lay())
    assert main(["backup", str(file), "--data", str(old)]) == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert main(["backup", str(file), "--data", str(old)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["restore", str(file), "--data", str(new)]) == 2
    assert "goeiedag.key is missing" in capsys.readouterr().err
    shutil.copytree(old, new, ignore=lambda *_: ["goeiedag.db"])
    assert main(["restore", str(tmp_path / "nothing"), "--data", str(new)]) == 1
    assert main(["restore", str(file), "--data", str(new)]) == 0
    assert "tables came back" in capsys.readouterr().out
    assert main(["restore", str(file), "--data", str(new)]) == 1
    Erasures(new / "goeiedag.erasures").add(B, datetime.now(UTC))  # she asked meanwhile
    assert main(["restore", str(file), "--data", str(new), "--replace"]) == 0
    assert "1 people were erased" in capsys.readouterr().out
    with sqlite3.connect(new / "goeiedag.db") as database:
        assert database.execute("SELECT count(*) FROM people").fetchone() == (0,)
    database.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "new", "old"]


async def test_nothing_of_ours(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'empty.db'}")
    async with store.write() as session:
        await session.scalar(select(func.count()))
    with pytest.raises(BackupError, match="nothing of ours"):
        await lines(store)
    await store.close()


async def test_a_stolen_backup_holds_no_word_no_name_and_no_key(source: Store) -> None:
    whole = b"".join(await lines(source))
    values = re.findall(rb'"bytes":"([^"]+)"', whole)
    assert values, "it is all there"
    whole += b"\n".join(map(base64.b64decode, values))
    for secret in ("geheim", "suis seule", "Zoé", "Zo\\u00e9", KEY):
        assert secret.encode() not in whole, secret
