"""A change of keys, stopped at any moment, loses nothing; and no column is forgotten."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import LargeBinary, select, type_coerce

from bot.store import Store, rotation
from bot.store.keys import KeyRing
from bot.store.tables import Base, Chat, Fact, Person, Resident, Update

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Killed(BaseException):
    pass


async def fill(store: Store, begin: int, end: int) -> None:
    async with store.write() as session:
        for number in range(begin, end):
            session.add(Chat(id=number, send_urgency=9, begun=0))
            session.add(Update(update_id=number, chat_id=number, received_at=NOW, raw=f"{number}"))
        await session.flush()
        for number in range(begin, end):
            name = f"n{number}" if number % 3 else None
            common = {"chat_id": number, "language": "nl", "created_at": NOW, "seen_at": NOW}
            session.add(Person(id=number, name=name, **common))
        await session.flush()
        for number in range(begin, end):
            session.add(Resident(person_id=number, place=f"p{number}", unanswered=0))
            for key in ("a", "b"):
                session.add(Fact(person_id=number, key=key, value=f"{key}{number}", at=NOW))


async def readable(store: Store) -> list[object]:
    async with store.read() as session:
        found: list[object] = []
        for column in (Person.name, Resident.place, Fact.value, Update.raw):
            table = column.class_.__table__
            found += list(await session.scalars(select(column).order_by(*table.primary_key)))
    return found


async def locked_with(store: Store, ring: KeyRing) -> set[bool]:
    """Whether each value there is locked with the ring's first key."""
    found = set()
    async with store.read() as session:
        for _, columns in rotation.encrypted():
            for column in columns:
                raw = type_coerce(column, LargeBinary)
                found |= {
                    ring.is_newest(bytes(value))
                    for value in await session.scalars(select(raw).where(column.is_not(None)))
                }
    return found


async def test_it_may_be_killed_anywhere_and_is_finished_later(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "BATCH", 7)
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    KeyRing.from_text(old).use()
    await fill(store, 1, 20)
    before = await readable(store)
    ring = KeyRing.from_text(f"{new},{old}").use()
    for batches in (0, 2, 5):
        left = [batches]

        def kill(left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise Killed

        with pytest.raises(Killed):
            await rotation.lock_anew(store, ring, kill)
        assert await readable(store) == before
        assert await locked_with(store, ring) == {True, False}
    await fill(store, 20, 24)  # the bot runs on, with both keys
    done = await rotation.lock_anew(store, ring, lambda: None)
    assert (done.lost, done.seen) == (0, len([v for v in await readable(store) if v is not None]))
    again = await rotation.lock_anew(store, ring, lambda: None)
    assert (again.changed, again.seen) == (0, done.seen)
    alone = KeyRing.from_text(new).use()
    assert await locked_with(store, alone) == {True}
    assert (await readable(store))[:1] == before[:1]
    KeyRing.from_text(f"{Fernet.generate_key().decode()},{old}").use()
    lost = await rotation.lock_anew(store, KeyRing.current(), lambda: None)
    assert (lost.changed, lost.lost) == (0, done.seen), "what opens with no key is left alone"


def test_every_encrypted_column_takes_part() -> None:
    named = {f"{t.name}.{c.name}" for t, columns in rotation.encrypted() for c in columns}
    every = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if type(column.type).__name__.startswith("Encrypted")
    }
    assert named == every
    assert {"people.name", "outbox.payload", "inbox.raw"} <= named


def test_the_ring_in_a_file_grows_and_shrinks(tmp_path: Path) -> None:
    path = tmp_path / "goeiedag.key"
    KeyRing.kept_in(path)
    old = path.read_text().strip()
    assert rotation.with_new_key(path).size == 2
    both = path.read_text().split()
    assert both[1] == old
    assert rotation.with_new_key(path).size == 2, "an unfinished change is gone on with"
    assert path.read_text().split() == both
    retired = rotation.retire(path, "2026-03-02")
    assert retired is not None
    assert path.read_text() == f"{both[0]}\n"
    assert old in retired.read_text()
    assert {p.stat().st_mode & 0o777 for p in (path, retired)} == {0o600}
    assert rotation.retire(path, "2026-03-02") is None
    assert {p.name for p in tmp_path.iterdir()} == {path.name, retired.name}
