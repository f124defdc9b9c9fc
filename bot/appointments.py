"""A day, an hour and a place that two people agree on: proposed by a volunteer, and hers to accept.

draft -> proposed -> agreed -> met | missed; refused or cancelled on the way. Each step is one
compare-and-set, and each timer carries the instant that it was planned for.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from sqlalchemy import select, update

from bot import appointment_texts as texts
from bot import asking, consents, instants, people, talks, timers
from bot.avoided import stays_away
from bot.channel import Button, Say
from bot.house import Moment
from bot.i18n import Text
from bot.sanitise import one_line
from bot.store.bridge import Appointment
from bot.store.tables import Handoff, Person
from bot.values.meetings import read_meeting

TIMER: Final = "meeting"
ASKED: Final = "_meeting"  # the fact that names the proposal to her, and our message with it
DRAFT, PROPOSED, AGREED = "draft", "proposed", "agreed"
REFUSED, CANCELLED, MET, MISSED = "refused", "cancelled", "met", "missed"
LONGEST_PLACE: Final = 120
DAY_BEFORE, HOURS_BEFORE = timedelta(days=1), timedelta(hours=2)
AFTERWARDS: Final = timedelta(hours=2)


async def move(moment: Moment, row: Appointment, to: str, *sources: str, **values: Any) -> bool:
    """One compare-and-set; False when it is in none of the states that lead there (any more)."""
    done = await moment.session.execute(
        update(Appointment)
        .where(Appointment.id == row.id, Appointment.state.in_(sources))
        .values(state=to, **values)
        .execution_options(synchronize_session=False)
    )
    await moment.session.refresh(row)
    return bool(getattr(done, "rowcount", 0))


def told(moment: Moment, reader: Person, row: Appointment) -> str:
    """'Thursday 8 October at 14:00: at the desk', in the reader's language."""
    when = instants.on(moment, reader, row.at)
    if not row.words:
        return when
    return moment.text(reader, texts.WITH_PLACE, when=when, where=row.words)


def log(moment: Moment, row: Appointment, did: str, by: Person | None) -> None:
    people.log(moment, f"meeting.{did}", actor=by, about=row.person_id, handoff=row.handoff_id)


async def read(moment: Moment, volunteer: Person, handoff: Handoff, words: str) -> Say | None:
    """His words as a draft, which he sees as it was read. None where no day and hour are in it."""
    meeting = read_meeting(words, volunteer.language, moment.now, moment.house.zone)
    if meeting is None:
        return None
    row = Appointment(
        handoff_id=handoff.id,
        person_id=handoff.person_id,
        volunteer_id=volunteer.id,
        at=meeting.at,
        words=one_line(meeting.where, LONGEST_PLACE) or None,
        state=DRAFT,
        made_at=moment.now,
    )
    moment.session.add(row)
    await moment.session.flush()
    buttons = (
        Button(moment.text(volunteer, texts.BUTTON_PROPOSE), f"meet:ask:{row.id}"),
        Button(moment.text(volunteer, texts.BUTTON_AGAIN), f"meet:again:{row.id}"),
    )
    said = moment.text(volunteer, texts.READ, meeting=told(moment, volunteer, row))
    return Say(said, inline=buttons)


async def propose(moment: Moment, volunteer: Person, row: Appointment) -> str:
    """She is asked. Returns the word to the volunteer; an older proposal to her is off."""
    if row.at <= moment.now or not await move(moment, row, PROPOSED, DRAFT):
        return ""
    log(moment, row, "proposed", volunteer)
    await moment.session.execute(
        update(Appointment)
        .where(Appointment.person_id == row.person_id, Appointment.volunteer_id == volunteer.id)
        .where(Appointment.state == PROPOSED, Appointment.id != row.id)
        .values(state=CANCELLED)
        .execution_options(synchronize_session=False)
    )
    resident = await moment.session.get_one(Person, row.person_id)
    said = offered(moment, resident, volunteer, row)
    buttons = answer_buttons(moment, resident, row)
    asked = await people.tell(moment, resident, Say(said, inline=buttons))
    await people.remember(moment, resident, ASKED, f"{row.id}:{asked}")
    return moment.text(volunteer, texts.PROPOSED, meeting=told(moment, volunteer, row))


def answer_buttons(moment: Moment, resident: Person, row: Appointment) -> tuple[Button, ...]:
    return (
        Button(moment.text(resident, texts.BUTTON_YES), f"meet:yes:{row.id}"),
        Button(moment.text(resident, texts.BUTTON_NO), f"meet:no:{row.id}"),
    )


def offered(moment: Moment, resident: Person, volunteer: Person, row: Appointment) -> str:
    """The exact text that she says yes to."""
    name, meeting = volunteer.name or "…", told(moment, resident, row)
    return moment.text(resident, texts.OFFER, name=name, meeting=meeting)


async def agree(moment: Moment, resident: Person, row: Appointment) -> str:
    """Her yes: from here on he may be reminded of her name. Returns the word to her."""
    volunteer = await moment.session.get_one(Person, row.volunteer_id)
    if row.state == PROPOSED and await stays_away(moment, resident.id, volunteer):
        return await _whose_first(moment, resident, volunteer, row)
    agreed = offered(moment, resident, volunteer, row)
    consent = await consents.give(moment.session, resident, consents.MEETING, agreed, moment.now)
    if row.at <= moment.now or not await move(moment, row, AGREED, PROPOSED, consent_id=consent.id):
        await consents.withdraw_one(moment.session, consent.id, moment.now)
        return ""
    log(moment, row, "agreed", resident)
    await _plan(moment, row)
    await _to_volunteer(moment, row, texts.AGREED)
    name = volunteer.name or "…"
    return moment.text(resident, texts.AGREED, name=name, meeting=told(moment, resident, row))


async def _whose_first(
    moment: Moment, resident: Person, volunteer: Person, row: Appointment
) -> str:
    """She told of violence that may be his: the proposal waits for her word whose it was."""
    word = moment.text(resident, texts.WHOSE_FIRST, name=volunteer.name or "…")
    return f"{offered(moment, resident, volunteer, row)}\n\n{word}"


async def refuse(moment: Moment, resident: Person, row: Appointment) -> str:
    volunteer = await moment.session.get_one(Person, row.volunteer_id)
    if not await move(moment, row, REFUSED, PROPOSED):
        return ""
    log(moment, row, "refused", resident)
    said = moment.text(volunteer, texts.REFUSED_VOLUNTEER, meeting=told(moment, volunteer, row))
    await people.tell(moment, volunteer, Say(said))
    return moment.text(resident, texts.REFUSED, name=volunteer.name or "…")


async def coming(
    moment: Moment, *states: str, person_id: int | None = None, volunteer_id: int | None = None
) -> list[Appointment]:
    """What is still to come between them: proposed or agreed, or in the states that are named."""
    query = select(Appointment).where(
        Appointment.state.in_(states or (PROPOSED, AGREED)), Appointment.at > moment.now
    )
    if person_id is not None:
        query = query.where(Appointment.person_id == person_id)
    if volunteer_id is not None:
        query = query.where(Appointment.volunteer_id == volunteer_id)
    return list(await moment.session.scalars(query.order_by(Appointment.at, Appointment.id)))


# --- reminders ------------------------------------------------------------------------------
async def _plan(moment: Moment, row: Appointment) -> None:
    """The day before, two hours before, and afterwards: each only where it is still to come, and
    not at night."""
    for step, due in (
        ("day", row.at - DAY_BEFORE),
        ("hours", row.at - HOURS_BEFORE),
        ("after", row.at + AFTERWARDS),
    ):
        awake = moment.house.quiet.after(due, moment.house.zone)
        if due > moment.now and (step == "after" or awake < row.at):
            await timers.plan(
                moment.session,
                TIMER,
                awake,
                person_id=row.person_id,
                appointment=row.id,
                step=step,
                at=row.at.isoformat(),
            )


async def ring(moment: Moment, expects: dict[str, Any]) -> None:
    """Reminds both; afterwards he says whether they met. Nothing where it was called off."""
    row = await moment.session.get(Appointment, expects["appointment"], with_for_update=True)
    if row is None or row.state != AGREED or row.at.isoformat() != expects["at"]:
        return
    if expects["step"] == "after":
        await _ask_afterwards(moment, row)
    elif row.at > moment.now:
        await _remind(moment, row)


async def _remind(moment: Moment, row: Appointment) -> None:
    """Neither of them where she told of violence that may be his (`bot.feared`)."""
    volunteer = await moment.session.get_one(Person, row.volunteer_id)
    if await stays_away(moment, row.person_id, volunteer):
        return
    await _to_volunteer(moment, row, texts.REMINDER)
    resident = await moment.session.get_one(Person, row.person_id)
    chosen = await people.resident(moment, resident)
    if chosen.stopped_at is None:
        name, meeting = volunteer.name or "…", told(moment, resident, row)
        said = moment.text(resident, texts.REMINDER, name=name, meeting=meeting)
        await people.tell(moment, resident, Say(said, inline=off_button(moment, resident, row)))


async def _ask_afterwards(moment: Moment, row: Appointment) -> None:
    volunteer = await moment.session.get_one(Person, row.volunteer_id)
    buttons = (
        Button(moment.text(volunteer, texts.BUTTON_MET), f"meet:met:{row.id}"),
        Button(moment.text(volunteer, texts.BUTTON_MISSED), f"meet:missed:{row.id}"),
    )
    said = moment.text(volunteer, texts.DID_YOU, meeting=told(moment, volunteer, row))
    await asking.ask(moment, volunteer, Say(said, inline=buttons))


async def _to_volunteer(moment: Moment, row: Appointment, text: Text) -> None:
    """A word with her name: it rests on her yes to this very appointment."""
    handoff = await moment.session.get_one(Handoff, row.handoff_id)
    volunteer = await moment.session.get_one(Person, row.volunteer_id)
    await talks.about_her(
        moment,
        volunteer,
        handoff,
        text,
        row.consent_id,
        off_button(moment, volunteer, row),
        meeting=told(moment, volunteer, row),
    )


def off_button(moment: Moment, reader: Person, row: Appointment) -> tuple[Button, ...]:
    return (Button(moment.text(reader, texts.BUTTON_OFF), f"meet:off:{row.id}"),)


async def happened(moment: Moment, volunteer: Person, row: Appointment, met: bool) -> bool:
    """What came of it; a talk that was to lead to a meeting has led to one."""
    if not await move(moment, row, MET if met else MISSED, AGREED):
        return False
    log(moment, row, row.state, volunteer)
    if met:
        await moment.session.execute(
            update(Handoff)
            .where(Handoff.id == row.handoff_id, Handoff.outcome == "will_meet")
            .values(outcome="met")
        )
    return True
