"""'When will you write?' and 'why didn't you?': the truth of what is planned, in one sentence."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.dialogue.values import shown
from bot.rhythm import DAYS
from bot.store.tables import Resident

from .story import Phone, Story

WHEN = {
    "nl": "op welk uur schrijft gij?",
    "fr": "à quelle heure tu écris ?",
    "en": "when will you write?",
}
WHY = {
    "nl": "waarom hebt ge gisteren niet geschreven?",
    "fr": "pourquoi vous ne m'avez pas écrit hier ?",
    "en": "why didn't you write yesterday?",
}
TOMORROW = {"nl": "morgen om", "fr": "demain à", "en": "tomorrow at"}
LANGUAGES = list(WHEN)


async def only_on(story: Story, ana: Phone, *days: str) -> None:
    number = (await story.person(ana)).id
    async with story.store.write() as session:
        row = await session.get_one(Resident, number)
        row.days = ",".join(days)


def day(story: Story, offset: int) -> str:
    return DAYS[(story.local(story.clock.now()).weekday() + offset) % 7]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_hour_the_days_and_the_next_time(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language)
    story.mind.learns(WHEN[language], "ask_privacy", sure=0.95)
    await story.until_local("09:15")
    asked = ana.screen.keyboard
    ana.turns_the_page()
    await ana.says(WHEN[language])
    every = shown("days", ",".join(DAYS), language)
    hour = shown("hour", "09:00", language)
    ana.sees(every, f"{TOMORROW[language]} {hour}")
    assert ana.screen.keyboard == asked


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_chosen_days_count(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="14:30")
    await story.until_local("09:15")
    await ana.says("/hour")
    await ana.picks("hour/ask/days")
    await ana.picks("hour/days/tu,fr")
    ana.turns_the_page()
    await ana.says(WHEN[language])
    coming = next(n for n in range(8) if day(story, n) in ("tu", "fr") and n)
    name = shown("days", day(story, coming), language)
    said = TOMORROW[language] if coming == 1 else name
    today = day(story, 0) in ("tu", "fr")
    hour = shown("hour", "14:30", language)
    ana.sees(shown("days", "tu,fr", language), hour)
    assert today or said in ana.one().text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_stopped_paused_and_refused(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language)
    await ana.says("/stop")
    await ana.says(WHEN[language])
    ana.hears("when/say_stopped")
    bea = await story.resident("Bea", language, consented=False)
    await bea.says(WHEN[language])
    bea.hears("when/say_refused")
    eva = await story.resident("Eva", language)
    await eva.says("/pause")
    await eva.picks("pause/ask/open")
    await eva.says(WHY[language])
    eva.hears("when/say_open")
    await eva.says("/pause")
    await eva.picks("pause/ask/7d")
    until = story.local(story.clock.now()).date() + timedelta(7)
    await eva.says(WHEN[language])
    eva.hears("when/say_until")
    eva.sees(shown("until", until.isoformat(), language))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_planned_word_that_will_not_come_is_not_promised(
    story: Story, language: str
) -> None:
    """In the days of calm after danger nothing is planned as far as she is told."""
    ana = await story.resident("Ana", language)
    number = (await story.person(ana)).id
    async with story.store.write() as session:
        row = await session.get_one(Resident, number)
        row.calm_until = story.clock.now() + timedelta(days=3)
    await ana.says(WHEN[language])
    at = story.local(story.clock.now() + timedelta(days=3))
    later = at if at.strftime("%H:%M") <= "09:00" else at + timedelta(days=1)
    ana.sees(shown("days", DAYS[later.weekday()], language))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_it_did_not_write(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language)
    await story.until_local("09:15")
    ana.turns_the_page()
    await story.until_local("10:00", days=1)
    story.mind.learns(WHY[language], "complain", sure=0.95)
    await ana.says(WHY[language])
    yesterday = shown("days", day(story, -1), language)
    ana.sees(yesterday, "09:0")
    ana.turns_the_page()
    only = day(story, 0)
    await only_on(story, ana, only)
    await story.until_local("10:00", days=2)
    await ana.says(WHY[language])
    named = shown("days", day(story, -1), language)
    ana.sees(named, shown("days", only, language))


async def test_in_a_talk_it_is_for_the_volunteer(story: Story) -> None:
    ana, karim = await story.resident("Ana", "nl"), await story.volunteer("Karim")
    await story.talk(ana, karim)
    ana.turns_the_page()
    karim.turns_the_page()
    await ana.says(WHEN["nl"])
    karim.sees(WHEN["nl"])
    ana.hears_nothing()
