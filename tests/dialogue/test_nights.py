"""A good night is wished back and no more; who is home from hospital is heard as that."""

import pytest

from bot.dialogue import Context, Library, Said, resume, start
from bot.dialogue.ailing import heard
from bot.dialogue.answers import wish
from bot.dialogue.nights import WISH
from bot.dialogue.turns import Say
from bot.understanding import Understanding

NIGHT = """
ik ga maar proberen slapen, slaapwel
slaapwel hé
welterusten en tot morgen
bon je vais essayer de dormir bonne nuit
bonne nuit
merci, bonne nuit à toi aussi
I will try to sleep now, good night
goodnight, thank you
slaapwel ik ga nu naar mijn bed
bonne nuit je vais me coucher
good night, I will go to bed now
"""
NO_NIGHT = """
ik ga slapen en word niet meer wakker
ik heb mijn pillen genomen, slaapwel
goede nacht en vaarwel
ik kan niet slapen
slaapwel zegt mijn dochter nooit
bonne nuit pour toujours
bonne nuit, adieu
je vais dormir avec des cachets, bonne nuit
je n'arrive pas à dormir
slaapwel. ik ga nu.
ik ga nu, slaapwel
bonne nuit, je m'en vais
bonne nuit, je vais
good night, I will go now
goodnight, I'll go
good night forever
good night world
I cannot sleep
"""
HOME = """
ik ben gisteren thuisgekomen van het ziekenhuis
ik mocht eindelijk uit het ziekenhuis
voila je suis rentree hier de l hopital ca a ete long
je suis sortie de l'hôpital
I came home from hospital yesterday
I'm back from the hospital
"""
NOT_HOME = """
mijn man is thuis van het ziekenhuis
ik ben weg, naar het ziekenhuis
ik moet naar het ziekenhuis
je suis toujours à l'hôpital
mon fils est rentré de l'hôpital
je suis contente de l'hôpital
my son came back from hospital
I am in hospital
I was out when the hospital called
"""


def lines(table: str) -> list[str]:
    return table.strip().split("\n")


@pytest.mark.parametrize("asked", ["loss", "hard_day", "hour", "morning"])
@pytest.mark.parametrize("text", lines(NIGHT))
def test_a_good_night_is_wished_back(library: Library, text: str, asked: str) -> None:
    context = Context({"language": "fr", "name": "Nenette"}, decisions={"has_consent": True})
    before = start(library, asked, context)
    said = Said(Understanding(text, "fr", "goodbye", 0.99))
    turn = resume(library, before.position, said, context)
    assert [one.ref for one in turn.effects if isinstance(one, Say)] == ["good_night/say/say"]
    assert turn.position is None


@pytest.mark.parametrize("text", lines(NO_NIGHT))
def test_what_says_more_is_no_good_night(text: str) -> None:
    assert wish(text) != WISH


@pytest.mark.parametrize("guess", [None, "smalltalk", "tell_positive_event", "tell_substance_use"])
@pytest.mark.parametrize("text", lines(HOME))
def test_who_is_home_from_hospital(library: Library, text: str, guess: str | None) -> None:
    said = Said(Understanding(text, "fr", guess, 0.4))
    turn = resume(library, None, said, Context({"language": "fr"}))
    assert [one.ref for one in turn.effects if isinstance(one, Say)] == ["health/ask/say"]


@pytest.mark.parametrize("text", lines(NOT_HOME))
def test_who_is_not(text: str) -> None:
    assert heard(Understanding(text, "en", "smalltalk", 0.4)).intent == "smalltalk"


@pytest.mark.parametrize("guess", ["mood_low", "resume_contact", "crisis_suicide", "request_human"])
def test_what_is_understood_better_stays(guess: str) -> None:
    said = Understanding("I came home from hospital yesterday", "en", guess, 0.4)
    assert heard(said).intent == guess
