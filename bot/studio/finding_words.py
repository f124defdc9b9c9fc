"""Where the drafts say some words: in any language, in any wording."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import Final

from bot.dialogue.names import FORMS
from bot.dialogue.words import plain
from bot.studio.drafts import Shelf

MOST: Final = 4  # places of one dialogue: a word that is everywhere is read nowhere
LONGEST: Final = 110
_SENTENCES: Final = re.compile(r"(?<=[.!?…:])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence that holds the words: in which step ('' for none) and in which language."""

    step: str
    language: str
    text: str


def saying(shelf: Shelf, wanted: str, language: str) -> dict[str, list[Place]]:
    """The dialogues that say some words or are called so, each with where. What is said in several
    languages alike is shown in the reader's."""
    folded = plain(wanted)
    named = (d.id for d in shelf.dialogues if folded in plain(f"{d.id} {d.title} {d.titles}"))
    found: dict[str, list[Place]] = {name: [] for name in named}
    known = {d.id: d for d in shelf.dialogues}
    texts = shelf.library().texts.to_json()
    seen: set[str] = set()
    for form in sorted(FORMS, key=lambda form: not form.startswith(language)):
        for ref, text in texts[form].items():
            if folded in plain(text) and ref not in seen:
                seen.add(ref)
                dialogue, step, _ = ref.split("/")
                places = found.setdefault(dialogue, [])
                if len(places) < MOST:
                    here = step if known[dialogue].step(step) else ""  # not for its own button
                    places.append(Place(here, form[:2], _around(text, folded)))
    return found


def _around(text: str, folded: str) -> str:
    """The sentence that holds the words; the beginning where they stand in more than one."""
    sentences = _SENTENCES.split(text)
    held = next((one for one in sentences if folded in plain(one)), text)
    return textwrap.shorten(held, LONGEST, placeholder="…")
