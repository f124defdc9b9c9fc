"""Rasa component of its own for danger: which crisis, how probable, and whether to act or to ask.

It shares the encoders with the intents' head and nothing else: own lines besides the ordinary ones, own classes, own
thresholds. Output: `safety` with a probability for each crisis, and `levels`: for each language in which the message
may be written 'act', 'ask' or null. Whoever asks knows the language, and it decides how sure one must be.

Two heads: *full* reads a usual message with all encoders; *scan* needs the cheap one alone and goes through a long
message window by window to its last character, however calm its beginning.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components import kept
from components.encoders import encoder
from components.examples import danger
from components.featurizer import EncoderFeaturizer, vectors_of
from components.fitting import Judged, Recipe, fit
from components.importer import as_line
from components.levels import CRISES, NONE, Limits, Thresholds, choose, shares
from components.linear import Head, log_softmax
from components.lines import LANGUAGES, Line
from components.text import DEEP_HEAD, DEEP_TAIL, windows

ComponentType = DefaultV1Recipe.ComponentType
KINDS = ("safety", "scan")


@DefaultV1Recipe.register(ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SafetyHead(IntentClassifier, GraphComponent):
    """See `levels` for the thresholds and `config.yml` for the alarms that are borne."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [EncoderFeaturizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "views": [],
            "strength": 3.0,
            "copies": 1,
            "balanced": True,
            "iterations": 300,
            "scan": "use",
            "act": {"hard": 0.03, "ordinary": 0.004},
            "ask": {"hard": 0.10, "ordinary": 0.015},
            "intents": 0.0,
            "levels": None,
        }

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, heads: dict[str, Head]
    ) -> None:
        self._config, self._storage, self._resource, self._heads = config, storage, resource, heads

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyHead:
        head = cls(config, model_storage, resource, {})
        head._context = execution_context  # type: ignore[attr-defined]
        return head

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SafetyHead:
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, {kind: Head.load(folder / kind) for kind in KINDS})

    def train(self, training_data: TrainingData) -> Resource:
        """Takes the kept heads of this fingerprint, or fits them."""
        lines = [as_line(m) for m in training_data.intent_examples]
        mark = kept.mark_of(lines, self._context)  # type: ignore[attr-defined]
        scan = {**self._config, "views": [{"encoders": [self._config["scan"]]}]}
        for kind, config in zip(KINDS, (self._config, scan)):
            self._heads[kind] = kept.head(kind, mark, partial(self._fit, kind, config, lines))
        with self._storage.write_to(self._resource) as folder:
            for kind in KINDS:
                self._heads[kind].save(folder / kind)
        return self._resource

    @staticmethod
    def _fit(kind: str, config: dict[str, Any], lines: list[Line]) -> Head:
        examples = danger(lines)
        head, judged = fit(examples, Recipe.from_config(config), kind)
        summed, groups = _summed(head, judged), np.array([examples[i].group for i in judged.lines])
        thresholds = choose(summed, groups, Limits(**config["act"]), Limits(**config["ask"]))
        found = shares(summed, groups, thresholds)
        print(f"{kind}: act from {thresholds.act:.3f}, ask from {thresholds.ask:.3f}: {found}", flush=True)
        return head.with_notes(act=thresholds.act, ask=thresholds.ask, shares=found)

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            chances, levels = self._look(message)
            message.set("safety", chances, add_to_output=True)
            message.set("levels", levels, add_to_output=True)
        return messages

    def _look(self, message: Message) -> tuple[dict[str, float], dict[str, str | None]]:
        text, vectors = message.get(TEXT), vectors_of(message)
        if not vectors:
            return dict.fromkeys(CRISES, 0.0), dict.fromkeys(LANGUAGES)
        chances, level = _judge(self._heads["safety"], vectors)
        levels = dict.fromkeys(LANGUAGES, level)
        if self._config["levels"]:
            agreed = self._agreed(message, sum(chances.values()))
            levels = {code: Thresholds(**found).level(agreed) for code, found in self._config["levels"].items()}
        if len(text) > DEEP_HEAD + DEEP_TAIL:
            name = self._config["scan"]
            seen, other = _judge(self._heads["scan"], {name: encoder(name).encode(windows(text))})
            chances = {crisis: max(chances[crisis], seen[crisis]) for crisis in CRISES}
            levels = {code: "act" if "act" in (level, other) else level or other for code, level in levels.items()}
        return chances, levels

    def _agreed(self, message: Message, summed: float) -> float:
        """The probability of danger, with a share of what the intents' head gives the three crises (log-odds)."""
        ranking = message.get("intent_ranking") or []
        crises = sum(one["confidence"] for one in ranking if one["name"] in CRISES)
        odds = _log_odds(summed, 1e-6) + self._config["intents"] * _log_odds(crises, 1e-4)
        return float(1 / (1 + np.exp(-odds)))


def _log_odds(chance: float, least: float) -> float:
    chance = min(max(chance, least), 1 - least)
    return float(np.log(chance / (1 - chance)))


def _judge(head: Head, vectors: dict[str, np.ndarray]) -> tuple[dict[str, float], str | None]:
    """Of several windows the most alarming one speaks."""
    table = head.probabilities(vectors)
    crises = np.stack([table[:, head.classes.index(c)] if c in head.classes else 0 * table[:, 0] for c in CRISES], 1)
    worst = crises[int(crises.sum(axis=1).argmax())]
    level = Thresholds(head.notes["act"], head.notes["ask"]).level(float(worst.sum()))
    return {crisis: float(p) for crisis, p in zip(CRISES, worst)}, level


def _summed(head: Head, judged: Judged) -> np.ndarray:
    """Calibrated probability of any crisis, for the lines that calibrated."""
    return 1 - np.exp(log_softmax(judged.log_probabilities / head.temperature))[:, head.classes.index(NONE)]
