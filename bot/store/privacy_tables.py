"""Tables about looking and forgetting: who saw what of somebody, and consents of the past."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables import Base, BigId


class Access(Base):
    """One look at something of a resident, by a person: she can read who saw what, and when.

    `reader_id` is None for an operator at the command line, and for somebody who was erased since.
    """

    __tablename__ = "accesses"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    reader_role: Mapped[str] = mapped_column(String(12))  # volunteer, coordinator, operator
    what: Mapped[str] = mapped_column(String(16))  # of bot.accesses
    handoff_id: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[datetime]


class PastConsent(Base):
    """What is left of a consent when the person is erased or its time is over: for what, to which
    text, when. `ledger` is one random name for all consents of one erased person, linked to
    nobody."""

    __tablename__ = "past_consents"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    ledger: Mapped[str] = mapped_column(String(32))
    purpose: Mapped[str] = mapped_column(String(16))
    text_hash: Mapped[str] = mapped_column(String(64))  # keyed, where the text was her own
    language: Mapped[str] = mapped_column(String(12))
    channel: Mapped[str] = mapped_column(String(12))
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
