"""What a turn asks of the database about somebody, read at once.

Features ask for what they need without knowing of each other (`bot.store.recall`): what stands here
is known when they ask. Most people have no handoff, no worry contact and no concern: one look tells
so, and nobody asks for those rows.
"""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import outbox, transitions, worry_contacts
from bot.concerns import none as no_concern
from bot.house import newest_revision
from bot.people import ROWS, any_of
from bot.store.loaded import Loaded, rows
from bot.store.prepared import Prepared
from bot.store.recall import know
from bot.store.tables import (
    Chat,
    Concern,
    Conversation,
    Handoff,
    Message,
    Person,
    Resident,
    Revision,
)
from bot.store.worry_table import WorryContact

_ARRIVED = select(Message.message_id).where(Message.id == Conversation.question_id)
_NEWEST = select(Revision.id).order_by(Revision.id.desc()).limit(1)
_MODELS = tuple(map(Loaded, (Person, Chat, Resident, Conversation)))
_LOOK = Prepared(
    ROWS.with_only_columns(
        *(column for model in _MODELS for column in model.columns),
        any_of(Handoff),
        any_of(WorryContact),
        any_of(Concern),
        _NEWEST.scalar_subquery(),
        _ARRIVED.scalar_subquery(),
    ).where(Person.chat_id == bindparam("chat"))
)


async def of_chat(session: AsyncSession, chat_id: int) -> Person | None:
    """Whoever is known in a chat, with everything that a turn asks of her."""
    found = await _LOOK(session, chat=chat_id)
    if not found:
        return None
    (person, _, _, talk), others = rows(session, _MODELS, found[0])
    handoffs, worries, concerns, newest, arrived = others
    if not handoffs:
        transitions.none(session, person.id)
        worry_contacts.no_volunteer(session, person.id)
    if not worries:
        worry_contacts.none(session, person.id)
    if not concerns:
        no_concern(session, person.id)
    if newest is not None:
        know(session, newest_revision, answer=newest)
    if talk is not None and talk.question_id is not None:
        know(session, outbox.arrived_as, talk.question_id, answer=arrived)
    known: Person = person
    return known
