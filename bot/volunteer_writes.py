"""A volunteer's message that is for no resident: taken by what it was asked for."""

from __future__ import annotations

from bot import (
    appointment_taps,
    asking,
    card_answers,
    closing,
    coming,
    handoffs,
    himself,
    notes,
    people,
    reports,
    rewritten,
    shifts,
    talk_commands,
    writing,
    written_for,
)
from bot.channel import Incoming, Kind, Say
from bot.house import Moment
from bot.store.tables import Handoff, Person
from bot.typed import leaves

KEPT = ("note", "handover", "meeting")  # where words of danger may be his own


async def take(moment: Moment, volunteer: Person, incoming: Incoming, grave: bool = False) -> bool:
    """Whether the message was such a one. What is no text waits for words: it goes to nobody.
    `grave`: danger is in it. Then it may be his own, and is no note on her."""
    asked = await writing.of(moment, volunteer)
    if asked is None and await card_answers.typed(moment, volunteer, incoming):
        return True
    if asked is None or incoming.kind is Kind.REACTION or incoming.edited:
        return False
    if await writing.crossed(moment, volunteer, incoming):
        return True
    if incoming.forwarded:
        await people.tell(moment, volunteer, Say(moment.text(volunteer, writing.OWN_WORDS)))
    elif incoming.kind is not Kind.TEXT:
        await people.tell(moment, volunteer, Say(moment.text(volunteer, writing.IN_WORDS)))
    elif leaves(incoming.text, moment.text(volunteer, writing.BUTTON_NOT_NOW)):
        await writing.leave(moment, volunteer)
        await people.tell(moment, volunteer, Say(moment.text(volunteer, writing.LEFT)))
    elif grave and asked[0] in KEPT:
        await writing.leave(moment, volunteer)
        await people.tell(moment, volunteer, Say(moment.text(volunteer, himself.NOT_KEPT)))
    else:
        await writing.end(moment, volunteer)
        was_there = await coming.is_there(moment, volunteer)
        if (said := await _kept(moment, volunteer, *asked, incoming)) is not None:
            # it stands: he may write the rest of it in another message
            await asking.ask(moment, volunteer, said)
        if said is not None and asked[0] == shifts.HOURS:
            await handoffs.ring_on_coming(moment, volunteer, was_there=was_there)
    return True


async def changed(moment: Moment, volunteer: Person, incoming: Incoming, grave: bool) -> bool:
    """Whether what he changed was such a message. A note does not become one with danger in it."""
    found = await written_for.find(moment, volunteer, incoming.message_id)
    if grave and found is not None and found.what == "note":
        await people.tell(moment, volunteer, Say(moment.text(volunteer, himself.NOT_KEPT)))
        return True
    return await rewritten.take(moment, volunteer, incoming)


async def _kept(
    moment: Moment, volunteer: Person, what: str, number: int, incoming: Incoming
) -> Say | None:
    """Returns the word to the volunteer; None where it is asked once more."""
    words = incoming.text
    if what in (shifts.HOURS, shifts.AWAY):
        await written_for.note(moment, volunteer, incoming, what, number)
        return await shifts.read(moment, volunteer, what, words)
    handoff = await moment.session.get(Handoff, number, with_for_update=True)
    if handoff is not None and what == "note":
        if await closing.keep(moment, volunteer, handoff, words):
            await written_for.note(moment, volunteer, incoming, what, number)
            return Say(moment.text(volunteer, closing.KEPT_NOTE))
    elif handoff is not None and what == "handover":
        if (said := await closing.words_back(moment, volunteer, handoff, incoming)) is not None:
            return said
    elif handoff is not None and what == "report":
        if await notes.had(moment, volunteer, handoff):
            return Say(await reports.written(moment, volunteer, handoff, incoming))
    elif handoff is None or what != "meeting":
        return None
    elif await appointment_taps.may_propose(moment, volunteer, handoff):
        await written_for.note(moment, volunteer, incoming, what, number)
        return await talk_commands.meeting(moment, volunteer, handoff, words)
    return Say(moment.text(volunteer, writing.TOO_LATE))
