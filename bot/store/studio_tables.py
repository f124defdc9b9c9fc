"""The tables of the studio: who is signed in, what was saved, what was approved."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables import Base, BigId


class StudioLink(Base):
    """A way into the studio, once, for one person. The token is kept as a hash."""

    __tablename__ = "studio_links"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class StudioSession(Base):
    """Somebody who is signed in on one browser, until `expires_at` or a long rest."""

    __tablename__ = "studio_sessions"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class DraftSave(Base):
    """One save of a dialogue's draft in the studio: what stood there before, so that it can be
    undone, and the hash of what stood there after. Texts of ours, never a resident's."""

    __tablename__ = "draft_saves"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    dialogue: Mapped[str] = mapped_column(String(80), index=True)
    before: Mapped[dict[str, Any]]
    after_hash: Mapped[str] = mapped_column(String(64))
    what: Mapped[str] = mapped_column()  # the refs that changed, for 'changed on'
    person_id: Mapped[int | None] = mapped_column(BigInteger)  # outlives the person: a plain number
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class Approval(Base):
    """A yes to the exact words of one dialogue that needs a second look. `person_id` None: the
    release's own, when the first revision was published."""

    __tablename__ = "approvals"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    dialogue: Mapped[str] = mapped_column(String(80))
    content_hash: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[int | None] = mapped_column(BigInteger)  # outlives the person: a plain number
    at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("dialogue", "content_hash"),)
