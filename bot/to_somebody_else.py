"""What words say to 'shall I ask someone else to talk with you?'. Pure; it works without the
language model too.

A wish for somebody else is the yes to it. Nobody is sent away by a no that may be about another
thing, and nobody is rung for 'he lives with someone else now': in doubt it is asked back.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bot.dialogue.answers import CLEAR, bare
from bot.dialogue.words import plain
from bot.understanding import Understanding


class Said(StrEnum):
    YES = "yes"
    NO = "no"
    BACK = "back"  # to be asked back


_PERSON: Final = r"(?:mens|persoon|vrijwillig\w+|personne|benevole|person|volunteer)\b"
_POLITE: Final = (
    r"(?:graag|aub|dan|maar|hoor|alstublieft|alsjeblieft|svp|s il (?:vous|te) plait|alors"
    r"|volontiers|please|then|merci|dank u|bedankt|thanks|thank you)"
)
# 'een andere' may be another day, hour or doctor: it ends its clause, or says that it is a person.
_ELSE: Final = re.compile(
    r"\b(?:iemand anders|ander iemand|quelqu un d autre|(?:some|any) ?(?:one|body) else"
    r"|(?:nen? ander(?:e|en)?|een andere?|une? autres?|another(?: one)?)"
    rf"(?= {_PERSON}|(?: {_POLITE})*$))"
)
_WISHES: Final = re.compile(
    r"\b(?:ja|jawel|graag|liever|wil|wou|zou|mag|vraag|vragen|stuur|sturen|doe maar|laat|goed|fijn"
    r"|oui|veux|voudrais|aimerais|volontiers|plaisir|plutot|demande[zr]?|envoye[zr]|envoie|bien"
    r"|plait|svp|aub|alstublieft|alsjeblieft"
    r"|yes|yeah|want|like|d like|please|ask|send|rather|prefer|lovely|nice|good|fine|get me)\b"
)
_NOT: Final = re.compile(
    r"\b(?:nee|neen|niet|nie|geen|nooit|non|pas|plus|jamais|no|not|don t|dont|never|without)\b"
)
_BEGINS_NO: Final = re.compile(r"(?:(?:och|ah|oh|mais|maar|but) )*(?:nee|neen|non|no|nope)\b")
_BEGINS_YES: Final = re.compile(r"(?:(?:och|ah|oh|allez) )*(?:ja|jaja|jawel|oui|ouais|yes|yeah)\b")
_BUT: Final = re.compile(r"\b(?:maar|mais|but|wie|qui|who)\b(?! graag)")
_CLAUSE: Final = re.compile(r"[.!?;,\n]+")
_FEW: Final = 4  # words, among which 'iemand anders' stands for a wish by itself
_SHORT: Final = 8  # words of a yes in other words


def said_to(text: str, read: Understanding, *, last: bool) -> Said | None:
    """`last`: nothing else was said to her since, so that a yes or a no alone is for this. None: it
    is for the bot, as ever."""
    clauses = [plain(part) for part in _CLAUSE.split(text)]
    named = [one for one in clauses if _ELSE.search(one)]
    if named:
        wished = any(_is_wish(one) for one in named) or _BEGINS_YES.match(plain(text))
        doubt = "?" in text or _BEGINS_NO.match(plain(text)) or any(map(_NOT.search, named))
        if wished and not doubt:
            return Said.YES
        asks = doubt and len(text.split()) <= _SHORT
        return Said.BACK if wished or last or asks else None
    return _alone(plain(text), read) if last else None


def _is_wish(clause: str) -> bool:
    return len(clause.split()) <= _FEW or _WISHES.search(clause) is not None


def _alone(typed: str, read: Understanding) -> Said | None:
    alone = bare(typed)
    if alone == "affirm":
        return Said.YES
    if alone in ("deny", "skip"):
        return Said.NO
    clear = read.confidence >= CLEAR
    yes = _BEGINS_YES.match(typed) or (clear and read.intent == "affirm")
    if yes and len(typed.split()) <= _SHORT:
        return Said.BACK if _BUT.search(typed) or _NOT.search(typed) else Said.YES
    no = _BEGINS_NO.match(typed) or (clear and read.intent == "deny")
    return Said.BACK if yes or no else None
