"""Nothing reaches a volunteer any more, or he is gone: what rang there rings with the next at once,
and his talks go on with others. Nobody waits for a telephone that is dead."""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable

import pytest

from bot.handoff_texts import (
    BUTTON_CLAIM,
    BUTTON_DECLINE,
    BUTTON_YES,
    CANNOT_GO_ON,
    NEVER_WROTE,
)
from bot.open_texts import GAVE_BACK, NO_LONGER, NOBODY_ON_DUTY, NOBODY_TAKES

from .story import Phone, Story
from .test_last_one import blocks, is_erased, is_unreachable, leaves, rests
from .test_shifts import asks
from .test_urgent import alerts, rings
from .test_urgent import asks as asks_in_danger

type Goes = Callable[[Phone], Awaitable[None]]
GOES = [blocks, is_unreachable, rests, leaves, is_erased]
LANGUAGES = ["nl", "fr", "en"]


def one_at_a_time(story: Story) -> None:
    policy = dataclasses.replace(story.house.policy, rung_at_once=1)
    object.__setattr__(story.house, "policy", policy)


@pytest.mark.parametrize("goes", GOES)
async def test_the_next_one_is_rung_at_once(story: Story, goes: Goes) -> None:
    sofie = await story.coordinator()
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    one_at_a_time(story)
    ana = await asks(story)
    assert (alerts(karim), alerts(lies)) == (1, 0)
    for phone in (sofie, ana):
        phone.turns_the_page()
    await goes(karim)
    await story.sweeps()
    assert alerts(lies) == 1
    sofie.hears_nothing()
    ana.hears_nothing()
    await lies.touches(BUTTON_CLAIM)
    assert (await story.handoff()).claimed_by == (await story.person(lies)).id


@pytest.mark.parametrize("goes", GOES)
async def test_where_there_is_no_next_one_a_coordinator_hears_at_once(
    story: Story, goes: Goes
) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    await asks(story)
    sofie.turns_the_page()
    await goes(karim)
    await story.sweeps()
    said = story.text(NOBODY_ON_DUTY, "nl").split("{language}) ")[1]
    assert len([m for m in sofie.news if said in m.text]) == 1
    sofie.turns_the_page()
    await story.passes(minutes=4)
    sofie.hears_nothing()


async def test_a_dead_phone_is_no_phone_that_may_still_answer(story: Story) -> None:
    sofie = await story.coordinator()
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    await asks(story)
    await is_unreachable(karim)
    await story.sweeps()
    assert len(rings(story, lies)) == 1, "it rang there before, and does not again"
    sofie.turns_the_page()
    await lies.touches(BUTTON_DECLINE)
    sofie.reads(NOBODY_TAKES, number=(await story.handoff()).id, language="Nederlands")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_unreachable_holds_no_talk(story: Story, language: str) -> None:
    """It was no word of hers that told so."""
    karim, lies = await story.volunteer("Karim", language), await story.volunteer("Lies", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await is_unreachable(karim)
    await story.sweeps()
    ana.reads(CANNOT_GO_ON, name="Karim")
    ana.one()
    assert len(rings(story, lies)) == 2
    await lies.touches(BUTTON_CLAIM)
    await ana.says("dag")
    assert lies.last.text == "dag"


async def test_who_is_off_duty_holds_no_talk_then_either(story: Story) -> None:
    karim, ana = await story.volunteer("Karim"), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await karim.says("/duty")
    await is_unreachable(karim)
    await story.sweeps()
    ana.reads(CANNOT_GO_ON, name="Karim")


async def test_a_block_is_no_giving_back(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    sofie.turns_the_page()
    await karim.blocks()
    await story.sweeps()
    sofie.reads(NO_LONGER, name="Karim")
    sofie.sees_not(story.text(GAVE_BACK, "nl", name="Karim"))
    ana.one()


async def night(story: Story) -> tuple[Phone, Phone, Phone]:
    """Karim holds Ana's talk, and rings for Bea, at eleven in the evening."""
    karim, ana = await story.volunteer("Karim"), await story.resident("Ana", hour=None)
    bea = await story.resident("Bea", hour=None)
    await story.until_local("20:40")
    await story.talk(ana, karim)
    await bea.says("/human")
    await bea.touches(BUTTON_YES)
    await story.until_local("23:00")
    return karim, ana, bea


async def test_by_night_what_is_not_urgent_waits_for_the_morning(story: Story) -> None:
    sofie, (karim, ana, bea) = await story.coordinator(), await night(story)
    for phone in (sofie, ana, bea):
        phone.turns_the_page()
    await is_unreachable(karim)
    await story.until_local("07:59")
    for phone in (sofie, ana, bea):
        phone.hears_nothing()
    await story.until_local("08:31")
    ana.reads(CANNOT_GO_ON, name="Karim")
    assert sofie.news


async def test_who_is_back_by_then_goes_on(story: Story) -> None:
    karim, ana, _ = await night(story)
    await is_unreachable(karim)
    await story.passes(minutes=5)
    karim.screen.blocked = False
    await karim.says("ik ben er weer")
    await story.until_local("08:05")
    await ana.says("goedemorgen Karim")
    assert karim.last.text == "goedemorgen Karim"


async def test_by_night_danger_waits_for_nobody(story: Story) -> None:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim")
    ana, bea = await story.resident("Ana", hour=None), await story.resident("Bea", hour=None)
    await story.until_local("23:00")
    await asks_in_danger(story, bea)
    await karim.touches(BUTTON_CLAIM)
    await asks_in_danger(story, ana)
    for phone in (sofie, ana, bea):
        phone.turns_the_page()
    await is_unreachable(karim)
    await story.sweeps()
    bea.reads(NEVER_WROTE, name="Karim")
    sofie.reads(NO_LONGER, name="Karim")
    said = story.text(NOBODY_ON_DUTY, "nl").split("{language}) ")[1]
    assert len([m for m in sofie.news if said in m.text]) == 2, "of each"
