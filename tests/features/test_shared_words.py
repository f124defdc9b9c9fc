"""Her words stand in what a volunteer would read where they tell something, and not a bare yes."""

from __future__ import annotations

import pytest

from bot.handoff_texts import BUTTON_LESS, SHARED_NAME
from bot.shared_words import tells

from .story import Story

YESES = """
nl | ja graag, een mens
nl | ja graag een mens alstublieft
nl | ja dat zou ik wel willen
nl | doe maar, ik wil met iemand praten
nl | goed, vraag maar iemand
fr | oui je veux bien
fr | oui, une vraie personne svp
fr | oui s'il vous plaît, quelqu'un
fr | volontiers, je voudrais parler à quelqu'un
en | yes please, a person
en | yes I would like that
en | ok I want to talk to someone please
en | please, a real person, thank you
"""
TELLING = """
nl | ik wil eens met iemand praten
nl | ja graag, een mens, mijn man is dood
nl | ja maar geen man
nl | ja graag, met Karim
nl | ja, ik wil niet meer
nl | ja graag, maar niet nu
fr | oui, quelqu'un qui parle arabe
fr | oui, une personne, vite
fr | oui je n'en peux plus
fr | oui mais pas Karim
fr | oui, je suis tombée
en | yes please, a woman
en | yes, a person now
en | yes I want to die
en | yes someone is at my door
en | please I cannot go on
"""


@pytest.mark.parametrize("row", YESES.strip().splitlines())
async def test_no_more_than_a_yes_is_not_quoted(story: Story, row: str) -> None:
    language, words = row.split(" | ")
    ana = await story.resident("Ana", language)
    story.mind.learns(words, "request_human", sure=0.9)
    await ana.says(words)
    preview = ana.last
    assert story.text(SHARED_NAME, language, name="Ana") in preview.text
    assert words not in preview.text
    assert story.text(BUTTON_LESS, language) not in [one.label for one in preview.inline]
    assert (await story.handoff()).text == story.text(SHARED_NAME, language, name="Ana")


@pytest.mark.parametrize("row", TELLING.strip().splitlines())
def test_what_she_tells_is(row: str) -> None:
    assert tells(row.split(" | ")[1])
