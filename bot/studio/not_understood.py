"""What was not understood, masked, of residents who said yes to that: a coordinator reads it, and
writes a new sentence in own words. The rules are those of `goeiedag review`."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import cache
from typing import Final

from sqlalchemy import delete, select
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import reviewing
from bot.dialogue.intents import INTENTS
from bot.sanitise import one_line
from bot.settings import ROOT
from bot.store.tables import Review, Utterance
from bot.studio.intents import GROUPS
from bot.studio.visit import COORDINATORS, Page, Visit

PATH: Final = "/not-understood"
AT_ONCE: Final = 10  # messages on a page


@dataclass(frozen=True, slots=True)
class Typed:
    """What was sent and refused: shown again, with why."""

    number: int = 0
    intent: str = ""
    sentence: str = ""
    fault: str = ""


@cache
def _lines() -> frozenset[str]:
    """The examples of this checkout: they do not change while a bot runs."""
    return reviewing.known_lines(ROOT)


async def show(visit: Visit) -> Response:
    return await _page(visit, Typed())


async def _page(visit: Visit, typed: Typed) -> Response:
    studio = visit.studio
    rows = await reviewing.waiting(studio.store, studio.now())
    async with studio.store.read() as session:
        own = list(await session.scalars(select(Utterance).order_by(Utterance.id.desc())))
    shown = rows[:AT_ONCE]
    if typed.number and typed.number not in {row.id for row in shown}:
        shown = [row for row in rows if row.id == typed.number] + shown
    return visit.page(
        "not_understood.html",
        status=422 if typed.fault else 200,
        rows=shown,
        count=len(rows),
        own=own,
        groups=GROUPS,
        typed=typed,
        longest=reviewing.LONGEST,
    )


async def decide(visit: Visit) -> Response:
    """Written down anew, or dropped. Either way the message itself is gone."""
    studio, number = visit.studio, visit.request.path_params["number"]
    if visit.field("drop"):
        await reviewing.drop(studio.store, number)
        return visit.go(PATH, "dropped")
    intent = visit.field("intent", 40)
    sentence = one_line(visit.field("sentence"), 2 * reviewing.LONGEST)
    async with studio.store.read() as session:
        row = await session.get(Review, number)
        if row is None:
            return visit.go(PATH, "taken-back")
        texts = select(Review.text).where(Review.language == row.language)
        messages = list(await session.scalars(texts))
    lines = await asyncio.to_thread(_lines)
    fault = reviewing.Examples(messages, lines).fault(sentence) if intent in INTENTS else "intent"
    if fault:
        return await _page(visit, Typed(number, intent, sentence, fault))
    there = await reviewing.write(studio.store, number, intent, sentence, visit.person.id)
    return visit.go(PATH, "written" if there else "taken-back")


async def remove(visit: Visit) -> Response:
    """One of the team's own sentences goes again; a model that learned it keeps it."""
    async with visit.studio.store.write() as session:
        gone = await session.execute(
            delete(Utterance).where(Utterance.id == visit.request.path_params["number"])
        )
        if not getattr(gone, "rowcount", 0):
            raise HTTPException(404)
    return visit.go(f"{PATH}#own", "sentence-gone")


PAGES: Final = (
    Page("GET", PATH, COORDINATORS, show),
    Page("POST", f"{PATH}/{{number:int}}", COORDINATORS, decide),
    Page("POST", f"{PATH}/sentences/{{number:int}}/remove", COORDINATORS, remove),
)
