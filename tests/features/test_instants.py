"""How an instant is told: nobody reads 'tomorrow' at night and takes it for the coming morning."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot import instants, people
from bot.dialogue.values import shown
from bot.house import Moment
from bot.studio.words import Words

from .story import Story

EVENING = datetime(2026, 11, 26, 22, 12, tzinfo=UTC)  # 23:12 on Thursday
FRIDAY = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)  # 09:00
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.mark.parametrize(
    ("language", "tomorrow", "saturday"),
    [
        ("nl", "morgen om 09:00", "zaterdag om 09:00"),
        ("fr", "demain à 09:00", "samedi à 09:00"),
        ("en", "tomorrow at 09:00", "Saturday at 09:00"),
    ],
)
async def test_tomorrow_is_not_said_at_night(
    story: Story, language: str, tomorrow: str, saturday: str
) -> None:
    ana = await story.resident("Ana", language)
    async with story.store.write() as session:

        async def told(now: datetime, at: datetime) -> str:
            moment = Moment(session, story.house, now)
            person = await people.by_chat(moment, ana.id)
            assert person is not None
            return instants.told(moment, person, at)

        assert await told(EVENING, FRIDAY) == tomorrow
        assert await told(EVENING + 2 * HOUR, FRIDAY) == "09:00"
        assert await told(EVENING + 2 * HOUR, FRIDAY + DAY) == saturday
        assert await told(EVENING + 5 * HOUR, FRIDAY + DAY) != saturday  # 04:12: a day begins


@pytest.mark.parametrize(
    ("language", "first", "eleventh"),
    [
        ("nl", "donderdag 1 oktober", "11 oktober"),
        ("fr", "jeudi 1er octobre", "11 octobre"),
        ("en", "Thursday 1 October", "11 October"),
    ],
)
async def test_the_first_of_a_month_in_french(
    story: Story, language: str, first: str, eleventh: str
) -> None:
    ana = await story.resident("Ana", language)
    async with story.store.write() as session:
        moment = Moment(session, story.house, EVENING)
        person = await people.by_chat(moment, ana.id)
        assert person is not None
        at = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)
        assert instants.weekday(moment, person, at) == first
        assert instants.on(moment, person, at).startswith(f"{first} ")
        assert instants.day(moment, person, at + 10 * DAY) == eleventh
    assert shown("until", "2026-10-01", language) == first
    page = Words(language, story.house.zone, lambda *_: lambda _context, source: source)
    assert page.calendar(at.date()).startswith(first.split(" ", 1)[1])
    assert page.moment(at) == f"{first.split(' ', 1)[1]}, 14:00"
