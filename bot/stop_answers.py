"""Her own words to 'shall I stop sharing?', where a bare yes or no is not all she writes: 'ja, stop
maar', 'non continuez'. In doubt it is neither, and she is asked again."""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue import enough
from bot.dialogue.enough_words import NEG, STOP
from bot.dialogue.words import plain
from bot.wishes import DECLINES, NO, NODS, YES

_YES: Final = "|".join(sorted(YES - NODS))
_NO: Final = "|".join(sorted(NO - DECLINES))
_SOFT: Final = r"(?: (?:maar|gerust|toch|nu|dan))*"
_POLITE: Final = (
    r"(?: (?:hoor|aub|alstublieft|alsjeblieft|dank u|svp|merci|please|thanks"
    r"|s il (?:vous|te) plait))*"
)
# That it may be done, without saying what.
_DO: Final = re.compile(
    rf"(?:{_YES})(?: (?:doet?(?: dat)?{_SOFT}|graag|allez y|vas y|faites(?: le)?|fais le"
    rf"|(?:please )?do(?: it| that)?|go ahead))?{_POLITE}"
)
_GO_ON: Final = re.compile(
    rf"(?:{_NO}) (?:(?:gaa?t?|doet?){_SOFT} (?:door|verder|voort){_SOFT}"
    rf"|niet stoppen|stop{_SOFT} niet|blijf{_SOFT} delen"
    r"|(?:(?:vous pouvez|tu peux) )?continue[zr]?|(?:n )?arrete[zr]? pas"
    rf"|go on|carry on|continue|keep (?:going|sharing)|(?:do not|don t) stop){_POLITE}"
)


def stops(text: str, name: str) -> bool:
    """`name`: of whoever reads along."""
    words = plain(text).split()
    if not words or "?" in text:
        return False
    if _DO.fullmatch(" ".join(words)):
        return True
    hers = STOP.intersection(words) and not enough.of_another(text, name)
    sure = words[0] in YES - NODS or hers
    denied = words[0] in NO or NEG.intersection(words)
    return bool(sure and not denied and enough.said(text, name) is not None)


def goes_on(text: str) -> bool:
    return "?" not in text and _GO_ON.fullmatch(plain(text)) is not None
