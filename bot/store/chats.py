"""Rows that more than one feature makes."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.tables import Chat

POLLING = "polling"  # the lease of the one process that polls


def insert(session: AsyncSession) -> Any:
    """The dialect's INSERT, which knows ON CONFLICT."""
    return postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert


async def remember_chat(session: AsyncSession, chat_id: int) -> None:
    await session.execute(
        insert(session)(Chat).values(id=chat_id, send_urgency=9, begun=0).on_conflict_do_nothing()
    )
