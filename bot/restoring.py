"""Going back to a backup: nobody runs meanwhile, and who was erased since is erased again.

All of it is one transaction but for the erasures, which need what came back; until they are done a
mark in the database keeps every bot from starting.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime

from sqlalchemy import delete, func, inspect, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import inbox, leftovers, presence
from bot.backup import BackupError, Counted, load
from bot.settings import SettingsError
from bot.store import Store
from bot.store.keys import KeyRingError
from bot.store.tables import Lease, Person

MARK = "restoring"
FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)

type EraseAgain = Callable[[], Awaitable[int]]


async def restore(
    store: Store, lines: Iterable[bytes], erase_again: EraseAgain, *, replace: bool
) -> tuple[Counted, int]:
    """Puts a backup in the place of what is there. Returns what came back, and how many people
    were erased again. Raises BackupError; then the database is as it was.
    """
    await _nobody_runs(store)
    try:
        async with store.alone(), store.relaying() as connection:
            if not replace and await _anybody(connection):
                raise BackupError(
                    "the database holds people; to put the backup in their place, add --replace"
                )
            counted = await load(connection, lines)
            await _made_fit(connection)
    except SQLAlchemyError as error:
        kind = type(getattr(error, "orig", None) or error).__name__
        raise BackupError(f"the backup could not be written ({kind}); nothing changed") from None
    await inbox.free_all(store)  # what processes had taken when the backup was made
    await leftovers.free_messages(store)
    erased = await erase_again()
    async with store.write() as session:
        await session.execute(delete(Lease).where(Lease.name == MARK))
    await store.wipe()  # what was there before leaves the disk too
    return counted, erased


async def _nobody_runs(store: Store) -> None:
    try:
        running = await presence.running(store)
    except SQLAlchemyError:
        return  # an empty database
    if running:
        raise BackupError(
            "a bot runs on this database, or did half a minute ago; stop it first"
            + (f" ({running} processes)" if running > 1 else "")
        )


async def _anybody(connection: AsyncConnection) -> bool:
    tables = await connection.run_sync(lambda c: inspect(c).get_table_names())
    if Person.__tablename__ not in tables:
        return False
    return bool(await connection.scalar(select(func.count()).select_from(Person)))


async def _made_fit(connection: AsyncConnection) -> None:
    """The key ring opens what came back, and no bot starts before the erasures are done."""
    await connection.execute(
        Lease.__table__.insert().values(name=MARK, holder="restore", until=FOR_EVER)  # type: ignore[attr-defined]
    )
    names = Person.__table__.c.name
    try:
        await connection.scalar(select(names).where(names.is_not(None)).limit(1))
    except KeyRingError:
        raise BackupError(
            "the key ring does not open this backup; put the key back that belongs to it"
        ) from None


async def refuse_half_restored(store: Store) -> None:
    """Raises SettingsError where a restore did not get to its end."""
    async with store.read() as session:
        if await session.get(Lease, MARK) is not None:
            raise SettingsError(
                "a restore of this database did not end, and who asked to be forgotten may be in "
                "it; run `goeiedag restore --replace` again"
            )
