"""Adding, moving and removing steps; a new dialogue; undoing."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any, Final

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.dialogue.model import Dialogue
from bot.studio import saving, step_form, writing, yaml_steps
from bot.studio import yaml_text as tree
from bot.studio.standers import standing_on
from bot.studio.standing import running, shelf_of
from bot.studio.step_names import StepNames
from bot.studio.visit import WRITERS, Page, Visit

KINDS: Final = ("says", "asks", "decides")


async def add(visit: Visit) -> Response:
    name = visit.request.path_params["id"]
    kind = visit.field("kind") if visit.field("kind") in KINDS else "says"
    made: list[str] = []

    def make(_draft: Any, root: Any) -> None:
        wish = visit.field("name", 40) or "step"
        made.append(yaml_steps.add(root, wish, visit.field("after", 80), kind))

    refused = await _change(visit, name, make)
    return refused or visit.go(f"/dialogues/{name}/steps/{made[0]}", "made")


async def move(visit: Visit) -> Response:
    name, step = visit.request.path_params["id"], visit.request.path_params["step"]
    by = -1 if visit.field("way") == "up" else 1
    refused = await _change(visit, name, lambda _draft, root: yaml_steps.move(root, step, by))
    return refused or visit.go(f"/dialogues/{name}#step-{step}", "moved")


async def ask_removal(visit: Visit) -> Response:
    """Says what would break before anything is taken away."""
    name, step_id = visit.request.path_params["id"], visit.request.path_params["step"]
    here = await writing.opened(visit, name)
    dialogue = here.draft.dialogue
    if dialogue is None or dialogue.step(step_id) is None:
        raise HTTPException(404)
    async with visit.studio.store.read() as session:
        here_now = await standing_on(session)
    return visit.page(
        "remove_step.html",
        dialogue=dialogue,
        step=dialogue.step(step_id),
        steps=(steps := StepNames(visit.words, here.shelf.library())),
        hash=here.hash,
        first=dialogue.first.id == step_id,
        alone=len(dialogue.steps) == 1,
        leading=[f"'{steps(name, one)}'" for one in leading_to(dialogue, step_id)],
        standing=here_now.get((name, step_id), 0),
        fixed=await fixed_steps(visit, name),
    )


async def fixed_steps(visit: Visit, name: str) -> frozenset[str]:
    """The steps that nobody takes away or moves: those of safety, as they run."""
    known = await writing.approved_form(visit, name)
    return frozenset(step.id for step in (known.steps if known is not None else ()))


def leading_to(dialogue: Dialogue, step_id: str) -> list[str]:
    """The steps that lead to one."""
    return [
        step.id
        for step in dialogue.steps
        if step.id != step_id and any(target == step_id for target, _ in step.targets())
    ]


async def remove(visit: Visit) -> Response:
    name, step = visit.request.path_params["id"], visit.request.path_params["step"]
    refused = await _change(visit, name, lambda _draft, root: yaml_steps.remove(root, step))
    return refused or visit.go(f"/dialogues/{name}", "removed")


async def undo(visit: Visit) -> Response:
    name = visit.request.path_params["id"]
    try:
        await writing.undo(visit, name, visit.field("hash"))
    except saving.Changed:
        return visit.go(f"/dialogues/{name}", "not-undone")
    return visit.go(f"/dialogues/{name}", "undone")


async def create(visit: Visit) -> Response:
    """A new dialogue of one step, begun by nothing until somebody says by what."""
    title = " ".join(visit.field("title", 80).split())
    shelf = await shelf_of(visit.studio)
    name = step_form.slug({"en": title}, set(shelf.drafts)) if title else ""
    if not title or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        return visit.go("/dialogues", "no-title")
    language = visit.person.language
    root = CommentedMap({"title": title, "language": language})
    root["steps"] = CommentedSeq([])
    yaml_steps.add(root, "hello", "")
    path = visit.studio.drafts.path(name)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(tree.dump(root))
    except FileExistsError:
        return visit.go(f"/dialogues/{name}")
    return visit.go(f"/dialogues/{name}/steps/hello", "made")


async def drop(visit: Visit) -> Response:
    """Takes a whole dialogue away that was never published, and so is nobody's."""
    studio, name = visit.studio, visit.request.path_params["id"]
    here = await writing.opened(visit, name)
    async with studio.store.read() as session:
        run = await running(studio, session)
    if name in run.hashes:
        return visit.go(f"/dialogues/{name}", "published-stays")
    try:
        shown = visit.field("hash")
        await asyncio.to_thread(saving.remove, studio.drafts, here.shelf, name, shown)
    except saving.Changed:
        return visit.go(f"/dialogues/{name}", "changed-meanwhile")
    await visit.log("studio.removed", name)
    return visit.go("/dialogues", "dialogue-removed")


async def _change(visit: Visit, name: str, make: Any) -> Response | None:
    """Carries a change out; a page that says why not, where it cannot be."""

    def made(draft: Any, root: Any) -> Mapping[str, Any] | None:
        make(draft, root)
        return None

    try:
        await writing.change(visit, name, visit.field("hash"), made)
    except saving.Changed:
        return visit.go(f"/dialogues/{name}", "changed-meanwhile")
    except saving.Unreadable as error:
        done = "kept-safe" if error.trouble == "fixed" else "not-saved"
        return visit.go(f"/dialogues/{name}", done)
    except KeyError:
        raise HTTPException(404) from None
    return None


ONE: Final = "/dialogues/{id}"
PAGES: Final = (
    Page("POST", "/dialogues", WRITERS, create),
    Page("POST", f"{ONE}/steps", WRITERS, add),
    Page("POST", f"{ONE}/steps/{{step}}/move", WRITERS, move),
    Page("GET", f"{ONE}/steps/{{step}}/remove", WRITERS, ask_removal),
    Page("POST", f"{ONE}/steps/{{step}}/remove", WRITERS, remove),
    Page("POST", f"{ONE}/undo", WRITERS, undo),
    Page("POST", f"{ONE}/remove", WRITERS, drop),
)
