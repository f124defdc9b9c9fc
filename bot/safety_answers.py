"""Her answer to a safety question: by button, by bare word, or in her own words where that is what
was asked. It counts only after the question reached her. Where her words might mean something else
she is asked once, with buttons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot import (
    concerns,
    conversations,
    handoffs,
    marks,
    outbox,
    people,
    questions,
    relay,
    safe_words,
    safeguard,
)
from bot.channel import Incoming, Kind
from bot.concerns import CALM
from bot.dialogue.answers import bare, wish
from bot.dialogue.intents import WISHES
from bot.dialogue.words import plain
from bot.house import Moment
from bot.numbers import texts_of
from bot.safety import Concern
from bot.safety import reply as replies
from bot.safety_asked import (
    ARE_YOU_SAFE,
    BARE,
    Asked,
    chosen,
    is_last,
    labels_of,
    reads_like_yes,
    standing,
)
from bot.safety_facts import facts_of
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Handoff, Person
from bot.understanding import Understanding
from bot.wishes import begins_with_yes, says_just_no, says_just_yes, says_no, says_yes

FOLLOWED = (
    *(replies.SAFE, replies.NOT_SAFE, replies.THE_DAY, replies.RATHER_NOT),
    *(replies.ELSE, replies.NO_DANGER),
)
NO_DANGER = (replies.THE_DAY, replies.NO_DANGER)  # after which the talk goes on where it was
# what the model may hear in words that are no answer, and is carried out
WISHED = frozenset(one for one in WISHES if not one.startswith("ask_"))
SURELY = 0.8  # its confidence, from which on it is a wish
FREE_WORDS = timedelta(hours=3)  # so long words of her own count as what makes calling hard


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
    reached = await outbox.delivered_as(moment.session, asked.sent)
    read = [
        one
        for one in incoming
        if _is_words(one)
        if reached is not None and (one.message_id or 0) > reached
    ]
    for one in read:
        said = await chosen(moment, person, asked, one)
        said = said or await _in_words(moment, person, asked, one, held)
        if said is None and not asked.newer and held is None:
            said = _own_words(moment, asked, one.text)
        other = bool(asked.newer) and await questions.answers(moment, person, one.text)
        if said is not None and not other:
            await _answer(moment, person, asked, said, one, held)
            return one
    if held is not None or len(read) != len(incoming):
        return None
    if not _wishes(meant) and await _asks_again(moment, person, asked, read):
        return read[-1]
    for one in read:
        if await _in_doubt(moment, person, asked, one):
            await _ask_once_more(moment, person, asked)
            return one
    return None


def _is_words(one: Incoming) -> bool:
    return one.kind is Kind.TEXT and not one.edited and one.command is None


async def _in_words(
    moment: Moment, person: Person, asked: Asked, one: Incoming, held: Handoff | None
) -> str | None:
    """'Ik ben veilig hoor, ik zit bij de buurvrouw', 'neen niet echt'. What the volunteer asked
    since is answered to the volunteer."""
    if held is not None and asked.newer:
        return None
    last = asked.stage in ARE_YOU_SAFE and await is_last(moment, person, asked, one)
    return safe_words.answer(one.text, asked.concern.intent, last=last)


def _wishes(meant: Understanding | None) -> bool:
    return meant is not None and meant.intent in WISHED and meant.confidence >= SURELY


async def _asks_again(
    moment: Moment, person: Person, asked: Asked, read: Sequence[Incoming]
) -> bool:
    """Words that are no answer to whether she is safe: once it is asked again, in their place. What
    she wishes is done."""
    if asked.stage != "reply" or asked.newer or asked.concern.answer is not None:
        return False
    texts = [one.text for one in read]
    if any(wish(text) is not None for text in texts):
        return False
    called_off = any(safe_words.calls_off(text) for text in texts)
    opening = replies.CALLED_OFF if called_off else replies.STILL
    await safeguard.still(moment, person, opening, asked.concern)
    return True


async def denies_safety(
    moment: Moment, person: Person, incoming: Incoming, held: Handoff | None
) -> bool:
    """'Ik voel mij hier niet veilig': an answer to the question that had reached her."""
    asked = await standing(moment, person, held) if _is_words(incoming) else None
    if asked is None:
        return False
    if await _in_words(moment, person, asked, incoming, held) != replies.NOT_SAFE:
        return False
    reached = await outbox.delivered_as(moment.session, asked.sent)
    return reached is not None and (incoming.message_id or 0) > reached


async def is_button(
    moment: Moment, person: Person, incoming: Incoming, held: Handoff | None
) -> bool:
    """Whether a message is a button of the safety question that stands."""
    asked = await standing(moment, person, held) if _is_words(incoming) else None
    return asked is not None and await chosen(moment, person, asked, incoming) is not None


async def would_answer(moment: Moment, person: Person, text: str) -> bool:
    """Whether words would answer a safety question that has no answer yet."""
    asked = await standing(moment, person, None)
    if asked is None or asked.concern.answered_at is not None:
        return False
    labels = labels_of(moment.house.translate, asked.stage, asked.concern.intent)
    word = asked.stage in BARE and not asked.newer and (says_yes(text) or says_no(text))
    return word or plain(text) in labels.typed


def _own_words(moment: Moment, asked: Asked, text: str) -> str | None:
    """'What makes it hard for you?' asks for words."""
    fresh = asked.stage == "hard" and moment.now - asked.at < FREE_WORDS
    told = len(text.split()) > 1 and wish(text) is None and bare(text) is None
    return "other" if fresh and told else None


async def _in_doubt(moment: Moment, person: Person, asked: Asked, one: Incoming) -> bool:
    """Whether words might answer the question, and might mean something else. No yes is lost, and
    none is taken from what was asked of her since."""
    if asked.newer == "person" or asked.stage not in ("reply", "ask", "sent_on"):
        return False
    if asked.newer and await questions.takes(moment, person, one.text):
        return False
    if asked.stage == "reply":
        return says_just_yes(one.text) or says_just_no(one.text)
    labels = labels_of(moment.house.translate, asked.stage, asked.concern.intent)
    if says_just_yes(one.text) or reads_like_yes(labels, one.text):
        return True
    led = begins_with_yes(one.text) and wish(one.text) is None
    return led and await is_last(moment, person, asked, one)


async def _ask_once_more(moment: Moment, person: Person, asked: Asked) -> None:
    row, texts = asked.concern, texts_of(moment, person)
    if asked.stage == "reply":
        await safeguard.still(moment, person, replies.STILL, row)
        return
    about = "sent_on" if asked.stage == "sent_on" else row.intent
    sent = await safeguard.say(moment, person, replies.which(about, texts))
    await safeguard.set_stage(moment, person, "which", row.intent, row.id, sent)


async def _answer(
    moment: Moment,
    person: Person,
    asked: Asked,
    said: str,
    incoming: Incoming,
    held: Handoff | None,
) -> None:
    """In a talk, who holds it reads her answer too; and as somebody is there, to wish for a person
    is no answer."""
    kind, row = asked.concern.intent, asked.concern
    if said == replies.NOT_THAT:
        await _meant_something_else(moment, person, asked)
        return
    await _write_down(moment, person, asked, said, held)
    if said == replies.PERSON:
        await safeguard.set_stage(moment, person, "heard", kind, row.id, asked.sent)
        await safeguard.offer_person(moment, person)
        return
    words = ""
    if said == replies.YES:
        await marks.confirmed(moment, held)
    if held is not None:
        words = await relay.answer(moment, person, held, incoming, said != replies.YES)
    if said == replies.YES:
        await _now_it_is_danger(moment, person, row, words)
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
    sent = await safeguard.say(moment, person, reply)
    await safeguard.set_stage(moment, person, following, kind, row.id, sent)
    if said in NO_DANGER and held is None:
        await conversations.take_up(moment, person)


async def _write_down(
    moment: Moment, person: Person, asked: Asked, said: str, held: Handoff | None
) -> None:
    row = asked.concern
    if said == replies.SAFE:
        await concerns.answered(moment, person, said)
    elif said == replies.NOT_SAFE and row.answer in CALM:  # a while ago she was
        row.level, row.answer, row.answered_at = "act", said, moment.now
        await safeguard.after_act(moment, person, row)
    elif (
        said != replies.PERSON
        and asked.stage not in ("hard", "heard", "later")
        and row.answered_at is None
    ):
        row.answer, row.answered_at = said, moment.now


async def _meant_something_else(moment: Moment, person: Person, asked: Asked) -> None:
    """Her yes was for something else. The buttons of the question that stands come back."""
    said = replies.not_that(texts_of(moment, person))
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
