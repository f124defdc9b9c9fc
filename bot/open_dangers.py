"""The alerts of danger that are open: of the last week, each resident's newest, after which she has
not said that she is safe, nobody has taken a talk with her, and no coordinator who looked has
reached her. No name of hers and no word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, select

from bot import concerns, who_hears
from bot.danger_numbers import number_of
from bot.house import Moment
from bot.store.tables import Audit, Concern, Person

REACHED: Final = "danger.reached"  # a coordinator says so, of the concern whose number it is


@dataclass(frozen=True, slots=True)
class OpenDanger:
    """`opened`: when a coordinator looked who it is, the last of them; `opened_by`: the name."""

    number: int
    concern: Concern
    language: str
    opened: datetime | None
    opened_by: str


async def read_by(moment: Moment, reader: Person) -> list[OpenDanger]:
    """Those that are for this coordinator."""
    found = await of(moment)
    return [one for one in found if await who_hears.hears(moment, reader, one.concern.person_id)]


async def of(moment: Moment) -> list[OpenDanger]:
    return await _of(moment)


async def hers(moment: Moment, person: Person) -> OpenDanger | None:
    return next(iter(await _of(moment, Concern.person_id == person.id)), None)


async def _of(moment: Moment, *which: ColumnElement[bool]) -> list[OpenDanger]:
    rows = await moment.session.scalars(
        select(Concern)
        .join(Audit, (Audit.person_id == Concern.person_id) & (Audit.at >= Concern.at))
        .where(Audit.action == "danger.alerted", Concern.at > moment.now - concerns.WEEK)
        .where(Concern.level == "act", *which)
        .order_by(Concern.id)
    )
    fresh = {row.person_id: row for row in rows if row.answer not in concerns.ENDED}
    return [await _open(moment, row) for row in fresh.values() if not await _reached(moment, row)]


async def _reached(moment: Moment, row: Concern) -> bool:
    found = await moment.session.scalar(
        select(Audit.id)
        .where(Audit.action == REACHED, Audit.person_id == row.person_id)
        .where(Audit.detail == str(row.id))
        .limit(1)
    )
    return found is not None


async def _open(moment: Moment, row: Concern) -> OpenDanger:
    person = await moment.session.get_one(Person, row.person_id)
    looked: Audit | None = await moment.session.scalar(
        select(Audit)
        .where(Audit.action == "danger.released", Audit.person_id == row.person_id)
        .where(Audit.at >= row.at)  # a danger that came after somebody looked is another one
        .order_by(Audit.id.desc())
        .limit(1)
    )
    by = await moment.session.get(Person, looked.actor_id or 0) if looked is not None else None
    number = await number_of(moment, row)
    name = (by.name if by is not None else None) or ""
    return OpenDanger(number, row, person.language, looked.at if looked else None, name)
