"""What she says is not for whoever reads along, and what only sounds like it."""

import pytest

from bot.kept_from import keeps_from

KEPT = """
dit mag Karim niet weten
Karim mag dit niet zien, hij maakt zich zorgen
zeg dat niet tegen Karim
zeg niets tegen Karim aub
vertel dit niet aan Karim want hij schrikt
dit is niet voor Karim
dit is niet voor de vrijwilliger
ik wil niet dat Karim dit weet
Karim ne doit pas savoir ça
ne dites rien à Karim
ne le dis pas à Karim s'il te plaît
ce n'est pas pour Karim
je ne veux pas que Karim sache ça
don't tell Karim
please don't tell Karim this
this is not for Karim
Karim must not see this
I don't want Karim to know this
"""
NOT = """
de soep is niet voor Karim
de taart is niet voor Karim maar voor mijn zoon
dat is niet nieuw voor Karim
Karim kan dat niet weten
Karim kan mij niet zien
zeg dat niet, Karim
zeg dat niet tegen mijn dochter Karim
zeg niets tegen mijn zoon
dit mag mijn zoon niet weten
ik wil niet dat mijn dochter dit weet Karim
le gâteau n'est pas pour Karim
ne dites rien à ma fille
ne dites rien Karim
ma fille ne doit pas savoir ça
Karim ne peut pas le savoir
ce n'est pas facile pour Karim
don't tell my daughter Karim
don't tell me that Karim
my son must not see this
this is not easy for Karim
the cake is not for Karim
Karim can't know that
ik wil niet meer leven Karim
je veux mourir Karim
I want to die Karim
mijn man slaat mij, zeg dat niet tegen hem
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(KEPT))
def test_it_is_not_for_him(text: str) -> None:
    assert keeps_from(text, "Karim")


@pytest.mark.parametrize("text", lines(NOT))
def test_ordinary_talk(text: str) -> None:
    assert not keeps_from(text, "Karim")
