"""Which words tell coordinators of a complaint, and which leave it open."""

import pytest

from bot.complaint_answers import about_coordinators, for_coordinators, for_him

TELLS = """
de coördinator
voor de coördinator
aan de coördinator graag
zeg het aan de coördinator
ja, aan Sofie
Sofie
voor Sofie Peeters
la coordinatrice
à la coordinatrice svp
pour le coordinateur
dites-le à Sofie
oui, à la coordination
the coordinator
for the coordinator please
tell the coordinator
yes, to Sofie
"""
LEAVES_OPEN = """
nooit aan de coördinator
zwijg erover tegen de coördinator
liever iemand anders dan de coördinator
liever niet de coördinator
wie is de coördinator?
wie is de coördinator
de coördinator?
hoort de coördinator dan mijn naam?
Sofie komt morgen
niet aan Sofie
zeg het niet aan Sofie
jamais la coordinatrice!
rien à la coordinatrice
sans la coordinatrice svp
surtout pas à la coordination
à la coordinatrice ?
Sofie vient demain
ne le dites pas à Sofie
never the coordinator
who is the coordinator?
not the coordinator
anyone but the coordinator
Sofie comes tomorrow
do not tell Sofie
"""
SOMETHING_ELSE = """
hij vraagt altijd geld
il demande toujours de l'argent
he always asks for money
ja
morgen komt mijn zus
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(TELLS))
def test_it_is_for_them(text: str) -> None:
    assert for_coordinators(text, ["Sofie Peeters"])


@pytest.mark.parametrize("text", lines(LEAVES_OPEN))
def test_they_are_named_and_not_told(text: str) -> None:
    assert not for_coordinators(text, ["Sofie Peeters"])
    assert about_coordinators(text, ["Sofie Peeters"])


@pytest.mark.parametrize("text", lines(SOMETHING_ELSE))
def test_they_are_not_meant(text: str) -> None:
    assert not for_coordinators(text, ["Sofie Peeters"])
    assert not about_coordinators(text, ["Sofie Peeters"])


def test_for_him() -> None:
    assert for_him("voor Karim", "Karim")
    assert not for_him("Karim doet raar", "Karim")
