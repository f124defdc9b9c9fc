"""What is a complaint wherever it stands behind who did it: what is sexual, and money that did not
come back. Pure. Any words may stand between, but for what is denied, and what another says or does.
A guess too many costs a tap.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.kin_words import MY_KIN

_STOPS: Final = (
    r"(?:dat|omdat|want|toen|wanneer|als|maar|niet|nie|geen|nooit|zonder"
    r"|que|qu|parce|quand|si|mais|pas|jamais|sans|aucun\w*"
    r"|that|because|when|if|but|not|never|no|without|t"
    rf"|{MY_KIN})"
)
_GAP: Final = rf"(?: (?!{_STOPS}\b)\w+){{0,8}}?"
_HE: Final = r"NAME(?: (?:hij|zij|ze|die|il|elle|qui|he|she|who|that))?"
_FEW: Final = r"(?:\w+ ){0,2}?"

_SEXUAL: Final = (
    r"(?:penis|piemel|lul|zijn ding (?:laten zien|getoond)|geslacht|geslachtsdeel|naakt\w*|bloot"
    r"|blote(?! voeten)|porno?\w*|seks\w*|sex(?:e|s|y|ueel|uele|uels?|uelles?|ual\w*|ting)?"
    r"|geil\w*|masturb\w*|aftrekken|afgetrokken"
    r"|(?:vuile|vieze) (?:foto\w*|film\w*|video\w*|praat|woorden|dingen|manieren|berichten)"
    r"|(?:broek|onderbroek|rits) (?:af|uit|open|laten|naar)\w*"
    r"|sa (?:bite|queue)|zizi|tout nu|nus|nues?|cochonn\w+|branl\w+"
    r"|(?:photos?|videos?|messages?) (?:sales?|nues?)|baisse son (?:pantalon|slip|calecon)"
    r"|dick pics?|(?:his|big|a) (?:dick|cock)|nudes?|naked|wank\w*|private parts"
    r"|dirty (?:pic\w*|photos?|videos?|messages?|things|texts?|talk)"
    r"|(?:exposed|exposes|exposing|touching|touched) himself|flash(?:ed|es) me"
    r"|(?:pants|trousers|fly) (?:down|off|open)|(?:down|off|unzipped) his (?:pants|trousers|fly))"
)
_MONEY_NL: Final = (
    r"(?:geld|centen|spaargeld|pensioen|\w+ euros?|(?:(?:mijn|m n|de) (?:kaart|bankkaart"
    r"|portefeuille|portemonnee|beurs|handtas|juwelen|ring|gouden?|spaarpot|code)))"
)
_MONEY_FR: Final = (
    r"(?:(?:mon|l|de l) argent|mes sous|des sous|mes (?:economies|bijoux)|\w+ euros?|ma carte"
    r"|mon portefeuille|ma pension|mon sac|mon code)"
)
_MONEY_EN: Final = (
    r"(?:(?:my|the|some|all) (?:\w+ )?(?:money|cash|savings|pension|wallet|purse|card|jewell?ery"
    r"|ring|handbag)|money|\w+ (?:euros?|pounds))"
)
_NOT: Final = r"(?:(?:nog )?(?:altijd )?(?:niet|nie|nooit)|niks|niets|geen)"
_NOT_EN: Final = r"(?:(?:has|have|did|does|will|would)(?: not|n t)|\w+ t|never|refuses to|won t)"

_TOPICS: Final = (
    rf"{_HE}{_GAP} {_SEXUAL}",
    # Dutch
    rf"{_HE}{_GAP} {_MONEY_NL}{_GAP} (?:geleend|ontleend|gepakt|genomen|\w+genomen|gehouden"
    r"|bijgehouden|uitgegeven|afgehaald|afgeperst|kwijtgemaakt|opgedaan|opgemaakt)",
    rf"{_HE}{_GAP} (?:leent|leende|neemt|nam|pakt|pakte|houdt|hield){_GAP} {_MONEY_NL}",
    rf"{_HE}{_GAP} geleend{_GAP} {_MONEY_NL}",
    rf"{_HE}{_GAP} {_MONEY_NL}(?: \w+)? {_NOT}(?: \w+)? (?:terug\w*|afgegeven)",
    rf"{_HE} (?:betaalt|betaalde)(?: \w+){{0,3}}? {_NOT}(?: \w+)? terug",
    rf"{_HE} \w+{_GAP} {_NOT}(?: \w+)? terugbetaald",
    rf"{_HE}{_GAP} (?:is|was) (?:me|mij) {_FEW}(?:nog )?{_MONEY_NL} (?:ver)?schuldigd?",
    rf"{_HE} (?:moet|moest) (?:me|mij|van mij) (?:nog )?{_MONEY_NL}$",
    # French
    rf"{_HE} (?:ne |n )?(?:me |m )?(?:a |avait )?{_FEW}(?:pas|jamais|plus|rien)(?: \w+)?"
    r" (?:rendu|rembourse)e?",
    rf"{_HE} (?:ne )?me (?:rend|rembourse) {_FEW}(?:pas|jamais|plus|rien)",
    rf"{_HE} (?:m a |ma |me |m |a ){_FEW}(?:pris|prend|prenait|garde|emprunte|retire|depense)e?"
    rf"{_GAP} {_MONEY_FR}",
    rf"{_HE} me doit {_FEW}{_MONEY_FR}",
    # English
    rf"{_HE}(?: still)? {_NOT_EN}(?: \w+)? (?:pa(?:y|id|ys)|g[ia]ven?|gives?|return\w*)"
    rf"(?: me)?(?: {_MONEY_EN})?(?: me)?(?: it)? back",
    rf"{_HE}(?: still)? {_NOT_EN}(?: \w+)? return\w*(?: me)? {_MONEY_EN}",
    rf"{_HE}{_GAP} (?:took|takes|taking|taken|kept|keeps|spent|withdrew){_GAP} {_MONEY_EN}",
    rf"{_HE}{_GAP} borrow\w*{_GAP} {_MONEY_EN}",
    rf"{_HE} (?:still )?owes me",
)
# Without one of these it is none of them: most texts need no more than that look.
_HINT: Final = re.compile(
    rf"\b(?:{_SEXUAL}|{_MONEY_NL}|{_MONEY_FR}|{_MONEY_EN}|terug\w*|rendue?|rend|rembours\w+"
    r"|back|owes)\b"
)


def on_one(clause: str, who: str) -> bool:
    """Whether that is what is said of him. `who`: a pattern of whom."""
    return _HINT.search(clause) is not None and _of(who).search(clause) is not None


@lru_cache(maxsize=8)
def _of(who: str) -> re.Pattern[str]:
    topics = "|".join(_TOPICS).replace("NAME", f"(?:{who})")
    return re.compile(rf"\b(?:{topics})\b")
