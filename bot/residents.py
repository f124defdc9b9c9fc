"""A resident's turn: what she did, in the order in which it matters.

Danger first, then what only the state of a handoff decides, then the dialogues.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot import (
    asked_on,
    complained,
    complaint_taps,
    concerns,
    contacts,
    conversations,
    daily,
    doubts,
    forwards,
    handoffs,
    her_language,
    hiding,
    media,
    meeting_words,
    memories,
    mended,
    newcomers,
    outbox,
    overlooked,
    people,
    questions,
    readings,
    reads_along,
    relay,
    reported,
    reports,
    resident_taps,
    rewritten,
    safeguard,
    safety_answers,
    safety_reads,
    safety_worries,
    silences,
    standing,
    stopping,
    taking_back,
    too_late,
    turnover,
    under_a_text,
    violence_after,
    withdrawals,
)
from bot.channel import MEDIA, Incoming, Kind, Say
from bot.complained import VIOLENCE
from bot.conversations import Beside
from bot.dialogue.answers import wish
from bot.dialogue.words import plain
from bot.handoff_texts import BUTTON_STOP
from bot.house import House, Moment
from bot.lifecycle import WITHDRAWN
from bot.report_texts import BUTTON_OTHER
from bot.safety import Concern
from bot.safety import reply as replies
from bot.store.tables import Handoff, Person
from bot.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Heard:
    """What came in together from one chat, and how it was understood."""

    incoming: tuple[Incoming, ...]
    understanding: Understanding | None = None
    concern: Concern | None = None
    stopping: tuple[Incoming, ...] = ()  # those that end the sharing
    doubts: Mapping[str, str] = doubts.NONE  # texts to ask about before they are relayed

    @property
    def last(self) -> Incoming:
        return self.incoming[-1]


async def take(moment: Moment, person: Person, heard: Heard) -> None:
    """One turn of a resident, in the caller's transaction."""
    last = heard.last
    if last.kind is Kind.BLOCKED:
        await outbox.block(moment.session, person.chat_id, moment.now)
        return
    if last.kind is Kind.UNBLOCKED:
        return
    await memories.came_back(moment, person)
    await people.seen(moment, person)
    await contacts.answered(moment, person)
    await silences.back(moment, person)
    if last.kind is Kind.TAP:
        await resident_taps.take(moment, person, last)
        return
    if heard.understanding is not None:
        await standing.notice(moment, person, heard.understanding)
    held = await handoffs.held(moment, person.id)
    heard = replace(heard, stopping=await stopping.among(moment, person, heard.incoming, held))
    if last.edited and heard.stopping and (held or await rewritten.was_told(moment, person, last)):
        last = replace(last, edited=False)  # a 'stpo' that becomes a 'stop' is one
        heard = replace(heard, incoming=(last,), stopping=(last,))
    if held is not None and not heard.stopping and await turnover.finds_out(moment, person, held):
        held = None
    if last.forwarded:  # its whole turn is
        await forwards.take(moment, person, heard.incoming, heard.concern, held)
        return
    if hiding.wished(last, held is not None):  # it stands alone in its turn
        await hiding.hide(moment, person, last)
        return
    if held is None and await overlooked.took(moment, person, heard.incoming, heard.concern):
        return
    alone = len(heard.incoming) == 1
    left = await safety_worries.worries(moment, person, heard.incoming, heard.concern, held)
    heard = replace(heard, concern=left)
    if heard.concern is not None and not (alone and stopping.in_a_word(moment.house, last)):
        await _danger(moment, person, heard, heard.concern, held)
        if last.edited:  # what is graver now is in her report, too
            await rewritten.take(moment, person, last)
        return
    if last.edited:
        if await rewritten.take(moment, person, last):
            return
        if held is not None:
            await relay.from_resident(moment, person, held, last, doubts=heard.doubts)
        elif not await mended.after_a_talk(moment, person, last):
            await _changed(moment, person, heard)
        return
    if not heard.stopping and await reported.took(
        moment, person, heard.incoming, held, heard.understanding
    ):
        return
    answer = await safety_answers.hear(moment, person, heard.incoming, held, heard.understanding)
    if held is not None:
        rest = tuple(one for one in heard.incoming if one is not answer)
        await _in_talk(moment, person, replace(heard, incoming=rest), held)
    elif heard.stopping and not _stops_all(heard) and await taking_back.told(moment, person):
        return
    elif answer is None:
        await _to_the_bot(moment, person, heard)


def _stops_all(heard: Heard) -> bool:
    """Whether a 'stop' alone is said, which a dialogue hears. Beside other words, or where only the
    sharing is meant, her yes ended at its receipt: nobody may come any more."""
    return len(heard.incoming) == 1 and wish(heard.last.text) == "stop_contact"


async def _danger(
    moment: Moment, person: Person, heard: Heard, concern: Concern, held: Handoff | None
) -> None:
    """The safety reply, before anything else; a volunteer who holds the talk sees it, marked. A
    'stop' beside it is kept to: nothing of that turn is shared."""
    if heard.understanding is not None:
        await her_language.of_a_newcomer(moment, person, heard.understanding.text)
    handoff = await handoffs.live(moment, person.id)
    if handoff is not None and heard.stopping:
        said = await withdrawals.withdraw(moment, person, handoff)
        await people.tell(moment, person, Say(said))
        held = None
    words = ""
    if held is not None:
        words = await relay.all_of(moment, person, held, heard.incoming, concern, heard.doubts)
    row = await safeguard.worry(moment, person, concern, heard.last, words)
    if held is not None and words == replies.APART:
        kind = concern.intent  # she may be asked about another, which he may know of
        of = row if row.intent == kind else await concerns.doubt(moment, person, kind)
        if of is not None:
            await complained.unseen(moment, person, held, of, heard.incoming)
    if concern.intent == VIOLENCE:
        await violence_after.ask(moment, person, heard.incoming, held)


async def _in_talk(moment: Moment, person: Person, heard: Heard, held: Handoff) -> None:
    """A person holds the talk: only commands, buttons, and words that stop it are for the bot."""
    for incoming in heard.incoming:
        if incoming in heard.stopping:
            said = await withdrawals.withdraw(moment, person, held)
            await people.tell(moment, person, Say(said, keyboard=()))
            return
        if await stopping.answered(moment, person, held, incoming, heard.understanding):
            continue
        if held.state == WITHDRAWN:
            return
        if _wants_other(moment.house, incoming):
            await people.tell(moment, person, await reports.ask_other(moment, person, held))
            continue
        if await meeting_words.took(moment, person, incoming):
            continue
        if await complaint_taps.in_a_talk(moment, person, incoming):
            continue
        if await asked_on.to_a_silent_one(moment, person, held, incoming):
            return
        plain_text = incoming.kind is Kind.TEXT and not incoming.edited
        if incoming.command is not None:
            beside = await _beside(moment, person, held)
            await conversations.command(moment, person, incoming.command[0], beside)
        elif plain_text and await questions.answers(moment, person, incoming.text):
            understood = Understanding(incoming.text, person.language)
            beside = await _beside(moment, person, held)
            await conversations.hear(moment, person, understood, incoming.message_id, beside)
        elif await relay.from_resident(
            moment, person, held, incoming, together=heard.incoming, doubts=heard.doubts
        ):
            await meeting_words.passed_on(moment, person, incoming)


async def _beside(moment: Moment, person: Person, held: Handoff) -> Beside:
    told = await reads_along.told(moment, person, held)
    return Beside(told, moment.text(person, BUTTON_STOP))


def _wants_other(house: House, incoming: Incoming) -> bool:
    """The second button under a talk, and its very words alone."""
    return incoming.kind is Kind.TEXT and plain(incoming.text) in house.labels(BUTTON_OTHER)


def _for_a_person(house: House, together: tuple[Incoming, ...]) -> list[Incoming]:
    """What the buttons under a talk do not say."""
    wishes = (stopping.in_a_word, _wants_other)
    return [one for one in together if not any(wish(house, one) for wish in wishes)]


async def _to_the_bot(moment: Moment, person: Person, heard: Heard) -> None:
    last = heard.last
    if last.command is not None:
        await conversations.command(moment, person, last.command[0])
    elif last.kind is Kind.REACTION or await complaint_taps.took(moment, person, heard.incoming):
        return
    elif last.kind in MEDIA:
        await too_late.wrote(moment, person, heard.incoming)
        await media.answer(moment, person, heard.incoming, heard.understanding)
    elif await too_late.wrote(moment, person, _for_a_person(moment.house, heard.incoming)):
        return
    elif (read := heard.understanding) is not None and not await _to_what_waits(
        moment, person, heard.incoming, read
    ):
        if await complaint_taps.guessed(moment, person, heard.incoming, heard.doubts, read):
            return
        await _words(moment, person, heard, read)
        await under_a_text.asked_between(moment, person, heard.incoming, read)


async def _to_what_waits(
    moment: Moment, person: Person, together: tuple[Incoming, ...], read: Understanding
) -> bool:
    """Whether it was for a proposal to meet, for a text that waits for her yes, or for whether
    somebody else shall come."""
    alone = len(together) == 1
    if alone and await meeting_words.took(moment, person, together[0]):
        return True
    if await asked_on.took(moment, person, together, read):
        return True
    return await under_a_text.took(moment, person, together, read)


async def _words(
    moment: Moment, person: Person, heard: Heard, understanding: Understanding
) -> None:
    """Who never came to the end of the welcome meets it first, but not in danger."""
    first = await newcomers.is_new(moment, person)
    if first and not await concerns.worried(moment, person):
        await conversations.meet(moment, person, understanding)
        return
    answers = await questions.answers(moment, person, understanding.text)
    worried = await concerns.worried(moment, person)
    if not answers and not worried and await daily.is_over(moment, person, understanding):
        return
    await her_language.settled(moment, person, understanding)
    at = await standing.whereabouts(moment, person)
    readings.note(at.row, heard.incoming, understanding)
    await conversations.hear(moment, person, understanding, heard.incoming[0].message_id)


async def _changed(moment: Moment, person: Person, heard: Heard) -> None:
    """What she wrote to the machine is read once. She reads so where it says something else now;
    not for a mended letter."""
    at = await standing.whereabouts(moment, person)
    last, read = heard.last, heard.understanding
    other = read is not None and readings.says_else(at.row.position, last.message_id, read)
    if other or await safety_reads.would_answer(moment, person, last.text):
        await mended.say_once(moment, person, last.message_id, mended.READ_ONCE)
