"""One dialogue as a column of steps beside its map, in three languages side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.dialogue.catalogs import Catalogs
from bot.dialogue.guarded import is_guarded
from bot.dialogue.model import Dialogue, Phrase, Step, phrases
from bot.dialogue.names import LANGUAGES, VARIANTS
from bot.dialogue.reading_level import Measure, measure
from bot.dialogue.tone import needs_variant
from bot.store.studio_tables import DraftSave
from bot.studio import findings, graph, standing, writing
from bot.studio.changes import words_changed
from bot.studio.mending import key_of
from bot.studio.shaping import fixed_steps
from bot.studio.step_names import StepNames
from bot.studio.visit import EVERYBODY, WRITERS, Page, Visit
from bot.studio.words import ABOUT_FORMS

type Marks = Sequence[findings.Mark]


@dataclass(frozen=True)
class Cell:
    """One text in one form of one language. `state`: source, good, stale, missing or same."""

    form: str
    text: str
    state: str
    change: str = ""
    changed_on: datetime | None = None
    marks: Marks = ()

    @property
    def measure(self) -> Measure:
        """How easy it reads."""
        return measure(self.text)


@dataclass(frozen=True)
class Row:
    """One text of a step in all languages: (language, its forms)."""

    ref: str
    field: str
    wording: int
    languages: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True)
class Card:
    """One step as it is shown."""

    step: Step
    kind: str
    rows: tuple[Row, ...]
    choices: Mapping[str, Row]
    marks: Marks

    @property
    def troubled(self) -> bool:
        """Whether one of the other wordings has something to mend."""
        cells = [c for r in self.rows if r.wording for _, found in r.languages for c in found]
        return any(c.marks or c.state in ("missing", "stale") for c in cells)


async def show(visit: Visit) -> Response:
    name = visit.request.path_params["id"]
    studio = visit.studio
    shelf = await standing.shelf_of(studio)
    async with studio.store.read() as session:
        run = await standing.running(studio, session)
        days = await changed_on(session, name)
    states = standing.states(shelf, run)
    if name not in states:
        raise HTTPException(404)
    draft = shelf.drafts.get(name)
    dialogue = draft.dialogue if draft is not None else None
    if draft is None or dialogue is None:
        return visit.page(
            "unreadable.html", id=name, draft=draft, findings=draft.findings if draft else ()
        )
    marks = findings.marks(dialogue, draft.findings)
    counted = Counter(mark.step for mark in marks)
    here = await writing.opened(visit, name)
    base = visit.request.scope.get("root_path", "")
    titles = visit.words.titles(shelf.dialogues)
    steps = StepNames(visit.words, shelf.library())
    return visit.page(
        "dialogue.html",
        dialogue=dialogue,
        state=states[name],
        guarded=is_guarded(dialogue),
        cards=[card(dialogue, step, shelf.catalogs, marks, days) for step in dialogue.steps],
        hash=here.hash,
        may=visit.person.role in WRITERS,
        undoable=await writing.last_save(visit, here) is not None,
        fixed=await fixed_steps(visit, name),
        head=[mark for mark in marks if not mark.step],
        marks=marks,
        reading=_reading(dialogue, shelf.catalogs, marks, days),
        titles=titles,
        steps=steps,
        map=graph.draw(
            dialogue, f"{base}/dialogues", counted, visit.words("one/graph"), titles, steps
        ),
    )


async def changed_on(session: object, dialogue_id: str) -> dict[str, datetime]:
    """When the source of a text was last reworded here, by ref."""
    rows = await session.execute(  # type: ignore[attr-defined]
        select(DraftSave.what, DraftSave.at)
        .where(DraftSave.dialogue == dialogue_id, DraftSave.undone_at.is_(None))
        .order_by(DraftSave.id)
    )
    return {ref: at for what, at in rows for ref in what.split()}


def card(
    dialogue: Dialogue,
    step: Step,
    catalogs: Catalogs,
    marks: Marks,
    days: Mapping[str, datetime],
) -> Card:
    """A step with all its texts, each finding beside what it is about."""
    own = [mark for mark in marks if mark.step == step.id]
    rows = [
        row(dialogue, phrase, catalogs, own, days)
        for phrase in phrases(dialogue)
        if phrase.ref.split("/")[1] == step.id
    ]
    labels = {one.ref.rpartition("/choice.")[2]: one for one in rows if one.field == "label"}
    said = tuple(one for one in rows if one.field != "label")
    shown = {one.ref for one in rows}
    return Card(step, graph.kind_of(step), said, labels, [m for m in own if m.ref not in shown])


def _reading(
    dialogue: Dialogue, catalogs: Catalogs, marks: Marks, days: Mapping[str, datetime]
) -> Row | None:
    first = next((p for p in phrases(dialogue) if p.kind == "reading"), None)
    return row(dialogue, first, catalogs, marks, days) if first else None


def row(
    dialogue: Dialogue,
    phrase: Phrase,
    catalogs: Catalogs,
    marks: Marks,
    days: Mapping[str, datetime],
) -> Row:
    """One text in every language and form of address."""
    field = phrase.ref.split("/")[2]
    wording = int(field.split(".")[1]) if field.startswith("variant.") else 0
    own = [mark for mark in marks if mark.ref == phrase.ref]
    found = []
    for language in LANGUAGES:
        forms = [language, *([VARIANTS[language]] if language in VARIANTS else [])]
        cells = [cell(dialogue, phrase, form, catalogs, own, days) for form in forms]
        found.append((language, tuple(c for c in cells if c.state != "same" or c.marks)))
    return Row(phrase.ref, phrase.kind, wording, tuple(found))


def cell(
    dialogue: Dialogue,
    phrase: Phrase,
    form: str,
    catalogs: Catalogs,
    marks: Marks,
    days: Mapping[str, datetime],
) -> Cell:
    """What one form says, and whether it still fits its source."""
    own = [mark for mark in marks if mark.form == form]
    if form == dialogue.language:
        own += [mark for mark in marks if not mark.form]
        return Cell(form, phrase.text, "source", marks=own)
    entry = catalogs.entry(form, phrase.ref)
    if entry is None or not entry.text:
        base = form.partition("@")[0]
        said = phrase.text if base == dialogue.language else _said(catalogs, base, phrase.ref)
        owed = "@" not in form or needs_variant(said, base)
        return Cell(form, "", "missing" if owed else "same", marks=_besides(own))
    if entry.fuzzy or entry.source != phrase.text:
        before = entry.made_from or (entry.source if entry.source != phrase.text else "")
        change = words_changed(before, phrase.text) if before else ""
        return Cell(form, entry.text, "stale", change, days.get(phrase.ref), _besides(own))
    return Cell(form, entry.text, "good", marks=own)


def _besides(marks: Marks) -> Marks:
    """What is found beside that a text is missing or stale, which its state says already."""
    return [mark for mark in marks if (key_of(mark.finding) or ("",))[0] not in ABOUT_FORMS]


def _said(catalogs: Catalogs, form: str, ref: str) -> str:
    entry = catalogs.entry(form, ref)
    return entry.text if entry else ""


PAGES: Final = (Page("GET", "/dialogues/{id}", EVERYBODY, show),)
