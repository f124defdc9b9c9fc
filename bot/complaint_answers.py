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
_FOR: Final = (
    r"(?:(?:nee|neen|non|no|ja|oui|yes|maar|mais|but|sorry|pardon) )*"
    r"(?:(?:het|dat|dit|t|da|c|ce|ca|cela|it|that|this|s) )*"
    r"(?:(?:is|was|est|etait|s|bedoeld|gewoon|juste|just|meant|stuur|geef|zeg|envoyez?|donnez?"
    r"|transmette[zs]?|dites?|send|give|tell|pass|het|dat|le|la|it|that|maar|door|on) )*"
    r"(?:voor|aan|naar|tegen|pour|a|for|to) (?:(?:de|l[ea]?|the) )?"
)
_MEANT: Final = (
    r"(?: (?:hoor|he|hein|bedoeld|natuurlijk|zelf|bien sur|meme|of course|himself|aub|svp|please))*"
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
    """'Voor Karim', 'c'était pour lui': whether he is meant or complained of is seen by a tap
    alone."""
    who = rf"(?:{spoken_of.called(name).pattern}|hem|haar|lui|elle|him|her)"
    return "?" not in text and re.fullmatch(rf"{_FOR}{who}{_MEANT}", plain(text)) is not None


def _any_of(names: Sequence[str]) -> str:
    return "|".join((_COORDINATION, *(spoken_of.called(name).pattern for name in names)))


def _whole(who: str) -> re.Pattern[str]:
    return re.compile(rf"{_SAY}(?:{who})(?: (?:{who}))*{_PLEASE}")
