"""Fewer messages, in her own words; 'every day is too much' may be said of life."""

import pytest

from bot.dialogue import Context, Library, Position, Said, resume
from bot.dialogue.fewer import too_often, wished
from bot.dialogue.words import plain
from bot.readers import READERS
from bot.understanding import Understanding

WISHED = """
nl | stuur mij es wa minder
nl | schrijf mij wat minder
nl | mag het wat minder
nl | ik wil wat minder berichten
nl | ge schrijft mij te veel
fr | envoyez moi un peu moins
fr | écrivez-moi un peu moins souvent svp
fr | ça peut être un peu moins ?
fr | vous m'écrivez trop souvent
en | send me a bit less
en | could you write a bit less please
en | you text me too much
"""
TOO_OFTEN = """
nl | elke dag is te veel
nl | maar alle dagen is wat veel voor mij
nl | minder
fr | tous les jours c'est trop
fr | chaque jour ça fait beaucoup
en | every day is too much
en | less
"""
NEITHER = """
elke dag is te veel pijn
elke dag is te veel, ik wil niet meer
elke dag is een gevecht
ik zou liever minder leven
ik eet wat minder
mijn dochter schrijft wat minder
mijn zoon stuurt mij te veel berichten
mag ik minder pillen nemen
stuur mij iemand
chaque jour est une lutte
tous les jours c'est trop, je veux mourir
je dors un peu moins
je voudrais moins de douleur
ma fille m'écrit moins
envoyez-moi quelqu'un
every day is too much pain
every day is too much I want to die
I would like less pain
my son writes less
send me help
"""
FACTS = {"hour": "10:00", "days": "mo,tu,we,th,fr,sa,su"}


def rows(text: str) -> list[tuple[str, str]]:
    found = (line.split(" | ") for line in text.strip().splitlines())
    return [(language, said) for language, said in found]


def asked(
    library: Library, language: str, text: str, at: Position | None = None, guess: str = ""
) -> Position | None:
    """What is asked after these words."""
    facts = {"language": language, **FACTS}
    context = Context(facts, readers=READERS, decisions={"has_consent": True, "told_days": True})
    heard = Understanding(text, language, guess or None, 0.9 if guess else 0.0)
    return resume(library, at, Said(heard), context).position


@pytest.mark.parametrize(("language", "text"), rows(WISHED))
def test_fewer_are_wished_in_any_state(library: Library, language: str, text: str) -> None:
    for at in (None, Position("hour", "ask", 4)):
        position = asked(library, language, text, at)
        assert position
        assert (position.dialogue, position.under) == ("fewer", None)


@pytest.mark.parametrize(("language", "text"), rows(TOO_OFTEN))
def test_every_day_is_too_much_of_what_is_asked_about(
    library: Library, language: str, text: str
) -> None:
    position = asked(library, language, text, Position("hour", "ask", 4))
    assert position
    assert (position.dialogue, position.under) == ("fewer", None)
    guessed = asked(library, language, text, guess="change_schedule")
    assert guessed
    assert guessed.dialogue == "fewer"


@pytest.mark.parametrize(("language", "text"), rows(TOO_OFTEN)[:2] + rows(TOO_OFTEN)[3:6])
def test_every_day_may_be_too_much_of_life(library: Library, language: str, text: str) -> None:
    low = asked(library, language, text, guess="mood_low")
    assert low
    assert low.dialogue == "hard_day"


@pytest.mark.parametrize("text", NEITHER.strip().splitlines())
def test_what_is_no_wish_for_fewer(text: str) -> None:
    assert not wished(plain(text))
    assert not too_often(plain(text))
