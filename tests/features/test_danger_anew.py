"""A volunteer had the talk and has it no more, and she has not said that she is safe: she is asked
again, and without a word of hers the coordinators get their alert."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot import concerns, danger
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_STOP, BUTTON_YES
from bot.house import Moment
from bot.store.tables import Concern, Person

from .story import Phone, Story
from .test_safety import DANGER, NOT_SAFE, PERSON, QUESTION, SAFE, STILL_ALERT, alerts
from .test_turnover import goes

ENDS = ("stops", "stops all", "gives back", "writes nothing", "leaves", "goes quiet")


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
    elif how == "goes quiet":
        await karim.says("Dag Ana, ik ben er.")
        await story.passes(hours=12)
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


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_doubt_beside_the_stop_asks_it_once(story: Story, language: str) -> None:
    sofie, ana, _ = await taken(story, language, "danger")
    story.mind.learns("hm hm", "crisis_suicide", level="ask")
    ana.writes("stop")
    ana.writes("hm hm")
    await story.settles()
    await story.passes(seconds=1)
    asked = [m for m in ana.news if story.text(QUESTION, language) in m.text]
    assert len(asked) == 1, str(ana)
    assert story.text(STILL_ALERT, language) in asked[0].text
    await story.passes(minutes=16)
    assert await alerts(story) == 1
    sofie.sees_not("Ana")


async def test_that_she_is_safe_is_never_written_over(story: Story) -> None:
    """Said in the very instant in which the volunteer gives the talk back."""
    _, ana, _ = await taken(story, "nl", "danger")
    number = (await story.person(ana)).id
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await session.get_one(Person, number)
        assert await concerns.danger(moment, person) is not None
        safe = update(Concern).values(answer="safe")
        await session.execute(safe.execution_options(synchronize_session=False))
        assert await concerns.reopened(moment, person) is None
    assert await story.rows(select(Concern.answer)) == ["safe"]
