"""The frozen form of a revision: dialogues and their texts as one JSON-able value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final

from bot.dialogue.catalogs import Catalogs
from bot.dialogue.model import (
    LATER,
    Choice,
    Decide,
    Dialogue,
    Repair,
    Silence,
    Start,
    Step,
    Wording,
)
from bot.places import Place

VERSION: Final = 1


def freeze(
    dialogues: Iterable[Dialogue], catalogs: Catalogs, places: Iterable[Place] = ()
) -> dict[str, Any]:
    """Dialogues and texts, everything that running them needs: `Library.thaw` reads it."""
    found = sorted(dialogues, key=lambda dialogue: dialogue.id)
    return {
        "version": VERSION,
        "dialogues": [_plain(asdict(dialogue)) for dialogue in found],
        "texts": catalogs.texts(found).to_json(),
        "places": [place.to_json() for place in places],
    }


def dialogues(frozen: Mapping[str, Any]) -> tuple[Dialogue, ...]:
    """The dialogues of a frozen revision. ValueError for a form newer than this program."""
    if frozen.get("version") != VERSION:
        raise ValueError(
            f"A revision of form {frozen.get('version')}; this program reads {VERSION}."
        )
    return tuple(_dialogue(data) for data in frozen["dialogues"])


def _plain(value: Any) -> Any:
    """Tuples become lists, as JSON would make them."""
    if isinstance(value, dict):
        kept = (key for key in value if key not in LATER or value[key] is not None)
        return {key: _plain(value[key]) for key in kept}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _dialogue(data: Mapping[str, Any]) -> Dialogue:
    start = data["start"]
    starts = Start(
        tuple(start["timed"]), tuple(start["intents"]), tuple(start["commands"]), start["line"]
    )
    steps = tuple(_step(step) for step in data["steps"])
    titles = tuple((code, title) for code, title in data.get("titles", ()))
    return Dialogue(**{**data, "start": starts, "steps": steps, "titles": titles})


def _step(data: Mapping[str, Any]) -> Step:
    choices = tuple(Choice(**{**c, "means": tuple(c["means"])}) for c in data["choices"])
    return Step(
        **{
            **data,
            "wordings": tuple(Wording(**wording) for wording in data["wordings"]),
            "choices": choices,
            "unclear": Repair(**data["unclear"]) if data["unclear"] else None,
            "silence": Silence(**data["silence"]) if data["silence"] else None,
            "decide": Decide(**data["decide"]) if data["decide"] else None,
        }
    )
