"""A volunteer had the talk and has it no more, and she has not said that she is safe: she is asked
again, and without a word of hers the coordinators get their alert."""

from __future__ import annotations

import pytest

from bot import danger
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_STOP, BUTTON_YES

from .story import Phone, Story
from .test_safety import DANGER, NOT_SAFE, PERSON, QUESTION, SAFE, alerts
from .test_turnover import goes

ENDS = ("stops", "stops all", "gives back", "writes nothing", "leaves")


async def taken(story: Story, language: str, first: str) -> tuple[Phone, Phone, Phone]:
    """Danger, and a volunteer who takes the talk: the danger came before that, or in the talk."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    if first == "danger":
        await ana.says(DANGER[language])
        await story.passes(minutes=2)
        await ana.touches(PERSON)
    else:
        await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await story.passes(minutes=1)
    await karim.touches(BUTTON_CLAIM)
    if first == "talk":
        await ana.says(DANGER[language])
    await story.passes(seconds=3)
    assert await alerts(story) == 0
    for phone in (sofie, ana, karim):
        phone.turns_the_page()
    return sofie, ana, karim


async def ends(story: Story, how: str, ana: Phone, karim: Phone) -> None:
    if how == "stops":
        await ana.touches(BUTTON_STOP)
    elif how == "stops all":
        await ana.says("/stop")
    elif how == "gives back":
        await karim.says("/release")
    elif how == "leaves":
        await goes(story, karim)
    else:
        await story.passes(minutes=16)
    await story.passes(seconds=1)


@pytest.mark.parametrize("first", ["danger", "talk"])
@pytest.mark.parametrize("how", ENDS)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_the_question_and_the_alert_begin_anew(
    story: Story, language: str, how: str, first: str
) -> None:
    sofie, ana, karim = await taken(story, language, first)
    await ends(story, how, ana, karim)
    asked = [m for m in ana.news if story.text(QUESTION, language) in m.text]
    assert len(asked) == 1, str(ana)
    assert "112" in asked[0].text
    assert set(ana.screen.keyboard) == {story.text(SAFE, language), story.text(NOT_SAFE, language)}
    sent = await alerts(story)
    sofie.turns_the_page()
    await story.passes(minutes=16)
    assert await alerts(story) == sent + 1
    sofie.sees_not("Ana")


@pytest.mark.parametrize("how", ENDS)
async def test_who_is_safe_is_not_asked_again(story: Story, how: str) -> None:
    _, ana, karim = await taken(story, "nl", "danger")
    await ana.says(story.text(SAFE, "nl"))
    ana.turns_the_page()
    await ends(story, how, ana, karim)
    assert story.text(QUESTION, "nl") not in str([m.text for m in ana.news])
    await story.passes(minutes=30)
    assert await alerts(story) == 0


async def test_her_answer_after_the_end_calls_the_alert_off(story: Story) -> None:
    sofie, ana, karim = await taken(story, "nl", "danger")
    await ends(story, "stops", ana, karim)
    await ana.touches(SAFE)
    await story.passes(minutes=30)
    assert await alerts(story) == 0
    assert story.text(danger.BUTTON_OPEN, "nl") not in str([m.labels for m in sofie.news])


async def test_a_talk_that_the_volunteer_ends_is_no_silence(story: Story) -> None:
    _, ana, karim = await taken(story, "nl", "danger")
    await karim.says("Dag Ana, ik ben er.")
    await ana.says("dank u, het gaat al beter zo")
    await karim.says("/close")
    assert story.text(QUESTION, "nl") not in str([m.text for m in ana.news])
    await story.passes(minutes=30)
    assert await alerts(story) == 0
