"""What two people agree on in a talk, and what goes wrong between them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables import Base, BigId
from bot.store.types import Encrypted


class Appointment(Base):
    """A day, an hour and a place, proposed by a volunteer. `consent_id`: her yes, on which every
    word about it to him rests."""

    __tablename__ = "appointments"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    handoff_id: Mapped[int] = mapped_column(ForeignKey("handoffs.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    at: Mapped[datetime]
    words: Mapped[str | None] = mapped_column(Encrypted)  # where, as he wrote it
    state: Mapped[str] = mapped_column(String(10), default="proposed")
    # proposed -> agreed | refused | cancelled
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id"))
    made_at: Mapped[datetime]


class KeptApart(Base):
    """Two who are not brought together any more, because one of them wishes so. `by`: whose wish it
    is. Neither says why, and the other is never told."""

    __tablename__ = "kept_apart"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    by: Mapped[str] = mapped_column(String(12))  # resident, volunteer, coordinator
    at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("person_id", "volunteer_id", "by"),)


class Report(Base):
    """Something went wrong in a talk, as one of the two says to the coordinators. Without a talk or
    a person: she was erased while it was open."""

    __tablename__ = "reports"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    handoff_id: Mapped[int | None] = mapped_column(ForeignKey("handoffs.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    volunteer_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    by: Mapped[str] = mapped_column(String(12))  # resident, volunteer
    words: Mapped[str | None] = mapped_column(Encrypted)
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
