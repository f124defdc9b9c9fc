"""How words answer a question: by its labels, by bare words, by the intents it expects."""

from __future__ import annotations

import re
from typing import Final

from bot.briefly import briefly
from bot.dialogue import asked, asked_when, distrust, presented, request_lines
from bot.dialogue.bare import BARE, BARE_WISHES
from bot.dialogue.fewer import FEWER as FEWER
from bot.dialogue.fewer import too_often
from bot.dialogue.intents import CHEER, SORROW, TELL_NAME
from bot.dialogue.introduced import introduced
from bot.dialogue.library import Library
from bot.dialogue.model import Dialogue, Step, choice_ref
from bot.dialogue.names import GRAVE, GREEDY, NEVER_GUESSED
from bot.dialogue.readers import read_address
from bot.dialogue.turns import Context, Reader
from bot.dialogue.whatever import is_whatever
from bot.dialogue.worded import worded
from bot.dialogue.words import plain
from bot.understanding import Understanding
from bot.values import schedules

_CLAUSES: Final = re.compile(
    r"[,.;:!]+\s*(?:(?:en|et|and|maar|mais|but)\s)?|\s(?:en|et|and)\s", re.IGNORECASE
)
# 'ah pardon oui', 'sorry toch ja'
_SORRY: Final = re.compile(r"\A(?:(?:ah?|oh?|och|euh?|uh|pardon|sorry|excuseer|toch|finalement) )+")
PRIOR: Final = 0.25  # an expected intent this likely, among the first TOP, is taken
TOP: Final = 3
CLEAR: Final = 0.5  # what counts as clear


def labelled(
    library: Library, dialogue: Dialogue, step: Step, understanding: Understanding
) -> str | None:
    """The choice whose label was typed, in any language or form of address."""
    typed = plain(understanding.text)
    raw = understanding.text.strip().casefold()
    for choice in step.choices:
        ref = choice_ref(dialogue.id, step.id, choice.id)
        for label in library.texts.all_of(ref):
            if (typed and typed == plain(label)) or raw == label.strip().casefold():
                return choice.id
    return None


def bare(text: str) -> str | None:
    """The intent of a bare yes, no or skip: these must work without any NLU."""
    typed = plain(text)
    said = (typed, _SORRY.sub("", typed))
    if request_lines.declines(typed):
        return "deny"
    found = next((name for name, words in BARE.items() if not words.isdisjoint(said)), None)
    return "skip" if found is None and request_lines.waives(typed) else found


@briefly
def wish(text: str, about: str = "", *, of_hours: bool = False) -> str | None:
    """The wish in a bare 'stop' or 'a person', or in plain words: heard in every state. `about`:
    what the question that stands is about; `of_hours`: it is about when to write."""
    typed = plain(text)
    found = bare_wish(text) or worded(typed, about)
    if found is None and of_hours and too_often(typed):
        return FEWER
    found = found or asked_when.beside(text)
    if found is None and text.rstrip().endswith("?"):  # 'c'est la police ?' asks, without it tells
        found = distrust.asks(f"est ce que {typed}")
    if found is None and (given := introduced(text)) and given.alone:
        return TELL_NAME
    return found or presented.wish(text)


def bare_wish(text: str) -> str | None:
    """The wish in a bare 'stop' or 'a person' alone: what is written for somebody else may ask for
    one in many words."""
    typed = plain(text)
    return next((intent for intent, words in BARE_WISHES.items() if typed in words), None)


def address_beside(text: str) -> str | None:
    """The form of address that is asked for beside something else: 'Marc, en zeg maar jij'."""
    for clause in _CLAUSES.split(text)[1:]:
        if worded(plain(clause)) == "change_address":
            return read_address(Understanding(clause, ""), Context())
    return None


def with_schedule(intent: str | None, heard: Understanding, context: Context) -> str | None:
    """'Begin again, but only on Saturday' is a wish about the days; there it is asked whether to
    begin. 'Every day is too much' is one for fewer messages where the model takes it for a wish
    about them."""
    if intent == "change_schedule" and too_often(plain(heard.text)):
        return FEWER
    reader = context.readers.get("schedule") if intent == "resume_contact" else None
    return "change_schedule" if reader and reader(heard, context) else intent


def schedule(text: str, language: str) -> str | None:
    """The wish in an hour or days where a message has nothing else: 'oui mais pas le dimanche'."""
    return "change_schedule" if schedules.alone(text, language) else None


def meant(dialogue: Dialogue, step: Step, understanding: Understanding) -> str | None:
    """The choice that the likeliest expected intent means, if it is likely enough.

    It must be the likeliest of all, and clear, where a choice gives consent or erases, and where
    the step takes free words: what was told is not to be cut off by a guess. What cannot be undone
    is never guessed. Where sorrow is the likeliest, nothing cheerful is taken behind it.
    """
    expected = asked.expects(step)
    ranked = understanding.ranking[:TOP]
    if not ranked and understanding.intent:
        ranked = ((understanding.intent, understanding.confidence),)
    for place, (intent, sure) in enumerate(ranked):
        if intent in expected and sure >= PRIOR:
            choice = expected[intent]
            if _does(dialogue, step, choice) in NEVER_GUESSED:
                return None
            clear = place == 0 and sure >= CLEAR
            sorrow = ranked[0][0] in SORROW and intent in CHEER
            careful = step.takes is not None or sorrow or _does(dialogue, step, choice) in GRAVE
            return choice if clear or not careful else None
    return None


def taken(step: Step, reader: Reader | None, heard: Understanding, context: Context) -> str | None:
    """The value that these words are. A bare yes is none where words are asked for, and 'whatever'
    is no name and no topic."""
    said = bare(heard.text)
    if step.takes in GREEDY and (said == "affirm" or _no_name(step, said, heard.text)):
        return None
    return reader(heard, context) if reader else None


def _no_name(step: Step, said: str | None, text: str) -> bool:
    return step.takes in ("name", "topic") and (said is not None or is_whatever(plain(text)))


def _does(dialogue: Dialogue, step: Step, choice_id: str) -> str | None:
    """The action to which a choice leads straight."""
    choice = step.choice(choice_id)
    target = dialogue.step(choice.then) if choice else None
    return target.do if target is not None else None
