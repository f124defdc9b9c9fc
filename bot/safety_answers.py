"""Her answer to a safety question is carried out: written down, answered, and shown to whoever
holds a talk. Where her words might mean something else, or are no answer, she is asked once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import (
    carried,
    conversations,
    danger_over,
    handoffs,
    marks,
    overlooked,
    people,
    questions,
    relay,
    safe_buttons,
    safe_words,
    safeguard,
    safety_reads,
    safety_together,
)
from bot.channel import Incoming
from bot.concerns import ACT, CALM
from bot.dialogue.answers import wish
from bot.dialogue.intents import WISHES
from bot.dialogue.words import plain
from bot.goodbyes import says_goodbye
from bot.house import Moment
from bot.numbers import lines_for, texts_of
from bot.safety import Concern, gentle
from bot.safety import reply as replies
from bot.safety_asked import (
    ARE_YOU_SAFE,
    KNOWN,
    UNANSWERED,
    Asked,
    chosen,
    chosen_beside,
    labels_of,
    standing,
)
from bot.safety_facts import facts_of
from bot.safety_reads import Read
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Handoff, Person
from bot.understanding import Understanding

FOLLOWED = (
    *(*replies.OVER, replies.NOT_SAFE, replies.THE_DAY, replies.RATHER_NOT),
    *(replies.ELSE, replies.NO_DANGER),
)
NO_DANGER = (replies.THE_DAY, replies.NO_DANGER)  # after which the talk goes on where it was
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
        return None
    turn = Read(moment, person, asked, held)
    for one in await turn.after_it(incoming):
        if (tapped := await chosen_beside(moment, person, asked, one)) is not None:
            if not safety_together.believed(tapped[0].concern.intent, tapped[1], one, incoming):
                return await _doubted(moment, person, tapped[0], one, held)
            await _answer(moment, person, *tapped, one, held)
            await carried.stands_on(moment, person, asked, tapped[1], held)
            return one
    if (says := await turn.safe(incoming)) is not None:  # whatever was asked since
        whole = "\n".join(one.text for one in incoming)
        await _answer(moment, person, asked, says.answer, incoming[-1], held, whole)
        await carried.what_is_left(moment, person, asked, says.answer, held)
        return incoming[-1]
    read = await turn.after_it(incoming)
    if (most := safety_together.weighs_most(turn, read)) is not None:
        await _answer(moment, person, asked, most[1], most[0], held)
        return most[0]
    if turn.yes_and_safe(read) is not None:
        await _ask_once_more(moment, person, asked)
        return read[-1] if held is None else None
    if (row := await safety_together.safe_and_more(turn, incoming)) is not None:
        return await _doubted(moment, person, replace(asked, concern=row), incoming[-1], held)
    if held is None and await safety_reads.calls_request_off(moment, person, incoming):
        return None
    for one in read:
        said = await chosen(moment, person, asked, one) or await turn.not_safe(one)
        said = (
            said
            or await turn.led_by_yes(one)
            or turn.denied(one.text)
            or turn.wants_person(one.text)
        )
        said = said or turn.makes_hard(one.text)
        other = bool(asked.newer) and await questions.answers(moment, person, one.text)
        if said is not None and not other:
            if not safety_together.believed(asked.concern.intent, said, one, incoming):
                return await _doubted(moment, person, asked, one, held)
            await _answer(moment, person, asked, said, one, held)
            await carried.what_is_left(moment, person, asked, said, held)
            await overlooked.told_beside(moment, person, one, said, held)
            return one
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


async def _doubted(
    moment: Moment, person: Person, asked: Asked, one: Incoming, held: Handoff | None
) -> Incoming | None:
    """Asked once more; whoever holds a talk reads all that she wrote."""
    await safeguard.still(moment, person, replies.STILL, asked.concern)
    return one if held is None else None


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
    elif goes and await safeguard.not_said_safe(moment, person) is not None:
        opening = replies.GOODBYE
    elif asked.stage == "reply" and not asked.newer and asked.concern.answer is None:
        opening = replies.STILL if not _wishes(meant) else None
    if opening is None:
        return False
    await safeguard.still(moment, person, opening, asked.concern)
    return True


def _wishes(meant: Understanding | None) -> bool:
    return meant is not None and meant.intent in WISHED and meant.confidence >= SURELY


async def _lets_go(moment: Moment, person: Person, asked: Asked) -> None:
    """She says goodbye instead of an answer: no cheerful word, and whom she can call."""
    row, facts = asked.concern, await facts_of(moment, person)
    lines, about = lines_for(moment, person, row.intent), safety_reads.about(asked)
    said = gentle.goodbye(about, person.language, lines, facts, texts_of(moment, person))
    sent = await safeguard.say(moment, person, said)
    await safeguard.set_stage(moment, person, "left", row.intent, row.id, sent)


async def _ask_once_more(moment: Moment, person: Person, asked: Asked) -> None:
    row, texts = asked.concern, texts_of(moment, person)
    if asked.stage in ARE_YOU_SAFE:
        await safeguard.still(moment, person, replies.STILL, row)
        return
    sent = await safeguard.say(moment, person, gentle.which(safety_reads.about(asked), texts))
    await safeguard.set_stage(moment, person, "which", row.intent, row.id, sent)


async def _answer(
    moment: Moment,
    person: Person,
    asked: Asked,
    said: str,
    incoming: Incoming,
    held: Handoff | None,
    whole: str = "",
) -> None:
    """In a talk, who holds it reads her answer too; and as somebody is there, to wish for a person
    is no answer. `whole`: all that it was heard in, where that is more than one message."""
    kind, row = asked.concern.intent, asked.concern
    if said == replies.NOT_THAT:
        await _meant_something_else(moment, person, asked)
        return
    passed_on = await _write_down(moment, person, asked, said, whole or incoming.text)
    if said == replies.PERSON:
        if asked.stage in KNOWN:  # a gentle question goes on standing: it has no answer yet
            await safeguard.set_stage(moment, person, "heard", kind, row.id, asked.sent)
        await safeguard.offer_person(moment, person)
        return
    words = ""
    if said == replies.YES:
        await marks.confirmed(moment, held)
    if held is not None:
        waits = not _is_calm_tap(moment, asked, said, incoming)
        words = await relay.answer(moment, person, held, incoming, said != replies.YES, waits)
    if said == replies.YES:
        await _now_it_is_danger(moment, person, row, words)
        return
    left = await safe_buttons.unanswered(moment, person) if said in replies.OVER else None
    if left is not None:
        opening = f"safety/medical/after/{said}" if kind == replies.MEDICAL else replies.STILL
        await _asks_of_the_other(moment, person, opening, left, passed_on, words)
        return
    following = "heard"
    if said in FOLLOWED:
        reply = await safeguard.follow_up(moment, person, said, kind, words)
        following = "hard" if said == replies.NOT_SAFE else "heard"
    elif asked.stage == "later":
        reply = await safeguard.follow_up(moment, person, replies.THE_DAY, kind, words)
    else:
        facts = await facts_of(moment, person, words)
        reply = replies.hard_heard(facts, texts_of(moment, person))
    if passed_on:
        reply = replace(reply, text=f"{reply.text}\n\n{passed_on}")
    sent = await safeguard.say(moment, person, reply)
    await safeguard.set_stage(moment, person, following, kind, row.id, sent)
    if said in NO_DANGER and held is None:
        await conversations.take_up(moment, person)


async def _asks_of_the_other(
    moment: Moment, person: Person, opening: str, left: ConcernRow, passed_on: str, words: str
) -> None:
    """What she was asked about is over, and another danger is not: of that she is asked again."""
    if passed_on:
        await safeguard.say(moment, person, replies.Reply(passed_on, ()))
    await safeguard.watch(moment, person, left)
    await safeguard.still(moment, person, opening, left, words)


def _is_calm_tap(moment: Moment, asked: Asked, said: str, incoming: Incoming) -> bool:
    """'I am safe', as a button of ours says it: it waits for no word of a volunteer, and nobody is
    reminded of it. Words of her own do, and so does 'I am not safe'."""
    labels = labels_of(moment.house.translate, asked.stage, asked.concern.intent)
    return said in CALM and plain(incoming.text) in labels.typed


async def _write_down(moment: Moment, person: Person, asked: Asked, said: str, whole: str) -> str:
    """Returns what she reads of whoever opened an alert of hers, or ''. 'I am safe' is of every
    danger, whatever was asked; 'no danger' to a gentle question is of that alone."""
    row = asked.concern
    if said in replies.OVER:
        of_all = safe_words.says_i_am_safe(whole)
        if of_all or row.level == ACT:
            return await danger_over.said_safe(moment, person, "" if of_all else row.intent)
        if row.answer in safe_buttons.OPEN:
            row.answer, row.answered_at = replies.SAFE, moment.now
    elif said == replies.NOT_SAFE and (row.answer in CALM or row.level == "ask"):
        # a while ago she was, or it was in doubt
        row.level, row.answer, row.answered_at = "act", said, moment.now
        await safeguard.after_act(moment, person, row)
    elif (
        said != replies.PERSON
        and asked.stage not in ("hard", "heard", "later")
        and row.answered_at is None
    ):
        row.answer, row.answered_at = said, moment.now
    return ""


async def _meant_something_else(moment: Moment, person: Person, asked: Asked) -> None:
    """Her yes was for something else. The buttons of the question that stands come back."""
    said = gentle.not_that(texts_of(moment, person))
    buttons = await questions.buttons(moment, person)
    sent = await safeguard.say(moment, person, said, buttons)
    row = asked.concern
    await safeguard.set_stage(moment, person, "left", row.intent, row.id, sent)
    await conversations.take_up(moment, person)


async def _now_it_is_danger(moment: Moment, person: Person, row: ConcernRow, words: str) -> None:
    """The gentle question was answered with yes: now it is `act`."""
    row.level, row.answer, row.answered_at = "act", None, None
    concern = Concern(row.intent, "act", tuple(row.found_by))
    said = await safeguard.reply_to(moment, person, concern, words)
    sent = await safeguard.say(moment, person, said)
    await safeguard.set_stage(moment, person, "reply", row.intent, row.id, sent)
    if await handoffs.held(moment, person.id) is None:
        await people.leave_talk(moment, person)
    await safeguard.after_act(moment, person, row)
