"""What an operator does with somebody's data on the command line, asked by that person."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from cryptography.fernet import Fernet
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import accesses, erasure, mydata, people, report_names
from bot.app import make_house
from bot.database import only_one, open_store
from bot.house import Moment
from bot.settings import Settings, SettingsError
from bot.store import Store, rotation
from bot.store.erased import Erasures
from bot.store.keys import KeyRing
from bot.store.session import sqlite_path
from bot.store.tables import Person

NOBODY = "goeiedag: nobody has that number here"
REPORTED = """An open report of a resident is about them. Have a coordinator settle it first.
Until that is done the report keeps their name. Somebody who is erased and comes back is new to the
bot: it does not keep the two apart any more."""


def somebody(options: argparse.Namespace) -> int | None:
    """The person's number that was given; None where it is no number of ours."""
    return people.id_of(options.number) if options.number else None


async def find(session: AsyncSession, options: argparse.Namespace) -> Person | None:
    """By the number of /mydata, or by Telegram's number of the chat."""
    if options.chat is not None:
        query = select(Person).where(Person.chat_id == options.chat)
    else:
        query = select(Person).where(Person.id == (somebody(options) or 0))
    found: Person | None = await session.scalar(query)
    return found


def is_clear(options: argparse.Namespace) -> bool:
    """Exactly one way of saying who."""
    return (options.number is None) != (options.chat is None)


def run_erase(settings: Settings, options: argparse.Namespace) -> int:
    """Erases somebody everywhere, after a question; without a last word to her."""
    if not is_clear(options):
        print("goeiedag: name one person, by the number of /mydata or --chat", file=sys.stderr)
        return 2

    async def work() -> int:
        async with open_store(settings) as store:
            return await _erase(store, settings, options)

    return asyncio.run(work())


async def _erase(store: Store, settings: Settings, options: argparse.Namespace) -> int:
    async with store.read() as session:
        person = await find(session, options)
        open_yet = await report_names.open_about(session, person) if person else []
    if person is None:
        print(NOBODY, file=sys.stderr)
        return 1
    number, since = people.number_of(person.id), person.created_at.date().isoformat()
    print(f"{number}: {person.role}, reads {person.language}, here since {since}.")
    if open_yet:
        print(REPORTED)
    if not options.yes and not _confirmed(number):
        print("Nothing was erased.", file=sys.stderr)
        return 1
    async with store.write() as session:
        again = await session.get(Person, person.id)
        if again is not None:  # she may have done so herself meanwhile
            moment = Moment(session, make_house(settings), datetime.now(UTC))
            await erasure.erase(moment, again, last_word=False)
    await store.wipe()
    print("Erased. What volunteers still have on their phones goes when the bot runs.")
    return 0


def run_export(settings: Settings, options: argparse.Namespace) -> int:
    """Writes everything that is kept about somebody to two files; she can read that it was done."""
    if not is_clear(options):
        print("goeiedag: name one person, by the number of /mydata or --chat", file=sys.stderr)
        return 2

    async def work() -> int:
        async with open_store(settings) as store, store.write() as session:
            person = await find(session, options)
            if person is None:
                print(NOBODY, file=sys.stderr)
                return 1
            moment = Moment(session, make_house(settings), datetime.now(UTC))
            try:
                made = await mydata.files(moment, person)
            except LookupError as error:
                print(f"goeiedag: {error}", file=sys.stderr)
                return 1
            accesses.saw(moment, person.id, accesses.EXPORT)
            for file in made:
                name = f"goeiedag-{people.number_of(person.id)}{Path(file.name).suffix}"
                print(_write(options.to / name, file.content))
            return 0

    return asyncio.run(work())


def _write(path: Path, content: str) -> Path:
    """A file that only its owner may read, also where one was there before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(content)
    return path


def run_keys(settings: Settings, options: argparse.Namespace) -> int:
    """A new key for everything that is encrypted; the old one goes when nothing uses it."""
    if options.action == "new":
        print(Fernet.generate_key().decode())
        return 0
    return asyncio.run(_rotate(settings))


async def _rotate(settings: Settings) -> int:
    own = None if settings.key else settings.key_file  # else the ring is in the environment
    async with only_one(settings):  # a running bot would not know the new key
        if own is not None and sqlite_path(settings.database) is not None:
            rotation.with_new_key(own)
        async with open_store(settings) as store:
            ring = KeyRing.current()
            if ring.size == 1:
                raise SettingsError(
                    "GOEIEDAG_KEY holds one key: put a new one before it (`goeiedag keys new`), "
                    "with a comma between, restart the bot, and do this again"
                )
            done = await rotation.lock_anew(store, ring, lambda: None)
            changed = done.changed
            for _ in range(5):  # a running bot may have written meanwhile
                if done.changed and not done.lost:
                    done = await rotation.lock_anew(store, ring, lambda: None)
            Erasures(settings.erasures_file).lock_anew()
            await store.wipe()
    print(f"{done.seen} values are encrypted; {changed} were locked anew.")
    if done.lost:
        print(f"goeiedag: {done.lost} values open with no key; every key stays.", file=sys.stderr)
        return 1
    if done.changed:
        print("goeiedag: a bot still writes with an old key; restart it first", file=sys.stderr)
        return 1
    if own is None:
        print("All use the first key. Set GOEIEDAG_KEY to that one alone, and restart the bot.")
    elif (retired := rotation.retire(own, datetime.now(UTC).date().isoformat())) is not None:
        print(f"The old key is in {retired}: only backups from before need it.")
    return 0


def _confirmed(number: str) -> bool:
    try:
        said = input(f"Everything about them is erased for good. Type {number} to do so: ")
    except EOFError:
        return False
    return said.strip() == number
