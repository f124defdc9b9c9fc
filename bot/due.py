"""Whose first word is due, with everything that greeting them asks, read for all at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import consents, facts, people, transitions, worry_contacts
from bot.concerns import none as no_concern
from bot.house import Moment, newest_revision
from bot.rhythm import Verdict
from bot.store.recall import know, once
from bot.store.tables import Concern, Contact, Conversation, Handoff, Person, Resident
from bot.store.worry_table import WorryContact

BATCH = 100
_PEOPLE = people.ROWS.add_columns(*map(people.any_of, (Handoff, WorryContact, Concern)))
_GREETED = select(Contact.person_id, func.max(Contact.local_date)).where(
    Contact.outcome == Verdict.YES.value
)


async def batch(moment: Moment, most: int = BATCH) -> list[tuple[Resident, Person]]:
    """Whose contact is due, oldest first; other processes leave these rows alone."""
    rows = await moment.session.scalars(
        select(Resident)
        .where(Resident.next_contact_at <= moment.now)
        .order_by(Resident.next_contact_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    residents = list(rows)
    if not residents:
        return []
    ids = [one.person_id for one in residents]
    known = await _people(moment, ids)
    await facts.read_ahead(moment.session, ids)
    await consents.read_ahead(moment.session, ids)
    await _days(moment.session, ids)
    return [(one, known[one.person_id]) for one in residents]


async def _people(moment: Moment, ids: Sequence[int]) -> dict[int, Person]:
    """Who they are. Most have no handoff, worry contact or concern: nobody asks for those rows."""
    session, known, new = moment.session, {}, []
    for person, _, _, talk, handoffs, worries, concerns in await session.execute(
        _PEOPLE.where(Person.id.in_(ids))
    ):
        known[person.id] = person
        if talk is None:
            new.append(person.id)
        if not handoffs:
            transitions.none(session, person.id)
            worry_contacts.no_volunteer(session, person.id)
        if not worries:
            worry_contacts.none(session, person.id)
        if not concerns:
            no_concern(session, person.id)
    if new:
        newest = await newest_revision(session)
        for one in new:
            session.add(Conversation(person_id=one, revision_id=newest, changed_at=moment.now))
        await session.flush()
    return known


async def _days(session: AsyncSession, ids: Sequence[int]) -> None:
    found: dict[int, date | None] = dict.fromkeys(ids)
    rows = _GREETED.where(Contact.person_id.in_(ids)).group_by(Contact.person_id)
    found |= {one: day for one, day in await session.execute(rows)}
    for one, day in found.items():
        know(session, last_of, one, answer=day)


@once(Contact)
async def last_of(session: AsyncSession, person_id: int) -> date | None:
    """The day of somebody's last first word."""
    found: date | None = await session.scalar(
        select(func.max(Contact.local_date))
        .where(Contact.person_id == person_id)
        .where(Contact.outcome == Verdict.YES.value)
    )
    return found
