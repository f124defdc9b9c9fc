"""What a resident sends that is no text: nobody sees or hears it, and the bot says so."""

from __future__ import annotations

from collections.abc import Sequence

from bot import conversations, people, questions, readings, standing, voices
from bot.channel import Incoming, Kind, Say
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Person
from bot.understanding import Understanding

CANNOT_SEE = Text(
    "media/cannot-see",
    "Thank you for sending this. I am a machine and cannot see or hear it. "
    "Would you tell me in words? With /human I ask a person for you.",
)
PERSON = frozenset({"request_human"})  # a voice message is answered with that button itself


async def answer(
    moment: Moment,
    person: Person,
    together: Sequence[Incoming],
    understanding: Understanding | None,
) -> None:
    """A voice message cannot be understood and may be anything: 112 and a person, at once."""
    incoming = together[-1]
    await _note(moment, person, together, understanding)
    if incoming.kind is Kind.VOICE:
        buttons = await questions.buttons(moment, person, without=PERSON)
        await voices.cannot_listen(moment, person, buttons)
    elif understanding is not None and incoming.text:
        await conversations.hear(moment, person, understanding, incoming.message_id)
    elif incoming.kind in (Kind.PHOTO, Kind.VIDEO):
        await conversations.aside(moment, person, "picture")
    elif incoming.kind is Kind.STICKER:
        await conversations.aside(moment, person, "sticker")
    else:
        await people.tell(moment, person, Say(moment.text(person, CANNOT_SEE)))


async def _note(
    moment: Moment, person: Person, together: Sequence[Incoming], heard: Understanding | None
) -> None:
    """How the caption was read, also where no dialogue hears it: by that a change is known."""
    row = (await standing.whereabouts(moment, person)).row
    readings.note(row, together, heard or Understanding("", person.language))
    await standing.stand(moment, row, row.position or {}, row.question_id)
