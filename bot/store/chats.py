"""Rows that more than one feature makes, and the statements of every turn: built once, since
building one takes as long as carrying it out.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, case, func, literal_column, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.tables import Chat, Person, Update

CHATS: Any = Chat.__table__
UPDATES: Any = Update.__table__
NEW: Any = literal_column("'new'")  # as the index says it, or SQLite would read the whole inbox

POLLING = "polling"  # the lease of the one process that polls


def insert(session: AsyncSession) -> Any:
    """The dialect's INSERT, which knows ON CONFLICT."""
    return postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert


async def remember_chat(session: AsyncSession, chat_id: int) -> None:
    await session.execute(
        insert(session)(Chat).values(id=chat_id, send_urgency=9, begun=0).on_conflict_do_nothing()
    )


def _next_chat() -> Any:
    """Takes the chat that waits longest, where none is tried alone just now."""
    tried = CHATS.alias()
    now = bindparam("now", type_=CHATS.c.busy_until.type)
    trial = select(tried.c.id).where(tried.c.begun > 1, tried.c.busy_until >= now).exists()
    waiting = (
        select(CHATS.c.id)
        .where(CHATS.c.ready_at <= now)
        .where((CHATS.c.begun == 0) | ~trial)
        .where((CHATS.c.busy_until.is_(None)) | (CHATS.c.busy_until < now))
        .order_by(CHATS.c.ready_at)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    until = bindparam("until", type_=CHATS.c.busy_until.type)
    return (
        update(CHATS)
        .where(CHATS.c.id == waiting)
        .values(busy_token=bindparam("token"), busy_until=until, begun=CHATS.c.begun + 1)
        .returning(CHATS.c.id)
    )


NEXT_CHAT = _next_chat()
ITS_UPDATES = (
    select(UPDATES.c.update_id, UPDATES.c.raw, UPDATES.c.attempts)
    .where(UPDATES.c.chat_id == bindparam("chat"), UPDATES.c.state == NEW)
    .order_by(UPDATES.c.update_id)
    .limit(bindparam("most"))
)
ITS_LANGUAGE = select(Person.language).where(Person.chat_id == bindparam("chat"))


def _free() -> Any:
    waits = UPDATES.c.chat_id == bindparam("chat"), UPDATES.c.state == NEW
    waiting = select(UPDATES.c.update_id).where(*waits).exists()
    now = bindparam("now", type_=CHATS.c.ready_at.type)
    ready = case((waiting, func.coalesce(CHATS.c.ready_at, now)), else_=None)
    return (
        update(CHATS)
        .where(CHATS.c.id == bindparam("chat"), CHATS.c.busy_token == bindparam("token"))
        .values(busy_token=None, busy_until=None, begun=0, ready_at=ready)
    )


FREE = _free()
