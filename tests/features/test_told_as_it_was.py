"""What `/mydata` says of danger: numbers where they were shown, a question where one was asked."""

from __future__ import annotations

import pytest

from bot import mydata

from .story import Story
from .test_safety import DANGER


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_gentle_question_is_told_as_one(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns("hm hm", "crisis_suicide", level="ask")
    await ana.says("hm hm")
    await ana.says("/mydata")
    ana.reads(mydata.DOUBT)
    numbers = story.text(mydata.DANGER, language, value="¤").partition("¤")[2]
    ana.sees_not(numbers)
    await ana.says(DANGER[language])
    await ana.says("/mydata")
    ana.reads(mydata.DOUBT)
    ana.sees(numbers)
