"""For whom a volunteer's message is, where several talks are held.

A reply says it. Without one it is for whom he wrote to or chose last, as long as that is fresh and
nothing about anything else has come to his phone since. Else he is asked, also where his words
begin with the name of another, and it goes to nobody before he says. Nothing is kept meanwhile:
each question replies to his own message, and Telegram shows us that one, as it is by then, with his
tap.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from sqlalchemy import or_, select

from bot import asking, copies, people, relay, talks
from bot.addressee_texts import (
    BUTTON_SWITCH,
    BUTTON_TO,
    CROSSED_TURN,
    NOT_THERE,
    ONE_COMMAND,
    OR_ANSWER,
    OTHER_NAME,
    WENT_ALREADY,
    WHICH_COMMAND,
    WHICH_OR_ANSWER,
    WHICH_TALK,
)
from bot.channel import Button, Edit, Incoming, Say
from bot.hailed import names
from bot.handoff_texts import NO_TALK
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import PAST
from bot.store.tables import Audit, Handoff, Message, Person, Relay
from bot.writing import TOO_LATE

JUST_ENDED: Final = timedelta(days=1)  # so long he may still have her in mind
ENDS: Final = tuple(f"handoff.{PAST[how]}" for how in ("release", "withdraw", "close", "leave"))
FRESH: Final = timedelta(hours=1)  # after that he may have somebody else in mind


class Last(NamedTuple):
    """Where he wrote last, or whom he chose: the message in his chat that says so."""

    handoff_id: int | None
    message_id: int
    at: datetime


async def meant(moment: Moment, volunteer: Person, incoming: Incoming) -> Handoff | None:
    """The talk that a message without a reply is for; None where that is in doubt, above all while
    it may be the answer to a question of ours."""
    if await _answers_us(moment, volunteer, incoming):
        return None
    held, number = await talks.open_talks(moment, volunteer), incoming.message_id or 0
    if len(held) == 1:
        return None if _unread(await _turned(moment, volunteer), number) else held[0]
    last = await last_one(moment, volunteer, number)
    if last is None:
        return None
    talk = next((one for one in held if one.id == last.handoff_id), None)
    if talk is None or moment.now - max(last.at, talk.spoken_at or last.at) > FRESH:
        return None
    return None if await _other_came(moment, volunteer, last) else talk


async def _answers_us(moment: Moment, volunteer: Person, incoming: Incoming) -> bool:
    """Whether it may be for us: a question of ours stands, or he replies to a message of ours that
    is about no talk."""
    if await asking.standing(moment, volunteer):
        return True
    return await copies.is_about_none(moment, volunteer.chat_id, incoming.reply_to)


async def last_one(moment: Moment, volunteer: Person, number: int) -> Last | None:
    """As it was when he wrote message `number`. None where he was told of another talk by then, and
    had not read it."""
    own = await moment.session.scalar(
        select(Relay)
        .where(Relay.from_chat == volunteer.chat_id)
        .order_by(Relay.from_message.desc())
        .limit(1)
    )
    wrote = None if own is None else Last(own.handoff_id, own.from_message, own.at)
    told = await _turned(moment, volunteer)
    if told is None:
        return wrote
    if told.message_id is None or _unread(told, number):
        return wrote if wrote is not None and wrote.handoff_id == told.handoff_id else None
    if wrote is not None and wrote.message_id > told.message_id:
        return wrote
    return Last(told.handoff_id, told.message_id, told.created_at)


async def _turned(moment: Moment, volunteer: Person) -> Message | None:
    """Our message that says for whom his words are now. What never arrives keeps nobody from
    writing."""
    fact = (await people.facts_of(moment, volunteer)).get(talks.TURNED)
    told = await moment.session.get(Message, int(fact.value)) if fact is not None else None
    return told if told is not None and told.state in ("queued", "sending", "sent") else None


def _unread(told: Message | None, number: int) -> bool:
    """Whether message `number` was written before that reached the phone."""
    return told is not None and (told.message_id is None or number <= told.message_id)


async def _other_came(moment: Moment, volunteer: Person, last: Last) -> bool:
    """Whether anything that is not about that talk came since, or is on its way: a word of another
    resident, a talk that he took, a reminder, an appointment. An alert names nobody."""
    leaving = Message.message_id.is_(None) & Message.state.in_(("queued", "sending"))
    found = await moment.session.scalar(
        select(Message.id)
        .where(Message.chat_id == volunteer.chat_id, Message.purpose != "alert")
        .where(or_(Message.handoff_id != last.handoff_id, Message.handoff_id.is_(None)))
        .where(
            or_(Message.message_id > last.message_id, leaving & (Message.purpose == "relay")),
        )
        .limit(1)
    )
    return found is not None


async def names_another(
    moment: Moment, volunteer: Person, talk: Handoff, incoming: Incoming
) -> bool:
    """Whether a short message names a resident of another talk, open or just ended: 'ça va Marc?',
    written to Jeanne. She is not to read who else talks with him."""
    hers = (await talks.person_of(moment, talk)).name or ""
    others = await talks.open_talks(moment, volunteer) + await _just_ended(moment, volunteer)
    for other in others:
        name = (await talks.person_of(moment, other)).name or ""
        if other.person_id != talk.person_id and names(incoming.text, name, but=hers):
            return True
    return False


async def _just_ended(moment: Moment, volunteer: Person) -> list[Handoff]:
    """What he held, and no longer holds since a short while, whoever ended it."""
    held = select(Audit.handoff_id).where(Audit.actor_id == volunteer.id)
    rows = await moment.session.scalars(
        select(Handoff)
        .where(Handoff.id.in_(held.where(Audit.action == "handoff.claimed")))
        .where(
            select(Audit.id)
            .where(Audit.handoff_id == Handoff.id, Audit.at > moment.now - JUST_ENDED)
            .where(Audit.action.in_(ENDS))
            .exists()
        )
    )
    return list(rows)


async def ask(moment: Moment, volunteer: Person, incoming: Incoming) -> None:
    """It went to nobody yet. Where one talk is left, his message was written for another, or it may
    be his answer to us."""
    held = await talks.open_talks(moment, volunteer)
    asked, command = await _answers_us(moment, volunteer, incoming), incoming.command is not None
    if len(held) == 1 and asked:
        await ask_one(moment, volunteer, held[0], ONE_COMMAND if command else OR_ANSWER, incoming)
    elif len(held) == 1 and await names_another(moment, volunteer, held[0], incoming):
        await ask_one(moment, volunteer, held[0], OTHER_NAME, incoming)
    elif len(held) == 1:
        await talks.about_her(moment, volunteer, held[0], CROSSED_TURN)
    elif command:
        await show(moment, volunteer, WHICH_COMMAND, incoming)
    else:
        await show(moment, volunteer, WHICH_OR_ANSWER if asked else WHICH_TALK, incoming)


async def ask_one(
    moment: Moment,
    volunteer: Person,
    talk: Handoff,
    text: Text,
    incoming: Incoming,
    ends: tuple[str, ...] = (),
) -> None:
    """Is it for her? A tap says so. It stands: his next words may be a 'yes' to this. `ends`: what
    he may tap instead."""
    name = await talks.name_of(moment, talk, volunteer)
    command, _ = incoming.command or ("", "")
    buttons = (_button(moment, volunteer, talk, name, incoming),)
    row = await talks.about_her(
        moment, volunteer, talk, text, None, buttons, incoming.message_id, command=command
    )
    others = tuple(Button("", data) for data in ends)
    await asking.stands(moment, volunteer, row, buttons + others)


async def show(
    moment: Moment, volunteer: Person, text: Text, words: Incoming | None = None
) -> None:
    """A question, and a message for each talk: it goes when that resident takes her yes back. A tap
    turns to that talk, and brings his words there or carries out his command."""
    found = await talks.open_talks(moment, volunteer)
    command, _ = (words.command if words is not None else None) or ("", "")
    asked = moment.text(volunteer, text if found else NO_TALK, command=command)
    await people.tell(moment, volunteer, Say(asked))
    for talk in found:
        await _choice(moment, volunteer, talk, words)


async def _choice(moment: Moment, volunteer: Person, talk: Handoff, words: Incoming | None) -> None:
    name = await talks.name_of(moment, talk, volunteer)
    about = None if words is None else words.message_id
    button = _button(moment, volunteer, talk, name, words)
    said = Say(name, inline=(button,), protect=True, reply_to=about)
    await people.tell(moment, volunteer, said, "relay", talk, talk.consent_id)


def _button(
    moment: Moment, volunteer: Person, talk: Handoff, name: str, words: Incoming | None
) -> Button:
    if words is None:
        return Button(moment.text(volunteer, BUTTON_SWITCH, name=name)[:60], f"talk:{talk.id}")
    label = moment.text(volunteer, BUTTON_TO, name=name)
    if words.command is not None:
        label = f"/{words.command[0]}: {name}"
    return Button(label[:60], f"to:{talk.id}")


async def told(moment: Moment, volunteer: Person, talk: Handoff, tap: Incoming) -> str:
    """He said for whom it is. Returns the word for the tapped button."""
    words = tap.quoted
    if words is not None and await _went(moment, words):
        return moment.text(volunteer, WENT_ALREADY)
    if talk not in await talks.open_talks(moment, volunteer):
        return moment.text(volunteer, TOO_LATE)
    await talks.turn_to(moment, volunteer, talk)
    if words is None:  # he deleted it, or Telegram no longer shows it
        await talks.about_her(moment, volunteer, talk, NOT_THERE)
        return ""
    await relay.from_volunteer(moment, volunteer, talk, words)
    if tap.message_id is not None and await _went(moment, words):
        name = await talks.name_of(moment, talk, volunteer)
        done = Edit(tap.message_id, f"{name} ✓")
        await people.tell(moment, volunteer, done, "relay", talk, talk.consent_id)
    return ""


async def _went(moment: Moment, words: Incoming) -> bool:
    return await copies.copy_of(moment, words.chat_id, words.message_id or 0) is not None
