"""A day after danger she says that it is the same: of danger that is not over the question whether
she is safe begins anew, with the numbers and the alert."""

from __future__ import annotations

import pytest

from bot import concerns
from bot.safety import reply as replies
from bot.store.tables import Concern

from .story import Phone, Story
from .test_safety import DANGER, LATER, SAFE, words

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
SAME, THE_DAY = words("safety/later/same"), words("safety/after/the_day")
AGAIN, QUESTION = words("safety/still/same"), words("safety/question")


async def asked_how_it_is(story: Story, language: str, *, safe: bool) -> tuple[Phone, Phone]:
    sofie = await story.coordinator("Sofie", language)
    ana = await story.resident("Ana", language)
    await ana.says(DANGER[language])
    if safe:
        await ana.touches(SAFE)
    ana.turns_the_page()
    await story.passes(hours=26)
    ana.reads(LATER)
    sofie.turns_the_page()
    return ana, sofie


async def rows(story: Story) -> list[Concern]:
    async with story.store.read() as session:
        person = (await story.person(story.phones[1])).id
        return await concerns.lately(session, person, story.clock.now())


@EVERY
@pytest.mark.parametrize("typed", [False, True])
async def test_what_is_not_over_begins_anew(story: Story, language: str, typed: bool) -> None:
    ana, sofie = await asked_how_it_is(story, language, safe=False)
    if typed:
        await ana.says(story.text(SAME, language))
    else:
        await ana.touches(SAME)
    ana.reads(AGAIN)
    ana.reads(QUESTION)
    ana.sees("112")
    assert story.text(SAFE, language) in ana.screen.keyboard
    assert story.text(THE_DAY, language) not in ana.last.text
    assert [row.answer for row in await rows(story)][:1] == [None]
    await story.passes(minutes=16)
    assert sofie.news, "her danger goes on, and she has not answered: an alert"
    await ana.touches(SAFE)
    assert {row.answer for row in await rows(story)} == {replies.SAFE}


@EVERY
async def test_after_danger_that_was_over_it_is_a_heavy_day(story: Story, language: str) -> None:
    ana, sofie = await asked_how_it_is(story, language, safe=True)
    await ana.touches(SAME)
    ana.reads(THE_DAY)
    assert len(await rows(story)) == 1
    await story.passes(hours=2)
    sofie.hears_nothing()
