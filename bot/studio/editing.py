"""The form of one step: its words in every language, its answers, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.dialogue.catalogs import Catalogs
from bot.dialogue.model import (
    BACK,
    ELSEWHERE,
    END,
    Dialogue,
    Step,
    choice_ref,
    unclear_ref,
    wording_ref,
)
from bot.dialogue.names import ABOUTS, ACTIONS, DECISIONS, FORMS, KEPT_DATES, NEEDS, TAKES
from bot.dialogue.tone import LONGEST_LABEL, LONGEST_TEXT
from bot.studio import conflict, findings, graph, intents, saving, step_form, writing
from bot.studio import dialogue as shown
from bot.studio.step_form import NEW, Answer, Said, StepForm
from bot.studio.step_names import StepNames
from bot.studio.visit import WRITERS, Page, Visit
from bot.studio.words import Words

UNITS: Final = ((86400, "d"), (3600, "h"), (60, "m"))


def length(seconds: int) -> str:
    """21600 -> '6h', as the file writes it."""
    size, unit = next((s, u) for s, u in UNITS if seconds % s == 0 or s == 60)
    return f"{seconds // size}{unit}"


def as_form(dialogue: Dialogue, step: Step, catalogs: Catalogs) -> StepForm:
    """A step as its form would have sent it."""

    def said(ref: str, text: str | None) -> Said:
        found = {}
        for form in FORMS:
            entry = catalogs.entry(form, ref)
            found[form] = entry.text if entry else ""
        return Said(ref, {**found, dialogue.language: text or ""})

    name = dialogue.id
    wordings = [
        (
            said(wording_ref(name, step.id, n, "say"), w.say),
            said(wording_ref(name, step.id, n, "without_name"), w.without_name),
        )
        for n, w in enumerate(step.wordings)
    ]
    answers = [
        Answer(c.id, said(choice_ref(name, step.id, c.id), c.label), c.then, c.means)
        for c in step.choices
    ]
    repair, silence, decide = step.unclear, step.silence, step.decide
    return StepForm(
        wordings,
        answers,
        said(unclear_ref(name, step.id), repair.say if repair else ""),
        repair.then if repair else "",
        length(silence.after) if silence else "",
        silence.then if silence else "",
        (decide.by, decide.yes, decide.no) if decide else ("", "", ""),
        {key: getattr(step, key) or "" for key in step_form.NAMES},
        step.note,
    )


async def show(visit: Visit) -> Response:
    name, step_id = visit.request.path_params["id"], visit.request.path_params["step"]
    here = await writing.opened(visit, name)
    return await _page(visit, here, step_id, None)


async def save(visit: Visit) -> Response:
    name, step_id = visit.request.path_params["id"], visit.request.path_params["step"]
    form = step_form.parse(visit.field)
    done = "saved"

    def make(draft: Any, root: Any) -> Mapping[str, Said]:
        nonlocal done
        if draft.dialogue is None:
            raise saving.Unreadable(list(draft.findings))
        step = draft.dialogue.step(step_id)
        before = as_form(draft.dialogue, step, shelf.catalogs) if step else form
        done = "saved-forms" if conflict.left_behind(before, form) else "saved"
        step_form.write(root, draft.dialogue, step_id, form)
        return form.texts

    shelf = (await writing.opened(visit, name)).shelf
    try:
        await writing.change(visit, name, visit.field("hash"), make)
    except saving.Changed:
        here = await writing.opened(visit, name)
        return await _page(visit, here, step_id, form, "changed")
    except saving.Unreadable as error:
        here = await writing.opened(visit, name)
        return await _page(visit, here, step_id, form, error.trouble, error.findings)
    except KeyError:
        raise HTTPException(404) from None
    if form.made:
        return visit.go(f"/dialogues/{name}/steps/{form.made[-1]}", "made")
    if visit.field("stay"):
        return visit.go(f"/dialogues/{name}/steps/{step_id}", done)
    return visit.go(f"/dialogues/{name}#step-{step_id}", done)


async def _page(
    visit: Visit,
    here: writing.Open,
    step_id: str,
    typed: StepForm | None,
    trouble: str = "",
    found: Any = (),
) -> Response:
    dialogue = here.draft.dialogue
    step = dialogue.step(step_id) if dialogue else None
    if dialogue is None or step is None:
        raise HTTPException(404)
    catalogs = here.shelf.catalogs
    now = as_form(dialogue, step, catalogs)
    marks = findings.marks(dialogue, here.draft.findings)
    async with visit.studio.store.read() as session:
        days = await shown.changed_on(session, dialogue.id)
    card = shown.card(dialogue, step, catalogs, marks, days)
    steps = StepNames(visit.words, here.shelf.library())
    rows = {row.ref: row for row in (*card.rows, *card.choices.values())}
    return visit.page(
        "step.html",
        status=409 if trouble == "changed" else 422 if trouble else 200,
        dialogue=dialogue,
        step=step,
        kind=graph.kind_of(step),
        form=typed or now,
        otherwise=conflict.otherwise(typed, now, visit.words.language)
        if typed and trouble == "changed"
        else [],
        titles=visit.words.titles(here.shelf.dialogues),
        steps=steps,
        cells={
            (ref, cell.form): cell
            for ref, row in rows.items()
            for _, cells in row.languages
            for cell in cells
        },
        general=card.marks,
        hash=here.hash,
        trouble=trouble,
        found=found,
        forms=FORMS,
        targets=targets(here, visit.words, steps),
        questions=[one.id for one in dialogue.steps if one.asks and one.id != step_id],
        blank=Said("", {}),
        empty=Answer("", Said("", {}), "", ()),
        known=KNOWN,
        longest={"text": LONGEST_TEXT, "label": LONGEST_LABEL},
    )


# What a dialogue of the release keeps beside the dates; a file may name others.
FACTS: Final = frozenset(
    {"address", "anniversary", "answer", "avoid", "begin", "days", "evening_mood", "hour"}
    | {"language", "mood", "name", "relation", "topic", "until"}
    | {"worry_days", "worry_name", "worry_who", "worry_words"}
)
KNOWN: Final = {
    "do": ACTIONS,
    "decide": DECISIONS,
    "takes": TAKES,
    "place": NEEDS,
    "keep": KEPT_DATES,
    "remember": FACTS,
    "forget": KEPT_DATES | FACTS,
    "about": ABOUTS,
    "means": intents.ANSWERS,
    "silence": ("30m", "1h", "3h", "6h", "12h", "1d", "2d", "7d"),
}


def targets(here: writing.Open, words: Words, named: StepNames) -> dict[str, list[tuple[str, str]]]:
    """Where a step can lead: steps of this dialogue, the end, other dialogues by their title."""
    dialogue = here.draft.dialogue
    steps = [
        (step.id, named(dialogue.id, step.id))
        for step in (dialogue.steps if dialogue else ())
        if dialogue
    ]
    others = sorted(
        (
            (f"{ELSEWHERE}{d.id}", words.titled(d))
            for d in here.shelf.dialogues
            if d.id != here.draft.id
        ),
        key=lambda pair: pair[1].casefold(),
    )
    return {
        "steps": steps,
        "ends": [(END, "one/end"), (BACK, "one/go-back")],
        "others": others,
        "new": [(NEW, "")],
    }


PATH: Final = "/dialogues/{id}/steps/{step}"
PAGES: Final = (Page("GET", PATH, WRITERS, show), Page("POST", PATH, WRITERS, save))
