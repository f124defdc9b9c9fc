"""The statements by which messages are queued and leave, made ready once. An urgency of 0 is a
crisis reply's."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, bindparam, case, func, literal_column, null, or_, select, update

from bot.store.chats import CHATS
from bot.store.prepared import Prepared
from bot.store.tables import Consent, Lease, Message

MESSAGES: Any = Message.__table__
LEASES: Any = Lease.__table__
CONSENTS: Any = Consent.__table__
QUEUED: Any = literal_column("'queued'")
SENDING: Any = literal_column("'sending'")
WAITING = MESSAGES.c.state.in_((QUEUED, SENDING))  # as the index says it
CRISIS = 0
REAL: Any = bindparam("real", type_=MESSAGES.c.leaving_until.type)


def _waits(insert: Any) -> Any:
    """Makes the chat known, and one that something waits for. A crisis reply waits for no pause
    between messages or attempts."""
    urgency = bindparam("urgency", type_=CHATS.c.send_urgency.type)
    known = CHATS.c.send_urgency
    return (
        insert(CHATS)
        .values(id=bindparam("chat"), begun=0, send_at=REAL, send_urgency=urgency)
        .on_conflict_do_update(
            index_elements=[CHATS.c.id],
            set_={
                "send_at": case(
                    (urgency == CRISIS, REAL), else_=func.coalesce(CHATS.c.send_at, REAL)
                ),
                "send_urgency": case((known < urgency, known), else_=urgency),
            },
        )
    )


def _put(insert: Any) -> Any:
    given = ("chat_id", "urgency", "purpose", "payload", "consent_id", "handoff_id", "created_at")
    row: dict[str, Any] = {name: bindparam(name) for name in (*given, "expires_at")}
    return insert(MESSAGES).values(**row, state="queued", attempts=0).returning(MESSAGES.c.id)


def _halted() -> Any:
    return (
        select(LEASES.c.name)
        .where(LEASES.c.name == bindparam("halt"), LEASES.c.until > REAL)
        .exists()
    )


def _chats(*more: Any) -> Any:
    """The chats that may be sent to now, urgent ones first; what others hold is left alone."""
    return (
        select(CHATS.c.id)
        .where(CHATS.c.send_at <= REAL, ~_halted() | (CHATS.c.send_urgency == CRISIS), *more)
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


WAITS = Prepared(_waits)
PUT = Prepared(_put, forgets=False)  # nobody has asked for it yet
CHATS_TO_SEND_TO = Prepared(_chats())
URGENT_CHATS = Prepared(_chats(CHATS.c.send_urgency == CRISIS))
SETTLED = Prepared(_settled())
SETTLED_AT = Prepared(_settled().returning(CHATS.c.send_at))
HELD = Prepared(select(CHATS.c.id).where(CHATS.c.id == bindparam("chat")).with_for_update())
DELIVERED_AS = Prepared(select(MESSAGES.c.message_id).where(MESSAGES.c.id == bindparam("row")))


def _of_message(*names: str) -> Any:
    return select(*(MESSAGES.c[name] for name in names))


ITS_MESSAGES = Prepared(
    _of_message("id", "urgency", "state", "leaving_until", "consent_id")
    .where(MESSAGES.c.chat_id == bindparam("chat"), WAITING)
    .order_by(MESSAGES.c.urgency, MESSAGES.c.id)
)
# locked as they are now; what a turn is changing at this moment is left out
ITS_CONSENT = Prepared(
    select(CONSENTS.c.withdrawn_at)
    .where(CONSENTS.c.id == bindparam("consent"))
    .with_for_update(read=True, skip_locked=True)
)
_SENT_OF_IT = ("id", "payload", "purpose", "urgency", "attempts", "consent_id", "handoff_id")
ITS_MESSAGE = Prepared(
    _of_message(*_SENT_OF_IT, "created_at", "expires_at")
    .where(MESSAGES.c.id == bindparam("row"), WAITING)
    .with_for_update(skip_locked=True)
)
_THIS = update(MESSAGES).where(MESSAGES.c.id == bindparam("row"))
LEAVES = Prepared(
    _THIS.values(
        state="sending",
        leaving_until=bindparam("until", type_=MESSAGES.c.leaving_until.type),
        attempts=MESSAGES.c.attempts + 1,
    )
)


def _at_once() -> Any:
    """As `LEAVES`, for a row that this transaction has queued, its chat being locked since then."""
    row: Any = bindparam("row")
    chat: Any = bindparam("chat")
    urgency = bindparam("urgency", type_=MESSAGES.c.urgency.type)
    other = MESSAGES.alias()
    first = (other.c.urgency < urgency) | ((other.c.urgency == urgency) & (other.c.id < row))
    stands_before = (
        select(other.c.id)
        .where(other.c.chat_id == chat, other.c.state.in_((QUEUED, SENDING)))
        .where(first | (other.c.state == SENDING))
        .exists()
    )
    ready = select(CHATS.c.id).where(CHATS.c.id == chat, CHATS.c.send_at <= REAL).exists()
    return (
        update(MESSAGES)
        .where(MESSAGES.c.id == row, MESSAGES.c.state == QUEUED)
        .where(ready, ~stands_before, (urgency == CRISIS) | ~_halted())
        .values(
            state="sending",
            leaving_until=bindparam("until", type_=MESSAGES.c.leaving_until.type),
            attempts=1,
        )
        .returning(MESSAGES.c.id)
    )


LEAVES_AT_ONCE = Prepared(_at_once())
ENDED = Prepared(_THIS.values(state=bindparam("state"), error=bindparam("error"), payload=None))
SENT = Prepared(
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
