"""The sharing ends by her words: which of a turn say so plainly, and her answer where it was asked
(`bot.still_shared`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot import (
    complaint_question,
    complaint_words,
    copies,
    handoffs,
    people,
    relay,
    still_shared,
    stop_answers,
    too_late,
    withdrawals,
)
from bot.channel import Incoming, Kind, Say
from bot.dialogue import enough
from bot.dialogue.enough import Enough
from bot.dialogue.words import plain
from bot.handoff_texts import BUTTON_STOP
from bot.house import House, Moment
from bot.lifecycle import HELD
from bot.still_shared import (
    BUTTON_SHARE_ON,
    BUTTON_STOP_NOW,
    GOES_ON,
    GOES_ON_ONCE,
    NOT_GONE_ON,
    WENT_ON,
    Asked,
)
from bot.store.tables import Consent, Handoff, Person
from bot.understanding import OF_HIM, Understanding
from bot.wishes import begins_with_yes, says_just_no, stops_sharing

_HIM: Final = re.compile(r"\b(?:hij|hem|ze|zij|haar|il|elle|lui|he|him|she|her)\b", re.IGNORECASE)


def in_a_word(house: House, incoming: Incoming) -> bool:
    """'Stop', or the words of the button: in every state."""
    text = incoming.kind is Kind.TEXT
    return text and stops_sharing(incoming.text, house.labels(BUTTON_STOP))


async def among(
    moment: Moment, person: Person, together: Sequence[Incoming], held: Handoff | None
) -> tuple[Incoming, ...]:
    """Which of a turn end the sharing."""
    said = [one for one in together if in_a_word(moment.house, one)]
    if talk := held or await handoffs.live(moment, person.id):
        name = await _helper(moment, talk)
        plainly = [one for one in together if one not in said and _plainly(one, name)]
        if plainly and (held is not None or await _is_over(moment, talk)):
            said += plainly
    return tuple(said)


async def _is_over(moment: Moment, talk: Handoff) -> bool:
    """Whether her yes ended at the receipt of such words, and the talk was given back since."""
    consent = await moment.session.get(Consent, talk.consent_id or 0)
    return consent is not None and consent.withdrawn_at is not None


async def _helper(moment: Moment, talk: Handoff) -> str:
    holder = await too_late.held_last(moment, talk)
    return (holder.name if holder is not None else None) or ""


def _plainly(one: Incoming, name: str) -> bool:
    own = one.kind is Kind.TEXT and not one.forwarded and one.command is None
    return own and enough.said(one.text, name) is Enough.PLAINLY


async def at_receipt(session: AsyncSession, chat_id: int | None, text: str) -> int | None:
    """Who ends a talk by that message, before anybody has read it. The name of whoever reads along
    is asked for only where the words are such with any name."""
    if enough.said(text, None) is not Enough.PLAINLY:
        return None
    holder = aliased(Person)
    found = await session.execute(
        select(Person.id, holder.name)
        .join(Handoff, Handoff.person_id == Person.id)
        .join(holder, holder.id == Handoff.claimed_by)
        .where(Person.chat_id == chat_id, Handoff.state.in_(HELD))
    )
    row = found.first()
    if row is None or enough.said(text, row[1] or "") is not Enough.PLAINLY:
        return None
    return int(row[0])


async def answered(
    moment: Moment,
    person: Person,
    held: Handoff,
    incoming: Incoming,
    meant: Understanding | None = None,
) -> bool:
    """Whether a message was her answer to 'shall I stop sharing?'. `meant`: how the turn was
    understood, which counts where it is this message alone; and so does her no, which 'stuur dat
    niet naar hem' may follow."""
    about = await still_shared.asked(moment, person, held)
    if about is None or incoming.kind is not Kind.TEXT or incoming.edited or incoming.forwarded:
        return False
    typed, labels = plain(incoming.text), moment.house.labels
    last = await still_shared.is_last(moment, person, about, incoming)
    name, text = await _helper(moment, held), incoming.text
    read = meant if meant is not None and meant.text == text else None
    complains = _complains(text, name, read)
    yes = stop_answers.stops(text, name, read) or (complains and begins_with_yes(text))
    if typed in labels(BUTTON_STOP_NOW) or (last and yes):
        holder = await too_late.held_last(moment, held)
        await people.tell(moment, person, Say(await _stop(moment, person, held), keyboard=()))
        if holder is not None and complains:
            number = incoming.message_id  # 'yes, he was rude to me': nobody has read that
            await complaint_question.ask(moment, person, held, holder, number, to_him=False)
        return True
    no = says_just_no(text) or stop_answers.goes_on(text, name, read)
    if typed in labels(BUTTON_SHARE_ON) or (last and no and read is not None):
        await people.tell(moment, person, Say(await _go_on(moment, person, held, about)))
        return True
    return False


def _complains(text: str, name: str, read: Understanding | None) -> bool:
    """'Yes, he touched me': it is he of whom she was asked."""
    of_him = _HIM.sub(name, text) if name else text
    doubted = read is not None and read.doubt == OF_HIM
    return doubted or complaint_words.about(of_him, name, to_him=True)


async def tapped(moment: Moment, person: Person, tap: Incoming) -> str:
    """Her tap. Returns the word to her; '' for an old one. Her yes to stopping ends what she shares
    though nothing is asked any more: nobody reads along now, or somebody else does."""
    _, answer, number, token = tap.data.split(":")
    talk = await handoffs.live(moment, person.id)
    if talk is not None and (answer, number) == ("stop", str(talk.id)):
        return await _stop(moment, person, talk)
    about = await still_shared.asked(moment, person, talk) if talk is not None else None
    if talk is None or about is None or (number, token) != (str(talk.id), str(about.token)):
        return ""
    return await _go_on(moment, person, talk, about, tap.quoted) if answer == "on" else ""


async def _stop(moment: Moment, person: Person, talk: Handoff) -> str:
    await still_shared.forget(moment, person)
    return await withdrawals.withdraw(moment, person, talk)


async def _go_on(
    moment: Moment, person: Person, talk: Handoff, about: Asked, seen: Incoming | None = None
) -> str:
    """The message that was asked about goes on; what she wrote since does not, nor that one where
    it is neither kept nor `seen` with her tap. Changed since, it may be a complaint about who reads
    along: then she is asked for whom it is, as of one that came in between."""
    await still_shared.goes_on(moment, person, talk)
    first = _first(moment, person, about, seen)
    if first is not None and talk.state in HELD:
        sure = int(first.at.timestamp()) <= about.token or first is not seen
        await relay.from_resident(moment, person, talk, first, sure=sure, still_shares=True)
    said = [GOES_ON_ONCE if await _waits(moment, person, talk) else GOES_ON]
    if about.number and await copies.copy_of(moment, person.chat_id, about.number) is not None:
        said.append(WENT_ON)
    if about.lost or (about.number and first is None):
        said.append(NOT_GONE_ON)
    name = await _helper(moment, talk) or "…"
    return " ".join(moment.text(person, text, name=name) for text in said)


async def _waits(moment: Moment, person: Person, talk: Handoff) -> bool:
    """Whether nothing of hers goes there yet, since she is asked for whom a complaint is."""
    asked = await complaint_question.asked(moment, person)
    return asked is not None and asked.volunteer.id == talk.claimed_by


def _first(moment: Moment, person: Person, about: Asked, seen: Incoming | None) -> Incoming | None:
    if seen is not None and seen.message_id == about.number:
        return seen
    number, text = about.number, about.text
    if not text:
        return None
    return Incoming(0, person.chat_id, Kind.TEXT, moment.now, message_id=number, text=text)
