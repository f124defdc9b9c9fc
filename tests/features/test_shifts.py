"""A volunteer says when they are there: hours of the week, and days off."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import shifts
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES
from bot.store.tables import Volunteer

from .story import Phone, Story


async def row(story: Story) -> Volunteer:
    (found,) = await story.rows(select(Volunteer))
    assert isinstance(found, Volunteer)
    return found


async def asks(story: Story, name: str = "Ana") -> Phone:
    ana = await story.resident(name, hour=None)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    return ana


async def test_hours_in_plain_words_are_kept_to(story: Story) -> None:
    await story.coordinator()
    karim = await story.volunteer()
    await karim.says("/hours")
    karim.reads(shifts.ASK_HOURS, now=story.text(shifts.NO_HOURS, "nl"))
    await karim.says("wanneer het past")
    karim.reads(shifts.HOURS_UNREAD)
    await karim.says("maandag en donderdag van 14 tot 17")
    karim.sees("maandag 14:00-17:00", "donderdag 14:00-17:00")
    assert (await row(story)).hours == ["mo 14:00-17:00", "th 14:00-17:00"]
    karim.turns_the_page()
    await asks(story)
    karim.hears_nothing()
    await story.until_local("14:01")
    karim.one()
    await karim.says("/hours altijd")
    karim.reads(shifts.NO_HOURS)
    assert (await row(story)).hours == []


async def test_days_off_end_by_themselves_or_by_a_tap(story: Story) -> None:
    await story.coordinator()
    karim = await story.volunteer()
    await karim.says("/away")
    await karim.says("ooit")
    karim.reads(shifts.AWAY_UNREAD)
    await karim.says("tot woensdag")
    karim.reads(shifts.AWAY_UNTIL, day="woensdag 7 oktober")
    karim.turns_the_page()
    await asks(story)
    karim.hears_nothing()
    await story.until_local("08:01", days=1)
    assert karim.news, "Wednesday morning"
    await karim.says("/away drie dagen")
    await karim.says("/away")
    karim.reads(shifts.AWAY_UNTIL, day="zaterdag 10 oktober")
    await karim.touches(shifts.BUTTON_BACK)
    assert (await row(story)).away_until is None
    karim.turns_the_page()
    await asks(story, "Bea")
    karim.one()


async def test_days_off_that_are_told_at_night_end_after_it(story: Story) -> None:
    karim = await story.volunteer("Karim")
    await story.until_local("01:12")
    await karim.says("/away tot morgen")
    karim.reads(shifts.AWAY_UNTIL, day="dinsdag 6 oktober")
    ends = (await row(story)).away_until
    assert ends is not None
    assert story.house.local(ends).strftime("%d %H:%M") == "06 04:00"


async def test_days_off_until_an_evening_last_until_it(story: Story) -> None:
    karim = await story.volunteer("Karim")
    await karim.says("/away tot woensdagavond")
    karim.reads(shifts.AWAY_TO, day="woensdag 7 oktober om 19:00")
    ends = (await row(story)).away_until
    assert ends is not None
    assert story.house.local(ends).strftime("%d %H:%M") == "07 19:00"
    await karim.says("/away")
    karim.reads(shifts.AWAY_TO, day="woensdag 7 oktober om 19:00")


async def test_who_comes_on_duty_hears_at_once_of_who_waits(story: Story) -> None:
    """Nobody waits until the next round for somebody who has just come."""
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies", "fr")
    for phone in (karim, lies):
        await phone.says("/duty")
    ana = await asks(story)
    karim.turns_the_page()
    lies.turns_the_page()
    await karim.says("/duty")
    await lies.says("/duty")
    assert story.text(BUTTON_CLAIM, "nl") in karim.last.labels
    assert not lies.last.labels  # she does not speak the language
    await karim.touches(BUTTON_CLAIM)
    ana.sees("Karim")


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "ben er ff nie morgen"), ("fr", "absent demain adieu"), ("en", "gone till monday")],
)
async def test_a_model_judges_no_answer_to_away(story: Story, language: str, words: str) -> None:
    karim = await story.volunteer("Karim", language)
    story.mind.learns(words, "crisis_suicide", level="act")
    await karim.says("/away")
    await karim.says(words)
    assert "112" not in "".join(m.text for m in karim.news)
    grave = {"nl": "ik wil dood", "fr": "je veux mourir", "en": "I want to die"}[language]
    await karim.says("/away")
    await karim.says(grave)
    karim.sees("112")


TOMORROW_ILL = {"nl": "morgen ziek", "fr": "malade demain", "en": "ill tomorrow"}
DAYS = {
    "nl": ("dinsdag 6 oktober", "woensdag 7 oktober"),
    "fr": ("mardi 6 octobre", "mercredi 7 octobre"),
    "en": ("Tuesday 6 October", "Wednesday 7 October"),
}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_day_that_is_named_is_a_day_away(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await karim.says("/away")
    await karim.says(TOMORROW_ILL[language])
    last, day = DAYS[language]
    karim.reads(shifts.AWAY_DAY, last=last, day=day)
    await karim.says(f"/away {TOMORROW_ILL[language]}")
    karim.reads(shifts.AWAY_DAY, last=last, day=day)
    found = await row(story)
    shown = [story.house.local(one) for one in (found.away_from, found.away_until) if one]
    assert [f"{one:%d %H:%M}" for one in shown] == ["06 00:00", "07 00:00"]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_is_away_is_asked_for_the_day_anew(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await karim.says(f"/away {TOMORROW_ILL[language]}")
    await karim.says("/away")
    karim.reads(shifts.AWAY_DAY, day=DAYS[language][1])
    karim.reads(shifts.ASK_AWAY)
    assert story.text(shifts.BUTTON_STAY, language) in karim.last.labels
    three = {"nl": "3 dagen, griep", "fr": "3 jours, grippe", "en": "3 days, flu"}[language]
    await karim.says(three)
    ana.hears_nothing()
    ends = (await row(story)).away_until
    assert ends is not None
    assert story.house.local(ends).strftime("%d") == "08"
    await karim.says("/away")
    await karim.touches(shifts.BUTTON_BACK)
    await karim.says(three)
    ana.hears_nothing()
    assert (await row(story)).away_until is None
