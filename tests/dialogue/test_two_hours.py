"""Of two hours it is asked which: her answer counts, and no hour or day that she did not say."""

import pytest

from bot.dialogue import Context, Library, Said, resume, start
from bot.dialogue.turns import Act, Turn
from bot.readers import READERS
from bot.understanding import Understanding

ALL = "mo,tu,we,th,fr,sa,su"


def answered(library: Library, language: str, two: str, *texts: str) -> Turn:
    facts = {"language": language, "hour": "14:00", "days": ALL, "name": "Ana", "consent": "1"}
    decisions = {"has_consent": True}
    turn = start(library, "hour", Context(facts=facts, decisions=decisions, readers=READERS))
    for text in (two, *texts):
        context = Context(facts=dict(turn.facts), decisions=decisions, readers=READERS, said=text)
        said = Said(Understanding(text, language))
        turn = resume(library, turn.position, said, context)
    return turn


def acts(turn: Turn) -> set[str]:
    return {effect.name for effect in turn.effects if isinstance(effect, Act)}


SET = """
nl | dinsdag om 9 of 10 uur | donderdag om 11 uur | 11:00 | th
nl | dinsdag om 9 of 10 uur | toch liever woensdag om 10 uur | 10:00 | we
nl | dinsdag om 9 of 10 uur | om 10 uur | 10:00 | tu
nl | dinsdag om 9 of 10 uur | de tweede | 10:00 | tu
fr | mardi à 9h ou 10h | plutôt jeudi à 10h | 10:00 | th
fr | mardi à 9h ou 10h | la première | 09:00 | tu
en | Tuesday at 9 or 10 am | rather Thursday at 10 | 10:00 | th
en | Tuesday at 9 or 10 am | the second one | 10:00 | tu
nl | 8 of 9 uur | enkel op dinsdag / 9 uur | 09:00 | tu
fr | 8h ou 9h | seulement le mardi / 9h | 09:00 | tu
en | 8am or 9am | only on Tuesday / 9 | 09:00 | tu
nl | 9 uur 's morgens of 9 uur 's avonds | 's avonds | 21:00 | -
fr | 9h du matin ou 9h du soir | le soir | 21:00 | -
en | 9am or 9pm | in the evening | 21:00 | -
nl | 20:00 of 20:30 | liever 10 uur | 10:00 | -
nl | 20:00 of 20:30 | de eerste | 20:00 | -
nl | 20:00 of 20:30 | het laatste | 20:30 | -
nl | 20:00 of 20:30 | 20:30 niet | 20:00 | -
nl | 20:00 of 20:30 | allebei goed | 20:00 | -
fr | 20h ou 20h30 | la deuxième | 20:30 | -
fr | 20h ou 20h30 | pas 20h | 20:30 | -
en | 8pm or 8:30pm | the later one please | 20:30 | -
en | 8pm or 8:30pm | not 8pm | 20:30 | -
en | 8pm or 8:30pm | either is fine | 20:00 | -
"""
ASKED = """
nl | 20:00 of 20:30 | 's avonds
nl | 8 of 9 uur | 's avonds
nl | 19:30 of 20:00 | pas om 20 uur niet
nl | 20:00 of 20:30 | enkel op dinsdag
nl | 20:00 of 20:30 | het is de laatste keer
fr | 20h ou 20h30 | le soir
fr | 8h ou 9h | le soir
en | 8pm or 8:30pm | in the evening
en | 8am or 9am | in the evening
"""
NEITHER = """
nl | 20:00 of 20:30 | geen van de twee
fr | 20h ou 20h30 | aucune des deux
en | 8pm or 8:30pm | neither
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(SET))
def test_what_she_says_counts(library: Library, row: list[str]) -> None:
    language, two, said, hour, days = row
    turn = answered(library, language, two, *said.split(" / "))
    assert turn.facts["hour"] == hour
    assert turn.facts["days"] == (ALL if days == "-" else days)


@pytest.mark.parametrize("row", rows(ASKED))
def test_what_does_not_say_which_sets_nothing(library: Library, row: list[str]) -> None:
    language, two, said = row
    turn = answered(library, language, two, said)
    assert (turn.facts["hour"], turn.facts["days"]) == ("14:00", ALL)
    assert turn.position is not None
    assert (turn.position.dialogue, turn.position.step) == ("hour", "either")
    assert not acts(turn)


@pytest.mark.parametrize("row", rows(NEITHER))
def test_neither_asks_for_another(library: Library, row: list[str]) -> None:
    language, two, said = row
    turn = answered(library, language, two, said)
    assert turn.position is not None
    assert (turn.position.dialogue, turn.position.step) == ("hour", "hour")
    assert not acts(turn)
