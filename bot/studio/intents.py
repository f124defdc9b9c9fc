"""What a message can mean, in the groups in which a coordinator looks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.dialogue.erasing import ERASE_ALL
from bot.dialogue.intents import CRISES, INTENTS, WISHES, WORDED
from bot.dialogue.whatever import WHATEVER

# As on the page of intents: safety, wishes, what is told and felt, and the rest of a talk.
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "wishes": tuple(sorted(WISHES & INTENTS)),
    "told": tuple(sorted(one for one in INTENTS if one.startswith(("tell_", "feel_", "mood_")))),
    "talk": (
        *("affirm", "deny", "skip", "thank", "greet", "goodbye", "smalltalk"),
        *("ask_clarify", "complain", "out_of_scope"),
    ),
    "safety": tuple(sorted(CRISES)),
}
# What can begin a dialogue, and what can be an answer: plain words of a wish too.
STARTS: Final = {**GROUPS, "wishes": tuple(sorted((WISHES & INTENTS) | WORDED))}
ANSWERS: Final = {**STARTS, "talk": (*GROUPS["talk"], WHATEVER, ERASE_ALL)}
