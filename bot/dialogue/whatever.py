"""'It is all the same to me, you choose': heard where a choice has `means: [whatever]`.

Few words, normalised (see `words.plain`), and the whole message must be made of them: 'tout m'est
égal' is no answer to a question, and stays with the model and with safety.
"""

from __future__ import annotations

import re
from typing import Final

WHATEVER: Final = "whatever"
LONGEST: Final = 80  # characters

_DUTCH: Final = r"""
(?:dat |da |t )?(?:is |s )?(?:mij |me |my )?(?:allemaal |al )?SAME(?: wanneer| wat)?
(?:eender|gelijk|om t even|om het even) (?:wanneer|wat|welke?)(?: dag| uur)?
(?:dat )?maakt (?:mij |me |my )?(?:toch |allemaal )?(?:niet|niks|nie)s? uit
(?:dat )?(?:maakt|speelt) (?:toch )?geen (?:verschil|rol)|dat doet er niet toe
(?:kies|beslis|zeg) (?:maar|gij|jij|u|het|t|zelf|gerust|iets|wat)(?: maar| zelf| iets)*
(?:zoals|wanneer|gelijk|wat|als|lijk) (?:u|ge|gij|je|jij) (?:het |t |zelf |best |maar )*WISH
(?:wanneer|zoals|als) (?:het|t|dat) (?:u |je |jou |best )*(?:past|uitkomt|schikt)
(?:alles|altijd)(?: is)?(?: goed)?
(?:dat |da |ik )?weet (?:ik )?(?:het |t |dat )?(?:nog |echt |eigenlijk )?(?:niet|nie)
ik zou het (?:echt )?niet weten|(?:ik heb )?geen (?:idee|voorkeur|gedacht)
"""
_FRENCH: Final = r"""
(?:ca |cela )?(?:m est|est) (?:bien )?egal|(?:c est )?(?:egal|pareil|kif kif)
peu (?:m )?importe(?: quand| l heure| le jour)?|(?:ca n a )?(?:pas d|aucune) importance
n importe(?: (?:quand|comment|lequel|laquelle|quelle? \w+))?
(?:c est )?(?:comme|quand|ce que) (?:vous|tu|ca) (?:vous |t |te )?SUITS
(?:choisi(?:ssez|s|t)|decide[sz]?)(?: (?:pour moi|vous|toi|meme|donc))*
(?:c est )?a (?:vous|toi) (?:de (?:voir|choisir|decider|dire))?
(?:j(?:e)? )?(?:ne |n )?sais pas(?: trop| encore| du tout| moi)?|(?:je n |j )en sais rien
(?:je n ai )?(?:aucune|pas d) idee|(?:sans|aucune|pas de) preference|tout me (?:va|convient)
"""
_ENGLISH: Final = r"""
(?:whenever|whatever|whichever)EASY|either|any(?: one)?
any ?time(?: (?:is|s) (?:fine|ok|okay|good)| you (?:like|want))?
(?:i )?(?:do not|don t|dont) (?:mind|care|know)|dunno|no (?:idea|preference)
not (?:sure|fussed|bothered)|(?:you|u) (?:choose|pick|decide|say)|(?:it s |that s )?up to you
(?:it |that )?(?:does not|doesn t|doesnt) matter|(?:it s )?all the same
no matter|(?:it )?makes no (?:odds|difference)
"""
_PARTS: Final = {
    "SAME": "(?:gelijk|eender|om het even|t zelfde)",
    "WISH": "(?:wilt?|wilde|wild|denkt?|verkiest|goed vindt|vindt|past|schikt|tijd hebt)",
    "SUITS": "(?:voulez|veux|preferez|preferes|pouvez|peux|sentez|sens|va|arrange|convient|plait"
    "|(?:avez|as|aurez|auras) le temps)",
    "EASY": "(?: (?:you|u|is|it|suits|works|like|want|think|prefer|choose|fine|good|easiest|best"
    "|for|time|day))*",
}
_AROUND: Final = (
    r"(?:ja|nee|neen|oui|non|yes|no|ok|oke|och|oh|bah|bof|ah|allez|well|mm|hm|zeg|toe|doe|dan"
    r"|alors|then|hoor|ze|zu|zenne|zulle|hein|he|merci|dank u|dank je|bedankt|thanks?|thank you"
    r"|svp|aub|please|alstublieft|s il (?:vous|te) plait|voor mij|pour moi|moi|mij|to me|really"
    r"|echt|vraiment|maar|mais|but|en|et|and)"
)


def _compiled() -> re.Pattern[str]:
    lines = "|".join(f"{_DUTCH.strip()}\n{_FRENCH.strip()}\n{_ENGLISH.strip()}".split("\n"))
    for name, words in _PARTS.items():
        lines = lines.replace(name, words)
    return re.compile(rf"(?:{_AROUND} )*(?:(?:{lines})(?: {_AROUND})*(?: |\Z))+")


_WHATEVER: Final = _compiled()


def is_whatever(typed: str) -> bool:
    """Whether it is all the same to her. `typed`: what `words.plain` left of her words."""
    return len(typed) <= LONGEST and _WHATEVER.fullmatch(typed) is not None
