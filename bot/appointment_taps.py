"""Taps on an appointment, by either of the two; anybody else's do nothing."""

from __future__ import annotations

from datetime import timedelta

from bot import appointment_texts as texts
from bot import appointments, calling_off, notes, people, writing
from bot.avoided import stays_away
from bot.channel import Edit, Incoming
from bot.house import Moment
from bot.lifecycle import CLOSED, HELD
from bot.store.bridge import Appointment
from bot.store.tables import Handoff, Person

AFTER_A_TALK = timedelta(days=1)  # so long he may still propose to meet


async def take(moment: Moment, person: Person, incoming: Incoming) -> None:
    """`meet:WISH:NUMBER`. The message that was tapped says from now on what came of it."""
    _, _, rest = incoming.data.partition(":")
    wish, _, number = rest.partition(":")
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return
    if wish == "plan":
        await _plan(moment, person, int(number))
        return
    row = await moment.session.get(Appointment, int(number), with_for_update=True)
    if row is None or person.id not in (row.person_id, row.volunteer_id):
        return
    hers = person.id == row.person_id
    said = await (_hers if hers else _his)(moment, person, row, wish)
    if said is None or incoming.message_id is None:
        return
    still = appointments.off_button(moment, person, row) if row.state == "agreed" else ()
    if hers and said and row.state == appointments.PROPOSED:
        still = appointments.answer_buttons(moment, person, row)
    said = said or moment.text(person, texts.OVER)
    await people.tell(moment, person, Edit(incoming.message_id, said, still))


async def _hers(moment: Moment, resident: Person, row: Appointment, wish: str) -> str | None:
    """'' for what is over; None where nothing changes: a second tap, or another's button."""
    if (wish, row.state) == ("yes", appointments.AGREED):
        return None
    if wish == "yes":
        return await appointments.agree(moment, resident, row)
    if wish == "no":
        return await appointments.refuse(moment, resident, row)
    return await calling_off.cancel(moment, resident, row) if wish == "off" else None


async def _his(moment: Moment, volunteer: Person, row: Appointment, wish: str) -> str | None:
    if wish in ("ask", "again") and row.state == appointments.DRAFT:
        handoff = await moment.session.get_one(Handoff, row.handoff_id)
        if not await may_propose(moment, volunteer, handoff):
            await appointments.move(moment, row, appointments.CANCELLED, appointments.DRAFT)
            return ""
    if wish == "ask":
        proposed = row.state == appointments.PROPOSED
        return None if proposed else await appointments.propose(moment, volunteer, row)
    if wish == "again" and row.state == appointments.DRAFT:
        await ask(moment, volunteer, row.handoff_id)
        return None
    if wish == "off":
        return await calling_off.cancel(moment, volunteer, row)
    if wish in ("met", "missed"):
        done = await appointments.happened(moment, volunteer, row, wish == "met")
        return moment.text(volunteer, texts.THANKS) if done else None
    return None


async def ask(moment: Moment, volunteer: Person, handoff_id: int) -> None:
    """His next message is when and where."""
    said = moment.text(volunteer, texts.ASK)
    await writing.begin(moment, volunteer, "meeting", handoff_id, said)


async def _plan(moment: Moment, volunteer: Person, number: int) -> None:
    handoff = await moment.session.get(Handoff, number)
    if handoff is not None and await may_propose(moment, volunteer, handoff):
        await ask(moment, volunteer, handoff.id)


async def may_propose(moment: Moment, volunteer: Person, handoff: Handoff) -> bool:
    """While he holds the talk, and for a day after it; not where the two stay apart."""
    if await stays_away(moment, handoff.person_id, volunteer):
        return False
    if not await notes.had(moment, volunteer, handoff) or handoff.claimed_by != volunteer.id:
        return False
    ended = handoff.closed_at or moment.now
    fresh = handoff.state == CLOSED and moment.now - ended < AFTER_A_TALK
    return handoff.state in HELD or fresh
