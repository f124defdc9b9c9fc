"""Publishing: drafts are read, checked, frozen and inserted as a revision that never changes.

From wherever it is done: a dialogue that needs a second look is published as it was last approved,
until somebody else has said yes to its new words (see `approving`).
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import approving
from bot.dialogue.approvals import Sifted, sift
from bot.dialogue.catalogs import Catalogs
from bot.dialogue.checks import judged
from bot.dialogue.findings import Finding
from bot.dialogue.form import dialogues as thawed
from bot.dialogue.form import freeze
from bot.dialogue.places_source import read_places
from bot.dialogue.source import read_folder
from bot.dialogue.structure import structure
from bot.store import Store
from bot.store.tables import Audit, Revision

# What the bot itself notes of a revision; the studio says it in the reader's language.
FIRST: Final = "first"
BACK: Final = "back to {number}"


class Refused(Exception):
    """Drafts with errors are not published. `findings` say where and how to mend them; `waiting`
    names the dialogues that somebody has to approve first, where that is what is wrong."""

    def __init__(self, findings: list[Finding], waiting: tuple[str, ...] = ()) -> None:
        super().__init__(f"{len(findings)} errors")
        self.findings, self.waiting = findings, waiting


class Moved(Exception):
    """The drafts, or what runs, are no longer what was looked at. Nothing was published."""


@dataclass(frozen=True, slots=True)
class Published:
    """The revision that runs now; `new` is False when the drafts equal it already. `kept` stay as
    they were approved, and `left_out` are new: both wait for a second look."""

    id: int
    new: bool
    dialogues: int
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def frozen(content: Path, today: date | None = None) -> dict[str, Any]:
    """The drafts of a folder as a revision would hold them. Raises Refused."""
    folder = content / "dialogues"
    dialogues, findings = read_folder(folder)
    catalogs = Catalogs.read(content / "locales")
    found = judged(folder, dialogues, findings, catalogs, today)
    if errors := [finding for finding in found if finding.level == "error"]:
        raise Refused(errors)
    return freeze(dialogues, catalogs, read_places(folder)[0])


def digest(drafts: dict[str, Any]) -> str:
    return sha256(json.dumps(drafts, sort_keys=True).encode()).hexdigest()


async def sifted(session: AsyncSession, drafts: dict[str, Any]) -> Sifted:
    """What of the drafts may be published now. Raises Refused where it does not hold together."""
    newest = await _newest(session)
    if newest is None:
        return Sifted(drafts)
    yes = await approving.approved(session)
    found = sift(drafts, [newest.content], yes)
    if found.left_out:  # it may have been approved in an older one
        rows = await session.scalars(select(Revision.content).order_by(Revision.id.desc()))
        found = sift(drafts, list(rows), yes)
    if found.waiting:
        errors = [f for f in structure(thawed(found.content)) if f.level == "error"]
        if errors:
            raise Refused(errors, found.waiting)
    return found


async def publish(
    store: Store,
    content: Path,
    now: datetime,
    note: str = "",
    author_id: int | None = None,
    seen: tuple[str, int] | None = None,
) -> Published:
    """Publishes the drafts of a folder. Raises Refused when a check finds an error.

    `seen`: the digest of the drafts and the revision that somebody looked at; Moved is raised where
    either is another by now.
    """
    drafts = await asyncio.to_thread(frozen, content, now.date())
    if seen is not None and digest(drafts) != seen[0]:
        raise Moved
    async with store.alone(), store.write() as session:
        newest = await _newest(session)
        if seen is not None and (newest.id if newest else 0) != seen[1]:
            raise Moved
        found = await sifted(session, drafts)
        return await _insert(session, found, now, note, author_id)


async def publish_first(store: Store, content: Path, now: datetime) -> Published | None:
    """Publishes the shipped dialogues where nothing was ever published. Of several processes that
    start at once one does: the others find the same already published."""
    async with store.read() as session:
        known = await session.scalar(select(Revision.id).limit(1))
    return None if known is not None else await publish(store, content, now, FIRST)


async def go_back(
    store: Store,
    revision_id: int,
    now: datetime,
    author_id: int | None = None,
    note: str = "",
    seen: int | None = None,
) -> Published:
    """Publishes an older revision again, as a new one. Raises LookupError for an unknown one,
    Moved where another than `seen` runs."""
    async with store.alone(), store.write() as session:
        newest = await _newest(session)
        if seen is not None and (newest is None or newest.id != seen):
            raise Moved
        old = await session.get(Revision, revision_id)
        if old is None:
            raise LookupError(f"there is no revision {revision_id}")
        told = BACK.format(number=revision_id) + (f": {note}" if note else "")
        found = await sifted(session, old.content)
        return await _insert(session, found, now, told, author_id, again=True)


async def _newest(session: AsyncSession) -> Revision | None:
    found: Revision | None = await session.scalar(
        select(Revision).order_by(Revision.id.desc()).limit(1)
    )
    return found


async def _insert(
    session: AsyncSession,
    found: Sifted,
    now: datetime,
    note: str,
    author_id: int | None,
    again: bool = False,
) -> Published:
    """`again`: a new revision is made also where the newest says the same."""
    hashed = digest(found.content)
    count = len(found.content["dialogues"])
    newest = await _newest(session)
    if newest is not None and newest.content_hash == hashed and not again:
        return Published(newest.id, False, count, found.kept, found.left_out)
    row = Revision(
        content_hash=hashed,
        content=found.content,
        note=note,
        published_at=now,
        author_id=author_id,
    )
    session.add(row)
    await session.flush()
    await approving.keep_first(session)
    detail = f"revision {row.id}"
    session.add(Audit(at=now, actor_id=author_id, action="studio.published", detail=detail))
    return Published(row.id, True, count, found.kept, found.left_out)
