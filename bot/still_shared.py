"""'Shall I stop sharing?': what may be a wish to end the sharing is held back and asked about.

Until she says no, nothing of hers leaves for whoever reads along: that is kept to here, where every
word of a resident passes. The first message goes on after her no. Where it is made of a few known
words (`dialogue.enough`), they are kept until she answers or the talk ends. Of any other nothing is
kept (`kept_from`, and what the language model doubts): the question replies to it, and Telegram
shows it to us, as it is by then, with her tap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from sqlalchemy import select

from bot import kept_from, outbox, people
from bot.channel import CAPTIONED, Button, Incoming, Kind, Say
from bot.dialogue import enough
from bot.dialogue.enough import Enough
from bot.dialogue.enough_words import NEG, STOP
from bot.dialogue.words import plain
from bot.house import Moment
from bot.i18n import Text
from bot.near_names import as_called
from bot.people import tell
from bot.store.tables import Handoff, Message, Person

FACT: Final = "_still_shared"
GOES: Final = "_shares_on"  # the fact of the talk of which she said that it goes on
STANDS: Final = timedelta(hours=1)  # so long it takes a 'not' or a 'stop' that the model asks again
STILL_SHARED = Text(
    "handoff/still-shared",
    "{name} has not read this. Shall I stop sharing with {name}? Until you say no, {name} reads "
    "nothing of what you write.",
)
STILL_SHARED_AGAIN = Text(
    "handoff/still-shared-again",
    "{name} has not read this either. Shall I stop sharing with {name}? A button, or only yes or "
    "no, tells me for sure.",
)
BUTTON_STOP_NOW = Text("handoff/button-stop-now", "Yes, stop sharing")
BUTTON_SHARE_ON = Text("handoff/button-share-on", "No, go on")
GOES_ON = Text("handoff/goes-on", "All right. {name} reads along again.")
WENT_ON = Text("handoff/went-on", "I have passed on to {name} the message that I had kept back.")
GOES_ON_ONCE = Text(
    "handoff/goes-on-once",
    "All right, I do not stop sharing. Until you have said who your message about {name} is for, "
    "what you write may stay with me. That is my other question.",
)
NOT_GONE_ON = Text(
    "handoff/not-gone-on",
    "What you wrote to me in between did not go to {name}. Was it for {name}? Then write it once "
    "more.",
)
NEVER_WENT = Text(
    "handoff/never-went",
    "I had asked you whether to stop sharing. What you wrote then, and after that, did not go to "
    "{name}.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """`token`: when she wrote what is asked about; its buttons are bound to it. `row`: our message
    that asked last. `number`, `text`: the message that goes on after a no, '' where it is not kept.
    `lost`: whether others do not."""

    handoff: int
    token: int
    row: int = 0
    number: int = 0
    lost: bool = False
    text: str = ""

    @classmethod
    def read(cls, value: str) -> Asked:
        handoff, token, row, number, lost, text = value.split(":", 5)
        return cls(int(handoff), int(token), int(row), int(number), lost == "1", text)

    def __str__(self) -> str:
        numbers = (self.handoff, self.token, self.row, self.number, int(self.lost))
        return ":".join([*map(str, numbers), self.text])


async def asked(moment: Moment, resident: Person, handoff: Handoff) -> Asked | None:
    """What she is asked, and has not answered."""
    fact = (await people.facts_of(moment, resident)).get(FACT)
    found = Asked.read(fact.value) if fact is not None else None
    return found if found is not None and found.handoff == handoff.id else None


async def holds_back(
    moment: Moment,
    resident: Person,
    volunteer: Person,
    handoff: Handoff,
    incoming: Incoming,
    ends: bool = False,
) -> bool:
    """Whether a message stays here, since it may end the sharing, or that is asked already. She is
    asked, once a turn. `ends`: the language model says that it may."""
    before = await asked(moment, resident, handoff)
    name = volunteer.name or ""
    guess = ends and (_denies(incoming.text) or not await _goes_on(moment, resident, handoff))
    if before is None and not guess and not may_end(incoming, name):
        return False
    if incoming.kind is Kind.REACTION:
        return True
    if before is None:  # a change of what he has cannot go on later: the buttons show no change
        number = 0 if incoming.edited else incoming.message_id or 0
        token = int(incoming.at.timestamp())
        before = Asked(handoff.id, token, number=number, lost=incoming.edited)
    elif before.number != incoming.message_id:
        before = replace(before, lost=True)
    if before.number == incoming.message_id:  # as she changed it, too
        text = incoming.text if _in_known_words(incoming, name) else ""
        before = replace(before, text=text)
    if await _has_read(moment, before, incoming):
        again = before.row and before.number != incoming.message_id and not incoming.edited
        question = STILL_SHARED_AGAIN if again else STILL_SHARED
        before = replace(before, row=await _ask(moment, resident, volunteer, before, question))
    await people.remember(moment, resident, FACT, str(before))
    return True


async def goes_on(moment: Moment, resident: Person, handoff: Handoff) -> None:
    """She was asked, and said no."""
    await forget(moment, resident)
    await people.remember(moment, resident, GOES, str(handoff.id))


async def _goes_on(moment: Moment, resident: Person, handoff: Handoff) -> bool:
    fact = (await people.facts_of(moment, resident)).get(GOES)
    if fact is None or moment.now - fact.at > STANDS:
        return False
    return fact.value == str(handoff.id)


async def _ask(
    moment: Moment, resident: Person, volunteer: Person, about: Asked, question: Text
) -> int:
    buttons = tuple(
        Button(moment.text(resident, label), f"sharing:{answer}:{about.handoff}:{about.token}")
        for label, answer in ((BUTTON_STOP_NOW, "stop"), (BUTTON_SHARE_ON, "on"))
    )
    said = moment.text(resident, question, name=volunteer.name or "…")
    asks = Say(said, inline=buttons, reply_to=about.number or None)
    return await tell(moment, resident, asks, "answer", handoff_id=about.handoff)


async def _has_read(moment: Moment, about: Asked, incoming: Incoming) -> bool:
    """Whether she wrote this after the question had reached her, or there is none yet."""
    if not about.row:
        return True
    reached = await outbox.delivered_as(moment.session, about.row)
    return reached is not None and (incoming.edited or reached < (incoming.message_id or 0))


async def is_last(moment: Moment, resident: Person, about: Asked, incoming: Incoming) -> bool:
    """Whether the question is what she read last: then a bare yes or no is for it."""
    reached = await outbox.delivered_as(moment.session, about.row)
    if reached is None or reached >= (incoming.message_id or 0):
        return False
    later = await moment.session.scalar(
        select(Message.id)
        .where(Message.chat_id == resident.chat_id, Message.id > about.row)
        .where(Message.message_id < (incoming.message_id or 0))
        .limit(1)
    )
    return later is None


async def ended(moment: Moment, resident: Person, handoff: Handoff, name: str) -> str:
    """The talk goes out of the hands of whoever reads along: nothing waits for her answer any more.
    What she is told of it, in the word that tells her so; '' where she was asked nothing."""
    if await asked(moment, resident, handoff) is None:
        return ""
    await forget(moment, resident)
    return moment.text(resident, NEVER_WENT, name=name)


async def forget(moment: Moment, resident: Person) -> None:
    await people.remember(moment, resident, FACT, "")


def may_end(incoming: Incoming, name: str) -> bool:
    """Whether it may be her own wish to end the sharing. Below a photo, where nothing ends at once,
    a plain one is asked about, too."""
    if incoming.forwarded or incoming.kind not in (Kind.TEXT, *CAPTIONED):
        return False
    if _in_known_words(incoming, name):
        return True
    if enough.said(incoming.text, name) is Enough.PLAINLY:
        return incoming.kind is not Kind.TEXT
    if enough.plain_in(incoming.text, name):  # beside danger, or a reason
        return True
    called = as_called(incoming.text, name)
    return enough.said(called, name) is not None or kept_from.keeps_from(called, name)


def _denies(text: str) -> bool:
    """Whether she may take back that it goes on: 'nee stuur dat niet naar hem'."""
    return not (NEG | STOP).isdisjoint(plain(text).split())


def _in_known_words(incoming: Incoming, name: str) -> bool:
    return incoming.kind is Kind.TEXT and enough.said(incoming.text, name) is Enough.PERHAPS
