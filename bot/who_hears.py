"""Which coordinators hear of a resident: none with whom she is not brought together (a volunteer
may have become one), as long as another is there."""

from __future__ import annotations

from bot import people
from bot.avoided import avoided
from bot.house import Moment
from bot.store.tables import Person


async def of(moment: Moment, person_id: int) -> list[Person]:
    everybody = await people.coordinators(moment)
    apart = await avoided(moment, person_id)
    others = [one for one in everybody if one.id not in apart]
    there = any([not await people.blocked(moment, one) for one in others])
    return others if there else everybody


async def hears(moment: Moment, coordinator: Person, person_id: int) -> bool:
    return coordinator.id in [one.id for one in await of(moment, person_id)]


async def within_reach(moment: Moment, person_id: int) -> list[Person]:
    """Those whom a word reaches now."""
    return [one for one in await of(moment, person_id) if not await people.blocked(moment, one)]
