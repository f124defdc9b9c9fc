"""What is a complaint about the volunteer Karim, and what only sounds like one."""

import pytest

from bot.complaint_words import about, is_own, of_a_third
from bot.spoken_of import says_who, speaks_of

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
HARMS = """
Karim heeft mij verkracht
Karim heeft aan mij gezeten
Karim zat aan mijn borsten
Karim heeft me pijn gedaan
Karim wil mij vermoorden
Karim veut me tuer
Karim wants to kill me
het was Karim die mij sloeg
c'est Karim qui m'a frappée
it was Karim who hit me
Karim heeft geld gevraagd
Karim heeft mijn geld gestolen
Karim wou met mij slapen
Karim m'a violée
Karim a volé mon argent
Karim ne me respecte pas
Karim raped me
Karim stole my money
Karim heeft mij gisteren verkracht
gisteren heeft Karim mij verkracht
ik zeg u dat Karim mij verkracht heeft
Karim mij heeft geslagen
ik ben verkracht door Karim
ik ben door Karim betast
Karim hij heeft mij geslagen
Karim heeft aan mijn borsten gezeten
Karim zit altijd aan mij
Karim zat met zijn handen aan mij
Karim wil seks
Karim wou mij kussen
Karim heeft aan mij geld gevraagd
Karim heeft mij gevraagd om geld
Karim heeft mij 50 euro gestolen
Karim steelt mijn geld
Karim doet mij pijn
Karim respecteert mij niet
Karim heeft mij misbruikt en ik durf het niet zeggen
Karim dwingt mij
Karim m'a touché les seins
Karim m'a touchée
Karim a abusé de moi
j'ai été violée par Karim
Karim il m'a frappée
hier Karim m'a fait mal
Karim m'a fait du mal
Karim vole mon argent
Karim veut coucher avec moi
Karim a mis sa main sur ma cuisse
Karim m'a giflée
Karim me manque de respect
Karim a manqué de respect
Karim m'a volé 50 euros
Karim has raped me
I was raped by Karim
Karim abused me
Karim is hurting me
Karim touched my breasts
Karim grabbed me
Karim put his hand on my leg
Karim wants to sleep with me
Karim stole from me
Karim beat me
Karim doesn't respect me
Karim robbed me
Karim forced himself on me
karim heeft me verkracht
KARIM HEEFT MIJ VERKRACHT!!
"""
NO_HARMS = """
Karim heeft mij geholpen
Karim heeft mijn geld gevonden
Karim heeft me pijnstillers gebracht
Karim heeft mij nooit pijn gedaan
Karim heeft mij niet geslagen
Karim zat aan mijn tafel
Karim zit aan mij te denken
Karim heeft aan mij gedacht
Karim heeft gezegd dat mijn geld gestolen is
Karim wil met mij wandelen
Karim heeft mij gevraagd of ik kom
Karim respecteert mij
mijn man heeft mij verkracht
Karim, mijn man heeft mij verkracht
Karim mijn man heeft mij verkracht
Karim ik ben verkracht door mijn buurman
mijn buurman heeft mij verkracht en Karim heeft mij geholpen
ik heb aan Karim verteld dat mijn vader mij verkracht heeft
ik zei tegen Karim dat ze mij geslagen hebben
iemand heeft mijn geld gestolen Karim
Karim de dokter heeft me pijn gedaan
Karim m'a aidée
Karim a trouvé mon argent
Karim m'a apporté des médicaments contre la douleur
Karim m'a fait du bien
Karim ne m'a jamais fait mal
Karim, mon mari m'a violée
Karim mon mari m'a violée
Karim j'ai été violée par mon voisin
mon mari me frappe Karim
j'ai dit à Karim que mon père m'a violée
Karim me respecte
Karim m'a tapé une lettre
Karim vole à Paris demain
Karim a touché une prime
on a volé mon argent Karim
Karim m'a appelée hier
Karim helped me
Karim found my money
Karim brought me painkillers
Karim never hurt me
Karim didn't hurt me
Karim, my husband raped me
Karim my husband raped me
I was raped by my neighbour Karim
I told Karim that my father raped me
I told Karim my husband hits me
Karim respects me
Karim grabbed me a coffee
someone stole my money Karim
Karim beat me at cards
my neighbour hurt me and Karim called the police
Karim wants to sleep
Karim got hit by a car
de fiets van Karim is gestolen
le vélo de Karim est volé
"""
OF_HIM = """
Karim bedreigde mij met een mes
het was Karim die mij sloeg
degene die mij slaat is Karim
Karim stompte mij in mijn gezicht
mijn dader is Karim
Karim sloeg
ik ben in elkaar geslagen door Karim
Karim en zijn vriend hebben mij geslagen
c'est Karim qui me frappe
Karim m'a donné des coups de pied
celui qui me frappe est Karim
it was Karim who hit me
the one who hits me is Karim
Karim threw me on the floor
Karim il me bat
wie? Karim sloeg mij
mijn man zag dat Karim mij sloeg
"""
TO_KARIM = """
Karim, mijn man slaat mij
Karim mijn man slaat mij
dag Karim, ik ben geslagen
mijn man slaat mij Karim
help Karim
Karim help mij mijn man slaat mij
Karim bel de politie
ik zei tegen Karim dat mijn man mij slaat
mijn man slaat mij
Karim mon mari me frappe
Karim, il me frappe
mon mari me frappe Karim
au secours Karim, il me frappe
Karim aidez-moi il me frappe
Karim my husband hits me
my husband hits me, Karim
please Karim call the police
Karim I was raped by my neighbour
Karim ik ben verkracht door mijn buurman
Karim j'ai été violée
merci Karim mais mon mari me bat
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


@pytest.mark.parametrize("text", [*lines(MUST), *lines(HARMS)])
@pytest.mark.parametrize("to_him", [True, False])
def test_a_complaint_about_him(text: str, to_him: bool) -> None:
    assert about(text, "Karim", to_him=to_him)


@pytest.mark.parametrize("text", lines(TO_HIM))
def test_about_him_where_she_writes_to_him(text: str) -> None:
    assert about(text, "Karim", to_him=True)
    assert not about(text, "Karim", to_him=False)


@pytest.mark.parametrize("text", [*lines(NOT), *lines(NO_HARMS)])
@pytest.mark.parametrize("to_him", [True, False])
def test_no_complaint_about_him(text: str, to_him: bool) -> None:
    assert not about(text, "Karim", to_him=to_him)


@pytest.mark.parametrize("text", [*lines(OF_HIM), *lines(HARMS)])
def test_beside_violence_his_name_is_of_him(text: str) -> None:
    assert speaks_of(text, "Karim")


@pytest.mark.parametrize("text", lines(TO_KARIM))
def test_or_calls_him(text: str) -> None:
    assert not speaks_of(text, "Karim")


@pytest.mark.parametrize(
    ("text", "so"),
    [
        *((text, True) for text in ("ja, het is Karim", "door Karim", "oui c'est Karim")),
        *((text, True) for text in ("par Karim", "it was Karim", "yes it's Karim")),
        *((text, False) for text in ("ja, Karim", "merci Karim", "it is late, Karim")),
        *((text, False) for text in ("mijn man is bang van Karim", "c'est bien Karim", "ok")),
    ],
)
def test_who_it_was(text: str, so: bool) -> None:
    assert says_who(text, "Karim") == so


def test_one_of_hers_with_his_name() -> None:
    assert is_own("mijn zoon Karim stompte mij", "Karim")
    assert not is_own("Karim stompte mij", "Karim")


def test_a_name_of_two_letters_is_no_word() -> None:
    assert not about("ik wil klagen over de bus", "De", to_him=True)


def test_who_is_spoken_of() -> None:
    assert of_a_third("hij vraagt altijd geld")
    assert of_a_third("he asks for money")
    assert not of_a_third("wanneer komt u")
