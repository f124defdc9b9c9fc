"""The desk: what waits for a person now. Numbers and states of residents, never names or words."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import (
    alerts,
    consents,
    danger,
    debriefs,
    handoffs,
    heavy,
    himself,
    open_dangers,
    open_taps,
    people,
    talks,
)
from bot.house import Moment
from bot.lifecycle import HELD, WAITING
from bot.safety.helplines import due_for_review
from bot.store.tables import Handoff, Person, Resident, Review, Update
from bot.studio import directory, loads, open_handoffs
from bot.studio.visit import COORDINATORS, Page, Visit

PATH: Final = "/desk"


async def show(visit: Visit) -> Response:
    studio = visit.studio
    now = studio.now()
    async with studio.store.read() as session:
        moment = Moment(session, studio.house, now)
        dangers = await open_dangers.read_by(moment, visit.person)
        found = await open_handoffs.of(session, now)
        volunteers = await loads.of(moment)
        heavily = await heavy.waiting(moment)
        silent, blocked = await people.silent_ones(moment)
        greeted = await session.scalar(
            select(func.count())
            .select_from(Resident)
            .join(Person, Person.id == Resident.person_id)
            .where(Resident.stopped_at.is_(None), Person.role == people.RESIDENT)
            .where(Resident.person_id.in_(consents.standing_for(consents.CHECKINS)))
        )
        aside = await session.scalar(select(func.count()).where(Update.state == "aside"))
        unread = await session.scalar(select(func.count(Review.id)).where(Review.expires_at > now))
    return visit.page(
        "desk.html",
        dangers=dangers,
        kinds=danger.KINDS,
        waiting=[one for one in found if not one.held],
        held=[one for one in found if one.held],
        volunteers=volunteers,
        owed=[one for one in volunteers if one.debrief_of or one.id in heavily],
        silent=silent,
        blocked=blocked,
        greeted=greeted or 0,
        aside=aside or 0,
        unread=unread or 0,
        lines_due=len(due_for_review(await directory.helplines(studio), visit.today)),
        places_due=len(await directory.places_due(studio, visit.today)),
    )


async def ring(visit: Visit) -> Response:
    """Rings once more: also those who were rung and took nothing."""
    studio = visit.studio
    async with studio.store.write() as session:
        moment = Moment(session, studio.house, studio.now())
        handoff = await _handoff(visit, moment)
        if handoff.state not in WAITING:
            return visit.go(PATH, "taken-meanwhile")
        await open_taps.ring_again(moment, visit.person, handoff)
        rung = await alerts.is_pending(moment, handoff)
    return visit.go(PATH, "rung" if rung else "nobody-to-ring")


async def hand_on(visit: Visit) -> Response:
    """Takes a talk back from whoever holds it, and has others rung, where anybody is free; the
    resident is told."""
    studio = visit.studio
    async with studio.store.write() as session:
        moment = Moment(session, studio.house, studio.now())
        handoff = await _handoff(visit, moment)
        if handoff.state not in HELD or str(handoff.version) != visit.field("version"):
            return visit.go(PATH, "gone-on")
        await open_taps.hand_on(moment, visit.person, handoff)
        rung = await alerts.is_pending(moment, handoff)
    return visit.go(PATH, "handed-on" if rung else "handed-on-nobody")


async def _handoff(visit: Visit, moment: Moment) -> Handoff:
    number = visit.request.path_params["number"]
    found: Handoff | None = await moment.session.get(Handoff, number, with_for_update=True)
    if found is None:
        raise HTTPException(404)
    return found


async def talked(visit: Visit) -> Response:
    """The coordinator called a volunteer after a heavy talk."""
    studio = visit.studio
    async with studio.store.write() as session:
        moment = Moment(session, studio.house, studio.now())
        volunteer = await session.get(Person, visit.request.path_params["number"])
        if volunteer is None or volunteer.role != people.VOLUNTEER:
            raise HTTPException(404)
        owed = await debriefs.owed(moment, volunteer)
        if owed not in (None, himself.NO_TALK):
            await debriefs.talked(moment, visit.person, volunteer, owed)
            await talks.settled(moment, volunteer)
            await handoffs.ring_on_coming(moment, volunteer)
            return visit.go(PATH, "talked")
        said = (await heavy.waiting(moment)).get(volunteer.id)
        if said is not None:
            await debriefs.called(moment, visit.person, volunteer, said.id)
        if owed is not None and await debriefs.owed(moment, volunteer) is None:
            await talks.settled(moment, volunteer)
            await handoffs.ring_on_coming(moment, volunteer)
    return visit.go(PATH, "called" if said is not None else "done-already")


PAGES: Final = (
    Page("GET", PATH, COORDINATORS, show),
    Page("POST", "/desk/handoffs/{number:int}/ring", COORDINATORS, ring),
    Page("POST", "/desk/handoffs/{number:int}/hand-on", COORDINATORS, hand_on),
    Page("POST", "/desk/volunteers/{number:int}/talked", COORDINATORS, talked),
)
