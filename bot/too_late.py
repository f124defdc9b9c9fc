"""What she writes to a volunteer while the talk ends or is handed on: nobody reads it any more, and
she is told so.

No word of hers leaves for a phone that holds the talk no longer, and who comes next is not given
what was meant for another. The machine does not answer such a word either: it was for a person.
Danger in it is answered as ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select

from bot import alerts, outbox, transitions
from bot.channel import Incoming, Say
from bot.handoff_texts import NOT_READ, TOO_LATE
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import CLOSED, LIVE, PAST
from bot.people import tell
from bot.store.tables import Alert, Audit, Handoff, Message, Person, Relay

SOON: Final = timedelta(days=1)  # by then she has read that it is over, or never will
GIVEN_BACK: Final = tuple(f"handoff.{PAST[event]}" for event in ("release", "leave"))


def told(handoff: Handoff) -> Text | None:
    """What she reads of a word that was too late; None where she took her yes back herself."""
    if handoff.state == CLOSED:
        return TOO_LATE
    return NOT_READ if handoff.state in LIVE else None


async def tell_her(
    moment: Moment, resident: Person, volunteer: Person, handoff: Handoff, message_id: int | None
) -> None:
    if (text := told(handoff)) is not None:
        said = moment.text(resident, text, name=volunteer.name or "…")
        await tell(moment, resident, Say(said, reply_to=message_id))


async def keep_back(moment: Moment, resident: Person, handoff: Handoff) -> int | None:
    """Her words that have not left yet do not leave any more, nor what she changed of earlier ones.
    Returns the first of her messages of which that is so."""
    found = await moment.session.execute(
        select(Relay.copy, Relay.from_message).where(
            Relay.handoff_id == handoff.id, Relay.from_chat == resident.chat_id
        )
    )
    hers = {copy: number for copy, number in found}
    waiting = await moment.session.scalars(
        select(Message)
        .where(Message.handoff_id == handoff.id, Message.chat_id != resident.chat_id)
        .where(Message.purpose == "relay", Message.state == "queued")
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    kept = []
    for row in list(waiting):
        about = hers.get(outbox.mends(row.payload) or row.id)
        if about is not None:
            row.state, row.payload = "cancelled", None
            kept.append(about)
    await moment.session.flush()
    return min(kept, default=None)


async def wrote(moment: Moment, resident: Person, together: Sequence[Incoming]) -> bool:
    """Tells her of what she wrote before she read that the talk is over, or that he holds it no
    longer. True when all of it was: then the machine has nothing to answer."""
    end = await _end(moment, resident)
    if end is None or moment.now - end.at > SOON:
        return False
    over = await moment.session.scalar(
        select(Message)
        .where(Message.chat_id == resident.chat_id, Message.handoff_id == end.talk.id)
        .where(Message.purpose == "answer", Message.created_at == end.at)
        .order_by(Message.id.desc())
        .limit(1)
    )
    if over is None or over.state not in ("queued", "sending", "sent"):
        return False  # what never arrives keeps nobody from writing
    reached = over.message_id  # none yet: she cannot have read it
    late = [one for one in together if reached is None or (one.message_id or 0) < reached]
    if late:
        await tell_her(moment, resident, end.volunteer, end.talk, late[0].message_id)
    return bool(late) and len(late) == len(together)


@dataclass(frozen=True, slots=True)
class End:
    """A talk that went out of a volunteer's hands, and when."""

    talk: Handoff
    volunteer: Person
    at: datetime


async def _end(moment: Moment, resident: Person) -> End | None:
    """Of the talk that waits for another volunteer now, or else of the last one that was closed."""
    talk, at = await transitions.live(moment, resident.id), None
    if talk is not None:
        at = await _given_back_at(moment, talk)
    if at is None and (talk := await transitions.closed(moment, resident.id)) is not None:
        at = talk.closed_at
    if talk is None or at is None:
        return None
    volunteer = await held_last(moment, talk)
    return None if volunteer is None else End(talk, volunteer, at)  # none: settled, held by nobody


async def _given_back_at(moment: Moment, talk: Handoff) -> datetime | None:
    found: datetime | None = await moment.session.scalar(
        select(Audit.at)
        .where(Audit.person_id == talk.person_id, Audit.handoff_id == talk.id)
        .where(Audit.action.in_(GIVEN_BACK))
        .order_by(Audit.id.desc())
        .limit(1)
    )
    return found


async def held_last(moment: Moment, talk: Handoff) -> Person | None:
    """Who has a talk, or had it until it was given back."""
    if talk.claimed_by is not None:
        return await moment.session.get(Person, talk.claimed_by)
    if talk.state == CLOSED:
        return None
    found: Person | None = await moment.session.scalar(
        select(Person)
        .join(Alert, Alert.volunteer_id == Person.id)
        .where(Alert.handoff_id == talk.id)
        .where(Alert.answer.in_((alerts.CLAIMED, alerts.RELEASED)))
        .order_by(Alert.at.desc())
        .limit(1)
    )
    return found
