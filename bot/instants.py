"""An instant in the words of the one who reads it: '14:00', 'tomorrow at 9:00', 'Thursday at …'."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.dialogue.values import date_text, shown
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Person
from bot.values import is_small_hours

TOMORROW = Text("instant/tomorrow", "tomorrow at {hour}")
ON_DAY = Text("instant/on-day", "{day} at {hour}")


def told(moment: Moment, reader: Person, instant: datetime) -> str:
    """Fits behind 'from', 'before' and 'at' in each language."""
    local, today = moment.house.local(instant), moment.house.local(moment.now).date()
    at = hour(moment, reader, instant)
    if local.date() == today:
        return at
    small = is_small_hours(moment.now, moment.house.zone)
    if local.date() == today + timedelta(days=1) and not small:  # else 'tomorrow' is this morning
        return moment.text(reader, TOMORROW, hour=at)
    near = local.date() < today + timedelta(days=7)
    pattern = "EEEE" if near else "EEEE d MMMM"
    day = date_text(local.date(), pattern, reader.language)
    return moment.text(reader, ON_DAY, day=day, hour=at)


def hour(moment: Moment, reader: Person, instant: datetime) -> str:
    """'14:00'."""
    return shown("hour", moment.house.local(instant).strftime("%H:%M"), reader.language)


def since(moment: Moment, reader: Person, instant: datetime) -> str:
    """A past instant, behind 'since': the hour of today, else the day."""
    local = moment.house.local(instant)
    if local.date() == moment.house.local(moment.now).date():
        return hour(moment, reader, instant)
    return date_text(local.date(), "EEEE", reader.language)


def day(moment: Moment, reader: Person, instant: datetime) -> str:
    """'26 November'."""
    return date_text(moment.house.local(instant).date(), "d MMMM", reader.language)


def dated(moment: Moment, reader: Person, instant: datetime) -> str:
    """'26 November 2027', for what is far away."""
    return date_text(moment.house.local(instant).date(), "long", reader.language)


def on(moment: Moment, reader: Person, instant: datetime) -> str:
    """In full, for what is kept: 'Thursday 8 October at 14:00'."""
    at, on_day = hour(moment, reader, instant), weekday(moment, reader, instant)
    return moment.text(reader, ON_DAY, day=on_day, hour=at)


def weekday(moment: Moment, reader: Person, instant: datetime) -> str:
    """'Thursday 8 October', which no later day is called for years."""
    local = moment.house.local(instant)
    return date_text(local.date(), "EEEE d MMMM", reader.language)
