"""Which safety question stands for her, as it is remembered: its stage, the danger that it is
about, and our message that asks it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot import concerns, discreet, people
from bot.house import Moment
from bot.safety import Concern
from bot.safety import reply as replies
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Person

STAGE: Final = "_safety"  # the fact
OPEN: Final = timedelta(hours=3)  # so long a doubt opens no other question over 'are you safe?'


async def set_stage(
    moment: Moment, person: Person, stage: str, kind: str, number: int, sent: int
) -> None:
    await people.remember(moment, person, STAGE, f"{stage}:{kind}:{number}:{sent}")


async def about(moment: Moment, person: Person) -> ConcernRow | None:
    """What the question that was asked last is about."""
    fact = (await people.facts_of(moment, person)).get(STAGE)
    number = fact.value.split(":")[2:3] if fact is not None else []
    row: ConcernRow | None = None
    if number and number[0].isdecimal():
        row = await moment.session.get(ConcernRow, int(number[0]))
    return row


async def not_said_safe(moment: Moment, person: Person) -> ConcernRow | None:
    """The danger about which she was asked a while ago if she is safe, and has not said so; none
    once she hid the chat."""
    fact = (await people.facts_of(moment, person)).get(STAGE)
    if fact is None or moment.now - fact.at > OPEN or await discreet.is_hidden(moment, person):
        return None
    stage, _, rest = fact.value.partition(":")
    if stage not in ("reply", "still", "hard", "heard"):
        return None
    row = await concerns.danger(moment, person)
    return row if row is not None and rest.split(":")[1:2] == [str(row.id)] else None


async def covers(moment: Moment, person: Person, concern: Concern) -> ConcernRow | None:
    """The danger whose question stands and asks a doubt as well: 'are you safe?' is for all but an
    illness, of which it is asked whether help comes."""
    asked = await not_said_safe(moment, person) if concern.level == "ask" else None
    if asked is None or (asked.intent == replies.MEDICAL) != (concern.intent == replies.MEDICAL):
        return None
    return asked


async def keeps_in_mind(
    moment: Moment, person: Person, concern: Concern, asked: ConcernRow
) -> None:
    """A doubt of another kind of danger: it is asked about once that danger is over."""
    known = concern.intent == asked.intent
    if not known and await concerns.doubt(moment, person, concern.intent) is None:
        await concerns.write(moment, person, concern.intent, concern.level, concern.found_by)
