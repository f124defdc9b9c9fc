"""Plain words of somebody who is not alone with the telephone."""

import pytest

from bot.dialogue.overlooked import asks, hears_along
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
NEITHER = """
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
"""


@pytest.mark.parametrize("said", HEARS.strip().splitlines())
def test_that_he_hears_is_no_question(said: str) -> None:
    assert hears_along(plain(said))
    assert asks(plain(said)) is None


@pytest.mark.parametrize("said", NEITHER.strip().splitlines())
def test_what_is_about_something_else(said: str) -> None:
    assert not hears_along(plain(said))
