"""How a volunteer is after danger is settled once: by himself, or by a coordinator who called him.
Our question stands no longer then, and what he writes is for whom he talks with."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from bot import debriefs, heavy, outcomes
from bot.addressee_texts import NOW_WITH, OR_ANSWER
from bot.handoff_texts import CLOSED_RESIDENT
from bot.store.tables import Volunteer

from .story import Phone, Story
from .studio_kit import Browser, link_of, small_content
from .test_answers_to_us import DANGER, EVERY, danger_closed
from .test_duty_words import OFF


async def in_telegram(story: Story, sofie: Phone, karim: Phone, _: Path) -> None:
    await sofie.says("/today")
    await sofie.taps(f"{karim.name}: {story.text(heavy.BUTTON_TALKED, sofie.language)}")


async def in_the_studio(story: Story, sofie: Phone, karim: Phone, path: Path) -> None:
    browser = Browser(story, small_content(path / "content"))
    await browser.signs_in(await link_of(sofie))
    karim.turns_the_page()
    number = (await story.person(karim)).id
    await browser.post(f"/desk/volunteers/{number}/talked")
    await story.settles()


TALKED = pytest.mark.parametrize("talked", [in_telegram, in_the_studio])


def coordinator(story: Story) -> Phone:
    return next(phone for phone in story.phones if phone.name == "Sofie")


@EVERY
@TALKED
async def test_after_a_call_his_words_go_where_he_reads(  # type: ignore[no-untyped-def]
    story: Story, language: str, talked, tmp_path: Path
) -> None:
    karim, (jeanne,) = await danger_closed(story, language)
    await karim.touches(outcomes.BUTTONS["listened"])
    await talked(story, coordinator(story), karim, tmp_path)
    karim.reads(debriefs.TALKED_VOLUNTEER, name="Sofie")
    karim.reads(NOW_WITH, name="Jeanne")
    await karim.says("dag Jeanne")
    assert jeanne.one().text.endswith("dag Jeanne")


@EVERY
@TALKED
async def test_after_a_call_a_word_of_duty_is_heard(  # type: ignore[no-untyped-def]
    story: Story, language: str, talked, tmp_path: Path
) -> None:
    karim, _ = await danger_closed(story, language, ())
    await karim.touches(outcomes.BUTTONS["listened"])
    await talked(story, coordinator(story), karim, tmp_path)
    await karim.says(OFF[language])
    (row,) = await story.rows(select(Volunteer))
    assert not row.on_duty


@EVERY
async def test_words_that_wait_are_not_answered_by_a_call(story: Story, language: str) -> None:
    """He was asked for whom they are, and a coordinator cannot know."""
    karim, (jeanne,) = await danger_closed(story, language)
    await karim.touches(outcomes.BUTTONS["listened"])
    await karim.says("pff")
    karim.reads(OR_ANSWER, name="Jeanne")
    await in_telegram(story, coordinator(story), karim, Path())
    await karim.says("allez")
    jeanne.hears_nothing()
    karim.reads(OR_ANSWER, name="Jeanne")


@EVERY
async def test_of_two_talks_with_danger_the_later_one_is_asked(story: Story, language: str) -> None:
    """One answer is enough: the question of the first no longer stands."""
    karim, (jeanne, bea) = await danger_closed(story, language, ("Jeanne", "Bea"))
    await karim.touches(outcomes.BUTTONS["listened"])
    await jeanne.says(DANGER[language])
    await karim.says("/close", reply_to=karim.last)
    jeanne.reads(CLOSED_RESIDENT, name="Karim")
    await karim.touches(outcomes.BUTTONS["listened"])
    await karim.touches(debriefs.BUTTONS["fine"])
    karim.reads(NOW_WITH, name="Bea")
    bea.turns_the_page()
    await karim.says("dag Bea")
    assert bea.one().text.endswith("dag Bea")
