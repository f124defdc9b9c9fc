"""Residents who agreed to be greeted, made by the database itself: a million take seconds."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Table, insert, literal, select

from bot import people
from bot.consents import CHECKINS
from bot.store import Store
from bot.store.tables import Chat, Consent, Person, Resident, Timer

DAYS = "mo,tu,we,th,fr,sa,su"


async def settle(store: Store, first: int, last: int, now: datetime) -> None:
    """Residents `first` to `last`, each in the chat of the same number: greeted every morning, next
    time tomorrow, with a silence that is waited for until then."""
    one = _numbers(first, last)
    later = now + timedelta(days=1)
    rows: list[tuple[Any, dict[str, Any]]] = [
        (Chat, {"id": one, "send_urgency": 9, "begun": 0}),
        (
            Person,
            {"id": one, "chat_id": one, "role": people.RESIDENT, "language": "nl"}
            | {"address": "formal", "created_at": now, "seen_at": now},
        ),
        (
            Resident,
            {"person_id": one, "hour": "09:00", "days": DAYS, "unanswered": 0}
            | {"next_contact_at": later},
        ),
        (
            Consent,
            {"person_id": one, "purpose": CHECKINS, "text_hash": "0" * 64, "language": "nl"}
            | {"channel": "bench", "given_at": now},
        ),
        (
            Timer,
            {"kind": "silence", "due_at": later, "person_id": one, "expects": {"turn": 0}}
            | {"attempts": 0},
        ),
    ]
    async with store.write() as session:
        for table, values in rows:
            await session.execute(_from_numbers(table.__table__, values))


def _numbers(first: int, last: int) -> Any:
    """A column that counts."""
    counted = select(literal(first, BigInteger).label("number")).cte("counted", recursive=True)
    counted = counted.union_all(
        select((counted.c.number + 1).label("number")).where(counted.c.number < last)
    )
    return counted.c.number


def _from_numbers(table: Table, values: dict[str, Any]) -> Any:
    columns = [
        value if isinstance(value, ColumnElement) else literal(value, table.c[name].type)
        for name, value in values.items()
    ]
    return insert(table).from_select(list(values), select(*columns))
