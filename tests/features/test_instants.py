"""How an instant is told: nobody reads 'tomorrow' at night and takes it for the coming morning."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot import instants, people
from bot.house import Moment

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
