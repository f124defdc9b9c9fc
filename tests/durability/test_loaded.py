"""One transaction at the driver, with or without a session of SQLAlchemy that joins it; and rows
made of what a statement gave."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot import at_hand
from bot.store import Store, sqlite
from bot.store.chats import STORED
from bot.store.tables import Chat, Person, Resident, Update

from .kit import NOW, A

SOMEBODY: dict[str, Any] = {
    "language": "nl",
    "address": "formal",
    "created_at": NOW,
    "seen_at": NOW,
}


async def stored(session: AsyncSession, number: int) -> None:
    given: dict[str, Any] = {
        "chat_id": None,
        "message_id": None,
        "received_at": NOW,
        "raw": None,
        "state": "done",
    }
    await STORED(session, update_id=number, **given)


async def numbers(store: Store) -> list[int]:
    async with store.read() as session:
        return list(await session.scalars(select(Update.update_id).order_by(Update.update_id)))


async def carried_out(store: Store, *work: Callable[[AsyncSession], Awaitable[None]]) -> None:
    async with store.write() as session:
        for one in work:
            await one(session)


def storing(number: int) -> Callable[[AsyncSession], Awaitable[None]]:
    return lambda session: stored(session, number)


async def breaks(_: AsyncSession) -> None:
    raise ZeroDivisionError


async def counts_on(session: AsyncSession) -> None:
    (await session.get_one(Chat, A)).begun = 7
    await session.flush()


async def of_no_chat(session: AsyncSession) -> None:
    session.add(Person(chat_id=999, role="resident", **SOMEBODY))


async def test_statements_of_both_kinds_are_one_transaction(store: Store) -> None:
    async with store.write() as session:
        await stored(session, 1)
        session.add(Chat(id=A, send_urgency=9, begun=0))
        await stored(session, 2)
    for work in ((storing(3), counts_on, storing(4)), (storing(5),)):
        with pytest.raises(ZeroDivisionError):
            await carried_out(store, *work, breaks)
    assert await numbers(store) == [1, 2]
    async with store.read() as session:
        assert (await session.get_one(Chat, A)).begun == 0


async def test_what_is_refused_at_the_end_undoes_all(store: Store) -> None:
    """A row that SQLAlchemy writes first at the commit."""
    with pytest.raises(IntegrityError):
        await carried_out(store, storing(1), of_no_chat)
    assert await numbers(store) == []
    await carried_out(store, storing(2))  # the connection is as good as before
    assert await numbers(store) == [2]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_commit_that_fails_is_no_commit(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as played:
        played.setattr(sqlite.Connection, "commit", full)
        with pytest.raises(OperationalError):
            await carried_out(store, storing(1))
    assert await numbers(store) == []


async def laid(store: Store) -> int:
    async with store.write() as session:
        session.add(Chat(id=A, send_urgency=9, begun=0))
        await session.flush()
        person = Person(chat_id=A, role="resident", name="Ana", **SOMEBODY)
        session.add(person)
        await session.flush()
        session.add(Resident(person_id=person.id, days="mo", unanswered=3, place="Gent"))
    return person.id


async def test_rows_are_what_the_session_loads(store: Store) -> None:
    number = await laid(store)
    begun: list[object] = []
    event.listen(store.engine.sync_engine, "begin", begun.append)
    async with store.write() as session:
        person = await at_hand.of_chat(session, A)
        assert person is not None
        found = [person, await session.get(Chat, A), await session.get(Resident, number)]
        assert not begun, "SQLAlchemy was not asked for anything"
        assert await at_hand.of_chat(session, A) is person
        assert not session.dirty
    async with store.read() as session:
        for one, kind in zip(found, (Person, Chat, Resident), strict=True):
            key = A if kind is Chat else number
            row = await session.get_one(kind, key)
            for column in kind.__table__.columns:
                assert getattr(one, column.key) == getattr(row, column.key), column.key


async def test_rows_are_written_like_any(store: Store) -> None:
    number = await laid(store)
    async with store.write() as session:
        person = await at_hand.of_chat(session, A)
        assert person is not None
        person.name = "Anna"
        (await session.get_one(Resident, number)).unanswered += 1
        session.add(person)  # it is hers already
    async with store.read() as session:
        assert (await session.get_one(Person, number)).name == "Anna"
        assert (await session.get_one(Resident, number)).unanswered == 4
