"""The day that somebody lives in. It ends when she goes to sleep, and not at midnight: 'tomorrow',
said at one at night, is the morning that is coming.

A day that is named counts from the day lived in: 'tot vrijdag' on the night to Friday is that
Friday, and not a week of silence. A length ('een dag') and 'today' count from the calendar, since a
pause of some hours by night is none. Nothing is asked back: the answer names the weekday and the
date, and so can be corrected.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

#: Before this hour it is still the night of the day before. No greeting comes before it either.
DAY_BEGINS: Final = time(4)


def is_small_hours(now: datetime, zone: ZoneInfo) -> bool:
    """Whether midnight is past and the night is not."""
    return now.astimezone(zone).time() < DAY_BEGINS


def lived_day(now: datetime, zone: ZoneInfo) -> date:
    """The date of the day lived in. `now` is aware."""
    today = now.astimezone(zone).date()
    return today - timedelta(days=1) if is_small_hours(now, zone) else today


def begin_of(day: date, zone: ZoneInfo) -> datetime:
    """The instant at which a day begins, after the night before it."""
    return datetime.combine(day, DAY_BEGINS, zone)
