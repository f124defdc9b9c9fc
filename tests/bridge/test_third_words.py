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

ORDINARY = """
mijn dochter komt morgen, ze brengt taart
mijn kat is gestorven, ze was 15
die dokter was lief
haha die mop is goed
mijn haar is nat
mijn benen zijn moe
elle est belle la vie
mijn man ademt niet, hij ligt op de grond
mijn man is zat en slaat mij
mon mari est saoul et me frappe
my ex is at my door with a knife
mijn ex staat met een mes voor de deur
mijn man is zat, hij slaat mij
ma fille vient demain, elle apporte un gâteau
mon chat est mort, il avait 15 ans
mon mari ne respire plus, il est par terre
mon mari a bu, il me frappe
my daughter comes tomorrow, she brings cake
my cat died, she was 15
my husband is not breathing, he is on the floor
my husband is drunk, he hits me
my legs are tired
mes jambes sont lourdes
un homme est devant ma porte avec un couteau
my son fell, he bleeds
the doctor came, he was kind
"""
PERHAPS_HIS = """
mijn man weet dat hij mij geslagen heeft
mijn dochter heeft hem gezien
mijn dochter zegt hij moet weg
ik zei tegen mijn man hij sloeg mij
mijn man is lief maar hij heeft mij verkracht
mijn man was weg en hij kwam binnen
mijn zoon komt morgen. hij heeft mij geslagen
hij trok aan mijn haar
aan mijn haar getrokken
die vent zat aan mij
die vuilaard is weg
mijn benen zijn blauw
elle m'a insultée
elle est méchante
elle est venue la nuit
ma fille l'a vu, il m'a touchée
mon mari sait qu'il m'a frappée
j'ai dit à mon mari il m'a frappée
mon mari est gentil mais il m'a violée
mes jambes sont bleues
my daughter saw him
my daughter knows, he hit me
I told my husband he hit me
my husband was out and he came in
my legs are bruised
my daughter is angry, he touched me
mijn dochter kwam, ze zag mijn borsten
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


@pytest.mark.parametrize("text", lines(ORDINARY))
def test_ordinary_talk_and_danger_by_others_go_on(text: str) -> None:
    assert of_another(text, "Karim") or not goes_on(text)


@pytest.mark.parametrize("text", lines(PERHAPS_HIS))
def test_what_may_be_his_waits(text: str) -> None:
    assert goes_on(text)
    assert not of_another(text, "Karim")
