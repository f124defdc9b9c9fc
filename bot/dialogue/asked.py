"""What a question asks for, and which guesses of the model count beside an answer to it.

The model reads each message by itself. It does not know what was asked: to it 'Annie' is a no, 'ma
soeur' a loss and 'bof' a mood. Where it is asked how somebody is, all that is welcome. Where a yes,
an hour or a name is asked for, a guess at something else must be a sure one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.dialogue.called import is_name, read_name
from bot.dialogue.erasing import ERASE_ALL, is_yes, narrows
from bot.dialogue.intents import DOUBTFUL, FORGET_PART, WISHES
from bot.dialogue.model import Step
from bot.dialogue.names import GREEDY, OWN_LANGUAGE, VERBATIM
from bot.dialogue.readers import is_phrase
from bot.dialogue.whatever import WHATEVER, is_whatever
from bot.dialogue.words import plain
from bot.understanding import Understanding

SURE: Final = 0.6  # a wish this sure is heard above a weak expected answer or a greedy reader
CERTAIN: Final = 0.9  # how sure a guess must be that takes a few words for something else
BESIDE: Final = 3  # words beside a name that may be a wish: 'mijn naam is Frans' has none
FEW: Final = 6  # words, which say little to who does not know the question
_FELT: Final = ("feel_", "tell_", "mood_low", "mood_neutral")
_TOLD: Final = ("feel_", "tell_", "mood_")  # what is no wish and no question
# Answered in a line or two, after which the question comes back: no harm in a guess.
_REPLIED: Final = frozenset(
    {"ask_help", "ask_bot_identity", "ask_privacy", "ask_clarify", "greet", "thank", "smalltalk"}
    | {"out_of_scope"}
)
_ASIDE: Final = frozenset({"ask_clarify", "smalltalk", "out_of_scope", "greet"})
_A_DEATH: Final = re.compile(
    r"(?:over |about )?(?:de |het |la |le |l |the |his |her )?"
    r"(?:dood|overlijden|verlies|mort|deces|perte|death|loss) (?:van|de|du|d|of)\b"
)
_LEAVES: Final = frozenset({"stop_contact", "delete_data", "request_human"})
_ASKS: Final = WISHES | {DOUBTFUL["stop_contact"], FORGET_PART}  # of the bot


def listens(step: Step) -> bool:
    """Whether it asks how somebody is, or for whatever is to be told."""
    expected = (intent for choice in step.choices for intent in choice.means)
    return step.takes == "text" or any(intent.startswith(_FELT) for intent in expected)


def is_told(intent: str) -> bool:
    """Whether it is a story, and no wish and no question."""
    return intent.startswith(_TOLD)


def may_offer(step: Step, intent: str) -> bool:
    """Whether a reading may stand beside a question's own answers. 'I am worn out' is no answer to
    'at what hour?': what was told is offered where it is asked, and by `unclear`. None is where
    it is not known yet in which language she would read it."""
    if step.takes == OWN_LANGUAGE:
        return False
    return listens(step) or not is_told(intent)


def is_value(step: Step) -> bool:
    """Whether it asks for a value that can be told from other words: an hour, days, a date."""
    return step.takes is not None and step.takes not in GREEDY


def is_answer(step: Step, text: str) -> bool:
    """Whether these words are what was asked for, to whoever knows the question: a name, a few
    words for somebody or something, or the very words that somebody else is to read."""
    if step.takes == "name":
        return is_name(text)
    if step.takes == "topic":
        return is_phrase(text)
    return step.takes == VERBATIM


def names_a_death(step: Step, text: str) -> bool:
    """Whether a death is what is not to be raised, and no news: 'the death of my husband'."""
    return step.takes == "topic" and _A_DEATH.match(plain(text)) is not None


def heard(step: Step, understanding: Understanding) -> Understanding:
    """What was understood, without the guesses where the words are what was asked for."""
    if not is_answer(step, understanding.text) or _leaves(step, understanding):
        return understanding
    return replace(understanding, intent=None, confidence=0.0, ranking=())


def _leaves(step: Step, understanding: Understanding) -> bool:
    """'Zulma, and never write to me again': beside her name she may say that she goes. 'Call me
    Zulma' is a wish for a person to a model, and none."""
    if step.takes != "name" or understanding.intent not in _LEAVES - {"request_human"}:
        return False
    name = read_name(understanding, None) or ""
    beside = len(understanding.text.split()) - len(name.split())
    return understanding.confidence >= CERTAIN and beside >= BESIDE


def plainly(step: Step, intent: str | None, text: str) -> str | None:
    """The choice that plain words mean, which need no model: a yes, a no, 'choose for me', or what
    is said to a question about erasing. A bare 'goed' erases nothing: she may have read the
    question, and no more."""
    expected = expects(step)
    typed = plain(text)
    erases = expected.get(ERASE_ALL)
    if intent in expected and expected[intent] != erases:
        return expected[intent]
    if FORGET_PART in expected and narrows(typed):
        return expected[FORGET_PART]
    if erases is not None and is_yes(text, typed):
        return erases
    return expected[WHATEVER] if WHATEVER in expected and is_whatever(typed) else None


def expects(step: Step) -> dict[str, str]:
    """The intents that this question expects, with the choice that each means."""
    return {intent: choice.id for choice in reversed(step.choices) for intent in choice.means}


def comes_first(step: Step, understanding: Understanding) -> bool:
    """Whether a clear wish to the bot is heard before any words are taken as the answer."""
    intent, sure = understanding.intent, understanding.confidence
    if step.takes == "topic" and not is_answer(step, understanding.text):
        return intent not in expects(step) and sure >= SURE  # 'tell me a joke' is nothing to keep
    if step.takes == "text" and intent in _ASIDE:  # 'what do you mean?' is no story
        return sure >= CERTAIN and len(understanding.text.split()) <= FEW
    if intent not in _ASKS or intent in expects(step):
        return False
    if is_value(step):  # 'om de twee dagen' is a pause to the model
        return intent in _LEAVES and sure >= CERTAIN
    return sure >= SURE


def is_clear(step: Step, understanding: Understanding) -> bool:
    """Whether a guess at something else than what was asked for may be followed. Who writes a story
    is heard in any case; a few words must be a clear one."""
    intent = understanding.intent
    if step.takes == OWN_LANGUAGE:  # in no language that is clear, a guess is worth little
        return comes_first(step, understanding)
    if intent in _REPLIED or listens(step):
        return True
    if len(understanding.text.split()) > FEW:
        return True
    return understanding.confidence >= (SURE if intent in _ASKS else CERTAIN)
