"""Whoever may have hurt her: nobody rings such a volunteer for her, until she says that it was
another, or coordinators know of it."""

from __future__ import annotations

from bot import people
from bot.avoided import FEARED, numbers
from bot.house import Moment
from bot.store.tables import Person


async def fear(moment: Moment, resident: Person, volunteer: Person) -> None:
    """Violence that she told of may be his."""
    await _keep(moment, resident, await _feared(moment, resident) | {volunteer.id})


async def fear_no_more(moment: Moment, resident: Person, volunteer: Person) -> None:
    feared = await _feared(moment, resident)
    if volunteer.id in feared:
        await _keep(moment, resident, feared - {volunteer.id})


async def _feared(moment: Moment, resident: Person) -> frozenset[int]:
    row = (await people.facts_of(moment, resident)).get(FEARED)
    return numbers(row.value if row is not None else None)


async def _keep(moment: Moment, resident: Person, feared: frozenset[int]) -> None:
    await people.remember(moment, resident, FEARED, ",".join(map(str, sorted(feared))))
