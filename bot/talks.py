"""A volunteer and a handoff: claiming it, greeting, handing it on, closing it, and what the
resident's withdrawal does to it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from bot import consents, people, timers
from bot.channel import Delete, Say
from bot.handoff_texts import (
    BUTTON_STOP,
    CLAIMED,
    CLOSED_RESIDENT,
    CLOSED_VOLUNTEER,
    LAPSED,
    NAMELESS,
    NOBODY_ON_DUTY,
    RELEASED_RESIDENT,
    RELEASED_VOLUNTEER,
    STOPPED_VOLUNTEER,
    TAKEN_BY,
    WITHDRAWN,
    WITHDRAWN_EARLY,
    YOURS,
)
from bot.handoffs import end_alerts, hurried, move, ring, tell, tell_coordinators
from bot.house import Moment
from bot.lifecycle import CLAIMED as CLAIMED_STATE
from bot.lifecycle import HELD, TALKING
from bot.store.tables import Alert, Handoff, Message, Person, Volunteer

DELETABLE_FOR = timedelta(hours=48)  # Telegram's limit for taking a message back


async def claim(moment: Moment, volunteer: Person, handoff: Handoff) -> str:
    """One wins; whoever comes second hears who has it. Returns the word for the tapped button."""
    policy = moment.house.policy
    lease = moment.now + hurried(moment, handoff, policy.greet_within)
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
        return moment.text(volunteer, TAKEN_BY, name=(holder.name if holder else None) or "…")
    await _answered(moment, handoff, volunteer, "claimed")
    await _plan_leases(moment, handoff)
    resident = await person_of(moment, handoff)
    await choose(moment, volunteer, handoff)
    people.log(moment, "handoff.claimed", actor=volunteer, about=resident.id, handoff=handoff.id)
    name = name_of(moment, resident, volunteer)
    yours = moment.text(volunteer, YOURS, shared=handoff.text or "", name=name)
    await tell(
        moment,
        volunteer,
        Say(yours, protect=True),
        "relay",
        handoff,
        consent_id=handoff.consent_id,
    )
    said = moment.text(resident, CLAIMED, name=volunteer.name or "…")
    stop = moment.text(resident, BUTTON_STOP)
    await tell(moment, resident, Say(said, keyboard=(stop,)), "answer", handoff)
    await end_alerts(moment, handoff, volunteer)
    return ""


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
    if handoff.state == "open" and not await ring(moment, handoff):
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
    await _next_talk(moment, volunteer)
    said = LAPSED if lapsed else RELEASED_VOLUNTEER
    name = name_of(moment, resident, volunteer)
    await tell(moment, volunteer, Say(moment.text(volunteer, said, name=name)), "answer", handoff)
    text = moment.text(resident, RELEASED_RESIDENT, name=volunteer.name or "…")
    await tell(moment, resident, Say(text, keyboard=()), "answer", handoff)
    await timers.plan(
        moment.session,
        "to_coordinator",
        moment.now + hurried(moment, handoff, moment.house.policy.coordinator_after),
        handoff_id=handoff.id,
        state="open",
    )
    if not await ring(moment, handoff):
        await tell_coordinators(moment, handoff, NOBODY_ON_DUTY)


async def close(moment: Moment, handoff: Handoff, volunteer: Person, outcome: str | None) -> bool:
    """Ends the talk with a word to both. False when it was over already."""
    if not await move(moment, handoff, "close", closed_at=moment.now, outcome=outcome, text=None):
        return False
    await consents.withdraw_one(moment.session, handoff.consent_id, moment.now)
    resident = await person_of(moment, handoff)
    people.log(moment, "handoff.closed", actor=volunteer, about=resident.id, handoff=handoff.id)
    await _next_talk(moment, volunteer)
    name = name_of(moment, resident, volunteer)
    said = moment.text(volunteer, CLOSED_VOLUNTEER, name=name)
    await tell(moment, volunteer, Say(said), "answer", handoff)
    text = moment.text(resident, CLOSED_RESIDENT, name=volunteer.name or "…")
    await tell(moment, resident, Say(text, keyboard=()), "answer", handoff)
    return True


async def _next_talk(moment: Moment, volunteer: Person) -> None:
    talks = await open_talks(moment, volunteer)
    await choose(moment, volunteer, talks[0] if len(talks) == 1 else None)


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
    if volunteer is None:
        return moment.text(resident, WITHDRAWN_EARLY)
    await _take_back(moment, handoff, volunteer)
    await _next_talk(moment, volunteer)
    name = name_of(moment, resident, volunteer)
    said = moment.text(volunteer, STOPPED_VOLUNTEER, name=name)
    await tell(moment, volunteer, Say(said), "answer", handoff)
    return moment.text(resident, WITHDRAWN, name=volunteer.name or "…")


async def _take_back(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """Deletes what the volunteer's phone still shows of her, as far as Telegram lets us."""
    rows = await moment.session.scalars(
        select(Message)
        .where(Message.handoff_id == handoff.id, Message.chat_id == volunteer.chat_id)
        .where(Message.purpose == "relay", Message.message_id.is_not(None))
        .order_by(Message.id)
    )
    for row in list(rows):
        if row.message_id and row.sent_at and moment.now - row.sent_at < DELETABLE_FOR:
            await tell(moment, volunteer, Delete(row.message_id), "deletion", handoff)
