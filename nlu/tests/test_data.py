"""The utterances themselves: names, doubles, leaks, balance."""

import re
from collections import Counter
from functools import cache

import pytest
import yaml

import project
from components.lines import LANGUAGES, read
from components.text import clean

pytestmark = pytest.mark.skipif(not project.DATA.exists(), reason="nlu/data is not there yet")
FEWEST = 15


@cache
def lines():
    return tuple(read(project.DATA))


@cache
def bare(text: str) -> str:
    return re.sub(r"\W+", " ", clean(text).lower()).strip() or text


def test_only_the_intents_of_the_domain():
    known = set(yaml.safe_load(project.DOMAIN.read_text())["intents"])
    assert len(known) == 39
    assert {line.intent for line in lines()} == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_has_enough_lines(language):
    counts = Counter(line.intent for line in lines() if line.language == language and line.part == "talk")
    assert {name: n for name, n in counts.items() if n < FEWEST} == {}
    assert len(counts) == 39


def test_no_text_has_two_labels():
    labels: dict[tuple[str, str], set[str]] = {}
    for line in lines():
        labels.setdefault((line.language, bare(line.text)), set()).add(line.intent)
    assert {text: found for text, found in labels.items() if len(found) > 1} == {}


@pytest.mark.parametrize("place", [project.VALIDATION, project.FRESH], ids=lambda place: place.name)
def test_nothing_that_judges_is_trained_on(place):
    judging = read(place)
    assert judging
    longer = {bare(line.text) for line in lines() if len(line.text.split()) > 3}
    assert {line.text for line in judging if bare(line.text) in longer} == set()


def test_every_line_has_a_voice():
    assert [line for line in lines() if not line.voice] == []
