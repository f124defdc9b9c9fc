"""A volunteer's taps on inline buttons: alerts, talks, and what follows a talk. A button of
somebody else, an old one, or data of another kind does nothing."""

from __future__ import annotations

from typing import Final

from bot import (
    addressee,
    alerts,
    appointment_taps,
    card_answers,
    claiming,
    closing,
    coming,
    debriefs,
    handoffs,
    hints,
    people,
    report_texts,
    reports,
    shifts,
    talk_commands,
    talks,
    writing,
)
from bot.channel import Answer, Edit, Incoming, React, Say
from bot.house import Moment
from bot.lifecycle import CLAIMED
from bot.overview_texts import GONE_ON
from bot.store.tables import Handoff, Person

OF_A_TALK: Final = frozenset(
    ("claim", "pass", "talk", "to", "release", "outcome", "note", "end", "rep")
)


async def take(moment: Moment, volunteer: Person, incoming: Incoming) -> None:
    said = await _carry_out(moment, volunteer, incoming)
    await talks.answered(moment, volunteer, incoming)
    await people.tell(moment, volunteer, Answer(incoming.query_id, said[:190]), "tap")


async def typed(moment: Moment, volunteer: Person, words: Incoming, tap: Incoming) -> None:
    """He typed what a button says: as the tap, and he sees under his words that it was heard."""
    said = await _carry_out(moment, volunteer, tap)
    heard = Say(said) if said else React(words.message_id or 0, "👍")
    await people.tell(moment, volunteer, heard, "answer")
    await talks.answered(moment, volunteer, tap)


async def _carry_out(moment: Moment, volunteer: Person, incoming: Incoming) -> str:
    """Returns the word for the tapped button."""
    wish, *rest = incoming.data.split(":")
    handoff = await _handoff(moment, rest[-1] if rest else "")
    said = ""
    if wish == "write":
        await _leave_it(moment, volunteer, incoming)
    elif incoming.data == shifts.BACK_AGAIN:
        was_there = await coming.is_there(moment, volunteer)
        await shifts.back(moment, volunteer, incoming)
        await handoffs.ring_on_coming(moment, volunteer, and_not_now=True, was_there=was_there)
    elif wish == "hint":
        await hints.take(moment, volunteer, incoming)
    elif wish == "meet":
        await appointment_taps.take(moment, volunteer, incoming)
    elif wish == "debrief":
        said = await _debrief(moment, volunteer, incoming)
    elif wish == "card":
        await card_answers.tap(moment, volunteer, incoming)
    elif handoff is not None and wish in ("outcome", "note") and len(rest) == 2:
        said = await _after(moment, volunteer, handoff, incoming)
    elif handoff is not None and wish == "hand" and len(rest) == 3:
        await closing.read_back(moment, volunteer, handoff, incoming)
    elif handoff is not None and wish == "end" and len(rest) == 3:
        await talk_commands.sure(moment, volunteer, handoff, incoming)
    elif handoff is not None and wish == "rep" and len(rest) == 2:
        said = await _report(moment, volunteer, handoff, rest[0], incoming)
    elif handoff is not None and len(rest) == 1:
        said = await _about_talk(moment, volunteer, handoff, wish, incoming)
    elif handoff is None and wish in OF_A_TALK:  # deleted long ago, or erased
        said = moment.text(volunteer, GONE_ON)
    return said


async def _handoff(moment: Moment, number: str) -> Handoff | None:
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return None
    found: Handoff | None = await moment.session.get(Handoff, int(number), with_for_update=True)
    return found


async def _about_talk(
    moment: Moment, volunteer: Person, handoff: Handoff, wish: str, incoming: Incoming
) -> str:
    """An alert, or a talk that the volunteer holds. Returns the word for the tapped button."""
    if wish in ("claim", "pass"):
        if await alerts.was_rung(moment, handoff, volunteer):
            return await _answer_alert(moment, volunteer, handoff, wish, incoming)
    elif wish == "talk" and handoff in await talks.open_talks(moment, volunteer):
        await _put_off(moment, volunteer)
        await talks.turn_to(moment, volunteer, handoff)
    elif wish == "to":
        await _put_off(moment, volunteer)
        if (words := incoming.quoted) is not None and words.command is not None:
            return await talk_commands.chosen(moment, volunteer, handoff, words, incoming)
        return await addressee.told(moment, volunteer, handoff, incoming)
    elif wish == "release" and handoff.claimed_by == volunteer.id and handoff.state == CLAIMED:
        # read, and better for somebody else
        await talks.release(moment, handoff, volunteer, lapsed=False, why="read, not taken")
    return ""


async def _report(
    moment: Moment, volunteer: Person, talk: Handoff, wish: str, incoming: Incoming
) -> str:
    """Something is not right with a talk that the volunteer holds, or held until just now."""
    if wish == "never":
        return await reports.never(moment, volunteer, talk)
    if not await reports.may(moment, volunteer, talk):
        return ""
    if wish == "about":
        said = await reports.begin(moment, volunteer, talk, incoming.quoted)
        await people.tell(moment, volunteer, said)
    elif wish == "tell":
        asked = moment.text(volunteer, report_texts.WRITE)
        await writing.begin(moment, volunteer, "report", talk.id, asked)
    return ""


async def _answer_alert(
    moment: Moment, volunteer: Person, handoff: Handoff, wish: str, incoming: Incoming
) -> str:
    if wish == "claim":
        await _put_off(moment, volunteer)
        said = await claiming.claim(moment, volunteer, handoff)
        if await debriefs.owed(moment, volunteer) is not None:
            return said  # the alert keeps its buttons for afterwards
        text = said or await alerts.alert_text(moment, handoff, volunteer) + " ✓"
    elif handoff.claimed_by == volunteer.id:
        return ""  # an old button: he has it
    else:
        said = text = await handoffs.not_now(moment, volunteer, handoff)
    if incoming.message_id is not None:
        await people.tell(moment, volunteer, Edit(incoming.message_id, text), "alert", handoff)
    return said


async def _after(moment: Moment, volunteer: Person, handoff: Handoff, incoming: Incoming) -> str:
    """What came of it, and the notes."""
    wish, which, _ = incoming.data.split(":")
    if wish == "outcome":
        return await closing.told(moment, volunteer, handoff, incoming)
    await closing.begin_note(moment, volunteer, handoff, which)
    return ""


async def _put_off(moment: Moment, volunteer: Person) -> None:
    """Turning to a talk ends what was being written: the next words are for a resident."""
    if await writing.end(moment, volunteer):
        await people.tell(moment, volunteer, writing.put_off(moment, volunteer), "answer")


async def _leave_it(moment: Moment, volunteer: Person, incoming: Incoming) -> None:
    if await writing.leave(moment, volunteer) and incoming.message_id is not None:
        said = moment.text(volunteer, writing.LEFT)
        await people.tell(moment, volunteer, Edit(incoming.message_id, said), "answer")


async def _debrief(moment: Moment, volunteer: Person, incoming: Incoming) -> str:
    _, _, rest = incoming.data.partition(":")
    answer, _, number = rest.partition(":")
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return ""
    said = await debriefs.answer(moment, volunteer, answer, int(number))
    if said and incoming.message_id is not None:
        await people.tell(moment, volunteer, Edit(incoming.message_id, said), "alert")
        await handoffs.ring_on_coming(moment, volunteer)
    return said
