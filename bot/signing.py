"""Signing in to the studio: a link by the bot, once; a session, short; both kept as a hash.

There are no passwords. Whoever holds the telephone that the bot knows may sign in, and the role of
that person is asked anew at every page: who left, or lost the role, is out at once.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import people
from bot.store.studio_tables import StudioLink, StudioSession
from bot.store.tables import Audit, Person

LINK_LASTS: Final = timedelta(minutes=10)
SESSION_LASTS: Final = timedelta(hours=8)
RESTS: Final = timedelta(minutes=60)  # without a page for so long, the session is over
STEP: Final = timedelta(minutes=1)  # how exact `seen_at` is: not every page is a write


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody at a page: who, and the word that their forms must carry."""

    person: Person
    session_id: int
    csrf: str
    seen_at: datetime


def _hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def csrf_of(token: str) -> str:
    """The word that a form carries: it follows from the cookie, and says nothing about it."""
    return hmac.new(token.encode(), b"form", sha256).hexdigest()


async def make_link(session: AsyncSession, person: Person, now: datetime) -> str:
    """A new one-time token for somebody of the team; an earlier one no longer works."""
    token = secrets.token_urlsafe(24)
    await session.execute(delete(StudioLink).where(StudioLink.person_id == person.id))
    session.add(
        StudioLink(
            token_hash=_hashed(token),
            person_id=person.id,
            created_at=now,
            expires_at=now + LINK_LASTS,
        )
    )
    session.add(Audit(at=now, actor_id=person.id, action="studio.link"))
    return token


async def owner(session: AsyncSession, token: str, now: datetime) -> Person | None:
    """Whom a link that still works would let in. Looking does not use it up."""
    found: Person | None = await session.scalar(
        select(Person)
        .join(StudioLink, StudioLink.person_id == Person.id)
        .where(
            StudioLink.token_hash == _hashed(token),
            StudioLink.used_at.is_(None),
            StudioLink.expires_at > now,
            Person.left_at.is_(None),
            Person.role.in_(people.STUDIO),
        )
    )
    return found


async def sign_in(session: AsyncSession, token: str, now: datetime) -> str | None:
    """Uses a link up and begins a session. Returns its token; None when the link is dead.

    Single use is one compare-and-set: of two browsers with one link, one comes in.
    """
    person = await owner(session, token, now)
    if person is None:
        return None
    taken = await session.execute(
        update(StudioLink)
        .where(StudioLink.token_hash == _hashed(token), StudioLink.used_at.is_(None))
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )
    if not getattr(taken, "rowcount", 0):
        return None
    await session.execute(delete(StudioSession).where(StudioSession.expires_at <= now))
    fresh = secrets.token_urlsafe(32)
    session.add(
        StudioSession(
            token_hash=_hashed(fresh),
            person_id=person.id,
            created_at=now,
            seen_at=now,
            expires_at=now + SESSION_LASTS,
        )
    )
    session.add(Audit(at=now, actor_id=person.id, action="studio.in"))
    return fresh


async def signed_in(session: AsyncSession, token: str, now: datetime) -> SignedIn | None:
    """Who this browser is; None when nobody, or no longer."""
    row = (
        await session.execute(
            select(Person, StudioSession)
            .join(StudioSession, StudioSession.person_id == Person.id)
            .where(
                StudioSession.token_hash == _hashed(token),
                StudioSession.expires_at > now,
                StudioSession.seen_at > now - RESTS,
                Person.left_at.is_(None),
                Person.role.in_(people.STUDIO),
            )
        )
    ).first()
    if row is None:
        return None
    person, visit = row
    return SignedIn(person, visit.id, csrf_of(token), visit.seen_at)


def rested(who: SignedIn, now: datetime) -> bool:
    """Whether it is time to write down that somebody is still there."""
    return who.seen_at <= now - STEP


async def seen(session: AsyncSession, session_id: int, now: datetime) -> None:
    """Keeps a session awake."""
    await session.execute(
        update(StudioSession).where(StudioSession.id == session_id).values(seen_at=now)
    )


async def sign_out(
    session: AsyncSession, who: SignedIn, now: datetime, everywhere: bool = False
) -> None:
    """Ends this session, or every one of this person; a link that waits is dead too."""
    mine = StudioSession.person_id == who.person.id
    which = mine if everywhere else StudioSession.id == who.session_id
    await session.execute(delete(StudioSession).where(which))
    if everywhere:
        await session.execute(delete(StudioLink).where(StudioLink.person_id == who.person.id))
    action = "studio.out-everywhere" if everywhere else "studio.out"
    session.add(Audit(at=now, actor_id=who.person.id, action=action))
