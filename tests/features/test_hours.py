"""What she says about the hour and the days of her greetings, beside what was asked."""

import pytest

from bot.dialogue.values import EVERY_DAY
from bot.store.tables import Resident

from .story import Phone, Story

LANGUAGES = ("nl", "fr", "en")
BUT = {
    "nl": "ja maar niet op zondag",
    "fr": "oui mais pas le dimanche",
    "en": "yes but not on Sundays",
}
TEN = {"nl": "goed, maar om tien uur", "fr": "oui, plutôt à dix heures", "en": "fine, but at ten"}
ADDED = {"nl": "en ook zondag", "fr": "et le dimanche aussi", "en": "and Sunday too"}


async def chosen(story: Story, ana: Phone) -> tuple[str | None, str]:
    """The hour and the days by which she is greeted."""
    person = await story.person(ana)
    async with story.store.read() as session:
        row = await session.get_one(Resident, person.id)
        return row.hour, row.days


@pytest.mark.parametrize("language", LANGUAGES)
async def test_days_beside_a_yes_are_kept(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="09:00")
    story.mind.learns(BUT[language], "affirm", "deny", sure=0.9)
    await ana.says("/stop")
    await ana.says("/resume")
    ana.hears("resume/ask")
    await ana.says(BUT[language])
    ana.hears("resume/days")
    assert await chosen(story, ana) == ("09:00", "mo,tu,we,th,fr,sa")
    ana.turns_the_page()
    await story.until_local("09:15")
    assert ana.news, "it is Tuesday"
    ana.turns_the_page()
    await story.until_local("08:30", days=4)
    ana.turns_the_page()
    await story.until_local("12:00")
    ana.hears_nothing()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_hour_is_heard_after_the_answer_that_told_it(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="09:00")
    story.mind.learns(TEN[language], "affirm", "mood_good", sure=0.9)
    await ana.says("/pause")
    await ana.picks("pause/ask/7d")
    await ana.says("/resume")
    ana.hears("resume/hour")
    await ana.says(TEN[language])
    assert await chosen(story, ana) == ("10:00", "mo,tu,we,th,fr,sa,su")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_days_are_claimed_that_she_did_not_choose(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour="09:00")
    story.mind.down = True
    await ana.says("/hour")
    await ana.picks("hour/ask/hour")
    await ana.picks("hour/hour/14:00")
    ana.hears("hour/hour_alone")
    ana.sees_not(EVERY_DAY[language])
    await ana.says("/hour")
    await ana.picks("hour/ask/days")
    await ana.picks("hour/days/mo,tu,we,th,fr,sa,su")
    ana.sees(EVERY_DAY[language])
    await ana.says("/hour")
    await ana.picks("hour/ask/hour")
    await ana.picks("hour/hour/19:00")
    ana.hears("hour/timed")
    ana.sees(EVERY_DAY[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_day_that_is_added_to_every_day_leaves_them_all(
    story: Story, language: str
) -> None:
    ana = await story.resident("Ana", language, hour="09:00")
    story.mind.learns(ADDED[language], "goodbye", "change_schedule", sure=0.4)
    await ana.says(ADDED[language])
    ana.hears("hour/already")
    ana.sees(EVERY_DAY[language])
    assert await chosen(story, ana) == ("09:00", "mo,tu,we,th,fr,sa,su")


TWO = {"nl": "20:00 of 20:30", "fr": "20h ou 20h30", "en": "8pm or half past 8"}
LATER = {"nl": "half negen", "fr": "huit heures et demie", "en": "half past eight"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", ["tap", "words", "neither"])
async def test_of_two_hours_it_is_asked_which(story: Story, language: str, way: str) -> None:
    ana = await story.resident("Ana", language, hour="09:00")
    story.mind.down = True
    await ana.says("/hour")
    await ana.says(TWO[language])
    ana.hears("hour/either")
    assert ana.screen.keyboard[:2] == ("20:00", "20:30")
    assert (await chosen(story, ana))[0] == "09:00", "nothing is set by itself"
    if way == "tap":
        await ana.taps("20:30")
    elif way == "words":
        await ana.says(LATER[language])
    else:
        await ana.picks("hour/either/none")
    hour = "09:00" if way == "neither" else "20:30"
    assert (await chosen(story, ana))[0] == hour
