"""Our questions to a volunteer that stand: what he writes next may be the answer to one.

So it goes to no resident by itself. He is asked whom it is for, until he answered by a tap, or
turned to a talk himself: by a tap, by a reply, by taking one; or for two days, after which nobody
means an answer to that. Each stands under its own key, so that two which come at
once do not undo each other; what it holds is the data of its buttons.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from sqlalchemy import select

from bot import outbox, people
from bot.channel import Button, Incoming, Kind, Say
from bot.house import Moment
from bot.store.tables import Handoff, Message, Person
from bot.typed import chosen, says

KEY: Final = "_asking:"  # and the row of our message
TO: Final = "to:"  # the button that brings words which wait to a resident
BY_HAND: Final = "hand:yes"  # shows a note: his message comes with the tap alone
HIMSELF: Final = "debrief:"  # how he is after danger: that stands until he answers
# 'gaat het', 'bel me', 'over iemand anders' are said in talks too
TO_HER: Final = ("debrief:fine:", "debrief:call:", "debrief:me:", "debrief:other:")
LASTS: Final = timedelta(days=2)
LATER: Final = "_turn_later"  # the fact that says: once nothing stands, for whom his words are


@dataclass(frozen=True, slots=True)
class Question:
    """One that stands: our message, and its buttons. A label that names somebody is not kept."""

    row: int
    data: tuple[str, ...]
    labels: tuple[str, ...]


async def ask(
    moment: Moment,
    volunteer: Person,
    said: Say,
    purpose: str = "answer",
    handoff: Handoff | None = None,
) -> int:
    """Tells him a question that stands from now on. Returns its row."""
    row = await people.tell(moment, volunteer, said, purpose, handoff)
    await stands(moment, volunteer, row, said.inline)
    return row


async def stands(
    moment: Moment, volunteer: Person, row: int, buttons: tuple[Button, ...] = ()
) -> None:
    """A message that was told is such a question."""
    named = [("" if one.data.startswith(TO) else one.label, one.data) for one in buttons]
    kept = json.dumps([named, row])
    await people.remember(moment, volunteer, f"{KEY}{row}", kept)


async def standing(moment: Moment, volunteer: Person) -> list[Question]:
    """Those without an answer, the oldest first."""
    facts = await people.facts_of(moment, volunteer)
    found = []
    for key, fact in facts.items():
        stands = moment.now - fact.at < LASTS or HIMSELF in fact.value
        if key.startswith(KEY) and stands:
            buttons, row = json.loads(fact.value)
            labels, data = [label for label, _ in buttons], [wish for _, wish in buttons]
            found.append(Question(row, tuple(data), tuple(labels)))
    return sorted(found, key=lambda one: one.row)


async def typed(
    moment: Moment, volunteer: Person, incoming: Incoming, talks: bool = False
) -> Incoming | None:
    """The tap that his words stand for. A plain yes or no counts while nothing came after the
    question; what needs his own message beside it needs his finger. `talks`: he has a talk, in
    which 'gaat het?' is no word of how he is himself, unless he replies to that question."""
    if incoming.kind is not Kind.TEXT or incoming.forwarded or incoming.edited:
        return None
    number = incoming.message_id or 0
    for one in reversed(await standing(moment, volunteer)):
        reached = await outbox.delivered_as(moment.session, one.row)
        if reached is None or number <= reached or incoming.reply_to not in (None, reached):
            continue
        place = chosen(incoming.text, one.labels)
        if place is not None and talks and incoming.reply_to is None:
            place = None if one.data[place].startswith(TO_HER) else place
        if place is None and len(one.data) == 2 and await _is_last(moment, volunteer, reached):
            place = says(incoming.text)
        if place is not None and not one.data[place].startswith((TO, BY_HAND)):
            return replace(incoming, kind=Kind.TAP, data=one.data[place], message_id=reached)
    return None


async def is_reply(moment: Moment, volunteer: Person, incoming: Incoming) -> bool:
    """Whether he replies to a question that stands, also to one that is about a talk."""
    if incoming.reply_to is None:
        return False
    rows = [one.row for one in await standing(moment, volunteer)]
    reached = [await outbox.delivered_as(moment.session, row) for row in rows]
    return incoming.reply_to in reached


async def _is_last(moment: Moment, volunteer: Person, reached: int) -> bool:
    later = await moment.session.scalar(
        select(Message.id)
        .where(Message.chat_id == volunteer.chat_id, Message.message_id > reached)
        .limit(1)
    )
    return later is None


async def tapped(moment: Moment, volunteer: Person, data: str) -> None:
    """What that button belongs to has its answer. The words that he wrote before it were that
    answer: nobody asks any more for whom they are."""
    found = await standing(moment, volunteer)
    later = LATER in await people.facts_of(moment, volunteer)
    if not any(data in one.data for one in found):
        return
    for one in found:
        waits = all(wish.startswith(TO) for wish in one.data) and (later or bool(one.data))
        if data in one.data or waits:
            await people.remember(moment, volunteer, f"{KEY}{one.row}", "")


async def falls(moment: Moment, volunteer: Person, about: str) -> None:
    """What begins so is settled without a word of his. What he wrote meanwhile still waits."""
    for one in await standing(moment, volunteer):
        if any(wish.startswith(about) for wish in one.data):
            await people.remember(moment, volunteer, f"{KEY}{one.row}", "")


async def still(moment: Moment, volunteer: Person, message_id: int | None) -> None:
    """He answered by a tap on that message, and may go on about it: his next words wait."""
    row = await moment.session.scalar(
        select(Message.id)
        .where(Message.chat_id == volunteer.chat_id, Message.message_id == message_id)
        .limit(1)
    )
    if row is not None and message_id is not None:
        await stands(moment, volunteer, row)


async def passed(moment: Moment, volunteer: Person) -> None:
    """He turned to a talk: what he writes now is for that one."""
    for one in await standing(moment, volunteer):
        await people.remember(moment, volunteer, f"{KEY}{one.row}", "")
    await people.remember(moment, volunteer, LATER, "")


async def is_later(moment: Moment, volunteer: Person) -> bool:
    """Whether he is still to be told for whom his words are, and nothing stands any more."""
    if await standing(moment, volunteer):
        return False
    return LATER in await people.facts_of(moment, volunteer)
