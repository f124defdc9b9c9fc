"""What residents told, by the name that dialogues use for it: the rows alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.prepared import Prepared
from bot.store.recall import know, known, once
from bot.store.tables import Fact

FACTS: Any = Fact.__table__


class Told(NamedTuple):
    value: str
    at: datetime


def _kept(insert: Any) -> Any:
    row: dict[str, Any] = {name: bindparam(name) for name in ("person_id", "key", "value", "at")}
    statement = insert(FACTS).values(**row)
    told = {"value": statement.excluded.value, "at": statement.excluded.at}
    return statement.on_conflict_do_update(
        index_elements=[FACTS.c.person_id, FACTS.c.key], set_=told
    )


HERS = Prepared(
    select(FACTS.c.key, FACTS.c.value, FACTS.c.at).where(FACTS.c.person_id == bindparam("person"))
)
KEPT = Prepared(_kept)
FORGOTTEN = Prepared(
    delete(FACTS).where(FACTS.c.person_id == bindparam("person"), FACTS.c.key == bindparam("key"))
)


@once(Fact)
async def told(session: AsyncSession, person_id: int) -> Mapping[str, Told]:
    """Everything that somebody told."""
    return {key: Told(value, at) for key, value, at in await HERS(session, person=person_id)}


async def keep(session: AsyncSession, person_id: int, key: str, value: str, now: datetime) -> None:
    """An empty value forgets it. What else she told need not be read again."""
    before: Mapping[str, Told] | None = known(session, told, person_id)
    if value:
        await KEPT(session, person_id=person_id, key=key, value=value, at=now)
        if before is not None:
            know(session, told, person_id, answer={**before, key: Told(value, now)})
    elif key in (before if before is not None else await told(session, person_id)):
        await FORGOTTEN(session, person=person_id, key=key)


async def read_ahead(session: AsyncSession, ids: Sequence[int]) -> None:
    """`told`, for many at once."""
    found: dict[int, dict[str, Told]] = {number: {} for number in ids}
    rows = select(FACTS.c.person_id, FACTS.c.key, FACTS.c.value, FACTS.c.at)
    for number, key, value, at in await session.execute(rows.where(FACTS.c.person_id.in_(ids))):
        found[number][key] = Told(value, at)
    for number, hers in found.items():
        know(session, told, number, answer=hers)
