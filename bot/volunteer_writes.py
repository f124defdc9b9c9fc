"""A volunteer's message that is for no resident: taken by what it was asked for."""

from __future__ import annotations

from bot import closing, people, writing
from bot.channel import Incoming, Kind, Say
from bot.house import Moment
from bot.store.tables import Handoff, Person


async def take(moment: Moment, volunteer: Person, incoming: Incoming) -> bool:
    """Whether the message was such a one. What is no text waits for words: it goes to nobody."""
    asked = await writing.of(moment, volunteer)
    if asked is None or incoming.kind is Kind.REACTION or incoming.edited:
        return False
    if incoming.kind is not Kind.TEXT:
        said = moment.text(volunteer, writing.IN_WORDS)
    else:
        await writing.end(moment, volunteer)
        said = await _kept(moment, volunteer, *asked, incoming.text)
    await people.tell(moment, volunteer, Say(said or moment.text(volunteer, writing.TOO_LATE)))
    return True


async def _kept(moment: Moment, volunteer: Person, what: str, number: int, words: str) -> str:
    """Returns the word to the volunteer; '' when it came too late."""
    handoff = await moment.session.get(Handoff, number, with_for_update=True)
    if handoff is not None and what in ("note", "handover"):
        return await closing.written(moment, volunteer, handoff, what, words)
    return ""
