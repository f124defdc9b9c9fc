"""The head of a dialogue: its title, what begins it, and the button that offers it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from ruamel.yaml.comments import CommentedMap
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.dialogue.model import Dialogue, reading_ref
from bot.dialogue.names import BUILT_IN, COMMANDS, FORMS, LANGUAGES
from bot.dialogue.tone import LONGEST_LABEL
from bot.studio import intents, saving, writing
from bot.studio import yaml_text as tree
from bot.studio.step_form import Said
from bot.studio.visit import WRITERS, Page, Visit

TIMES: Final = ("morning", "midday", "evening")  # in the order of the day
STARTS: Final = (("timed", "timed"), ("intent", "intents"), ("command", "commands"))


async def show(visit: Visit) -> Response:
    return await _page(visit)


async def _page(visit: Visit, trouble: str = "", found: Any = ()) -> Response:
    here = await writing.opened(visit, visit.request.path_params["id"])
    dialogue = here.draft.dialogue
    if dialogue is None:
        raise HTTPException(404)
    ref = reading_ref(dialogue.id)
    entries = {form: here.shelf.catalogs.entry(form, ref) for form in FORMS}
    reading = {form: entry.text if entry else "" for form, entry in entries.items()}
    return visit.page(
        "head.html",
        status=409 if trouble == "changed" else 422 if trouble else 200,
        dialogue=dialogue,
        hash=here.hash,
        trouble=trouble,
        found=found,
        forms=FORMS,
        starts={key: list(getattr(dialogue.start, field)) for key, field in STARTS},
        titles={code: dict(dialogue.titles).get(code, "") for code in LANGUAGES},
        reading=Said(ref, {**reading, dialogue.language: dialogue.reading or ""}),
        known={
            "timed": {"": TIMES},
            "intent": intents.STARTS,
            "command": {"": [one for one in COMMANDS if one not in BUILT_IN]},
        },
        longest=LONGEST_LABEL,
    )


async def save(visit: Visit) -> Response:
    name = visit.request.path_params["id"]
    typed = Said(
        visit.field("reading.was"),
        {form: tree.normal(visit.field(f"reading.{form}")) for form in FORMS},
        frozenset(form for form in FORMS if visit.field(f"reading.{form}.kept")),
    )

    def make(draft: Any, root: CommentedMap) -> Mapping[str, Said]:
        if draft.dialogue is None:
            raise saving.Unreadable(list(draft.findings))
        _title(visit, root, draft.dialogue)
        _start(visit, root)
        own = typed.by_form.get(draft.dialogue.language, "")
        if not own:
            root.pop("reading", None)
        elif tree.plain(root.get("reading")) != own:
            if "reading" in root:
                root["reading"] = own
            else:
                root.insert(list(root).index("steps"), "reading", own)
        return {reading_ref(name): typed} if own else {}

    try:
        await writing.change(visit, name, visit.field("hash"), make)
    except saving.Changed:
        return await _page(visit, "changed")
    except saving.Unreadable as error:
        return await _page(visit, error.trouble, error.findings)
    return visit.go(f"/dialogues/{name}", "saved")


def _title(visit: Visit, root: CommentedMap, dialogue: Dialogue) -> None:
    """One title for everybody, or one a language; what did not change stays as it is written."""
    typed = {code: " ".join(visit.field(f"title.{code}", 120).split()) for code in LANGUAGES}
    said = {code: title for code, title in typed.items() if title}
    if not said or said == dict(dialogue.titles):
        return
    if len(said) == 1:
        root["title"] = next(iter(said.values()))
    else:
        root["title"] = CommentedMap(said)


def _start(visit: Visit, root: CommentedMap) -> None:
    wanted = {
        key: [part.removeprefix("/") for part in re.split(r"[,\s]+", visit.field(key)) if part]
        for key, _ in STARTS
    }
    known = root.get("start")
    node = known if isinstance(known, CommentedMap) else tree.flow()
    for key, names in wanted.items():
        old = node.get(key)
        before = [str(n) for n in old] if isinstance(old, list) else [str(old)] if old else []
        if before == names:
            continue
        node.pop(key, None)
        if names:
            node[key] = names[0] if len(names) == 1 else tree.names(names)
    if not node:
        root.pop("start", None)
    elif known is None:
        root.insert(list(root).index("language") + 1, "start", node)


PATH: Final = "/dialogues/{id}/head"
PAGES: Final = (Page("GET", PATH, WRITERS, show), Page("POST", PATH, WRITERS, save))
