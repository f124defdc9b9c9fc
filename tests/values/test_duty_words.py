"""A volunteer's own words for being there or not: the whole message, and nothing more."""

from __future__ import annotations

import pytest

from bot.duty_words import Wish, read

ON = {
    "nl": (
        *("ik ben weer beschikbaar", "Ben weer beschikbaar!", "weer beschikbaar", "Ik ben terug."),
        *("ik ben er weer", "ben er terug", "ik ben weer van dienst", "ik ben nu beschikbaar"),
    ),
    "fr": (
        *("je suis de retour", "Je suis de nouveau disponible.", "à nouveau dispo", "j'suis dispo"),
        *("de nouveau de service", "je suis de nouveau là", "je suis dispo maintenant"),
    ),
    "en": (
        *("I'm back on duty", "I'm back", "Im back", "I am available again", "back on duty"),
        *("I’m on duty", "available again", "I am back now!"),
    ),
}
OFF = {
    "nl": (
        "ben even niet beschikbaar",
        "ik ben niet van dienst",
        "niet beschikbaar nu",
        "ni beschikbaar",
    ),
    "fr": ("je ne suis pas dispo", "pas dispo pour l'instant", "je suis indisponible"),
    "en": ("I'm not available", "unavailable", "I'm off duty", "not on duty right now"),
}
TODAY = {
    "nl": (
        "ik ben vandaag niet beschikbaar",
        "niet beschikbaar vandaag",
        "vandaag ben ik nie van dienst",
    ),
    "fr": (
        "je ne suis pas dispo aujourd'hui",
        "pas disponible aujourd’hui",
        "aujourd'hui je suis pas dispo",
    ),
    "en": ("I'm not available today", "not on duty today", "today I'm not available"),
}
INNOCENT = {
    "nl": (
        *("vrij tot 10u", "ik ben vrij tot 10 uur", "ben ik weer beschikbaar?"),
        "ben ik van dienst?",
        *("wanneer ben ik weer beschikbaar", "morgen ben ik weer beschikbaar", "ik ben terug ziek"),
        *("ik ben niet meer beschikbaar", "ik ben tot maandag niet beschikbaar"),
        "Karim is er weer",
        *("mijn dochter is even niet beschikbaar", "het bureau is niet beschikbaar vandaag", "ben"),
        *("ik ben er weer niet", "ik ben niet beschikbaar voor Ana", "ik ben terug thuis, pff"),
        *("weer", "niet", "ik ben er", "ik ben bijna weer beschikbaar"),
        "zeg dat ik weer beschikbaar ben",
        *("is er iemand beschikbaar", "ik ben weer"),
        *( "ik ben weer verdrietig", "terug", "ik ben niet van steen"),
    ),
    "fr": (
        *("libre jusqu'à 10h", "je suis libre", "est-ce que je suis de service ?"),
        "je suis de retour ?",
        *("je suis de retour lundi", "je ne suis plus disponible", "mon fils est de retour"),
        *("je ne suis pas disponible pour Ana", "qui est disponible", "je suis là", "pas", "dispo"),
        *("je suis presque de retour", "elle n'est pas dispo aujourd'hui"),
        *("je suis de nouveau triste", "retour"),
        *("dis-lui que je suis de retour", "je ne suis pas de ce monde", "je ne suis pas là"),
        *("je suis de retour chez moi", "pas dispo demain", "je serai dispo aujourd'hui"),
    ),
    "en": (
        *("free until 10", "am I on duty?", "I'm back on Monday", "I'm back home", "my back hurts"),
        *("I'm not available for Ana", "I'm no longer available", "is anybody available"),
        *("she is not available today", "I'm not here today", "back", "I want my life back"),
        *("I'm almost back", "tell her I'm back", "I'm back to square one", "not today", "off"),
        *("I'm off", "I'm not available until Monday", "who is on duty", "today"),
        *("I'm back on duty tomorrow", "available"),
    ),
}  # fmt: skip


def each(words: dict[str, tuple[str, ...]]) -> list[str]:
    return [one for some in words.values() for one in some]


@pytest.mark.parametrize("words", each(ON))
def test_there_again(words: str) -> None:
    assert read(words) is Wish.ON


@pytest.mark.parametrize("words", each(OFF))
def test_not_there(words: str) -> None:
    assert read(words) is Wish.OFF


@pytest.mark.parametrize("words", each(TODAY))
def test_not_there_today(words: str) -> None:
    assert read(words) is Wish.TODAY


@pytest.mark.parametrize("words", each(INNOCENT))
def test_anything_more_or_else_is_none(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", each(ON) + each(OFF))
@pytest.mark.parametrize("sign", ["{} 🚫", "❌ {}", "{} :(", '"{}"', "{} 🤒", "{} 10/12"])
def test_a_sign_beside_it_may_turn_it_round(sign: str, words: str) -> None:
    assert read(sign.format(words)) is None


def test_there_are_twenty_of_each() -> None:
    assert all(len(some) >= 20 for some in INNOCENT.values())


@pytest.mark.parametrize("words", each(ON) + each(OFF) + each(TODAY))
def test_a_question_or_a_word_more_is_none(words: str) -> None:
    for other in (f"{words.rstrip('.!')} ?", f"{words} Ana", f"Ana {words}", f"{words} tot 10u"):
        assert read(other) is None
