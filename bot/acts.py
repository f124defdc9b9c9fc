"""What a volunteer's words about danger are, where they are no danger of his. Pure, in each of our
languages.

He may say that he calls for help: 'beweeg niet, ik bel nu 112'. He is thanked then, not warned. A
'not' within it or at its end leaves it unsaid, and so does a question. He may ask the resident
whether she is hurt, and nothing else."""

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
_BEFORE: Final = (
    r"(?:(?:och|oh|o|ah|amai|oei|ai|ocharme|zeg|maar|mais|en|et|and|dear|no|(?:dag|bonjour|hello)"
    r"(?: \w+)?) )*"
)
_HURT: Final = re.compile(
    rf"{_BEFORE}(?:(?:hebt|heeft|heb|hebde) (?:u|ge|gij|je|jij)?(?: ?(?:zich|uzelf|jezelf|u|je|uw"
    r"|eigen|toch|niet|geen|erg|veel|nog|ergens|misschien))*"
    r" (?:(?:pijn|zeer)(?: gedaan)?|bezeerd|verwond|gekwetst|gesneden|verbrand|gestoten)"
    r"|(?:est ce que )?(?:vous vous etes|vous etes vous|tu t es|t es tu)(?: (?:pas|bien|tres))*"
    r" (?:fait (?:tres |du )?mal|blessee?|brulee?|coupee?)"
    r"|(?:est ce que )?(?:avez vous|vous avez|as tu|tu as)(?: (?:pas|tres|encore|toujours))* mal"
    r"|(?:did|have) you(?: (?:not|badly|perhaps))* (?:hurt|injured?|cut|burn(?:t|ed)?)"
    r"(?: (?:yourself|anything))?|are you(?: (?:badly|still))* (?:hurt|injured|in pain))"
    r"(?: (?:bij|met|in|aan|de|het|uw|je|val|en|a|dans|la|le|quelque|part|tombant|when|you|fell"
    r"|somewhere|ergens|toch|niet))*"
)
_OPENING: Final = re.compile(rf"{_BEFORE}\Z")


def asks_after_hurt(text: str) -> bool:
    """Whether this is a kind question to her, 'och, hebt u zich pijn gedaan?', and nothing else."""
    asked = False
    for sentence in _SENTENCE.findall(text):
        words = plain(sentence)
        if "?" in sentence and _HURT.fullmatch(words):
            asked = True
        elif words and not _OPENING.match(f"{words} "):
            return False
    return asked


def calls_help(text: str) -> bool:
    return any(_says_so(sentence) for sentence in _SENTENCE.findall(text))


def _says_so(sentence: str) -> bool:
    if "?" in sentence:
        return False
    words = plain(sentence)
    if _NOT_AT_END.search(words):
        return False
    return any(not _NOT.search(found[0]) for found in _CALLS.finditer(words))
