"""The tables. One row is one noun of the glossary; what a person said or is called is encrypted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.store.types import Encrypted, EncryptedJson, Utc

BigId = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers only INTEGER keys by itself


class Base(DeclarativeBase):
    type_annotation_map = {datetime: Utc, dict[str, Any]: JSON, list[str]: JSON}  # noqa: RUF012


class Chat(Base):
    """A private chat: the unit of work. Whoever holds `busy_token` until `busy_until` may take its
    turn. These instants are real time, never the demo's clock: they are about processes, not about
    people."""

    __tablename__ = "chats"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    ready_at: Mapped[datetime | None] = mapped_column(
        index=True
    )  # when waiting updates may be taken
    busy_until: Mapped[datetime | None]
    busy_token: Mapped[str | None] = mapped_column(String(32))
    begun: Mapped[int] = mapped_column(default=0)  # turns begun that never ended: somebody died
    send_at: Mapped[datetime | None] = mapped_column()  # when the next waiting message may leave
    send_urgency: Mapped[int] = mapped_column(default=9)
    blocked_at: Mapped[datetime | None]
    __table_args__ = (
        Index(
            "chats_sending",
            "send_urgency",
            "send_at",
            sqlite_where=send_at.is_not(None),
            postgresql_where=send_at.is_not(None),
        ),
    )


class Update(Base):
    """An update as Telegram sent it. `raw` goes when it is done and nobody consented to keep it."""

    __tablename__ = "inbox"
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    message_id: Mapped[int | None] = mapped_column(BigInteger)  # while Telegram lets us delete it
    received_at: Mapped[datetime]
    raw: Mapped[str | None] = mapped_column(Encrypted)
    state: Mapped[str] = mapped_column(String(8), default="new")  # new, done, aside
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(80))  # the kind of error, never its text
    done_at: Mapped[datetime | None]
    __table_args__ = (
        Index(
            "inbox_waiting",
            "chat_id",
            "update_id",
            sqlite_where=state == "new",
            postgresql_where=state == "new",
        ),
        Index(
            "inbox_deletable",
            "chat_id",
            "message_id",
            sqlite_where=message_id.is_not(None),
            postgresql_where=message_id.is_not(None),
        ),
    )


class Person(Base):
    """Somebody who talks with the bot, in one of three roles."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), unique=True)
    role: Mapped[str] = mapped_column(String(12), default="resident")
    language: Mapped[str] = mapped_column(String(2))
    address: Mapped[str] = mapped_column(String(8), default="formal")  # or informal: je, tu
    name: Mapped[str | None] = mapped_column(Encrypted)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    # a number that somebody once had is never given to another
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012


class Resident(Base):
    """What a resident chose about the contact with her. Hours are wall time there."""

    __tablename__ = "residents"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    hour: Mapped[str | None] = mapped_column(String(5))  # HH:MM
    days: Mapped[str] = mapped_column(String(20), default="mo,tu,we,th,fr,sa,su")
    place: Mapped[str | None] = mapped_column(Encrypted)
    paused_until: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    calm_until: Mapped[datetime | None]  # no cheerful contact before: a crisis, a loss
    next_contact_at: Mapped[datetime | None] = mapped_column(index=True)
    unanswered: Mapped[int] = mapped_column(default=0)  # contacts in a row without an answer
    told_machine_at: Mapped[datetime | None]


class Volunteer(Base):
    """A bridge figure."""

    __tablename__ = "volunteers"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    languages: Mapped[list[str]]
    on_duty: Mapped[bool] = mapped_column(default=True)
    talking_with: Mapped[int | None] = mapped_column(BigInteger)  # the handoff that own words go to
    hours: Mapped[list[str]] = mapped_column(default=list)  # 'mo 09:00-12:00'; none: any hour
    away_until: Mapped[datetime | None]
    most_talks: Mapped[int | None]  # held at once; None: the deployment's setting
    place: Mapped[str | None] = mapped_column(Encrypted)
    debrief_of: Mapped[int | None] = mapped_column(BigInteger)  # the heavy handoff to look back on
    writing: Mapped[str | None] = mapped_column(String(40))  # what the next message is for


class Fact(Base):
    """Something a resident told, by the name that dialogues use for it."""

    __tablename__ = "facts"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(Encrypted)
    at: Mapped[datetime]


class Conversation(Base):
    """Where a resident stands in a dialogue. One row a resident; `position` None between talks."""

    __tablename__ = "conversations"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revisions.id"))
    position: Mapped[Any | None] = mapped_column(EncryptedJson)
    question_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Timer(Base):
    """Something that is due once. It carries what it belongs to (`expects`); when that has changed
    meanwhile it does nothing."""

    __tablename__ = "timers"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    due_at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    handoff_id: Mapped[int | None] = mapped_column(ForeignKey("handoffs.id"), index=True)
    expects: Mapped[dict[str, Any]]
    done_at: Mapped[datetime | None] = mapped_column()
    attempts: Mapped[int] = mapped_column(default=0)
    __table_args__ = (
        Index(
            "timers_waiting",
            "due_at",
            sqlite_where=done_at.is_(None),
            postgresql_where=done_at.is_(None),
        ),
    )


class Contact(Base):
    """A first word from us: at most one a resident, slot and local date."""

    __tablename__ = "contacts"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    slot: Mapped[str] = mapped_column(String(12))
    local_date: Mapped[date]
    at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(16))  # sent, or why not
    answered_at: Mapped[datetime | None]
    __table_args__ = (UniqueConstraint("person_id", "slot", "local_date"),)


class Message(Base):
    """A message on its way out. `message_id` is Telegram's, once it has it. `ordinal` is the order
    within a chat: crisis replies (urgency 0) overtake the rest."""

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    urgency: Mapped[int] = mapped_column(default=1)  # 0 crisis, 1 answer, 2 greeting
    purpose: Mapped[str] = mapped_column(String(16))  # answer, greeting, crisis, alert, relay, ...
    payload: Mapped[Any | None] = mapped_column(EncryptedJson)
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id"), index=True)
    handoff_id: Mapped[int | None] = mapped_column(ForeignKey("handoffs.id"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(10), default="queued")
    # queued -> sending -> sent | failed | cancelled | superseded
    leaving_until: Mapped[datetime | None]  # while `sending`: whose lease it is, in real time
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(80))
    sent_at: Mapped[datetime | None]
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    __table_args__ = (
        Index(
            "outbox_waiting",
            "chat_id",
            "urgency",
            "id",
            sqlite_where=state.in_(("queued", "sending")),
            postgresql_where=state.in_(("queued", "sending")),
        ),
        Index("outbox_sent_as", "chat_id", "message_id"),
    )


class Consent(Base):
    """The append-only ledger: what somebody said yes to, by the hash of the exact text."""

    __tablename__ = "consents"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(16))  # checkins, keep_text, share, worry, learn
    text_hash: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(12))  # and form of address
    channel: Mapped[str] = mapped_column(String(12), default="telegram")
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class Handoff(Base):
    """A resident brought to a person. Every change of `state` is one compare-and-set."""

    __tablename__ = "handoffs"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    language: Mapped[str] = mapped_column(String(2))
    urgency: Mapped[str] = mapped_column(String(8), default="normal")
    state: Mapped[str] = mapped_column(String(10), index=True)
    text: Mapped[str | None] = mapped_column(Encrypted)
    text_hash: Mapped[str] = mapped_column(String(64))
    draft: Mapped[Any | None] = mapped_column(EncryptedJson)  # while offered: what she may strike
    asked_for: Mapped[int | None] = mapped_column(BigInteger)  # the volunteer whom she named
    offered_at: Mapped[datetime]
    offer_expires_at: Mapped[datetime]
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id"))
    opened_at: Mapped[datetime | None]
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    claimed_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    greeted_at: Mapped[datetime | None]
    spoken_at: Mapped[datetime | None]  # the last word of either side
    unanswered_at: Mapped[datetime | None]  # her first word since that got no answer yet
    crisis: Mapped[bool] = mapped_column(default=False)  # danger was in it: a debrief follows
    closed_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Encrypted)  # the volunteer's own, for coordinators
    handover: Mapped[str | None] = mapped_column(Encrypted)  # for a successor, by her yes
    handover_consent: Mapped[int | None] = mapped_column(ForeignKey("consents.id"))
    version: Mapped[int] = mapped_column(default=1)


class Alert(Base):
    """The alert of one handoff on one volunteer's phone."""

    __tablename__ = "alerts"
    handoff_id: Mapped[int] = mapped_column(ForeignKey("handoffs.id"), primary_key=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    message: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(String(10))  # claimed, declined


class Relay(Base):
    """Which message of one side is which copy at the other: for edits, replies and deletion."""

    __tablename__ = "relays"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    handoff_id: Mapped[int] = mapped_column(ForeignKey("handoffs.id"), index=True)
    from_chat: Mapped[int] = mapped_column(BigInteger)
    from_message: Mapped[int] = mapped_column(BigInteger)
    copy: Mapped[int] = mapped_column(ForeignKey("outbox.id"), index=True)
    medium: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]
    __table_args__ = (Index("relays_original", "from_chat", "from_message"),)


class Concern(Base):
    """What safety found in a message: its kind and how it was answered. Never a score."""

    __tablename__ = "concerns"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    intent: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(4))
    found_by: Mapped[list[str]]
    at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(String(16))  # safe, not_safe, person, no, other
    answered_at: Mapped[datetime | None]


class Invitation(Base):
    """A way in: for one volunteer or coordinator once, for residents from a poster many times."""

    __tablename__ = "invitations"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(12))
    languages: Mapped[list[str]]
    name: Mapped[str | None] = mapped_column(Encrypted)
    place: Mapped[str | None] = mapped_column(Encrypted)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Revision(Base):
    """A published, frozen set of dialogues with their texts. Never changed after it is inserted."""

    __tablename__ = "revisions"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    content_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[dict[str, Any]]
    note: Mapped[str] = mapped_column(default="")
    published_at: Mapped[datetime]
    author_id: Mapped[int | None] = mapped_column(BigInteger)  # outlives the person


class Audit(Base):
    """Who did what to whom, when: ids and words of ours, never a person's text."""

    __tablename__ = "audits"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(BigInteger)
    action: Mapped[str] = mapped_column(String(32))
    person_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    handoff_id: Mapped[int | None] = mapped_column(BigInteger)
    detail: Mapped[str | None] = mapped_column(String(80))


class Review(Base):
    """Words that were not understood, masked, of somebody who said yes to their being kept so.
    `thought`: what they were taken for, likeliest first; `meant`: what she chose herself."""

    __tablename__ = "reviews"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    language: Mapped[str] = mapped_column(String(2))
    text: Mapped[str] = mapped_column(Encrypted)
    thought: Mapped[Any] = mapped_column(EncryptedJson)
    meant: Mapped[str | None] = mapped_column(Encrypted)
    turn: Mapped[int]  # the question that offered readings for it
    at: Mapped[datetime]
    expires_at: Mapped[datetime]


class Utterance(Base):
    """A coordinator's own example of an intent: what is exported as training data."""

    __tablename__ = "utterances"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    language: Mapped[str] = mapped_column(String(2))
    intent: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Encrypted)
    at: Mapped[datetime]


class Lease(Base):
    """Something that one process at a time may do (polling), until when."""

    __tablename__ = "leases"
    name: Mapped[str] = mapped_column(String(24), primary_key=True)
    holder: Mapped[str] = mapped_column(String(32))
    until: Mapped[datetime]
