"""'De eerste', 'la deuxième', 'the later one', 'neither': which of two hours that stand on buttons.

The whole message says that, normalised (see `words.plain`).
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.whatever import is_whatever

_THE: Final = r"(?:de|het|t|la|le|l|the|om|op|a|at)"
_LEAD: Final = (
    r"(?:(?:ja|oui|yes|ok|oke|doe|doet|maar|dan|neem|liever|liefst|graag|plutot|prenez|prends"
    r"|rather|i prefer|je prefere|ik verkies) )*"
)
_TAIL: Final = (
    r"(?: (?:uur|heure|hour|one|dan|maar|van de twee|des deux|of the two|aub|alstublieft"
    r"|alsjeblieft|graag|svp|s il (?:vous|te) plait|please|merci|bedankt|dank u|thanks?))*"
)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{words}){_TAIL}")


_FIRST: Final = _whole(rf"(?:{_THE} )*(?:eerste|premiere?|first)")
_SECOND: Final = _whole(rf"(?:{_THE} )*(?:tweede|deuxieme|seconde?)")
_EARLIER: Final = _whole(r"(?:de|het) vroegste?|la plus tot|the earli(?:er|est)")
_LATER: Final = _whole(r"(?:de|het) latere?|la plus tard|the lat(?:er|est)")
_LAST: Final = _whole(r"(?:de|het|t) laatste?|la derniere|le dernier|the last")
_EITHER: Final = _whole(
    r"either(?: one| of them)? (?:is|s|would be) (?:fine|good|ok|okay)(?: (?:for|with|by) me)?"
    r"|both are (?:fine|good|ok|okay)|(?:allebei|beide)(?: (?:is|zijn))? (?:goed|ok|oke)"
    r"|les deux (?:me (?:vont|conviennent)|sont (?:bien|bons|bonnes))"
)
_NEITHER: Final = re.compile(
    r"(?:(?:nee|neen|non|no) )?(?:geen(?: een)? van (?:de twee|beide|allebei|die twee)"
    r"|aucune? des deux|ni l une? ni l autre|(?:neither|none)(?: of (?:them|the two|these|those))?)"
    rf"{_TAIL}"
)


def is_neither(typed: str) -> bool:
    return _NEITHER.fullmatch(typed) is not None


def told_apart(two: tuple[str, ...], typed: str) -> str | None:
    """The one that is meant; the first where it is all the same to her. Where the first on the
    buttons is the later, 'the last' may be either."""
    first, last = two[0], two[-1]
    if _FIRST.fullmatch(typed) or is_whatever(typed) or _EITHER.fullmatch(typed):
        return first
    if _SECOND.fullmatch(typed) or (_LAST.fullmatch(typed) and first < last):
        return last
    if _EARLIER.fullmatch(typed):
        return min(two)
    return max(two) if _LATER.fullmatch(typed) else None
