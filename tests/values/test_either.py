"""Two hours of which one is meant are asked back: none is set, and both stand on a button."""

from __future__ import annotations

import pytest

from bot.dialogue.turns import Context
from bot.readers import READERS
from bot.understanding import Understanding
from bot.values.either import either

TWO = """
nl | 20:00 20:30 | 20:00 of 20:30
nl | 20:00 20:30 | 20u/20u30
nl | 20:00 20:30 | om acht uur 's avonds of half negen
nl | 20:00 21:00 | 8 of 9 's avonds
nl | 19:30 20:00 | half 8 of 8 uur in de avond
nl | 08:00 08:30 | om acht uur of half negen
nl | 08:00 09:00 | doe maar 8 of 9 uur, dan ben ik op
nl | 09:00 10:00 | 9 of 10 uur
nl | 09:00 19:00 | 's morgens of 's avonds
fr | 20:00 20:30 | 20h ou 20h30
fr | 20:00 20:30 | 20h/20h30
fr | 20:00 20:30 | 8h ou 8h30 du soir
fr | 08:00 08:30 | huit heures ou huit heures et demie
fr | 09:00 10:00 | à neuf ou dix heures
fr | 09:00 19:00 | le matin ou le soir
en | 20:00 20:30 | 8pm or 8.30pm
en | 08:30 09:00 | 8:30/9:00
en | 20:00 20:30 | 8 or 8:30 in the evening
en | 08:00 08:30 | 8 or half past 8
en | 08:30 09:00 | half past 8 or 9
en | 10:00 11:00 | 10am or 11am
nl | 08:00 20:00 | 8 uur of 20 uur
fr | 08:00 20:00 | 8h ou 20h
en | 08:00 20:00 | 8am or 8pm
en | 09:00 10:00 | 9 or maybe 10
en | 20:00 21:00 | 8pm or 9
en | 08:00 09:00 | 8am or 9
nl | 09:00 10:00 | 9 uur of 10 uur, om 10 uur ben ik op
"""
NOT = """
nl | tussen negen en tien
nl | 20/5
nl | op 20/5 om 9u
nl | 9u tot 12u
nl | rond acht uur half negen
nl | een uur of tien
nl | ne keer of negen
nl | tien uur of later
nl | 20:00 of 8 uur 's avonds
nl | om 10 uur of 2 keer per week
nl | om 10 uur of een beetje later
nl | niet om 9 of 10 uur
nl | 8, 9 of 10 uur
nl | 9 uur of nee 10 uur
nl | 22:30 of 23:30
nl | dinsdag om 9 of woensdag om 10
nl | ik heb 8 of 9 katten
nl | ik neem 8 of 9 pillen
nl | mijn man is om 8 of 9 uur gestorven
nl | 10 uur of ik ga dood
fr | entre neuf heures et dix heures
fr | j'ai pris 8 ou 9 cachets
fr | pas à neuf ou dix heures
fr | 9 ou 10 je m'en fous je veux mourir
en | nine or so
en | ten or whatever
en | i sleep 4 or 5 hours
en | i took 8 or 9 pills
"""


@pytest.mark.parametrize("row", TWO.strip().splitlines())
def test_it_is_asked_which(row: str) -> None:
    language, two, text = row.split(" | ", 2)
    assert either(text, language) == tuple(two.split())
    heard = Understanding(text, language)
    assert READERS["hour"](heard, Context()) is None
    assert READERS["schedule"](heard, Context()) is None


@pytest.mark.parametrize("row", NOT.strip().splitlines())
def test_it_is_one_wish_or_none(row: str) -> None:
    language, text = row.split(" | ", 1)
    assert either(text, language) == ()


BEST = """
nl | 20:30 | 20:00 of 20:30, liefst 20:30
nl | 09:30 | om 9u of 9u30, 9u30 is beter
fr | 20:30 | 20h ou 20h30, plutôt 20h30
fr | 10:00 | 9h ou 10h, 10h c'est mieux
en | 20:30 | 8pm or 8:30pm, rather 8:30pm
en | 11:00 | 10 or 11, 11 is best
"""
UNSAID = """
nl | om 10 uur of half elf of elf uur
nl | 20:00 of 20:30, liever 21:00
nl | 20:00 of 20:30, liever niet 20:30
fr | 20h ou 20h30 ou 21h
en | 8pm or 8:30pm or 9pm
en | 8pm or 8:30pm, 8:30pm is not better
"""


@pytest.mark.parametrize("row", BEST.strip().splitlines())
def test_of_two_she_says_which_is_best(row: str) -> None:
    language, best, text = row.split(" | ", 2)
    assert either(text, language) == ()
    assert READERS["hour"](Understanding(text, language), Context()) == best


@pytest.mark.parametrize("row", UNSAID.strip().splitlines())
def test_of_more_she_does_not_say_which(row: str) -> None:
    language, text = row.split(" | ", 1)
    heard = Understanding(text, language)
    assert READERS["hour"](heard, Context()) is None
    assert READERS["schedule"](heard, Context()) is None
