"""'In heaven I am safe' ends no danger: she is asked once more, whatever stands, and the alert goes
on."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.store.tables import Concern

from .story import Story
from .test_safe_in_words import CALLED_OFF, STILL, alerted, asked
from .test_safety import GOOD, NOT_SAFE, QUESTION

WHERE = {
    "nl": ("in de hemel ben ik veilig", "ik ben veilig bij mama in de hemel"),
    "fr": ("au ciel je suis en sécurité", "une fois partie je suis en sécurité"),
    "en": ("in heaven I am safe", "I am safe and so cold"),
}


@pytest.mark.parametrize("stands", ["reply", "still", "hard"])
@pytest.mark.parametrize(
    ("language", "said"), [(one, said) for one, both in WHERE.items() for said in both]
)
async def test_it_is_asked(story: Story, language: str, said: str, stands: str) -> None:
    ana, sofie = await asked(story, language)
    if stands == "still":
        await ana.says("ok")
    elif stands == "hard":
        await ana.touches(NOT_SAFE)
    await ana.says(said)
    ana.one()
    ana.reads(STILL if stands == "reply" else CALLED_OFF)
    ana.reads(QUESTION)
    assert story.text(GOOD, language) not in ana.last.text
    (row,) = await story.rows(select(Concern))
    assert row.answer == ("not_safe" if stands == "hard" else None)
    await story.passes(minutes=16)
    assert alerted(story, sofie)
