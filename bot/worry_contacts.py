"""Whom a resident wants told when she is silent: chosen, confirmed every half year, ended.

Off by default. The row stands only while her consent does; the consent is one to the exact text.
What happens when she is silent stands in `bot.silences`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import consents, people, timers
from bot.avoided import avoided
from bot.channel import Say
from bot.dialogue import worry
from bot.dialogue.values import shown
from bot.house import Moment
from bot.i18n import Text
from bot.ladder import Silence, next_rung
from bot.rhythm import Quiet
from bot.sanitise import one_line
from bot.store.recall import know, once
from bot.store.tables import Handoff, Person, Resident, Timer
from bot.store.worry_table import WorryContact
from bot.worry_texts import (
    CONTACT_GONE,
    COORDINATOR,
    DEFAULT,
    DEFAULT_NO_NAME,
    LINK,
    NOBODY_YET,
    OWN,
    OWN_NO_NAME,
    SOMEONE,
)

VOLUNTEER, COORDINATION, RELATIVE = "volunteer", "coordinator", worry.RELATIVE
LINK_LASTS = timedelta(days=14)
CONFIRMED_FOR = timedelta(days=182)
LOOK_AGAIN = timedelta(days=1)  # a timer never sleeps longer: what she chose may have changed
TIMERS = ("worry", "worry_link", "worry_confirm", "worry_check", "worry_clear")


async def of(moment: Moment, person: Person) -> WorryContact | None:
    return await _of(moment.session, person.id)


@once(WorryContact)
async def _of(session: AsyncSession, person_id: int) -> WorryContact | None:
    return await session.get(WorryContact, person_id)


def waits(row: WorryContact) -> bool:
    """Whether the relative whom she chose has not agreed yet: nothing counts before."""
    return row.kind == RELATIVE and row.contact_id is None


async def decisions(moment: Moment, person: Person) -> dict[str, bool]:
    return {
        "has_worry": await of(moment, person) is not None,
        "has_volunteer": await her_volunteer(moment, person) is not None,
    }


async def her_volunteer(moment: Moment, person: Person) -> Person | None:
    """The volunteer who talked with her last, of those who still are one and may come to her."""
    found = await _her_volunteers(moment.session, person.id)
    apart = await avoided(moment, person.id) if found else frozenset()
    return next((one for one in found if one.id not in apart), None)


@once(Handoff, Person)
async def _her_volunteers(session: AsyncSession, person_id: int) -> list[Person]:
    rows = await session.scalars(
        select(Person)
        .join(Handoff, Handoff.claimed_by == Person.id)
        .where(Handoff.person_id == person_id, Handoff.greeted_at.is_not(None))
        .where(Person.role == people.VOLUNTEER, Person.left_at.is_(None))
        .order_by(Handoff.id.desc())
    )
    return list(rows)


def none(session: AsyncSession, person_id: int) -> None:
    """It is known that she chose nobody."""
    know(session, _of, person_id, answer=None)


def no_volunteer(session: AsyncSession, person_id: int) -> None:
    """It is known that she never had a handoff."""
    know(session, _her_volunteers, person_id, answer=[])


async def values(moment: Moment, person: Person) -> dict[str, str]:
    """What dialogues may show: what stands, and the names and words to choose from."""
    organisation = moment.house.organisation
    name = person.name or ""
    ready, own = (DEFAULT, OWN) if name else (DEFAULT_NO_NAME, OWN_NO_NAME)
    told = {"name": name, "organisation": organisation}
    volunteer = await her_volunteer(moment, person)
    found = {
        "worry.default": moment.text(person, ready, **told),
        "worry.own": moment.text(person, own, **told) + "\n\n{words}",
        "worry.coordinator": moment.text(person, COORDINATOR, organisation=organisation),
    }
    if volunteer is not None:
        found["worry.volunteer"] = volunteer.name or moment.text(person, SOMEONE)
    if (row := await of(moment, person)) is not None:
        contact = await called(moment, person, row)
        if waits(row):
            contact = moment.text(person, NOBODY_YET, name=contact)
        found |= {"worry.contact": contact, "worry.silence": f"{row.days}d", "worry.told": row.text}
    return found


async def called(moment: Moment, person: Person, row: WorryContact) -> str:
    """Whom she chose, in her words, as one says them to her: 'mijn zus' is 'uw zus'. Or who is told
    in the place of whoever may not come to her any more."""
    if row.kind == COORDINATION or await is_avoided(moment, row):
        return moment.text(person, COORDINATOR, organisation=moment.house.organisation)
    if row.name:
        return shown("contact", row.name, person.language, person.address)
    contact = await moment.session.get(Person, row.contact_id) if row.contact_id else None
    return (contact.name if contact else None) or moment.text(person, SOMEONE)


async def is_avoided(moment: Moment, row: WorryContact) -> bool:
    """Whether she chose somebody with whom she is not brought together since."""
    return row.contact_id is not None and row.contact_id in await avoided(moment, row.person_id)


def days_of(row: WorryContact, reader: Person) -> str:
    return shown("silence", f"{row.days}d", reader.language)


async def begin(moment: Moment, person: Person) -> None:
    """What she was choosing is let go."""
    for key in worry.DRAFT:
        await people.remember(moment, person, key, "")


async def agree(moment: Moment, person: Person, draft: Mapping[str, str]) -> str:
    """Her yes to the exact text. Returns what is said besides: a relative's link, or nothing.

    Raises KeyError for a draft without person or days: the dialogue asked for neither.
    """
    known = await values(moment, person)
    text = worry.told(known, draft)
    kind, days = draft[worry.WHO], int(draft[worry.DAYS].removesuffix("d"))
    volunteer = await her_volunteer(moment, person) if kind == VOLUNTEER else None
    if text is None or (kind == VOLUNTEER and volunteer is None):
        return ""
    await begin(moment, person)
    await end(moment, person)
    consent = await consents.give(moment.session, person, consents.WORRY, text, moment.now)
    row = WorryContact(
        person_id=person.id,
        consent_id=consent.id,
        kind=kind,
        contact_id=volunteer.id if volunteer else None,
        name=one_line(draft.get(worry.NAME, "")) or None if kind == RELATIVE else None,
        days=days,
        text=text,
        confirmed_at=moment.now,
        asked=0,
    )
    moment.session.add(row)
    await moment.session.flush()
    people.log(moment, "worry.chosen", actor=person, about=person.id, detail=kind)
    await plan_confirmation(moment, row)
    if kind == RELATIVE:
        return await _link(moment, person, row)
    await plan(moment, person, row)
    return ""


async def _link(moment: Moment, person: Person, row: WorryContact) -> str:
    token = secrets.token_urlsafe(20)
    row.token_hash, row.token_until = consents.text_hash(token), moment.now + LINK_LASTS
    await moment.session.flush()
    await timers.plan(moment.session, "worry_link", row.token_until, person_id=person.id)
    link = f"https://t.me/{moment.house.bot_name}?start={token}"
    contact = await called(moment, person, row)
    return moment.text(person, LINK, contact=contact, link=link)


async def confirm(moment: Moment, person: Person) -> None:
    """Her yes for another half year."""
    if (row := await of(moment, person)) is not None:
        row.confirmed_at, row.asked_at, row.asked = moment.now, None, 0
        await plan_confirmation(moment, row)


async def plan_confirmation(moment: Moment, row: WorryContact) -> None:
    session = moment.session
    await timers.drop(session, moment.now, "worry_confirm", person_id=row.person_id)
    due = moment.house.quiet.after(row.confirmed_at + CONFIRMED_FOR, moment.house.zone)
    await timers.plan(session, "worry_confirm", due, person_id=row.person_id)


async def plan(moment: Moment, person: Person, row: WorryContact) -> None:
    """When the ladder is looked at next."""
    await timers.drop(moment.session, moment.now, "worry", person_id=person.id)
    if row.told_at is None and not waits(row):
        silence = await silence_of(moment, person, row)
        due = next_rung(silence, decent(moment), moment.house.zone)[1]
        due = max(moment.now, min(due, moment.now + LOOK_AGAIN))
        await timers.plan(moment.session, "worry", due, person_id=person.id)


async def silence_of(moment: Moment, person: Person, row: WorryContact) -> Silence:
    resident = await moment.session.get(Resident, person.id)
    pause = people.pause_of(resident) if resident is not None else None
    return Silence(person.seen_at, row.days, pause, row.warned_at)


def decent(moment: Moment) -> Quiet:
    """The hours in which neither she nor the one whom she chose hears of it."""
    return moment.house.quiet


async def end(moment: Moment, person: Person) -> set[int]:
    """Takes her yes back, with whatever is unsent. Returns who knew of it (ids of people), so that
    they can be told that it is over; `bot.silences.end` does."""
    row = await of(moment, person)
    if row is None:
        return set()
    session = moment.session
    knew = {row.contact_id} if row.kind == RELATIVE and row.contact_id is not None else set()
    pending = await session.scalars(
        select(Timer)
        .where(Timer.person_id == person.id, Timer.kind == "worry_clear")
        .where(Timer.done_at.is_(None))
    )
    knew |= {number for timer in list(pending) for number in timer.expects.get("to", [])}
    await timers.drop(session, moment.now, *TIMERS, person_id=person.id)
    await session.execute(delete(WorryContact).where(WorryContact.person_id == person.id))
    session.expunge(row)
    await consents.withdraw(session, person.id, consents.WORRY, moment.now)
    people.log(moment, "worry.ended", about=person.id)
    return knew


async def contact_left(
    moment: Moment, contact: Person, text: Text = CONTACT_GONE, chosen_as: str | None = None
) -> None:
    """Somebody who was chosen wants it no more, or is gone: whoever chose them is told, by day.
    `chosen_as`: only where they were chosen as that."""
    rows = await moment.session.scalars(
        select(WorryContact).where(WorryContact.contact_id == contact.id)
    )
    for row in list(rows):
        if chosen_as not in (None, row.kind):
            continue
        person = await moment.session.get_one(Person, row.person_id)
        name = await called(moment, person, row)
        if await is_avoided(moment, row):
            name = moment.text(person, SOMEONE)
        await end(moment, person)
        await tell_by_day(moment, person, text, name)


async def tell_by_day(
    moment: Moment,
    person: Person,
    text: Text,
    contact: str = "",
    keyboard: tuple[str, ...] | None = None,
) -> None:
    """A word to her that answers nothing: never at night. A timer keeps no name: in the morning it
    says 'the person you chose'. `keyboard`: of the word by day; none is ()."""
    awake = decent(moment).after(moment.now, moment.house.zone)
    if awake > moment.now:
        await timers.plan(
            moment.session, "worry_word", awake, person_id=person.id, text=text.context
        )
    else:
        said = moment.text(person, text, contact=contact)
        await people.tell(moment, person, Say(said[:1].upper() + said[1:], keyboard=keyboard))
