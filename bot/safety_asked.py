"""The safety question that stands: which one, what its buttons are, and what answers it.

A button says what it says for a day, tapped or typed. A bare 'yes' says only what was asked last:
to whether she is thinking of dying it is an answer while nothing of ours came after, and not for
long. What else could be meant is asked (`bot.safety_answers`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from sqlalchemy import select

from bot import called_off_words, discreet, handoffs, help_expected, people, safe_buttons
from bot.channel import Incoming
from bot.concerns import STANDS
from bot.dialogue.names import LANGUAGES
from bot.dialogue.words import plain
from bot.house import Moment
from bot.i18n import Say
from bot.safety import Concern, gentle
from bot.safety import reply as replies
from bot.safety.concern import KINDS
from bot.safety_stage import STAGE
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Conversation, Handoff, Message, Person
from bot.wishes import says_just_yes, says_no

# `still`, `which`: asked once more, since her words might mean something else; `left`: they did,
# and a button of the gentle question still counts; `carried`, `sent_on_carried`: a gentle question
# that stood once more below another answer; `heard`: buttons count, free words go on
STAGES: Final = (
    *("reply", "still", "ask", "carried", "which", "left", "sent_on", "sent_on_carried"),
    *("hard", "heard", "later"),
)
ARE_YOU_SAFE: Final = ("reply", "still")
HIDDEN: Final = "hidden"  # with the chat: her buttons and clear words count, nothing is asked
CARRIED: Final = MappingProxyType({"ask": "carried", "sent_on": "sent_on_carried"})
SENT_ON: Final = ("sent_on", "sent_on_carried")
UNANSWERED: Final = ("ask", "carried", *SENT_ON)  # gentle, and nothing was said to it
GENTLE: Final = (*UNANSWERED, "which")
KNOWN: Final = (
    *ARE_YOU_SAFE,
    "hard",
    "heard",
    "later",
    HIDDEN,
)  # past it: a wish for a person answers
BARE: Final = MappingProxyType(  # what a yes and a no alone say to a question
    {
        "reply": (replies.SAFE, replies.NOT_SAFE),
        "still": (replies.SAFE, replies.NOT_SAFE),
        "ask": (replies.YES, replies.THE_DAY),
        "carried": (replies.YES, replies.THE_DAY),
        "which": (replies.YES, replies.NOT_THAT),
        "sent_on": (replies.YES, replies.NO_DANGER),  # hers, unless she says otherwise
        "sent_on_carried": (replies.YES, replies.NO_DANGER),
    }
)
BARE_LASTS: Final = timedelta(minutes=30)  # that a bare word answers a gentle question
NOWHERE: Final = replies.Facts("", datetime.min.replace(tzinfo=UTC))
WAITING: Final = replace(NOWHERE, asked=replies.WAITS)


@dataclass(frozen=True, slots=True)
class Asked:
    """`sent`: the outbox row of the message that asks. `newer`: what was asked of her since by
    another question ('question') or by somebody ('person'); a bare yes is for that. `before`: the
    stage in which she hid the chat."""

    stage: str
    concern: ConcernRow
    sent: int
    at: datetime
    newer: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """The buttons of a question in every language and form: as they are typed, and as tapped."""

    typed: MappingProxyType[str, str]
    tapped: frozenset[str]


async def standing(moment: Moment, person: Person, held: Handoff | None) -> Asked | None:
    """The safety question that stands for her, if any."""
    fact = (await people.facts_of(moment, person)).get(STAGE)
    parts = fact.value.split(":") if fact is not None else []
    if fact is None or len(parts) != 4 or parts[0] not in STAGES or parts[1] not in KINDS:
        return None
    row = await moment.session.get(ConcernRow, int(parts[2]))
    if row is None or moment.now - _since(parts[0], row, fact.at) > STANDS:
        return None
    sent = int(parts[3])
    if held is not None and fact.at < (held.claimed_at or fact.at):
        parts[0] = "reply"  # asked before the talk: what else she says is for who is there
    newer = await _newer(moment, person, held, sent, fact.at)
    asked = Asked(parts[0], row, sent, fact.at, newer)
    hid = await discreet.hidden_at(moment, person)
    if hid is None or fact.at > hid:
        return asked
    return replace(asked, stage=HIDDEN, before=asked.stage)


def _since(stage: str, row: ConcernRow, asked: datetime) -> datetime:
    """From when on its buttons count for a day: what was asked anew, of a danger of yesterday or of
    one that was over, is asked from then on."""
    return asked if stage in ("still", "later") else row.at


async def _newer(
    moment: Moment, person: Person, held: Handoff | None, sent: int, at: datetime
) -> str:
    talk = await moment.session.get(Conversation, person.id)
    if talk is not None and talk.question_id is not None and talk.question_id > sent:
        return "question"
    if held is not None and held.spoken_at is not None and held.spoken_at > at:
        return "person"
    offer = await handoffs.offered(moment, person.id)
    return "person" if offer is not None and offer.offered_at >= at else ""


async def chosen(moment: Moment, person: Person, asked: Asked, incoming: Incoming) -> str | None:
    """Which button a message is, in any language and form. A bare yes or no counts too, where it
    can mean nothing else; so does a button that reads like one, where it was typed. An 'ok' is no
    yes: it may nod to what we told her."""
    text = incoming.text
    labels = labels_of(moment.house.translate, asked.stage, asked.concern.intent)
    firm = says_no(text) or (asked.stage in GENTLE and called_off_words.firmly_no(text))
    label, word = labels.typed.get(plain(text)), says_just_yes(text) or firm
    if label is not None and not word and not reads_like_yes(labels, text):
        return label
    if not word and label is None:
        return None
    if asked.stage not in BARE or not await is_last(moment, person, asked, incoming):
        return None
    yes, no = BARE[asked.stage]
    return label or (yes if says_just_yes(text) else no)


async def chosen_beside(
    moment: Moment, person: Person, asked: Asked, incoming: Incoming
) -> tuple[Asked, str] | None:
    """A button of 'are you safe?' that stands under a question about another worry: which danger
    it is about, and what it says of that."""
    shown = (await safe_buttons.unanswered(moment, person), await help_expected.of(moment, person))
    for row in shown:
        if row is None or row.id == asked.concern.id:
            continue
        labels = labels_of(moment.house.translate, "still", row.intent)
        said = labels.typed.get(plain(incoming.text), "")
        if said in (*replies.OVER, replies.NOT_SAFE):
            return replace(asked, stage="still", concern=row), said
    return None


def reads_like_yes(labels: Labels, text: str) -> bool:
    """'Oui, c'est ça', typed: a button's words, and what anybody says of an hour."""
    return labels.typed.get(plain(text)) == replies.YES and text.strip() not in labels.tapped


async def is_last(moment: Moment, person: Person, asked: Asked, incoming: Incoming) -> bool:
    """Whether the question is the last word of ours that she saw, and a gentle one a fresh one."""
    late = moment.now - asked.at > BARE_LASTS
    if asked.newer or (asked.stage in GENTLE and late):
        return False
    later = (
        select(Message.id)
        .where(Message.chat_id == person.chat_id, Message.id > asked.sent)
        .where(Message.message_id < (incoming.message_id or 0))  # none before it arrived
        .limit(1)
    )
    return await moment.session.scalar(later) is None


@lru_cache
def labels_of(translate: Callable[[str, str], Say], stage: str, kind: str) -> Labels:
    """Kept: while a question stands, each of her messages is compared with some hundred of them."""
    found: dict[str, str] = {}
    tapped: set[str] = set()
    for language in LANGUAGES:
        for address in ("formal", "informal"):
            for button in _buttons(stage, kind, translate(language, address)):
                found.setdefault(plain(button.label), button.id)
                tapped.add(button.label)
    return Labels(MappingProxyType(found), frozenset(tapped))


def _buttons(stage: str, kind: str, texts: replies.Texts) -> list[replies.Button]:
    """The buttons of the question that stands; 'I am safe' may be said at any time."""
    act = Concern(kind, "act", ())
    reply = [
        button
        for facts in (NOWHERE, WAITING)
        for button in replies.reply(act, "en", [], facts, texts).buttons
    ]
    asks = replies.reply(Concern(kind, "ask", ()), "en", [], NOWHERE, texts).buttons
    sent_on = gentle.sent_on("en", [], NOWHERE, texts).buttons
    own: tuple[replies.Button, ...] = ()
    if stage in ("ask", "carried"):
        own = asks
    elif stage in SENT_ON:
        own = sent_on
    elif stage in ("which", "left"):
        which = gentle.which(kind, texts).buttons if stage == "which" else ()
        own = (*which, *asks, *sent_on)
    elif stage == "later":
        own = gentle.later(NOWHERE, texts).buttons
    elif stage in ("hard", "heard"):
        own = replies.follow_up(replies.NOT_SAFE, kind, "en", [], NOWHERE, texts).buttons
    return [*own, *reply]
