"""How it stands with her request for a person, or how her last talk ended: the truth of the rows.
Read only where a dialogue says it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot import instants, too_late, transitions
from bot.house import Moment
from bot.request_texts import GIVEN_BACK, OVER, OVER_UNTAKEN, TAKEN, WAITS
from bot.store.tables import Handoff, Person

TALKED_OF: Final = timedelta(days=3)  # so long she may still ask after a talk that is over


async def told(moment: Moment, person: Person, _words: str) -> str:
    """'' where nothing is known of any."""
    talk = await transitions.live(moment, person.id)
    if talk is None:
        over = await ended(moment, person)
        return "" if over is None else await _over(moment, person, over)
    volunteer = await _volunteer(moment, talk)
    if volunteer is not None and talk.claimed_at is not None:
        when = instants.since(moment, person, talk.claimed_at)
        return moment.text(person, TAKEN, name=volunteer.name or "…", when=when)
    if name := await helper(moment, person, ""):
        return moment.text(person, GIVEN_BACK, name=name)
    when = instants.since(moment, person, talk.opened_at or moment.now)
    return moment.text(person, WAITS, when=when, organisation=moment.house.organisation)


async def _over(moment: Moment, person: Person, talk: Handoff) -> str:
    when = instants.since(moment, person, talk.closed_at or moment.now)
    volunteer = await _volunteer(moment, talk)
    if volunteer is None:
        return moment.text(person, OVER_UNTAKEN, when=when)
    return moment.text(person, OVER, name=volunteer.name or "…", when=when)


async def ended(moment: Moment, person: Person) -> Handoff | None:
    """Her last talk, where it is not long over."""
    talk = await transitions.closed(moment, person.id)
    at = talk.closed_at if talk is not None else None
    return talk if at is not None and moment.now - at < TALKED_OF else None


async def helper(moment: Moment, person: Person, _words: str) -> str:
    """What the volunteer is called who has, or had, her request; '' where nobody did."""
    talk = await transitions.live(moment, person.id) or await ended(moment, person)
    volunteer = await too_late.held_last(moment, talk) if talk is not None else None
    return (volunteer.name if volunteer is not None else None) or ""


async def _volunteer(moment: Moment, talk: Handoff) -> Person | None:
    found: Person | None = await moment.session.get(Person, talk.claimed_by or 0)
    return found
