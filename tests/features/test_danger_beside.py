"""That there is no danger, said to one question, ends no other danger that was told: of what is
left she is asked, once each."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.store.tables import Concern

from .story import Phone, Story
from .test_danger_in_a_talk import MEDICAL
from .test_safety import DANGER, QUESTION, alerts, words

ILL = {**MEDICAL, "en": "i am having a heart attack"}
LANGUAGES = ("nl", "fr", "en")
HELP_COMES = words("safety/medical/question")
YES = {"nl": "ja", "fr": "oui", "en": "yes"}
NO_DANGER = {
    "nl": "Nee, er is geen gevaar",
    "fr": "Non, je ne suis pas en danger",
    "en": "No, I am not in danger",
}
SENT_ON = {"nl": "geen gevaar", "fr": "pas de danger", "en": "I am not in danger"}


async def told(story: Story, language: str, *said: str) -> Phone:
    ana = await story.resident("Ana", language, hour=None)
    for one in said:
        await ana.says(one)
    ana.turns_the_page()
    return ana


async def answers(story: Story) -> list[str | None]:
    return [row.answer for row in await story.rows(select(Concern).order_by(Concern.id))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["violence", "suicide"])
async def test_no_danger_to_a_gentle_question_ends_no_illness(
    story: Story, language: str, kind: str
) -> None:
    await story.coordinator()
    story.mind.learns("pf pf", f"crisis_{kind}", level="ask")
    ana = await told(story, language, ILL[language], "pf pf")
    await ana.says(NO_DANGER[language])
    assert await answers(story) == [None, "safe"]
    assert story.text(HELP_COMES, language) in ana.one().text
    await story.passes(minutes=16)
    assert await alerts(story) == 1
    await ana.says(NO_DANGER[language])  # and the second time it is of what was asked last
    assert await answers(story) == ["safe", "safe"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_danger_in_what_she_sent_on_is_not_of_herself(story: Story, language: str) -> None:
    await story.coordinator()
    story.mind.learns("pf pf", "crisis_suicide", level="ask")
    ana = await told(story, language, DANGER[language])
    await ana.forwards("pf pf")
    ana.turns_the_page()
    await ana.says(SENT_ON[language])
    assert await answers(story) == [None, "safe"]
    assert story.text(QUESTION, language) in ana.one().text
    await ana.says(SENT_ON[language])
    assert await answers(story) == ["safe", "safe"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_yes_that_she_is_safe_says_nothing_of_help(story: Story, language: str) -> None:
    await story.coordinator()
    ana = await told(story, language, ILL[language], DANGER[language])
    await ana.says(YES[language])
    assert await answers(story) == [None, "safe"]
    assert story.text(HELP_COMES, language) in ana.one().text
    await story.passes(minutes=16)
    assert await alerts(story) == 1
    await ana.says(YES[language])
    assert await answers(story) == ["safe", "safe"]
