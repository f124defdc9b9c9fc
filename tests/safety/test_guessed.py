"""How sure the model must be depends on the language that the message may be in."""

from types import MappingProxyType

import pytest

from bot.listening import guessed
from bot.nlu import Understanding
from bot.safety import Concern

SAFETY = MappingProxyType({"crisis_suicide": 0.1, "crisis_medical": 0.0, "crisis_violence": 0.7})


def parsed(**levels: str) -> Understanding:
    found = MappingProxyType(levels)
    return Understanding("…", "smalltalk", 0.5, (), (), SAFETY, found)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("levels", "languages", "level"),
    [
        ({"nl": "ask"}, {"nl"}, "ask"),
        ({"nl": "ask"}, {"en"}, None),
        ({"nl": "ask"}, {"en", "nl"}, "ask"),  # she usually writes Dutch, or this may be Dutch
        ({"nl": "act", "fr": "ask"}, {"fr", "nl"}, "act"),
        ({"nl": "act", "fr": "ask"}, {"fr"}, "ask"),
        ({}, {"nl", "fr"}, None),
    ],
)
def test_the_gravest_level_of_the_languages_it_may_be_in(
    levels: dict[str, str], languages: set[str], level: str | None
) -> None:
    found = guessed(parsed(**levels), languages)
    assert found == (Concern("crisis_violence", level, ("model",)) if level else None)  # type: ignore[arg-type]


def test_no_answer_is_no_concern() -> None:
    assert guessed(None, {"nl"}) is None
