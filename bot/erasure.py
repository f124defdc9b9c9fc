"""Forgetting somebody: every row that is about her goes, and a keyed hash outside the database
remembers that it did, so that no backup brings her back."""

from __future__ import annotations

import secrets
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, delete, false, or_, select, update

from bot import (
    calling_off,
    consents,
    danger,
    handoffs,
    last_one,
    menus,
    notes,
    open_reports,
    people,
    recalled,
    report_names,
    silences,
    talks,
    timers,
    turnover,
    unreached,
    withdrawals,
    worry_contacts,
)
from bot.house import Moment
from bot.store.bridge import Appointment, KeptApart, Report
from bot.store.erased import know
from bot.store.privacy_tables import Access, PastConsent
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

HERS = (
    *(Consent, Contact, Fact, Concern, Review, Audit, Access),
    *(Resident, Volunteer, StudioLink, StudioSession, KeptApart),
)
# Purposes whose text is ours and the same for everybody; a hash of any other could be guessed.
OURS = frozenset(
    {consents.CHECKINS, consents.KEEP_TEXT, consents.LEARN, "memory", "questionnaires"}
)
READ = (open_reports.PURPOSE, notes.READ)  # what coordinators read of her, with words
LAST_WORD = timedelta(hours=1)  # by then it has left, or waits for a phone that is off


async def erase(moment: Moment, person: Person, *, last_word: bool = True) -> None:
    """Erases somebody everywhere in the database, in the caller's transaction.

    A live handoff is withdrawn first, so that the volunteer's copies are deleted too; a talk that
    she holds as a volunteer goes on to somebody else. What is still on its way to her phone (the
    last word, deletions) leaves without any content kept; without `last_word` it goes as well, but
    what empties a helper's phone.

    The keyed hash is written before the commit: when that fails she is asked for again, and a hash
    too many is of somebody who wished it. Raises OSError when it cannot be written; then nothing is
    erased.
    """
    if moment.house.erasures is not None:
        moment.house.erasures.add(person.chat_id, moment.now)
    async with last_one.watched(moment):
        await erase_rows(moment, person, last_word)
    if moment.house.erasures is not None:
        await know(moment.session, moment.house.erasures.count(), moment.now)


async def erase_rows(moment: Moment, person: Person, last_word: bool) -> None:
    """Without a line in the file of erasures."""
    session = moment.session
    await unreached.passed_on(moment, person)
    await _leave_people(moment, person)
    await _archive_consents(moment, person)
    await _handoffs(moment, person)
    await session.execute(delete(Conversation).where(Conversation.person_id == person.id))
    helper = person.role in (people.VOLUNTEER, people.COORDINATOR)
    if helper:
        await turnover.empty_phone(moment, person)
    await _messages(moment, person, last_word, helper)
    if person.role in menus.HELPERS:
        await menus.take_away(moment, person.chat_id)
    await session.execute(delete(Handoff).where(Handoff.person_id == person.id))
    for table in HERS:
        await session.execute(delete(table).where(table.person_id == person.id))
    await session.delete(person)
    await session.flush()
    if last_word:
        await timers.plan(session, "last_traces", moment.now + LAST_WORD, chat=person.chat_id)
    else:
        await last_traces(moment, person.chat_id)


async def _leave_people(moment: Moment, person: Person) -> None:
    """Nobody is left holding a talk with somebody who is gone, on either side."""
    session = moment.session
    await danger.erased(moment, person)
    await silences.end(moment, person)
    await worry_contacts.contact_left(moment, person)
    if (handoff := await handoffs.live(moment, person.id)) is not None:
        await withdrawals.withdraw(moment, person, handoff)
    await calling_off.off_all(moment, person)
    for talk in await talks.open_talks(moment, person):
        await talks.release(moment, talk, person, lapsed=False)
    # what a volunteer still has of an earlier talk goes too, as far as Telegram lets us
    theirs = list(await session.scalars(select(Handoff.id).where(Handoff.person_id == person.id)))
    await withdrawals.take_back(moment, person, theirs, ("relay", *READ))
    unread = Message.handoff_id.in_(theirs), Message.purpose.in_(READ)
    await recalled.cancel(moment, *unread)
    await open_reports.forget(moment, person)
    await session.execute(
        update(Handoff).where(Handoff.claimed_by == person.id).values(claimed_by=None)
    )
    await session.execute(
        update(Handoff).where(Handoff.asked_for == person.id).values(asked_for=None)
    )
    await session.execute(delete(Alert).where(Alert.volunteer_id == person.id))
    await session.execute(
        delete(Appointment).where(
            or_(Appointment.person_id == person.id, Appointment.volunteer_id == person.id)
        )
    )
    await session.execute(delete(KeptApart).where(KeptApart.volunteer_id == person.id))
    await report_names.keep(session, person)
    await session.execute(
        update(Report).where(Report.volunteer_id == person.id).values(volunteer_id=None)
    )
    nobodys = Report.volunteer_id.is_(None), Report.person_id.is_(None), Report.words.is_(None)
    await session.execute(delete(Report).where(*nobodys))
    await session.execute(
        update(Invitation).where(Invitation.used_by == person.id).values(used_by=None, name=None)
    )
    # what she did to others stays written down with them, without her
    await session.execute(update(Audit).where(Audit.actor_id == person.id).values(actor_id=None))
    await session.execute(
        update(Access).where(Access.reader_id == person.id).values(reader_id=None)
    )


async def _archive_consents(moment: Moment, person: Person) -> None:
    """The ledger keeps what was agreed to and when, under a name that leads to nobody. Where the
    text was her own, its hash could be guessed: that one is keyed."""
    ledger = secrets.token_hex(16)
    rows = await moment.session.scalars(select(Consent).where(Consent.person_id == person.id))
    for row in list(rows):
        moment.session.add(past(moment, row, ledger))


def past(moment: Moment, row: Consent, ledger: str) -> PastConsent:
    text_hash = row.text_hash
    if row.purpose not in OURS:
        erasures = moment.house.erasures
        text_hash = erasures.mark(f"text {text_hash}") if erasures is not None else ""
    return PastConsent(
        ledger=ledger,
        purpose=row.purpose,
        text_hash=text_hash,
        language=row.language,
        channel=row.channel,
        given_at=row.given_at,
        withdrawn_at=row.withdrawn_at or moment.now,
    )


async def _handoffs(moment: Moment, person: Person) -> None:
    """What hangs on her handoffs, before they go themselves."""
    session = moment.session
    theirs = select(Handoff.id).where(Handoff.person_id == person.id).scalar_subquery()
    own = select(Message.id).where(Message.chat_id == person.chat_id).scalar_subquery()
    relayed: list[ColumnElement[bool]] = [
        Relay.handoff_id.in_(theirs),
        Relay.from_chat == person.chat_id,
        Relay.copy.in_(own),
    ]
    await session.execute(delete(Relay).where(or_(*relayed)))
    await session.execute(delete(Alert).where(Alert.handoff_id.in_(theirs)))
    await session.execute(
        delete(Timer).where(or_(Timer.handoff_id.in_(theirs), Timer.person_id == person.id))
    )
    await session.execute(
        update(Message)
        .where(Message.handoff_id.in_(theirs))
        .values(handoff_id=None, consent_id=None)
    )
    agreed = select(Consent.id).where(Consent.person_id == person.id).scalar_subquery()
    await session.execute(
        update(Message).where(Message.consent_id.in_(agreed)).values(consent_id=None)
    )


async def _messages(moment: Moment, person: Person, last_word: bool, helper: bool) -> None:
    """What came from her chat and what went to it. An update that still waits is read, unless
    nothing more is to be said to her. What is just now on its way to a helper is deleted there
    later, by its row."""
    on_the_way = Message.state == "sending", Message.purpose.in_(turnover.OF_RESIDENTS)
    empties = Message.state == "queued", Message.purpose == "deletion"
    stays = or_(and_(*on_the_way), and_(*empties)) if helper else false()
    mine = Message.chat_id == person.chat_id
    hers = Update.chat_id == person.chat_id
    done = update(Update).where(hers).values(raw=None)
    if last_word:
        left = delete(Message).where(mine, Message.state != "queued", ~stays)
        await moment.session.execute(left)
        await moment.session.execute(done.where(Update.state != "new"))
    else:
        await moment.session.execute(delete(Message).where(mine, ~stays))
        await moment.session.execute(done.values(state="done", done_at=moment.now))
        quiet = update(Chat).where(Chat.id == person.chat_id)
        await moment.session.execute(quiet.values(ready_at=None))
        if not helper:
            await moment.session.execute(quiet.values(send_at=None))


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
    nobodys = {"chat_id": None, "message_id": None}
    await session.execute(update(Update).where(Update.chat_id == chat_id).values(**nobodys))
    await session.execute(delete(Chat).where(Chat.id == chat_id))
    done = update(Timer).where(
        Timer.kind == "last_traces", Timer.expects["chat"].as_integer() == chat_id
    )
    await session.execute(done.values(expects={"chat": 0}))
