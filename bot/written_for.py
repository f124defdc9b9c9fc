"""Which message of somebody's became which note, report, or word to all: so that a change of that
message finds it. Numbers and times alone, of the last few; what it said stands where it is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from bot import people
from bot.channel import Incoming
from bot.house import Moment
from bot.store.tables import Person

KEPT: Final = "_written"  # the fact that holds them, the oldest first
MOST: Final = 12
CHANGES: Final = timedelta(days=2)  # as long as Telegram lets a message be changed


class Written(NamedTuple):
    """`what` it was for, and `number` of that. `newest`: no later message was for the same."""

    what: str
    number: int
    newest: bool


async def note(moment: Moment, person: Person, incoming: Incoming, what: str, number: int) -> None:
    entry = f"{what}:{number}:{incoming.message_id or 0}:{int(moment.now.timestamp())}"
    entries = [*await _entries(moment, person), entry]
    await people.remember(moment, person, KEPT, " ".join(entries[-MOST:]))


async def find(moment: Moment, person: Person, message_id: int | None) -> Written | None:
    """What that message was for; None for any other message."""
    found: Written | None = None
    for entry in await _entries(moment, person):
        what, number, message, _ = entry.split(":")
        if message == str(message_id):
            found = Written(what, int(number), True)
        elif found is not None and (what, int(number)) == found[:2]:
            found = found._replace(newest=False)
    return found


async def _entries(moment: Moment, person: Person) -> list[str]:
    fact = (await people.facts_of(moment, person)).get(KEPT)
    since = int((moment.now - CHANGES).timestamp())
    entries = fact.value.split() if fact is not None else []
    return [one for one in entries if int(one.rpartition(":")[2]) > since]
