"""The tables of a resident: what she chose, told and agreed to, and what happened with her."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import Base, BigId
from bot.store.types import Encrypted, EncryptedJson


class Resident(Base):
    """What a resident chose about the contact with her. Hours are wall time there."""

    __tablename__ = "residents"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    hour: Mapped[str | None] = mapped_column(String(5))  # HH:MM
    days: Mapped[str] = mapped_column(String(20), default="mo,tu,we,th,fr,sa,su")
    place: Mapped[str | None] = mapped_column(Encrypted)
    paused_from: Mapped[datetime | None]  # None: from when it was asked for
    paused_until: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    calm_until: Mapped[datetime | None]  # no cheerful contact before: a crisis, a loss
    next_contact_at: Mapped[datetime | None] = mapped_column(index=True)
    unanswered: Mapped[int] = mapped_column(default=0)  # contacts in a row without an answer
    told_machine_at: Mapped[datetime | None]


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


class Concern(Base):
    """What safety found in a message: its kind and how it was answered. Never a score."""

    __tablename__ = "concerns"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - an alert's number names one
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    intent: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(4))
    found_by: Mapped[list[str]]
    at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(String(16))  # safe, not_safe, person, no, other
    answered_at: Mapped[datetime | None]


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
