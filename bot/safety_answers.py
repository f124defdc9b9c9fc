"""Her answer to a safety question: by button, by bare word, or in her own words where that is what
was asked. It counts only after the question reached her."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from bot import (
    concerns,
    conversations,
    handoffs,
    marks,
    outbox,
    people,
    relay,
    safe_words,
    safeguard,
)
from bot.channel import Incoming, Kind
from bot.concerns import CALM, STANDS
from bot.dialogue.answers import bare, wish
from bot.dialogue.names import LANGUAGES
from bot.dialogue.words import plain
from bot.house import Moment
from bot.i18n import Say
from bot.safeguard import STAGE
from bot.safety import Concern
from bot.safety import reply as replies
from bot.safety.concern import KINDS
from bot.safety_facts import facts_of
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Conversation, Handoff, Person
from bot.wishes import says_no, says_yes

# `still`: asked once more, so that other words go on; `heard`: buttons count, free words go on
STAGES = ("reply", "still", "ask", "sent_on", "hard", "heard", "later")
FOLLOWED = (
    *(replies.SAFE, replies.NOT_SAFE, replies.THE_DAY, replies.RATHER_NOT),
    *(replies.ELSE, replies.NO_DANGER),
)
FREE_WORDS = timedelta(hours=3)  # so long words of her own count as what makes calling hard
NOWHERE = replies.Facts("", datetime.min.replace(tzinfo=UTC))
WAITING = replace(NOWHERE, asked=replies.WAITS)


@dataclass(frozen=True, slots=True)
class Asked:
    """The safety question that stands."""

    stage: str
    concern: ConcernRow
    sent: int  # the outbox row of the message that asks
    at: datetime
    bare_words: bool  # whether 'yes' or 'no' alone is for this question


async def hear(
    moment: Moment, person: Person, incoming: Sequence[Incoming], held: Handoff | None
) -> Incoming | None:
    """The message that answers the safety question, after answering it; None when none does."""
    asked = await _asked(moment, person, held)
    if asked is None:
        return None
    reached = await outbox.delivered_as(moment.session, asked.sent)
    read = [
        one
        for one in incoming
        if one.kind is Kind.TEXT and not one.edited and one.command is None
        if reached is not None and (one.message_id or 0) > reached
    ]
    for one in read:
        chosen = _chosen(moment, asked, one.text) or _in_words(asked, one.text, held)
        if chosen is None and asked.bare_words and held is None:
            chosen = _own_words(moment, asked, one.text)
        other = not asked.bare_words and await conversations.answers(moment, person, one.text)
        if chosen is not None and not other:
            await _answer(moment, person, asked, chosen, one, held)
            return one
    if (
        len(read) == len(incoming)
        and held is None
        and await _asks_again(moment, person, asked, read)
    ):
        return read[-1]
    return None


def _in_words(asked: Asked, text: str, held: Handoff | None) -> str | None:
    """'Ik ben veilig hoor, ik zit bij de buurvrouw', 'neen niet echt'. What the volunteer asked
    since is answered to the volunteer."""
    if held is not None and not asked.bare_words:
        return None
    last = asked.bare_words and asked.stage in ("reply", "still")
    return safe_words.answer(text, asked.concern.intent, last=last)


async def _asks_again(
    moment: Moment, person: Person, asked: Asked, read: Sequence[Incoming]
) -> bool:
    """Words that are no answer to whether she is safe: once it is asked again, in their place. What
    she wishes is done."""
    if asked.stage != "reply" or not asked.bare_words or asked.concern.answer is not None:
        return False
    texts = [one.text for one in read]
    if any(wish(text) is not None for text in texts):
        return False
    called_off = any(safe_words.calls_off(text) for text in texts)
    opening = replies.CALLED_OFF if called_off else replies.STILL
    await safeguard.still(moment, person, opening, asked.concern)
    return True


async def is_button(
    moment: Moment, person: Person, incoming: Incoming, held: Handoff | None
) -> bool:
    """Whether a message is a button of the safety question that stands."""
    if incoming.kind is not Kind.TEXT or incoming.edited or incoming.command is not None:
        return False
    asked = await _asked(moment, person, held)
    return asked is not None and _chosen(moment, asked, incoming.text) is not None


async def would_answer(moment: Moment, person: Person, text: str) -> bool:
    """Whether words would be a button of a safety question that has no answer yet."""
    asked = await _asked(moment, person, None)
    waits = asked is not None and asked.concern.answered_at is None
    return asked is not None and waits and _chosen(moment, asked, text) is not None


async def _asked(moment: Moment, person: Person, held: Handoff | None) -> Asked | None:
    fact = (await people.facts_of(moment, person)).get(STAGE)
    parts = fact.value.split(":") if fact is not None else []
    if fact is None or len(parts) != 4 or parts[0] not in STAGES or parts[1] not in KINDS:
        return None
    row = await moment.session.get(ConcernRow, int(parts[2]))
    if row is None or moment.now - row.at > STANDS * (2 if parts[0] == "later" else 1):
        return None
    sent = int(parts[3])
    if held is not None and fact.at < (held.claimed_at or fact.at):
        parts[0] = "reply"  # asked before the talk: what else she says is for who is there
    mine = not await _newer(moment, person, held, sent, fact.at)
    return Asked(parts[0], row, sent, fact.at, mine)


async def _newer(
    moment: Moment, person: Person, held: Handoff | None, sent: int, at: datetime
) -> bool:
    """Whether something else was asked, or a person spoke, since: 'yes' is for that."""
    talk = await moment.session.get(Conversation, person.id)
    if talk is not None and talk.question_id is not None and talk.question_id > sent:
        return True
    if held is not None and held.spoken_at is not None and held.spoken_at > at:
        return True
    offer = await handoffs.offered(moment, person.id)
    return offer is not None and offer.offered_at >= at


def _chosen(moment: Moment, asked: Asked, text: str) -> str | None:
    """Which button a text is, in any language and form; a bare yes or no counts too."""
    said = plain(text)
    one_word = says_yes(text) or says_no(text)
    if one_word and not asked.bare_words:
        return None
    labels = _labels(moment.house.translate, asked.stage, asked.concern.intent)
    if said in labels:
        return labels[said]
    if one_word and asked.stage in ("reply", "still"):
        return replies.SAFE if says_yes(text) else replies.NOT_SAFE
    if one_word and asked.stage == "ask":
        return replies.YES if says_yes(text) else replies.THE_DAY
    if one_word and asked.stage == "sent_on":  # hers, as long as she does not say otherwise
        return replies.YES if says_yes(text) else replies.NO_DANGER
    return None


@lru_cache
def _labels(translate: Callable[[str, str], Say], stage: str, kind: str) -> Mapping[str, str]:
    """Every label of the buttons of a question, as it is typed, and which button that is. Kept:
    while a question stands, each of her messages is compared with some hundred of them."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for address in ("formal", "informal"):
            for button in _buttons(stage, kind, translate(language, address)):
                found.setdefault(plain(button.label), button.id)
    return found


async def denies_safety(
    moment: Moment, person: Person, incoming: Incoming, held: Handoff | None
) -> bool:
    """'Ik voel mij hier niet veilig': an answer to the question that had reached her."""
    if incoming.kind is not Kind.TEXT or incoming.edited or incoming.command is not None:
        return False
    asked = await _asked(moment, person, held)
    if asked is None or _in_words(asked, incoming.text, held) != replies.NOT_SAFE:
        return False
    reached = await outbox.delivered_as(moment.session, asked.sent)
    return reached is not None and (incoming.message_id or 0) > reached


def _own_words(moment: Moment, asked: Asked, text: str) -> str | None:
    """'What makes it hard for you?' asks for words."""
    fresh = asked.stage == "hard" and moment.now - asked.at < FREE_WORDS
    told = len(text.split()) > 1 and wish(text) is None and bare(text) is None
    return "other" if fresh and told else None


def _buttons(stage: str, kind: str, texts: replies.Texts) -> list[replies.Button]:
    """The buttons of the question that stands; 'I am safe' may be said at any time."""
    act = Concern(kind, "act", ())
    reply = [
        button
        for facts in (NOWHERE, WAITING)
        for button in replies.reply(act, "en", [], facts, texts).buttons
    ]
    own: tuple[replies.Button, ...] = ()
    if stage == "ask":
        own = replies.reply(Concern(kind, "ask", ()), "en", [], NOWHERE, texts).buttons
    elif stage == "sent_on":
        own = replies.sent_on("en", [], NOWHERE, texts).buttons
    elif stage == "later":
        own = replies.later(NOWHERE, texts).buttons
    elif stage in ("hard", "heard"):
        own = replies.follow_up(replies.NOT_SAFE, kind, "en", [], NOWHERE, texts).buttons
    return [*own, *reply]


async def _answer(
    moment: Moment,
    person: Person,
    asked: Asked,
    chosen: str,
    incoming: Incoming,
    held: Handoff | None,
) -> None:
    """In a talk, who holds it reads her answer too; and as somebody is there, to wish for a person
    is no answer."""
    kind, row = asked.concern.intent, asked.concern
    if chosen == replies.SAFE or (chosen == replies.PERSON and held is None):
        await concerns.answered(moment, person, chosen)
    elif chosen == replies.NOT_SAFE and row.answer in CALM:  # a while ago she was
        row.level, row.answer, row.answered_at = "act", chosen, moment.now
        await safeguard.after_act(moment, person, row)
    elif (
        chosen != replies.PERSON
        and asked.stage in ("reply", "still", "ask", "sent_on")
        and row.answered_at is None
    ):
        row.answer, row.answered_at = chosen, moment.now
    following = "heard"
    if chosen == replies.PERSON:
        await safeguard.set_stage(moment, person, "heard", kind, row.id, asked.sent)
        await safeguard.offer_person(moment, person)
        return
    words = ""
    if chosen == replies.YES:
        await marks.confirmed(moment, held)
    if held is not None:
        words = await relay.answer(moment, person, held, incoming, chosen != replies.YES)
    if chosen == replies.YES:
        await _now_it_is_danger(moment, person, row, words)
        return
    if chosen in FOLLOWED:
        said = await safeguard.follow_up(moment, person, chosen, kind, words)
        following = "hard" if chosen == replies.NOT_SAFE else "heard"
    elif asked.stage == "later":
        said = await safeguard.follow_up(moment, person, replies.THE_DAY, kind, words)
    else:
        facts = await facts_of(moment, person, words)
        said = replies.hard_heard(facts, safeguard.texts_of(moment, person))
    sent = await safeguard.say(moment, person, said)
    await safeguard.set_stage(moment, person, following, kind, row.id, sent)


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
