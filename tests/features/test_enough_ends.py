"""'Shall I stop sharing?' stands while the talk goes out of the volunteer's hands: what was held
back is forgotten, and she reads in the same message that it went to nobody."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import turnover
from bot.handoff_texts import CLOSED_QUIET, CLOSED_RESIDENT
from bot.house import Moment
from bot.still_shared import (
    BUTTON_SHARE_ON,
    BUTTON_STOP_NOW,
    FACT,
    GOES_ON,
    NEVER_WENT,
    STILL_SHARED,
)
from bot.store.tables import Fact

from .story import Phone, Story
from .test_enough import LANGUAGES, LATER, PERHAPS, talk

ENDS = ("close", "release", "leave", "rest")


async def ends(story: Story, karim: Phone, how: str) -> None:
    if how in ("close", "release"):
        await karim.says(f"/{how}")
        return
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        volunteer = await session.merge(await story.person(karim))
        await (turnover.leave if how == "leave" else turnover.rest)(moment, volunteer)
    await story.settles()


async def kept(story: Story) -> list[str]:
    return await story.rows(select(Fact.value).where(Fact.key == FACT))


@pytest.mark.parametrize("how", ENDS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_she_reads_that_it_went_to_nobody(story: Story, language: str, how: str) -> None:
    ana, karim = await talk(story, language)
    await karim.says("ok")
    await ana.says(PERHAPS[language][0])
    assert await kept(story)
    ana.turns_the_page()
    await ends(story, karim, how)
    told = ana.one()
    assert story.text(NEVER_WENT, language, name="Karim") in told.text
    assert len(told.text) > len(story.text(NEVER_WENT, language, name="Karim")), "and the news"
    assert await kept(story) == []
    karim.sees_not(PERHAPS[language][0])


@pytest.mark.parametrize("how", ENDS)
async def test_nothing_is_said_where_nothing_was_held_back(story: Story, how: str) -> None:
    ana, karim = await talk(story, "nl")
    await ana.says("laat maar")
    await ana.touches(BUTTON_SHARE_ON)
    await karim.says("ok")
    ana.turns_the_page()
    await ends(story, karim, how)
    ana.one()
    ana.sees_not("moest stoppen met delen")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_talk_that_runs_out(story: Story, language: str) -> None:
    """By day, in the word that ends it."""
    ana, karim = await talk(story, language)
    await ana.says(PERHAPS[language][0])
    await karim.says("ok")
    ana.turns_the_page()
    await story.passes(hours=30)
    (told,) = [m for m in ana.news if story.text(NEVER_WENT, language, name="Karim") in m.text]
    assert story.text(CLOSED_QUIET, language, name="Karim") in told.text
    assert await kept(story) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_comes_next_reads_what_she_writes_then(story: Story, language: str) -> None:
    """The question was about another: it holds nothing back any more."""
    ana, karim = await talk(story, language)
    lies = await story.volunteer("Lies", language)
    await ana.says(PERHAPS[language][0])
    await karim.says("/release")
    await lies.forges(f"claim:{(await story.handoff()).id}")
    await ana.says(LATER[language] + " 2")
    lies.sees(LATER[language] + " 2")
    lies.sees_not(PERHAPS[language][0], LATER[language] + " 1")
    assert story.text(STILL_SHARED, language, name="Lies") not in "".join(m.text for m in ana.news)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_her_yes_to_stopping_holds_while_nobody_reads_along(
    story: Story, language: str
) -> None:
    ana, karim = await talk(story, language)
    await ana.says(PERHAPS[language][0])
    await karim.says("/release")
    await ana.touches(BUTTON_SHARE_ON)
    ana.sees_not(story.text(GOES_ON, language, name="Karim"))
    await ana.touches(BUTTON_STOP_NOW)
    assert (await story.handoff()).state == "withdrawn"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_her_yes_to_stopping_holds_for_whoever_comes_next(
    story: Story, language: str
) -> None:
    """Her button stands still: what it says is what it does."""
    ana, karim = await talk(story, language)
    lies = await story.volunteer("Lies", language)
    await ana.says(PERHAPS[language][0])
    await karim.says("/release")
    await lies.forges(f"claim:{(await story.handoff()).id}")
    await ana.touches(BUTTON_STOP_NOW)
    assert (await story.handoff()).state == "withdrawn"
    await ana.says(LATER[language] + " 3")
    lies.sees_not(LATER[language] + " 3")


async def test_a_tap_after_the_talk_does_nothing(story: Story) -> None:
    ana, karim = await talk(story, "nl")
    await ana.says("laat maar")
    await karim.says("ok")
    await karim.says("/close")
    ana.reads(CLOSED_RESIDENT, name="Karim")
    await ana.touches(BUTTON_STOP_NOW)
    ana.hears_nothing()
    assert (await story.handoff()).state == "closed"
