"""The first words of somebody new: which language they are in, and what they say.

Who is asked for a language may simply write in it. That is the answer, and what she wrote is heard
too: beside the question that follows, which she has not read yet and so cannot have answered.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.dialogue import answers, asked
from bot.dialogue.answering import Answer
from bot.dialogue.intents import ANSWERS, DOUBTFUL, WISHES
from bot.dialogue.library import Library
from bot.dialogue.model import Dialogue, Step
from bot.dialogue.names import OWN_LANGUAGE, PARTING
from bot.dialogue.readers import READERS
from bot.dialogue.turns import Act, Await, Context, Effect, Ended, Position, Said, Say, Turn
from bot.dialogue.walk import Walk
from bot.understanding import Understanding

# The welcome says all this by itself, and more: it is not said twice in one message.
TOLD: Final = ANSWERS | {
    "ask_bot_identity",
    "ask_help",
    "ask_privacy",
    "ask_simpler",
    "change_language",
    "goodbye",
    "greet",
    "skip",
}
A_FEW: Final = 3  # words: a greeting, and nothing to thank for


def language(
    library: Library, position: Position | None, understanding: Understanding, context: Context
) -> str | None:
    """The language in which these words are to be answered, where that is what was asked."""
    place = library.place(position)
    if place is None or place[1].takes != OWN_LANGUAGE:
        return None
    reader = context.readers.get(OWN_LANGUAGE) or READERS[OWN_LANGUAGE]
    return reader(understanding, context)


def heard(
    library: Library,
    position: Position,
    place: tuple[Dialogue, Step],
    said: Said,
    context: Context,
) -> Turn | None:
    """The turn of words that tell in which language to go on; None where none is clear, or where
    a button was meant."""
    dialogue, step = place
    spoken = language(library, position, said.understanding, context)
    if spoken is None:
        return None
    if said.answers and answers.labelled(library, dialogue, step, said.understanding):
        return None
    walk = Walk(library, context, position)
    walk.because("taken", OWN_LANGUAGE)
    chosen = walk.take_value(dialogue, step, spoken)
    return followed(library, chosen, Said(said.understanding, answers=False), context)


def followed(library: Library, first: Turn, said: Said, context: Context) -> Turn:
    """A turn that led to a question, and in the same message what comes of words that were not
    written in answer to it."""
    place = library.place(first.position)
    if first.position is None or place is None:
        return first
    after = replace(context, facts=first.facts, turn=first.position.turn)
    unread = replace(first.position, asked_in="")
    second = heard(library, unread, place, said, after)
    if second is None:
        second = _Beside(library, unread, place, said, after).turn()
    return _joined(first, second)


class _Beside(Answer):
    """First words beside a question. A guess must be a clear one: nothing was said before that
    could bear it out."""

    def _stray(self) -> Turn | None:
        intent, words = self.understanding.intent, len(self.understanding.text.split())
        story = words > asked.FEW or intent in WISHES or intent in DOUBTFUL.values()
        enough = asked.SURE if story else asked.CERTAIN
        if intent in TOLD or self.understanding.confidence < enough:
            return None
        return super()._stray()

    def _not_understood(self) -> Turn:
        words = len(self.understanding.text.split())
        if words <= A_FEW or self.understanding.intent in TOLD:
            return self._ask_alone()
        return super()._not_understood()


def _joined(first: Turn, second: Turn) -> Turn:
    """One turn of two: what led up to the question, what comes of her words, and the question.
    Where something graver is asked first, the question waits. Where something was done that ends a
    talk, that stands alone."""
    asked_for = [place for place, effect in enumerate(first.effects) if isinstance(effect, Say)]
    question = first.effects[asked_for[-1]]
    silent = tuple(e for e in first.effects if not isinstance(e, Say | Await))
    lead = tuple(e for e in first.effects if e is not question and not isinstance(e, Await))
    here, there = first.position, second.position
    why = second.why if second.why.rule not in ("early", "") else first.why
    why = replace(why, trail=first.why.trail + second.why.trail)
    if here and there and (here.dialogue, here.step) == (there.dialogue, there.step):
        return replace(second, effects=(*lead, *second.effects), why=why)
    parting = any(isinstance(e, Act) and e.name in PARTING for e in second.effects)
    if there is None and not parting:
        waits: tuple[Effect, ...] = tuple(e for e in first.effects if isinstance(e, Await))
        said = tuple(e for e in second.effects if not (isinstance(e, Ended) and e.cut))
        return Turn(here, (*lead, *said, question, *waits), second.facts, why)
    told = () if parting else tuple(e for e in lead if isinstance(e, Say))
    return replace(second, effects=(*silent, *second.effects, *told), why=why)
