"""How much one side of a talk may send at once: the rest is not passed on, and that is said."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import func, select

from bot.channel import Say
from bot.handoff_texts import TOO_MUCH
from bot.house import Moment
from bot.people import tell
from bot.store.tables import Handoff, Message, Person, Relay

FLOOD: Final = timedelta(minutes=10)
MOST_IN_A_FLOOD = 60  # messages that one side passes on in that time


async def too_much(moment: Moment, sender: Person, handoff: Handoff) -> bool:
    """Whether so much came at once that the rest is not passed on; said once. Never of danger."""
    since = moment.now - FLOOD
    count = await moment.session.scalar(
        select(func.count())
        .select_from(Relay)
        .where(Relay.from_chat == sender.chat_id, Relay.at > since)
    )
    if (count or 0) < MOST_IN_A_FLOOD:
        return False
    told = await moment.session.scalar(
        select(Message.id)
        .where(Message.chat_id == sender.chat_id, Message.purpose == "flood")
        .where(Message.created_at > since)
        .limit(1)
    )
    if told is None:
        said = Say(moment.text(sender, TOO_MUCH, minutes=int(FLOOD.total_seconds() // 60)))
        await tell(moment, sender, said, "flood", handoff)
    return True
