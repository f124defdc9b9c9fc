"""What the table of dangers (`bot.danger_ends`) says of her word is carried out. Whoever opened an
alert reads that it is over, and may call off who is on the way; none of her words go along."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select

from bot import concerns, instants, people
from bot.channel import Say
from bot.danger_ends import GOES_ON, Said, Step, Word, decide
from bot.danger_numbers import number_of
from bot.house import Moment
from bot.i18n import Text
from bot.people import tell
from bot.safety import reply as replies
from bot.store.tables import Audit, Concern, Person

SAFE_SINCE: Final = Text(
    "danger/safe-since",
    "Alert {number}: this resident wrote that they are safe, at {hour}.",
)
HELPED_SINCE: Final = Text(
    "danger/helped-since",
    "Alert {number}: this resident wrote that help is coming or is not needed, at {hour}.",
)
PASSED_ON: Final = Text(
    "danger/passed-on",
    "The coordination ({name}) had been alerted for you, and knows this now. I do not know if "
    "somebody still calls or comes.",
)
PASSED_ON_BY_SEVERAL: Final = Text(
    "danger/passed-on-by-several",
    "Your alert was opened by these coordinators: {names}. They now read this from me. I do not "
    "know if somebody still calls or comes.",
)


async def step_of(moment: Moment, person: Person, asked: Concern, said: Said) -> Step:
    """What her word does, by the table, to all that she told of lately."""
    rows = [concerns.as_danger(row) for row in await _lately(moment, person, asked)]
    alerted = await _alerted(moment, person) if said.word in GOES_ON else None
    return decide(rows, concerns.as_danger(asked), said, moment.now, alerted)


async def carry_out(moment: Moment, person: Person, step: Step, answer: str, helped: bool) -> str:
    """What it ends, and what is written to the row that it is about. Returns what she reads of
    whoever opened an alert, or ''. While there is another danger nobody is told that it is over.
    `helped`: she said so of help, not of herself."""
    if step.notes:
        row = await moment.session.get_one(Concern, step.of)
        row.answer, row.answered_at = answer, moment.now
    if not step.ends:
        return ""
    names = await _tell_who_opened(moment, person, step, helped) if step.tells else []
    await concerns.end(moment, person, step.ends, step.rings)
    if len(names) > 1:
        return moment.text(person, PASSED_ON_BY_SEVERAL, names=", ".join(names))
    return moment.text(person, PASSED_ON, name=names[0]) if names else ""


async def said_safe(moment: Moment, person: Person) -> str:
    """'I am safe', as a dialogue hears it."""
    row = await concerns.last(moment.session, person.id)
    if row is None:
        return ""
    step = await step_of(moment, person, row, Said(Word.SAFE))
    return await carry_out(moment, person, step, replies.SAFE, helped=False)


async def _lately(moment: Moment, person: Person, asked: Concern) -> list[Concern]:
    rows = await concerns.lately(moment.session, person.id, moment.now)
    return rows if asked in rows else [*rows, asked]


async def _alerted(moment: Moment, person: Person) -> datetime | None:
    found: datetime | None = await moment.session.scalar(
        select(Audit.at)
        .where(Audit.action == "danger.alerted", Audit.person_id == person.id)
        .order_by(Audit.id.desc())
        .limit(1)
    )
    return found


async def _tell_who_opened(moment: Moment, person: Person, step: Step, helped: bool) -> list[str]:
    """Once for an alert: what she called over before was told then."""
    opened = await _who_opened(moment, person, step)
    if not opened:
        return []
    ended = select(Concern).where(Concern.id.in_(step.ends), Concern.level == concerns.ACT)
    newest = (await moment.session.scalars(ended.order_by(Concern.id.desc()).limit(1))).one()
    number = await number_of(moment, newest)
    text = HELPED_SINCE if helped else SAFE_SINCE
    told = [one for one in await people.coordinators(moment) if one.id in opened]
    for reader in told:
        hour = instants.hour(moment, reader, moment.now)
        said = moment.text(reader, text, number=number, hour=hour)
        await tell(moment, reader, Say(said), "alert")
    return [reader.name or moment.house.organisation for reader in told]


async def _who_opened(moment: Moment, person: Person, step: Step) -> set[int | None]:
    """Who opened an alert of hers since her oldest danger that is not over."""
    rows = await moment.session.scalars(
        select(Audit.actor_id)
        .where(Audit.action == "danger.released", Audit.person_id == person.id)
        .where(Audit.at >= step.tells)
    )
    return set(rows)
