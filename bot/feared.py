"""Whoever may have hurt her: nobody rings such a volunteer for her, until she says that it was
another, or coordinators know of it. Of two that a name fits it may be either."""

from __future__ import annotations

from collections.abc import Callable

from bot import people, spoken_of
from bot.avoided import FEARED, numbers
from bot.dialogue.words import plain
from bot.house import Moment
from bot.store.tables import Person


async def fear(moment: Moment, resident: Person, *volunteers: Person) -> None:
    """Violence that she told of may be theirs."""
    feared = await _feared(moment, resident)
    await _keep(moment, resident, feared | {one.id for one in volunteers})


async def fear_named(moment: Moment, resident: Person, fits: Callable[[str], bool]) -> None:
    """Of everybody whose name fits, who never talked with her too."""
    everybody = await people.all_volunteers(moment)
    await fear(moment, resident, *(one for one in everybody if fits(one.name or "")))


async def fear_no_more(moment: Moment, resident: Person, volunteers: set[int]) -> None:
    """She said that it was none of them."""
    feared = await _feared(moment, resident)
    if feared & volunteers:
        await _keep(moment, resident, feared - volunteers)


async def may_be(moment: Moment, resident: Person, volunteer: Person) -> bool:
    return volunteer.id in await _feared(moment, resident)


async def alike(moment: Moment, resident: Person, volunteer: Person) -> list[Person]:
    """Others that she may mean by that name, as far as they are feared."""
    feared, called = await _feared(moment, resident), spoken_of.called(volunteer.name or "")
    others = [
        one
        for one in await people.all_volunteers(moment)
        if one.id in feared and one.id != volunteer.id
    ]
    return [one for one in others if called.search(plain(one.name or ""))]


async def _feared(moment: Moment, resident: Person) -> frozenset[int]:
    row = (await people.facts_of(moment, resident)).get(FEARED)
    return numbers(row.value if row is not None else None)


async def _keep(moment: Moment, resident: Person, feared: frozenset[int]) -> None:
    await people.remember(moment, resident, FEARED, ",".join(map(str, sorted(feared))))
