"""The language of a message, with and without the resident's usual one."""

import time

import pytest

from bot.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ik zou graag iemand spreken", "nl"),
        ("'k zen zo moe, amai", "nl"),
        ("je voudrais parler à quelqu'un", "fr"),
        ("chuis crevée aujourd'hui", "fr"),
        ("I would like to talk to somebody", "en"),
        ("nobody calls me anymore", "en"),
    ],
)
@pytest.mark.parametrize("usual", [None, "nl", "fr", "en"])
def test_a_sentence_speaks_for_itself(text: str, language: str, usual: str | None) -> None:
    assert detect(text, usual) == language


@pytest.mark.parametrize("usual", ["nl", "fr", "en"])
@pytest.mark.parametrize("text", ["ok", "👍", "???", "", "9h30", "7/10"])
def test_what_every_language_says_is_the_usual_one(text: str, usual: str) -> None:
    assert detect(text, usual) == usual


@pytest.mark.parametrize(
    ("text", "language"), [("ja", "nl"), ("oui", "fr"), ("yes", "en"), ("non merci", "fr")]
)
def test_short_answers(text: str, language: str) -> None:
    assert detect(text, language) == language
    assert detect(text) == language


def test_an_unknown_usual_language_counts_for_nothing() -> None:
    assert detect("bonjour madame", "de") == "fr"
    assert detect("", "de") == "nl"


def test_it_takes_no_time_worth_mentioning() -> None:
    text = "ik heb vandaag met mijn zus gebeld en het ging eigenlijk wel " * 60
    detect(text)
    started = time.perf_counter()
    for _ in range(50):
        detect(text)
    assert (time.perf_counter() - started) / 50 < 0.02
