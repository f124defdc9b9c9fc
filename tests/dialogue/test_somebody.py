"""Plain words for a person, and for none any more."""

import pytest

from bot.dialogue import somebody
from bot.dialogue.words import plain

ASKED_FOR = """
oui je veux que quelqu'un vienne
oui quelqu'un stp
je voudrais une personne s'il vous plaît
faites venir quelqu'un maintenant
ja laat iemand komen
ja iemand aub
ik wil graag dat er iemand komt
ik wil iemand spreken
yes please send someone
yes i want somebody
I need someone to talk to
"""
NOT_WANTED = """
stop waiting. i dont want person now
I don't want to talk to a volunteer any more
no person any more please
ik wil geen mens meer
laat maar, ik wil niemand meer spreken
er moet niemand meer komen
ik heb geen mens meer nodig
ik heb toch niemand nodig
ik moet geen vrijwilliger meer hebben
ik wil geen persoon meer spreken
je ne veux plus de bénévole
je ne veux plus parler à une personne
I don't want any volunteer now
I don't want the person any more
plus besoin de quelqu'un
non merci, je n'ai plus besoin d'une personne
"""
NEITHER = """
ik wil niemand meer zien
ik wil niemand meer
I don't want anyone any more
I don't want anybody
je ne veux plus personne
ik moet geen mens meer hebben
ik moet geen mens meer
ik wil geen mens meer hebben
je ne veux plus de personne
je ne veux plus d'humain
I do not want any person any more
I don't need anybody any more
I don't want any human now
ik heb geen mens
ik heb geen mens meer
nee ik heb geen mens meer nu
ik heb niemand meer
ik heb niemand te spreken
ik heb niemand meer om mee te spreken
je n'ai plus personne
je n'ai personne à qui parler
I have nobody
no I have no person any more
I don't have a person
je ne veux plus voir personne
I want somebody to kill me
ik wil dat iemand mij doodt
je veux que quelqu'un meure
er was iemand
yes somebody died
I don't want to be a person any more
je ne veux plus vivre
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("said", lines(ASKED_FOR))
def test_a_person_is_asked_for(said: str) -> None:
    assert somebody.asked_for(plain(said))
    assert not somebody.not_wanted(plain(said))


@pytest.mark.parametrize("said", lines(NOT_WANTED))
def test_a_person_is_not_wanted_any_more(said: str) -> None:
    assert somebody.not_wanted(plain(said))
    assert not somebody.asked_for(plain(said))


@pytest.mark.parametrize("said", lines(NEITHER))
def test_what_may_be_said_of_everybody_is_neither(said: str) -> None:
    assert not somebody.asked_for(plain(said))
    assert not somebody.not_wanted(plain(said))
