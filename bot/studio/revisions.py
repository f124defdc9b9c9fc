"""Publishing: what differs from what runs, who approves it, and the way back to an older one."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import publishing
from bot.dialogue.form import freeze
from bot.dialogue.names import LANGUAGES
from bot.places import Place
from bot.store.tables import Person, Revision
from bot.studio import second_look, standing
from bot.studio.difference import Change, differences, places_changed
from bot.studio.drafts import Shelf
from bot.studio.findings import Mark, marks
from bot.studio.standers import on_revisions, standing_on
from bot.studio.step_names import StepNames
from bot.studio.visit import COORDINATORS, EVERYBODY, READERS, Page, Visit

SHOWN: Final = 30  # revisions listed
LONGEST_NOTE: Final = 200
TWICE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Line:
    """One revision in the list. `standing`: conversations that will end on it."""

    id: int
    note: str
    at: datetime
    by: str
    standing: int


async def show(visit: Visit) -> Response:
    return await _page(visit)


async def _page(
    visit: Visit, refused: publishing.Refused | None = None, moved: bool = False
) -> Response:
    """`refused` or `moved`: why nothing was published; what was typed stays."""
    studio = visit.studio
    shelf = await standing.shelf_of(studio)
    async with studio.store.read() as session:
        run = await standing.running(studio, session)
        waits = await second_look.waits(session, shelf, run)
        given = await second_look.given(session, shelf)
        lines = await _lines(visit)
        colleagues = await second_look.colleagues(session, visit.person)
    drafts = shelf.library()
    changes = await asyncio.to_thread(differences, run.library, drafts)
    gone = any(step.kind == "gone" for change in changes for step in change.steps)
    async with studio.store.read() as session:
        stand = await standing_on(session) if gone else Counter()
    chosen = visit.request.query_params.get("language", "")
    chosen = chosen if chosen in LANGUAGES else ""
    return visit.page(
        "publish.html",
        status=422 if refused else 409 if moved else 200,
        moved=moved,
        note=visit.field("note", LONGEST_NOTE),
        titles=_titles(visit, run) | visit.words.titles(shelf.dialogues),
        steps=StepNames(visit.words, drafts, run.library),
        running=run,
        changes=[one for one in (c.only(chosen) for c in changes) if not one.is_empty],
        places=(places := places_changed(_places(run), shelf.places)),
        total=len(changes) + len(places),
        waits=waits,
        given=given,
        stand=stand,
        ready=[change for change in changes if change.id not in waits],
        lines=lines,
        colleagues=colleagues,
        errors=_placed(shelf),
        refused=refused,
        chosen=chosen,
        seen=await asyncio.to_thread(_digest, shelf),
        longest=LONGEST_NOTE,
        may_publish=visit.person.role in COORDINATORS,
        may_approve=visit.person.role in READERS,
        me=visit.person.id,
    )


def _places(run: standing.Running) -> tuple[Place, ...]:
    return run.library.places if run.library is not None else ()


def _titles(visit: Visit, run: standing.Running) -> dict[str, str]:
    """What the dialogues that run are called."""
    return visit.words.titles(run.library.dialogues.values()) if run.library is not None else {}


def _digest(shelf: Shelf) -> str:
    return publishing.digest(freeze(shelf.dialogues, shelf.catalogs, shelf.places))


def _placed(shelf: Shelf) -> list[tuple[str, Mark]]:
    """Everything that stops publishing, with the dialogue and the step where it is mended."""
    found = [(d.id, m) for d in shelf.drafts.values() for m in marks(d.dialogue, d.findings)]
    found += [("", Mark(finding, "")) for finding in shelf.elsewhere]
    return [(name, mark) for name, mark in found if mark.finding.level == "error"]


async def _lines(visit: Visit) -> list[Line]:
    async with visit.studio.store.read() as session:
        stand = await on_revisions(session)
        columns = (Revision.id, Revision.note, Revision.published_at, Revision.author_id)
        query = select(*columns).order_by(Revision.id.desc()).limit(SHOWN)
        rows = (await session.execute(query)).all()
        known = {row.author_id for row in rows if row.author_id is not None}
        people = await session.scalars(select(Person).where(Person.id.in_(known)))
        names = {person.id: person.name or "" for person in people}
    return [
        Line(
            row.id,
            _noted(visit, row.note),
            row.published_at,
            names.get(row.author_id, ""),
            stand[row.id],
        )
        for row in rows
    ]


def _noted(visit: Visit, note: str) -> str:
    """A note as it was typed; what the bot itself notes, in the reader's words."""
    if note == publishing.FIRST:
        return visit.words("publish/note-first")
    back = re.fullmatch(publishing.BACK.format(number=r"(\d+)") + r"(: .*)?", note)
    return visit.words("publish/note-back", number=back[1]) + (back[2] or "") if back else note


async def publish(visit: Visit) -> Response:
    note = " ".join(visit.field("note", LONGEST_NOTE).split())
    if not note:
        return visit.go("/publish", "no-note")
    seen = (visit.field("seen"), _number(visit.field("running")))
    studio = visit.studio
    try:
        done = await publishing.publish(
            studio.store, studio.content, studio.now(), note, visit.person.id, seen
        )
    except publishing.Moved:
        twice = await _is_mine(visit, note)
        return visit.go("/publish", "published") if twice else await _page(visit, moved=True)
    except publishing.Refused as refused:
        return await _page(visit, refused)
    if not done.new:
        return visit.go("/publish", "publish-same")
    return visit.go("/publish", "published-some" if done.kept or done.left_out else "published")


async def _is_mine(visit: Visit, note: str) -> bool:
    """Whether what runs was published a moment ago by this very form: the button was pressed
    twice."""
    studio = visit.studio
    async with studio.store.read() as session:
        newest = await session.scalar(select(Revision).order_by(Revision.id.desc()).limit(1))
    if newest is None or newest.published_at < studio.now() - TWICE:
        return False
    return bool(newest.author_id == visit.person.id and newest.note == note)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 18 else -1


async def show_back(visit: Visit) -> Response:
    """What would change for residents by returning to an older version."""
    number = int(visit.request.path_params["number"])
    return await _back_page(visit, number)


async def _back_page(
    visit: Visit, number: int, refused: publishing.Refused | None = None, moved: bool = False
) -> Response:
    studio = visit.studio
    async with studio.store.read() as session:
        run = await standing.running(studio, session)
        try:
            library = await studio.house.library(session, number)
        except LookupError:
            raise HTTPException(404) from None
    lines = await _lines(visit)
    changes: list[Change] = []
    if run.number != number:
        changes = await asyncio.to_thread(differences, run.library, library)
    return visit.page(
        "revision.html",
        status=422 if refused else 409 if moved else 200,
        moved=moved,
        note=visit.field("note", LONGEST_NOTE),
        titles=_titles(visit, run) | visit.words.titles(library.dialogues.values()),
        steps=StepNames(visit.words, library, run.library),
        number=number,
        line=next((line for line in lines if line.id == number), None),
        running=run,
        changes=changes,
        places=places_changed(_places(run), library.places) if run.number != number else [],
        stand={},
        refused=refused,
        longest=LONGEST_NOTE,
        may_publish=visit.person.role in COORDINATORS,
    )


async def go_back(visit: Visit) -> Response:
    studio, number = visit.studio, int(visit.request.path_params["number"])
    note = " ".join(visit.field("note", LONGEST_NOTE).split())
    seen = _number(visit.field("running"))
    try:
        done = await publishing.go_back(
            studio.store, number, studio.now(), visit.person.id, note, seen
        )
    except LookupError:
        raise HTTPException(404) from None
    except publishing.Moved:
        return await _back_page(visit, number, moved=True)
    except publishing.Refused as refused:
        return await _back_page(visit, number, refused)
    return visit.go("/publish", "went-back-some" if done.kept else "went-back")


ONE: Final = "/publish/{number:int}"
PAGES: Final = (
    Page("GET", "/publish", EVERYBODY, show),
    Page("POST", "/publish", COORDINATORS, publish),
    Page("GET", ONE, EVERYBODY, show_back),
    Page("POST", ONE, COORDINATORS, go_back),
)
