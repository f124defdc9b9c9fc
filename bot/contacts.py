"""First words from us: a sweep over whoever is due; one contact a resident, slot and local day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm.attributes import set_committed_value

from bot import consents, pace, people
from bot.dialogue import memory
from bot.due import last_of
from bot.handoffs import held
from bot.house import Moment
from bot.rhythm import Chosen, Verdict, contact_on, may_contact, next_contact, outside, slot
from bot.store.prepared import Prepared
from bot.store.tables import Contact, Person, Resident

TRY_LATER = timedelta(hours=1)
LAST = people.FOREVER - timedelta(days=1)  # behind it nothing is planned
SLEEPS_IN = timedelta(hours=3)  # a later hour says when to write, not when she wakes


def _recorded(insert: Any) -> Any:
    given = ("person_id", "slot", "local_date", "at", "outcome")
    row: dict[str, Any] = {name: bindparam(name) for name in given}
    return insert(Contact).values(**row).on_conflict_do_nothing().returning(Contact.id)


RESIDENTS: Any = Resident.__table__
NEXT = Prepared(
    update(RESIDENTS)
    .where(RESIDENTS.c.person_id == bindparam("person"))
    .values(
        next_contact_at=bindparam("at", type_=RESIDENTS.c.next_contact_at.type),
        unanswered=RESIDENTS.c.unanswered + bindparam("greeted"),
    )
)
RECORDED = Prepared(_recorded, forgets=False)  # of one person, once: her last day is known by then


async def plan(
    moment: Moment, person: Person, after: datetime | None = None, greeted: int = 0
) -> datetime | None:
    """Plans the next contact from what she chose; none while she stopped or did not consent.
    `greeted`: how often she is greeted just now, until she answers."""
    row = await people.resident(moment, person)
    consented = await consents.standing(moment.session, person.id, consents.CHECKINS)
    at = await following(moment, person, row, after) if consented is not None else None
    if at != row.next_contact_at or greeted:
        await NEXT(moment.session, person=person.id, at=at, greeted=greeted)
        set_committed_value(row, "next_contact_at", at)
        set_committed_value(row, "unanswered", row.unanswered + greeted)
    return at


async def following(
    moment: Moment, person: Person, row: Resident, after: datetime | None
) -> datetime | None:
    if row.stopped_at is not None or not row.hour:
        return None
    facts = await people.facts(moment, person)

    def first(start: datetime) -> datetime | None:
        if start >= LAST:
            return None
        usual = next_contact(start, chosen(row), moment.house.zone)
        kept = _day_to_keep(moment, facts, row, start)
        return min((at for at in (usual, kept) if at is not None), default=None)

    return outside(people.pause_of(row), after or moment.now, first)


def _day_to_keep(
    moment: Moment, facts: Mapping[str, str], row: Resident, start: datetime
) -> datetime | None:
    """The next contact of a day that she asked to be remembered, whatever days she chose."""
    first = moment.house.local(start).date()
    for year in (first.year, first.year + 1):
        for day in memory.anniversaries(facts, year):
            at = contact_on(day, chosen(row), moment.house.zone)
            if at > start:
                return at
    return None


def chosen(row: Resident) -> Chosen:
    return Chosen(
        row.hour or "09:00", tuple(d for d in row.days.split(",") if d), str(row.person_id)
    )


def when_awake(moment: Moment, row: Resident, at: datetime) -> datetime:
    """Not at night, and not a few hours before she wants to be greeted: she may sleep till then."""
    house = moment.house
    awake = house.quiet.after(at, house.zone)
    own = contact_on(house.local(awake).date(), chosen(row), house.zone)
    return own if row.hour and awake < own <= awake + SLEEPS_IN else awake


async def begin(moment: Moment, row: Resident, person: Person) -> str | None:
    """Decides about one due contact and plans the next. Returns the slot to greet in, or None.

    Raises nothing for a contact that was made already: the day's slot is taken once.
    """
    planned = row.next_contact_at or moment.now
    verdict = await _verdict(moment, row, person, planned)
    at = slot(row.hour or "09:00")
    fresh = await _record(moment, person, at, moment.house.local(planned).date(), verdict)
    said = verdict is Verdict.YES and fresh
    await plan(moment, person, after=max(planned, moment.now), greeted=int(said))
    return at if said else None


async def _record(moment: Moment, person: Person, at: str, day: date, verdict: Verdict) -> bool:
    """Takes the slot of the day. False when it was taken before."""
    row = await RECORDED(
        moment.session,
        person_id=person.id,
        slot=at,
        local_date=day,
        at=moment.now,
        outcome=verdict.value,
    )
    return bool(row)


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
        pause=people.pause_of(row),
        calm_until=row.calm_until,
        in_handoff=await held(moment, person.id) is not None,
        rests=await _rests(moment, row, person, last, today),
        greeted=last == today,
        quiet=moment.house.quiet,
        zone=moment.house.zone,
    )


async def _last(moment: Moment, person: Person) -> date | None:
    """The day of her last first word: an hour that she changes brings no second one that day."""
    return await last_of(moment.session, person.id)


async def _rests(
    moment: Moment, row: Resident, person: Person, last: date | None, today: date
) -> bool:
    """A day that she asked to be kept is greeted however long she has been silent."""
    told = await people.facts(moment, person)
    if memory.decide("is_anniversary", told, today):
        return False
    return pace.rests(last, today, row.unanswered, memory.is_sad(told, today))


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
