"""An 'ok' to a question of safety may nod to what we told her: it is asked once more, and neither
ends danger nor begins it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.store.tables import Concern

from .story import Phone, Story
from .test_safe_in_words import STILL, alerted
from .test_safety import DANGER, GOOD, QUESTION, words

NODS = [("nl", "ok"), ("nl", "oké"), ("fr", "d'accord"), ("fr", "ok"), ("en", "okay")]


async def levels(story: Story) -> list[tuple[str, str | None]]:
    return [(row.level, row.answer) for row in await story.rows(select(Concern))]


@pytest.mark.parametrize("kind", ["crisis_suicide", "crisis_medical"])
@pytest.mark.parametrize(("language", "nod"), NODS)
async def test_danger_stands(story: Story, language: str, nod: str, kind: str) -> None:
    sofie, ana = await story.coordinator(), await story.resident("Ana", language, hour=None)
    told = DANGER[language] if kind == "crisis_suicide" else "pff"
    if kind == "crisis_medical":
        story.mind.learns(told, kind, level="act")
    await ana.says(told)
    await ana.says(nod)
    ana.one()
    ana.reads(STILL)
    for _ in range(2):  # once is enough: no second list of numbers
        await ana.says(nod)
        assert story.text(STILL, language) not in ana.last.text
        assert await levels(story) == [("act", None)]
    await story.passes(minutes=16)
    assert alerted(story, sofie)


@pytest.mark.parametrize(("language", "nod"), NODS)
async def test_a_gentle_question_is_neither_yes_nor_no(
    story: Story, language: str, nod: str
) -> None:
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns("pff", "crisis_suicide", level="ask")
    await ana.says("pff")
    await ana.says(nod)
    ana.one()
    ana.reads(words("safety/which/suicide"))
    assert await levels(story) == [("ask", None)]
    await ana.touches(words("safety/which/button/that"))
    ana.reads(QUESTION)


async def test_a_plain_yes_is_one(story: Story) -> None:
    ana: Phone = await story.resident("Ana", "nl", hour=None)
    await ana.says(DANGER["nl"])
    await ana.says("ok")
    await ana.says("ja")
    ana.reads(GOOD)
