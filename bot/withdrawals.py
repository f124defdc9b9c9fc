"""Her yes is taken back: what that stops at once, and what is deleted afterwards."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot import (
    alerts,
    calling_off,
    concerns,
    consents,
    debriefs,
    outbox,
    still_shared,
    talks,
    timers,
)
from bot.appointment_texts import OFF_BOTH
from bot.channel import Delete, Say
from bot.handoff_texts import STOPPED_VOLUNTEER, WITHDRAWN, WITHDRAWN_EARLY
from bot.house import Moment
from bot.open_texts import TAKEN_BACK
from bot.people import tell
from bot.routing import URGENT
from bot.store.tables import Handoff, Message, Person
from bot.transitions import move

IN_FLIGHT = timedelta(minutes=2)


async def withdraw(moment: Moment, resident: Person, handoff: Handoff) -> str:
    """Nothing more is sent, copies are deleted, the volunteer is told. Returns the word to her."""
    volunteer = await talks.holder_of(moment, handoff)
    heavy = talks.was_heavy(handoff)
    for purpose in consents.SHARED:
        await consents.withdraw(moment.session, resident.id, purpose, moment.now)
    over = {"closed_at": moment.now, "text": None, "handover": None, "note": None}
    if not await move(moment, handoff, "withdraw", resident, "her yes taken back", **over):
        return ""
    await still_shared.forget(moment, resident)
    await alerts.end_alerts(moment, handoff, None)
    await take_back(moment, resident, [handoff.id])
    if volunteer is None:
        if handoff.urgency == URGENT:  # coordinators look for somebody, or know that phones ring
            await alerts.tell_coordinators(moment, handoff, TAKEN_BACK)
        return moment.text(resident, WITHDRAWN_EARLY)
    hour = talks.taken_at(moment, handoff, volunteer)
    said = moment.text(volunteer, STOPPED_VOLUNTEER, hour=hour)
    await tell(moment, volunteer, Say(said), "answer", handoff)
    await talks.next_talk(moment, volunteer)
    await concerns.begins_anew(moment, resident)
    if heavy:
        await debriefs.ask(moment, volunteer, handoff)
    lines = [moment.text(resident, WITHDRAWN, name=volunteer.name or "…")]
    lines += await calling_off.off(moment, resident, volunteer, resident, OFF_BOTH)
    return "\n\n".join(lines)


async def take_back(
    moment: Moment,
    resident: Person,
    handoffs: list[int],
    purposes: tuple[str, ...] = ("relay",),
) -> None:
    """Deletes what any volunteer's phone still shows of her, as far as Telegram lets us. What is
    just now on its way is deleted a little later."""
    rows = await moment.session.scalars(
        select(Message)
        .where(Message.handoff_id.in_(handoffs), Message.chat_id != resident.chat_id)
        .where(Message.purpose.in_(purposes), Message.state.in_(("sending", "sent")))
        .order_by(Message.id)
    )
    leaving = []
    for row in list(rows):
        if row.state == "sending":
            leaving.append(row.id)
        else:
            await delete_copy(moment, row)
    if leaving:
        await timers.plan(moment.session, "take_back", moment.now + IN_FLIGHT, rows=leaving)


async def delete_copy(moment: Moment, row: Message) -> None:
    """Nothing for a row without a message of its own (an edit, a reaction), or too old a one."""
    if row.message_id and row.sent_at and moment.now - row.sent_at < outbox.DELETABLE_FOR:
        await outbox.put(
            moment.session,
            row.chat_id,
            Delete(row.message_id),
            moment.now,
            purpose="deletion",
            handoff_id=row.handoff_id,
        )


async def take_back_late(moment: Moment, rows: list[int]) -> None:
    """What was in flight at a withdrawal has landed by now, or never will."""
    landed = await moment.session.scalars(select(Message).where(Message.id.in_(rows)))
    for row in list(landed):
        await delete_copy(moment, row)
