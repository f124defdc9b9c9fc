"""'I am home from hospital': told of her own health, whatever the model makes of those words. It
takes them for a chat, for good news, or for a habit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.dialogue.words import plain
from bot.understanding import Understanding

HEALTH: Final = "tell_health"
SURE: Final = 0.9
_HOUSE: Final = (
    r"(?:ziekenhuis|hospitaal|kliniek|revalidatie|spoed|hopital|hosto|clinique|revalidation"
    r"|hospital|rehab)"
)
_HOME: Final = re.compile(
    rf"\b(?:ik|k) (?:ben|mocht|kom|was)\b.*\b(?:thuis\w*|terug|buiten|ontslagen) (?:\w+ ){{0,2}}?"
    rf"(?:van|uit) (?:het |t |de )?{_HOUSE}\b"
    rf"|\b(?:ik|k) (?:ben|mocht|kom)\b.*\buit (?:het |t |de )?{_HOUSE}\b"
    r"|\bje (?:(?:suis|viens de) (?:\w+ ){0,2}?(?:rentree?|revenue?|sortie?|rentrer|sortir)"
    rf"|reviens|rentre|sors) (?:\w+ ){{0,2}}?(?:de|du|d) (?:l |la )?{_HOUSE}\b"
    r"|\bi (?:am|m|was|came|come|got|have|ve|just) (?:\w+ ){0,3}?(?:home|back|out|discharged)"
    rf" (?:\w+ ){{0,2}}?(?:from|of) (?:the |a )?{_HOUSE}\b"
)
_LONGEST: Final = 25  # words
# Anything else than these is what the model understood, and stays.
_MISREAD: Final = frozenset(
    {None, "smalltalk", "tell_positive_event", "tell_substance_use", "out_of_scope", "mood_good"}
    | {"mood_neutral", "thank", "tell_practical_problem"}
)


def heard(understanding: Understanding) -> Understanding:
    """What was understood; where she came home from hospital, that it is about her health."""
    if understanding.intent not in _MISREAD:
        return understanding
    typed = plain(understanding.text)
    if "?" in understanding.text or len(typed.split()) > _LONGEST or not _HOME.search(typed):
        return understanding
    ranking = ((HEALTH, SURE), *understanding.ranking)
    return replace(understanding, intent=HEALTH, confidence=SURE, ranking=ranking)
