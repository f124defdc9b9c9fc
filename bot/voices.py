"""A voice message may be anything, and nobody hears it here: an honest word, 112 and a person."""

from __future__ import annotations

from bot import concerns, safeguard, safety_stage
from bot.concerns import CALM, STANDS
from bot.house import Moment
from bot.numbers import lines_for, texts_of
from bot.safety import reply as replies
from bot.safety_facts import facts_of
from bot.store.tables import Person


async def cannot_listen(moment: Moment, person: Person, also: tuple[str, ...] = ()) -> None:
    """A voice message may be anything: an honest word, 112 and the offer of a person, at once.

    `also`: the buttons of the question that stands, which can still be answered.
    """
    lines = lines_for(moment, person, replies.MEDICAL)
    facts = await facts_of(moment, person)
    said = replies.voice(person.language, lines, facts, texts_of(moment, person))
    sent = await safeguard.say(moment, person, said, also)
    row = await concerns.last(moment.session, person.id)
    if row is None or row.answer in CALM or moment.now - row.at > STANDS:
        row = await concerns.write(moment, person, replies.MEDICAL, "ask", answer="voice")
    elif await _waits_for_answer(moment, person):
        return  # it can still be answered
    await safety_stage.set_stage(moment, person, "heard", replies.MEDICAL, row.id, sent)


async def _waits_for_answer(moment: Moment, person: Person) -> bool:
    """Whether a question stands that she has not answered."""
    row = await safety_stage.about(moment, person)
    return row is not None and row.answered_at is None and moment.now - row.at < STANDS
