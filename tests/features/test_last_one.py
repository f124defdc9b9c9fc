"""Nobody is left on duty: the coordinators hear it once, whichever way the last one went."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import delete, select

from bot import erasure, last_one, people, timers, turnover
from bot.channel import Say
from bot.house import Moment
from bot.store.tables import Person, Timer

from .story import Phone, Story
from .test_shifts import asks as asked


async def goes_off(karim: Phone) -> None:
    await karim.says("/duty")


async def goes_away(karim: Phone) -> None:
    await karim.says("/away until Sunday" if karim.language == "en" else "/away tot zondag")


async def blocks(karim: Phone) -> None:
    await karim.blocks()


async def rests(karim: Phone) -> None:
    await _of_team(karim, turnover.rest)


async def leaves(karim: Phone) -> None:
    await _of_team(karim, turnover.leave)


async def is_unreachable(karim: Phone) -> None:
    """Telegram refuses the next message to him, and has told us of no block."""
    karim.screen.blocked = True
    async with karim.story.store.write() as session:
        moment = Moment(session, karim.story.house, karim.story.clock.now())
        person = await session.get_one(Person, (await karim.story.person(karim)).id)
        await people.tell(moment, person, Say("een woord"), "alert")
    await karim.story.settles()


async def is_erased(karim: Phone) -> None:
    number = (await karim.story.person(karim)).id
    async with karim.story.store.write() as session:
        moment = Moment(session, karim.story.house, karim.story.clock.now())
        await erasure.erase(moment, await session.get_one(Person, number), last_word=False)
    await karim.story.settles()


GOES = [goes_off, goes_away, blocks, rests, leaves, is_unreachable, is_erased]


async def _of_team(karim: Phone, what: Callable[..., Awaitable[object]]) -> None:
    story = karim.story
    number = (await story.person(karim)).id
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        await what(moment, await session.get_one(Person, number))
    await story.settles()


@pytest.mark.parametrize("goes", GOES)
async def test_when_the_last_one_goes_she_hears_it_once(
    story: Story, goes: Callable[[Phone], Awaitable[None]]
) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    lies = await story.volunteer("Lies")
    await lies.says("/duty")
    await asked(story)
    sofie.turns_the_page()
    await story.passes(minutes=6)
    sofie.hears_nothing()  # somebody is there
    await goes(karim)
    await story.passes(minutes=4)
    sofie.turns_the_page()
    await story.passes(minutes=2)
    gone = [m for m in sofie.news if m.text == story.text(last_one.GONE, "nl", **told_at("09:06"))]
    assert len(gone) == 1
    await sofie.says("/today")
    sofie.reads(last_one.STILL)
    sofie.turns_the_page()
    await story.passes(days=2)
    again = [m for m in sofie.news if story.text(last_one.GONE, "nl").split(",")[0] in m.text]
    assert not again, "once"


def told_at(hour: str) -> dict[str, object]:
    return {"when": hour, "waiting": 1}


async def test_a_slip_on_duty_is_told_to_nobody(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    await karim.says("/duty")
    await story.passes(minutes=3)
    await karim.says("/duty")
    await story.passes(hours=3)
    sofie.hears_nothing()


async def test_since_when_is_the_last_time(story: Story) -> None:
    """Off, on again, and off after midnight: nobody is left since the second time."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    await sofie.says("/today")
    sofie.turns_the_page()
    await story.until_local("22:30")
    await karim.says("/duty")
    await story.passes(hours=1)
    await karim.says("/duty")
    waiting = select(Timer.id).where(Timer.kind == last_one.TIMER, Timer.done_at.is_(None))
    assert not await story.rows(waiting), "somebody is there again"
    await story.passes(hours=1)
    await karim.says("/duty")
    async with story.store.write() as session:
        await session.execute(delete(Timer).where(Timer.kind == timers.OVERVIEW))
    await story.until_local("08:01")
    told = [m.text for m in sofie.news if story.text(last_one.GONE, "nl").split(",")[0] in m.text]
    assert len(told) == 1
    assert "00:30" in told[0]


async def test_a_refused_message_and_its_block_are_one(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    await is_unreachable(karim)
    await karim.blocks()
    await story.passes(minutes=9)
    gone = [m for m in sofie.news if story.text(last_one.GONE, "nl").split(",")[0] in m.text]
    assert len(gone) == 1


async def test_who_is_off_duty_and_unreachable_is_no_news(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    await karim.says("/duty")
    await story.passes(minutes=9)
    sofie.turns_the_page()
    await is_unreachable(karim)
    await story.passes(minutes=9)
    sofie.hears_nothing()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_goes_off_at_night_is_told_of_in_the_morning(story: Story, language: str) -> None:
    """One word: where the overview comes within the hour it says so, else a message by itself."""
    sofie, karim = await story.coordinator("Sofie", language), await story.volunteer("Karim")
    await story.until_local("23:30")
    sofie.turns_the_page()
    await karim.says("/duty")
    await story.until_local("08:29")
    sofie.hears_nothing()
    await story.until_local("08:31")
    assert story.text(last_one.STILL, language) in sofie.one().text
    sofie.turns_the_page()
    await story.passes(days=2)
    sofie.hears_nothing()
