"""Publishing: drafts are read, checked, frozen and inserted as a revision that never changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.dialogue.catalogs import Catalogs
from bot.dialogue.checks import check
from bot.dialogue.findings import Finding
from bot.dialogue.form import freeze
from bot.dialogue.places_source import read_places
from bot.dialogue.source import read_folder
from bot.store import Store
from bot.store.tables import Revision


class Refused(Exception):
    """Drafts with errors are not published. `findings` say where and how to mend them."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} errors")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Published:
    """The revision that runs now; `new` is False when the drafts equal it already."""

    id: int
    new: bool
    dialogues: int


def frozen(content: Path) -> dict[str, Any]:
    """The drafts of a folder as a revision would hold them. Raises Refused."""
    dialogues, locales = content / "dialogues", content / "locales"
    errors = [f for f in check(dialogues, locales) if f.level == "error"]
    if errors:
        raise Refused(errors)
    return freeze(read_folder(dialogues)[0], Catalogs.read(locales), read_places(dialogues)[0])


def digest(drafts: dict[str, Any]) -> str:
    return sha256(json.dumps(drafts, sort_keys=True).encode()).hexdigest()


async def publish(store: Store, content: Path, now: datetime, note: str = "") -> Published:
    """Publishes the drafts of a folder. Raises Refused when a check finds an error."""
    drafts = frozen(content)
    hashed = digest(drafts)
    async with store.write() as session:
        newest = await session.scalar(select(Revision).order_by(Revision.id.desc()).limit(1))
        if newest is not None and newest.content_hash == hashed:
            return Published(newest.id, False, len(drafts["dialogues"]))
        row = Revision(content_hash=hashed, content=drafts, note=note, published_at=now)
        session.add(row)
        await session.flush()
        return Published(row.id, True, len(drafts["dialogues"]))


async def publish_first(store: Store, content: Path, now: datetime) -> Published | None:
    """Publishes the shipped dialogues where nothing was ever published."""
    async with store.read() as session:
        known = await session.scalar(select(Revision.id).limit(1))
    return None if known is not None else await publish(store, content, now, "first")


async def go_back(store: Store, revision_id: int, now: datetime) -> Published:
    """Publishes an older revision again, as a new one. Raises LookupError for an unknown one."""
    async with store.write() as session:
        old = await session.get(Revision, revision_id)
        if old is None:
            raise LookupError(f"there is no revision {revision_id}")
        row = Revision(
            content_hash=old.content_hash,
            content=old.content,
            note=f"back to {revision_id}",
            published_at=now,
        )
        session.add(row)
        await session.flush()
        return Published(row.id, True, len(old.content["dialogues"]))
