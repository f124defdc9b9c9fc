"""Forgetting somebody: every row that is about her goes."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from bot import handoffs, talks
from bot.house import Moment
from bot.store.tables import (
    Alert,
    Audit,
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
    Timer,
    Update,
    Volunteer,
)


async def erase(moment: Moment, person: Person) -> None:
    """Erases a resident everywhere in the database, in the caller's transaction.

    A live handoff is withdrawn first, so that the volunteer's copies are deleted too. What is
    still on its way to her phone (the last word, deletions) leaves without any content kept.
    """
    session = moment.session
    if (handoff := await handoffs.live(moment, person.id)) is not None:
        await talks.withdraw(moment, person, handoff)
    theirs = list(await session.scalars(select(Handoff.id).where(Handoff.person_id == person.id)))
    await session.execute(delete(Relay).where(Relay.handoff_id.in_(theirs)))
    await session.execute(delete(Alert).where(Alert.handoff_id.in_(theirs)))
    await session.execute(delete(Timer).where(Timer.handoff_id.in_(theirs)))
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
    for table in (Consent, Contact, Fact, Concern, Audit):
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
