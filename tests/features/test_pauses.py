"""A pause that begins later: greeted until it begins, left alone in it, greeted when it is over."""

from __future__ import annotations

import pytest

from bot import people
from bot.dialogue.values import shown
from bot.house import Moment
from bot.mydata import PAUSED_FROM
from bot.rhythm import Pause

from .story import Phone, Story

LANGUAGES = ["nl", "fr", "en"]
# It is Monday 5 October, 8:00.
AWAY = {
    "nl": "van 8 tot 12 oktober ben ik weg",
    "fr": "je pars chez ma fille du 8 au 12 octobre",
    "en": "I am away from 8 to 12 October",
}
HOSPITAL = {
    "nl": "donderdag moet ik binnen in het ziekenhuis voor mijn heup, ik blijf vier dagen",
    "fr": "jeudi je rentre a l hopital pour ma hanche je reste quatre jours",
    "en": "Thursday I go into hospital for my hip, I stay four days",
}
BACK = {"nl": "ik ben terug", "fr": "je suis de retour", "en": "I am back"}


async def pause_of(story: Story, ana: Phone) -> Pause | None:
    person = await story.person(ana)
    async with story.store.read() as session:
        row = await people.resident(Moment(session, story.house, story.clock.now()), person)
        return people.pause_of(row)


async def greeted_on(story: Story, ana: Phone, days: int) -> list[int]:
    """The days of the month on which a first word came, from today on."""
    found = []
    for _ in range(days):
        ana.turns_the_page()
        await story.until_local("10:45")
        if ana.news:
            found.append(story.local(story.clock.now()).day)
            await ana.says("/help")  # who answers is greeted as often as she chose
        ana.turns_the_page()
        await story.until_local("09:30")
        ana.hears_nothing()
    return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_greetings_go_on_until_it_begins_and_after_it(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="10:30")
    story.mind.learns(AWAY[language], "pause_contact", sure=0.9)
    await ana.says(AWAY[language])
    ana.hears("pause/later")
    first, last = (shown("until", f"2026-10-{day}", language) for day in ("08", "12"))
    ana.sees(first, last)
    await ana.says("/mydata")
    ana.reads(PAUSED_FROM)
    assert await greeted_on(story, ana, 9) == [5, 6, 7, 12, 13]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("agreed", [True, False])
async def test_a_day_that_merely_stands_there_is_asked_about(
    story: Story, language: str, agreed: bool
) -> None:
    """Both days are named, and without a yes nothing changes."""
    ana = await story.resident("Ana", language, hour="10:30")
    story.mind.learns(HOSPITAL[language], "pause_contact", sure=0.9)
    await ana.says(HOSPITAL[language])
    ana.hears("maybe_pause/between")
    first, last = (shown("until", f"2026-10-{day}", language) for day in ("08", "12"))
    ana.sees(first, last)
    assert await pause_of(story, ana) is None
    if agreed:
        await ana.picks("maybe_pause/between/yes")
        ana.hears("maybe_pause/later")
    days = [5, 6, 7, 12] if agreed else [5, 6, 7, 8, 9, 10, 11, 12]
    assert await greeted_on(story, ana, 8) == days


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_back_before_it_begins_calls_it_off(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="10:30")
    story.mind.learns(AWAY[language], "pause_contact", sure=0.9)
    story.mind.learns(BACK[language], "resume_contact", sure=0.95)
    await ana.says(AWAY[language])
    await ana.says(BACK[language])
    ana.hears("resume/called_off")
    assert await pause_of(story, ana) is None
    assert await greeted_on(story, ana, 5) == [5, 6, 7, 8, 9]


async def test_it_can_begin_later_and_last_until_she_asks(story: Story) -> None:
    ana = await story.resident("Ana", "en", hour="10:30")
    story.mind.learns("no messages from Thursday", "pause_contact", sure=0.95)
    await ana.says("no messages from Thursday")
    ana.hears("pause/how_long")
    await ana.picks("pause/how_long/open")
    ana.hears("pause/later_open")
    assert await greeted_on(story, ana, 12) == [5, 6, 7]
    await ana.says("/resume")
    ana.turns_the_page()
    assert await greeted_on(story, ana, 1) == [17]


async def test_a_pause_that_is_over_says_nothing_of_the_next(story: Story) -> None:
    """A yes to the days that were asked about once was one to those of the last pause."""
    ana = await story.resident("Ana", "nl", hour="10:30")
    await ana.says("/pause")
    await ana.says("tot morgen")
    await story.until_local("12:00", days=2)
    story.mind.learns("tot donderdag he Karim", "pause_contact", sure=0.95)
    await ana.says("tot donderdag he Karim")
    ana.hears("maybe_pause/dated")
    await ana.picks("maybe_pause/dated/yes")
    pause = await pause_of(story, ana)
    assert pause is not None
    assert pause.covers(story.clock.now())


async def test_a_stop_ends_one_that_comes(story: Story) -> None:
    ana = await story.resident("Ana", "nl", hour="10:30")
    story.mind.learns(AWAY["nl"], "pause_contact", sure=0.9)
    await ana.says(AWAY["nl"])
    await ana.says("/stop")
    assert await pause_of(story, ana) is None


def test_a_first_day_is_a_date_in_her_words() -> None:
    assert shown("begin", "2026-10-08", "nl") == "donderdag 8 oktober"
