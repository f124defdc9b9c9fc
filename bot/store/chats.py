"""Chats and their updates: the statements by which they come in and are taken, made ready once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, bindparam, case, func, literal_column, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.prepared import Prepared
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


def _stored(insert: Any) -> Any:
    given = ("update_id", "chat_id", "message_id", "received_at", "raw", "state")
    row: dict[str, Any] = {name: bindparam(name) for name in given}
    statement = insert(UPDATES).values(**row, attempts=0).on_conflict_do_nothing()
    return statement.returning(UPDATES.c.update_id)


def _woken(settles: bool) -> Any:
    """Makes a chat known and ready. A text moves the turn back a little (others may follow),
    anything else is taken at once. Only the first few texts do (`most`)."""

    def made(insert: Any) -> Any:
        at = bindparam("at", type_=CHATS.c.ready_at.type)
        waiting = (
            select(func.count(UPDATES.c.update_id))
            .where(UPDATES.c.chat_id == bindparam("chat"), UPDATES.c.state == NEW)
            .scalar_subquery()
        )
        early = CHATS.c.ready_at.is_not(None) & (CHATS.c.ready_at < at)
        kept = early & (waiting > bindparam("most"))
        then = case((kept, CHATS.c.ready_at), else_=at) if settles else at
        return (
            insert(CHATS)
            .values(id=bindparam("chat"), send_urgency=9, begun=0, ready_at=at)
            .on_conflict_do_update(index_elements=[CHATS.c.id], set_={"ready_at": then})
        )

    return made


STORED = Prepared(_stored)
WOKEN_AT_ONCE, WOKEN_LATER = Prepared(_woken(False)), Prepared(_woken(True))


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
        .returning(CHATS.c.id, CHATS.c.begun)
    )


def _begun() -> Any:
    """Takes what waits of a chat, oldest first, each attempt counted; besides, the language of
    whoever is known there, and whether some other chat waits too."""
    chat: Any = bindparam("chat")
    other, now = CHATS.alias(), bindparam("now", type_=CHATS.c.ready_at.type)
    language = select(Person.language).where(Person.chat_id == chat).scalar_subquery()
    others = select(other.c.id).where(other.c.ready_at <= now, other.c.id != chat).exists()
    waiting = (
        select(UPDATES.c.update_id)
        .where(UPDATES.c.chat_id == chat, UPDATES.c.state == NEW)
        .order_by(UPDATES.c.update_id)
        .limit(bindparam("most"))
    )
    return (
        update(UPDATES)
        .where(UPDATES.c.update_id.in_(waiting))
        .values(attempts=UPDATES.c.attempts + 1)
        .returning(UPDATES.c.update_id, UPDATES.c.raw, UPDATES.c.attempts - 1, language, others)
    )


NEXT_CHAT = Prepared(_next_chat())
BEGUN = Prepared(_begun())
ATTEMPTED = Prepared(
    update(UPDATES)
    .where(UPDATES.c.update_id == bindparam("number"))
    .values(attempts=UPDATES.c.attempts + bindparam("more"))
)
DONE = Prepared(
    update(UPDATES)
    .where(UPDATES.c.update_id == bindparam("number"))
    .values(
        state="done",
        done_at=bindparam("now", type_=UPDATES.c.done_at.type),
        error=None,
        raw=case((bindparam("keep", type_=Boolean()), UPDATES.c.raw), else_=None),
    )
)
OURS = Prepared(  # locked: nobody takes it over before this transaction ends
    select(CHATS.c.id)
    .where(CHATS.c.id == bindparam("chat"), CHATS.c.busy_token == bindparam("token"))
    .with_for_update()
)


def _free() -> Any:
    """`flies`: until when an answer that leaves with the turn holds what else waits to be sent."""
    flies = bindparam("flies", type_=CHATS.c.send_at.type)
    waits = UPDATES.c.chat_id == bindparam("chat"), UPDATES.c.state == NEW
    waiting = select(UPDATES.c.update_id).where(*waits).exists()
    now = bindparam("now", type_=CHATS.c.ready_at.type)
    ready = case((waiting, func.coalesce(CHATS.c.ready_at, now)), else_=None)
    return (
        update(CHATS)
        .where(CHATS.c.id == bindparam("chat"), CHATS.c.busy_token == bindparam("token"))
        .values(
            busy_token=None,
            busy_until=None,
            begun=0,
            ready_at=ready,
            send_at=func.coalesce(flies, CHATS.c.send_at),
        )
        .returning(CHATS.c.ready_at)
    )


FREE = Prepared(_free())
