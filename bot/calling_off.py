"""What two agreed on is off: one of them cannot come or is gone, or nothing stands between the two
any more. Nobody waits for nothing, and nobody reads whose wish it was."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from bot import appointment_texts as texts
from bot import consents, people, timers
from bot.appointments import (
    AGREED,
    CANCELLED,
    DRAFT,
    HOURS_BEFORE,
    PROPOSED,
    coming,
    log,
    move,
    told,
)
from bot.channel import Say
from bot.house import Moment
from bot.i18n import Text
from bot.store.bridge import Appointment
from bot.store.tables import Person, Timer

WORD: Final = "meeting_off"  # the timer of a word that waits for the morning
STANDS: Final = (DRAFT, PROPOSED, AGREED)


async def cancel(moment: Moment, by: Person, row: Appointment) -> str:
    """One of the two cannot come: the other reads so. Returns the word to the first."""
    if by.id not in (row.person_id, row.volunteer_id):
        return ""
    volunteer = await moment.session.get_one(Person, row.volunteer_id)
    resident = await moment.session.get_one(Person, row.person_id)
    if not await _end(moment, row, by):
        return ""
    other = resident if by.id == volunteer.id else volunteer
    await _tell(moment, other, row)
    # no name of hers to him: her yes is over
    name = (volunteer.name or "…") if by.id == resident.id else ""
    text = texts.OFF if name else texts.OFF_OTHER
    return moment.text(by, text, name=name, meeting=told(moment, by, row))


async def _tell(moment: Moment, reader: Person, row: Appointment) -> None:
    said = moment.text(reader, texts.OFF_OTHER, meeting=told(moment, reader, row))
    await people.tell(moment, reader, Say(said))


async def _end(moment: Moment, row: Appointment, by: Person | None) -> bool:
    if not await move(moment, row, CANCELLED, *STANDS):
        return False
    log(moment, row, "cancelled", by)
    await consents.withdraw_one(moment.session, row.consent_id, moment.now)
    return True


async def off(
    moment: Moment, resident: Person, volunteer: Person, by: Person, to_her: Text
) -> list[str]:
    """Ends whatever the two had agreed on: her yes is gone, or one of them is. The other reads
    so; of what he only drafted nobody does. Returns the lines for her."""
    lines = []
    for row in await coming(moment, *STANDS, person_id=resident.id, volunteer_id=volunteer.id):
        was = row.state
        if not await _end(moment, row, by) or was == DRAFT:
            continue
        if by.id != volunteer.id:
            await _tell(moment, volunteer, row)
        if was == AGREED:
            name, meeting = volunteer.name or "…", told(moment, resident, row)
            lines.append(moment.text(resident, to_her, name=name, meeting=meeting))
    return lines


async def off_all(moment: Moment, person: Person, to_her: Text = texts.OFF_LEFT) -> list[str]:
    """Somebody is erased, leaves, or cannot come any more: the other reads that it is off.
    `to_her`: the word where it is a volunteer. Returns what that volunteer may read of it."""
    lines = []
    await _say_now(moment, person)
    for row in await coming(moment, *STANDS, person_id=person.id):
        volunteer = await moment.session.get_one(Person, row.volunteer_id)
        await off(moment, person, volunteer, person, texts.OFF_BOTH)
    for row in await coming(moment, *STANDS, volunteer_id=person.id):
        resident = await moment.session.get_one(Person, row.person_id)
        was = row.state
        for line in await off(moment, resident, person, person, to_her):
            await people.tell(moment, resident, Say(line))
        if was != DRAFT:
            lines.append(moment.text(person, texts.OFF_OTHER, meeting=told(moment, person, row)))
    return lines


async def apart(moment: Moment, person_id: int, volunteer_id: int, by: Person) -> None:
    """Nothing stands between the two any more: each reads so, and not why. `by`, whose wish it is,
    reads it now."""
    for row in await coming(moment, *STANDS, person_id=person_id, volunteer_id=volunteer_id):
        was = row.state
        if not await _end(moment, row, by) or was == DRAFT:
            continue
        other_id = volunteer_id if by.id == person_id else person_id
        await _tell(moment, by, row)
        await _by_day(moment, await moment.session.get_one(Person, other_id), row)


async def _by_day(moment: Moment, reader: Person, row: Appointment) -> None:
    """In quiet hours the word waits for their end, unless somebody would be on the way by then."""
    awake = moment.house.quiet.after(moment.now, moment.house.zone)
    if awake == moment.now or awake + HOURS_BEFORE > row.at:
        await _tell(moment, reader, row)
    else:
        await timers.plan(moment.session, WORD, awake, person_id=reader.id, appointment=row.id)


async def ring(moment: Moment, timer: Timer) -> None:
    row = await moment.session.get(Appointment, timer.expects["appointment"])
    reader = await moment.session.get(Person, timer.person_id or 0)
    if row is not None and reader is not None:
        await _tell(moment, reader, row)


async def _say_now(moment: Moment, person: Person) -> None:
    """What waits for the morning, before the appointment itself is erased."""
    waiting = select(Timer).where(Timer.kind == WORD, Timer.done_at.is_(None)).order_by(Timer.id)
    for timer in list(await moment.session.scalars(waiting)):
        row = await moment.session.get(Appointment, timer.expects["appointment"])
        if row is not None and person.id in (row.person_id, row.volunteer_id):
            timer.done_at = moment.now
            await ring(moment, timer)
