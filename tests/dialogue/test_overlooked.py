"""Plain words of somebody who is not alone with the telephone."""

import pytest

from bot.dialogue.overlooked import SEEN, asks, hears_along
from bot.dialogue.words import plain

HEARS = """
he hears me
i cant call he hears
because he is listening
hij hoort mij
ik kan niet bellen, hij hoort alles
mijn man leest mee
il m'entend
je peux pas appeler il m'entend
mon mari écoute
"""
ASKED = """
he can read this?
can my husband see this
can he read everything I write here
can he find this chat
kan mijn man dit lezen
kan hij meelezen
kan hij alles lezen
ziet hij wat ik hier schrijf
kan hij mijn berichten zien
kan hij dit vinden
leest hij mee
mon ex peut les voir ?
est-ce qu'il peut lire mes messages
il peut voir ce que j'écris ?
peut-il voir ça
est-ce qu'il voit mes messages
il lit ça ?
"""
#: Of this where somebody does her harm, and there alone.
FEARED = """
zou hij dit zien
kan hij het vinden
kan hij alles zien
ziet hij ons
zou hij ons zien
kan mijn zoon het vinden
est-ce qu'il va le voir
est-ce que mon fils peut le voir
est-ce qu'il le voit
peut-il lire
peut-il voir
can he see everything
can he find it
would he see this
"""
NEITHER = """
hij vindt mij lelijk
il va voir sa mère
can he see his children
can you read this
can they read this
kunnen ze dit lezen
can my doctor see this
kan de vrijwilliger dit lezen
he hears me crying and hits me
he can see my pain
hij ziet mij niet graag
mijn man leest de krant
il voit sa mère
zou hij ons kunnen zien van daarboven
zou hij mij nog zien
kan hij goed zien
kan hij lezen
il nous voit
il voit
est-ce qu'il nous voit de là-haut
would he see us
can he see us from up there
he sees everything
can he see
can he read
"""


@pytest.mark.parametrize("said", HEARS.strip().splitlines())
def test_that_he_hears_is_no_question(said: str) -> None:
    assert hears_along(plain(said))
    assert asks(plain(said)) is None


@pytest.mark.parametrize("said", ASKED.strip().splitlines())
def test_whether_he_sees_this(said: str) -> None:
    assert asks(plain(said)) == SEEN


@pytest.mark.parametrize("said", FEARED.strip().splitlines())
def test_what_is_feared_of_whoever_does_harm(said: str) -> None:
    assert hears_along(plain(said))
    assert asks(plain(said)) is None


@pytest.mark.parametrize("said", NEITHER.strip().splitlines())
def test_what_is_about_something_else(said: str) -> None:
    assert not hears_along(plain(said))
