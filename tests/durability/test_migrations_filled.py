"""Each migration there and back on filled tables: what is kept, what is lost by design, and that
the schema is the same again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection, inspect

from bot.store import Store
from bot.store.keys import KeyRing
from bot.store.migrate import current, downgrade, head, upgrade
from bot.store.tables import Concern, Fact, Person, Volunteer

LONG_AGO = datetime(2020, 2, 29, 9, 0, 0, 7, tzinfo=UTC)
REVISIONS = [f"{number:04}" for number in range(1, int(head()) + 1)]
type Row = dict[str, Any]
type Tables = dict[str, list[Row]]  # rows in the order of their keys
# What a step back takes away, and nothing else: a table, or a column of one.
LOST_BACK = {
    "0002": {"reports", "kept_apart", "volunteers.writing"},
    "0003": {"inbox.message_id"},
    "0007": {"residents.paused_from"},
    "0008": {"volunteers.away_from"},
}
LOST_ON = {"0004": {"volunteers.talking_with"}}


async def does[T](store: Store, work: Callable[[Connection], T]) -> T:
    async with store.relaying() as connection:
        return await connection.run_sync(work)


async def goes(store: Store, revision: str) -> None:
    """Up or down to a revision."""

    def walk(connection: Connection) -> None:
        if revision == "base" or _at(connection) > revision:
            downgrade(connection, revision)
        else:
            upgrade(connection, revision)

    await does(store, walk)


def _at(connection: Connection) -> str:
    return current(connection) or ""


def _known(connection: Connection) -> list[sa.Table]:
    found = sa.MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def table_of(connection: Connection, name: str) -> sa.Table:
    return next(table for table in _known(connection) if table.name == name)


def rows(connection: Connection) -> Tables:
    return {
        table.name: [
            dict(row._mapping)
            for row in connection.execute(sa.select(table).order_by(*table.primary_key))
        ]
        for table in _known(connection)
    }


def fill(connection: Connection) -> None:
    """Two rows in each table: a full one, and one with nothing where nothing may stand."""
    for table in _known(connection):
        for number in (1, 2):
            row = {
                column.name: None if number == 2 and column.nullable else _value(column, number)
                for column in table.columns
            }
            connection.execute(table.insert().values(**row))


def _value(column: sa.Column[Any], number: int) -> Any:
    match column.type:
        case sa.JSON():
            return {"é": [column.name, None, True]}
        case sa.LargeBinary():
            return KeyRing.current().encrypt(f"{column.name} {number}".encode())
        case sa.String(length=length):
            return f"{number}{column.name}"[:length]
        case sa.DateTime(timezone=zoned):
            return LONG_AGO if zoned else LONG_AGO.replace(tzinfo=None)
        case sa.Date():
            return date(2020, 2, 29)
        case sa.Boolean():
            return True
        case sa.Integer():  # the rows of a table are numbered alike: so each reference leads to one
            return number
    raise AssertionError(f"{column} is of no kind that is known here")


def shape(connection: Connection) -> dict[str, Any]:
    """The schema, with what comparing models to it does not see: conditions of indexes, and which
    numbers are given once."""
    looks, found = inspect(connection), {}
    for table in sorted(looks.get_table_names()):
        columns = {
            one["name"]: (str(one["type"]), one["nullable"], one["default"])
            for one in looks.get_columns(table)
        }
        indexes = {
            str(one["name"]): (
                tuple(one["column_names"]), one["unique"],
                sorted(str(v) for k, v in one.get("dialect_options", {}).items() if "where" in k),
            )
            for one in looks.get_indexes(table)
        }  # fmt: skip
        unique = sorted(tuple(one["column_names"]) for one in looks.get_unique_constraints(table))
        foreign = sorted(
            (tuple(one["constrained_columns"]), one["referred_table"])
            for one in looks.get_foreign_keys(table)
        )
        keys = tuple(looks.get_pk_constraint(table)["constrained_columns"])
        found[table] = columns, indexes, unique, foreign, keys, _counts(connection, table)
    return found


def _counts(connection: Connection, table: str) -> bool:
    """Whether SQLite gives a number of this table only once."""
    if connection.dialect.name != "sqlite":
        return True
    made = sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :name")
    return "AUTOINCREMENT" in str(connection.execute(made, {"name": table}).scalar()).upper()


def without(found: Tables, lost: set[str]) -> Tables:
    return {
        table: [{c: v for c, v in row.items() if f"{table}.{c}" not in lost} for row in kept]
        for table, kept in found.items()
        if table not in lost
    }


def the_same(before: Tables, after: Tables) -> None:
    """Every row and every column of the first; the second may have more columns and tables."""
    for table, kept in before.items():
        seen = [{c: row[c] for c in old} for old, row in zip(kept, after[table], strict=True)]
        assert seen == kept, table


async def steps(store: Store, revision: str) -> str:
    """The revision before, where the database is taken to."""
    before = f"{int(revision) - 1:04}" if revision != "0001" else "base"
    await goes(store, before)
    return before


@pytest.mark.parametrize("revision", REVISIONS[1:])
async def test_a_step_and_back_on_full_tables(store: Store, revision: str) -> None:
    """The rows of the version before go through the new one and come back; so do all its tables."""
    before = await steps(store, revision)
    await does(store, fill)
    old, was = await does(store, rows), await does(store, shape)
    await goes(store, revision)
    on = await does(store, rows)
    the_same(without(old, LOST_ON.get(revision, set())), on)
    fresh = {name: found for name, found in on.items() if name not in old}
    assert not any(fresh.values())
    await goes(store, before)
    back = await does(store, rows)
    the_same(without(old, LOST_ON.get(revision, set())), back)
    assert await does(store, shape) == was
    await goes(store, head())


@pytest.mark.parametrize("revision", REVISIONS[1:])
async def test_back_and_on_again_on_full_tables(store: Store, revision: str) -> None:
    """What the new version wrote goes back as far as the old one has a place for it."""
    await goes(store, revision)
    await does(store, fill)
    new, was = await does(store, rows), await does(store, shape)
    if revision == "0005":  # of somebody who was erased: the version before cannot keep it
        new["reports"] = new["reports"][:1]
    if revision == "0002":  # 'as the deployment has it' was 3 before
        new["volunteers"][1]["most_talks"] = 3
    lost = LOST_BACK.get(revision, set())
    await steps(store, revision)
    the_same(without(new, lost), await does(store, rows))
    await goes(store, revision)
    if revision == "0002":
        new["volunteers"][1]["most_talks"] = None
    again = await does(store, rows)
    the_same(without(new, lost), again)
    for name in lost:
        table, _, column = name.partition(".")
        assert {row[column] for row in again[table]} == {None} if column else not again[table]
    assert await does(store, shape) == was


async def test_the_first_step_back_leaves_nothing(store: Store) -> None:
    await goes(store, "0001")
    await does(store, fill)
    was = await does(store, shape)
    await goes(store, "base")
    assert await does(store, rows) == {}
    await goes(store, "0001")
    assert not any((await does(store, rows)).values())
    assert await does(store, shape) == was


async def test_all_the_way_and_back_on_full_tables(store: Store) -> None:
    await goes(store, "0001")
    await does(store, fill)
    old, was = await does(store, rows), await does(store, shape)
    await store.migrate()
    async with store.read() as session:
        people = list(await session.scalars(sa.select(Person).order_by(Person.id)))
        facts = list(await session.scalars(sa.select(Fact).order_by(Fact.person_id)))
    assert [one.name for one in people] == ["name 1", None]
    assert people[0].created_at == LONG_AGO
    assert [one.value for one in facts] == ["value 1", "value 2"]
    await goes(store, "0001")
    the_same(without(old, LOST_ON["0004"]), await does(store, rows))
    assert await does(store, shape) == was


async def test_a_cap_of_three_becomes_the_deployments(store: Store) -> None:
    """It was everybody's before a deployment could set one; another one was chosen, and stays."""

    async def caps() -> list[int | None]:
        return [row["most_talks"] for row in (await does(store, rows))["volunteers"]]

    def set_to(first: int | None, second: int | None) -> Callable[[Connection], None]:
        def work(connection: Connection) -> None:
            table = table_of(connection, "volunteers")
            for number, cap in ((1, first), (2, second)):
                this = table.update().where(table.c.person_id == number)
                connection.execute(this.values(most_talks=cap))

        return work

    await goes(store, "0001")
    await does(store, fill)
    await does(store, set_to(3, 5))
    await goes(store, "0002")
    assert await caps() == [None, 5]
    await does(store, set_to(None, 3))
    await goes(store, "0001")
    assert await caps() == [3, 3]
    await goes(store, "0002")
    assert await caps() == [None, None]


async def test_of_reports_only_those_without_her_or_the_talk_go(store: Store) -> None:
    await goes(store, "0005")
    await does(store, fill)

    def without_a_talk(connection: Connection) -> None:
        table = table_of(connection, "reports")
        row = {"person_id": 1, "volunteer_id": 1, "by": "resident", "at": None}
        at = connection.execute(sa.select(table.c.at)).scalar()
        connection.execute(table.insert().values(**{**row, "at": at}, id=3))

    await does(store, without_a_talk)
    await goes(store, "0004")
    assert [row["id"] for row in (await does(store, rows))["reports"]] == [1]


async def test_the_number_of_an_alert_is_given_once_from_then_on(store: Store) -> None:
    async def next_number() -> int:
        """The newest one is erased, and another comes."""

        def work(connection: Connection) -> int:
            table = table_of(connection, "concerns")
            old = connection.execute(sa.select(table).order_by(table.c.id.desc())).first()
            assert old is not None
            row = {k: v for k, v in old._mapping.items() if k != "id"}
            connection.execute(table.delete().where(table.c.id == old.id))
            made = connection.execute(table.insert().values(**row).returning(table.c.id))
            return int(made.scalar_one())

        return await does(store, work)

    if not store.is_sqlite:
        pytest.skip("PostgreSQL never gave a number twice")
    await goes(store, "0005")
    await does(store, fill)
    assert await next_number() == 2
    await goes(store, "0006")
    assert await next_number() == 3
    await goes(store, "0005")
    assert await next_number() == 2
    await store.migrate()
    assert await next_number() == 3
    async with store.read() as session:
        assert len(list(await session.scalars(sa.select(Concern)))) == 2
        assert len(list(await session.scalars(sa.select(Volunteer)))) == 2
