"""What is said at night: 'tomorrow' is the morning after she slept.

One line: language | expression | value at 01:12 on Friday 27 November 2026 | at 23:12 before it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot import values
from bot.values.meetings import read_meeting

from .test_expressions import lines

ZONE = ZoneInfo("Europe/Brussels")
AT_NIGHT = datetime(2026, 11, 27, 0, 12, tzinfo=UTC)  # 01:12 on Friday
THE_EVENING = datetime(2026, 11, 26, 22, 12, tzinfo=UTC)  # 23:12 on Thursday

SAME = """
nl | tot morgenochtend | 2026-11-27
nl | tot morgenvroeg | 2026-11-27
nl | tot morgen | 2026-11-27
nl | morgen | 2026-11-27
nl | tot overmorgen | 2026-11-28
nl | tot overmorgenochtend | 2026-11-28
nl | tot vrijdag | 2026-11-27
nl | tot vrijdagochtend | 2026-11-27
nl | tot zaterdag | 2026-11-28
nl | tot donderdag | 2026-12-03
nl | tot 27 november | 2026-11-27
nl | tot het weekend | 2026-11-28
nl | vannacht niet | 2026-11-27
fr | jusqu'à demain matin | 2026-11-27
fr | jusqu'à demain | 2026-11-27
fr | jusqu'à vendredi | 2026-11-27
fr | jusqu'à après-demain | 2026-11-28
fr | jusqu’après-demain | 2026-11-28
fr | jusqu'à vendredi matin | 2026-11-27
fr | jusqu'à demain soir | 2026-11-27T19:00
nl | tot morgenavond | 2026-11-27T19:00
en | until tomorrow evening | 2026-11-27T19:00
fr | pas cette nuit | 2026-11-27
en | until tomorrow morning | 2026-11-27
en | until tomorrow | 2026-11-27
en | until Friday morning | 2026-11-27
en | until Friday | 2026-11-27
en | not tonight | 2026-11-27
en | until the day after tomorrow | 2026-11-28
"""
CALENDAR = """
nl | een dag | 2026-11-28
nl | vandaag niet | 2026-11-28
nl | een week | 2026-12-04
nl | tot vanochtend | 2026-11-27
fr | un jour | 2026-11-28
fr | pas aujourd'hui | 2026-11-28
fr | pas avant ce matin | 2026-11-27
en | a week | 2026-12-04
en | not today | 2026-11-28
en | until this morning | 2026-11-27
"""


@pytest.mark.parametrize(("language", "text", "value"), lines(SAME))
def test_midnight_is_not_the_end_of_a_day(language: str, text: str, value: str) -> None:
    for now in (AT_NIGHT, THE_EVENING):
        assert values.read_until(text, language, now, ZONE) == value


@pytest.mark.parametrize(("language", "text", "value"), lines(CALENDAR))
def test_a_length_counts_from_the_calendar(language: str, text: str, value: str) -> None:
    assert values.read_until(text, language, AT_NIGHT, ZONE) == value


def test_by_day_this_morning_is_over() -> None:
    for now in (THE_EVENING, datetime(2026, 11, 27, 3, 0, tzinfo=UTC)):
        assert values.read_until("tot vanochtend", "nl", now, ZONE) is None


@pytest.mark.parametrize(
    ("language", "text", "at"),
    [
        ("nl", "morgen om 14u", datetime(2026, 11, 27, 13, 0, tzinfo=UTC)),
        ("fr", "vendredi à 14h", datetime(2026, 11, 27, 13, 0, tzinfo=UTC)),
        ("en", "tomorrow at 9", datetime(2026, 11, 27, 8, 0, tzinfo=UTC)),
        ("en", "today at 14:00", datetime(2026, 11, 27, 13, 0, tzinfo=UTC)),
        ("nl", "overmorgen om 10 uur", datetime(2026, 11, 28, 9, 0, tzinfo=UTC)),
    ],
)
def test_a_meeting_that_is_made_at_night(language: str, text: str, at: datetime) -> None:
    found = read_meeting(text, language, AT_NIGHT, ZONE)
    assert found is not None
    assert found.at == at


def test_entities_of_the_night() -> None:
    (entity,) = values.find("tot morgenochtend", "nl", AT_NIGHT, ZONE)
    assert entity.value == "2026-11-27"


def test_the_night_that_is_an_hour_longer() -> None:
    """Two o'clock comes twice on 25 October: both are the night to Sunday."""
    for hour in (0, 1, 2):
        now = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
        assert values.lived_day(now, ZONE) == date(2026, 10, 24)
    assert values.lived_day(datetime(2026, 10, 25, 3, 0, tzinfo=UTC), ZONE) == date(2026, 10, 25)
