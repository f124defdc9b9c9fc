"""Somebody is ill, or blocks the bot: by night she sleeps, and by day nobody waits for a visit."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from bot import appointment_texts as texts
from bot import overview_texts, turnover_texts
from bot.handoff_texts import BUTTON_YES, CANNOT_GO_ON, RELEASED_RESIDENT
from bot.store.bridge import Appointment
from bot.store.tables import Handoff

from .story import Phone, Story
from .test_appointments import READ, agreed
from .test_last_one import blocks, is_unreachable, rests

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
GOES = pytest.mark.parametrize("goes", [blocks, is_unreachable, rests])
type Goes = Callable[[Phone], Awaitable[None]]


async def night(story: Story, language: str = "nl", greeted: bool = True) -> tuple[Phone, Phone]:
    """Half past two, and Karim holds her talk."""
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.until_local("20:40" if greeted else "21:10")  # a first word is due in the morning
    await story.talk(ana, karim, greeted)
    await story.until_local("02:30")
    ana.turns_the_page()
    karim.turns_the_page()
    return ana, karim


async def states(story: Story) -> list[str]:
    return [one.state for one in await story.rows(select(Handoff).order_by(Handoff.id))]


@EVERY
@pytest.mark.parametrize("goes", [blocks, rests])
async def test_by_night_she_is_not_woken(story: Story, goes: Goes, language: str) -> None:
    ana, karim = await night(story, language)
    await goes(karim)
    await story.until_local("07:59")
    ana.hears_nothing()
    await story.until_local("08:01")
    ana.reads(turnover_texts.ASK_RESTS if goes is rests else CANNOT_GO_ON, name="Karim")
    if goes is rests:
        karim.reads(turnover_texts.RESTS)


async def test_by_night_danger_waits_for_nobody(story: Story) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana", hour=None)
    await story.until_local("02:20")
    await ana.says("ik wil dood")
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await karim.forges("claim:1")
    await karim.says("dag Ana")
    for phone in (ana, lies):
        phone.turns_the_page()
    await rests(karim)
    ana.reads(RELEASED_RESIDENT, name="Karim")
    assert lies.news


@EVERY
async def test_who_writes_before_the_morning_reads_it_at_once(story: Story, language: str) -> None:
    ana, karim = await night(story, language)
    await rests(karim)
    words = {"nl": "zijt ge daar nog", "fr": "vous êtes là ?", "en": "are you there"}[language]
    await ana.says(words)
    ana.reads(turnover_texts.ASK_RESTS, name="Karim")
    karim.sees_not(words)
    assert await states(story) == ["asking"]
    asked = story.text(turnover_texts.ASK_RESTS, language, name="Karim")
    ana.turns_the_page()
    await story.until_local("08:01")
    assert asked not in [one.text for one in ana.news], "once"


async def test_who_stops_at_night_stops(story: Story) -> None:
    ana, karim = await night(story)
    await rests(karim)
    await ana.says("stop")
    assert await states(story) == ["withdrawn"]
    await story.until_local("08:01")
    assert story.text(turnover_texts.ASK_RESTS, "nl", name="Karim") not in "".join(ana.screen.ever)


async def test_who_is_on_duty_again_by_the_morning_keeps_the_talk(story: Story) -> None:
    ana, karim = await night(story)
    await rests(karim)
    await karim.says("/duty")
    await story.until_local("08:01")
    ana.hears_nothing()
    await ana.says("goedemorgen")
    assert karim.last.text == "goedemorgen"


async def test_without_a_word_yet_it_waits_too(story: Story) -> None:
    ana, karim = await night(story, greeted=False)
    await rests(karim)
    assert await states(story) == ["claimed"]
    await story.until_local("08:01")
    assert await states(story) != ["claimed"]
    ana.sees("Karim")


async def test_the_coordinator_reads_what_waits(story: Story) -> None:
    sofie, (_, karim) = await story.coordinator(), await night(story)
    number = (await story.person(karim)).id
    await sofie.forges(f"team:rests:{number}")
    said = f"{story.text(overview_texts.RESTS, 'nl', name='Karim', count=0)} "
    assert said + story.text(overview_texts.RESTS_LATER, "nl", count=1) == sofie.last.text


@GOES
async def test_what_they_agreed_on_is_off_with_a_word(story: Story, goes: Goes) -> None:
    ana, karim = await agreed(story)
    await karim.says("/close")
    for phone in (ana, karim):
        phone.turns_the_page()
    await goes(karim)
    await story.sweeps()
    ana.reads(texts.OFF_CANNOT, name="Karim", meeting=READ)
    if goes is rests:
        karim.reads(texts.OFF_OTHER, meeting=READ)
    (row,) = await story.rows(select(Appointment))
    assert row.state == "cancelled"
    ana.turns_the_page()
    await story.until_local("14:00", days=3)
    assert not [one for one in ana.news if READ in one.text]


@GOES
async def test_that_word_comes_by_day(story: Story, goes: Goes) -> None:
    ana, karim = await agreed(story)
    await karim.says("/close")
    await story.until_local("02:30")
    ana.turns_the_page()
    await goes(karim)
    await story.until_local("07:59")
    ana.hears_nothing()
    await story.until_local("08:01")
    ana.reads(texts.OFF_CANNOT, name="Karim", meeting=READ)


async def test_who_is_back_by_the_morning_comes(story: Story) -> None:
    ana, karim = await agreed(story)
    await karim.says("/close")
    await story.until_local("02:30")
    await rests(karim)
    await karim.says("/duty")
    ana.turns_the_page()
    await story.until_local("08:01")
    assert story.text(texts.OFF_CANNOT, "nl", name="Karim", meeting=READ) not in ana.last.text
    (row,) = await story.rows(select(Appointment))
    assert row.state == "agreed"
