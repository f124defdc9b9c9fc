"""Rasa featurizer: one encoder, one sentence vector a message.

At training it does nothing: a head encodes its lines itself, and only if it has to be fitted at all.

Rasa's graph asks one encoder after the other. Whoever has the graph at hand (`understanding.py`) may have an encoder
begin in a thread before its turn comes: ONNX lets go of the interpreter while it works, so two of them are two cores.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.encoders import NAMES, encoder, present

ComponentType = DefaultV1Recipe.ComponentType
_THREADS = ThreadPoolExecutor(thread_name_prefix="encoder")


@DefaultV1Recipe.register(ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class EncoderFeaturizer(GraphComponent):
    """`encoder: use | usem3 | e5 | tuned`. An encoder whose weights are absent adds nothing."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"encoder": "use"}

    def __init__(self, name: str) -> None:
        if name not in NAMES:
            raise ValueError(f"config.yml: unknown encoder {name!r}, use one of {', '.join(NAMES)}")
        self._name = name
        self._present = present(name)
        self._begun: tuple[str, Future[np.ndarray]] | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> EncoderFeaturizer:
        return cls(config["encoder"])

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> EncoderFeaturizer:
        """Warms the encoder, so that the first resident does not wait for it."""
        featurizer = cls(config["encoder"])
        if featurizer._present:
            encoder(featurizer._name).encode(["goeiedag"])
        return featurizer

    def process(self, messages: list[Message]) -> list[Message]:
        if self._present:
            for message in messages:
                if message.get(TEXT):
                    vector = self._vector(message.get(TEXT))
                    message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, self._name))
        return messages

    def begin(self, text: str) -> None:
        """Encode a text, as `Guard` leaves it, for the `process` that follows; of no use to any other."""
        if self._present and text:
            self._begun = text, _THREADS.submit(encoder(self._name).encode, [text])

    def _vector(self, text: str) -> np.ndarray:
        begun, self._begun = self._begun, None
        if begun is not None and begun[0] == text:
            return begun[1].result()
        return encoder(self._name).encode([text])

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data


def vectors_of(message: Message) -> dict[str, np.ndarray]:
    """Encoder name -> (1, size), of what the featurizers above have added."""
    return {f.origin: f.features for f in message.features if f.type == FEATURE_TYPE_SENTENCE and f.attribute == TEXT}
