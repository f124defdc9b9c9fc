"""What two people agree on in a talk."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
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
