"""Who says that she is away for a day, and nothing more."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest

from bot.away_words import says_away
from bot.listening import Listener
from bot.nlu import Understanding
from bot.safety import load_rules

AWAY = """
morgen ben ik der nie, k ga naar de kust
morgen ben ik er niet he
ik ben der morgen nie
en morgen zijn ik er niet
morgen ben ik er niet, k ga bij mijn zuster
k ben der morgen nie, ge moet nie schrijven
ik ben vanavond niet thuis
demain je suis pas là
je ne suis pas là demain
demain soir je suis pas là je vais chez ma fille
I'm not here tomorrow
tomorrow I am away, no need to write
ben er morgen niet srry
"""
EXPECTED = """
morgen ben ik er niet, ik ga naar de dokter
dinsdag ben ik er niet, want ik moet naar de kapper om tien uur
demain je ne serai pas là, je vais chez le dentiste
demain je suis pas là, j'ai un rendez-vous à l'hôpital
I won't be here tomorrow, I'm going to the dentist
ben morgen ziek srry
ik ben morgen ziek
kan morgen niet ben ziek
ik kan morgen niet komen, ben ziek
morgen niet, ben ziek
je serai malade demain
je ne peux pas demain je suis malade
je suis malade demain dsl
cant tomorrow im sick sorry
I'm ill tomorrow, I can't come
sorry, sick today
"""
MORE = """
ben er morgen niet meer
ik ben morgen ziek van alles
ik ben ziek, morgen kan ik niet meer
morgen ben ik ziek of dood
ik kan morgen niet meer
ben ziek en zie morgen niet zitten
ik ben ziek
je suis malade de vivre
demain je serai malade ou morte
je suis malade, demain je n'en peux plus
I'm sick of it all, not tomorrow
sick of tomorrow
I'm ill and tomorrow it will be over
morgen ben ik er niet meer
ik ben er morgen niet meer
demain je serai plus là
tomorrow i won't be here anymore
i won't be here any more tomorrow
ik ben er niet
i am not here
morgen ben ik er niet, zorg voor de kat
morgen ben ik er niet, niemand zal het merken
morgen ben ik er niet, ik ga naar mijn man en kom nooit meer terug uit de hemel
morgen ben ik weg, vaarwel
demain je suis pas là, adieu
demain je suis pas là, merci pour tout
I'm not here tomorrow and nobody will notice
ik ga morgen naar de kapper
morgen ben ik er niet, ik ga naar mijn man
morgen ben ik er niet, ik ga naar mijn Jos in de hemel
morgen ben ik er niet, ik ben bij God
morgen ben ik er niet, ik ga naar het spoor
morgen ben ik er niet, ik ga in het water
morgen ben ik er niet, ik moet met alles stoppen
morgen ben ik er niet, ik ga op mijn laatste reis
morgen ben ik er niet, ik heb een afspraak met de dood
vanavond ben ik er niet, ik ga met de pillen naar bed
vanavond ben ik er niet ik ga met de auto tegen een boom
demain je suis partie, je vais chez mon mari au paradis
demain je suis absente, je vais à la Meuse
demain je suis pas là, j'ai rendez-vous avec la mort
demain soir je suis pas là je vais chez ma mère
tomorrow I won't be here, I'm going to Jesus
tonight I'm out, I'm going to die
tonight I'm out, I'm going to kill myself
I won't be here tomorrow, I'm going to sleep forever
"""


def rows(lines: str) -> list[str]:
    return lines.strip().split("\n")


@pytest.mark.parametrize("text", rows(AWAY))
def test_away_for_a_day(text: str) -> None:
    assert says_away(text) == "away"


@pytest.mark.parametrize("text", rows(EXPECTED))
def test_away_for_an_appointment(text: str) -> None:
    assert says_away(text) == "expected"


@pytest.mark.parametrize("text", rows(MORE))
def test_whatever_says_more_is_another_thing(text: str) -> None:
    assert says_away(text) is None


class Alarmed:
    async def parse(self, text: str) -> Understanding | None:
        levels = MappingProxyType(dict.fromkeys(("nl", "fr", "en"), "act"))
        return Understanding(
            text, "crisis_suicide", 0.9, (), (), MappingProxyType({"crisis_suicide": 0.9}), levels
        )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("morgen ben ik er niet he", "ask"),
        ("morgen ben ik er niet, ik ga naar de dokter", None),
        ("morgen ben ik er niet, zorg voor de kat", "act"),
        ("morgen ben ik er niet meer", "act"),
    ],
)
async def test_an_alarmed_model_is_asked_back_there(text: str, level: str | None) -> None:
    listener = Listener(load_rules(), Alarmed(), ZoneInfo("Europe/Brussels"))
    heard = await listener.hear(text, "nl", datetime(2026, 3, 2, 10, tzinfo=UTC))
    assert (heard.concern.level if heard.concern else None) == level
