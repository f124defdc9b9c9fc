"""Days off that begin later: alerts come until then, and he reads from when until when."""

from __future__ import annotations

import pytest

from bot import last_one, shifts
from bot.handoff_texts import BUTTON_YES

from .story import Phone, Story
from .test_shifts import row

LANGUAGES = ("nl", "fr", "en")
LATER = {  # told on Monday 5 October
    "nl": "/away van donderdag tot zondag",
    "fr": "/away du jeudi au dimanche",
    "en": "/away from Thursday until Sunday",
}
GONE = "Er is niemand meer van dienst, sinds "
DAYS = {
    "nl": ("donderdag 8 oktober", "zaterdag 10 oktober", "zondag 11 oktober"),
    "fr": ("jeudi 8 octobre", "samedi 10 octobre", "dimanche 11 octobre"),
    "en": ("Thursday 8 October", "Saturday 10 October", "Sunday 11 October"),
}
NO_END = {
    "nl": "/away vanaf donderdag",
    "fr": "/away à partir de jeudi",
    "en": "/away from Thursday",
}


def told(story: Story, language: str) -> str:
    begin, last, day = DAYS[language]
    return story.text(shifts.AWAY_FROM, language, begin=begin, last=last, day=day)


async def days(story: Story) -> list[str]:
    found = await row(story)
    both = (found.away_from, found.away_until)
    return [story.house.local(one).strftime("%d %H:%M") if one else "" for one in both]


async def asks(story: Story, name: str, language: str) -> Phone:
    her = await story.resident(name, language, hour=None)
    await her.says("/human")
    await her.touches(BUTTON_YES)
    return her


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_begins_on_its_day(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await karim.says(LATER[language])
    assert told(story, language) in karim.one().text
    assert await days(story) == ["08 00:00", "11 00:00"]
    karim.turns_the_page()
    ana = await asks(story, "Ana", language)
    karim.one()
    await ana.says("/stop")
    await story.until_local("10:00", days=3)
    karim.turns_the_page()
    await asks(story, "Bea", language)
    karim.hears_nothing()
    await story.until_local("08:01", days=2)
    assert karim.news, "on Sunday he is back"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_beginning_without_an_end_is_asked_back(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await karim.says(NO_END[language])
    karim.reads(shifts.AWAY_UNREAD)
    assert await days(story) == ["", ""]
    await karim.says(LATER[language].removeprefix("/away "))
    assert told(story, language) in karim.one().text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_called_off_by_a_tap(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await karim.says(LATER[language])
    await karim.touches(shifts.BUTTON_STAY)
    assert story.text(shifts.STAYS, language) in karim.last.text
    assert await days(story) == ["", ""]
    await story.passes(days=4)
    karim.turns_the_page()
    await asks(story, "Ana", language)
    karim.one()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_duty_leaves_days_that_come(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    await karim.says(LATER[language])
    await karim.says("/duty")
    karim.reads(shifts.OFF_DUTY)
    await karim.says("/duty")
    karim.reads(shifts.ON_DUTY)
    assert told(story, language) in karim.one().text
    await story.until_local("10:00", days=3)
    await karim.says("/duty")
    karim.reads(shifts.AWAY_ENDS)
    assert await days(story) == ["", ""]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_time_away_is_kept(story: Story, language: str) -> None:
    """While he is away, a later one would bring alerts at once: it is not taken. One that touches
    is one with it; of two that come the later told one counts, and he reads so."""
    now = {
        "nl": "/away tot woensdag",
        "fr": "/away jusqu'à mercredi",
        "en": "/away until Wednesday",
    }
    long = {"nl": "/away van dinsdag tot zondag", "fr": "/away du mardi au dimanche"}
    long |= {"en": "/away from Tuesday until Sunday"}
    karim = await story.volunteer("Karim", language)
    await karim.says(now[language])
    await karim.says(LATER[language])
    karim.reads(shifts.AWAY_BEFORE)
    assert await days(story) == ["", "07 00:00"]
    await karim.says(long[language])
    assert await days(story) == ["", "11 00:00"]
    await karim.touches(shifts.BUTTON_BACK)
    await karim.says(LATER[language])
    await karim.says(long[language])
    karim.reads(shifts.AWAY_REPLACED, begin=DAYS[language][0])
    assert await days(story) == ["06 00:00", "11 00:00"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_shorter_one_told_while_away_brings_him_back_no_sooner(
    story: Story, language: str
) -> None:
    ill = {"nl": "/away morgen ziek", "fr": "/away malade demain", "en": "/away ill tomorrow"}
    until = {"nl": "/away tot zondag", "fr": "/away jusqu'à dimanche", "en": "/away until Sunday"}
    karim = await story.volunteer("Karim", language)
    await karim.says(until[language])
    await karim.says(ill[language])
    assert await days(story) == ["", "11 00:00"]
    assert DAYS[language][1] in karim.last.text


async def test_coordinators_hear_that_the_last_one_left(story: Story) -> None:
    """Nobody says so when days off begin that were told before."""
    sofie, karim = await story.coordinator(), await story.volunteer()
    still = story.text(last_one.STILL, "nl").split(".")[0]
    await karim.says("/away vanaf donderdag om 12 uur tot zondag")
    await story.until_local("11:59", days=3)
    sofie.sees_not(still)
    await story.until_local("13:00")
    (gone,) = [m.text for m in sofie.screen.messages if m.text.startswith(GONE)]
    assert "12:00" in gone
    await karim.touches(shifts.BUTTON_STAY)  # tapped after it began
    karim.sees_not(story.text(shifts.STAYS, "nl"))
    await karim.says("/away vanaf vrijdag om 12 uur tot zondag")
    await karim.touches(shifts.BUTTON_STAY)
    await story.passes(days=2)
    assert len([m for m in sofie.screen.messages if m.text.startswith(GONE)]) == 1
