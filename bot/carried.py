"""A gentle question of safety without an answer: what we say next carries it once more, in a
sentence below that answer and with its buttons. It is no second question, and not for words that a
person reads."""

from __future__ import annotations

from dataclasses import replace

from bot import concerns, handoffs, safeguard
from bot.house import Moment
from bot.numbers import texts_of
from bot.safety import gentle
from bot.safety import reply as replies
from bot.safety.reply import Reply
from bot.safety_asked import CARRIED, SENT_ON, UNANSWERED, Asked, standing
from bot.safety_facts import facts_of
from bot.store.tables import Handoff, Person


async def along(moment: Moment, person: Person) -> tuple[str, tuple[str, ...]]:
    """The sentence and the buttons; from then on it was carried. A bare yes is for what was asked
    last, and where that is in doubt she is asked."""
    if await handoffs.held(moment, person.id) is not None:
        return "", ()
    asked = await standing(moment, person, None)
    if asked is None or asked.stage not in CARRIED or asked.concern.answered_at is not None:
        return "", ()
    said, row = await _asks(moment, person, asked), asked.concern
    await safeguard.set_stage(moment, person, CARRIED[asked.stage], row.intent, row.id, asked.sent)
    return said.text, tuple(button.label for button in said.buttons)


async def again(moment: Moment, person: Person, asked: Asked) -> None:
    """The same as a message of its own, where she answered about another danger: it is what was
    asked last."""
    row, stage = asked.concern, CARRIED.get(asked.stage, asked.stage)
    sent = await safeguard.say(moment, person, await _asks(moment, person, asked))
    await safeguard.set_stage(moment, person, stage, row.intent, row.id, sent)


async def stands_on(
    moment: Moment, person: Person, asked: Asked, said: str, held: Handoff | None
) -> None:
    """What was asked beside the danger that she answered about is no answer to it, and is asked
    once more; but not below 'are you safe?' of yet another danger."""
    now, gently = await standing(moment, person, held), asked.stage in UNANSWERED
    if asked.concern.answered_at is not None or (now is not None and now.stage == "still"):
        return
    if gently and held is None:
        await again(moment, person, asked)
    elif gently or said in replies.OVER:
        row = asked.concern
        await safeguard.set_stage(moment, person, asked.stage, row.intent, row.id, asked.sent)


async def what_is_left(
    moment: Moment, person: Person, asked: Asked, said: str, held: Handoff | None
) -> None:
    """She was asked once more about a danger, over a gentle question that had come beside it: now
    that the danger is over that question is asked again, once."""
    over = said in replies.OVER and asked.concern.level == concerns.ACT and held is None
    if not over or await concerns.in_danger(moment, person):
        return
    row = await concerns.doubt_since(moment, person, asked.concern)
    if row is not None:
        await again(moment, person, replace(asked, stage="ask", concern=row))


async def _asks(moment: Moment, person: Person, asked: Asked) -> Reply:
    about = "sent_on" if asked.stage in SENT_ON else asked.concern.intent
    return gentle.carried(about, await facts_of(moment, person), texts_of(moment, person))
