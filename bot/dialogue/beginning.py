"""Beginning a dialogue by words that may hold its first answer."""

from __future__ import annotations

from bot.dialogue.intents import TELL_NAME
from bot.dialogue.model import Dialogue
from bot.dialogue.names import GREEDY
from bot.dialogue.turns import Turn
from bot.dialogue.walk import Walk
from bot.understanding import Understanding


def begin_said(walk: Walk, dialogue: Dialogue, understanding: Understanding) -> Turn:
    """Begin a dialogue by words that may hold its first answer: 'a pause until Monday'."""
    step = walk.entry(dialogue)
    told = walk.rule == "wish" and walk.by == TELL_NAME
    if step is not None and step.takes and (told or step.takes not in GREEDY):
        reader = walk.reader(step.takes)
        value = reader(understanding, walk.context) if reader else None
        if value:
            return walk.take_value(dialogue, step, value)
    walk.understood()
    walk.go(dialogue, dialogue.first.id)
    return walk.turn()
