"""A no of despair to a gentle question is no answer to it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.store.tables import Concern

from .story import Story

DARK = {"nl": "het is zo donker", "fr": "tout est si noir", "en": "it is so dark"}
DESPAIR = {
    "nl": ("ik doe niks meer", "ik heb geen dokter nodig"),
    "fr": ("je pense pas tenir", "ma vie est une blague"),
    "en": ("I will not do it tonight", "life is a joke"),
}


@pytest.mark.parametrize(
    ("language", "said"), [(one, said) for one, both in DESPAIR.items() for said in both]
)
async def test_it_is_no_answer(story: Story, language: str, said: str) -> None:
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns(DARK[language], "crisis_suicide", level="ask")
    await ana.says(DARK[language])
    await ana.says(said)
    assert {row.answer for row in await story.rows(select(Concern))} == {None}
