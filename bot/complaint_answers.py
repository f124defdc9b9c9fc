"""What her bare words say to 'who is your complaint for?'. Pure.

Only words that are wholly the answer tell coordinators. Where one is named beside anything else, a
'never', a question, she is asked again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot import spoken_of
from bot.dialogue.words import plain

_COORDINATION: Final = r"coordinat\w*"
_SAY: Final = (
    r"(?:(?:ja|oui|yes|ok|graag|liever|plutot|rather) )*"
    r"(?:(?:zeg|vertel|geef|stuur) (?:het|dit) (?:maar )?|(?:dis|dites)(?: le)? |tell (?:it )?)?"
    r"(?:(?:aan|voor|tegen|naar|bij|a|au|pour|to|for) )?"
    r"(?:(?:de|mijn|uw|la|le|l|ma|mon|the|my) )?"
)
_PLEASE: Final = (
    r"(?: (?:graag|aub|a u b|alstublieft|alsjeblieft|svp|stp|s il (?:vous|te) plait|please|thanks"
    r"|merci|dank u|bedankt|alleen|seulement|only))*"
)
_SHORT: Final = 8  # words of an answer


def for_coordinators(text: str, names: Sequence[str]) -> bool:
    """Whether coordinators are meant, and nothing else is said. `names`: theirs."""
    return "?" not in text and _whole(_any_of(names)).fullmatch(plain(text)) is not None


def about_coordinators(text: str, names: Sequence[str]) -> bool:
    """Whether they are named at all, in words that may be no yes: 'nooit aan de coördinator'."""
    typed = plain(text)
    if re.search(rf"\b{_COORDINATION}", typed):
        return True
    named = any(spoken_of.called(name).search(typed) for name in names)
    return named and len(typed.split()) <= _SHORT


def for_him(text: str, name: str) -> bool:
    """'Voor Karim': whether he is meant or complained of is seen by a tap alone."""
    typed = plain(text)
    words = ("voor", "aan", "naar", "pour", "a", "for", "to")
    return typed in {f"{word} {plain(name)}" for word in words}


def _any_of(names: Sequence[str]) -> str:
    return "|".join((_COORDINATION, *(spoken_of.called(name).pattern for name in names)))


def _whole(who: str) -> re.Pattern[str]:
    return re.compile(rf"{_SAY}(?:{who})(?: (?:{who}))*{_PLEASE}")
