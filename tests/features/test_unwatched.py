"""Nothing reaches a coordinator any more: nothing is promised that nobody stands behind, the others
hear of it, and an alert that nobody saw comes when somebody is there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from bot import danger, looked
from bot.alert_waits import GOES_ON
from bot.channel import Say
from bot.handoff_texts import COORDINATORS_KNOW, NOBODY_FREE
from bot.house import Moment
from bot.people import tell
from bot.safety.reply import Speaker
from bot.store.tables import Audit, Person
from bot.unwatched import UNSEEN

from .story import Phone, Story
from .test_safety import DANGER, SAFE
from .test_urgent import asks as asks_in_danger

type Goes = Callable[[Phone], Awaitable[None]]
LANGUAGES = ["nl", "fr", "en"]


async def is_refused(phone: Phone) -> None:
    """The account is gone: the next message tells, and nobody told before."""
    story = phone.story
    phone.screen.blocked = True
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await session.get_one(Person, (await story.person(phone)).id)
        await tell(moment, person, Say("een woord"), "alert")
    await story.settles()


def promise(story: Story, language: str) -> str:
    """That coordinators get an alert, in the reply to danger."""
    said = Speaker(story.house.translate(language, "formal"))("safety/alert")
    return said.format(minutes=15)


def alerts(story: Story, phone: Phone) -> int:
    first = story.text(danger.BUTTON_OPEN, phone.language)
    return len([m for m in phone.screen.messages if first in m.labels])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("goes", [Phone.blocks, is_refused])
async def test_the_others_hear_of_it_once(story: Story, language: str, goes: Goes) -> None:
    sofie, marie = await story.coordinator("Sofie"), await story.coordinator("Marie", language)
    karim = await story.volunteer("Karim")
    await goes(sofie)
    await story.sweeps()
    assert marie.one().text == story.text(UNSEEN, language, name="Sofie")
    await sofie.blocks()
    await story.passes(hours=3)
    marie.one()
    karim.hears_nothing()


async def test_who_has_left_is_no_news(story: Story) -> None:
    sofie, marie = await story.coordinator("Sofie"), await story.coordinator("Marie")
    async with story.store.write() as session:
        person = await session.get_one(Person, (await story.person(sofie)).id)
        person.left_at = story.clock.now()
    await is_refused(sofie)
    await story.sweeps()
    marie.hears_nothing()


async def test_by_night_it_waits_for_the_morning(story: Story) -> None:
    sofie, marie = await story.coordinator("Sofie"), await story.coordinator("Marie")
    await story.until_local("23:00")
    for phone in (sofie, marie):
        phone.turns_the_page()
    await is_refused(sofie)
    await story.until_local("07:59")
    marie.hears_nothing()
    await story.until_local("08:01")
    marie.reads(UNSEEN, name="Sofie")


async def test_who_is_back_by_then_is_no_news(story: Story) -> None:
    sofie, marie = await story.coordinator("Sofie"), await story.coordinator("Marie")
    await story.until_local("23:00")
    marie.turns_the_page()
    await is_refused(sofie)
    await sofie.comes_back()
    await story.until_local("08:01")
    marie.hears_nothing()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_alert_is_promised_that_nobody_sees(story: Story, language: str) -> None:
    """It comes when she is back, also before she has written a word."""
    sofie, marie = await story.coordinator("Sofie"), await story.coordinator("Marie")
    ana = await story.resident("Ana", language, hour=None)
    bea = await story.resident("Bea", language, hour=None)
    await bea.says(DANGER[language])
    bea.sees(promise(story, language))
    await bea.touches(SAFE)
    await sofie.blocks()
    await marie.blocks()
    await ana.says(DANGER[language])
    ana.sees_not(promise(story, language))
    await story.passes(hours=2)
    assert not await story.rows(select(Audit).where(Audit.action == "danger.alerted"))
    await sofie.comes_back()
    await story.passes(minutes=16)
    assert (alerts(story, sofie), alerts(story, marie)) == (1, 0)
    await story.passes(minutes=20)
    assert alerts(story, sofie) == 1
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])
    ana.reads(looked.TOLD, name="Sofie")


async def test_an_alert_that_was_refused_comes_when_she_is_back(story: Story) -> None:
    """Nobody knew until then."""
    sofie, ana = await story.coordinator("Sofie"), await story.resident("Ana", hour=None)
    await ana.says(DANGER["nl"])
    sofie.screen.blocked = True
    await story.passes(hours=1)
    assert alerts(story, sofie) == 0
    await sofie.comes_back()
    await story.passes(minutes=16)
    assert alerts(story, sofie) == 1
    await story.passes(minutes=20)
    assert alerts(story, sofie) == 1


async def test_danger_anew_waits_a_day_of_its_own(story: Story) -> None:
    """It has no timer beside the one that waits: that goes on for the newest."""
    sofie, ana = await story.coordinator("Sofie"), await story.resident("Ana", hour=None)
    await sofie.blocks()
    await ana.says(DANGER["nl"])
    await story.passes(hours=20)
    await ana.says(DANGER["nl"])
    await story.passes(hours=6)
    await sofie.comes_back()
    await story.passes(minutes=16)
    assert alerts(story, sofie) == 1


async def test_who_is_safe_by_then_raises_none(story: Story) -> None:
    sofie, ana = await story.coordinator("Sofie"), await story.resident("Ana", hour=None)
    await sofie.blocks()
    await ana.says(DANGER["nl"])
    await story.passes(hours=1)
    await ana.touches(SAFE)
    await sofie.comes_back()
    await story.passes(hours=1)
    assert alerts(story, sofie) == 0


async def test_while_one_sees_it_all_is_as_ever(story: Story) -> None:
    sofie, marie = await story.coordinator("Sofie"), await story.coordinator("Marie")
    ana = await story.resident("Ana", hour=None)
    await sofie.blocks()
    await ana.says(DANGER["nl"])
    ana.sees(promise(story, "nl"))
    await story.passes(minutes=16)
    assert alerts(story, marie) == 1
    await story.passes(minutes=20)
    assert alerts(story, marie) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hour", ["14:00", "02:00"])
@pytest.mark.parametrize("opened", [False, True])
async def test_who_was_not_there_for_it_has_it_once_the_other_is_gone(
    story: Story, language: str, hour: str, opened: bool
) -> None:
    """Marie came back after the alert went out, and Sofie, who alone had it, goes: at any hour."""
    sofie, marie = await story.coordinator("Sofie"), await story.coordinator("Marie", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.until_local(hour)
    await marie.blocks()
    await ana.says(DANGER[language])
    await story.passes(minutes=16)
    await marie.comes_back()
    await story.passes(minutes=10)
    assert (alerts(story, sofie), alerts(story, marie)) == (1, 0)
    if opened:
        await sofie.touches(danger.BUTTON_OPEN)
        await sofie.touches(danger.BUTTONS["call"])
    await sofie.blocks()
    await story.passes(minutes=1)
    assert alerts(story, marie) == (not opened)
    await story.passes(minutes=20)
    assert alerts(story, marie) == (not opened)


async def test_who_has_it_already_is_not_alerted_twice(story: Story) -> None:
    sofie, marie = await story.coordinator("Sofie"), await story.coordinator("Marie")
    ana = await story.resident("Ana", hour=None)
    await ana.says(DANGER["nl"])
    await story.passes(minutes=16)
    await sofie.blocks()
    await story.passes(minutes=20)
    assert alerts(story, marie) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nobody_is_said_to_know_who_does_not(story: Story, language: str) -> None:
    """She waits for a person in danger, and no volunteer is there either."""
    sofie = await story.coordinator("Sofie")
    ana = await story.resident("Ana", language, hour=None)
    await sofie.blocks()
    await asks_in_danger(story, ana, language)
    await story.passes(minutes=31)
    ana.reads(NOBODY_FREE)
    ana.sees_not(story.text(COORDINATORS_KNOW, language), story.text(GOES_ON, language))
