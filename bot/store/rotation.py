"""A change of keys: every encrypted value is locked anew with the ring's first key, in batches.

It may be stopped at any moment and begun again: a value is either still locked with an older key of
the ring, or already with the first one, and what is done is recognised. Keys go only at the end.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from sqlalchemy import Column, LargeBinary, Table, and_, literal, or_, select, tuple_, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from bot.files import folder_on_disk
from bot.store.keys import KeyRing, KeyRingError, keys_in, text_of
from bot.store.session import Store
from bot.store.tables import Base
from bot.store.types import Encrypted, EncryptedJson

BATCH = 500  # rows a transaction: what a running bot waits for at most


@dataclass(slots=True)
class Done:
    """How many values were seen, locked anew, and opened by no key of the ring."""

    seen: int = 0
    changed: int = 0
    lost: int = 0


def encrypted() -> Iterator[tuple[Table, list[Column[Any]]]]:
    """Every table that has encrypted columns, with these."""
    for table in Base.metadata.sorted_tables:
        columns = [c for c in table.columns if isinstance(c.type, Encrypted | EncryptedJson)]
        if columns:
            yield table, columns


async def lock_anew(store: Store, ring: KeyRing, after_batch: Callable[[], None]) -> Done:
    """Goes through every encrypted column once. `after_batch` is called after each commit."""
    done = Done()
    for table, columns in encrypted():
        last: Sequence[Any] | None = None
        while True:
            async with store.write() as session:
                last = await _batch(session, ring, table, columns, last, done)
            after_batch()
            if last is None:
                break
    return done


async def _batch(
    session: AsyncSession,
    ring: KeyRing,
    table: Table,
    columns: list[Column[Any]],
    after: Sequence[Any] | None,
    done: Done,
) -> Sequence[Any] | None:
    """The next rows by primary key, held while they change. Returns the last one's key."""
    keys = list(table.primary_key.columns)
    raw = [type_coerce(column, LargeBinary).label(column.name) for column in columns]
    query = select(*keys, *raw).where(or_(*(column.is_not(None) for column in columns)))
    if after is not None:
        query = query.where(tuple_(*keys) > tuple_(*(literal(value) for value in after)))
    rows = (await session.execute(query.order_by(*keys).limit(BATCH).with_for_update())).all()
    for row in rows:
        values = dict(zip(columns, row[len(keys) :], strict=True))
        anew = {c.name: _anew(ring, v, done) for c, v in values.items() if v is not None}
        changed = {name: literal(v, LargeBinary) for name, v in anew.items() if v is not None}
        if changed:
            same = and_(*(key == value for key, value in zip(keys, row, strict=False)))
            await session.execute(table.update().where(same).values(**changed))
    return tuple(rows[-1][: len(keys)]) if len(rows) == BATCH else None


def _anew(ring: KeyRing, value: bytes, done: Done) -> bytes | None:
    """The value locked with the first key; None where it is so already, or cannot be opened."""
    done.seen += 1
    if ring.is_newest(bytes(value)):
        return None
    try:
        opened = ring.decrypt(bytes(value))
    except KeyRingError:
        done.lost += 1
        return None
    done.changed += 1
    return ring.encrypt(opened)


def with_new_key(path: Path) -> KeyRing:
    """The ring in a file, with a new key before the others. One that already has several keys is
    in the middle of a change: it stays as it is."""
    ring = KeyRing.kept_in(path)
    if ring.size == 1:
        _replace(path, f"{Fernet.generate_key().decode()}\n{text_of(path)}")
        ring = KeyRing.kept_in(path)
    return ring


def retire(path: Path, today: str) -> Path | None:
    """Leaves the first key alone in the file. The others go to a file of their own: backups from
    before need them. Returns that file; None where there was nothing to retire."""
    keys = keys_in(text_of(path))
    if len(keys) < 2:
        return None
    retired = path.with_name(f"{path.name}.retired")
    handle = os.open(retired, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(f"# until {today}\n" + "".join(f"{key}\n" for key in keys[1:]))
        file.flush()
        os.fsync(file.fileno())
    _replace(path, f"{keys[0]}\n")
    return retired


def _replace(path: Path, content: str) -> None:
    """Whole or not at all, with mode 0600."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder_on_disk(path.parent)
