"""Whether a message to somebody speaks of him by name, instead of to him: 'het was Karim' does,
'Karim, mijn man slaat mij' does not. Pure.

A name is of whom she speaks unless it is seen to call him: alone between commas, behind a greeting,
at the end, or where 'I', 'my husband' or a request follows. In doubt she speaks of him.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.dialogue.words import plain
from bot.kin_words import MY_KIN
from bot.plea_words import without_pleas
from bot.short_names import without_words

_ENDS: Final = re.compile(r"[.!?;,:\n()\"“”«»]+")
_SHORTEST: Final = 3  # letters of a part of a name that stands for it, but for the first: 'An'
_OF_TWO: Final = ("de", "du", "la", "le")  # nobody's first name
_PARTICLES: Final = frozenset(["van", "den", "der", "ten", "ter", "von", "del", "des", "les"])
_GREETS: Final = (
    r"(?:dag|hallo|hey|hoi|goeiedag|goedenavond|sorry|ach|och|oei|oh|help|bedankt|dank u|dank je"
    r"|merci|lieve|beste|bonjour|bonsoir|salut|cher|chere|au secours|pardon|hello|hi|dear|thanks"
    r"|thank you|please|ja|nee|neen|oui|non|yes|no)"
)
_KNOWS: Final = r"(?:(?:ge|gij|je|u) weet|weet ge|tu sais|vous savez|you know)"
_TO: Final = r"(?:aan|tegen|met|voor|pour|avec|to|with|for|told|tell)"
_FRIEND: Final = (
    r"(?:vriend\w*|vrijwillig\w*|maat|lief|buddy|begeleid\w*|helper|amie?|copain|copine|benevole"
    r"|friend|volunteer|mate)"
)
# What may stand between the name and that; alone behind it, it is no more than a cry.
_HURRY: Final = (
    r"(?:vlug|snel|rap|nu|vite|quick|quickly|hurry|alstublieft|alsjeblieft|aub|gelieve|please|svp"
    r"|stp|s il (?:te|vous) plait)"
)
# 'Can you': whom she asks that is whom she speaks to, wherever his name stands.
_ASKS: Final = (
    r"(?:(?:kan|kunt|kun|wil|wilt|zou|zoudt|hebt) (?:jij|je|gij|ge|u)|kunde|kunt"
    r"|(?:peux|pourrais|veux) tu|(?:pouvez|pourriez|voulez) vous"
    r"|(?:can|could|will|would) you)"
)
# A stranger who does something; 'Karim, een man die ik vertrouwde' is more of Karim.
_A_MAN: Final = (
    r"(?:(?:een|ne|nen) (?:man|vent|kerel|vrouw) (?:is|staat|zit|komt|wil|gaat|slaat|bedreigt|valt"
    r"|heeft|met een mes)|(?:un|une) (?:homme|femme|type|mec) (?:est|me|m|veut|va|menace"
    r"|avec un couteau)|a (?:man|woman|guy) (?:is|has|wants|hit|hits|with a (?:knife|gun)|at my)"
    r"|ze (?:gaan|willen|komen|slaan|hebben))"
)
# What follows the name of whom she speaks to: her sentence begins, or a request. No word by which
# she may say more of him: 'Karim wat een smeerlap', 'Karim mijn vriend'.
_BEGINS: Final = (
    rf"(?:{MY_KIN}|(?:mijne?n?|m n|mn|ons|mon|ma|mes|my)(?! (?:\w+ )?{_FRIEND}\b)"
    r"|ik|k|wij|iemand|mensen|er (?:is|zijn|staat|staan)|help|bel|kom|luister|stuur|maar|want"
    rf"|{_ASKS}|{_A_MAN}|weet (?:je|u)|doe (?:iets|toch)"
    r"|wat (?:moet|moeten|kan|zal) (?:ik|we|wij)"
    r"|(?:u|ge|gij|jij|je) (?:moet|moogt|mag|kunt|kan)"
    r"|mais|car|j|je|nous|on|quelqu un|ils|elles|il y a|aide|aidez|appelle|appelez|viens|venez"
    r"|ecoute|ecoutez|envoie|envoyez|fais(?:tes)? quelque chose|faites (?:quelque chose|vite)"
    r"|(?:que|quoi|comment) (?:faire|dois je|puis je)|(?:vous|tu) (?:devez|dois|pouvez|peux)"
    r"|but|because|i|someone|somebody|there (?:is|s)|they|call|come|listen|send|do something"
    r"|what (?:do|should|must|shall) (?:i|we)|you (?:must|have to|need to)"
    rf"|(?:het is|t is|c est|it is|it s) {MY_KIN})"
)
# What stands before the name of whom she speaks, where it ends the clause.
_OF: Final = (
    r"(?:door|van|is|was|dat|en|bij|over|noemt|heet|par|de|est|etait|et|chez|sur|by|of|and|at"
    r"|about|called|named|s)"
)
_IT_IS: Final = r"(?:is|was|heet|noemt|door|est|etait|s appelle|par|s|by|called)"


def clauses(text: str) -> list[str]:
    return [plain(part) for part in _ENDS.split(text)]


def speaks_of(text: str, name: str, *, pleas: bool = True) -> bool:
    """Whether that name stands in her words for somebody of whom she speaks. `pleas`: also where
    she asks that he comes, which is none of it where another hurts her."""
    who = called(name)
    told = named(text, name) if pleas else named_without_pleas(text, name)
    return any(who.search(_without_call(one, who.pattern)) for one in told)


def says_who(text: str, name: str) -> bool:
    """Whether it says no more than who it was: 'ja, het is Karim', 'par Karim'."""
    who = called(name)
    it_is = rf"(?:(?:het|t|dat|hij|die) |(?:c|il|elle) |(?:it|that|he) )?{_IT_IS} (?:{who.pattern})"
    return any(re.fullmatch(rf"(?:{_GREETS} )*{it_is}", clause) for clause in named(text, name))


def is_call(clause: str, who: str) -> bool:
    """Whether it does no more than call him, and asks for no help: 'dag Karim'."""
    return re.fullmatch(rf"(?:(?!help|au secours|please){_GREETS} )*(?:{who})", clause) is not None


def named(text: str, name: str) -> list[str]:
    """Its clauses, in which that name is one wherever it stands."""
    return clauses(without_words(text, name))


def named_without_pleas(text: str, name: str) -> list[str]:
    who = called(name).pattern
    return [without_pleas(clause, who) for clause in named(text, name)]


@lru_cache(maxsize=256)
def called(name: str) -> re.Pattern[str]:
    """That name or a part of it, in plain words."""
    return re.compile(rf"\b(?:{'|'.join(parts_of(name)) or '(?!)'})\b")


def parts_of(name: str) -> list[str]:
    words = plain(name).split()
    parts = [one for one in words[1:] if len(one) >= _SHORTEST and one not in _PARTICLES]
    if words and len(words[0]) >= _SHORTEST - 1 and words[0] not in _OF_TWO:
        parts.append(words[0])
    return parts


def _without_call(clause: str, who: str) -> str:
    calls = rf"^(?:{_GREETS} )*(?:{who})(?: (?:{who}))*(?: {_HURRY})*(?=$| {_BEGINS}\b)"
    left = re.sub(calls, "", clause)
    left = re.sub(rf"^{_KNOWS} (?:{who})(?= (?:dat|que|that) {MY_KIN}\b)", "", left)
    left = re.sub(rf"\b{_TO} (?:{who})", "", left)
    left = re.sub(rf"(\b{_OF} )?\b(?:{who})(?= {_ASKS}\b)", lambda at: at[0] if at[1] else "", left)
    return left if re.search(rf"\b{_OF} (?:{who})$", left) else re.sub(rf" (?:{who})$", "", left)
