"""What she writes while a proposal to meet waits for her tap. The words of its buttons count as the
tap. Any other yes, or another day, goes to whom it is for; then both read, once, that nothing is
settled yet."""

from __future__ import annotations

import re
from typing import Final

from bot import appointment_texts as texts
from bot import appointments, outbox, people
from bot.channel import Edit, Incoming, Kind, Say
from bot.dialogue.words import plain
from bot.house import Moment
from bot.store.bridge import Appointment
from bot.store.tables import Person

_SETTLES: Final = re.compile(
    r"\b(?:ja|jawel|goed|prima|ok|oke|okay|past|afgesproken|tot dan|in orde|morgen|overmorgen"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|oui|d accord|entendu|parfait|ca (?:me )?va|convient|a demain|demain"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|yes|fine|sure|great|works|suits|see you|tomorrow"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)


async def took(moment: Moment, resident: Person, incoming: Incoming) -> bool:
    """Whether her words were those of a button under the proposal: they settle it."""
    if incoming.kind is not Kind.TEXT or incoming.edited or incoming.forwarded:
        return False
    found = await _waiting(moment, resident, incoming)
    if found is None:
        return False
    row, shown, _ = found
    typed = plain(incoming.text)
    volunteer = await moment.session.get_one(Person, row.volunteer_id)
    offered = appointments.offered(moment, resident, volunteer, row)
    if typed in moment.house.labels(texts.BUTTON_YES):
        said = await appointments.agree(moment, resident, row)
    elif typed in moment.house.labels(texts.BUTTON_NO):
        said = await appointments.refuse(moment, resident, row)
    else:
        return False
    if not said:
        return False
    agreed = row.state == appointments.AGREED
    below = appointments.off_button(moment, resident, row) if agreed else ()
    if row.state == appointments.PROPOSED:
        below = appointments.answer_buttons(moment, resident, row)
    await people.tell(moment, resident, Edit(shown, offered))
    asked = await people.tell(moment, resident, Say(said, inline=below))
    if row.state == appointments.PROPOSED:
        await people.remember(moment, resident, appointments.ASKED, f"{row.id}:{asked}")
    return True


async def passed_on(moment: Moment, resident: Person, incoming: Incoming) -> None:
    """Her words went to the volunteer: do both take them for a yes?"""
    if incoming.kind is not Kind.TEXT or not _SETTLES.search(plain(incoming.text)):
        return
    found = await _waiting(moment, resident, incoming)
    if found is None or found[2]:
        return
    row, _, _ = found
    volunteer = await moment.session.get_one(Person, row.volunteer_id)
    meeting = appointments.told(moment, volunteer, row)
    said = moment.text(volunteer, texts.NOT_TAPPED, meeting=meeting)
    await people.tell(moment, volunteer, Say(said))
    yes, no = (moment.text(resident, label) for label in (texts.BUTTON_YES, texts.BUTTON_NO))
    meeting = appointments.told(moment, resident, row)
    said = moment.text(resident, texts.PLEASE_TAP, meeting=meeting, yes=yes, no=no)
    buttons = appointments.answer_buttons(moment, resident, row)
    asked = await people.tell(moment, resident, Say(said, inline=buttons))
    await people.remember(moment, resident, appointments.ASKED, f"{row.id}:{asked}:told")


async def _waiting(
    moment: Moment, resident: Person, incoming: Incoming
) -> tuple[Appointment, int, bool] | None:
    """The proposal that had reached her, the message that shows it, and whether both were told."""
    fact = (await people.facts_of(moment, resident)).get(appointments.ASKED)
    if fact is None:
        return None
    number, message, *told = fact.value.split(":")
    row = await moment.session.get(Appointment, int(number), with_for_update=True)
    if row is None or row.state != appointments.PROPOSED or row.at <= moment.now:
        return None
    shown = await outbox.delivered_as(moment.session, int(message))
    if shown is None or shown >= (incoming.message_id or 0):
        return None
    return row, shown, bool(told)
