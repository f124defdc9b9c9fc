"""A name that is given unasked, anywhere in a talk, and the words that only look like one.

One line: expression | name; a name behind '+' is given beside something else, which is heard too.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.introduced import introduced

GIVEN = """
mon nom est Amina | Amina
Mon prénom c'est Amina. | Amina
Je m'appelle Jeanne | Jeanne
je m'appelle jeanne | Jeanne
Appelez-moi Jeanne | Jeanne
appelez moi madame dubois svp | Madame Dubois
Appelle-moi simplement Jeannot | Jeannot
vous pouvez m'appeler Nanou | Nanou
non, mon nom est Dubois, pas Dupont | Dubois
Non, je m'appelle Jeanne, et pas Jeannine | Jeanne
Bonjour, je suis Odette, enchantée | Odette
bonjour moi c'est Odette | Odette
Je m'appelle Lucienne mais appelez-moi Lulu | Lulu
C'est Jeanne avec deux n | Jeanne
Jeanne, avec deux n svp | Jeanne
Goeiedag, ik ben Jeanne | Jeanne
Goeiedag ik ben Jeanne. | Jeanne
Ik ben Jeanne | Jeanne
Ik heet Marleen | Marleen
ik heet marleen zu | Marleen
mijn naam is Godelieve | Godelieve
mijne naam is Gerard, noem mij maar Gerre | Gerre
Noem mij maar Jeanne alstublieft | Jeanne
noemt mij maar de Jos | Jos
ge moogt mij gerust Leen noemen | Leen
nee, mijn naam is Jeanne | Jeanne
nee ik heet Jeanne, niet Johanna | Jeanne
het is Jeanne met twee n | Jeanne
Jeanne met dubbele n | Jeanne
spreek mij aan met mevrouw Peeters | mevrouw Peeters
My name is Peg | Peg
my name's peg, nice to meet you | Peg
Hello, I'm Margaret | Margaret
I am Margaret | Margaret
no, my name is Jane | Jane
please call me Mrs Jones | Mrs Jones
you can call me Peg | Peg
My name is Margaret but call me Peg please | Peg
it's Jeanne with two n | Jeanne
It's Jane with a y | Jane
it's Peg with one g | Peg
MON NOM EST AMINA | Amina
Georges heet ik dat heb ik al gezegd | Georges
Georges zo heet ik | Georges
Georges, zo heet ik | Georges
ik heet Georges he onthoudt dat nu eens | Georges
ik heet Georges, dat zei ik al | Georges
Georges, c'est mon prénom | Georges
je m'appelle Georges je l'ai déjà dit | Georges
George, that's my name | George
my name is George, I told you already | George
Je m'appelle Jeanne et je dors mal | + Jeanne
Mijn naam is Jeanne, ik ben hier nieuw in de straat | + Jeanne
Goeiedag, ik ben Jeanne en ik woon alleen | + Jeanne
Hello, I'm Margaret and my knee hurts | + Margaret
My name is Peg. What a day it was | + Peg
Hello, I'm Margaret, and you? | + Margaret
Je m'appelle Ana, et vous ? | + Ana
can you call me Peg? | Peg
Je m'appelle Parfait | Parfait
ik heet Anders | Anders
Vera, that's my name | Vera
Justin, c'est mon nom | Justin
"""
NOT_GIVEN = """
appelez-moi demain
appelez-moi vite
appelez-moi une ambulance
appelez moi rapidement
appelez-moi le docteur
appelez-moi mon fils
Appelez-moi quelqu'un
appelez-moi quand vous avez le temps
je suis fatiguée
je suis seule
Je suis Belge
bonjour, je suis malade
c'est Jeanne
c'est Jeanne qui est morte
non, c'est Bruxelles
Bonjour, c'est Noël
mon nom ne compte pas
je m'appelle comme vous voulez
mon mari s'appelle Albert
ma fille m'appelle le dimanche
comment vous appelez-vous ?
ik ben moe
ik ben alleen
ik ben Belg
Ik ben Katholiek
ik ben jeanne kwijt
noem mij zot
noem mij maar wat ge wilt
noem mij niet Jozef
mijn naam doet er niet toe
mijn dochter heet Greet
mijn naam is niet belangrijk
hoe heet gij?
het is Jeanne die mij belt
't is Maandag
Goeiedag
Jeanne
appeltaart met een koffie
call me later
call me a doctor
call me crazy
call me old fashioned
call me maybe
call me when you can
please call me back
I am fine
I am tired
I'm Belgian
my name is nobody's business
my sister's name is Ann
it's Jane
no, it's Monday
they call me names
ik heet van niks
Juist, zo heet ik
klopt, zo heet ik
Klopt, dat is mijn naam
Inderdaad zo heet ik
Exact, c'est mon nom
Parfait, c'est mon prénom
Correct, that's my name
Perfect, that is my name
"""


def rows(table: str) -> list[tuple[str, bool, str]]:
    lines = [line.split(" | ") for line in table.strip().splitlines()]
    return [(typed, not name.startswith("+"), name.lstrip("+ ")) for typed, name in lines]


@pytest.mark.parametrize(("typed", "alone", "name"), rows(GIVEN))
def test_a_name_that_is_given(typed: str, alone: bool, name: str) -> None:
    found = introduced(typed)
    assert found is not None
    assert (found.name, found.alone) == (name, alone)


@pytest.mark.parametrize("typed", NOT_GIVEN.strip().splitlines())
def test_what_is_no_name(typed: str) -> None:
    assert introduced(typed) is None


@given(st.text(max_size=200))
def test_never_raises(typed: str) -> None:
    found = introduced(typed)
    assert found is None or (found.name and "\n" not in found.name)
