"""A volunteer and a handoff: claiming it, greeting, handing it on, closing it, and what the
resident's withdrawal does to it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from bot import alerts, consents, outbox, people, timers
from bot.alerts import end_alerts, hurried, tell_coordinators
from bot.channel import Delete, Say
from bot.dialogue.values import shown
from bot.handoff_texts import (
    ALERT_OVER,
    BUTTON_STOP,
    CLAIMED,
    CLOSED_RESIDENT,
    CLOSED_VOLUNTEER,
    LAPSED,
    NAMELESS,
    NOBODY_ON_DUTY,
    NOW_WITH,
    RELEASED_RESIDENT,
    RELEASED_VOLUNTEER,
    STOPPED_VOLUNTEER,
    TAKEN_BY,
    WITHDRAWN,
    WITHDRAWN_EARLY,
    YOURS,
)
from bot.handoffs import move, watch
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import CLAIMED as CLAIMED_STATE
from bot.lifecycle import HELD, OPEN, TALKING
from bot.people import tell
from bot.store.tables import Alert, Consent, Handoff, Message, Person, Volunteer

DELETABLE_FOR = timedelta(hours=48)  # Telegram's limit for taking a message back
IN_FLIGHT = timedelta(minutes=2)


async def claim(moment: Moment, volunteer: Person, handoff: Handoff) -> str:
    """One wins; whoever comes second hears who has it. Returns the word for the tapped button."""
    if not await _still_agreed(moment, handoff):
        return moment.text(volunteer, ALERT_OVER)
    lease = moment.now + hurried(moment, handoff, moment.house.policy.greet_within)
    won = await move(
        moment,
        handoff,
        "claim",
        claimed_by=volunteer.id,
        claimed_at=moment.now,
        lease_until=lease,
        greeted_at=None,
        spoken_at=moment.now,
    )
    if not won:
        holder = await holder_of(moment, handoff)
        if holder is not None and holder.id == volunteer.id:
            return ""
        if holder is None or handoff.state not in HELD:
            return moment.text(volunteer, ALERT_OVER)
        return moment.text(volunteer, TAKEN_BY, name=holder.name or "…")
    await _answered(moment, handoff, volunteer, "claimed")
    await _plan_leases(moment, handoff)
    resident = await person_of(moment, handoff)
    await choose(moment, volunteer, handoff)
    people.log(moment, "handoff.claimed", actor=volunteer, about=resident.id, handoff=handoff.id)
    await about_her(moment, volunteer, handoff, YOURS, shared=handoff.text or "")
    await people.leave_talk(moment, resident)  # no old question comes between the two of them
    said = moment.text(resident, CLAIMED, name=volunteer.name or "…")
    stop = moment.text(resident, BUTTON_STOP)
    await tell(moment, resident, Say(said, keyboard=(stop,)), "answer", handoff)
    await end_alerts(moment, handoff, volunteer)
    return ""


async def _still_agreed(moment: Moment, handoff: Handoff) -> bool:
    """Her withdrawal is written down at receipt, before its turn comes."""
    consent = await moment.session.get(Consent, handoff.consent_id or 0, populate_existing=True)
    return consent is None or consent.withdrawn_at is None


async def about_her(
    moment: Moment, volunteer: Person, handoff: Handoff, text: Text, **values: str
) -> None:
    """A word to the volunteer that names the resident: it rests on her consent, cannot be passed
    on, and goes from the phone when she takes her yes back."""
    name = name_of(moment, await person_of(moment, handoff), volunteer)
    said = Say(moment.text(volunteer, text, name=name, **values), protect=True)
    await tell(moment, volunteer, said, "relay", handoff, handoff.consent_id)


def taken_at(moment: Moment, handoff: Handoff, reader: Person) -> str:
    """The hour of the claim: it tells two talks apart without naming anybody."""
    local = moment.house.local(handoff.claimed_at or moment.now)
    return shown("hour", local.strftime("%H:%M"), reader.language)


async def _plan_leases(moment: Moment, handoff: Handoff) -> None:
    """Claimed and not greeted: a nudge halfway, then it is offered on."""
    within = hurried(moment, handoff, moment.house.policy.greet_within)
    for kind, wait in (("greet_nudge", within / 2), ("greet_lapse", within)):
        await timers.plan(
            moment.session,
            kind,
            moment.now + wait,
            handoff_id=handoff.id,
            state=CLAIMED_STATE,
            by=handoff.claimed_by,
        )


async def _answered(moment: Moment, handoff: Handoff, volunteer: Person, answer: str) -> None:
    await moment.session.execute(
        update(Alert)
        .where(Alert.handoff_id == handoff.id, Alert.volunteer_id == volunteer.id)
        .values(answer=answer)
    )


async def decline(moment: Moment, volunteer: Person, handoff: Handoff) -> None:
    """'Not now': the next volunteer is rung at once, or a coordinator where there is none."""
    await _answered(moment, handoff, volunteer, "declined")
    if handoff.state == OPEN and not await alerts.ring(moment, handoff):
        waiting = await moment.session.scalar(
            select(Alert.volunteer_id)
            .where(Alert.handoff_id == handoff.id, Alert.answer.is_(None))
            .limit(1)
        )
        if waiting is None:
            await tell_coordinators(moment, handoff, NOBODY_ON_DUTY)


async def person_of(moment: Moment, handoff: Handoff) -> Person:
    return await moment.session.get_one(Person, handoff.person_id)


async def holder_of(moment: Moment, handoff: Handoff) -> Person | None:
    if handoff.claimed_by is None:
        return None
    return await moment.session.get(Person, handoff.claimed_by)


def name_of(moment: Moment, resident: Person, reader: Person) -> str:
    return resident.name or moment.text(reader, NAMELESS)


async def open_talks(moment: Moment, volunteer: Person) -> list[Handoff]:
    rows = await moment.session.scalars(
        select(Handoff)
        .where(Handoff.claimed_by == volunteer.id, Handoff.state.in_(HELD))
        .order_by(Handoff.id)
    )
    return list(rows)


async def choose(moment: Moment, volunteer: Person, handoff: Handoff | None) -> None:
    """What the volunteer writes from now on is for this talk."""
    await moment.session.execute(
        update(Volunteer)
        .where(Volunteer.person_id == volunteer.id)
        .values(talking_with=handoff.id if handoff else None)
    )


async def chosen(moment: Moment, volunteer: Person) -> Handoff | None:
    """The talk that the volunteer's words are for: the chosen one, or the only one."""
    talks = await open_talks(moment, volunteer)
    row = await moment.session.get(Volunteer, volunteer.id)
    for talk in talks:
        if row is not None and talk.id == row.talking_with:
            return talk
    return talks[0] if len(talks) == 1 else None


async def greeted(moment: Moment, handoff: Handoff) -> None:
    """The volunteer's first word has been said."""
    if handoff.state == CLAIMED_STATE:
        await move(moment, handoff, "greet", greeted_at=moment.now, spoken_at=moment.now)
        await timers.plan(
            moment.session,
            "talk_ends",
            moment.now + moment.house.policy.quiet_talk_after,
            handoff_id=handoff.id,
            state=TALKING,
        )


async def release(moment: Moment, handoff: Handoff, volunteer: Person, lapsed: bool) -> None:
    """Handed on: somebody else is rung, the resident is told, nothing is lost."""
    if not await move(moment, handoff, "release", claimed_by=None, lease_until=None):
        return
    resident = await person_of(moment, handoff)
    people.log(moment, "handoff.released", actor=volunteer, about=resident.id, handoff=handoff.id)
    await about_her(moment, volunteer, handoff, LAPSED if lapsed else RELEASED_VOLUNTEER)
    await _next_talk(moment, volunteer)
    text = moment.text(resident, RELEASED_RESIDENT, name=volunteer.name or "…")
    await tell(moment, resident, Say(text, keyboard=()), "answer", handoff)
    await watch(moment, handoff)
    if not await alerts.ring_anew(moment, handoff):
        await tell_coordinators(moment, handoff, NOBODY_ON_DUTY)


async def close(moment: Moment, handoff: Handoff, volunteer: Person, outcome: str | None) -> bool:
    """Ends the talk with a word to both. False when it was over already."""
    if not await move(moment, handoff, "close", closed_at=moment.now, outcome=outcome, text=None):
        return False
    await consents.withdraw_one(moment.session, handoff.consent_id, moment.now)
    resident = await person_of(moment, handoff)
    people.log(moment, "handoff.closed", actor=volunteer, about=resident.id, handoff=handoff.id)
    hour = taken_at(moment, handoff, volunteer)
    said = moment.text(volunteer, CLOSED_VOLUNTEER, hour=hour)
    await tell(moment, volunteer, Say(said), "answer", handoff)
    await _next_talk(moment, volunteer)
    text = moment.text(resident, CLOSED_RESIDENT, name=volunteer.name or "…")
    await tell(moment, resident, Say(text, keyboard=()), "answer", handoff)
    return True


async def _next_talk(moment: Moment, volunteer: Person) -> None:
    """After a talk: the only one that is left is the one, and he hears so."""
    talks = await open_talks(moment, volunteer)
    only = talks[0] if len(talks) == 1 else None
    await choose(moment, volunteer, only)
    if only is not None:
        await about_her(moment, volunteer, only, NOW_WITH)


async def withdraw(moment: Moment, resident: Person, handoff: Handoff) -> str:
    """Her yes is taken back: nothing more is sent, copies are deleted, the volunteer is told.

    Returns the word to her.
    """
    volunteer = await holder_of(moment, handoff)
    await consents.withdraw(moment.session, resident.id, consents.SHARE, moment.now)
    if not await move(moment, handoff, "withdraw", closed_at=moment.now, text=None):
        return ""
    people.log(moment, "handoff.withdrawn", actor=resident, about=resident.id, handoff=handoff.id)
    await end_alerts(moment, handoff, None)
    await take_back(moment, resident, [handoff.id])
    if volunteer is None:
        return moment.text(resident, WITHDRAWN_EARLY)
    hour = taken_at(moment, handoff, volunteer)
    said = moment.text(volunteer, STOPPED_VOLUNTEER, hour=hour)
    await tell(moment, volunteer, Say(said), "answer", handoff)
    await _next_talk(moment, volunteer)
    return moment.text(resident, WITHDRAWN, name=volunteer.name or "…")


async def take_back(moment: Moment, resident: Person, handoffs: list[int]) -> None:
    """Deletes what any volunteer's phone still shows of her, as far as Telegram lets us. What is
    just now on its way is deleted a little later."""
    rows = await moment.session.scalars(
        select(Message)
        .where(Message.handoff_id.in_(handoffs), Message.chat_id != resident.chat_id)
        .where(Message.purpose == "relay", Message.state.in_(("sending", "sent")))
        .order_by(Message.id)
    )
    leaving = []
    for row in list(rows):
        if row.state == "sending":
            leaving.append(row.id)
        else:
            await delete_copy(moment, row)
    if leaving:
        await timers.plan(moment.session, "take_back", moment.now + IN_FLIGHT, rows=leaving)


async def delete_copy(moment: Moment, row: Message) -> None:
    """Nothing for a row without a message of its own (an edit, a reaction), or too old a one."""
    if row.message_id and row.sent_at and moment.now - row.sent_at < DELETABLE_FOR:
        await outbox.put(
            moment.session,
            row.chat_id,
            Delete(row.message_id),
            moment.now,
            purpose="deletion",
            handoff_id=row.handoff_id,
        )


async def take_back_late(moment: Moment, rows: list[int]) -> None:
    """What was in flight at a withdrawal has landed by now, or never will."""
    landed = await moment.session.scalars(select(Message).where(Message.id.in_(rows)))
    for row in list(landed):
        await delete_copy(moment, row)
