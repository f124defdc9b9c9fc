"""Buttons of ours that she tapped, or typed alike: the bot wrote these words, so what a model makes
of them says nothing of her. They are the choice that they name, and no more."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime

from bot import at_hand, handoffs, people, questions, safety_reads
from bot.channel import Incoming, Kind
from bot.dialogue.words import plain
from bot.handoff_texts import BUTTON_STOP
from bot.house import House, Moment
from bot.report_texts import BUTTON_OTHER
from bot.store import Store
from bot.store.tables import Conversation, Person

LONGEST = 60  # characters: no button of a dialogue may say half as much


async def among(
    store: Store, house: House, now: datetime, together: Sequence[Incoming]
) -> Set[str]:
    """Which texts of a turn are buttons that a resident was offered. Read before the turn, as the
    model is asked before it; whoever writes more than a button can say costs nothing."""
    short = [one for one in together if _may_be(one)]
    if not short:
        return frozenset()
    async with store.read() as session:
        moment = Moment(session, house, now)
        person = await at_hand.of_chat(session, short[0].chat_id)
        if person is None or person.role != people.RESIDENT:
            return frozenset()
        return {one.text for one in short if await is_button(moment, person, one)}


def _may_be(one: Incoming) -> bool:
    own = one.kind is Kind.TEXT and not one.edited and not one.forwarded and one.command is None
    return own and 0 < len(one.text) <= LONGEST


async def any_of(moment: Moment, person: Person, together: Sequence[Incoming]) -> bool:
    """Whether one of them is a button, and so answers the question that it stands under."""
    for one in together:
        if _may_be(one) and await is_button(moment, person, one):
            return True
    return False


async def is_button(moment: Moment, person: Person, one: Incoming) -> bool:
    """Whether it is the text of a button that she was offered."""
    held = await handoffs.held(moment, person.id)
    if held is not None and plain(one.text) in _under_a_talk(moment.house):
        return True
    if await safety_reads.is_button(moment, person, one, held):
        return True
    if await moment.session.get(Conversation, person.id) is None:
        return False
    return await questions.offered(moment, person, one)


def _under_a_talk(house: House) -> Set[str]:
    return house.labels(BUTTON_STOP) | house.labels(BUTTON_OTHER)
