"""The statements by which messages leave, built once: building one takes as long as carrying it
out. An urgency of 0 is a crisis reply's."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, bindparam, case, func, literal_column, null, or_, select, update

from bot.store.chats import CHATS
from bot.store.tables import Lease, Message

MESSAGES: Any = Message.__table__
LEASES: Any = Lease.__table__
QUEUED: Any = literal_column("'queued'")
SENDING: Any = literal_column("'sending'")
WAITING = MESSAGES.c.state.in_((QUEUED, SENDING))  # as the index says it
LOOKED_AT = tuple(
    MESSAGES.c[name]
    for name in ("id", "chat_id", "urgency", "state", "leaving_until", "consent_id")
)
CRISIS = 0
REAL: Any = bindparam("real", type_=MESSAGES.c.leaving_until.type)


def _chats(*more: Any) -> Any:
    """The chats that may be sent to now, urgent ones first; what others hold is left alone."""
    halted = (
        select(LEASES.c.name)
        .where(LEASES.c.name == bindparam("halt"), LEASES.c.until > REAL)
        .exists()
    )
    return (
        select(CHATS.c.id)
        .where(CHATS.c.send_at <= REAL, ~halted | (CHATS.c.send_urgency == CRISIS), *more)
        .order_by(CHATS.c.send_urgency, CHATS.c.send_at)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
    )


def _settled() -> Any:
    """What flies holds its chat until it landed, or its lease is over; a crisis reply waits for
    nothing but another one."""
    mine = MESSAGES.c.chat_id == CHATS.c.id, WAITING
    flies = (MESSAGES.c.state == SENDING) & (MESSAGES.c.leaving_until > REAL)
    lies = or_(
        MESSAGES.c.state == QUEUED,
        MESSAGES.c.leaving_until.is_(None),
        MESSAGES.c.leaving_until <= REAL,
    )
    urgency = func.min(MESSAGES.c.urgency)
    flying = select(urgency).where(*mine, flies).scalar_subquery()
    until = select(func.min(MESSAGES.c.leaving_until)).where(*mine, flies).scalar_subquery()
    queued = select(urgency).where(*mine, lies).scalar_subquery()
    at = bindparam("next", type_=CHATS.c.send_at.type)
    overtakes = and_(queued == CRISIS, flying != CRISIS)
    send_at = case(
        (and_(flying.is_not(None), overtakes), at),
        (flying.is_not(None), until),
        (queued.is_(None), null()),
        else_=at,
    )
    return (
        update(CHATS)
        .where(CHATS.c.id == bindparam("chat"))
        .values(send_at=send_at, send_urgency=func.coalesce(queued, 9))
    )


CHATS_TO_SEND_TO = _chats()
URGENT_CHATS = _chats(CHATS.c.send_urgency == CRISIS)
SETTLED = _settled()
SENT = (
    update(MESSAGES)
    .where(MESSAGES.c.id == bindparam("row"))
    .values(
        state="sent",
        sent_at=bindparam("at", type_=MESSAGES.c.sent_at.type),
        message_id=bindparam("number"),
        payload=None,
        error=None,
        leaving_until=None,
    )
)
