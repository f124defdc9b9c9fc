"""'Spreek simpeler' and 'what is a volunteer?' are heard without any model, and only they."""

from __future__ import annotations

import pytest

from bot.dialogue import Library
from bot.dialogue.answers import wish
from bot.dialogue.simpler import SIMPLER
from bot.dialogue.volunteer_asked import VOLUNTEER

ASKS_SIMPLER = """
spreek simpeler
ik versta u niet goed, simpel aub
spreek wat eenvoudiger aub
kunt u dat simpeler zeggen?
kan het wat eenvoudiger
simpeler
eenvoudig graag
zeg het in gewone woorden
ik begrijp je niet goed
sorry ik snap het niet, zeg het simpeler
leg het eens simpel uit
gebruik geen moeilijke woorden
n'utilisez pas de mots difficiles
please don't use difficult words
parlez plus simplement
plus simple svp
pouvez-vous parler plus simplement ?
je ne vous comprends pas bien
je comprends pas, parlez plus simple
dites-le plus simplement s'il vous plaît
avec des mots simples
explique plus clairement
tu peux dire ça plus simple ?
speak simple please
can you say it simpler
simple words please
please speak more simply
I don't understand you
in plain english please
I dont understand good, simple please
"""
NOT_SIMPLER = """
het leven was vroeger simpeler
ik versta mijn man niet
het is allemaal te moeilijk
ik begrijp het niet meer
simpel
maak het korter, ik wil niet meer
ik versta u niet, ik wil dood
spreek duidelijk met mijn zoon
iets simpel aub
ik begrijp u niet goed meer mijn hoofd draait
la vie est trop compliquée
je ne comprends plus rien à ma vie
dites-le à ma fille
plus rien n'est simple
c'est simple
un moyen simple svp
life was simpler
i don't understand why he left
easy way out please
a simple way to die please
in short i want to die
"""
ASKS_VOLUNTEER = """
wat is een vrijwilliger?
wa is da ne vrijwilliger
wie zijn die vrijwilligers
wat doet een vrijwilliger
een vrijwilliger, wat is dat?
wat bedoelt u met vrijwilliger
c'est quoi un bénévole ?
un bénévole c'est quoi
qu'est-ce qu'un bénévole
qui sont les bénévoles ?
que fait un bénévole
c'est quoi un volontaire
what is a volunteer?
what's a volunteer
who are the volunteers
what do volunteers do
what do you mean by volunteer
"""
NOT_VOLUNTEER = """
wie is de vrijwilliger
wie is mijn vrijwilliger
wat doet die vrijwilliger met mij
ik was vroeger vrijwilliger
ik wil een vrijwilliger
waar blijft de vrijwilliger
qui est le bénévole
je veux un bénévole
mon bénévole est méchant
le bénévole m'a touchée, c'est quoi ça
who is my volunteer
what did the volunteer say
the volunteer hurt me
a volunteer please
"""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *((text, SIMPLER) for text in ASKS_SIMPLER.strip().splitlines()),
        *((text, VOLUNTEER) for text in ASKS_VOLUNTEER.strip().splitlines()),
    ],
)
def test_it_is_heard(library: Library, text: str, meant: str) -> None:
    assert wish(text) == meant
    assert library.by_intent(meant) is not None


@pytest.mark.parametrize(
    "text", [*NOT_SIMPLER.strip().splitlines(), *NOT_VOLUNTEER.strip().splitlines()]
)
def test_it_is_something_else(text: str) -> None:
    assert wish(text) not in (SIMPLER, VOLUNTEER)
