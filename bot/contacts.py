"""First words from us: a sweep over whoever is due; one contact a resident, slot and local day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import func, select, update

from bot import consents, pace, people, transitions, worry_contacts
from bot.dialogue import memory
from bot.handoffs import live
from bot.house import Moment
from bot.inbox import insert
from bot.rhythm import Chosen, Verdict, contact_on, may_contact, next_contact, slot
from bot.store.tables import Contact, Person, Resident

BATCH = 100
TRY_LATER = timedelta(hours=1)


async def plan(moment: Moment, person: Person, after: datetime | None = None) -> datetime | None:
    """Plans the next contact from what she chose; none while she stopped or did not consent."""
    row = await people.resident(moment, person)
    row.next_contact_at = None
    consented = await consents.standing(moment.session, person.id, consents.CHECKINS)
    if consented is not None and row.stopped_at is None and row.hour:
        start = max(after or moment.now, row.paused_until or moment.now)
        if row.paused_until is not None and row.paused_until >= people.FOREVER:
            return None
        row.next_contact_at = next_contact(start, chosen(row), moment.house.zone)
        if (kept := await _day_to_keep(moment, person, row, start)) is not None:
            row.next_contact_at = min(kept, row.next_contact_at or kept)
    await moment.session.flush()
    return row.next_contact_at


async def _day_to_keep(
    moment: Moment, person: Person, row: Resident, start: datetime
) -> datetime | None:
    """The contact of the day that she asked to be remembered, whatever days she chose."""
    facts = await people.facts(moment, person)
    first = moment.house.local(start).date()
    for year in (first.year, first.year + 1):
        day = memory.anniversary(facts, year)
        at = contact_on(day, chosen(row), moment.house.zone) if day is not None else None
        if at is not None and at > start:
            return at
    return None


def chosen(row: Resident) -> Chosen:
    return Chosen(
        row.hour or "09:00", tuple(d for d in row.days.split(",") if d), str(row.person_id)
    )


async def due(moment: Moment, most: int = BATCH) -> list[tuple[Resident, Person]]:
    """Whose contact is due, oldest first; other processes leave these rows alone."""
    rows = await moment.session.execute(
        select(Resident, Person)
        .join(Person, Person.id == Resident.person_id)
        .where(Resident.next_contact_at <= moment.now)
        .order_by(Resident.next_contact_at)
        .limit(most)
        .with_for_update(of=Resident, skip_locked=True)
    )
    found = [(resident, person) for resident, person in rows.all()]
    await _read_ahead(moment, [person for _, person in found])
    return found


async def _read_ahead(moment: Moment, residents: Sequence[Person]) -> None:
    """What greeting them asks of each, for all of them at once."""
    session, ids = moment.session, [one.id for one in residents]
    if ids:
        await people.read_ahead(session, residents)
        await consents.read_ahead(session, ids, consents.CHECKINS, consents.QUESTIONNAIRES)
        await transitions.read_ahead(session, ids)
        await worry_contacts.read_ahead(session, ids)


async def begin(moment: Moment, row: Resident, person: Person) -> str | None:
    """Decides about one due contact and plans the next. Returns the slot to greet in, or None.

    Raises nothing for a contact that was made already: the day's slot is taken once.
    """
    planned = row.next_contact_at or moment.now
    verdict = await _verdict(moment, row, person, planned)
    at = slot(row.hour or "09:00")
    fresh = await _record(moment, person, at, moment.house.local(planned).date(), verdict)
    await plan(moment, person, after=max(planned, moment.now))
    if verdict is not Verdict.YES or not fresh:
        return None
    row.unanswered += 1
    return at


async def _record(moment: Moment, person: Person, at: str, day: date, verdict: Verdict) -> bool:
    """Takes the slot of the day. False when it was taken before."""
    row = await moment.session.execute(
        insert(moment.session)(Contact)
        .values(person_id=person.id, slot=at, local_date=day, at=moment.now, outcome=verdict.value)
        .on_conflict_do_nothing()
        .returning(Contact.id)
    )
    return row.first() is not None


async def _verdict(moment: Moment, row: Resident, person: Person, planned: datetime) -> Verdict:
    session = moment.session
    consented = await consents.standing(session, person.id, consents.CHECKINS)
    today = moment.house.local(planned).date()
    last = await _last(moment, person)
    return may_contact(
        planned,
        moment.now,
        consented=consented is not None,
        stopped=row.stopped_at is not None or person.role != people.RESIDENT,
        blocked=await people.blocked(moment, person),
        paused_until=row.paused_until,
        calm_until=row.calm_until,
        in_handoff=await live(moment, person.id) is not None,
        rests=await _rests(moment, row, person, last, today),
        greeted=last == today,
        quiet=moment.house.quiet,
        zone=moment.house.zone,
    )


async def _last(moment: Moment, person: Person) -> date | None:
    """The day of her last first word: an hour that she changes brings no second one that day."""
    found: date | None = await moment.session.scalar(
        select(func.max(Contact.local_date))
        .where(Contact.person_id == person.id)
        .where(Contact.outcome == Verdict.YES.value)
    )
    return found


async def _rests(
    moment: Moment, row: Resident, person: Person, last: date | None, today: date
) -> bool:
    """A day that she asked to be kept is greeted however long she has been silent."""
    facts = await people.facts(moment, person)
    if memory.decide("is_anniversary", facts, today):
        return False
    return pace.rests(last, today, row.unanswered, memory.is_sad(facts, today))


async def try_later(moment: Moment, person_id: int) -> None:
    """After an error: the next try is in an hour, when it is stale soon and skipped for the day."""
    await moment.session.execute(
        update(Resident)
        .where(Resident.person_id == person_id)
        .values(next_contact_at=moment.now + TRY_LATER)
    )


async def answered(moment: Moment, person: Person) -> None:
    """She wrote: whatever was waiting for an answer has one."""
    row = await people.resident(moment, person)
    if row.unanswered:
        row.unanswered = 0
        await moment.session.execute(
            update(Contact)
            .where(Contact.person_id == person.id, Contact.answered_at.is_(None))
            .values(answered_at=moment.now)
        )


async def next_due(moment: Moment) -> datetime | None:
    found: datetime | None = await moment.session.scalar(select(func.min(Resident.next_contact_at)))
    return found
