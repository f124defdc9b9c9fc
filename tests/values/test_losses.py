"""Who died, by what was written. One line a sentence: what it says | who it is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.values.losses import is_long_ago, lost, tells_of_death, tells_of_dying
from bot.values.own import MORTAL, find_own

DIED = """
mijn broer is gestorven | brother
gisteren is mijn broer overleden | brother
mijn broer Jef is vorige week gestorven in het ziekenhuis | brother
vorige week stierf mijn moeder | mother
mijn man is in maart gestorven | husband
onze Jef, mijn broer, is er niet meer | brother
mijn zus belde: mijn broer is dood | brother
ik heb mijn broer verloren | brother
we hebben vrijdag mijn zus begraven | sister
de begrafenis van mijn broer was gisteren | brother
het graf van mijn moeder | mother
mijn broer zijn begrafenis is morgen | brother
mijn man zaliger deed dat altijd | husband
wijlen mijn vrouw kookte graag | wife
mijn overleden man | husband
de buurvrouw is dood | neighbour
nu is de hond ook dood | dog
de kat hebben we moeten laten inslapen | cat
de man van mijn dochter is gestorven | in_law
mijn dochter haar man is gestorven | in_law
mijn dochter is kapot, haar man is gestorven | in_law
mijn broer leeft niet meer | brother
mijn vader en mijn moeder zijn dood | mother+father
mon frère est mort | brother
mon mari est décédé en mars | husband
j'ai perdu ma sœur | sister
on a enterré mon frère samedi | brother
l'enterrement de mon frère | brother
la mort de ma mère | mother
feu mon mari | husband
mon défunt mari | husband
ma sœur nous a quittés | sister
mon frère n'est plus là | brother
mon père n'est plus | father
mon chien est mort aussi | dog
on a dû faire piquer mon chat | cat
le mari de ma fille est mort | in_law
ma fille pleure, son mari est mort | in_law
le voisin est décédé | neighbour
my brother died | brother
my brother passed away last week | brother
I lost my sister in May | sister
my brother's funeral is tomorrow | brother
the funeral of my brother | brother
we buried my mother | mother
my late husband | husband
my dad is no longer with us | father
my dog is dead as well | dog
we had to have the cat put down | cat
my daughter's husband died | in_law
my daughter is broken, her husband died | in_law
my neighbour died | neighbour
"""
NOBODY = """
mijn broer heeft zijn werk verloren
ik ben doodmoe, mijn dochter komt niet
mijn broer lacht zich dood
ik werk me dood voor mijn zoon
mijn zoon is bijna dood geweest
haar broer is gestorven
mijn dochter is naar een begrafenis geweest
mijn broer is niet dood
mijn zus is er niet meer geweest sinds nieuwjaar
de batterij is dood
mon frère est mort de rire
ma fille est morte de fatigue
son frère est mort
mon frère a failli mourir
mon frère n'est pas mort
je suis morte de peur pour mon fils
my brother nearly died
I am dead tired, my son was here
his brother died
my brother is not dead
my brother lost his job
my wife is gone to the shop
"""


@pytest.mark.parametrize("line", DIED.strip().split("\n"))
def test_who_died(line: str) -> None:
    text, _, who = line.partition(" | ")
    assert lost(text) == frozenset(who.split("+"))


@pytest.mark.parametrize("text", NOBODY.strip().split("\n"))
def test_nobody_of_hers_died(text: str) -> None:
    assert lost(text) == frozenset()


@pytest.mark.parametrize("text", ["hij is gestorven", "il est mort", "she passed away"])
def test_somebody_died_who_is_not_named(text: str) -> None:
    assert tells_of_death(text)
    assert lost(text) == frozenset()


@pytest.mark.parametrize("text", ["mijn broer ligt op sterven", "il va mourir", "she is dying"])
def test_somebody_is_dying(text: str) -> None:
    assert tells_of_dying(text)
    assert lost(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    ["mijn man is tien jaar geleden gestorven", "mort il y a dix ans", "he died years ago"],
)
def test_long_ago(text: str) -> None:
    assert is_long_ago(text)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert lost(text) <= MORTAL
    assert all(own.words for own in find_own(text))


@pytest.mark.parametrize("text", ["mijn " * 800, "mijn broer van " * 270, "dood " * 800])
def test_no_text_takes_long(text: str) -> None:
    began = time.perf_counter()
    lost(text)
    find_own(text)
    assert time.perf_counter() - began < 1
