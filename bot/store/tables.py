"""The tables. One row is one noun of the glossary; what a person said or is called is encrypted.
Those of a resident and of a handoff stand beside this file, and are found here too.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import Base as Base
from bot.store.base import BigId as BigId
from bot.store.handoff_tables import Alert as Alert
from bot.store.handoff_tables import Handoff as Handoff
from bot.store.handoff_tables import Relay as Relay
from bot.store.handoff_tables import Volunteer as Volunteer
from bot.store.resident_tables import Concern as Concern
from bot.store.resident_tables import Consent as Consent
from bot.store.resident_tables import Contact as Contact
from bot.store.resident_tables import Conversation as Conversation
from bot.store.resident_tables import Fact as Fact
from bot.store.resident_tables import Resident as Resident
from bot.store.resident_tables import Review as Review
from bot.store.types import Encrypted, EncryptedJson


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
