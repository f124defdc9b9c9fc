"""Rasa component of its own for what a resident writes while a volunteer reads along: may it be passed on at once?

Output: `relay`, `talk` for what may be, or the class of a message that she should be asked about first.

- `ends`: the volunteer shall read no more of it, or the talk shall end
- `complains_of`: of the volunteer, as of a third person
- `complains_to`: of the volunteer, to that volunteer, who shall read it; it is a class to keep it apart from the one before

It shares the encoders with the other heads, has lines of its own (`nlu/relay/`), and takes one in so many of the ordinary
ones for what is passed on. It leads to a question and never to more, so that a false alarm costs a tap.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components import kept
from components.examples import Example
from components.featurizer import vectors_of
from components.fingerprint import HEADS, NAMES, joined
from components.fitting import Recipe, fit
from components.importer import as_line
from components.linear import Head
from components.lines import Line
from components.one_head import OneHead
from components.relay_lines import PASSES, lines_of
from components.text import clean

ComponentType = DefaultV1Recipe.ComponentType


@DefaultV1Recipe.register(ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class RelayHead(OneHead):
    """`ordinary`: one in so many lines of the intents' data is taken. `ask`: from which probability of a class on she is
    asked, chosen on `validation_relay/`."""

    stem = "relay"

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "views": [],
            "strength": 3.0,
            "copies": 1,
            "balanced": True,
            "iterations": 300,
            "ordinary": 8,
            "ask": {"ends": 0.6, "complains_of": 0.5},
        }

    def train(self, training_data: TrainingData) -> Resource:
        """Takes the kept head of this fingerprint, or fits one: some minutes."""
        lines = lines_of([as_line(m) for m in training_data.intent_examples], self._config["ordinary"])
        mark = kept.mark_of(lines, self._context, without=HEADS + NAMES)
        self._head = kept.head(self.stem, mark, lambda: self._fit(lines))
        with self._storage.write_to(self._resource) as folder:
            self._head.save(folder / self.stem)
        return self._resource

    def _fit(self, lines: list[Line]) -> Head:
        examples = [Example(clean(one.text), one.intent, one.language) for one in lines]
        return fit(examples, Recipe.from_config(self._config), self.stem)[0]

    def process(self, messages: list[Message]) -> list[Message]:
        assert self._head is not None
        for message in messages:
            message.set("model", joined(message.get("model"), self._head.notes["fingerprint"]), add_to_output=True)
            message.set("relay", self._taken_for(message), add_to_output=True)
        return messages

    def _taken_for(self, message: Message) -> str:
        assert self._head is not None
        vectors = vectors_of(message)
        if not vectors:
            return PASSES
        chances = dict(zip(self._head.classes, self._head.probabilities(vectors)[0]))
        doubted = [name for name, least in self._config["ask"].items() if chances[name] >= least]
        return max(doubted, key=lambda name: chances[name], default=PASSES)
