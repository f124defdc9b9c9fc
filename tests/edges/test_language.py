"""The language of a message, with and without the resident's usual one."""

import time

import pytest

from bot.language import detect, sure


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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *(("goeiendag wie zijt gij", "nl"), ("ik ben maria en ik woon alleen", "nl")),
        *(("laat mij gerust", "nl"), ("kweet nie wa ik moet doen", "nl"), ("hallo", "nl")),
        *(("bonjour je ne sais pas trop comment ça marche", "fr"), ("Bonjour", "fr")),
        *(("je m'appelle Ana", "fr"), ("slt sa va", "fr"), ("laissez-moi tranquille", "fr")),
        *(("my name is Grace", "en"), ("who are you?", "en"), ("i'm all on my own here", "en")),
        *(("hello ik ben Amina ik spreek niet goed", "nl"), ("je parle un peu nederlands", "fr")),
    ],
)
def test_a_newcomer_is_heard_in_the_language_she_writes(text: str, language: str) -> None:
    assert sure(text) == language


@pytest.mark.parametrize(
    "text",
    [
        *("ok", "merci", "stop", "👍", "", "9h30", "pff", "no", "Maria", "Monique", "Jan", "Rose"),
        *("Mohammed", "Maria De Smet", "allo", "amai", "ok merci"),
        *("ik begrijp pas le néerlandais", "bonjour je m'appelle Fatima ik woon in Gent"),
        "goedemiddag, I am Amina, ik kom van Syria and I live alone",
        *("dzień dobry nie rozumiem po niderlandzku", "nazywam się Maria i mieszkam sama"),
        *("مرحبا أنا لا أفهم", "salam alaikum kif dayer", "привет я не понимаю"),
        *("merhaba ben türkçe konuşuyorum", "hola no entiendo nada", "sunt singura acasa"),
        *("guten Tag ich verstehe nicht", "mi chiamo anna e sono sola in casa"),
    ],
)
def test_a_name_a_mixture_and_a_fourth_language_are_not_clear(text: str) -> None:
    assert sure(text) is None


def test_it_takes_no_time_worth_mentioning() -> None:
    text = "ik heb vandaag met mijn zus gebeld en het ging eigenlijk wel " * 60
    detect(text)
    started = time.perf_counter()
    for _ in range(50):
        detect(text)
    assert (time.perf_counter() - started) / 50 < 0.02
