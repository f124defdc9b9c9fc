"""Somebody who was a volunteer and writes on. The first words may have been meant for a resident:
before anything else is said, they read that these went to nobody."""

from __future__ import annotations

from typing import Final

from bot import menus, people, residents
from bot.channel import Incoming, Kind, Say
from bot.house import Moment
from bot.i18n import Text
from bot.residents import Heard
from bot.store.tables import Person

TO_NOBODY = Text(
    "turnover/to-nobody",
    "You are no longer a volunteer of {organisation} here, so this went to nobody. "
    "If you would like me to greet you too, write /start.",
)
TOLD: Final = "_told_left"  # the fact that they read so
NO_WORDS: Final = frozenset({Kind.TAP, Kind.REACTION, Kind.BLOCKED, Kind.UNBLOCKED})


async def take(moment: Moment, person: Person, heard: Heard) -> None:
    """One turn of theirs, as a resident's but for the first words. In danger these get the numbers
    before anything."""
    left_at, last = person.left_at or moment.now, heard.last
    fact = (await people.facts_of(moment, person)).get(TOLD)
    first = (fact is None or fact.at < left_at) and _is_for_somebody(last)
    if heard.concern is not None or not first:
        await residents.take(moment, person, heard)
    if first:
        await people.remember(moment, person, TOLD, "yes")
        organisation = moment.house.organisation
        said = moment.text(person, TO_NOBODY, organisation=organisation)
        await people.tell(moment, person, Say(said))


def _is_for_somebody(incoming: Incoming) -> bool:
    if incoming.command is not None:
        return incoming.command[0] in menus.VOLUNTEER
    return incoming.kind not in NO_WORDS and not incoming.edited
