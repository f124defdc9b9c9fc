"""How the drafts stand beside what runs: published, changed, new, taken away."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.dialogue.guarded import fingerprints
from bot.dialogue.library import Library
from bot.store.tables import Revision
from bot.studio.drafts import Shelf
from bot.studio.visit import Studio


@dataclass(frozen=True)
class Running:
    """The revision that runs; `library` None where nothing was ever published."""

    number: int
    since: datetime | None
    library: Library | None
    hashes: dict[str, str]


_known: dict[tuple[int, str], dict[str, str]] = {}


async def running(studio: Studio, session: AsyncSession) -> Running:
    """What runs now."""
    row = (
        await session.execute(
            select(Revision.id, Revision.published_at).order_by(Revision.id.desc()).limit(1)
        )
    ).first()
    if row is None:
        return Running(0, None, None, {})
    library = await studio.house.library(session, row.id)
    hashes = await asyncio.to_thread(_kept, row.id, library)
    return Running(row.id, row.published_at, library, hashes)


def _kept(number: int, library: Library) -> dict[str, str]:
    """A revision never changes, so its hashes are counted once."""
    key = (number, str(id(library)))
    if key not in _known:
        if len(_known) > 8:
            _known.clear()
        _known[key] = fingerprints(library)
    return _known[key]


def states(shelf: Shelf, run: Running) -> dict[str, str]:
    """Dialogue -> published, changed, new, gone or unreadable."""
    mine = fingerprints(shelf.library())
    found: dict[str, str] = {}
    for name, draft in shelf.drafts.items():
        if draft.dialogue is None:
            found[name] = "unreadable"
        elif name not in run.hashes:
            found[name] = "new"
        else:
            found[name] = "published" if run.hashes[name] == mine[name] else "changed"
    return found | {name: "gone" for name in run.hashes if name not in shelf.drafts}


async def shelf_of(studio: Studio) -> Shelf:
    """The drafts, read outside of the loop: turns of residents go on meanwhile."""
    today = studio.house.local(studio.now()).date()
    return await asyncio.to_thread(studio.drafts.shelf, today)
