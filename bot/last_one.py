"""The last volunteer goes off duty: the coordinators hear it once, by day. Whoever asks for a
person from then on waits, and they would learn of it by that alone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select, update

from bot import instants, mornings, people, roster, routing, timers
from bot.channel import Say
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import WAITING
from bot.routing import Candidate
from bot.store.tables import Audit, Handoff, Person, Timer, Volunteer
from bot.things import Thing

TIMER: Final = "nobody there"
BEGINS: Final = "away begins"  # of a volunteer's days off that were told before
TOLD: Final = "duty.nobody"
SOON: Final = timedelta(minutes=5)  # a slip of the finger is mended by then
GONE = Text(
    "last-one/gone",
    "Nobody is on duty any more, since {when}. Requests that wait now: {waiting}. Whoever asks "
    "for a person waits until a volunteer sends /duty. Can you ask someone? /volunteers shows "
    "yours.",
)
OUTSIDE = Text(
    "last-one/outside",
    "Nobody is on duty at this hour. From {when} there is someone. /volunteers shows whom you "
    "can ask.",
)
STILL = Text("last-one/still", "Nobody is on duty. /volunteers shows whom you can ask.")


@asynccontextmanager
async def watched(moment: Moment) -> AsyncIterator[None]:
    """Around whatever takes a volunteer off duty, or brings one back."""
    before = await roster.there(moment)
    yield
    await moment.session.flush()
    after = await roster.there(moment)
    if before and not after:
        await _plan(moment)
    elif after and not before:
        await _end(moment)


async def lost(moment: Moment, volunteer: Person) -> None:
    """Nothing reaches a volunteer any more who had alerts on."""
    row = await moment.session.get(Volunteer, volunteer.id)
    away = row is not None and routing.covers(row.away_from, row.away_until, moment.now)
    if not away and not await roster.there(moment):
        await _plan(moment)


async def leaves_at(moment: Moment, volunteer: Person, start: datetime | None) -> None:
    """Days off begin later: nobody says so then."""
    await timers.drop(moment.session, moment.now, BEGINS, person_id=volunteer.id)
    if start is not None:
        await timers.plan(moment.session, BEGINS, start, person_id=volunteer.id)


async def begins(moment: Moment, volunteer: Person) -> None:
    """They have begun, unless they were called off; who is off duty left before."""
    row = await moment.session.get(Volunteer, volunteer.id)
    gone = row is not None and routing.covers(row.away_from, row.away_until, moment.now)
    if row is not None and row.on_duty and gone and not await roster.there(moment):
        await _plan(moment)


async def _plan(moment: Moment) -> None:
    """Somebody was there until now: what waits from an earlier time is no longer so."""
    await _end(moment)
    due = moment.house.quiet.after(moment.now + SOON, moment.house.zone)
    await timers.plan(moment.session, TIMER, due, since=moment.now.isoformat())


async def _end(moment: Moment) -> None:
    waits = update(Timer).where(Timer.kind == TIMER, Timer.done_at.is_(None))
    await moment.session.execute(waits.values(done_at=moment.now))


async def ring(moment: Moment, since: str) -> None:
    """Unless somebody came meanwhile. Where the overview is near it says so instead."""
    if await roster.there(moment):
        return
    people.log(moment, TOLD)
    waits = select(func.count(Handoff.id)).where(Handoff.state.in_(WAITING))
    waiting = await moment.session.scalar(waits) or 0
    for coordinator in await people.coordinators(moment):
        if await mornings.overview_is_near(moment, coordinator):
            continue
        when = instants.since(moment, coordinator, datetime.fromisoformat(since))
        said = moment.text(coordinator, GONE, when=when, waiting=waiting)
        await people.tell(moment, coordinator, Say(said), "alert")


async def things(moment: Moment, reader: Person) -> list[Thing]:
    """A line of the overview as long as it is so; no news where it was told by itself."""
    if found := await roster.there(moment):
        return _outside(moment, reader, found)
    if not await roster.candidates(moment):
        return []
    told = await moment.session.scalar(select(func.max(Audit.at)).where(Audit.action == TOLD))
    left_to_this = told is not None and told >= moment.now - mornings.NEAR
    return [Thing(moment.text(reader, STILL), news=left_to_this, here_alone=left_to_this)]


def _outside(moment: Moment, reader: Person, found: Sequence[Candidate]) -> list[Thing]:
    """Somebody has alerts on, and it is the hours of nobody now. No news: hours begin and end."""
    calendar = roster.calendar(moment.house)
    found_at = [routing.comes(one, routing.URGENT, moment.now, calendar) for one in found]
    at = min((one for one in found_at if one is not None), default=None)
    if at is None or at <= moment.now:
        return []
    when = instants.told(moment, reader, at)
    return [Thing(moment.text(reader, OUTSIDE, when=when), news=False)]
