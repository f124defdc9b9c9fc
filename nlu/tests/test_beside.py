"""Encoders at work at once: the same vectors, and nobody's but those of the text that is read."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import numpy as np
import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from components import featurizer
from components.featurizer import EncoderFeaturizer, vectors_of
from understanding import Straight


@pytest.fixture
def threads(monkeypatch):
    """In which threads an encoder was asked, and for which text."""
    found = []
    real = featurizer.encoder

    def watched(name):
        def encode(texts):
            found.append((threading.current_thread().name.split("_")[0], *texts))
            return real(name).encode(texts)

        return SimpleNamespace(encode=encode)

    monkeypatch.setattr(featurizer, "encoder", watched)
    return found


def vector(component, text):
    (message,) = component.process([Message({TEXT: text})])
    return vectors_of(message)["use"]


def test_what_has_begun_is_the_same_and_asked_once(threads):
    component = EncoderFeaturizer("use")
    alone = vector(component, "niemand belt mij")
    component.begin("niemand belt mij")
    assert np.array_equal(vector(component, "niemand belt mij"), alone)
    assert threads == [("MainThread", "niemand belt mij"), ("encoder", "niemand belt mij")]


def test_what_was_begun_for_another_text_is_nobodys(threads):
    component = EncoderFeaturizer("use")
    component.begin("goeiemorgen")
    alone = vector(EncoderFeaturizer("use"), "ik wil dood")
    assert np.array_equal(vector(component, "ik wil dood"), alone)
    assert not np.array_equal(vector(component, "goeiemorgen"), alone)


def test_a_blank_text_begins_nothing(threads):
    EncoderFeaturizer("use").begin("")
    assert threads == []


def test_an_encoder_that_fails_fails_where_its_turn_comes(monkeypatch):
    def broken(texts):
        raise RuntimeError("no vector")

    component = EncoderFeaturizer("use")
    monkeypatch.setattr(featurizer, "encoder", lambda name: SimpleNamespace(encode=broken))
    component.begin("hallo")
    with pytest.raises(RuntimeError, match="no vector"):
        vector(component, "hallo")


class Node:
    """A node of Rasa's graph, as far as it is asked."""

    def __init__(self, name, component, needs=()):
        self.name, self._component, self.needs = name, component, dict(enumerate(needs))

    def __call__(self, *given):
        messages = given[0][1]
        return self.name, self._component.process(messages) if self._component else messages


def test_the_last_encoder_begins_before_the_first_has_its_turn(threads):
    first, last = EncoderFeaturizer("use"), EncoderFeaturizer("use")
    message = Message({TEXT: "hallo daar"}, output_properties={TEXT})
    begin = Node("begin", SimpleNamespace(process=lambda messages: [message]))
    nodes = {one.name: one for one in (begin, Node("a", first, ["begin"]), Node("b", last, ["a"]))}
    schema = SimpleNamespace(nodes=nodes, minimal_graph_schema=lambda targets: schema)
    begin.needs = {0: "__message__"}
    runner = SimpleNamespace(_graph_schema=schema, _instantiated_nodes=nodes)
    processor = SimpleNamespace(model_metadata=SimpleNamespace(nlu_target="b"), graph_runner=runner)
    straight = Straight()
    straight.understood(processor, "/hallo  daar")
    assert straight._beside == [last]
    assert sorted(threads) == [("MainThread", "hallo daar"), ("encoder", "hallo daar")]
    assert [one.origin for one in message.features] == ["use", "use"]
