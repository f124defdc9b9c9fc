"""A place or a contact card in a talk tells where somebody lives, or who they are: one slip of a
finger sends it. It waits until its sender has said that it may be passed on."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from sqlalchemy import select

from bot import people, talks
from bot.channel import Button, Incoming, Kind, Say
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Handoff, Message, Person

CARDS: Final = frozenset({Kind.LOCATION, Kind.CONTACT})
ASKED: Final = "_card"  # the fact that names our question, the message it is about, and its talk
STANDS: Final = timedelta(hours=1)  # so long a typed yes is for it; a tap counts while they talk
ASK_PLACE = Text(
    "card/ask-place",
    "This shows a place, perhaps where you are. It has gone to nobody yet. Shall I pass it on to "
    "{name}?",
)
ASK_CONTACT = Text(
    "card/ask-contact",
    "This card shows a name and a telephone number, and perhaps an account. It has gone to nobody "
    "yet. Shall I pass it on to {name}?",
)
BUTTON_YES = Text("card/button-yes", "Yes, pass it on")
BUTTON_NO = Text("card/button-no", "No")
PASSED_ON = Text("card/passed-on", "It has gone to {name}.")
NOT_PASSED = Text("card/not-passed", "All right, nobody sees it.")


class Asked(NamedTuple):
    """A question that has no answer yet. `row`: our message with it."""

    row: int
    message_id: int
    kind: Kind
    talk: Handoff


async def ask(moment: Moment, sender: Person, talk: Handoff, incoming: Incoming) -> None:
    """It went to nobody yet. To a volunteer the question names her, and rests on her yes."""
    text = ASK_PLACE if incoming.kind is Kind.LOCATION else ASK_CONTACT
    buttons = tuple(
        Button(moment.text(sender, label), f"card:{wish}:{talk.id}")
        for wish, label in (("yes", BUTTON_YES), ("no", BUTTON_NO))
    )
    about = incoming.message_id
    if sender.id == talk.person_id:
        holder = await talks.holder_of(moment, talk)
        asks = moment.text(sender, text, name=(holder.name if holder else None) or "…")
        row = await people.tell(moment, sender, Say(asks, inline=buttons, reply_to=about))
    else:
        row = await talks.about_her(moment, sender, talk, text, inline=buttons, reply_to=about)
    kept = f"{row}:{about or 0}:{incoming.kind}:{talk.id}"
    await people.remember(moment, sender, ASKED, kept)


async def asked(moment: Moment, sender: Person) -> Asked | None:
    """The question that is the last word to them: a bare word answers it."""
    fact = (await people.facts_of(moment, sender)).get(ASKED)
    if fact is None or moment.now - fact.at > STANDS:
        return None
    row, message, kind, number = fact.value.split(":")
    later = await moment.session.scalar(
        select(Message.id).where(Message.chat_id == sender.chat_id, Message.id > int(row)).limit(1)
    )
    talk = await moment.session.get(Handoff, int(number))
    if later is not None or talk is None:
        return None
    return Asked(int(row), int(message), Kind(kind), talk)
