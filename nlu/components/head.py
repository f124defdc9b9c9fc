"""Rasa intent classifier: the intents' head over the encoders' vectors.

Output: `intent`, `intent_ranking`, and `model`, the fingerprint by which the bot knows that it speaks with its model.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components import kept
from components.examples import talk
from components.featurizer import vectors_of
from components.fitting import Recipe, fit
from components.importer import as_line
from components.linear import Head
from components.lines import Line
from components.one_head import OneHead
from components.text import has_words

ComponentType = DefaultV1Recipe.ComponentType
#: The confidence that a message without a letter or digit ('???', emoji alone) may reach: the bot asks back.
WORDLESS = 0.35


@DefaultV1Recipe.register(ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentHead(OneHead):
    """See `linear.Head` for what it computes and `config.yml` for its settings."""

    stem = "head"

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"views": [], "strength": 3.0, "copies": 1, "balanced": True, "iterations": 300, "ranking": 10}

    def train(self, training_data: TrainingData) -> Resource:
        """Takes the kept head of this fingerprint, or fits one: minutes for 20,000 lines."""
        lines = [as_line(m) for m in training_data.intent_examples]
        mark = kept.mark_of(lines, self._context)
        self._head = kept.head(self.stem, mark, lambda: self._fit(lines))
        with self._storage.write_to(self._resource) as folder:
            self._head.save(folder / self.stem)
        return self._resource

    def _fit(self, lines: list[Line]) -> Head:
        return fit(talk(lines), Recipe.from_config(self._config), "intents")[0]

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._understand(message)
        return messages

    def _understand(self, message: Message) -> None:
        assert self._head is not None
        message.set("model", self._head.notes["fingerprint"], add_to_output=True)
        vectors, ranking = vectors_of(message), []
        if vectors:
            chances = self._head.probabilities(vectors)[0]
            if not has_words(message.get(TEXT)):
                chances = lowered(chances)
            order = np.argsort(-chances, kind="stable")[: self._config["ranking"]]
            ranking = [{"name": self._head.classes[i], "confidence": float(chances[i])} for i in order]
        first = ranking[0] if ranking else {"name": None, "confidence": 0.0}
        message.set(INTENT, first, add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)


def lowered(chances: np.ndarray) -> np.ndarray:
    """The same order, mixed with chance until the highest is WORDLESS at most."""
    high, even = chances.max(), 1 / len(chances)
    if high <= WORDLESS:
        return chances
    share = (WORDLESS - even) / (high - even)
    return share * chances + (1 - share) * even
