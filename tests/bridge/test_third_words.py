"""Of whom she goes on speaking after a complaint about Karim."""

import pytest

from bot.third_words import goes_on, of_a_third, of_another

THIRD = """
hij vraagt altijd geld
em slaat mij ook
ie heeft mij ook gekust
dieje vuilaard zat in mijn broek
die vent zat aan mij
en zijn handen zaten overal
met zijn vuisten
met z'n riem
zijn vrouw weet van niets
il demande toujours de l'argent
il m'a frappée
elle m'a insultée
ses mains partout
son poing dans ma figure
avec sa ceinture
he asks for money
his hands were everywhere
with his fist
she shouted
I told him no
"""
NO_THIRD = """
wanneer komt u
wij zijn thuis
we zijn met twee
zijn er nog plaatsen
zijn we morgen open
het kan zijn
dank u, tot morgen
ik ben moe
hoe gaat het
mijn zoon komt morgen
s'il vous plaît
il y a du soleil
il fait beau
il faut que je parte
il est tard
ça va mieux
merci beaucoup
j'ai faim
ma fille vient demain
on se voit demain
thank you
my son comes tomorrow
the son of my neighbour
I want to die
it is raining
are you there
I am tired
see you tomorrow
what time is it
good night
I have been outside
"""
ON_HER_BODY = """
ook aan mijn borsten
in mijn broek en op mijn dij
ook aan mijn been
et aussi mes seins
entre mes cuisses
and my breasts too
under my skirt
"""
ANOTHER = """
Karim, mijn man slaat mij
mijn man heeft mij geslagen
dag Karim, mijn zoon heeft mijn geld gestolen
ik ben geslagen door mijn broer
de buurman heeft mij aangeraakt
Karim, mon mari m'a frappée
mon fils a volé mon argent
j'ai été violée par mon voisin
mon mari me bat
Karim, my husband hit me
my son stole my money
I was raped by my neighbour
mijn zoon heeft mijn geld gepakt
Karim, mon fils a pris mon argent
my son took my card
"""
NOT_ANOTHER = """
zeg niets tegen mijn man
mijn man weet niet dat hij mij geslagen heeft
mijn vriend zat aan mijn borsten
mijn man slaat mij, Karim ook
ik heb blauwe plekken
mijn dochter heeft de blauwe plekken gezien
ne dites rien à mon mari
mon mari sait qu'il m'a frappée
mon ami m'a touchée
Karim et mon mari m'ont frappée
my husband knows he hit me
don't tell my husband
my friend touched me
my husband hit me and so did Karim
bel de politie
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(THIRD))
def test_of_somebody(text: str) -> None:
    assert of_a_third(text)


@pytest.mark.parametrize("text", lines(NO_THIRD))
def test_of_nobody(text: str) -> None:
    assert not goes_on(text)


@pytest.mark.parametrize("text", lines(ON_HER_BODY))
def test_of_what_was_touched(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize("text", lines(ANOTHER))
def test_of_one_of_hers(text: str) -> None:
    assert of_another(text, "Karim")


@pytest.mark.parametrize("text", lines(NOT_ANOTHER))
def test_perhaps_of_him(text: str) -> None:
    assert not of_another(text, "Karim")
