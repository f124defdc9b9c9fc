"""Whether alerts come to a volunteer's phone from now on, in words that are true: who comes on
duty, is back, or has looked back on a heavy talk reads what still keeps them away."""

from __future__ import annotations

from bot import instants, roster, routing
from bot.dialogue.values import shown
from bot.house import Moment
from bot.i18n import Text, counted
from bot.routing import URGENT
from bot.store.tables import Person
from bot.values import until_of

AGAIN = Text("coming/again", "Alerts come again. /duty turns them off.")
OFF = Text("coming/off", "You are off duty, so no alerts come. /duty turns them on.")
AWAY = Text(
    "coming/away", "You are away, so no alerts come. They come again from {day}. /duty ends that."
)
HOURS = Text("coming/hours", "Alerts come in your hours, from {when}.")
FULL = Text(
    "coming/full",
    "You hold as many talks as you take on at once: until one is over, only what is urgent rings.",
)
STAYS = Text("coming/stays", "Your talk stays yours; /release hands it on.")
STAY = Text("coming/stay", "Your {count} talks stay yours; /release hands one on.")


async def told(moment: Moment, volunteer: Person) -> str:
    return await hindered(moment, volunteer) or moment.text(volunteer, AGAIN)


async def hindered(moment: Moment, volunteer: Person) -> str:
    """What keeps alerts away, a debrief that is owed apart; '' where nothing does."""
    one = await _candidate(moment, volunteer)
    full = one is not None and one.load >= one.most
    return _absent(moment, volunteer, one) or (moment.text(volunteer, FULL) if full else "")


async def is_there(moment: Moment, volunteer: Person) -> bool:
    """On duty, not away, and inside the hours: who is full is rung for what is urgent."""
    return not _absent(moment, volunteer, await _candidate(moment, volunteer))


def _absent(moment: Moment, volunteer: Person, one: routing.Candidate | None) -> str:
    if one is None or not one.on_duty:
        return moment.text(volunteer, OFF)
    if one.away_until is not None and one.is_away(moment.now):
        day = shown("until", until_of(moment.house.local(one.away_until)), volunteer.language)
        return moment.text(volunteer, AWAY, day=day)
    begins = routing.comes(one, URGENT, moment.now, roster.calendar(moment.house))
    if begins is None or begins == moment.now:
        return ""
    return moment.text(volunteer, HOURS, when=instants.told(moment, volunteer, begins))


async def own_talks(moment: Moment, volunteer: Person) -> str:
    """No alert comes, and what is held stays with who holds it; '' where that is nothing."""
    one = await _candidate(moment, volunteer)
    if one is None or not one.load:
        return ""
    say = moment.house.translate(volunteer.language, volunteer.address)
    return counted(say, volunteer.language, STAYS, STAY, one.load)


async def _candidate(moment: Moment, volunteer: Person) -> routing.Candidate | None:
    known = await roster.candidates(moment)
    return next((one for one in known if one.id == volunteer.id), None)
