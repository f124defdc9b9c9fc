"""Numbers and places: which are due for a look, and writing down that somebody looked today."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.dialogue.places_source import parse as parse_places
from bot.dialogue.places_source import read_places
from bot.files import write_whole
from bot.places import CHECKED_WITHIN, FILE, Place
from bot.safety.helplines import (
    OWN_FILE,
    SHIPPED,
    Helpline,
    HelplineError,
    gaps,
    load_helplines,
    parse,
)
from bot.studio.visit import COORDINATORS, Page, Studio, Visit

PATH: Final = "/desk/directory"
AGAIN_IN: Final = timedelta(days=183)  # a number that was dialled is looked at again
SOON: Final = timedelta(days=14)  # before a place is told no more


async def helplines(studio: Studio) -> Sequence[Helpline]:
    """The numbers as the file has them now; those that run where it cannot be read."""
    try:
        return await asyncio.to_thread(load_helplines, studio.content)
    except (HelplineError, OSError):
        return studio.house.helplines


async def places_due(studio: Studio, today: date) -> list[Place]:
    """Real places that nobody looked at for long, the longest ago first."""
    found = (await asyncio.to_thread(read_places, studio.content / "dialogues"))[0]
    due = [
        one for one in found if not one.example and today - one.checked_on > CHECKED_WITHIN - SOON
    ]
    return sorted(due, key=lambda one: one.checked_on)


async def show(visit: Visit) -> Response:
    return await _page(visit)


async def _page(visit: Visit, trouble: str = "") -> Response:
    studio, today = visit.studio, visit.today
    rows = await helplines(studio)
    places = (await asyncio.to_thread(read_places, studio.content / "dialogues"))[0]
    return visit.page(
        "directory.html",
        status=409 if trouble else 200,
        trouble=trouble,
        rows=sorted(rows, key=lambda row: (row.review_by > today, row.verified_on is not None)),
        gaps=gaps(rows),
        own=(studio.content / OWN_FILE).exists(),
        places=await places_due(studio, today),
        real=sum(not one.example for one in places),
        told=studio.house.examples and bool(places),
        hash=_hash(_places_file(studio)),
        today=today,
    )


def _places_file(studio: Studio) -> Path:
    return studio.content / "dialogues" / FILE


def _hash(path: Path) -> str:
    return sha256(path.read_bytes() if path.exists() else b"").hexdigest()


async def own(visit: Visit) -> Response:
    """A list of this deployment's own, a copy of the shipped one. Never over one that is there."""
    path = visit.studio.content / OWN_FILE
    if not path.exists():
        await asyncio.to_thread(write_whole, path, SHIPPED.read_text("utf-8"))
        await visit.log("helplines.own")
    return visit.go(PATH, "own-list")


async def dialled(visit: Visit) -> Response:
    """Somebody dialled a number today, and it was right."""
    path, name = visit.studio.content / OWN_FILE, visit.request.path_params["id"]
    if not path.exists():
        return await _page(visit, "no-own-list")
    today = visit.today
    text = await asyncio.to_thread(path.read_text, "utf-8")
    try:
        row = next((one for one in parse(text) if one.id == name), None)
    except HelplineError:
        return await _page(visit, "unreadable")
    if row is None:
        raise HTTPException(404)
    after = _set(text, rf"- id: {re.escape(name)}\s*$", "verified_on", today)
    if row.review_by <= today + timedelta(days=30):
        after = _set(after, rf"- id: {re.escape(name)}\s*$", "review_by", today + AGAIN_IN)
    read = next(one for one in parse(after) if one.id == name)
    if read.verified_on != today:  # written in a way that we do not know: left alone
        return await _page(visit, "unreadable")
    await asyncio.to_thread(write_whole, path, after)
    await visit.log("helplines.dialled", name)
    return visit.go(PATH, "dialled")


async def looked(visit: Visit) -> Response:
    """Somebody went by or rang, and the place is still as it is written."""
    path = _places_file(visit.studio)
    number, today = visit.request.path_params["number"], visit.today
    if visit.field("hash") != _hash(path):
        return await _page(visit, "changed")
    text = await asyncio.to_thread(path.read_text, "utf-8")
    if not any(one.line == number for one in parse_places(text, str(path))[0]):
        raise HTTPException(404)
    lines = text.splitlines(keepends=True)
    head, rest = "".join(lines[: number - 1]), "".join(lines[number - 1 :])
    after = head + _set(rest, r"- ", "checked_on", today)
    found = {one.line: one.checked_on for one in parse_places(after, str(path))[0]}
    if found.get(number) != today:
        return await _page(visit, "unreadable")
    await asyncio.to_thread(write_whole, path, after)
    await visit.log("places.looked")
    return visit.go(PATH, "looked")


def _set(text: str, head: str, key: str, day: date) -> str:
    """The first `key` behind the entry's head says another day. Every other byte stays."""
    begins = re.search(rf"^\s*{head}", text, re.MULTILINE)
    if begins is None:
        return text
    before, after = text[: begins.end()], text[begins.end() :]
    line = re.compile(rf"^(\s*{key}:[ \t]*)[^\s#]+", re.MULTILINE)
    return before + line.sub(rf"\g<1>{day.isoformat()}", after, count=1)


PAGES: Final = (
    Page("GET", PATH, COORDINATORS, show),
    Page("POST", f"{PATH}/own", COORDINATORS, own),
    Page("POST", f"{PATH}/helplines/{{id}}", COORDINATORS, dialled),
    Page("POST", f"{PATH}/places/{{number:int}}", COORDINATORS, looked),
)
