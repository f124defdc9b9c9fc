"""Which dialogues need a second pair of eyes, and the hash that a yes to them is bound to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any, Final

from bot.dialogue.intents import CRISES
from bot.dialogue.library import Library
from bot.dialogue.model import LATER, Dialogue, phrases
from bot.dialogue.names import GRAVE, OFFER

# What gives a consent, erases, brings a person or answers danger.
ACTIONS: Final = GRAVE | {"offer_person", "safety_reply"}


def is_guarded(dialogue: Dialogue) -> bool:
    """Whether a change of this dialogue is published only after a second coordinator's yes."""
    acts = any(step.do in ACTIONS for step in dialogue.steps)
    return acts or dialogue.id == OFFER or bool(CRISES & set(dialogue.start.intents))


def taken_away(before: Dialogue, after: Dialogue) -> list[str]:
    """What a coordinator may not do to a guarded dialogue: steps, answers and actions that were
    approved and are gone now, or stand in another order. Adding and rewording is no loss."""
    found = _lost([step.id for step in before.steps], [step.id for step in after.steps])
    for old in before.steps:
        new = after.step(old.id)
        if new is None:
            continue
        answers = _lost([c.id for c in old.choices], [c.id for c in new.choices])
        found += [f"{old.id}/{answer}" for answer in answers]
        found += [f"{old.id}/{old.do}"] if old.do and old.do != new.do else []
    return list(dict.fromkeys(found))


def _lost(before: list[str], after: list[str]) -> list[str]:
    """The names that are gone, or no longer follow the one that they followed."""
    kept = [name for name in after if name in before]
    wanted = [name for name in before if name in kept]
    moved = [name for name, other in zip(wanted, kept, strict=False) if name != other]
    return [name for name in before if name not in kept] + moved


def fingerprints(library: Library) -> dict[str, str]:
    """Dialogue -> hash of its steps and of its words in every language and form of address.

    Lines, folders and titles are left out: they change nothing that is said.
    """
    by_form = library.texts.to_json()
    return {name: _hash(dialogue, by_form) for name, dialogue in library.dialogues.items()}


def _hash(dialogue: Dialogue, by_form: Mapping[str, Mapping[str, str]]) -> str:
    refs = [phrase.ref for phrase in phrases(dialogue)]
    texts = {
        form: {ref: texts[ref] for ref in refs if ref in texts} for form, texts in by_form.items()
    }
    steps = _without_places({**asdict(dialogue), "title": "", "titles": ()})
    said = json.dumps([steps, texts], sort_keys=True, ensure_ascii=False, default=list)
    return sha256(said.encode()).hexdigest()


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        unused = {key for key in LATER if value.get(key) is None}
        left = value.keys() - {"line", "path"} - unused
        return {key: _without_places(value[key]) for key in left}
    if isinstance(value, (list, tuple)):
        return [_without_places(item) for item in value]
    return value
