"""What `/mydata` says of danger: numbers where they were shown, a question where one was asked."""

from __future__ import annotations

import pytest

from bot import mydata_dangers
from bot.i18n import Text
from bot.mydata_dangers import ALL_RIGHT, HELPED, NONE

from .story import Story
from .test_safety import DANGER, NOT_SAFE, SAFE, THE_DAY
from .test_two_dangers import COMING, ILL


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_gentle_question_is_told_as_one(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns("hm hm", "crisis_suicide", level="ask")
    await ana.says("hm hm")
    await ana.says("/mydata")
    ana.reads(mydata_dangers.DOUBT)
    numbers = story.text(mydata_dangers.DANGER, language, value="¤").partition("¤")[2]
    ana.sees_not(numbers)
    await ana.says(DANGER[language])
    await ana.says("/mydata")
    ana.reads(mydata_dangers.DOUBT)
    ana.sees(numbers)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("answer", [SAFE, COMING, THE_DAY, NOT_SAFE, None])
async def test_what_ended_well_is_told_so(story: Story, language: str, answer: Text | None) -> None:
    ana = await story.resident("Ana", language, hour=None)
    story.mind.learns("hm hm", "crisis_suicide", level="ask")
    words = {THE_DAY: "hm hm", COMING: ILL[language]}.get(answer, DANGER[language])
    await ana.says(words)
    if answer is not None:
        await ana.taps(story.text(answer, language))
    await ana.says("/mydata")
    ana.reads(mydata_dangers.DOUBT if answer == THE_DAY else mydata_dangers.DANGER)
    said = {SAFE: ALL_RIGHT, COMING: HELPED, THE_DAY: NONE}.get(answer)
    for text in (ALL_RIGHT, HELPED, NONE):
        if text is said:
            ana.reads(text)
        else:
            ana.sees_not(story.text(text, language))
