"""How sure the model must be depends on the language that the message may be in."""

from datetime import UTC, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest

from bot.listening import Listener, guessed
from bot.nlu import Understanding
from bot.safety import Concern, load_rules

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


class Guesses:
    """A model that is worried in French alone."""

    async def parse(self, text: str) -> Understanding | None:
        return parsed(fr="ask")


@pytest.mark.parametrize(
    ("text", "usual", "level"),
    [
        ("de tafel staat in de keuken", "fr", "ask"),  # she usually writes French
        ("de tafel staat in de keuken", "nl", None),
        ("la table est dans la cuisine", "nl", "ask"),
    ],
)
async def test_it_may_be_in_what_she_writes_now_or_usually(
    text: str, usual: str, level: str | None
) -> None:
    listener = Listener(load_rules(), Guesses(), ZoneInfo("Europe/Brussels"))
    heard = await listener.hear(text, usual, datetime(2026, 3, 2, 10, tzinfo=UTC))
    assert (heard.concern.level if heard.concern else None) == level


class HearsTheAnswer:
    """A model that a leading answer keeps from hearing the rest."""

    def __init__(self, level: str = "act") -> None:
        self.asked: list[str] = []
        self._level = level

    async def parse(self, text: str) -> Understanding | None:
        self.asked.append(text)
        calm = text.lower().startswith(("ja", "nee", "oui", "yes", "merci", "bien"))
        return parsed() if calm else parsed(nl=self._level, fr=self._level, en=self._level)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ja. t is genoeg geweest voor mij", "t is genoeg geweest voor mij"),
        ("nee nee. soms is het genoeg geweest", "soms is het genoeg geweest"),
        ("Ja ja, soms is het genoeg", "soms is het genoeg"),
        ("oui, ça va. parfois c'est assez comme ça", "parfois c'est assez comme ça"),
        ("yes, thank you. it has been enough", "it has been enough"),
        ("merci… het is genoeg geweest", "het is genoeg geweest"),
        ("ja\nhet is genoeg geweest", "het is genoeg geweest"),
        ("ja hoor, het is genoeg geweest", "het is genoeg geweest"),
        ("ja 👍 het is genoeg geweest", "het is genoeg geweest"),
        ("ja (het is genoeg geweest)", "het is genoeg geweest)"),
        ("bien sûr. c'est assez comme ça", "c'est assez comme ça"),
        ("ja, en u ?", None),
        ("nee, hij doet mij niks", None),  # a denial is no hint
        ("yes I want that", None),
        ("no one calls me, nobody", None),
        ("si je suis là, je réponds", None),
        ("ja, dat klopt", None),  # two words say nothing by themselves
        ("ja", None),
    ],
)
async def test_what_stands_behind_an_answer_is_heard_too(text: str, rest: str | None) -> None:
    """At most asked about: half a message is not sure."""
    model = HearsTheAnswer()
    listener = Listener(load_rules(), model, ZoneInfo("Europe/Brussels"))
    heard = await listener.hear(text, "nl", datetime(2026, 3, 2, 10, tzinfo=UTC))
    if not text.startswith(("no ", "si ")):
        assert (heard.concern.level if heard.concern else None) == ("ask" if rest else None)
    assert model.asked == ([text, rest] if rest else [text])
