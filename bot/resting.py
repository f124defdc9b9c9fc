"""Who is ill, as a coordinator said: until he is on duty again nobody counts on him."""

from __future__ import annotations

from typing import Final

from bot import people
from bot.house import Moment
from bot.store.tables import Person, Volunteer

RESTS: Final = "_rests"  # the fact that says so


async def begins(moment: Moment, volunteer: Person) -> None:
    await people.remember(moment, volunteer, RESTS, "yes")


async def ends(moment: Moment, volunteer: Person) -> None:
    await people.remember(moment, volunteer, RESTS, "")


async def rests(moment: Moment, volunteer: Person) -> bool:
    row = await moment.session.get(Volunteer, volunteer.id)
    off = row is not None and not row.on_duty
    here = volunteer.role == people.VOLUNTEER and volunteer.left_at is None
    return off and here and RESTS in await people.facts_of(moment, volunteer)
