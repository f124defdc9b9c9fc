"""What is a complaint about the volunteer Karim, and what only sounds like one."""

import pytest

from bot.complaint_words import about

MUST = """
karim doet raar tegen mij, ik wil klagen over hem
ik wil een klacht indienen over Karim
ik wil klagen over karim
over karim wil ik klagen
karim was onbeleefd tegen mij
Karim is altijd zo brutaal
vandaag was Karim echt onvriendelijk
karim vraagt mij altijd geld
Karim heeft mij uitgescholden
ik ben bang van Karim
de vrijwilliger doet raar
ik heb een klacht tegen de vrijwilliger
ik durf niet goed klagen over Karim
karim is niet vriendelijk met mij
je veux me plaindre de Karim
je voudrais porter plainte contre Karim
Karim est bizarre avec moi
karim a été très impoli
Karim m'a insultée
Karim me parle mal
Karim n'est pas gentil avec moi
karim me demande de l'argent
j'ai peur de Karim
je veux me plaindre du bénévole
Karim me fait peur, je veux le dire à quelqu'un
j'ai une plainte concernant Karim
la bénévole a été désagréable
I want to complain about Karim
I want to make a complaint against karim
I want to report Karim
Karim was rude to me
karim is acting weird
Karim keeps asking me for money
karim shouted at me
I am afraid of Karim
Karim makes me uncomfortable
Karim wasn't kind to me
the volunteer was very rude
I have a complaint about the volunteer
"""
TO_HIM = """
ik wil klagen over hem
ik heb een klacht over hem
je veux me plaindre de lui
je veux porter plainte contre lui
I want to complain about him
I have a complaint against him
"""
NOT = """
karim is lief
mijn zoon Karim doet raar
Karim, mijn zoon doet raar tegen mij
ik klaagde bij Karim over mijn huisbaas
Karim, ik wil een klacht indienen over mijn huisbaas
karim doet niet raar hoor
ik was onbeleefd tegen Karim
Karim zei dat mijn buurman raar doet
ik heb geen klachten over Karim
de hond van Karim is raar
karim is het raar dat ik ween
ik wil klagen over de bus
mijn buurman is raar, ik wil klagen over hem
Karim vindt het raar
wanneer komt Karim
Karim est gentil
mon fils Karim est bizarre
Karim, mon voisin est impoli avec moi
je me plains à Karim de mon propriétaire
je n'ai pas à me plaindre de Karim
Karim, je veux porter plainte contre ma propriétaire
j'ai été impolie avec Karim
Karim m'a dit que ma voisine est bizarre
le chien de Karim est méchant
Karim n'est pas bizarre
mon voisin crie, je veux me plaindre de lui
est-ce que Karim vient
je me plains souvent
Karim is kind
my son Karim is acting weird
I complain to Karim about my landlord
Karim, my neighbour was rude to me
I was rude to Karim
Karim said my landlord is weird
I don't want to complain about Karim
my neighbour is loud and I want to complain about him
Karim's dog is mean
Karim is not rude
can I report a broken lamp
I can't complain
when does Karim come
I told Karim that I want to complain about the bus
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(MUST))
@pytest.mark.parametrize("to_him", [True, False])
def test_a_complaint_about_him(text: str, to_him: bool) -> None:
    assert about(text, "Karim", to_him=to_him)


@pytest.mark.parametrize("text", lines(TO_HIM))
def test_about_him_where_she_writes_to_him(text: str) -> None:
    assert about(text, "Karim", to_him=True)
    assert not about(text, "Karim", to_him=False)


@pytest.mark.parametrize("text", lines(NOT))
@pytest.mark.parametrize("to_him", [True, False])
def test_no_complaint_about_him(text: str, to_him: bool) -> None:
    assert not about(text, "Karim", to_him=to_him)


def test_a_name_of_two_letters_is_no_word() -> None:
    assert not about("ik wil klagen over de bus", "De", to_him=True)
