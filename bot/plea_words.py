"""What asks for somebody by name, or tells how he helped: 'kan Karim komen', 'Karim said I should
call the police'. Pure. Where another hurts her, his name in it is no complaint of him.

Closed lists, of which NAME is whose help it is: in doubt it is none of them. None is denied:
'I don't want Karim to come' asks for nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.kin_words import MY_KIN

_FEW: Final = (
    r"(?:(?!niet\b|nie\b|geen\b|nooit\b|niemand\b|niks\b|pas\b|jamais\b|not\b|never\b)\w+ ){0,3}?"
)
_COME_NL: Final = r"(?:komen|helpen|bellen|langskomen|afkomen)"
_COME_FR: Final = r"(?:(?:m |nous )?(?:aider|appeler)|venir|passer)"
_COME_EN: Final = r"(?:come|help|call|ring|phone)"
_PLEAS: Final = (
    rf"(?:kan|kon|mag|wil|zou|laat) NAME {_FEW}{_COME_NL}",
    r"komt NAME",
    rf"(?:wil|wou|hoop|vraag|graag) dat NAME {_FEW}(?:komt|helpt|belt|(?:kan|zou) {_COME_NL})",
    rf"NAME (?:moet|mag|kan|zou) {_FEW}{_COME_NL}",
    rf"NAME (?:zei|zegt|vindt|vond) dat ik {_FEW}(?:moet|zou) {_FEW}(?:bellen|weg|weggaan"
    r"|vertrekken|melden)",
    rf"NAME (?:weet|wist|ziet|zag) dat (?={MY_KIN}\b)",
    r"gelukkig (?:was|is) NAME (?:er|hier|daar)",
    r"NAME (?:helpt|hielp|heeft) (?:me|mij|ons) (?:\w+ )?(?:geholpen|goed|altijd)",
    # French
    rf"NAME (?:peut|pourrait|doit|va|veut)(?: il| elle)? {_FEW}{_COME_FR}",
    r"(?:veux|voudrais|faut|faudrait|aimerais|besoin) que NAME (?:vienne|m aide|aide|appelle)",
    rf"NAME (?:me dit|m a dit|a dit|dit) {_FEW}(?:d appeler|de partir|(?:que )?je (?:dois|devrais)"
    r" (?:appeler|partir))",
    rf"NAME sait que (?={MY_KIN}\b)",
    r"heureusement (?:que )?NAME (?:est|etait) (?:la|ici)",
    r"NAME m (?:a aidee?|aide)",
    # English
    rf"(?:can|could|would|will|should) NAME (?:please )?{_COME_EN}",
    rf"(?<!\bt )(?<!\bnot )(?<!\bnever )(?:want|need|like|wish) NAME to {_COME_EN}",
    rf"NAME (?:must|should|has to) (?:please )?{_COME_EN}",
    r"NAME (?:told me|tells me|said|says) (?:that )?(?:to|i (?:must|should|have to|need to))"
    r" (?:call|ring|leave|go to the police)",
    rf"NAME (?:knows|knew|saw) (?:that )?(?={MY_KIN}\b)",
    r"(?:luckily|thank god|thankfully) NAME (?:was|is) (?:there|here)",
    r"NAME (?:helped|helps) me",
)


# 'Dan komt Karim en slaat mij ook', 'Karim m'aide pas', 'I'm afraid that Karim comes'
_DENIES: Final = re.compile(
    r"\b(?:niet|nie|geen|nooit|pas|jamais|not|don t|dont|never|bang|schrik|peur|scared|afraid)\b"
)
_GOES_ON: Final = re.compile(r" (?:\w+ )*?(?:en|et|and|die|qui|who|pas|niet|not|undress|wash)\b")


def without_pleas(clause: str, who: str) -> str:
    """The clause without what asks for him, and with it where that is denied or says more of him.
    `who`: a pattern of his name."""
    found = _of(who).search(clause)
    if found is None or _DENIES.search(clause[: found.start()]):
        return clause
    return clause if _GOES_ON.match(clause[found.end() :]) else _of(who).sub("", clause)


@lru_cache(maxsize=64)
def _of(who: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_PLEAS).replace('NAME', f'(?:{who})')})\b")
