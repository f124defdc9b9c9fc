"""Somebody who was a volunteer and writes on. The first words may have been meant for a resident:
before anything else is said, they read that these went to nobody."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot import consents, menus, people, residents
from bot.channel import Incoming, Kind, Say
from bot.house import Moment
from bot.i18n import Text
from bot.residents import Heard
from bot.store.tables import Conversation, Person

TO_NOBODY = Text(
    "turnover/to-nobody",
    "You are no longer a volunteer of {organisation} here, so this went to nobody. If you would "
    "like my greetings too, write /start.",
)
TOLD: Final = "_told_left"  # the fact that they read so
LATELY: Final = timedelta(hours=1)  # so long words may be for a resident, whatever they are else
NO_WORDS: Final = frozenset({Kind.TAP, Kind.REACTION, Kind.BLOCKED, Kind.UNBLOCKED})


async def take(moment: Moment, person: Person, heard: Heard) -> None:
    """One turn of theirs, as a resident's but for the first words. In danger these get the numbers
    before anything."""
    last = heard.last
    if last.command is not None and last.command[0] == "start":
        person.role = people.RESIDENT  # greeted as anybody from now on, and no volunteer any more
    first = _is_for_somebody(last) and not await _knows(moment, person)
    if heard.concern is not None or not first:
        await residents.take(moment, person, heard)
    if first or last.command is not None:  # a command is for the bot: so is what answers it
        await people.remember(moment, person, TOLD, "yes")
    if first:
        organisation = moment.house.organisation
        said = moment.text(person, TO_NOBODY, organisation=organisation)
        await people.tell(moment, person, Say(said))


async def _knows(moment: Moment, person: Person) -> bool:
    """Whether they know that the bot alone reads them: told so, or with it as a resident is, and
    not just out of a talk."""
    left_at = person.left_at or moment.now
    fact = (await people.facts_of(moment, person)).get(TOLD)
    if person.role == people.RESIDENT or (fact is not None and fact.at >= left_at):
        return True
    if moment.now - left_at <= LATELY:
        return False
    talk = await moment.session.get(Conversation, person.id)
    with_it = talk is not None and talk.changed_at > left_at
    standing = await consents.standing(moment.session, person.id, consents.CHECKINS)
    return with_it or standing is not None


def _is_for_somebody(incoming: Incoming) -> bool:
    """A tap is on what the phone showed before: it says nothing of the words after it."""
    if incoming.command is not None:
        return incoming.command[0] in menus.VOLUNTEER
    return incoming.kind not in NO_WORDS and not incoming.edited
