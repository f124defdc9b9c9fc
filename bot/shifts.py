"""When a volunteer is there, in own words: on or off, the hours of the week, days off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel.dates import get_day_names
from sqlalchemy import update

from bot import asking, coming, debriefs, duty, last_one, people, resting, routing, values, writing
from bot.channel import Button, Edit, Incoming, Say
from bot.dialogue.values import LOCALES, shown
from bot.duty_words import Wish
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Person, Volunteer

HOURS, AWAY = "hours", "away"
ON_DUTY = Text("volunteer/on-duty", "You are on duty. You get alerts. /duty turns them off.")
ON_ALL_THE_SAME = Text("volunteer/on-all-the-same", "You are on duty.")
AWAY_ENDS = Text("volunteer/away-ends", "You are no longer away.")
OFF_DUTY = Text("volunteer/off-duty", "You are off duty. No alerts. /duty turns them on again.")
ASK_HOURS = Text(
    "shifts/ask-hours",
    "{now}\nWhen are you there? Write it in one message, for instance: "
    "Monday and Thursday from 9 to 12. Or: always.",
)
HOURS_ARE = Text("shifts/hours", "Your hours:\n{hours}\nOutside of them no alert comes.")
NO_HOURS = Text("shifts/no-hours", "You have no fixed hours: alerts come while you are on duty.")
HOURS_UNREAD = Text(
    "shifts/hours-unread", "I read no hours in that. Write: Monday and Thursday from 9 to 12."
)
ASK_AWAY = Text(
    "shifts/ask-away",
    "When are you away? Write it in one message, for instance: until Monday, three days, or: from "
    "Monday until Friday.",
)
AWAY_UNTIL = Text(
    "shifts/away", "No alerts up to and including {last}. They come again from {day}."
)
AWAY_TO = Text("shifts/away-to", "No alerts until {day}.")
AWAY_DAY = Text("shifts/away-day", "No alerts on {last}. They come again from {day}.")
AWAY_FROM = Text(
    "shifts/away-from",
    "No alerts from {begin} up to and including {last}. They come again from {day}.",
)
AWAY_FROM_TO = Text("shifts/away-from-to", "No alerts from {begin} until {day}.")
AWAY_UNREAD = Text(
    "shifts/away-unread",
    "I do not read until when in that. Write for instance: until Monday, or: from Monday until "
    "Friday.",
)
AWAY_BEFORE = Text(
    "shifts/away-before",
    "You are away already, until {day}, and I keep one time away. Tell me the next one when you "
    "are back.",
)
AWAY_REPLACED = Text(
    "shifts/away-replaced", "This takes the place of the time away from {begin} that you told me."
)
TODAY_UNKEPT = Text(
    "shifts/today-unkept",
    "I keep one time away, so today is not noted, and alerts may come. /duty turns them off, until "
    "/duty turns them on again.",
)
BUTTON_STAY = Text("shifts/button-stay", "I am there after all")
STAYS = Text("shifts/stays", "All right, you are not going away.")
BUTTON_BACK = Text("shifts/button-back", "I am back")
BACK = Text("shifts/back", "Welcome back.")
BACK_AGAIN: Final = "away:back"  # the data of either button
LONGEST: Final = 366  # days away


async def turn(moment: Moment, volunteer: Person, on: bool | None = None) -> None:
    """On duty or off. `on`: which he wishes; None: the other one. Who is away has no alerts: one
    command turns them on."""
    said, asks = await _turned(moment, volunteer, on)
    row = await people.tell(moment, volunteer, said)
    if asks:
        await asking.stands(moment, volunteer, row, said.inline)


async def wished(moment: Moment, volunteer: Person, wish: Wish) -> None:
    """In own words. Of today alone it is a day away."""
    said = await _today(moment, volunteer) if wish is Wish.TODAY else None
    if said is not None:
        await people.tell(moment, volunteer, said)
    else:
        await turn(moment, volunteer, on=wish is Wish.ON)


async def _today(moment: Moment, volunteer: Person) -> Say | None:
    """Days off that he told before stay: today is joined to what begins by its end, and is not
    noted where they begin later. None where he is off duty, or away for longer, already."""
    row = await moment.session.get_one(Volunteer, volunteer.id)
    today, until = values.lived_day(moment.now, moment.house.zone), row.away_until
    end = _over(moment, (today + timedelta(days=1)).isoformat())
    if not row.on_duty or (_is_away(moment, row) and until is not None and until >= end):
        return None
    if until is None or until <= moment.now:
        return await _goes(moment, volunteer, row, moment.now, end)
    if row.away_from is not None and row.away_from > end:
        kept, unkept = _planned(moment, volunteer, row), moment.text(volunteer, TODAY_UNKEPT)
        return Say(f"{kept} {unkept}")
    return await _goes(moment, volunteer, row, moment.now, max(until, end))


async def _turned(moment: Moment, volunteer: Person, on: bool | None) -> tuple[Say, bool]:
    """The word to him, and whether it is a question."""
    row = await moment.session.get_one(Volunteer, volunteer.id)
    away = _is_away(moment, row)
    if on is None:
        on = away or not row.on_duty
    if not on and row.on_duty and away:  # it ends by itself
        return Say(await coming.hindered(moment, volunteer)), False
    if not on:
        await _set(moment, volunteer, on_duty=False)
        off = moment.text(volunteer, OFF_DUTY)
        return Say(f"{off} {await coming.own_talks(moment, volunteer)}".rstrip()), False
    ended = {"away_from": None, "away_until": None} if away else {}
    await _set(moment, volunteer, on_duty=True, **ended)
    lead = moment.text(volunteer, AWAY_ENDS) + " " if away else ""
    question = await debriefs.question(moment, volunteer)
    hindered = await coming.hindered(moment, volunteer)
    planned = _planned(moment, volunteer, row)
    if question is None and not hindered:
        return Say(f"{lead}{moment.text(volunteer, ON_DUTY)} {planned}".rstrip()), False
    lead = f"{lead}{moment.text(volunteer, ON_ALL_THE_SAME)} {planned}".rstrip()
    if question is not None:  # the debrief that is owed: no alert comes before its answer
        return replace(question, text=f"{lead}\n\n{question.text}"), True
    return Say(f"{lead} {hindered}"), False


def _is_away(moment: Moment, row: Volunteer) -> bool:
    return routing.covers(row.away_from, row.away_until, moment.now)


def _planned(moment: Moment, volunteer: Person, row: Volunteer) -> str:
    """The days off that are to come; '' where none are."""
    if row.away_from is None or row.away_until is None or row.away_from <= moment.now:
        return ""
    return _days_off(moment, volunteer, row.away_until, row.away_from)


async def command(moment: Moment, volunteer: Person, what: str, words: str) -> Say | None:
    """`/hours` and `/away`, with the words behind them or in the next message."""
    if words:
        return await read(moment, volunteer, what, words)
    row = await moment.session.get_one(Volunteer, volunteer.id)
    if what == AWAY and row.away_until is not None and row.away_until > moment.now:
        away = await _away(moment, volunteer, row)
        other = f"{away.text}\n\n{moment.text(volunteer, ASK_AWAY)}"
        await writing.begin(moment, volunteer, what, 0, other, away.inline)
        return None
    now = _told(moment, volunteer, duty.parse(row.hours))
    asked = moment.text(volunteer, ASK_HOURS if what == HOURS else ASK_AWAY, now=now)
    await writing.begin(moment, volunteer, what, 0, asked)
    return None


async def read(moment: Moment, volunteer: Person, what: str, words: str) -> Say | None:
    """None where it could not be read and is asked once more."""
    said = await (_hours if what == HOURS else _days)(moment, volunteer, words)
    if said is None:
        unread = moment.text(volunteer, HOURS_UNREAD if what == HOURS else AWAY_UNREAD)
        await writing.begin(moment, volunteer, what, 0, unread)
    return said


async def _hours(moment: Moment, volunteer: Person, words: str) -> Say | None:
    spans = duty.read(words, volunteer.language)
    if spans is None:
        return None
    await _set(moment, volunteer, hours=[str(span) for span in spans])
    people.log(moment, "volunteer.hours", actor=volunteer, about=volunteer.id)
    return Say(_told(moment, volunteer, spans))


def _told(moment: Moment, volunteer: Person, spans: tuple[duty.Span, ...]) -> str:
    names = get_day_names("wide", locale=LOCALES[volunteer.language])
    lines = [f"{names[span.day]} {span.start:%H:%M}-{span.end:%H:%M}" for span in spans]
    if not lines:
        return moment.text(volunteer, NO_HOURS)
    return moment.text(volunteer, HOURS_ARE, hours="\n".join(lines))


async def _days(moment: Moment, volunteer: Person, words: str) -> Say | None:
    zone: ZoneInfo = moment.house.zone
    found = values.read_away(words, volunteer.language, moment.now, zone)
    if found is None:
        return None
    start = _midnight(moment, found.start) if found.start else moment.now
    far = values.end_of(found.end, zone).date() - values.lived_day(moment.now, zone)
    if far.days > LONGEST:
        return None
    end = _over(moment, found.end)
    row = await moment.session.get_one(Volunteer, volunteer.id)
    replaced = ""
    if _is_away(moment, row) and row.away_until is not None and start > moment.now:
        if start > row.away_until:
            day = shown("until", _day(moment, row.away_until), volunteer.language)
            return Say(moment.text(volunteer, AWAY_BEFORE, day=day))
        start, end = moment.now, max(end, row.away_until)
    elif row.away_from is not None and _planned(moment, volunteer, row) and row.away_from != start:
        begin = shown("begin", _day(moment, row.away_from), volunteer.language)
        replaced = moment.text(volunteer, AWAY_REPLACED, begin=begin)
    said = await _goes(moment, volunteer, row, start, end)
    return replace(said, text=f"{said.text} {replaced}".rstrip())


def _over(moment: Moment, day: str) -> datetime:
    """Where days off end. 'Tot morgen', said at one at night: once that night is over."""
    midnight = _midnight(moment, day)
    if midnight > moment.now:
        return midnight
    return values.end_of(day, moment.house.zone).astimezone(moment.now.tzinfo)


def _midnight(moment: Moment, day: str) -> datetime:
    """Where a day begins for alerts: who is away on it is so from midnight on."""
    at = values.end_of(day, moment.house.zone)
    if "T" not in day:
        at = datetime.combine(at, time(), moment.house.zone)
    return at.astimezone(moment.now.tzinfo)


async def _goes(
    moment: Moment, volunteer: Person, row: Volunteer, start: datetime, end: datetime
) -> Say:
    later = start if start > moment.now else None
    await _set(moment, volunteer, away_from=later, away_until=end)
    await last_one.leaves_at(moment, volunteer, later)
    people.log(moment, "volunteer.away", actor=volunteer, about=volunteer.id)
    return await _away(moment, volunteer, row)


def _day(moment: Moment, at: datetime) -> str:
    return values.until_of(moment.house.local(at))


async def _away(moment: Moment, volunteer: Person, row: Volunteer) -> Say:
    """`row`: with days off, of now or to come."""
    comes = not _is_away(moment, row)
    label = BUTTON_STAY if comes else BUTTON_BACK
    until = row.away_until or moment.now
    said = _days_off(moment, volunteer, until, row.away_from if comes else None)
    said = f"{said} {await coming.own_talks(moment, volunteer)}".rstrip()
    return Say(said, inline=(Button(moment.text(volunteer, label), BACK_AGAIN),))


def _days_off(moment: Moment, volunteer: Person, until: datetime, start: datetime | None) -> str:
    """`start`: None where they have begun."""
    ends, begins = _day(moment, until), _day(moment, start) if start is not None else ""
    day = shown("until", ends, volunteer.language)
    begin = shown("begin", begins, volunteer.language)
    if "T" in ends:
        text = AWAY_FROM_TO if begins else AWAY_TO
        return moment.text(volunteer, text, begin=begin, day=day)
    before = (date.fromisoformat(ends) - timedelta(days=1)).isoformat()
    text = AWAY_UNTIL if not begins else AWAY_DAY if begins == before else AWAY_FROM
    last = shown("until", before, volunteer.language)
    return moment.text(volunteer, text, begin=begin, last=last, day=day)


async def back(moment: Moment, volunteer: Person, incoming: Incoming) -> None:
    """Earlier than planned, or not away after all. Nobody waits for another day any more."""
    begun = await writing.of(moment, volunteer)
    if begun is not None and begun[0] == AWAY:
        await writing.leave(moment, volunteer)
    planned = _planned(moment, volunteer, await moment.session.get_one(Volunteer, volunteer.id))
    await _set(moment, volunteer, away_from=None, away_until=None)
    said = moment.text(volunteer, STAYS if planned else BACK)
    question = await debriefs.question(moment, volunteer)
    if question is None:
        said += " " + await coming.told(moment, volunteer)
    if incoming.message_id is not None:
        await people.tell(moment, volunteer, Edit(incoming.message_id, said), "answer")
    if question is not None:
        await asking.ask(moment, volunteer, question, "alert")


async def _set(moment: Moment, volunteer: Person, **columns: Any) -> None:
    async with last_one.watched(moment):
        await moment.session.execute(
            update(Volunteer)
            .where(Volunteer.person_id == volunteer.id)
            .values(**columns)
            .execution_options(synchronize_session="fetch")
        )
    if columns.get("on_duty"):
        await resting.ends(moment, volunteer)
