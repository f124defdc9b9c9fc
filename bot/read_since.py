"""What she read of ours after it asked for her words: what she writes then may be for that."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, true

from bot.channel import Incoming
from bot.house import Moment
from bot.store.tables import Conversation, Message, Person

AT_ONCE: Final = timedelta(hours=1)  # so long she may be writing what was asked for


async def anything(moment: Moment, resident: Person, since: datetime, first: Incoming) -> bool:
    """Whether a question of the bot that stands came after it, or once that is a while ago anything
    at all. `first`: what she writes; what reached her after it does not count."""
    talk = await moment.session.get(Conversation, resident.id)
    question = Message.id == (talk.question_id if talk is not None else None)
    found = await moment.session.scalar(
        select(Message.id)
        .where(Message.chat_id == resident.chat_id, Message.created_at > since)
        .where(Message.message_id < (first.message_id or 0))
        .where(question if moment.now - since <= AT_ONCE else true())
        .limit(1)
    )
    return found is not None
