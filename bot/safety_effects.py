"""Her answer to a safety question is carried out as the table of dangers says: written down,
answered, and shown to whoever holds a talk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from bot import (
    complained,
    conversations,
    danger_over,
    discreet,
    handoffs,
    help_expected,
    marks,
    people,
    questions,
    relay,
    safeguard,
    safety_stage,
)
from bot.channel import Incoming
from bot.concerns import ACT, CALM
from bot.danger_ends import UNSAFE, Said, Step, Word
from bot.dialogue.words import plain
from bot.house import Moment
from bot.numbers import texts_of
from bot.safety import Concern, gentle
from bot.safety import reply as replies
from bot.safety.concern import KINDS
from bot.safety_asked import KNOWN, Asked, labels_of
from bot.safety_facts import facts_of
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Handoff, Person

FOLLOWED: Final = (
    *(*replies.OVER, replies.NOT_SAFE, replies.THE_DAY, replies.RATHER_NOT),
    *(replies.ELSE, replies.NO_DANGER),
)
NO_DANGER: Final = (replies.THE_DAY, replies.NO_DANGER)  # the talk goes on where it was then
OF_HERSELF: Final = (Word.SAFE, Word.ALL_OVER)  # whatever she was asked of
SAME: Final = "safety/still/same"  # of what is not over
OF_HELP: Final = (Word.HELP, Word.NO_HELP)
OF_DANGER: Final = (*replies.OVER, replies.NOT_SAFE, replies.YES)  # no one else says that for her


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read in a message of hers; `whole`: all that it was heard in, where that is more
    than one; `tapped`: a button, or a bare yes or no."""

    said: str
    one: Incoming
    whole: str = ""
    tapped: bool = False

    @property
    def text(self) -> str:
        return self.whole or self.one.text


async def carry_out(
    moment: Moment,
    person: Person,
    asked: Asked,
    answer: Answer,
    said: Said,
    step: Step,
    held: Handoff | None,
) -> None:
    """In a talk, who holds it reads her answer too; and as somebody is there, to wish for a person
    is no answer."""
    row = await moment.session.get_one(ConcernRow, step.of)
    helped = said.word in OF_HELP or (said.word == Word.NO_DANGER and row.intent == replies.MEDICAL)
    passed_on = await danger_over.carry_out(moment, person, step, answer.said, helped)
    await help_expected.note(moment, person, said, step)
    if answer.said == replies.PERSON:
        gently = row.level != ACT and row.answer is None
        if asked.stage in KNOWN and not gently:  # that goes on standing: it has no answer yet
            await safety_stage.set_stage(moment, person, "heard", row.intent, row.id, asked.sent)
        await safeguard.offer_person(moment, person)
        return
    if answer.said in OF_DANGER:
        await discreet.wrote_of_it(moment, person)
    yes = said.word == Word.YES
    of_him = held is not None and await complained.holds_answer(
        moment, person, held, answer.one, row, _is_tap(moment, asked, answer)
    )
    his_own = of_him and row.intent == complained.VIOLENCE  # he is not to read that she told of it
    words = "" if not of_him else replies.KEPT_BACK if yes and not his_own else replies.APART
    if yes and not his_own:
        await marks.confirmed(moment, held)
    if held is not None and not of_him:
        waits = not _is_calm_tap(moment, asked, answer)
        marked = not yes
        words = await relay.answer(moment, person, held, answer.one, marked, waits)
    goes_on = said.word in UNSAFE and (held is None or row.intent != complained.VIOLENCE)
    if (step.begins or goes_on) and not his_own:
        asked_for = await handoffs.live(moment, person.id)
        if asked_for is not None:
            asked_for.crisis = True  # also before anybody has it
    if step.begins:
        row = await safeguard.begins(moment, person, row, answer.said, step.alert_from)
    if his_own and held is not None:
        await complained.unseen(moment, person, held, row, (answer.one,))
    if yes:
        await _now_it_is_danger(moment, person, row, words)
    elif step.begins and said.word == Word.SAME and not await discreet.is_hidden(moment, person):
        await safeguard.still(moment, person, SAME, row, words)
    elif step.asks is not None:
        await _asks_of_the_other(moment, person, answer, step, passed_on, words, helped)
    else:
        await _says(moment, person, asked, answer.said, said, row, passed_on, words)
        if answer.said in NO_DANGER and held is None:
            await conversations.take_up(moment, person)


async def _says(
    moment: Moment,
    person: Person,
    asked: Asked,
    answer: str,
    said: Said,
    row: ConcernRow,
    passed_on: str,
    words: str,
) -> None:
    kind, following = row.intent, "heard"
    if said.word in OF_HERSELF:
        answer, kind = replies.SAFE, KINDS[0]
    if answer in FOLLOWED:
        reply = await safeguard.follow_up(moment, person, answer, kind, words)
        following = "hard" if answer == replies.NOT_SAFE else "heard"
    elif asked.stage == "later":
        reply = await safeguard.follow_up(moment, person, replies.THE_DAY, kind, words)
    else:
        facts = await facts_of(moment, person, words)
        reply = replies.hard_heard(facts, texts_of(moment, person))
    if passed_on:
        reply = replace(reply, text=f"{reply.text}\n\n{passed_on}")
    sent = await safeguard.say(moment, person, reply)
    await safety_stage.set_stage(moment, person, following, row.intent, row.id, sent)


async def _asks_of_the_other(
    moment: Moment,
    person: Person,
    answer: Answer,
    step: Step,
    passed_on: str,
    words: str,
    helped: bool,
) -> None:
    """What she was asked about is over, and another danger is not: of that she is asked again."""
    left = await moment.session.get_one(ConcernRow, step.asks)
    if passed_on:
        await safeguard.say(moment, person, replies.Reply(passed_on, ()))
    opening = f"safety/medical/after/{answer.said}" if helped else replies.STILL
    await safeguard.watch(moment, person, left)
    await safeguard.still(moment, person, opening, left, words)


def _is_tap(moment: Moment, asked: Asked, answer: Answer) -> bool:
    """Whether it is no more than a button of ours, also where it was read as words."""
    labels = labels_of(moment.house.translate, asked.stage, asked.concern.intent)
    return answer.tapped or plain(answer.one.text) in labels.typed


def _is_calm_tap(moment: Moment, asked: Asked, answer: Answer) -> bool:
    """'I am safe', as a button of ours says it: it waits for no word of a volunteer, and nobody is
    reminded of it. Words of her own do, and so does 'I am not safe'."""
    labels = labels_of(moment.house.translate, asked.stage, asked.concern.intent)
    return answer.said in CALM and plain(answer.one.text) in labels.typed


async def meant_something_else(moment: Moment, person: Person, asked: Asked) -> None:
    """Her yes was for something else. The buttons of the question that stands come back."""
    said = gentle.not_that(texts_of(moment, person))
    buttons = await questions.buttons(moment, person)
    sent = await safeguard.say(moment, person, said, buttons)
    row = asked.concern
    await safety_stage.set_stage(moment, person, "left", row.intent, row.id, sent)
    await conversations.take_up(moment, person)


async def _now_it_is_danger(moment: Moment, person: Person, row: ConcernRow, words: str) -> None:
    """The gentle question was answered with yes: now it is `act`, from this moment on."""
    concern = Concern(row.intent, "act", tuple(row.found_by))
    said = await safeguard.reply_to(moment, person, concern, words)
    sent = await safeguard.say(moment, person, said)
    await safety_stage.set_stage(moment, person, "reply", row.intent, row.id, sent)
    if await handoffs.held(moment, person.id) is None:
        await people.leave_talk(moment, person)
