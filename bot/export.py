"""Everything that is kept about somebody, complete, for a machine to read.

Which rows are about a person is said here once, for every table. A test compares this with the
tables: a column that is neither exported nor left out for a stated reason fails it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from bot import people, report_names
from bot.house import Moment
from bot.store import studio_tables as studio
from bot.store import tables as t
from bot.store.bridge import Appointment, KeptApart, Report
from bot.store.privacy_tables import Access
from bot.store.worry_table import WorryContact


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table that are about somebody: those whose column `whose` holds the person's
    id, or the id of the chat."""

    table: type[t.Base]
    whose: InstrumentedAttribute[Any]
    by_chat: bool = False

    @property
    def name(self) -> str:
        return str(self.table.__tablename__)


PARTS: Final = (
    Part(t.Person, t.Person.id),
    Part(t.Resident, t.Resident.person_id),
    Part(t.Volunteer, t.Volunteer.person_id),
    Part(t.Fact, t.Fact.person_id),
    Part(t.Conversation, t.Conversation.person_id),
    Part(t.Contact, t.Contact.person_id),
    Part(t.Consent, t.Consent.person_id),
    Part(t.Handoff, t.Handoff.person_id),
    Part(Appointment, Appointment.person_id),
    Part(KeptApart, KeptApart.person_id),
    Part(Report, Report.person_id),
    Part(WorryContact, WorryContact.person_id),
    Part(t.Concern, t.Concern.person_id),
    Part(t.Review, t.Review.person_id),
    Part(Access, Access.person_id),
    Part(t.Audit, t.Audit.person_id),
    Part(t.Timer, t.Timer.person_id),
    Part(t.Alert, t.Alert.volunteer_id),
    Part(t.Invitation, t.Invitation.used_by),
    Part(studio.StudioLink, studio.StudioLink.person_id),
    Part(studio.StudioSession, studio.StudioSession.person_id),
    Part(studio.DraftSave, studio.DraftSave.person_id),
    Part(studio.Approval, studio.Approval.person_id),
    Part(t.Chat, t.Chat.id, by_chat=True),
    Part(t.Update, t.Update.chat_id, by_chat=True),
    Part(t.Message, t.Message.chat_id, by_chat=True),
    Part(t.Relay, t.Relay.from_chat, by_chat=True),
)
NOT_ABOUT_ANYBODY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "revisions": "the published dialogues",
        "utterances": "sentences that coordinators made up themselves",
        "leases": "which process polls, and when somebody was erased last",
        "past_consents": "consents of the past, under a name that leads to nobody",
    }
)
_OTHER = "who somebody else is; accesses say by name who saw what"
_OURS = "a number of ours that leads to another row"
LEFT_OUT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "handoffs.claimed_by": _OTHER,
        "handoffs.asked_for": _OTHER,
        "appointments.volunteer_id": _OTHER,
        "kept_apart.volunteer_id": _OTHER,
        "kept_apart.by": _OTHER,
        "reports.volunteer_id": _OTHER,
        "worry_contacts.contact_id": _OTHER,
        "worry_contacts.token_hash": "a secret",
        "accesses.reader_id": _OTHER,
        "audits.actor_id": _OTHER,
        "invitations.token_hash": "a secret",
        "studio_links.token_hash": "a secret",
        "studio_sessions.token_hash": "a secret",
        "draft_saves.before": "a dialogue, about nobody",
        "invitations.used_by": _OURS,
        "chats.busy_token": "which process takes the turn",
        "conversations.question_id": _OURS,
        "conversations.version": _OURS,
        "handoffs.consent_id": _OURS,
        "handoffs.handover_consent": _OURS,
        "appointments.handoff_id": _OURS,
        "reports.handoff_id": _OURS,
        "appointments.consent_id": _OURS,
        "worry_contacts.consent_id": _OURS,
        "volunteers.debrief_of": _OURS,
        "handoffs.version": _OURS,
        "timers.handoff_id": _OURS,
        "audits.handoff_id": _OURS,
        "accesses.handoff_id": _OURS,
        "alerts.handoff_id": _OURS,
        "alerts.message": _OURS,
        "outbox.consent_id": _OURS,
        "outbox.handoff_id": _OURS,
        "relays.handoff_id": _OURS,
        "relays.copy": _OURS,
    }
)
TOLD_OF: Final = frozenset({"reported", "report.changed", "kept apart"})  # of an audit


async def everything(moment: Moment, person: t.Person) -> dict[str, Any]:
    """Table name -> its rows about her, oldest first, each as column -> value."""
    found: dict[str, Any] = {}
    for part in PARTS:
        whose = person.chat_id if part.by_chat else person.id
        rows = await moment.session.scalars(
            select(part.table)
            .where(part.whose == whose)
            .order_by(*part.table.__table__.primary_key.columns)  # type: ignore[attr-defined]
            .execution_options(populate_existing=True)
        )
        found[part.name] = [_row(part, row) for row in rows if not _is_of_another(person, row)]
    return found


def _is_of_another(person: t.Person, row: t.Base) -> bool:
    """What somebody else reported of her, or wished apart from her: she never hears of it, so that
    nobody need be afraid to say so."""
    if isinstance(row, Report | KeptApart):
        return row.by != people.RESIDENT
    return isinstance(row, t.Audit) and row.action in TOLD_OF and row.actor_id != person.id


def columns(part: Part) -> list[str]:
    """The columns of a table that are exported."""
    names = [column.name for column in part.table.__table__.columns]
    return [name for name in names if f"{part.name}.{name}" not in LEFT_OUT]


def _row(part: Part, row: t.Base) -> dict[str, Any]:
    found = {name: _plain(getattr(row, name)) for name in columns(part)}
    if isinstance(row, Report):
        found["words"] = report_names.without(row) or None  # not who somebody else was
    return found


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime | date) else value


async def as_json(moment: Moment, person: t.Person) -> str:
    """All of it as one JSON document, with who made it and when."""
    document = {
        "organisation": moment.house.organisation,
        "number": people.number_of(person.id),
        "made_at": moment.now.isoformat(),
        "kept": await everything(moment, person),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
