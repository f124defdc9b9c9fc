"""The database of a deployment: its keys, its schema, and who may open it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError

from bot.settings import Settings, SettingsError
from bot.store import Store
from bot.store.erased import Erasures
from bot.store.keys import KeyRing, KeyRingError
from bot.store.session import sqlite_path


def use_keys(settings: Settings) -> None:
    """The key ring from the environment, else (SQLite alone) from beside the database.

    Raises SettingsError where there is none to be had.
    """
    try:
        if settings.key:
            KeyRing.from_text(settings.key).use()
        elif sqlite_path(settings.database) is not None:
            KeyRing.kept_in(settings.key_file).use()
        else:
            raise SettingsError("GOEIEDAG_KEY is required with PostgreSQL; see docs/settings.md")
    except KeyRingError as error:
        raise SettingsError(f"GOEIEDAG_KEY: {error}") from error


@asynccontextmanager
async def open_store(settings: Settings) -> AsyncIterator[Store]:
    """The database, migrated and ready.

    Raises SettingsError where it cannot be opened, or not with this key ring.
    """
    use_keys(settings)
    store = Store.open(settings.database)
    try:
        try:
            async with store.alone():
                await store.migrate()
            await store.try_keys()
        except KeyRingError as error:
            raise SettingsError(f"GOEIEDAG_KEY: {error}") from None
        except (SQLAlchemyError, OSError) as error:
            raise _unopened(settings, store, error) from None
        try_erasures(settings)
        yield store
    finally:
        await store.close()


def try_erasures(settings: Settings) -> None:
    """Raises SettingsError where nobody could be erased: the file that remembers it is of another
    deployment, or cannot be written."""
    try:
        Erasures(settings.erasures_file).try_out()
    except KeyRingError as error:
        raise SettingsError(f"GOEIEDAG_ERASURES: {error}") from None


@asynccontextmanager
async def only_one(settings: Settings) -> AsyncIterator[None]:
    """One running bot per SQLite file: an OS lock, which a dead process cannot keep.

    Raises SettingsError when another one holds it.
    """
    path = sqlite_path(settings.database)
    if path is None:
        yield
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise SettingsError(f"{path.parent} cannot be used as a data folder: {error}") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise SettingsError(
            f"another goeiedag runs on {path}; stop it first, or use PostgreSQL for several"
        ) from None
    finally:
        os.close(handle)


@asynccontextmanager
async def existing(settings: Settings) -> AsyncIterator[Store]:
    """The database as it is: nothing is made or brought up to date, no key is needed.

    Raises SettingsError where there is none.
    """
    path = sqlite_path(settings.database)
    if path is not None and not path.exists():
        raise SettingsError(f"there is no database at {path}; is --data or GOEIEDAG_DATA right?")
    store = Store.open(settings.database)
    try:
        try:
            async with store.read() as session:
                await session.connection()
        except (SQLAlchemyError, OSError) as error:
            raise _unopened(settings, store, error) from None
        yield store
    finally:
        await store.close()


def _unopened(settings: Settings, store: Store, error: Exception) -> SettingsError:
    kind = type(getattr(error, "orig", None) or error).__name__
    return SettingsError(
        f"GOEIEDAG_DATABASE_URL: the database cannot be opened ({kind}); "
        "is the server up, and are user, password and name right?"
        if not store.is_sqlite
        else f"GOEIEDAG_DATABASE_URL: {sqlite_path(settings.database)} cannot be opened "
        f"({kind}); is it a database of ours, and may it be written?"
    )
