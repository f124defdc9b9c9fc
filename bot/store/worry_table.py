"""The table of worry contacts, in a file of its own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables import Base
from bot.store.types import Encrypted


class WorryContact(Base):
    """Whom a resident wants told when she is silent, after how long, and what. One row a resident,
    only while her consent stands. `told_at` is set while that person knows of a silence."""

    __tablename__ = "worry_contacts"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    consent_id: Mapped[int] = mapped_column(ForeignKey("consents.id"))
    kind: Mapped[str] = mapped_column(String(12))  # volunteer, coordinator, relative
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str | None] = mapped_column(Encrypted)  # as she calls a relative
    days: Mapped[int]
    text: Mapped[str] = mapped_column(Encrypted)  # exactly what is told
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    token_until: Mapped[datetime | None]
    confirmed_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]  # when it was last asked whether it stays
    asked: Mapped[int] = mapped_column(default=0)  # how often, since it was last confirmed
    warned_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
