"""Ways in: a link for one volunteer or coordinator once, a poster's link for residents many times.

Tokens have 160 bits, are kept as a hash, and expire. A used one is refused.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256

from babel.lists import format_list
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import menus, new_roles, people
from bot.channel import Say
from bot.dialogue.values import LOCALES
from bot.handoff_texts import LANGUAGE_NAMES
from bot.house import Moment
from bot.i18n import Text
from bot.report_texts import TOKEN_AGAIN
from bot.sanitise import one_line
from bot.store.tables import Audit, Invitation, Person, Resident, Volunteer

LASTS = timedelta(days=7)

WELCOME_VOLUNTEER = Text(
    "invitation/welcome-volunteer",
    "Welcome, {name}. You are a volunteer of {organisation} here. When someone asks for a person "
    "{languages}, you get an alert. Tap it to take the talk, then write here.\n\n"
    "/duty turns your alerts on or off. /help shows everything.",
)
WELCOME_COORDINATOR = Text(
    "invitation/welcome-coordinator",
    "Welcome, {name}. You are a coordinator of {organisation} here. You hear of handoffs that "
    "wait too long. /open shows them. /help shows everything.",
)
WELCOME_TEXTS = Text(
    "invitation/welcome-texts",
    "Welcome, {name}. You look after the texts of {organisation} here. /studio gives you a link "
    "to the studio.",
)
REFUSED = Text(
    "invitation/refused",
    "This invitation was used before or is too old. Ask {organisation} for a new one.",
)


def hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


async def invite(
    session: AsyncSession,
    role: str,
    languages: list[str],
    now: datetime,
    *,
    name: str | None = None,
    place: str | None = None,
) -> str:
    """Makes an invitation and returns its token, which is kept nowhere. A resident's never ends."""
    token = secrets.token_urlsafe(20)
    session.add(
        Invitation(
            token_hash=hashed(token),
            role=role,
            languages=languages,
            name=one_line(name) if name else None,
            place=one_line(place) if place else None,
            created_at=now,
            expires_at=None if role == people.RESIDENT else now + LASTS,
        )
    )
    return token


async def redeem(
    moment: Moment, chat_id: int, known: Person | None, token: str, language: str | None
) -> tuple[Person | None, bool | None]:
    """Lets somebody in by a token. Returns (the person, whether the token was good; None where it
    waits for a better moment, and they read so).

    Single use is one compare-and-set: of two people with one token, one comes in.
    """
    row = await moment.session.scalar(
        select(Invitation).where(Invitation.token_hash == hashed(token))
    )
    if row is None or (row.expires_at is not None and row.expires_at < moment.now):
        return known, False
    if row.role == people.RESIDENT:
        return await _poster(moment, chat_id, known, row), True
    if await new_roles.waits(moment, known, row):
        return known, None
    taken = await moment.session.execute(
        update(Invitation)
        .where(Invitation.id == row.id, Invitation.used_at.is_(None))
        .values(used_at=moment.now)
        .execution_options(synchronize_session=False)
    )
    if not getattr(taken, "rowcount", 0):
        await _warn(moment, row, known)
        return known, False
    person = known or await people.welcome(moment, chat_id, language, row.role)
    await _take_role(moment, person, row)
    return person, True


async def _warn(moment: Moment, row: Invitation, known: Person | None) -> None:
    """A used link, tried again by somebody else: the coordinators hear of it, once a day."""
    if known is not None and known.id == row.used_by:
        return
    day = moment.now - timedelta(days=1)
    heard = await moment.session.scalar(
        select(Audit.id)
        .where(Audit.action == "invitation.reused", Audit.detail == str(row.id), Audit.at > day)
        .limit(1)
    )
    about = known.id if known else None
    people.log(moment, "invitation.reused", about=about, detail=str(row.id))
    for coordinator in await people.coordinators(moment) if heard is None else ():
        said = moment.text(coordinator, TOKEN_AGAIN, name=row.name or "…")
        await people.tell(moment, coordinator, Say(said), "alert")


async def _poster(moment: Moment, chat_id: int, known: Person | None, row: Invitation) -> Person:
    if known is not None:
        return known
    language = row.languages[0] if row.languages else None
    person = await people.welcome(moment, chat_id, language, people.RESIDENT)
    (await moment.session.get_one(Resident, person.id)).place = row.place
    return person


async def _take_role(moment: Moment, person: Person, row: Invitation) -> None:
    await new_roles.take(moment, person, row.role)
    person.name = row.name or person.name
    if row.languages:
        person.language = row.languages[0]
    if row.role == people.VOLUNTEER:
        known = await moment.session.get(Volunteer, person.id)
        if known is None:
            moment.session.add(
                Volunteer(
                    person_id=person.id, languages=row.languages, on_duty=True, place=row.place
                )
            )
        else:
            known.languages = row.languages
    await moment.session.execute(
        update(Invitation).where(Invitation.id == row.id).values(used_by=person.id)
    )
    people.log(moment, "invitation.used", actor=person, about=person.id, detail=row.role)
    await moment.session.flush()
    await menus.show(moment, person)


async def languages_of(
    moment: Moment, person: Person, names: Mapping[str, Text] = LANGUAGE_NAMES
) -> str:
    """The languages a volunteer speaks, as a list in words for the one who reads it."""
    row = await moment.session.get(Volunteer, person.id)
    codes = row.languages if row is not None else [person.language]
    told = [moment.text(person, names[code]) for code in codes if code in names]
    return format_list(told, locale=LOCALES[person.language])
