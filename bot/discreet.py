"""Somebody else may hold her telephone. After violence nothing that comes of itself tells of it.
Once she hid the chat nothing asks whether she is safe, and no answer shows so, until she writes of
it herself. What is kept, and the alert to coordinators, go on as they were."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot import concerns, people
from bot.house import Moment
from bot.store.tables import Person

HIDDEN: Final = "_hidden"  # the fact


async def hide(moment: Moment, person: Person) -> None:
    """Where nothing worries there is nothing to be silent about."""
    if await concerns.at_hand(moment, person) is not None:
        await people.remember(moment, person, HIDDEN, "yes")


async def wrote_of_it(moment: Moment, person: Person) -> None:
    """She does so herself: she is asked and answered as before."""
    await people.remember(moment, person, HIDDEN, "")


async def hidden_at(moment: Moment, person: Person) -> datetime | None:
    """When she hid the chat, and has not written of danger since."""
    fact = (await people.facts_of(moment, person)).get(HIDDEN)
    return fact.at if fact is not None and moment.now - fact.at < concerns.AT_HAND else None


async def is_hidden(moment: Moment, person: Person) -> bool:
    return await hidden_at(moment, person) is not None


async def of_itself(moment: Moment, person: Person) -> bool:
    """Whether what comes without a word of hers just before it may tell of nothing."""
    return await is_hidden(moment, person) or await concerns.after_violence(moment, person)
