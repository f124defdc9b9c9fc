"""Of whom she goes on speaking after a complaint: the same 'he', or somebody else by name. Pure.

In doubt it is the same one: that costs a tap. Of somebody else she speaks where one of hers is who
did it, and no 'he' or 'his' stands beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot import complaint_words, harm_topics, spoken_of
from bot.dialogue.words import plain
from bot.harm_words import BODY
from bot.kin_words import MY_KIN

_HIS: Final = (
    # 'zijn' is a verb too: what stands before it tells, 'wij zijn', 'met zijn hand'
    r"(?:^|(?:met|van|aan|in|op|door|en|over|onder|tegen|bij|naar|voor|ook|tussen|uit) )zijn"
    r" (?!er\b|we\b|wij\b|jullie\b|nog\b|de\b|het\b|alle\w*\b|twee\w*\b|mijn\b|dat\b)"
    r"|\bz n\b|(?<!\bmy )(?<!\bour )(?<!\bthe )(?<!\ba )(?<!\bhis )(?<!\bher )(?<!\byour )\bson\b"
    r"|\b(?:sa|ses|his)\b"
)
_HE: Final = (
    r"\b(?:hij|hem|em|ie|zij|ze|haar|diene?n?|dieje|elle|lui|he|him|she|her)\b"
    r"|(?<!\bto )(?<!\bi )(?<!\bll )(?<!\bme )\bdie\b"  # 'I want to die'
    r"|(?<!\bs )\bil\b(?! (?:y a|faut|fait|pleut|neige|est \d|est (?:tard|tot|temps|midi|quelle)))"
)
_NAMED: Final = "thename"
_OTHER: Final = (
    rf"(?:{MY_KIN}|(?:een|ne|nen|un|une|a|an) (?:\w+ )?(?:man|vent|kerel|vrouw|homme|femme|type"
    r"|mec|woman|guy)|iemand|quelqu un|some(?:one|body)|ze(?= \w+en\b)|they|ils)"
)
# Between who it is and what he does: 'mijn man is zat en slaat mij'. Nobody else comes into it.
_NO_OTHER: Final = (
    rf"(?:{_NAMED}|dat|omdat|want|die|hij|zij|ze|ik|je|hem|haar|weet|zag|niet|nie|nooit|geen|que|qu"
    r"|qui|il|elle|lui|sait|vu|pas|jamais|that|because|who|he|she|i|him|her|knows|saw|not|never|t)"
)
_BETWEEN: Final = rf"(?: (?!{_NO_OTHER}\b)\w+){{0,4}}?"
_WITH_A_WEAPON: Final = re.compile(
    rf"\b{_OTHER}(?: (?!{_NO_OTHER}\b)\w+){{0,6}}? (?:met|avec|with|heeft|a|has)"
    r" (?:een|nen|un|une|a|an) (?:\w+ )?(?:mes|geweer|pistool|bijl|hamer|couteau|fusil|pistolet"
    r"|arme|hache|marteau|knife|gun|axe|hammer)\b"
)
_THIRD: Final = re.compile(rf"{_HIS}|{_HE}")
_BODY: Final = re.compile(rf"\b(?!been\b){BODY}\b|\b(?:mijn|m n|op|aan|tegen|over|t) been\b")


def of_a_third(text: str) -> bool:
    """Whether somebody is spoken of: after a complaint that may be the same one."""
    return _THIRD.search(plain(text)) is not None


def goes_on(text: str) -> bool:
    """Whether it may go on with a complaint: it is of somebody, or of what was touched."""
    return of_a_third(text) or _BODY.search(plain(text)) is not None


def of_another(text: str, name: str) -> bool:
    """Whether one of hers plainly did it, and not he who has that name."""
    if of_a_third(text) or spoken_of.speaks_of(text, name, pleas=False):
        return False
    whole = " ".join(spoken_of.named_without_pleas(text, name))
    who = spoken_of.called(name)
    if who.search(re.sub(rf"^(?:\w+ )?(?:{who.pattern}) ", "", whole)) is not None:
        return False
    return by_another(text, name)


def by_another(text: str, name: str) -> bool:
    """Whether one of hers, or a stranger, is said to hurt her, whatever else is said."""
    who = spoken_of.called(name)
    whole = who.sub(_NAMED, " ".join(spoken_of.named(text, name)))
    hurt = _wrongs().search(whole) or _WITH_A_WEAPON.search(whole)
    return hurt is not None or harm_topics.on_one(whole, MY_KIN)


@lru_cache(maxsize=1)
def _wrongs() -> re.Pattern[str]:
    return complaint_words.wrongs_of(_OTHER, rf"{_OTHER}{_BETWEEN}")
