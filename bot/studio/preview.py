"""A step as residents would see it: phone-sized, in every language and form of address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.dialogue.catalogs import Catalogs
from bot.dialogue.model import Dialogue, Step, choice_ref, phrases, wording_ref
from bot.dialogue.names import FORMAL, FORMS, INFORMAL
from bot.dialogue.reading_level import Measure, measure
from bot.dialogue.texts import Message, render
from bot.dialogue.turns import Button, Say
from bot.simulate import Player
from bot.studio import writing
from bot.studio.dialogue import cell
from bot.studio.drafts import Shelf
from bot.studio.step_names import StepNames
from bot.studio.visit import EVERYBODY, WRITERS, Page, Visit

# What stands in for what a resident told.
SAMPLE: Final = {
    "hour": "09:00",
    "days": "mo,we,fr",
    **dict.fromkeys(("begin", "paused_from"), "2026-03-06"),
    **dict.fromkeys(("until", "paused_until"), "2026-03-09"),
    "anniversary": "03-14",
    "today": "03-14",
    "day": "03-14",
    **dict.fromkeys(("topic", "about", "people", "avoid"), "…"),
    "lost": "brother",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One form: the message as it would be sent, and how easy it reads. `lent`: '' for words of its
    own, 'same' where it needs none beside the formal ones, 'stale' where some wait to be read
    again, 'lent' for those of another language."""

    form: str
    message: Message
    measure: Measure
    lent: str


def shown(
    shelf: Shelf, dialogue: Dialogue, step: Step, wording: int, named: bool, form: str
) -> Shown:
    """A step's message in one form, with its buttons. IndexError for a wording that is none."""
    library = shelf.library()
    said = step.wordings[wording]
    field = "say" if named or said.without_name is None else "without_name"
    address = INFORMAL if "@" in form else FORMAL
    facts = {**SAMPLE, "language": form[:2], "address": address}
    if named:
        facts["name"] = "Ana"
    player = Player(library, facts)
    values = {**player.values(), **facts}
    values |= {"place": values.get(f"place.{step.place}", "…"), "contact": "…", "told": "…"}
    choices = tuple(Button(c.id, choice_ref(dialogue.id, step.id, c.id)) for c in step.choices)
    ref = wording_ref(dialogue.id, step.id, wording, field)
    message = render([Say(ref, values, choices)], library.texts, facts)
    if message is None:
        raise IndexError(wording)
    lent = "lent"
    if message.language == form[:2]:
        refs = [ref, *(choice.ref for choice in choices)]
        states = [_state(dialogue, one, form, shelf.catalogs) for one in refs]
        lent = "stale" if "stale" in states else "same" if states[0] == "same" else ""
    return Shown(form, message, measure(message.text), lent)


def _state(dialogue: Dialogue, ref: str, form: str, catalogs: Catalogs) -> str:
    """How a text stands in a form: 'same' where the formal words count, and are good."""
    phrase = next(one for one in phrases(dialogue) if one.ref == ref)
    own, formal = (cell(dialogue, phrase, one, catalogs, (), {}) for one in (form, form[:2]))
    return formal.state if own.state == "same" and formal.state == "stale" else own.state


async def show(visit: Visit) -> Response:
    name, step_id = visit.request.path_params["id"], visit.request.path_params["step"]
    here = await writing.opened(visit, name)
    dialogue = here.draft.dialogue
    step = dialogue.step(step_id) if dialogue else None
    if dialogue is None or step is None:
        raise HTTPException(404)
    asked = visit.request.query_params
    number = asked.get("wording", "0")
    wording = int(number) if number.isdecimal() and len(number) < 3 else 0
    wording = min(wording, max(len(step.wordings) - 1, 0))
    named = asked.get("name", "1") != "0"
    found = step.wordings and [
        shown(here.shelf, dialogue, step, wording, named, form) for form in FORMS
    ]
    return visit.page(
        "preview.html",
        dialogue=dialogue,
        step=step,
        steps=StepNames(visit.words, here.shelf.library()),
        shown=found,
        wording=wording,
        named=named,
        may=visit.person.role in WRITERS,
    )


PAGES: Final = (Page("GET", "/dialogues/{id}/steps/{step}/preview", EVERYBODY, show),)
