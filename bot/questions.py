"""The question of a dialogue that stands: its buttons, and which words are an answer to it."""

from __future__ import annotations

from bot import outbox
from bot.channel import Incoming
from bot.dialogue import asked, two_hours
from bot.dialogue.answers import bare, labelled
from bot.dialogue.model import choice_ref
from bot.house import Moment
from bot.standing import Whereabouts, whereabouts
from bot.store.tables import Person
from bot.understanding import Understanding


async def answers(moment: Moment, person: Person, text: str) -> bool:
    """Whether a text is a button of the question that stands."""
    return is_button(await whereabouts(moment, person), text)


async def takes(moment: Moment, person: Person, text: str) -> bool:
    """Whether it is one, or a bare word that the question has an answer for."""
    at = await whereabouts(moment, person)
    place = at.library.place(at.position)
    if place is None:
        return False
    return is_button(at, text) or asked.plainly(place[1], bare(text), text) is not None


def is_button(at: Whereabouts, text: str) -> bool:
    place = at.library.place(at.position)
    if place is None:
        return False
    label = labelled(at.library, *place, Understanding(text, ""))
    named = label is not None or text.strip() in _hours(at)
    return named or at.library.by_reading(text) is not None


async def offered(moment: Moment, person: Person, incoming: Incoming) -> bool:
    """Whether a message is a button of the question that stands, which had reached her before."""
    at = await whereabouts(moment, person)
    reached = await outbox.delivered_as(moment.session, at.row.question_id)
    place = at.library.place(at.position)
    if place is None or at.position is None or reached is None:
        return False
    if (incoming.message_id or 0) <= reached:
        return False
    if labelled(at.library, *place, Understanding(incoming.text, "")) is not None:
        return True
    if incoming.text.strip() in _hours(at):
        return True
    read = at.library.by_reading(incoming.text)
    return read is not None and not set(at.position.readings).isdisjoint(read.start.intents)


async def buttons(
    moment: Moment, person: Person, without: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The buttons of the question that stands, for a message that comes in between. `without`:
    wishes for which that message has a button of its own."""
    at = await whereabouts(moment, person)
    place = at.library.place(at.position)
    choices = [c for c in place[1].choices if without.isdisjoint(c.means)] if place else []
    refs = [choice_ref(place[0].id, place[1].id, c.id) for c in choices] if place else []
    find = at.library.texts.find
    labels = [find(ref, person.language, person.address) for ref in refs]
    return (*_hours(at), *labels)


def _hours(at: Whereabouts) -> tuple[str, ...]:
    """The two hours on its buttons, where it asks which of them she means."""
    return two_hours.among(at.position.readings) if at.position is not None else ()
