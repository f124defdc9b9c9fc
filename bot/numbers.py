"""The numbers that can be called now: for a resident, and for whoever else is worried."""

from __future__ import annotations

from collections.abc import Sequence

from bot import concerns
from bot.acts import asks_after_hurt, calls_help
from bot.channel import Say
from bot.house import Moment
from bot.i18n import Text
from bot.people import tell
from bot.safety import Concern
from bot.safety import reply as replies
from bot.safety.helplines import Helpline, choose
from bot.safety_facts import bare
from bot.store.tables import Person

NUMBERS = Text("safety/numbers", "You can call, when you want to:")
VOLUNTEER_NOTE = Text(
    "safety/volunteer",
    "What you sent may be about danger. In danger to life, yours or theirs: call {emergency}. "
    "This is for you too: you can call the numbers yourself, and /heavy reaches the coordinator.",
)

ACTS = Text(
    "safety/volunteer-acts",
    "Good that you act. The numbers, if you need them. /heavy reaches the coordinator.",
)


def texts_of(moment: Moment, person: Person) -> replies.Texts:
    return moment.house.translate(person.language, person.address)


def lines_for(moment: Moment, person: Person, kind: str) -> list[Helpline]:
    local = moment.house.local(moment.now)
    return choose(moment.house.helplines, kind, person.language, local)


async def to_volunteer(
    moment: Moment, volunteer: Person, concern: Concern, said: Sequence[str]
) -> bool:
    """A volunteer's own words may be about danger too: numbers for them, at once. Who says that he
    calls for help is thanked; a question to her whether she is hurt is no danger. Returns whether
    it is one."""
    if all(asks_after_hurt(words) for words in said):
        return False
    acts = any(calls_help(words) for words in said)
    note = moment.text(volunteer, ACTS if acts else VOLUNTEER_NOTE)
    await show(moment, volunteer, concern, note)
    return True


async def show(moment: Moment, reader: Person, concern: Concern, note: str) -> None:
    """The numbers that are open now, under a note, for somebody who is no resident."""
    said = told(moment, reader, concern.intent)
    await tell(moment, reader, Say(f"{note}\n{said}"), "crisis")


def told(moment: Moment, reader: Person, kind: str) -> str:
    lines, texts = lines_for(moment, reader, kind), texts_of(moment, reader)
    return replies.numbers(reader.language, lines, bare(moment), texts)


async def again(moment: Moment, person: Person) -> str:
    """The numbers once more, where safety spoke in these weeks: the reply may have been deleted."""
    row = await concerns.at_hand(moment, person)
    if row is None:
        return ""
    said = told(moment, person, row.intent)
    return f"{moment.text(person, NUMBERS)}\n{said}"
