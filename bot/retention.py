"""What is over is erased, once a night: what was said after `text_lasts`, the rest after
`rest_lasts`. One batch of one kind of row is one transaction, so that nobody waits for it."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute

from bot import erasure, memories, people
from bot.house import House, Moment
from bot.inbox import insert
from bot.lifecycle import LIVE
from bot.outbox import DELETABLE_FOR
from bot.rhythm import shown_next
from bot.store import Store
from bot.store.bridge import Appointment, Report
from bot.store.privacy_tables import Access
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
    Lease,
    Message,
    Person,
    Relay,
    Resident,
    Timer,
    Update,
)
from bot.store.worry_table import WorryContact

log = logging.getLogger(__name__)
AT: Final = time(3, 30)  # local: when the fewest are awake
BATCH: Final = 1000
A_NIGHT: Final = timedelta(hours=26)  # with the one in which the clock goes back
NUMBERS: Final = timedelta(days=7)  # of updates that `inbox.next_offset` may still look at

type Step = Callable[[Moment], Awaitable[int]]


async def take_night(store: Store, house: House, now: datetime) -> bool:
    """Whether this process is the one that erases tonight. One does, of however many."""
    until = shown_next(AT, now, house.zone)
    async with store.write() as session:
        taken = await session.execute(
            insert(session)(Lease)
            .values(name="retention", holder="night", until=until)
            .on_conflict_do_update(
                index_elements=[Lease.name],
                set_={"until": until},
                where=(Lease.until <= now) | (Lease.until > now + A_NIGHT),  # or a wrong clock's
            )
            .returning(Lease.name)
        )
        return taken.first() is not None


async def clear(store: Store, house: House, now: datetime) -> int:
    """Erases everything that is over. Returns how many rows that were. An error stops one kind of
    row alone, and is tried again the next night."""
    total = 0
    for step in STEPS:
        try:
            while True:
                async with store.write() as session:
                    count = await step(Moment(session, house, now))
                total += count
                if count < BATCH:
                    break
        except Exception as error:
            log.error("retention failed at %s: %s", step.__name__, type(error).__name__)
    if total:
        log.info("retention erased %d rows", total)
        await store.wipe()
    return total


async def _delete(
    moment: Moment, key: InstrumentedAttribute[Any], *over: ColumnElement[bool]
) -> int:
    """Deletes up to a batch of the rows that are over."""
    table: Any = key.class_
    ids = list(await moment.session.scalars(select(key).where(*over).order_by(key).limit(BATCH)))
    if ids:
        await moment.session.execute(delete(table).where(key.in_(ids)))
    return len(ids)


def _text_over(moment: Moment) -> datetime:
    return moment.now - moment.house.policy.text_lasts


def _rest_over(moment: Moment) -> datetime:
    return moment.now - moment.house.policy.rest_lasts


async def _relays(moment: Moment) -> int:
    return await _delete(moment, Relay.id, Relay.at < _text_over(moment))


async def _alerts(moment: Moment) -> int:
    """Of handoffs that are over: the alert itself has nothing more to say."""
    over = select(Handoff.id).where(Handoff.state.not_in(LIVE)).scalar_subquery()
    old = Alert.at < _text_over(moment), Alert.handoff_id.in_(over)
    handoffs = list(await moment.session.scalars(select(Alert.handoff_id).where(*old).limit(BATCH)))
    if handoffs:
        await moment.session.execute(delete(Alert).where(*old, Alert.handoff_id.in_(handoffs)))
    return len(handoffs)


async def _outbox(moment: Moment) -> int:
    """What left, or never will. A question that still stands keeps its row, which holds no word;
    so does a word of her silence, as long as whoever was told waits for her to write."""
    used = [
        select(column).where(column == Message.id).exists()
        for column in (Conversation.question_id, Alert.message, Relay.copy)
    ]
    silent = WorryContact.consent_id == Message.consent_id, WorryContact.told_at.is_not(None)
    used.append(select(WorryContact.person_id).where(*silent).exists())
    waits = Message.state.in_(("queued", "sending"))
    old = Message.created_at < _text_over(moment)
    return await _delete(moment, Message.id, old, ~waits, ~or_(*used))


async def _inbox(moment: Moment) -> int:
    newest = await moment.session.scalar(select(func.max(Update.update_id))) or 0
    old = Update.received_at < min(_text_over(moment), moment.now - NUMBERS)
    return await _delete(
        moment, Update.update_id, old, Update.state != "new", Update.update_id != newest
    )


async def _appointments(moment: Moment) -> int:
    return await _delete(moment, Appointment.id, Appointment.at < _text_over(moment))


async def _notes(moment: Moment) -> int:
    """What was written about a talk that is over."""
    notes = (Handoff.note, Handoff.handover, Handoff.draft)
    old = select(Handoff.id).where(
        Handoff.state.not_in(LIVE),
        func.coalesce(Handoff.closed_at, Handoff.offered_at) < _text_over(moment),
        or_(*(note.is_not(None) for note in notes)),
    )
    ids = list(await moment.session.scalars(old.order_by(Handoff.id).limit(BATCH)))
    empty = update(Handoff).where(Handoff.id.in_(ids)).values(note=None, handover=None, draft=None)
    await moment.session.execute(empty)
    return len(ids)


async def _reports(moment: Moment) -> int:
    """What was written in a report that is settled."""
    old = select(Report.id).where(Report.settled_at < _text_over(moment), Report.words.is_not(None))
    ids = list(await moment.session.scalars(old.order_by(Report.id).limit(BATCH)))
    await moment.session.execute(update(Report).where(Report.id.in_(ids)).values(words=None))
    return len(ids) + await _reports_of_nobody(moment)


async def _reports_of_nobody(moment: Moment) -> int:
    """She was erased while it was open: it goes as soon as it is settled."""
    over = Report.settled_at.is_not(None) | (Report.at < _rest_over(moment))
    return await _delete(moment, Report.id, Report.person_id.is_(None), over)


async def _timers(moment: Moment) -> int:
    return await _delete(moment, Timer.id, Timer.done_at < _text_over(moment))


async def _contacts(moment: Moment) -> int:
    return await _delete(moment, Contact.id, Contact.at < _rest_over(moment))


async def _concerns(moment: Moment) -> int:
    return await _delete(moment, Concern.id, Concern.at < _rest_over(moment))


async def _accesses(moment: Moment) -> int:
    return await _delete(moment, Access.id, Access.at < _rest_over(moment))


async def _audits(moment: Moment) -> int:
    return await _delete(moment, Audit.id, Audit.at < _rest_over(moment))


async def _handoffs(moment: Moment) -> int:
    """Handoffs that are over, with what hangs on them; not before a report of them is settled."""
    ended = func.coalesce(Handoff.closed_at, Handoff.offered_at)
    reported = Report.handoff_id == Handoff.id, Report.settled_at.is_(None)
    old = select(Handoff.id).where(
        Handoff.state.not_in(LIVE),
        ended < _rest_over(moment),
        ~select(Report.id).where(*reported).exists(),
    )
    ids = list(await moment.session.scalars(old.order_by(Handoff.id).limit(BATCH)))
    for table in (Relay, Alert, Timer, Appointment, Report):
        await moment.session.execute(delete(table).where(table.handoff_id.in_(ids)))
    unlinked = update(Message).where(Message.handoff_id.in_(ids)).values(handoff_id=None)
    await moment.session.execute(unlinked)
    await moment.session.execute(delete(Handoff).where(Handoff.id.in_(ids)))
    return len(ids)


async def _consents(moment: Moment) -> int:
    """Withdrawn long ago: purpose, hash and times stay, linked to nobody."""
    used = [
        select(column).where(column == Consent.id).exists()
        for column in (
            *(Handoff.consent_id, Handoff.handover_consent, Message.consent_id),
            *(Appointment.consent_id, WorryContact.consent_id),
        )
    ]
    rows = await moment.session.scalars(
        select(Consent)
        .where(Consent.withdrawn_at < _rest_over(moment), ~or_(*used))
        .order_by(Consent.id)
        .limit(BATCH)
    )
    found = list(rows)
    for row in found:
        moment.session.add(erasure.past(moment, row, secrets.token_hex(16)))
        await moment.session.delete(row)
    return len(found)


async def _invitations(moment: Moment) -> int:
    """Used or run out. A poster's never runs out."""
    ended = func.coalesce(Invitation.used_at, Invitation.expires_at)
    return await _delete(moment, Invitation.id, ended < _rest_over(moment))


async def _people(moment: Moment) -> int:
    """Residents who have not written for so long and are written to no more: each day it is looked
    whether who blocked the bot is back, but nothing reaches them."""
    over = _rest_over(moment)
    rows = await moment.session.scalars(
        select(Person)
        .join(Resident, Resident.person_id == Person.id)
        .join(Chat, Chat.id == Person.chat_id)
        .where(Person.role == people.RESIDENT, Person.seen_at < over)
        .where(Resident.next_contact_at.is_(None) | (Chat.blocked_at < over))
        .order_by(Person.id)
        .limit(BATCH)
    )
    found = list(rows)
    for person in found:
        await erasure.erase(moment, person, last_word=False)
    return len(found)


async def _facts(moment: Moment) -> int:
    """What dialogues keep for a while, of people who have not had a turn since."""
    day = moment.now - timedelta(days=1)
    kept = select(Fact.person_id).where(Fact.at < day)
    rows = await moment.session.scalars(select(Person).where(Person.id.in_(kept)))
    for person in list(rows):
        await memories.forget_expired(moment, person)
    return 0


async def _numbers(moment: Moment) -> int:
    """By which she could have had her messages deleted, while Telegram allowed it."""
    old = Update.received_at < moment.now - DELETABLE_FOR, Update.message_id.is_not(None)
    ids = list(await moment.session.scalars(select(Update.update_id).where(*old).limit(BATCH)))
    over = update(Update).where(Update.update_id.in_(ids))
    await moment.session.execute(over.values(message_id=None))
    return len(ids)


STEPS: Final[tuple[Step, ...]] = (
    _relays,
    _alerts,
    _outbox,
    _numbers,
    _inbox,
    _appointments,
    _notes,
    _reports,
    _timers,
    _facts,
    _contacts,
    _concerns,
    _accesses,
    _audits,
    _handoffs,
    _consents,
    _invitations,
    _people,
)
