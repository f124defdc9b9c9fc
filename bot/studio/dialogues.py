"""The list of dialogues: what each is for, and how its draft stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from bot.dialogue.guarded import is_guarded
from bot.dialogue.model import Dialogue
from bot.studio import standing
from bot.studio.drafts import Draft, Shelf
from bot.studio.finding_words import saying
from bot.studio.visit import EVERYBODY, WRITERS, Page, Visit

FILTERS: Final = ("all", "changed", "problems")
GROUPS: Final = ("timed", "command", "intent", "inner")


@dataclass(frozen=True)
class Line:
    """One dialogue in the list."""

    id: str
    title: str
    titles: tuple[tuple[str, str], ...]
    state: str
    group: str
    steps: int
    errors: int
    remarks: int
    guarded: bool

    @property
    def changed(self) -> bool:
        """Whether publishing would change it."""
        return self.state != "published"


async def show(visit: Visit) -> Response:
    studio = visit.studio
    shelf = await standing.shelf_of(studio)
    async with studio.store.read() as session:
        run = await standing.running(studio, session)
    lines = sorted(list_of(shelf, run), key=lambda line: visit.words.titled(line).casefold())
    chosen = visit.request.query_params.get("show", "all")
    chosen = chosen if chosen in FILTERS else "all"
    wanted = visit.request.query_params.get("find", "").strip()[:80]
    said = saying(shelf, wanted, visit.words.language) if wanted else None
    kept = [one for one in lines if _fits(one, chosen) and (said is None or one.id in said)]
    grouped = [(name, [one for one in kept if one.group == name]) for name in GROUPS]
    return visit.page(
        "dialogues.html",
        groups=[(name, found) for name, found in grouped if found],
        total=len(lines),
        chosen=chosen,
        wanted=wanted,
        said=said or {},
        counts={name: sum(_fits(one, name) for one in lines) for name in FILTERS},
        running=run,
        elsewhere=shelf.elsewhere,
        may=visit.person.role in WRITERS,
    )


def _fits(line: Line, chosen: str) -> bool:
    return {
        "all": True,
        "changed": line.changed,
        "problems": line.errors + line.remarks > 0,
    }[chosen]


def list_of(shelf: Shelf, run: standing.Running) -> list[Line]:
    """Every dialogue that is drafted or published."""
    states = standing.states(shelf, run)
    found: list[Line] = []
    for name, state in states.items():
        draft = shelf.drafts.get(name)
        known = draft.dialogue if draft is not None else None
        if known is None and run.library is not None:
            known = run.library.dialogues.get(name)
        found.append(_line(name, state, known, draft))
    return found


def _line(name: str, state: str, known: Dialogue | None, draft: Draft | None) -> Line:
    errors = draft.errors if draft else 0
    return Line(
        name,
        known.title if known else name,
        known.titles if known else (),
        state,
        group_of(known),
        len(known.steps) if known else 0,
        errors,
        len(draft.findings) - errors if draft else 0,
        known is not None and is_guarded(known),
    )


def group_of(dialogue: Dialogue | None) -> str:
    """What begins it, in one word."""
    if dialogue is None:
        return "inner"
    start = dialogue.start
    if start.timed:
        return "timed"
    return "command" if start.commands else "intent" if start.intents else "inner"


PAGES: Final = (Page("GET", "/dialogues", EVERYBODY, show),)
