"""Plain assaults in ordinary words, and what only looks like one."""

import pytest

from bot.complaint_words import about

HARMS = """
Karim raakte mijn borsten aan
Karim heeft mijn borsten aangeraakt
Karim heeft mijn borst vastgepakt
Karim pakte mij bij mijn kont
Karim kneep in mijn bil
Karim gaf mij een klap
Karim gaf mij een klap in mijn gezicht
Karim heeft mij een klets gegeven
gisteren heeft Karim mij een mep gegeven
toen greep Karim mijn borst
gisteren pakte Karim mij bij mijn haar
Karim lag in mijn bed
Karim heeft mij heel hard geslagen
Karim m'a très fort frappée
Karim m'a prise de force
Karim s'est frotté contre moi
Karim s'est déshabillé devant moi
Karim a pris ma bague
Karim m'a pincé les fesses
Karim m'a donné une claque
Karim était dans mon lit
Karim slapped my face
Karim hit my face
Karim kissed my neck
Karim bit my arm
Karim undressed in front of me
Karim rubbed against me
Karim pinched my bottom
Karim gave me a slap
Karim was in my bed
"""
NO_HARMS = """
Karim gaf mij een klapper van een compliment
Karim gaf mij een hand
Karim gaf mij een boek
Karim heeft mijn arm verzorgd
Karim raakte mijn hart
Karim heeft mijn benen ingesmeerd
mijn kat lag in mijn bed, Karim
Karim zei dat ik in mijn bed moet blijven
Karim heeft mijn knie bekeken
Karim pakte mij een koffie
Karim, mijn man gaf mij een klap
toen greep mijn man mijn borst, Karim
Karim m'a prise dans ses bras
Karim m'a donné un coup de main
Karim a pris mon courrier
Karim a pris ma main
Karim s'est assis devant moi
Karim m'a soigné le bras
Karim m'a très bien aidée
Karim, mon mari m'a donné une claque
Karim a pris ma tension
Karim hit my doorbell
Karim touched my heart
Karim gave me a hug
Karim gave me a hand
Karim bit my cake
Karim sat in front of me
Karim washed my face
Karim held my hand
Karim, my husband slapped my face
Karim told me to stay in my bed
"""


@pytest.mark.parametrize("text", HARMS.strip().splitlines())
def test_is_asked_about(text: str) -> None:
    assert about(text, "Karim", to_him=True)


@pytest.mark.parametrize("text", NO_HARMS.strip().splitlines())
def test_is_not(text: str) -> None:
    assert not about(text, "Karim", to_him=True)
