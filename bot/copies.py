"""Which message in one chat is the copy of which in the other, of two who talk."""

from __future__ import annotations

from sqlalchemy import select

from bot.house import Moment
from bot.store.tables import Message, Relay


async def copy_of(moment: Moment, chat_id: int, message_id: int) -> tuple[Relay, Message] | None:
    found = await moment.session.execute(
        select(Relay, Message)
        .join(Message, Message.id == Relay.copy)
        .where(Relay.from_chat == chat_id, Relay.from_message == message_id)
        .order_by(Relay.id.desc())
        .limit(1)
    )
    row = found.first()
    return None if row is None else (row[0], row[1])


async def counterpart(
    moment: Moment, chat_id: int, message_id: int | None, other: int
) -> int | None:
    """In the chat `other`: the message id of one that this side replies or reacts to. None for one
    of a talk with somebody else: by its number alone another message would be meant."""
    if message_id is None:
        return None
    if (own := await copy_of(moment, chat_id, message_id)) is not None:
        return own[1].message_id if own[1].chat_id == other else None
    original: int | None = await moment.session.scalar(
        select(Relay.from_message)
        .join(Message, Message.id == Relay.copy)
        .where(Message.chat_id == chat_id, Message.message_id == message_id)
        .where(Relay.from_chat == other)
    )
    return original


async def is_about_none(moment: Moment, chat_id: int, message_id: int | None) -> bool:
    """Whether it is a message of ours that is about no talk."""
    found = await moment.session.execute(
        select(Message.handoff_id)
        .where(Message.chat_id == chat_id, Message.message_id == message_id)
        .limit(1)
    )
    row = found.first()
    return message_id is not None and row is not None and row[0] is None


async def handoff_of(moment: Moment, chat_id: int, message_id: int | None) -> int | None:
    """The handoff of a message that a volunteer replies to, or of an own one that is mended."""
    if message_id is None:
        return None
    found: int | None = await moment.session.scalar(
        select(Message.handoff_id)
        .where(Message.chat_id == chat_id, Message.message_id == message_id)
        .limit(1)
    )
    if found is not None:
        return found
    own = await copy_of(moment, chat_id, message_id)
    return own[0].handoff_id if own is not None else None
