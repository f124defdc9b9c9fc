"""What an operator does on the command line to keep a deployment safe: backup, restore, doctor."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from bot import after_a_copy, doctor, erased_again, reading
from bot.app import make_house
from bot.backup import BackupError, Counted, dump
from bot.database import existing, only_one, try_erasures, use_keys
from bot.doctor_database import database
from bot.nlu_jobs import Jobs
from bot.restoring import restore
from bot.safety.helplines import load_helplines
from bot.settings import Settings, SettingsError
from bot.store import Store
from bot.store.session import sqlite_path

STREAM = "-"


def run_backup(settings: Settings, options: argparse.Namespace) -> int:
    """Writes a file, whole or not at all, that only its owner may read."""

    async def work() -> None:
        async with existing(settings) as store:
            with _written(options.file) as out:
                async for line in dump(store, datetime.now(UTC)):
                    out.write(line)

    try:
        asyncio.run(work())
    except BackupError as error:
        print(f"goeiedag: {error}", file=sys.stderr)
        return 1
    _say(options.file, f"{options.file} is written. The keys are not in it: keep them elsewhere.")
    return 0


def _say(file: str, line: str) -> None:
    print(line, file=sys.stderr if file == STREAM else sys.stdout)


@contextmanager
def _written(file: str) -> Iterator[BinaryIO]:
    if file == STREAM:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(file)
    if path.exists():
        raise BackupError(f"{path} is there already; choose another name")
    draft = path.with_name(f".{path.name}.part")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def run_restore(settings: Settings, options: argparse.Namespace) -> int:
    """Puts a backup in the place of the database; everything or nothing."""
    if sqlite_path(settings.database) and not settings.key and not settings.key_file.exists():
        raise SettingsError(
            f"{settings.key_file} is missing: put back the key that belongs to the backup first"
        )
    use_keys(settings)
    try_erasures(settings)

    async def work() -> tuple[Counted, int]:
        async with only_one(settings), _store(settings) as store:
            house = make_house(settings)

            async def again() -> int:
                now = datetime.now(UTC)
                erased = await erased_again.apply_again(store, house, now)
                await after_a_copy.settle(store, house, now)
                return erased

            with contextlib.ExitStack() as stack:
                source = sys.stdin.buffer
                if options.file != STREAM:
                    source = stack.enter_context(open(options.file, "rb"))  # noqa: ASYNC230
                return await restore(store, source, again, replace=options.replace)

    try:
        counted, erased = asyncio.run(work())
    except BackupError as error:
        print(f"goeiedag: {error}", file=sys.stderr)
        return 1
    print(f"{counted.rows} rows of {counted.tables} tables came back.")
    print(f"{erased} people were erased since that backup, and are erased again.")
    return 0


def run_doctor(settings: Settings, options: argparse.Namespace) -> int:
    """Every finding with what to do; 1 when one of them is an error."""
    today = datetime.now(settings.zone).date()

    async def work() -> list[doctor.Remark]:
        return [
            *await doctor.telegram(settings, lambda: datetime.now(UTC)),
            *await doctor.understanding(
                settings, Jobs(settings.jobs_folder).wanted(reading.fingerprint())
            ),
            *doctor.keys(settings),
            *await database(settings),
            *doctor.texts(settings),
            doctor.contact(settings),
            *doctor.places(settings, today),
            *doctor.helplines(load_helplines(settings.content), today),
        ]

    findings = asyncio.run(work())
    for finding in findings:
        print(finding)
    errors, warnings = (sum(f.level == kind for f in findings) for kind in ("error", "warning"))
    print(f"{errors} errors, {warnings} warnings")
    return 1 if errors else 0


@contextlib.asynccontextmanager
async def _store(settings: Settings) -> AsyncIterator[Store]:
    """A database that may be empty yet."""
    if sqlite_path(settings.database) is None:
        async with existing(settings) as store:
            yield store
        return
    store = Store.open(settings.database)
    try:
        yield store
    finally:
        await store.close()
