"""What is hers in a message, and how it is said back to her."""

import pytest

from bot.dialogue.values import shown
from bot.values.own import MORTAL, find_own, key_of, turned
from bot.values.said import SAID, yours


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mijn broer Jef ligt in het ziekenhuis", "mijn broer Jef"),
        ("MIJN BROER KOMT", "mijn broer"),
        ("m'n oudste zus is er", "m'n oudste zus"),
        ("ma jambe gauche me fait mal", "ma jambe gauche"),
        ("Ma sœur Anne-Marie vient demain", "ma sœur Anne-Marie"),
        ("mon frère aîné", "mon frère aîné"),
        ("my best friend Ann", "my best friend Ann"),
        ("our dog is ill", "our dog"),
        ("mijn broer Ik weet niet", "mijn broer"),
    ],
)
def test_what_is_hers(text: str, found: str) -> None:
    assert [own.words for own in find_own(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "zijn broer is ziek",
        "de vrouw hiernaast",
        "mijn dochter haar man is ziek",
        "de man van mijn dochter",
        "my daughter's husband",
        "le mari de ma fille",
        "mijn overleden man",
        "mijn man zaliger",
        "my late husband",
        "ons Maria",
        "",
    ],
)
def test_what_is_somebody_elses_or_gone(text: str) -> None:
    assert find_own(text) == ()


@pytest.mark.parametrize(
    ("words", "language", "formal", "informal"),
    [
        ("mijn broer Jef", "nl", "uw broer Jef", "je broer Jef"),
        ("onze hond", "nl", "uw hond", "je hond"),
        ("mon frère", "fr", "votre frère", "ton frère"),
        ("ma jambe", "fr", "votre jambe", "ta jambe"),
        ("mon amie", "fr", "votre amie", "ton amie"),
        ("notre fille", "fr", "votre fille", "ta fille"),
        ("notre chat", "fr", "votre chat", "ton chat"),
        ("nos enfants", "fr", "vos enfants", "tes enfants"),
        ("my leg", "en", "your leg", "your leg"),
    ],
)
def test_said_to_her(words: str, language: str, formal: str, informal: str) -> None:
    assert turned(words, language) == formal
    assert turned(words, language, informal=True) == informal


def test_what_cannot_be_turned_is_quoted() -> None:
    assert shown("about", "mon frère", "nl", "formal") == "'mon frère'"
    assert shown("about", "brief van de bank", "nl", "formal") == "'brief van de bank'"
    assert shown("avoid", "mijn broer; het geld", "nl", "formal") == "uw broer en het geld"
    assert shown("avoid", "mon frère; les sous", "fr", "formal") == (
        "votre frère et de «\u00a0les sous\u00a0»"
    )


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("mijn broer Jef", "brother"),
        ("broer", "brother"),
        ("ma jambe", "leg"),
        ("ma", "mother"),
        ("de kerk", ""),
        ("", ""),
    ],
)
def test_the_key_of_words(words: str, key: str) -> None:
    assert key_of(words) == key


def test_whoever_may_die_can_be_named_by_what_they_were() -> None:
    assert set(SAID) == MORTAL
    assert yours("mother", "fr", informal=True) == "ta mère"
    assert yours("parents", "fr") == "vos parents"
    assert yours("nobody", "nl") == "nobody"
