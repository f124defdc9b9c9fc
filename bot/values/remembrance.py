"""Whether a message is about somebody who died a while ago: the grave, a candle, an age that was
never reached. The model takes flowers on a grave for a nice event, and 'he would have been eighty'
for good news or for nothing much."""

from __future__ import annotations

import re
from typing import Final

from bot.values.plain import plain

_WORDS: Final = re.compile(
    r"\b(?:kerkhof|begraafplaats|sterfdag|strooiweide|columbarium"
    r"|(?:het|zijn|haar|hun|op|naar|aan) graf(?:je)?|graf van"
    r"|kaars(?:je|ke)?s? (?:(?:voor [a-z ]{2,20})?(?:gebrand|aangestoken|branden|aansteken)|voor "
    r"(?:hem|haar|mijn))|(?:brand|steek)(?:de|t)? (?:een|n|'n) kaars(?:je|ke)?"
    r"|zou(?:den)?\b[^.!?]{0,40}\b(?:geworden (?:zijn|geweest)|jarig (?:zijn|geweest)|jaar zijn)"
    r"|cimetieres?|(?:sur|a|devant) (?:la|sa|leur) tombe"
    r"|(?:bougie|cierge|messe) (?:pour (?:lui|elle|mon|ma|mes)|en (?:sa )?memoire)"
    r"|aurai(?:t|ent) (?:eu|fete|fait)\b[^.!?]{0,20}\b(?:ans|anniversaire)"
    r"|aurait ete (?:son|l') ?anniversaire|anniversaire de (?:sa mort|son deces|son depart)"
    r"|cemetery|graveyard|(?:his|her|their|the|[a-z]+'s) grave|(?:lit|light|lighted) a candle for"
    r"|would(?: have|'ve) (?:been|turned)\b[^.!?]{0,30}\b(?:birthday|today|tomorrow|[0-9]{2}"
    r"|(?:six|seven|eigh|nine)ty[a-z-]*)|anniversary of (?:his|her|their) death)\b",
    re.ASCII,
)


def tells_of_remembrance(text: str) -> bool:
    """Takes any text."""
    return _WORDS.search(plain(text).text) is not None
