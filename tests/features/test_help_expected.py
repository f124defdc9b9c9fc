"""Help is coming, she said, and it does not come: the button that says so stays, what is not
understood is asked about, and after half an hour she is asked once whether somebody is there."""

from __future__ import annotations

import pytest

from bot import help_expected

from .story import Phone, Story
from .test_danger_ends import COMING, ILL, ILLNESS, each, rows
from .test_safety import DANGER, SAFE, alerts, words
from .test_two_dangers import NO_HELP, NOBODY

ASKED = words("safety/still/with-you")
NOT_COMING = {
    "nl": ("de ambulance komt niet", "er is nog altijd niemand gekomen", "ze zijn er nog niet"),
    "fr": ("l'ambulance ne vient pas", "toujours personne", "ils ne sont pas encore là"),
    "en": ("the ambulance is not coming", "still nobody came", "they are not here yet"),
}
ROWS = [(language, one) for language, told in NOT_COMING.items() for one in told]
TALK = {"nl": "dank u wel", "fr": "merci", "en": "thank you"}


async def comes(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(ILL[language])
    await ana.touches(COMING)
    return ana


def at_hand(story: Story, ana: Phone) -> bool:
    return story.text(NOBODY, ana.language) in ana.screen.keyboard


@each
async def test_the_button_stays_for_three_hours(story: Story, language: str) -> None:
    ana = await comes(story, language)
    assert at_hand(story, ana)
    story.mind.learns(TALK[language], "thank")
    for _ in range(2):
        await ana.says(TALK[language])
        assert at_hand(story, ana)
        await story.passes(hours=1)
    await ana.says("/help")
    assert at_hand(story, ana)
    await story.passes(hours=2)
    await ana.says("/help")
    assert not at_hand(story, ana)


@each
async def test_the_button_is_heard_as_danger_anew(story: Story, language: str) -> None:
    await story.coordinator()
    ana = await comes(story, language)
    await story.passes(minutes=5)
    await ana.says("/help")
    await ana.touches(NOBODY)
    assert (await rows(story))[-1] == ("medical", "act", "not_safe")
    ana.sees("112")
    await story.passes(minutes=16)
    assert await alerts(story) == 1


@pytest.mark.parametrize(("language", "said"), ROWS)
async def test_that_nobody_comes_is_never_not_understood(
    story: Story, language: str, said: str
) -> None:
    """Whether a list of words knows it or not: she reads the numbers, and answers with a tap."""
    ana = await comes(story, language)
    await story.passes(minutes=40)
    await ana.says(said)
    ana.sees("112")
    if (await rows(story))[-1] != ("medical", "act", "not_safe"):
        ana.reads(ILLNESS)
        await ana.touches(NOBODY)
    assert (await rows(story))[-1] == ("medical", "act", "not_safe")


@each
async def test_she_is_asked_once_after_half_an_hour(story: Story, language: str) -> None:
    ana = await comes(story, language)
    ana.turns_the_page()
    await story.passes(minutes=29)
    ana.hears_nothing()
    await story.passes(minutes=2)
    ana.one()
    ana.reads(ASKED)
    assert at_hand(story, ana)
    await ana.touches(COMING)
    ana.turns_the_page()
    await story.passes(hours=4)
    ana.hears_nothing()


@each
async def test_no_help_is_needed_after_all(story: Story, language: str) -> None:
    ana = await comes(story, language)
    await story.passes(minutes=31)
    await ana.touches(NO_HELP)
    assert not at_hand(story, ana)
    ana.turns_the_page()
    await story.passes(hours=1)
    ana.hears_nothing()


@each
async def test_beside_another_danger_that_question_is_asked(story: Story, language: str) -> None:
    ana = await comes(story, language)
    await ana.says(DANGER[language])
    assert at_hand(story, ana)
    await story.passes(minutes=40)
    ana.sees_not(story.text(ASKED, language))
    await ana.touches(NOBODY)
    assert (await rows(story))[-1] == ("medical", "act", "not_safe")


@each
async def test_safe_of_something_else_brings_no_such_button(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(DANGER[language])
    await ana.touches(SAFE)
    assert not at_hand(story, ana)
    await ana.says("pfff zo zo")
    ana.sees_not(story.text(ILLNESS, language))
    assert help_expected.LASTS.total_seconds() == 3 * 3600
