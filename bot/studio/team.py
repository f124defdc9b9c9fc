"""The team: who is in, who is there this week, and ways in for others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import delete, select
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import alerts, invitations, people, talks, turnover
from bot.dialogue.names import LANGUAGES
from bot.house import Moment
from bot.lifecycle import WAITING
from bot.sanitise import one_line
from bot.store.tables import Audit, Handoff, Invitation, Person
from bot.studio import loads
from bot.studio.visit import COORDINATORS, Page, Visit
from bot.studio.week import week
from bot.team import change_cap

PATH: Final = "/team"
ROLES: Final = (
    people.VOLUNTEER,
    people.COORDINATOR,
    people.EDITOR,
    people.REVIEWER,
    people.RESIDENT,
)
LONGEST: Final = 60  # characters of a name or a place


async def show(visit: Visit) -> Response:
    return await _page(visit)


async def _page(visit: Visit, trouble: str = "", about: int = 0) -> Response:
    """`trouble`: what an invitation lacks. `about`: the volunteer whose leaving lacks a tick."""
    studio, now = visit.studio, visit.studio.now()
    async with studio.store.read() as session:
        volunteers = await loads.of(Moment(session, studio.house, now))
        others = await session.scalars(
            select(Person).where(Person.role.in_(people.STUDIO), Person.left_at.is_(None))
        )
        team = sorted(others, key=lambda one: (one.name or "").casefold())
        waiting = await session.scalars(
            select(Invitation)
            .where(Invitation.used_at.is_(None))
            .where(Invitation.expires_at.is_(None) | (Invitation.expires_at > now))
            .order_by(Invitation.created_at.desc(), Invitation.id.desc())
        )
        found = list(waiting)
    return visit.page(
        "team.html",
        status=422 if trouble or about else 200,
        trouble=trouble,
        about=about,
        volunteers=volunteers,
        team=team,
        days=week(volunteers, studio.house.local(now)),
        waiting=found,
        roles=ROLES,
        languages=LANGUAGES,
        typed={name: visit.field(name) for name in ("role", "name", "place")},
        chosen=_languages(visit),
    )


def _languages(visit: Visit) -> list[str]:
    return [code for code in LANGUAGES if visit.field(f"language.{code}")]


async def invite(visit: Visit) -> Response:
    """Makes an invitation and shows its link, here and now alone: only a hash of it is kept."""
    role, languages = visit.field("role"), _languages(visit)
    name = one_line(visit.field("name", LONGEST))
    place = one_line(visit.field("place", LONGEST))
    if trouble := _trouble(role, languages, name):
        return await _page(visit, trouble)
    studio = visit.studio
    async with studio.store.write() as session:
        now = studio.now()
        token = await invitations.invite(
            session,
            role,
            languages,
            now,
            name=name if role != people.RESIDENT else None,
            place=place if role in (people.RESIDENT, people.VOLUNTEER) else None,
        )
        session.add(Audit(at=now, actor_id=visit.person.id, action="invitation.made", detail=role))
    link = f"https://t.me/{studio.house.bot_name or 'BOT'}?start={token}"
    days = invitations.LASTS.days
    return visit.page("invited.html", link=link, role=role, name=name, place=place, days=days)


def _trouble(role: str, languages: Sequence[str], name: str) -> str:
    if role not in ROLES:
        return "role"
    if not languages:
        return "language"
    if role == people.RESIDENT and len(languages) > 1:
        return "one-language"
    return "name" if role != people.RESIDENT and not name else ""


async def withdraw(visit: Visit) -> Response:
    """Takes an invitation back. Somebody who came in by it meanwhile stays in."""
    studio = visit.studio
    async with studio.store.write() as session:
        gone = await session.execute(
            delete(Invitation).where(
                Invitation.id == visit.request.path_params["number"],
                Invitation.used_at.is_(None),
            )
        )
        found = bool(getattr(gone, "rowcount", 0))
        if found:
            session.add(
                Audit(at=studio.now(), actor_id=visit.person.id, action="invitation.withdrawn")
            )
    return visit.go(PATH, "withdrawn" if found else "used-meanwhile")


async def look_after(visit: Visit) -> Response:
    """One volunteer: fewer talks or more, ill for now, or gone for good."""
    studio, wish = visit.studio, visit.field("wish")
    async with studio.store.write() as session:
        moment = Moment(session, studio.house, studio.now())
        volunteer = await session.get(Person, visit.request.path_params["number"])
        if volunteer is None or volunteer.role != people.VOLUNTEER:
            raise HTTPException(404)
        if volunteer.left_at is not None:
            return visit.go(PATH, "left-before")
        held = await talks.open_talks(moment, volunteer)
        if wish in ("less", "more"):
            if not await change_cap(moment, visit.person, volunteer, 1 if wish == "more" else -1):
                return visit.go(PATH, "cap-most" if wish == "more" else "cap-fewest")
        elif wish == "rest":
            await turnover.rest(moment, volunteer, visit.person)
        elif wish == "leave" and visit.field("sure"):
            await turnover.leave(moment, volunteer, visit.person)
        else:
            return await _page(visit, about=volunteer.id)
        done = {"rest": "rests", "leave": "left"}.get(wish, "cap")
        if await _is_stuck(moment, held):
            done += "-nobody"
    return visit.go(PATH, done)


async def _is_stuck(moment: Moment, talks_before: Sequence[Handoff]) -> bool:
    """Whether one of these talks waits now, and no phone rings for it."""
    for handoff in talks_before:
        if handoff.state in WAITING and not await alerts.is_pending(moment, handoff):
            return True
    return False


PAGES: Final = (
    Page("GET", PATH, COORDINATORS, show),
    Page("POST", f"{PATH}/volunteers/{{number:int}}", COORDINATORS, look_after),
    Page("POST", f"{PATH}/invitations", COORDINATORS, invite),
    Page("POST", f"{PATH}/invitations/{{number:int}}/withdraw", COORDINATORS, withdraw),
)
