"""What she writes to a volunteer while the talk ends: nobody reads it any more, and she is told so.

Her yes ends with the talk, so no word of hers leaves after it. The machine does not answer such a
word either: it was for a person. Danger in it is answered as ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import func, select

from bot import talks, transitions
from bot.channel import Incoming, Say
from bot.handoff_texts import TOO_LATE
from bot.house import Moment
from bot.people import tell
from bot.store.tables import Handoff, Message, Person, Relay

SOON: Final = timedelta(days=1)  # by then she has read that it is over, or never will


async def tell_her(
    moment: Moment, resident: Person, volunteer: Person, message_id: int | None
) -> None:
    text = moment.text(resident, TOO_LATE, name=volunteer.name or "…")
    await tell(moment, resident, Say(text, reply_to=message_id))


async def unsent(moment: Moment, resident: Person, handoff: Handoff) -> int | None:
    """The first of her messages that was still on its way to him, and goes with her yes."""
    found: int | None = await moment.session.scalar(
        select(func.min(Relay.from_message))
        .join(Message, Message.id == Relay.copy)
        .where(Relay.handoff_id == handoff.id, Relay.from_chat == resident.chat_id)
        .where(Message.state == "queued")
    )
    return found


async def wrote(moment: Moment, resident: Person, together: Sequence[Incoming]) -> bool:
    """Tells her of what she wrote before she read that the talk is over. True when all of it was:
    then the machine has nothing to answer."""
    talk = await transitions.closed(moment, resident.id)
    if talk is None or talk.closed_at is None or moment.now - talk.closed_at > SOON:
        return False
    volunteer = await talks.holder_of(moment, talk)
    if volunteer is None:
        return False  # a coordinator settled what nobody held
    over = await moment.session.scalar(
        select(Message)
        .where(Message.chat_id == resident.chat_id, Message.handoff_id == talk.id)
        .where(Message.purpose == "answer", Message.created_at == talk.closed_at)
        .order_by(Message.id.desc())
        .limit(1)
    )
    if over is None or over.state not in ("queued", "sending", "sent"):
        return False  # what never arrives keeps nobody from writing
    reached = over.message_id  # none yet: she cannot have read it
    late = [one for one in together if reached is None or (one.message_id or 0) < reached]
    if late:
        await tell_her(moment, resident, volunteer, late[0].message_id)
    return bool(late) and len(late) == len(together)
