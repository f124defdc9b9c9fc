"""What is kept about somebody, in words she can read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot import (
    accesses,
    appointments,
    consents,
    export,
    instants,
    mydata_dangers,
    mydata_facts,
    people,
    reviews,
    worry_contacts,
)
from bot.channel import Button, File
from bot.dialogue.names import VARIANTS
from bot.dialogue.values import shown
from bot.house import Moment
from bot.i18n import Text
from bot.rhythm import Pause
from bot.sanitise import units
from bot.store.tables import Consent, Fact, Handoff, Person
from bot.values import until_of
from bot.worry_texts import BUTTON_END

TEXT_FILE, JSON_FILE = "goeiedag.txt", "goeiedag.json"
LONGEST = 3000  # of what `/mydata` says: it stands in one message with a question that waits

AS_FILE = Text("mydata/button-file", "As a file")
IN_A_FILE = Text("mydata/in-a-file", "It is too long for a message. It is all in this file.")
TO_READ = Text("mydata/to-read", "All that I keep, to read.")
TO_PROGRAM = Text("mydata/to-program", "The same in full, for another program (JSON).")
KEPT = Text("mydata/kept", "This is what I keep about you:")
NAME = Text("mydata/name", "Name: {value}")
LANGUAGE = Text("mydata/language", "Language: {value}")
HOUR = Text("mydata/hour", "Hour of my greeting: {value}")
DAYS = Text("mydata/days", "Days: {value}")
SINCE = Text("mydata/since", "We know each other since {value}.")
ADDRESS = Text("mydata/address", "Form of address: {value}")
PLACE = Text("mydata/place", "Neighbourhood: {value}")
PAUSED = Text("mydata/paused", "No greetings until: {value}")
PAUSED_FROM = Text("mydata/paused-from", "No greetings from: {begin}, until: {value}")
PAUSED_FROM_OPEN = Text(
    "mydata/paused-from-open", "No greetings from: {begin}, until you ask for them."
)
PAUSED_OPEN = Text("mydata/paused-open", "No greetings until you ask for them.")
MEETING = Text("mydata/meeting", "You have an appointment with {name}: {value}")
CONSENT = {
    "checkins": Text("mydata/consent-checkins", "You said yes to my greetings on {value}."),
    "share": Text("mydata/consent-share", "On {value} you said yes to sharing with a person."),
    "keep_text": Text("mydata/consent-keep-text", "On {value} you said yes to keeping your words."),
    "worry": Text("mydata/consent-worry", "You chose a worry contact on {value}."),
    "handover": Text("mydata/consent-handover", "You said yes to passing on a note on {value}."),
    "meeting": Text("mydata/consent-meeting", "You said yes to an appointment on {value}."),
    "memory": Text(
        "mydata/consent-memory", "You said yes to my keeping some words, last on {value}."
    ),
    "questionnaires": Text(
        "mydata/consent-questionnaires", "On {value} you said yes to questions from a list."
    ),
    "learn": Text("mydata/consent-learn", "On {value} you said yes to helping me understand."),
}
WORRY = Text(
    "mydata/worry",
    "When I read nothing from you for {silence}, I tell {contact}. They then read: “{value}”",
)
KEPT_TO_LEARN = Text("mydata/kept-to-learn", "Kept to learn from, until {until}: “{value}”")
TO_SHARE = Text("mydata/to-share", "What you wanted to share with a person: “{value}”")
STOP_LEARNING = Text("mydata/button-stop-learning", "Stop learning from me")
STOPPED_LEARNING = Text(
    "mydata/stopped-learning",
    "I have stopped. What I kept of your messages to learn from is erased.",
)
NUMBER = Text("mydata/number", "Your own number here: {value}")
READ_BY = Text("mydata/read-by", "{name} read what you shared on {value}.")
READ_TALK = Text(
    "mydata/read-talk", "{name} read what you wrote in the talk with a person, from {value} on."
)
READ_NOTE = Text("mydata/read-note", "{name} read a note on a talk with you, on {value}.")
READ_REPORT = Text("mydata/read-report", "{name} read what you reported, on {value}.")
EXPORTED = Text("mydata/exported", "{name} put everything I keep about you in a file, on {value}.")
READ_BY_NOBODY = Text("mydata/read-by-nobody", "No person has read anything of you here.")
NO_WORDS = Text(
    "mydata/no-words", "I do not keep your messages. To have all of this erased: /forget."
)
NO_OTHER_WORDS = Text(
    "mydata/no-other-words",
    "I keep no other messages of yours. To have all of this erased: /forget.",
)


async def summary(moment: Moment, person: Person) -> str:
    """Everything that is kept, a line each, in her language."""
    row = await people.resident(moment, person)
    lines = [moment.text(person, KEPT)]

    def add(text: Text, name: str, value: str | None) -> None:
        if value:
            told = shown(name, value, person.language, person.address)
            lines.append("• " + moment.text(person, text, value=told))

    add(NUMBER, "", people.number_of(person.id))
    add(NAME, "name", person.name)
    add(LANGUAGE, "language", person.language)
    add(ADDRESS, "address", person.address if person.language in VARIANTS else None)
    add(PLACE, "", row.place)
    add(HOUR, "hour", row.hour)
    add(DAYS, "days", row.days if row.hour else None)
    add(SINCE, "", instants.dated(moment, person, person.created_at))
    lines += [f"• {line}" for line in _paused(moment, person, people.pause_of(row))]
    lines += [f"• {line}" for line in await _told(moment, person)]
    lines += [f"• {line}" for line in await _consents(moment, person)]
    lines += [f"• {line}" for line in await _meetings(moment, person)]
    lines += [f"• {line}" for line in await _worry(moment, person)]
    kept = await reviews.of(moment, person)
    for review in kept:
        until = instants.dated(moment, person, review.expires_at)
        told_so = moment.text(person, KEPT_TO_LEARN, until=until, value=review.text)
        lines.append(f"• {told_so}")
    shared = await _to_share(moment, person)
    lines += [f"• {line}" for line in shared]
    lines += [f"• {line}" for line in await mydata_dangers.lines(moment, person)]
    lines += [f"• {line}" for line in await _readers(moment, person)]
    lines.append("\n" + moment.text(person, NO_OTHER_WORDS if kept or shared else NO_WORDS))
    return "\n".join(lines)


def _paused(moment: Moment, person: Person, pause: Pause | None) -> list[str]:
    """The pause that is going on, or comes."""
    if pause is None or pause.end <= moment.now:
        return []
    start = _day(moment, person, pause.start) if pause.start and pause.comes(moment.now) else ""
    if pause.end >= people.FOREVER:
        return [moment.text(person, PAUSED_FROM_OPEN if start else PAUSED_OPEN, begin=start)]
    end = _day(moment, person, pause.end)
    return [moment.text(person, PAUSED_FROM if start else PAUSED, begin=start, value=end)]


def _day(moment: Moment, person: Person, at: datetime) -> str:
    """With the hour where one was said."""
    has_hour = "T" in until_of(moment.house.local(at))
    return (instants.on if has_hour else instants.dated)(moment, person, at)


async def buttons(moment: Moment, person: Person) -> tuple[Button, ...]:
    """A file of it all; and one tap takes back a yes: to learning, and to a worry contact."""
    found = []
    if await consents.standing(moment.session, person.id, consents.LEARN) is not None:
        found.append(Button(moment.text(person, STOP_LEARNING), "learn:stop"))
    if await worry_contacts.of(moment, person) is not None:
        found.append(Button(moment.text(person, BUTTON_END), "worry:end"))
    return (*found, Button(moment.text(person, AS_FILE), "data:file"))


async def fitting(moment: Moment, person: Person) -> tuple[str, tuple[File, ...]]:
    """What `/mydata` says; where that is more than fits in a message, the rest is a file."""
    told = await summary(moment, person)
    if units(told) <= LONGEST:
        return told, ()
    return moment.text(person, IN_A_FILE), (File(TEXT_FILE, told + "\n"),)


async def files(moment: Moment, person: Person) -> tuple[File, ...]:
    """Everything to keep: one file to read, one for another program."""
    return (
        File(TEXT_FILE, await summary(moment, person) + "\n", moment.text(person, TO_READ)),
        File(JSON_FILE, await export.as_json(moment, person), moment.text(person, TO_PROGRAM)),
    )


async def seen(moment: Moment, person: Person) -> str:
    """Who saw what of hers, and when: by name, or that nobody did."""
    names = await mydata_dangers.names_seen(moment, person)
    readers = await _readers(moment, person)
    nobody = moment.text(person, READ_BY_NOBODY)
    lines = names + [line for line in readers if not names or line != nobody]
    return "\n".join(f"• {line}" for line in lines)


async def _told(moment: Moment, person: Person) -> list[str]:
    rows = await moment.session.scalars(
        select(Fact).where(Fact.person_id == person.id).order_by(Fact.key)
    )
    library = await moment.house.library(moment.session)
    lines = (mydata_facts.line(moment, person, library, row) for row in rows)
    return [line for line in lines if line is not None]


async def _worry(moment: Moment, person: Person) -> list[str]:
    """Her worry contact, with the very words that would be told."""
    row = await worry_contacts.of(moment, person)
    if row is None:
        return []
    contact = await worry_contacts.called(moment, person, row)
    days = worry_contacts.days_of(row, person)
    return [moment.text(person, WORRY, silence=days, contact=contact, value=row.text)]


async def _to_share(moment: Moment, person: Person) -> list[str]:
    """The exact texts for a person that are still kept: offered, waiting, or in a talk."""
    rows = await moment.session.scalars(
        select(Handoff).where(Handoff.person_id == person.id).order_by(Handoff.id)
    )
    texts = (" ".join(row.text.split()) for row in rows if row.text)
    return [moment.text(person, TO_SHARE, value=text) for text in texts]


async def _meetings(moment: Moment, person: Person) -> list[str]:
    lines = []
    for row in await appointments.coming(moment, person_id=person.id):
        volunteer = await moment.session.get_one(Person, row.volunteer_id)
        value = appointments.told(moment, person, row)
        lines.append(moment.text(person, MEETING, name=volunteer.name or "…", value=value))
    return lines


async def _consents(moment: Moment, person: Person) -> list[str]:
    """Each yes that stands; the last one where it is given anew for the same thing."""
    rows = await moment.session.scalars(
        select(Consent)
        .where(Consent.person_id == person.id, Consent.withdrawn_at.is_(None))
        .order_by(Consent.id)
    )
    given = [row for row in rows if row.purpose in CONSENT]
    last = {row.purpose: row.id for row in given}
    return [
        moment.text(
            person, CONSENT[row.purpose], value=instants.dated(moment, person, row.given_at)
        )
        for row in given
        if row.purpose in consents.EACH or row.id == last[row.purpose]
    ]


async def _readers(moment: Moment, person: Person) -> list[str]:
    """Who saw what she shared, and who took everything out at the command line."""
    lines, organisation = [], moment.house.organisation
    for seen in await accesses.of(moment, person):
        day = instants.dated(moment, person, seen.at)
        if seen.what == accesses.SHARED_TEXT:
            name = seen.name or organisation  # a helper who was erased, or left without a name
            lines.append(moment.text(person, READ_BY, name=name, value=day))
        elif seen.what == accesses.TALK:
            name = seen.name or organisation
            lines.append(moment.text(person, READ_TALK, name=name, value=day))
        elif seen.what in (accesses.NOTE, accesses.HANDOVER):
            name = seen.name or organisation
            lines.append(moment.text(person, READ_NOTE, name=name, value=day))
        elif seen.what == accesses.REPORT:
            name = seen.name or organisation
            lines.append(moment.text(person, READ_REPORT, name=name, value=day))
        elif seen.what == accesses.EXPORT:
            lines.append(moment.text(person, EXPORTED, name=organisation, value=day))
    return lines or [moment.text(person, READ_BY_NOBODY)]
