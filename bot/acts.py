"""Whether a volunteer says that he calls for help: 'beweeg niet, ik bel nu 112'. Pure, in each of
our languages. He is thanked then, not warned. A 'not' within it or at its end leaves it unsaid,
and so does a question."""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.words import plain

_HELP: Final = (
    r"(?: \w+){0,3}? (?:112|101|politie|ambulance|ziekenwagen|hulpdiensten|spoed|hulp"
    r"|police|secours|samu|urgences|emergency|help)\b"
)
_CALLS: Final = re.compile(
    rf"\bik(?: \w+){{0,2}}? (?:bel|verwittig|roep){_HELP}|\b(?:bel|verwittig|roep) ik{_HELP}"
    rf"|\bik (?:heb|ga|zal){_HELP}(?: \w+){{0,2}}? (?:bellen|gebeld|verwittigen|verwittigd)\b"
    r"|\b(?:hulp|ambulance|ziekenwagen|politie) (?:is onderweg|komt)\b"
    rf"|\bj (?:ai )?(?:\w+ )?(?:appelle|appele|prevenu){_HELP}"
    rf"|\bje (?:vais |viens d )?(?:appelle|appeler|previens|prevenir|telephone){_HELP}"
    r"|\b(?:secours|ambulance|police|aide) (?:arrivent?|viennent|vient)\b"
    r"|\bi(?: m| am| ll| will| ve| have)?(?: \w+){0,2}? (?:call|calling|called|phone|phoning)"
    rf"{_HELP}"
    r"|\b(?:help|ambulance|police) is (?:coming|on (?:its|the) way)\b"
)
_NOT: Final = re.compile(r"\b(?:niet|geen|nooit|pas|jamais|not|t|never)\b")
_NOT_AT_END: Final = re.compile(r" (?:niet|pas|not)$")
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]*")


def calls_help(text: str) -> bool:
    return any(_says_so(sentence) for sentence in _SENTENCE.findall(text))


def _says_so(sentence: str) -> bool:
    if "?" in sentence:
        return False
    words = plain(sentence)
    if _NOT_AT_END.search(words):
        return False
    return any(not _NOT.search(found[0]) for found in _CALLS.finditer(words))
