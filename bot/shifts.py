"""When a volunteer is there, in own words: on or off, the hours of the week, days off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel.dates import get_day_names
from sqlalchemy import update

from bot import asking, coming, debriefs, duty, last_one, people, values, writing
from bot.channel import Button, Edit, Incoming, Say
from bot.dialogue.values import LOCALES, shown
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
    "Until when are you away? Write it in one message, for instance: until Monday, or: three days.",
)
AWAY_UNTIL = Text(
    "shifts/away", "No alerts up to and including {last}. They come again from {day}."
)
AWAY_TO = Text("shifts/away-to", "No alerts until {day}.")
AWAY_UNREAD = Text("shifts/away-unread", "I read no day to come in that. Write: until Monday.")
BUTTON_BACK = Text("shifts/button-back", "I am back")
BACK = Text("shifts/back", "Welcome back.")
LONGEST: Final = 366  # days away


async def turn(moment: Moment, volunteer: Person) -> None:
    """On duty or off, by one command. Who is away has no alerts: it turns them on."""
    said, asks = await _turned(moment, volunteer)
    row = await people.tell(moment, volunteer, said)
    if asks:
        await asking.stands(moment, volunteer, row, said.inline)


async def _turned(moment: Moment, volunteer: Person) -> tuple[Say, bool]:
    """The word to him, and whether it is a question."""
    row = await moment.session.get_one(Volunteer, volunteer.id)
    away = row.away_until is not None and row.away_until > moment.now
    if row.on_duty and not away:
        await _set(moment, volunteer, on_duty=False)
        off = moment.text(volunteer, OFF_DUTY)
        return Say(f"{off} {await coming.own_talks(moment, volunteer)}".rstrip()), False
    await _set(moment, volunteer, on_duty=True, away_until=None)
    on = moment.text(volunteer, AWAY_ENDS) + " " if away else ""
    question = await debriefs.question(moment, volunteer)
    hindered = await coming.hindered(moment, volunteer)
    if question is None and not hindered:
        return Say(on + moment.text(volunteer, ON_DUTY)), False
    on += moment.text(volunteer, ON_ALL_THE_SAME)
    if question is not None:
        return _before(on, question), True
    return Say(f"{on} {hindered}"), False


def _before(said: str, question: Say) -> Say:
    """The debrief that is owed, under a word of ours: no alert comes before its answer."""
    return replace(question, text=f"{said}\n\n{question.text}")


async def command(moment: Moment, volunteer: Person, what: str, words: str) -> Say | None:
    """`/hours` and `/away`, with the words behind them or in the next message."""
    if words:
        return await read(moment, volunteer, what, words)
    row = await moment.session.get_one(Volunteer, volunteer.id)
    if what == AWAY and row.away_until is not None and row.away_until > moment.now:
        away = await _away(moment, volunteer, row.away_until)
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
    end = values.end_of(found, zone)
    if (end.date() - values.lived_day(moment.now, zone)).days > LONGEST:
        return None
    midnight = datetime.combine(end, time(), zone)
    if "T" not in found and midnight > moment.now:
        end = midnight  # else 'tot morgen', said at one at night: until that night is over
    until = end.astimezone(moment.now.tzinfo)
    await _set(moment, volunteer, away_until=until)
    people.log(moment, "volunteer.away", actor=volunteer, about=volunteer.id)
    return await _away(moment, volunteer, until)


async def _away(moment: Moment, volunteer: Person, until: datetime) -> Say:
    ends = values.until_of(moment.house.local(until))
    day = shown("until", ends, volunteer.language)
    back = Button(moment.text(volunteer, BUTTON_BACK), "away:back")
    if "T" in ends:
        said = moment.text(volunteer, AWAY_TO, day=day)
    else:
        before = (date.fromisoformat(ends) - timedelta(days=1)).isoformat()
        last = shown("until", before, volunteer.language)
        said = moment.text(volunteer, AWAY_UNTIL, last=last, day=day)
    return Say(f"{said} {await coming.own_talks(moment, volunteer)}".rstrip(), inline=(back,))


async def back(moment: Moment, volunteer: Person, incoming: Incoming) -> None:
    """Earlier than planned. Nobody waits for another day any more."""
    begun = await writing.of(moment, volunteer)
    if begun is not None and begun[0] == AWAY:
        await writing.leave(moment, volunteer)
    await _set(moment, volunteer, away_until=None)
    said, question = moment.text(volunteer, BACK), await debriefs.question(moment, volunteer)
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
