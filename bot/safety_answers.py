"""Which message of hers answers the safety question that stands, and where none does: words that
might mean something else, or are no answer, are asked about once. What an answer does is in
`bot.danger_ends`, and `bot.safety_effects` carries it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import (
    carried,
    danger_over,
    discreet,
    help_expected,
    open_dangers,
    overlooked,
    questions,
    safe_words,
    safeguard,
    safety_effects,
    safety_reads,
    safety_stage,
    safety_together,
    safety_worries,
)
from bot.channel import Incoming
from bot.dialogue.intents import WISHES
from bot.goodbyes import says_goodbye
from bot.house import Moment
from bot.numbers import lines_for, texts_of
from bot.safety import gentle
from bot.safety import reply as replies
from bot.safety_asked import (
    ARE_YOU_SAFE,
    UNANSWERED,
    Asked,
    chosen,
    chosen_beside,
    standing,
)
from bot.safety_effects import Answer
from bot.safety_facts import facts_of
from bot.safety_reads import Read, is_words, wish
from bot.safety_said import said_of
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Handoff, Person
from bot.understanding import Understanding

# what the model may hear in words that are no answer, and is carried out
WISHED = frozenset(one for one in WISHES if not one.startswith("ask_"))
SURELY = 0.8  # its confidence, from which on it is a wish


async def hear(
    moment: Moment,
    person: Person,
    incoming: Sequence[Incoming],
    held: Handoff | None,
    meant: Understanding | None = None,
) -> Incoming | None:
    """The message that answers the safety question, after answering it; None when none does."""
    asked = await standing(moment, person, held)
    if asked is None:
        return await _safe_by_now(moment, person, incoming, held)
    turn = Read(moment, person, asked, held)
    for one in await turn.after_it(incoming):
        if (tapped := await chosen_beside(moment, person, asked, one)) is not None:
            if not safety_together.believed(tapped[0].concern.intent, tapped[1], one, incoming):
                return await _doubted(turn, tapped[0].concern, one)
            return await _take(turn, tapped[0], Answer(tapped[1], one, tapped=True))
    if (says := await turn.safe(incoming)) is not None:  # whatever was asked since
        whole = "\n".join(one.text for one in incoming)
        return await _take(turn, asked, Answer(says.answer, incoming[-1], whole))
    read = await turn.after_it(incoming)
    if (most := await safety_together.weighs_most(turn, read)) is not None:
        return await _take(turn, asked, Answer(most[1], most[0]))
    if (row := await safety_together.safe_and_more(turn, incoming)) is not None:
        return await _doubted(turn, row, incoming[-1])
    if turn.yes_and_safe(read) is not None:
        await _ask_once_more(moment, person, asked)
        return read[-1] if held is None else None
    if held is None and await safety_worries.calls_request_off(moment, person, incoming):
        return None
    for one in read:
        answer = await _read(turn, one)
        other = bool(asked.newer) and await questions.answers(moment, person, one.text)
        if answer is not None and not other:
            if not safety_together.believed(asked.concern.intent, answer.said, one, incoming):
                return await _doubted(turn, asked.concern, one)
            heard = await _take(turn, asked, answer)
            await overlooked.told_beside(moment, person, one, answer.said, held)
            return heard
    if held is not None or len(read) != len(incoming):
        return None
    if await _asks_again(turn, read, meant):
        return read[-1]
    for one in read:
        if await turn.in_doubt(one):
            await _ask_once_more(moment, person, asked)
            await overlooked.told_beside(moment, person, one, replies.YES, held)
            return one
    return None


async def _safe_by_now(
    moment: Moment, person: Person, incoming: Sequence[Incoming], held: Handoff | None
) -> Incoming | None:
    """'I am safe', plainly, where no question stands any more and an alert of hers still does."""
    text = "\n".join(one.text for one in incoming)
    if not safe_words.says_i_am_safe(text) or not all(is_words(one) for one in incoming):
        return None
    says, alert = safe_words.says_safe(text, ""), await open_dangers.hers(moment, person)
    if says is None or not says.plainly or alert is None:
        return None
    about = Asked("heard", alert.concern, 0, moment.now, "")
    return await _take(
        Read(moment, person, about, held), about, Answer(says.answer, incoming[-1], text)
    )


async def _read(turn: Read, one: Incoming) -> Answer | None:
    """What one message alone answers: as a button, or in words."""
    tapped = await chosen(turn.moment, turn.person, turn.asked, one)
    said = tapped or await turn.not_safe(one) or await turn.led_by_yes(one)
    said = said or turn.denied(one.text) or turn.wants_person(one.text)
    said = said or turn.makes_hard(one.text)
    return None if said is None else Answer(said, one, tapped=tapped is not None)


async def _take(turn: Read, about: Asked, answer: Answer) -> Incoming | None:
    """Her answer does what the table says; what it leaves in doubt is asked about."""
    moment, person, held = turn.moment, turn.person, turn.held
    if answer.said == replies.NOT_THAT:
        await safety_effects.meant_something_else(moment, person, about)
        return answer.one
    said = said_of(answer.said, about.concern.intent, answer.text, answer.tapped)
    step = await danger_over.step_of(moment, person, about.concern, said)
    if step.doubts and step.asks is not None:
        row = await moment.session.get_one(ConcernRow, step.asks)
        return await _doubted(turn, row, answer.one)
    await safety_effects.carry_out(moment, person, about, answer, said, step, held)
    asked = replace(turn.asked, stage=turn.asked.before or turn.asked.stage)
    await carried.after(moment, person, asked, step, answer.said, held)
    return answer.one


async def _doubted(turn: Read, row: ConcernRow, one: Incoming) -> Incoming | None:
    """Asked once more; whoever holds a talk reads all that she wrote."""
    await safeguard.still(turn.moment, turn.person, replies.STILL, row)
    return one if turn.held is None else None


async def _asks_again(turn: Read, read: Sequence[Incoming], meant: Understanding | None) -> bool:
    """Words that are no answer to whether she is safe: once it is asked again, in their place, and
    again where she takes back what worried, or goes. What she wishes is done."""
    moment, person, asked = turn.moment, turn.person, turn.asked
    texts = [one.text for one in read]
    if any(wish(text) is not None for text in texts):
        return False
    goes = any(says_goodbye(text, meant) for text in texts)
    if goes and asked.stage in UNANSWERED and asked.concern.answered_at is None:
        await _lets_go(moment, person, asked)
        return True
    opening = None
    if await turn.called_off(read):
        opening = replies.CALLED_OFF
    elif goes and await safety_stage.not_said_safe(moment, person) is not None:
        opening = replies.GOODBYE
    elif asked.stage == "reply" and not asked.newer and asked.concern.answer is None:
        opening = replies.STILL if not _wishes(meant) else None
    if opening is not None:
        await safeguard.still(moment, person, opening, asked.concern)
        return True
    return await _may_be_of_help(moment, person, texts, meant)


async def _may_be_of_help(
    moment: Moment, person: Person, texts: Sequence[str], meant: Understanding | None
) -> bool:
    """What nobody understands, while help is said to come, may say that it does not come."""
    row = await help_expected.of(moment, person)
    hidden = await discreet.is_hidden(moment, person)
    if row is None or hidden or (meant is not None and meant.intent is not None):
        return False
    for text in texts:
        if await questions.answers(moment, person, text):
            return False
    await safeguard.still(moment, person, replies.STILL, row)
    return True


def _wishes(meant: Understanding | None) -> bool:
    return meant is not None and meant.intent in WISHED and meant.confidence >= SURELY


async def _lets_go(moment: Moment, person: Person, asked: Asked) -> None:
    """She says goodbye instead of an answer: no cheerful word, and whom she can call."""
    row, facts = asked.concern, await facts_of(moment, person)
    lines, about = lines_for(moment, person, row.intent), safety_reads.about(asked)
    said = gentle.goodbye(about, person.language, lines, facts, texts_of(moment, person))
    sent = await safeguard.say(moment, person, said)
    await safety_stage.set_stage(moment, person, "left", row.intent, row.id, sent)


async def _ask_once_more(moment: Moment, person: Person, asked: Asked) -> None:
    row, texts = asked.concern, texts_of(moment, person)
    if asked.stage in ARE_YOU_SAFE:
        await safeguard.still(moment, person, replies.STILL, row)
        return
    sent = await safeguard.say(moment, person, gentle.which(safety_reads.about(asked), texts))
    await safety_stage.set_stage(moment, person, "which", row.intent, row.id, sent)
