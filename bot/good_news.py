"""Whoever was told of a silence hears that she wrote again. Not while she may be in danger, nor
where a danger of hers never ended, and never after violence: it may be theirs."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import select

from bot import concerns, people, timers
from bot.avoided import avoided
from bot.channel import Say
from bot.house import Moment
from bot.store.tables import Concern, Person
from bot.store.worry_table import WorryContact
from bot.worry_contacts import decent
from bot.worry_texts import CLEAR, CLEAR_NO_NAME

VIOLENCE: Final = "crisis_violence"
A_WHILE: Final = timedelta(minutes=5)  # what is the matter may stand in her second message
AGAIN: Final = timedelta(hours=1)  # until it is looked at anew whether danger stands


async def plan(moment: Moment, person: Person, told: list[int], after: timedelta = A_WHILE) -> None:
    """By day. `told`: who reads it (ids of people)."""
    due = decent(moment).after(moment.now + after, moment.house.zone)
    if told:
        await timers.plan(moment.session, "worry_clear", due, person_id=person.id, to=told)


async def ring(moment: Moment, person: Person, row: WorryContact, told: list[int]) -> None:
    if await concerns.in_danger(moment, person) or await concerns.in_doubt(moment, person):
        await plan(moment, person, told, AGAIN)
        return
    lately = await concerns.lately(moment.session, person.id, moment.now)
    if any(_is_none(one) for one in lately):
        return
    apart = await avoided(moment, person.id)
    rows = await moment.session.scalars(
        select(Person).where(Person.id.in_(set(told) - apart)).order_by(Person.id)
    )
    for contact in list(rows):
        text = CLEAR if person.name else CLEAR_NO_NAME
        said = Say(moment.text(contact, text, name=person.name or ""), protect=True)
        await people.tell(moment, contact, said, "answer", consent_id=row.consent_id)


def _is_none(one: Concern) -> bool:
    """Whether no news is good after it: violence that she did not deny at once, and any danger that
    ended by no word of hers and by nobody who came."""
    if one.level != concerns.ACT:
        return one.intent == VIOLENCE and one.answer not in concerns.CALM
    return one.intent == VIOLENCE or one.answer not in concerns.CALM | concerns.ENDED
