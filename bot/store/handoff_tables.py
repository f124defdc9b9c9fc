"""The tables of a handoff: who may be asked, who was, and what went to and fro."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import Base, BigId
from bot.store.types import Encrypted, EncryptedJson


class Volunteer(Base):
    """A bridge figure."""

    __tablename__ = "volunteers"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    languages: Mapped[list[str]]
    on_duty: Mapped[bool] = mapped_column(default=True)
    hours: Mapped[list[str]] = mapped_column(default=list)  # 'mo 09:00-12:00'; none: any hour
    away_from: Mapped[datetime | None]  # None: from when it was said
    away_until: Mapped[datetime | None]
    most_talks: Mapped[int | None]  # held at once; None: the deployment's setting
    place: Mapped[str | None] = mapped_column(Encrypted)
    debrief_of: Mapped[int | None] = mapped_column(BigInteger)  # the heavy handoff to look back on
    writing: Mapped[str | None] = mapped_column(String(40))  # what the next message is for


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
