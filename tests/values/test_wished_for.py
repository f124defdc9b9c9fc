"""Whether her words wish for a volunteer by name, refuse that one, or only tell of that one."""

from __future__ import annotations

import pytest

from bot.wished_for import Wish, of

AGAINST = """
ik wil met iemand praten, maar niet Karim
iemand anders dan Karim
geef mij iemand anders als Karim
liever niet Karim
Karim, liever niet
Karim wil ik niet meer
ik wil niet dat Karim komt
liever met Lies dan met Karim
iedereen behalve Karim
een andere vrijwilliger dan Karim
niet Karim maar Lies
Karim mag het niet weten
zeg niets aan Karim
vorige keer was het Karim, nu iemand anders graag
ik kan niet met Karim praten, stuur iemand anders
ik heb niemand, iemand anders dan Karim aub
quelqu'un d'autre que Karim
je voudrais parler à quelqu'un, mais pas Karim
pas avec Karim
sauf Karim
je ne veux plus parler à Karim
je ne veux pas que Karim vienne
ne m'envoyez plus Karim
Karim, je ne veux pas
plutôt Sofie que Karim
quelqu'un d'autre, Karim m'a fait peur
quelqu'un qui n'est pas Karim
I want to talk to someone, but not Karim
someone other than Karim please
anyone but Karim
everyone except Karim
I don't want Karim
please don't send Karim
don't tell Karim
I never want to see Karim again
someone else please. Karim was rude
"""
FOR = """
ik wil met Karim praten
mag ik nog eens met Karim praten
kan Karim komen
ja graag, met Karim
nee, met Karim
ik voel me niet goed, ik wil Karim spreken
niet Lies maar Karim
je voudrais parler à Karim
avec Karim svp
est-ce que Karim peut venir
pas Lies, Karim
je n'en peux plus, je voudrais parler avec Karim
I want to talk with Karim
can Karim come
Karim please
I'm not well, can Karim come
I'd like to see Karim again
no, Karim please
"""
NEITHER = """
ik wil praten over Karim
ik heb een probleem met Karim
ik ben bang van Karim
ik heb niet met Karim gepraat
ik kan niet slapen en wil met Karim praten
waarom komt Karim niet
vergeet Karim niet
zonder Karim ben ik verloren
ik heb pas met Karim gepraat
niemand anders dan Karim
Karim of iemand anders
iemand anders, Karim
je veux parler de Karim
j'ai peur de Karim, envoyez quelqu'un
n'oubliez pas Karim
je n'ai pas vu Karim
je ne veux personne d'autre que Karim
I want to talk about Karim
I want Karim gone
I couldn't talk to Karim yesterday
why not Karim
nobody but Karim
I don't want anyone other than Karim
iemand zoals Sofie
"""


@pytest.mark.parametrize("name", ["Karim", "Karim De Wit"])
@pytest.mark.parametrize("said", AGAINST.strip().splitlines())
def test_that_one_is_refused(said: str, name: str) -> None:
    assert of(said, name) is Wish.AGAINST


@pytest.mark.parametrize("said", FOR.strip().splitlines())
def test_that_one_is_asked_for(said: str) -> None:
    assert of(said, "Karim De Wit") is Wish.FOR


@pytest.mark.parametrize("said", NEITHER.strip().splitlines())
def test_in_doubt_nothing_is_set(said: str) -> None:
    assert of(said, "Karim De Wit") is None


def test_a_particle_is_no_name() -> None:
    assert of("ik wil de dokter spreken, niet de buurman", "Karim De Wit") is None
