"""The ledger of consents: who said yes to what, by the exact text, and when it was withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import outbox
from bot.store.prepared import Prepared
from bot.store.recall import know, once
from bot.store.tables import Consent, Person, Review

CHECKINS, KEEP_TEXT, SHARE, WORRY, LEARN = "checkins", "keep_text", "share", "worry", "learn"
QUESTIONNAIRES = "questionnaires"
HANDOVER, MEETING = "handover", "meeting"  # a note for the next volunteer; an appointment
SHARED = (SHARE, HANDOVER)  # what a 'stop' ends at receipt
EACH = frozenset({SHARE, HANDOVER, MEETING})  # a consent a text: a second yes is one more


CONSENTS: Any = Consent.__table__
STANDING = Prepared(
    select(CONSENTS.c.purpose, CONSENTS.c.id, CONSENTS.c.text_hash)
    .where(CONSENTS.c.person_id == bindparam("person"), CONSENTS.c.withdrawn_at.is_(None))
    .order_by(CONSENTS.c.id)
)


class Yes(NamedTuple):
    """A consent, and the hash of the text that it was given to."""

    id: int
    text_hash: str


def text_hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


async def give(
    session: AsyncSession, person: Person, purpose: str, text: str, now: datetime
) -> Yes:
    """Writes down a yes. A second yes to the same purpose and text changes nothing."""
    known = await standing(session, person.id, purpose)
    if known is not None and purpose not in EACH and known.text_hash == text_hash(text):
        return known
    row = Consent(
        person_id=person.id,
        purpose=purpose,
        text_hash=text_hash(text),
        language=f"{person.language}/{person.address}",
        given_at=now,
    )
    session.add(row)
    await session.flush()
    return Yes(row.id, row.text_hash)


async def standing(session: AsyncSession, person_id: int, purpose: str) -> Yes | None:
    """The newest consent to a purpose that was not withdrawn."""
    return (await _standing(session, person_id)).get(purpose)


@once(Consent)
async def _standing(session: AsyncSession, person_id: int) -> Mapping[str, Yes]:
    rows = await STANDING(session, person=person_id)
    return {purpose: Yes(number, text) for purpose, number, text in rows}


async def read_ahead(session: AsyncSession, people: Sequence[int]) -> None:
    """`standing`, for many at once."""
    found: dict[int, dict[str, Yes]] = {number: {} for number in people}
    rows = select(CONSENTS.c.person_id, CONSENTS.c.purpose, CONSENTS.c.id, CONSENTS.c.text_hash)
    rows = rows.where(CONSENTS.c.person_id.in_(people), CONSENTS.c.withdrawn_at.is_(None))
    for one, purpose, number, text in await session.execute(rows.order_by(CONSENTS.c.id)):
        found[one][purpose] = Yes(number, text)
    for one, hers in found.items():
        know(session, _standing, one, answer=hers)


def standing_for(purpose: str) -> Select[int]:
    """The ids of everybody whose consent to a purpose stands, for a query over people."""
    return select(Consent.person_id).where(
        Consent.purpose == purpose, Consent.withdrawn_at.is_(None)
    )


async def withdraw(session: AsyncSession, person_id: int, purpose: str, now: datetime) -> int:
    """Withdraws every standing consent to a purpose, and with it what is unsent and rests on it.

    What was kept to learn from goes with that yes. Returns how many consents there were. After
    the commit no send of such a word begins.
    """
    if purpose == LEARN:
        await session.execute(delete(Review).where(Review.person_id == person_id))
    rows = list(
        await session.scalars(
            select(Consent.id)
            .where(Consent.person_id == person_id, Consent.purpose == purpose)
            .where(Consent.withdrawn_at.is_(None))
        )
    )
    for consent_id in rows:
        await session.execute(
            update(Consent).where(Consent.id == consent_id).values(withdrawn_at=now)
        )
        await outbox.cancel(session, consent_id)
    return len(rows)


async def withdraw_one(session: AsyncSession, consent_id: int | None, now: datetime) -> None:
    """Ends one consent, because what it was given for is over."""
    if consent_id is None:
        return
    await session.execute(
        update(Consent)
        .where(Consent.id == consent_id, Consent.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )
    await outbox.cancel(session, consent_id)
