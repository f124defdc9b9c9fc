"""A gentle question of safety without an answer: what we say next carries it once more, in a
sentence below that answer and with its buttons. It is no second question, and not for words that a
person reads."""

from __future__ import annotations

from dataclasses import replace

from bot import handoffs, safeguard
from bot.danger_ends import Step
from bot.house import Moment
from bot.numbers import texts_of
from bot.safety import gentle
from bot.safety import reply as replies
from bot.safety.reply import Reply
from bot.safety_asked import CARRIED, SENT_ON, UNANSWERED, Asked, standing
from bot.safety_facts import facts_of
from bot.safety_stage import set_stage
from bot.store.tables import Concern, Handoff, Person


async def along(moment: Moment, person: Person) -> tuple[str, tuple[str, ...]]:
    """The sentence and the buttons; from then on it was carried. A bare yes is for what was asked
    last, and where that is in doubt she is asked."""
    if await handoffs.held(moment, person.id) is not None:
        return "", ()
    asked = await standing(moment, person, None)
    if asked is None or asked.stage not in CARRIED or asked.concern.answered_at is not None:
        return "", ()
    said, row = await _asks(moment, person, asked), asked.concern
    await set_stage(moment, person, CARRIED[asked.stage], row.intent, row.id, asked.sent)
    return said.text, tuple(button.label for button in said.buttons)


async def again(moment: Moment, person: Person, asked: Asked) -> None:
    """The same as a message of its own, where she answered about another danger: it is what was
    asked last."""
    row, stage = asked.concern, CARRIED.get(asked.stage, asked.stage)
    sent = await safeguard.say(moment, person, await _asks(moment, person, asked))
    await set_stage(moment, person, stage, row.intent, row.id, sent)


async def after(
    moment: Moment, person: Person, asked: Asked, step: Step, said: str, held: Handoff | None
) -> None:
    """A gentle question is asked once more where her answer was about another danger, and where one
    had stood beside a danger that is over now; but not below 'are you safe?' of yet another."""
    now = await standing(moment, person, held)
    if now is not None and now.stage == "still":
        return
    if step.of != asked.concern.id and asked.concern.answered_at is None:
        gently = asked.stage in UNANSWERED
        if gently and held is None:
            await again(moment, person, asked)
        elif gently or said in replies.OVER:
            row = asked.concern
            await set_stage(moment, person, asked.stage, row.intent, row.id, asked.sent)
    elif step.carries is not None and held is None:
        row = await moment.session.get_one(Concern, step.carries)
        await again(moment, person, replace(asked, stage="ask", concern=row))


async def _asks(moment: Moment, person: Person, asked: Asked) -> Reply:
    about = "sent_on" if asked.stage in SENT_ON else asked.concern.intent
    return gentle.carried(about, await facts_of(moment, person), texts_of(moment, person))
