"""When the next first word comes, and why one did not: the truth of the rows, in her words.

Read only where a dialogue says it: nobody asks this every day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Final

from sqlalchemy import select

from bot import contacts, greeting_texts, instants, people
from bot.dialogue.values import shown
from bot.due import last_of
from bot.house import Moment
from bot.i18n import Text
from bot.rhythm import DAYS, Verdict
from bot.store.tables import Contact, Person, Resident
from bot.values.past import past_day

AHEAD: Final = 40  # first words that are looked at: a loss quietens fourteen days
_WHY: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Verdict.STOPPED: greeting_texts.STOPPED,
        Verdict.NO_CONSENT: greeting_texts.STOPPED,
        Verdict.PAUSED: greeting_texts.PAUSED,
        Verdict.BLOCKED: greeting_texts.BLOCKED,
        Verdict.HANDOFF: greeting_texts.IN_TALK,
        Verdict.CALM: greeting_texts.GENTLY,
        Verdict.RESTS: greeting_texts.GENTLY,
        Verdict.STALE: greeting_texts.FAILED,
        Verdict.QUIET: greeting_texts.FAILED,
    }
)


async def told(moment: Moment, person: Person, _words: str) -> str:
    """'tomorrow at 9:00': the next one that will come, if all stays as it is."""
    row = await people.resident(moment, person)
    at = await _next(moment, person, row)
    if at is None:
        return moment.text(person, greeting_texts.NONE_PLANNED)
    return _when(moment, person, at, row.hour)


async def _next(moment: Moment, person: Person, row: Resident) -> datetime | None:
    """The first planned one that nothing known today will hold back. She is here: silence does
    not."""
    at = row.next_contact_at
    last = await last_of(moment.session, person.id)
    for _ in range(AHEAD):
        if at is None:
            return None
        calm = row.calm_until is not None and at < row.calm_until
        if not calm and moment.house.local(at).date() != last:
            return at
        at = await contacts.following(moment, person, row, at)
    return None


def _when(moment: Moment, person: Person, at: datetime, hour: str | None) -> str:
    """`hour`: as she chose it; what is planned is some minutes later."""
    local = moment.house.local(at)
    if hour is not None:
        local = datetime.combine(local.date(), time.fromisoformat(hour), moment.house.zone)
    said = instants.told(moment, person, local)
    if local.date() != moment.house.local(moment.now).date():
        return said
    return moment.text(person, greeting_texts.TODAY, hour=said)


async def lately(moment: Moment, person: Person, words: str) -> str:
    """What became of the first word of the day that she names, today where she names none."""
    row = await people.resident(moment, person)
    now = moment.house.local(moment.now)
    day = past_day(words, now.date())
    found = await _contact(moment, person, day)
    if found is not None and found.outcome == Verdict.YES:
        return moment.text(person, greeting_texts.WROTE, when=_past(moment, person, found.at))
    if found is not None:
        return moment.text(person, _WHY.get(Verdict(found.outcome), greeting_texts.FAILED))
    if DAYS[day.weekday()] not in row.days.split(","):
        name = shown("days", DAYS[day.weekday()], person.language)
        days = shown("days", row.days, person.language)
        return moment.text(person, greeting_texts.NOT_THAT_DAY, day=name, days=days)
    if day == now.date() and row.hour and now.strftime("%H:%M") < row.hour:
        hour = shown("hour", row.hour, person.language)
        return moment.text(person, greeting_texts.NOT_YET, hour=hour)
    return moment.text(person, greeting_texts.UNPLANNED)


async def _contact(moment: Moment, person: Person, day: date) -> Contact | None:
    """The one that was sent, else what was decided last."""
    rows = await moment.session.scalars(
        select(Contact)
        .where(Contact.person_id == person.id, Contact.local_date == day)
        .order_by(Contact.at)
    )
    found = list(rows)
    sent = [one for one in found if one.outcome == Verdict.YES]
    return next(iter(sent or found[-1:]), None)


def _past(moment: Moment, person: Person, at: datetime) -> str:
    if moment.house.local(at).date() == moment.house.local(moment.now).date():
        hour = instants.told(moment, person, at)
        return moment.text(person, greeting_texts.TODAY, hour=hour)
    return instants.on(moment, person, at)
