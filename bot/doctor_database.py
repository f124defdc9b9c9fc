"""The doctor's look at the database, and at who is in it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncSession

from bot import presence, publishing
from bot.database import existing, try_erasures, use_keys
from bot.dialogue.names import LANGUAGES
from bot.doctor import Level, Remark, disk
from bot.lifecycle import OPEN
from bot.settings import Settings, SettingsError
from bot.store import Store
from bot.store.erased import Erasures, known
from bot.store.keys import KeyRingError
from bot.store.migrate import current, head
from bot.store.session import sqlite_path
from bot.store.tables import Chat, Handoff, Person, Revision, Update, Volunteer

BIG_LOG = 256 << 20  # bytes of SQLite's write-ahead log


async def database(settings: Settings) -> list[Remark]:
    """Nothing is made or changed."""
    path = sqlite_path(settings.database)
    if path is not None and not path.exists():
        return [Remark("ok", "database", "the first start makes it"), *disk(path.parent)]
    try:
        async with existing(settings) as store:
            found = [one async for one in _whole(store, path)]
            if all(one.level != "error" for one in found):
                found += [one async for one in _read(settings, store)]
            return found
    except SettingsError as error:
        return [Remark("error", "database", str(error), "see docs/settings.md")]


async def _whole(store: Store, path: Path | None) -> AsyncIterator[Remark]:
    """Whether it is sound, and of this version."""
    async with store.engine.connect() as connection:
        revision = await connection.run_sync(current)
    if revision is None:
        todo = "start the bot once; or is GOEIEDAG_DATABASE_URL of another program?"
        yield Remark("error", "database", "it holds nothing of ours", todo)
        return
    if revision != head():
        todo = "back it up; the next start brings it up to date"
        yield Remark("warning", "database", f"it is of version {revision}", todo)
    if path is None:
        yield Remark("ok", "database", "PostgreSQL answers")
        return
    sound = mode = None
    with contextlib.suppress(DatabaseError):
        async with store.read() as session:
            sound = await session.scalar(text("PRAGMA quick_check"))
            mode = await session.scalar(text("PRAGMA journal_mode"))
    if sound != "ok":
        todo = "stop the bot, keep the file, and go back to a backup (`goeiedag restore`)"
        yield Remark("error", "database", "the file is damaged", todo)
    elif mode != "wal":
        todo = "is it on a network disk? Put it on a disk of this machine"
        yield Remark("error", "database", f"its journal is {mode}, not wal", todo)
    else:
        yield Remark("ok", "database", "sound")
    for one in (*_log(Path(f"{path}-wal")), *disk(path.parent)):
        yield one


def _log(path: Path) -> Iterator[Remark]:
    if path.exists() and path.stat().st_size > BIG_LOG:
        todo = "end the program that reads the file for so long, or restart the bot"
        yield Remark("warning", "database", "its write-ahead log does not shrink", todo)


async def _read(settings: Settings, store: Store) -> AsyncIterator[Remark]:
    """Who and what is in it."""
    if settings.key or settings.key_file.exists():
        try:
            use_keys(settings)
            await store.try_keys()
        except (KeyRingError, SettingsError) as error:
            yield Remark("error", "key ring", str(error), "put the right key back")
        else:
            yield await _erasures(settings, store)
    running = await presence.running(store)
    yield Remark("ok", "bot", f"{running} running" if running else "none runs now")
    async with store.read() as session:
        for one in [*await _revision(settings, session), *await _waiting(session)]:
            yield one
        for one in await _helpers(session):
            yield one


async def _erasures(settings: Settings, store: Store) -> Remark:
    try:
        try_erasures(settings)
    except SettingsError as error:
        todo = "no bot starts before: nobody could be erased"
        return Remark("error", "erasures", str(error), todo)
    async with store.read() as session:
        knows = await known(session)
    if Erasures(settings.erasures_file).count() < knows:
        todo = "put its newest copy back: without it a backup brings back who was erased"
        what = f"{settings.erasures_file} lacks erasures that the database knows"
        return Remark("warning", "erasures", what, todo)
    return Remark("ok", "erasures", "the next one can be written down")


async def _revision(settings: Settings, session: AsyncSession) -> list[Remark]:
    newest = await session.scalar(select(Revision).order_by(Revision.id.desc()).limit(1))
    if newest is None:
        return [Remark("ok", "dialogues", "the first start publishes them")]
    try:
        found = await publishing.sifted(session, publishing.frozen(settings.content))
    except publishing.Refused:
        return []  # told under texts
    if publishing.digest(found.content) == newest.content_hash:
        if not found.waiting:
            return [Remark("ok", "dialogues", f"revision {newest.id} is what the files say")]
        what = f"changed, and not approved by a second person: {', '.join(found.waiting)}"
        return [Remark("warning", "dialogues", what, "somebody else approves them in the studio")]
    what = f"the files differ from revision {newest.id}, which runs"
    return [Remark("warning", "dialogues", what, "if that is meant: `goeiedag publish`")]


async def _waiting(session: AsyncSession) -> list[Remark]:
    aside = await session.scalar(select(func.count()).where(Update.state == "aside")) or 0
    if not aside:
        return []
    todo = "look in the log for `a turn failed`, and report it"
    return [Remark("warning", "updates", f"{aside} could not be handled", todo)]


async def _helpers(session: AsyncSession) -> list[Remark]:
    """An alert that nobody sees helps nobody."""
    of_role = select(func.count(Person.id)).where(Person.left_at.is_(None))
    coordinators = await session.scalar(of_role.where(Person.role == "coordinator")) or 0
    gone = of_role.join(Chat, Chat.id == Person.chat_id).where(Chat.blocked_at.is_not(None))
    unseen = await session.scalar(gone.where(Person.role == "coordinator")) or 0
    found = [Remark("ok", "coordinators", f"{coordinators}")]
    if unseen:
        level: Level = "warning" if unseen < coordinators else "error"
        todo = "call them: who writes to the bot again is reached again"
        what = f"{unseen} of {coordinators} cannot be reached, and see no alert"
        found = [Remark(level, "coordinators", what, todo)]
    if not coordinators:
        todo = "`goeiedag invite coordinator --name NAME`, and open the link on a phone"
        found = [Remark("error", "coordinators", "there is none, so nobody is alerted", todo)]
    rows = await session.scalars(
        select(Volunteer)
        .join(Person, Person.id == Volunteer.person_id)
        .where(Person.left_at.is_(None), Volunteer.on_duty)
    )
    spoken = {language for row in rows for language in row.languages}
    if missing := [one for one in LANGUAGES if one not in spoken]:
        todo = "`goeiedag invite volunteer --language …`, or ask somebody to send /duty"
        what = f"nobody is on duty for {', '.join(missing)}"
        found.append(Remark("warning", "volunteers", what, todo))
    open_now = await session.scalar(select(func.count()).where(Handoff.state == OPEN)) or 0
    if open_now:
        todo = "a coordinator sees them with /open"
        found.append(Remark("warning", "handoffs", f"{open_now} wait for somebody", todo))
    return found
