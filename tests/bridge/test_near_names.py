"""A volunteer's name as people spell it, and the words that only look like it."""

import pytest

from bot.complaint_words import about
from bot.dialogue.enough import said
from bot.near_names import as_called
from bot.spelling import slipped

SPELT = (
    *(("Karim", spelt) for spelt in ("Kariem", "carim", "KAREM", "Kareem", "Karimm", "Karmi")),
    *(("Karim El Amrani", spelt) for spelt in ("Kariem", "Amranie")),
    *(("Sofie", spelt) for spelt in ("Sofi", "sophie", "Soffie")),
    *(("Mohamed", spelt) for spelt in ("Mohammed", "muhamed")),
    *(("Pierre", "Piere"), ("Hélène", "Elene"), ("Walter", "Wolter")),
)
OTHER_WORDS = (
    *(("Marie", word) for word in ("mari", "marre", "marié", "mamie", "marry")),
    *(("Ellen", word) for word in ("elle", "elles", "allen")),
    *(("Femke", "femme"), ("Martin", "matin"), ("Peter", "beter"), ("Peter", "meter")),
    *(("Annie", "année"), ("Julie", "jolie"), ("Julie", "jullie"), ("Pierre", "pire")),
    *(("Steven", "sterven"), ("Walter", "water"), ("Grace", "grave"), ("Alain", "again")),
    *(
        ("James", "jambes"),
        ("Alice", "alive"),
        ("Elise", "else"),
        ("Aline", "alleen"),
        ("Aline", "alone"),
        ("Geert", "geeft"),
    ),
    *(("Lieve", "liever"), ("André", "andere"), ("Stijn", "steen"), ("Marc", "mars")),
)


@pytest.mark.parametrize(("name", "spelt"), SPELT)
def test_as_people_spell_it(name: str, spelt: str) -> None:
    assert as_called(f"dag {spelt}!", name) != f"dag {spelt}!"


@pytest.mark.parametrize(("name", "word"), OTHER_WORDS)
def test_what_only_looks_like_it(name: str, word: str) -> None:
    for sounds in (True, False):
        assert as_called(f"dag {word}!", name, sounds=sounds) == f"dag {word}!"


def test_another_of_nearly_that_name() -> None:
    """'Karin' is for a question, but not where her words may be about anybody, or name Karim."""
    assert about("Karin heeft mij geslagen", "Karim", to_him=True)
    assert not about("Karim, Karin heeft mij geslagen", "Karim", to_him=True)
    assert not about("mijn buurvrouw Karin doet raar", "Karim", to_him=True)
    assert as_called("Karin zag het", "Karim", sounds=True) == "Karin zag het"


@pytest.mark.parametrize(
    "text",
    [
        *("Kariem heeft mij geslagen", "ik wil klagen over carim", "ik ben bang van Karem"),
        *("Karem m'a insultée", "je veux me plaindre de Kariem", "Carim me fait peur"),
        *("Karem was rude to me", "I want to complain about Kareem", "Carim touched me"),
    ],
)
@pytest.mark.parametrize("to_him", [True, False])
def test_a_complaint(text: str, to_him: bool) -> None:
    assert about(text, "Karim", to_him=to_him)


@pytest.mark.parametrize(
    "text", ["laat Kariem maar", "je ne veux plus de Carim", "I don't want Karem any more"]
)
def test_who_may_read_no_more(text: str) -> None:
    assert said(text, "Karim") is None, "it is asked about, and not done at once"
    assert said(as_called(text, "Karim"), "Karim") is not None


def test_a_slip_of_one_letter() -> None:
    for word in ("toestemmign", "toestemmin", "toestemmming"):
        assert slipped(word, "toestemming", other_letter=False)
    assert slipped("karem", "karim", other_letter=True)
    assert not slipped("karem", "karim", other_letter=False)
    for word in ("karim", "karma", "kar", "akrmi", "mirak"):
        assert not slipped(word, "karim", other_letter=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("mon mari m'a frappée", "Marie"), ("ma femme m'a frappée", "Femke")),
        *(("elle m'a frappée", "Ellen"), ("ce matin il m'a frappée", "Martin")),
        *(("mijn man slaat mij, het wordt niet beter", "Peter"), ("ik wil sterven", "Steven")),
        *(("he hit me again", "Alain"), ("someone else hit me", "Elise")),
    ],
)
def test_what_another_did(text: str, name: str) -> None:
    assert not about(text, name, to_him=True)
