"""One change of a draft, written down so that it can be undone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from ruamel.yaml.comments import CommentedMap
from sqlalchemy import select, update
from starlette.exceptions import HTTPException

from bot.dialogue.findings import Finding
from bot.dialogue.guarded import is_guarded, taken_away
from bot.dialogue.model import Dialogue
from bot.dialogue.source import read
from bot.store.studio_tables import DraftSave
from bot.store.tables import Audit
from bot.studio import saving
from bot.studio import yaml_text as tree
from bot.studio.drafts import Draft, Shelf
from bot.studio.standing import running, shelf_of
from bot.studio.step_form import Said
from bot.studio.visit import Visit

PUT_BACK: Final = "Leave it where it was: only its words change, after a second look."

type Said_ = Mapping[str, Said]
type Make = Callable[[Draft, CommentedMap], Said_ | None]


@dataclass(frozen=True)
class Open:
    """A draft that is about to be changed, with the hash of what is shown of it."""

    shelf: Shelf
    draft: Draft
    hash: str


async def opened(visit: Visit, name: str) -> Open:
    """A dialogue's draft. Raises HTTPException 404 where there is none."""
    shelf = await shelf_of(visit.studio)
    draft = shelf.drafts.get(name)
    if draft is None:
        raise HTTPException(404)
    return Open(shelf, draft, saving.snapshot(shelf, name).hash())


async def change(visit: Visit, name: str, shown: str, make: Make) -> None:
    """Changes the tree of a file and saves it.

    Raises saving.Changed or saving.Unreadable, and LookupError for a step that is gone.
    """
    here = await opened(visit, name)
    root = tree.load(here.draft.text)
    said = make(here.draft, root)
    await write(visit, here, shown, tree.dump(root), said)


async def write(visit: Visit, here: Open, shown: str, text: str, said: Said_ | None = None) -> None:
    """Saves the text of a file. What stood there is kept for undoing. Raises as `change` does."""
    studio, name = visit.studio, here.draft.id
    before = saving.snapshot(here.shelf, name)
    await _keeps_safety(visit, here, text)
    await asyncio.to_thread(saving.save, studio.drafts, here.shelf, name, shown, text, said)
    after = saving.snapshot(await shelf_of(studio), name)
    if after.hash() == before.hash():
        return
    refs = saving.reworded(before, after, str(here.draft.path))
    async with studio.store.write() as session:
        now = studio.now()
        session.add(
            DraftSave(
                dialogue=name,
                before=before.to_json(),
                after_hash=after.hash(),
                what=" ".join(refs),
                person_id=visit.person.id,
                at=now,
            )
        )
        session.add(
            Audit(at=now, actor_id=visit.person.id, action="studio.saved", detail=name[:80])
        )


async def approved_form(visit: Visit, name: str) -> Dialogue | None:
    """A guarded dialogue as it runs: its steps and answers stay, in their order."""
    async with visit.studio.store.read() as session:
        run = await running(visit.studio, session)
    found = run.library.dialogues.get(name) if run.library is not None else None
    return found if found is not None and is_guarded(found) else None


async def _keeps_safety(visit: Visit, here: Open, text: str) -> None:
    """Raises saving.Fixed for a change that takes from safety what was approved in it."""
    known = await approved_form(visit, here.draft.id)
    after = read(text, str(here.draft.path))[0] if known is not None else None
    if known is None or after is None:
        return
    if lost := taken_away(known, after):
        raise saving.Fixed([_part_of_safety(after.path, name) for name in lost])


def _part_of_safety(path: str, name: str) -> Finding:
    return Finding(path, 0, "error", f"'{name}' is part of safety.", PUT_BACK)


async def last_save(visit: Visit, here: Open) -> DraftSave | None:
    """The save that can be undone: the newest, if nobody changed the draft since."""
    async with visit.studio.store.read() as session:
        found: DraftSave | None = await session.scalar(
            select(DraftSave)
            .where(
                DraftSave.dialogue == here.draft.id,
                DraftSave.undone_at.is_(None),
                DraftSave.after_hash == here.hash,
            )
            .order_by(DraftSave.id.desc())
            .limit(1)
        )
    return found


async def undo(visit: Visit, name: str, shown: str) -> None:
    """Puts back what stood there before the newest save. Raises saving.Changed."""
    here = await opened(visit, name)
    row = await last_save(visit, here)
    if row is None or shown != here.hash:
        raise saving.Changed
    studio = visit.studio
    back = saving.Snapshot.from_json(row.before)
    await asyncio.to_thread(saving.restore, studio.drafts, here.shelf, name, back, shown)
    async with studio.store.write() as session:
        now = studio.now()
        await session.execute(update(DraftSave).where(DraftSave.id == row.id).values(undone_at=now))
        session.add(
            Audit(at=now, actor_id=visit.person.id, action="studio.undone", detail=name[:80])
        )
