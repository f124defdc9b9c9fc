"""What somebody told is at hand after a write without being read anew, and is what the rows say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.people import settle
from bot.facts import Told, keep, told
from bot.store import Store
from bot.store.recall import part
from bot.store.tables import Fact, Person

from .kit import NOW, A

LATER = NOW + timedelta(minutes=1, microseconds=7)


async def as_it_is(store: Store, person: int) -> Mapping[str, Told]:
    """Read in a transaction that knows of nothing before."""
    async with store.read() as session:
        return await told(session, person)


@pytest.fixture
async def person(store: Store) -> int:
    await settle(store, A, A, NOW)
    async with store.write() as session:
        number = await session.scalar(select(Person.id).where(Person.chat_id == A))
        assert number is not None
        await keep(session, number, "cat", "Minoes", NOW)
    return int(number)


@pytest.mark.parametrize("asked", [True, False], ids=["asked before", "not asked"])
async def test_after_a_write_it_is_what_the_rows_say(
    store: Store, person: int, asked: bool
) -> None:
    async with store.write() as session:
        if asked:
            await told(session, person)
        await keep(session, person, "dog", "Bas", LATER)
        await keep(session, person, "cat", "Poes", LATER)
        await keep(session, person, "cat", "Mies", LATER)
        await keep(session, person, "bird", "Piet", LATER)
        await keep(session, person, "bird", "", LATER)
        await keep(session, person, "fish", "", LATER)
        at_hand = dict(await told(session, person))
    assert (at_hand["cat"].value, at_hand["dog"].value) == ("Mies", "Bas")
    assert "bird" not in at_hand
    assert at_hand == dict(await as_it_is(store, person))


async def test_what_was_undone_is_not_at_hand(store: Store, person: int) -> None:
    async def fails(session: AsyncSession) -> None:
        async with part(session):
            await keep(session, person, "cat", "Poes", LATER)
            raise OSError

    async with store.write() as session:
        await told(session, person)
        with pytest.raises(OSError):  # noqa: PT011 - ours, without a word
            await fails(session)
        assert (await told(session, person))["cat"].value == "Minoes"


async def test_a_statement_of_somebody_else_is_seen(store: Store, person: int) -> None:
    async with store.write() as session:
        await told(session, person)
        await session.execute(delete(Fact).where(Fact.person_id == person, Fact.key == "cat"))
        assert "cat" not in await told(session, person)
        await keep(session, person, "dog", "Bas", LATER)
        assert "cat" not in await told(session, person)
