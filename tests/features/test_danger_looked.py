"""A coordinator looked who is in danger: whoever looks next reads so, and a line stays with every
coordinator until she is safe, somebody talks with her, or one of them has reached her."""

from __future__ import annotations

import pytest

from bot import danger, danger_looked, instants
from bot import overview_texts as texts
from bot.danger_before import BEFORE
from bot.dialogue.values import shown
from bot.handoff_texts import BUTTON_CLAIM
from bot.house import Moment

from .story import Phone, Story
from .test_danger_again import LANGUAGES, alerted
from .test_safety import DANGER, NOT_SAFE, SAFE


async def looked(story: Story, language: str) -> tuple[Phone, Phone, Phone]:
    """Sofie looked at 22:20, to send an ambulance."""
    sofie, omar, ana = await alerted(story, language, "22:00")
    await story.passes(minutes=5)
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["112"])
    return sofie, omar, ana


async def line(story: Story, reader: Phone) -> str:
    async with story.store.read() as session:
        moment, at = Moment(session, story.house, story.clock.now()), story.local(story.clock.now())
        person = await story.person(reader)
        when = instants.on(moment, person, at.replace(hour=22, minute=20))
    return story.text(danger_looked.LOOKED, reader.language, number=1, name="Sofie", when=when)


def stands(phone: Phone) -> bool:
    reached = phone.story.text(danger_looked.BUTTON_REACHED, phone.language)
    return f"⚠ 1: {reached}" in phone.last.labels


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_looks_next_reads_who_did_and_why(story: Story, language: str) -> None:
    sofie, omar, _ = await looked(story, language)
    sofie.sees_not(story.text(BEFORE, language).partition("{when}")[0][6:])
    why = story.text(danger.BUTTONS["112"], language)
    why = why[:1].lower() + why[1:]
    await omar.touches(danger.BUTTON_OPEN)
    omar.reads(BEFORE, name="Sofie", reason=why)
    omar.sees(shown("hour", "22:20", language))
    omar.reads(danger.REASON, number=1)
    await omar.touches(danger.BUTTONS["call"])
    omar.screen.messages[:] = [one for one in omar.screen.messages if "Ana" in one.text]
    assert "Sofie" in omar.last.text
    assert why in omar.last.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_line_stays_with_everybody_and_each_morning(story: Story, language: str) -> None:
    sofie, omar, _ = await looked(story, language)
    said = await line(story, omar)
    for phone in (sofie, omar):
        await phone.says("/today")
        phone.sees(said)
        phone.sees_not(story.text(texts.NO_THING, language), "Ana\n")
    for day in range(8):
        omar.turns_the_page()
        await story.until_local("08:31")
        assert (said in "\n".join(one.text for one in omar.news)) == (day < 7)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_has_reached_her_ends_it_for_all(story: Story, language: str) -> None:
    sofie, omar, ana = await looked(story, language)
    await omar.says("/today")
    await sofie.says("/today")
    reached = f"⚠ 1: {story.text(danger_looked.BUTTON_REACHED, language)}"
    await sofie.taps(reached)
    sofie.reads(danger_looked.NOTED, number=1)
    await omar.taps(reached)
    assert omar.toasts == [story.text(texts.GONE_ON, language)]
    for phone in (sofie, omar):
        await phone.says("/today")
        assert not stands(phone)
        phone.reads(texts.NO_THING)
    ana.turns_the_page()
    await ana.touches(NOT_SAFE)  # in this very minute
    await story.passes(hours=1)
    await omar.says("/today")
    assert [one for one in omar.last.labels if "⚠" in one], "that is danger anew"


@pytest.mark.parametrize("ends", ["safe", "talk"])
async def test_her_word_or_a_talk_ends_it(story: Story, ends: str) -> None:
    karim = await story.volunteer()
    sofie, _, ana = await looked(story, "nl")
    await sofie.says("/today")
    assert stands(sofie)
    if ends == "safe":
        await ana.touches(SAFE)
    else:
        await story.talk(ana, karim)
    await sofie.says("/today")
    assert not stands(sofie)


async def test_a_tap_that_is_forged_or_of_an_alert_that_nobody_opened_ends_nothing(
    story: Story,
) -> None:
    sofie, _, ana = await alerted(story, "nl")
    for data in ("reached:1", "reached:", "reached:x", "reached:99999999999999999999"):
        await sofie.forges(data)
        assert sofie.toasts == [story.text(texts.GONE_ON, "nl")]
    await ana.forges("reached:1")
    await sofie.says("/today")
    assert [one for one in sofie.last.labels if "⚠" in one]
    assert DANGER["nl"] not in str(sofie)
    assert story.text(BUTTON_CLAIM, "nl") not in str(sofie)
