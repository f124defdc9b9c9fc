"""Rasa component of its own for the answer to 'what may I call you?': the name in it.

Output: `called`, {"name": as it is written, '' where there is none, "confidence": 0–1 of the likeliest}. It is looked for
in every message, since no model knows what was asked; the bot reads it where that question stands and nowhere else. It
asks no encoder, has lines of its own (`nlu/names/`) and takes one in so many of the ordinary ones for what holds no name.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components import kept
from components.fingerprint import joined, of_names
from components.importer import as_line
from components.lines import Line
from components.name_lines import ORDINARY, lines_of, marked
from components.one_head import OneHead
from components.tagging import Tagger, features, fit, varied

ComponentType = DefaultV1Recipe.ComponentType


@DefaultV1Recipe.register(ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NameTagger(OneHead):
    """`least`: from which probability on it is a name, chosen on `validation_names/`; a wrong one is worse than none."""

    stem, kind = "called", Tagger

    @classmethod
    def required_components(cls) -> list[type]:
        return []

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"ordinary": 24, "copies": 3, "iterations": 80, "spread": 0.3, "few": 0.05, "least": 0.5}

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        features()  # so that the first resident does not wait for it

    def train(self, training_data: TrainingData) -> Resource:
        """Takes the kept one of this fingerprint, or fits one: half a minute."""
        lines = lines_of([as_line(m) for m in training_data.intent_examples], self._config["ordinary"])
        mark = of_names(lines, self._config)
        self._head = kept.head(self.stem, mark, lambda: tagger(lines, self._config), load=Tagger.load)
        with self._storage.write_to(self._resource) as folder:
            self._head.save(folder / self.stem)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        assert self._head is not None
        for message in messages:
            message.set("model", joined(message.get("model"), self._head.notes["fingerprint"]), add_to_output=True)
            name, sure = self._head.name(message.get(TEXT) or "")
            said = name if sure >= self._config["least"] else ""  # Rasa's answers leave out what is null
            message.set("called", {"name": said, "confidence": round(sure, 4)}, add_to_output=True)
        return messages


def tagger(lines: list[Line], config: dict[str, Any]) -> Tagger:
    """One fitted on these lines; those of the intents have no copies."""
    own = varied([marked(line) for line in lines if line.intent != ORDINARY], config["copies"])
    ordinary = [marked(line) for line in lines if line.intent == ORDINARY]
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder) / "names"
        return fit([*own, *ordinary], into, config["iterations"], config["spread"], config["few"])
