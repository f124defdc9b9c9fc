"""Forgetting somebody: every row that is about her goes."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select, update

from bot import handoffs, silences, timers, withdrawals, worry_contacts
from bot.house import Moment
from bot.store.bridge import Appointment
from bot.store.studio_tables import StudioLink, StudioSession
from bot.store.tables import (
    Alert,
    Audit,
    Chat,
    Concern,
    Consent,
    Contact,
    Conversation,
    Fact,
    Handoff,
    Invitation,
    Message,
    Person,
    Relay,
    Resident,
    Review,
    Timer,
    Update,
    Volunteer,
)

LAST_WORD = timedelta(hours=1)  # by then it has left, or waits for a phone that is off


async def erase(moment: Moment, person: Person) -> None:
    """Erases a resident everywhere in the database, in the caller's transaction.

    A live handoff is withdrawn first, so that the volunteer's copies are deleted too. What is
    still on its way to her phone (the last word, deletions) leaves without any content kept.
    """
    session = moment.session
    await silences.end(moment, person)
    await worry_contacts.contact_left(moment, person)
    if (handoff := await handoffs.live(moment, person.id)) is not None:
        await withdrawals.withdraw(moment, person, handoff)
    # what a volunteer still has of an earlier talk goes too, as far as Telegram lets us
    theirs = list(await session.scalars(select(Handoff.id).where(Handoff.person_id == person.id)))
    await withdrawals.take_back(moment, person, theirs)
    await session.execute(delete(Relay).where(Relay.handoff_id.in_(theirs)))
    await session.execute(delete(Alert).where(Alert.handoff_id.in_(theirs)))
    await session.execute(delete(Timer).where(Timer.handoff_id.in_(theirs)))
    await session.execute(delete(Appointment).where(Appointment.handoff_id.in_(theirs)))
    await session.execute(delete(Timer).where(Timer.person_id == person.id))
    await session.execute(
        update(Message)
        .where(Message.handoff_id.in_(theirs))
        .values(handoff_id=None, consent_id=None)
    )
    consents = select(Consent.id).where(Consent.person_id == person.id)
    await session.execute(
        update(Message).where(Message.consent_id.in_(consents)).values(consent_id=None)
    )
    await session.execute(delete(Conversation).where(Conversation.person_id == person.id))
    await session.execute(
        delete(Message).where(Message.chat_id == person.chat_id, Message.state != "queued")
    )
    await session.execute(delete(Handoff).where(Handoff.person_id == person.id))
    await session.execute(
        update(Invitation).where(Invitation.used_by == person.id).values(used_by=None)
    )
    await session.execute(delete(Audit).where(Audit.actor_id == person.id))
    for table in (Consent, Contact, Fact, Concern, Review, Audit, StudioLink, StudioSession):
        await session.execute(delete(table).where(table.person_id == person.id))
    await session.execute(delete(Resident).where(Resident.person_id == person.id))
    await session.execute(delete(Volunteer).where(Volunteer.person_id == person.id))
    await session.execute(
        update(Update)
        .where(Update.chat_id == person.chat_id)
        .values(raw=None)
        .where(Update.state != "new")
    )
    await session.delete(person)
    await session.flush()
    await timers.plan(session, "last_traces", moment.now + LAST_WORD, chat=person.chat_id)


async def last_traces(moment: Moment, chat_id: int) -> None:
    """When the last word has left, the chat's own number goes from every table as well; not when
    she came back meanwhile."""
    session = moment.session
    if await session.scalar(select(Person.id).where(Person.chat_id == chat_id)) is not None:
        return
    waiting = await session.scalar(
        select(Message.id)
        .where(Message.chat_id == chat_id, Message.state.in_(("queued", "sending")))
        .limit(1)
    )
    busy = await session.scalar(
        select(Chat.id).where(Chat.id == chat_id, Chat.ready_at.is_not(None))
    )
    if waiting is not None or busy is not None:
        await timers.plan(session, "last_traces", moment.now + LAST_WORD, chat=chat_id)
        return
    await session.execute(delete(Message).where(Message.chat_id == chat_id))
    await session.execute(update(Update).where(Update.chat_id == chat_id).values(chat_id=None))
    await session.execute(delete(Chat).where(Chat.id == chat_id))
    done = update(Timer).where(
        Timer.kind == "last_traces", Timer.expects["chat"].as_integer() == chat_id
    )
    await session.execute(done.values(expects={"chat": 0}))
