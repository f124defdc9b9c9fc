"""A no of despair to a gentle question is no answer to it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.store.tables import Concern

from .story import Story
from .test_safety import words

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


@pytest.mark.parametrize(
    ("language", "nod", "said"),
    [
        ("nl", "ok", "het was maar een grapje"),
        ("fr", "d'accord", "c'était une blague"),
        ("en", "ok", "it was a joke"),
    ],
)
async def test_a_plain_denial_is_one(story: Story, language: str, nod: str, said: str) -> None:
    """Also to whether her yes was for that question."""
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns(DARK[language], "crisis_suicide", level="ask")
    await ana.says(DARK[language])
    await ana.says(nod)
    ana.reads(words("safety/which/suicide"))
    await ana.says(said)
    assert {row.answer for row in await story.rows(select(Concern))} == {"the_day"}


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "amai nee"), ("fr", "non pas du tout"), ("en", "no, just tired")]
)
async def test_a_firm_no_is_one(story: Story, language: str, said: str) -> None:
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns(DARK[language], "crisis_suicide", level="ask")
    await ana.says(DARK[language])
    await ana.says(said)
    assert {row.answer for row in await story.rows(select(Concern))} == {"the_day"}
