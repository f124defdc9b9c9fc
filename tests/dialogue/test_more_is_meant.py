"""Words that hold one thing more than they seem to: none of these is the plain wish."""

from __future__ import annotations

import pytest

from bot.dialogue import answers, enough, nights
from bot.dialogue.declined import declines
from bot.dialogue.enough import Enough
from bot.dialogue.words import plain


@pytest.mark.parametrize(
    "text",
    [
        "niemand wil met mij praten",
        "ik mag niemand spreken van hem",
        "ik wil iemand spreken, niet schrijven",
        "ik wil met iemand praten maar niet nu",
        "je veux parler à quelqu'un, pas écrire",
        "I want to talk to someone, not write",
        "I can not talk to anybody",
    ],
)
def test_loneliness_and_other_wishes_decline_nobody(text: str) -> None:
    assert not declines(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik bedoel dat ik niemand moet spreken",
        "ik wil met niemand praten",
        "je ne veux parler à personne",
        "I mean I don't want to talk to anyone",
    ],
)
def test_who_wants_nobody_declines(text: str) -> None:
    assert declines(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik hou van praten met u",
        "stop niet met delen",
        "n'arrêtez jamais de partager",
        "je voudrais vous parler plus",
        "I don't want you to do that",
        "ik wil niets van u",
    ],
)
def test_nothing_ends_at_once_by_what_may_mean_the_opposite(text: str) -> None:
    assert enough.said(text, "Karim") is not Enough.PLAINLY
    assert enough.said(text, None) is not Enough.PLAINLY


@pytest.mark.parametrize(
    "text",
    [
        *("mijn man mag dit niet lezen", "mijn man mag mijn berichten niet lezen"),
        *("m'n man mag dit niet lezen", "ik wil niet meer dat mijn man meeleest"),
        *("mijn man wil niet dat ik dit deel", "mon homme ne doit pas lire mes messages"),
        *("mon homme ne peut plus lire mes messages", "ma femme ne doit pas lire ça"),
        *("my man can never read this", "I don't want my man to read this"),
    ],
)
def test_her_own_man_is_not_who_reads_along(text: str) -> None:
    assert enough.said(text, "Karim") is None
    assert enough.said(text, None) is None
    assert not enough.only_of_sharing(text, "Karim")


@pytest.mark.parametrize(
    "text",
    [
        *("hij mag mijn berichten niet lezen", "hij mag niet meelezen", "zij mag dit niet lezen"),
        *("il ne doit pas lire mes messages", "il ne peut jamais lire ça"),
        *("he can never read this", "he must not read my messages"),
        *("hij wil dat ge stopt met delen", "hij wil niet meer dat u dit leest"),
        *("il veut que vous arrêtiez de partager", "il veut que j'arrête avec Karim"),
        *("mijn man wil dat u stopt met delen", "hij wil dat ik stop met Karim"),
    ],
)
def test_whose_wish_or_of_whom_is_asked(text: str) -> None:
    assert enough.said(text, "Karim") is Enough.PERHAPS
    assert enough.said(text, None) is Enough.PERHAPS
    assert not enough.only_of_sharing(text, "Karim"), "nor is any danger in it passed over"


@pytest.mark.parametrize(
    "text",
    [
        *("ik wil niet meer dat hij meeleest", "hij mag niet meer meelezen"),
        *("je ne veux plus qu'il lise mes messages", "il ne peut plus lire mes messages"),
        *("he may not read my messages any more", "stop sharing with him", "hé stop met delen"),
        *("Karim mag dit niet lezen", "u mag mijn berichten niet lezen"),
        *("vous ne pouvez pas lire mes messages", "I don't want Karim to read this"),
        "stop met delen, mijn man mag dit niet lezen",
    ],
)
def test_of_who_reads_along_it_ends(text: str) -> None:
    assert enough.said(text, "Karim") is Enough.PLAINLY


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("ik wil niet meer dat hij meeleest", True),
        ("stop met delen", True),
        ("ik wil niet meer, hou op met delen", False),
        ("I don't want to be here any more. Stop sharing.", False),
    ],
)
def test_a_wish_beside_what_may_be_danger_is_not_one_wish(text: str, one: bool) -> None:
    assert enough.is_one_wish(text, "Karim") is one


# Grave words that are all among the known ones, beside a wish to stop.
BESIDE_IT = (
    *("I want to die stop sharing", "stop sharing i really want to die", "i die stop sharing"),
    *("I wanna die stop sharing", "stop reading this I want to die", "must i die, stop sharing"),
    *("I do not want to be here. stop sharing", "I don't want to be any more, stop sharing"),
    *("I don't want to be here any more stop sharing", "he is here with me, stop sharing"),
    *("he is here with me stop sharing", "I don't want to any more. never mind"),
    *("ik wil niet langer hier. stop met delen", "hij is hier stop met delen"),
    *("ik wil niet meer stop met delen", "ik wil niet meer, laat maar"),
    *("je ne veux plus, arrêtez de partager", "je ne veux plus arrêtez de partager"),
    *("il est ici avec moi, arrêtez de partager", "je ne veux plus, laissez"),
)


@pytest.mark.parametrize("text", BESIDE_IT)
def test_a_story_of_known_words_beside_a_stop_is_heard(text: str) -> None:
    assert not enough.is_one_wish(text, "Karim")
    assert not enough.only_of_sharing(text, "Karim")


@pytest.mark.parametrize(
    "text",
    [
        *("sorry, laat maar", "stop met delen. dank u", "hou op met delen met die Karim"),
        *("nee, ik wil niet meer dat die Karim meeleest", "ik wil stoppen met delen"),
        *("merci, mais je ne veux plus partager", "ah non, je veux arrêter de partager"),
        *("finalement non, laissez", "je ne veux plus qu'il lise mes messages"),
        *("I don't want to share this any more", "sorry, never mind", "please, stop sharing"),
    ],
)
def test_an_end_to_the_sharing_alone_is_no_story(text: str) -> None:
    assert enough.only_of_sharing(text, "Karim")


@pytest.mark.parametrize(
    "text",
    [
        "slaapwel, ik ben het moe",
        "slaapwel, t is al te laat",
        "bonne nuit je suis fatiguée de vous",
        "good night I am going now",
        "good night, it's too late now",
    ],
)
def test_more_than_the_night_may_be_meant(text: str) -> None:
    assert nights.wish(plain(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Wanneer schrijft ge weer? Mijn zus is gisteren gestorven.",
        "Quand est-ce que tu écris ? Mon mari est mort hier.",
        "When will you write? I can't pay the rent, they cut the gas",
        "Wanneer schrijft ge? Ik ben echt bang",
    ],
)
def test_what_is_told_beside_a_question_is_heard(text: str) -> None:
    assert answers.wish(text) not in ("ask_when", "ask_cost", "ask_bot_identity")


@pytest.mark.parametrize(
    "text",
    [
        "vergeet mijn broer nooit",
        "ge moogt mijn broer nooit vergeten",
        "oublie ma sœur jamais",
        "never forget my brother",
        "wis alles over mijn broer niet",
        "vergeet wat ik zei over mijn broer niet",
    ],
)
def test_not_to_forget_is_no_order_to(text: str) -> None:
    assert answers.wish(text) is None
    assert answers.wish("vergeet mijn broer") == "forget_told"
