"""What a resident's pause is: from when, until when, in the row of what she chose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot import people, values
from bot.house import Moment
from bot.store.tables import Person, Resident

ASKED = ("begin", "until")  # the facts of a question about one


async def take(moment: Moment, person: Person, row: Resident, said: Mapping[str, str]) -> None:
    """From the day `begin`, or now, until `until`, or until she asks. One that is over by now is
    none: it ended while she was asked."""
    start, end = (_instant(moment, said.get(key)) for key in ASKED)
    over = end is not None and end <= max(moment.now, start or moment.now)
    row.paused_until = None if over else end or people.FOREVER
    row.paused_from = None if over or start is None or start <= moment.now else start
    await forget_asked(moment, person)


async def end(moment: Moment, person: Person, row: Resident) -> None:
    """Also of one that has not begun."""
    row.paused_from = row.paused_until = None
    await forget_asked(moment, person)


async def forget_asked(moment: Moment, person: Person) -> None:
    for key in ASKED:
        await people.remember(moment, person, key, "")


def _instant(moment: Moment, day: str | None) -> datetime | None:
    if not day:
        return None
    return values.end_of(day, moment.house.zone).astimezone(moment.now.tzinfo)
