"""What a Rasa component with one head of ours is made of, and how it is loaded: `head.py`, `relay.py` and `called.py` say
the rest."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier

from components.featurizer import EncoderFeaturizer
from components.linear import Head


class OneHead(IntentClassifier, GraphComponent):
    """`stem`: the name of the head's files in a model. `kind`: what it is."""

    stem = ""
    kind: Any = Head

    @classmethod
    def required_components(cls) -> list[type]:
        return [EncoderFeaturizer]

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, context: ExecutionContext
    ) -> None:
        self._config, self._storage, self._resource, self._context = config, storage, resource, context
        self._head: Any = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> OneHead:
        return cls(config, model_storage, resource, execution_context)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> OneHead:
        found = cls(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            found._head = cls.kind.load(folder / cls.stem)
        return found
