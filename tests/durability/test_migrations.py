"""Migrations on data: a next version of the schema, there and back, and a backup of the older one
that comes into the newer."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.backup import dump
from bot.restoring import restore
from bot.store import Store, migrate
from bot.store.migrate import downgrade, head
from bot.store.tables import Chat, Person, Resident, Volunteer

from .kit import NOW
from .test_backup import fill, people

COMES, FAR = datetime(2900, 1, 1, tzinfo=UTC), datetime(2901, 1, 1, tzinfo=UTC)
NEXT = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "9999", "{before}", None, None

def upgrade():
    with op.batch_alter_table("people") as table:
        table.add_column(sa.Column("pace", sa.String(8), nullable=False, server_default="slow"))

def downgrade():
    with op.batch_alter_table("people") as table:
        table.drop_column("pace")
"""


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """This version's migrations and one more. Returns the revision before that."""
    before = head()
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder)
    (folder / "versions" / "9999_pace.py").write_text(NEXT.format(before=before))
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    return before


async def paces(store: Store) -> list[str]:
    async with store.read() as session:
        return list(await session.scalars(text("SELECT pace FROM people")))


async def test_forward_and_back_on_data(store: Store, next_version: str) -> None:
    await fill(store)
    old = [line async for line in dump(store, NOW)]
    await store.migrate()
    assert await paces(store) == ["slow"]
    assert await people(store) == ["Zoé 🌻"]
    async with store.relaying() as connection:
        await connection.run_sync(downgrade, next_version)
    assert [line async for line in dump(store, NOW)] == old

    async def nobody() -> int:
        return 0

    await restore(store, old, nobody, replace=True)
    assert await paces(store) == ["slow"]


SPANS = ((None, COMES), (NOW, COMES), (COMES, FAR))  # going on, begun, to come


async def test_a_pause_that_comes_is_called_off_on_the_way_back(store: Store) -> None:
    """Without its first day it would take messages away at once; one that goes on stays."""
    async with store.write() as session:
        for number, (start, end) in enumerate(SPANS):
            who = await somebody(session, 7_000 + number)
            row = Resident(
                person_id=who, days="mo", unanswered=0, paused_from=start, paused_until=end
            )
            session.add(row)
    await there_and_back(store, "0006")
    async with store.read() as session:
        rows = await session.scalars(select(Resident).order_by(Resident.person_id))
        found = [(row.paused_from, row.paused_until) for row in rows]
    assert found == [(None, COMES), (None, COMES), (None, None)]


async def test_days_off_that_come_are_called_off_on_the_way_back(store: Store) -> None:
    """Without their first day they would keep alerts away at once; those that go on stay."""
    async with store.write() as session:
        for number, (start, end) in enumerate(SPANS):
            who = await somebody(session, 7_000 + number)
            row = Volunteer(person_id=who, languages=["nl"], away_from=start, away_until=end)
            session.add(row)
    await there_and_back(store, "0007")
    async with store.read() as session:
        rows = await session.scalars(select(Volunteer).order_by(Volunteer.person_id))
        found = [(row.away_from, row.away_until, row.languages) for row in rows]
    assert found == [(None, COMES, ["nl"]), (None, COMES, ["nl"]), (None, None, ["nl"])]


async def somebody(session: AsyncSession, chat: int) -> int:
    session.add(Chat(id=chat, send_urgency=9))
    await session.flush()
    who = Person(chat_id=chat, language="nl", created_at=NOW, seen_at=NOW)
    session.add(who)
    await session.flush()
    return who.id


async def there_and_back(store: Store, revision: str) -> None:
    async with store.relaying() as connection:
        await connection.run_sync(downgrade, revision)
    await store.migrate()
