"""Help is coming, she said: it may still not come. For three hours 'Nobody is coming yet' stays at
hand, what is not understood is asked about, and after half an hour she is asked once."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot import concerns, discreet, handoffs, people, timers
from bot.danger_ends import Said, Step, Word
from bot.house import Moment
from bot.numbers import texts_of
from bot.safety import reply as replies
from bot.safety_facts import facts_of
from bot.store.tables import Concern, Person

TIMER: Final = "help_expected"
KEY: Final = "_help"  # the fact: which illness she said it of, and when
LASTS: Final = timedelta(hours=3)
ASK_AFTER: Final = timedelta(minutes=30)


async def note(moment: Moment, person: Person, said: Said, step: Step) -> None:
    """Her word about help. Of the same illness she is asked once, however often she says it."""
    if said.word == Word.NO_HELP:
        await forget(moment, person)
    elif said.word in (Word.HELP, Word.ALL_OVER):
        rows = await concerns.lately(moment.session, person.id, moment.now)
        ill = (row for row in rows if row.id in step.ends and row.level == concerns.ACT)
        row = next((row for row in ill if row.intent == replies.MEDICAL), None)
        if row is not None:
            await forget(moment, person)
            await people.remember(moment, person, KEY, str(row.id))
            due = moment.now + ASK_AFTER
            await timers.plan(moment.session, TIMER, due, person_id=person.id, concern=row.id)


async def forget(moment: Moment, person: Person) -> None:
    await people.remember(moment, person, KEY, "")
    await timers.drop(moment.session, moment.now, TIMER, person_id=person.id)


async def of(moment: Moment, person: Person) -> Concern | None:
    """The illness of which help was said to come lately; None where that is open again."""
    fact = (await people.facts_of(moment, person)).get(KEY)
    if fact is None or not fact.value.isdecimal() or moment.now - fact.at > LASTS:
        return None
    row = await moment.session.get(Concern, int(fact.value))
    return row if row is not None and row.answer == replies.SAFE else None


async def button(moment: Moment, person: Person) -> tuple[replies.Button, ...]:
    """'Nobody is coming yet', while that may still be so."""
    row = await of(moment, person)
    if row is None or await handoffs.held(moment, person.id) is not None:
        return ()
    facts = await facts_of(moment, person)
    shown = replies.are_you_safe(row.intent, facts, texts_of(moment, person))
    return tuple(one for one in shown if one.id == replies.NOT_SAFE)


async def asked_after(moment: Moment, person: Person, number: int) -> Concern | None:
    """The timer: the illness that she is asked about now. Not in a talk, nor where somebody else
    may hold her telephone, nor beside another danger that is open: of that she is asked anyway."""
    row = await of(moment, person)
    if row is None or row.id != number or await handoffs.held(moment, person.id) is not None:
        return None
    if await discreet.of_itself(moment, person):
        return None
    return None if await concerns.in_danger(moment, person) else row
