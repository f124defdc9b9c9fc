"""'Spreek simpeler, aub': what stands is asked once more, in fewer words.

The whole message is that, and of the bot's words: 'het leven was vroeger simpeler' is not, nor 'dat
is te moeilijk'. In three languages, without any model. The words come in as `words.plain` leaves
them.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialogue.lines import compiled

SIMPLER: Final = "ask_simpler"
LONGEST: Final = 100  # characters

# Where one of these names stands in a line, its words are put in.
_PARTS: Final = {
    "SIMPELER": r"(?:eenvoudiger|simpeler|gemakkelijker|makkelijker|duidelijker|korter)",
    "SIMPEL": r"(?:eenvoudig|simpel|gemakkelijk|makkelijk|duidelijk)",
    "WAT": r"(?:(?:het|dat|da|dit|t|eens|wat|iets|een beetje|veel|nog|ook|maar|heel|mij|me"
    r"|tegen mij|met mij|in|a ?u ?b|alstublieft|graag) )*",
    "ZEG": r"(?:spreekt?|praat|schrijft?|zegt?|klapt?|vraagt?|leg)",
    "ZEGGEN": r"(?:spreken|praten|schrijven|zeggen|klappen|vragen|uitleggen)",
    "GE": r"(?:ge|gij|u|je|jij)",
    "DIS": r"(?:parlez|parle|ecrivez|ecris|dites|dis|expliquez|explique|demandez|demande)",
    "DIRE": r"(?:parler|ecrire|dire|expliquer|demander)",
    "LE": r"(?:(?:moi|me|le|la|ca|cela|un peu|beaucoup|encore|avec|en|svp) )*",
    "PLUS_SIMPLE": r"(?:plus (?:simple|simplement|facile|facilement|clair|clairement|court)"
    r"|(?:des )?(?:mots|phrases) (?:plus )?(?:simples|faciles|courte?s)|moins complique)",
    "SIMPLE": r"(?:simple|simplement|facile)",
    "SAY": r"(?:speak|talk|say|write|explain|put|ask)",
    "IT": r"(?:(?:it|that|this|to me|with me|more|a bit|a little|much|in|use|using|please) )*",
    "EASIER": r"(?:simpler|easier|plainer|clearer|shorter"
    r"|more (?:simply|simple|clearly|plainly|easy)"
    r"|(?:simpler|easier|plainer|simple|easy|plain|short) (?:words|english|sentences|language))",
    "EASY": r"(?:simple|simply|easy|plain|plainly|clearly)",
}
_LINES: Final = r"""
ZEG WATSIMPELER(?: uit)?|ZEG WATSIMPEL(?: uit)?|WATSIMPELER
ZEG WAT(?:gewone|simpele|eenvoudige|gemakkelijke|makkelijke|korte) (?:woorden|taal|zinnen)
WAT(?:simpele|eenvoudige|gemakkelijke|makkelijke|korte) (?:woorden|taal|zinnen)
(?:kunt?|kan|kunde|wilt?|zou|zoudt|moogt|mag) GE WATSIMPELER ZEGGEN
(?:kunt?|kan|kunde|wilt?|zou|zoudt) GE WATSIMPEL ZEGGEN
(?:kan|mag) (?:het|dat|t) WATSIMPELER
(?:gebruik|spreek|zeg) (?:toch )?(?:geen|minder) (?:moeilijke|lange) (?:woorden|zinnen)
DIS LEPLUS_SIMPLE|DIS LESIMPLE|LEPLUS_SIMPLE
(?:pouvez vous|vous pouvez|peux tu|tu peux|pourriez vous|il faut) LEDIRE LE(?:PLUS_SIMPLE|SIMPLE)
(?:n )?(?:utilise[zs]?|employez) (?:pas|plus) de (?:mots|phrases) (?:difficiles|compliquee?s)
(?:do not|don t|dont) use (?:difficult|hard|big|long) words
SAY ITEASIER|SAY ITEASY|ITEASIER
(?:can|could|would|will) (?:you|u) (?:please )?SAY IT(?:EASIER|EASY)
"""
# 'Simpel' alone may be an answer: asked for with a please, or behind 'ik versta u niet'.
_ASKED: Final = r"""
(?:(?:heel|zo|wat|een beetje|in het) )*SIMPEL (?:aub|a u b|alstublieft|alsjeblieft|graag|svp)
(?:LE)SIMPLE (?:svp|stp|s il (?:vous|te) plait)
(?:IT)EASY (?:please|pls|plz)
"""
_LOST: Final = (
    r"(?:ik|k) (?:versta|begrijp|snap) (?:u|je|jou|het|dat|da|t|er) (?:niks|niet|nie)"
    r"(?: (?:zo|goed|meer|van|altijd|allemaal|alles))*"
    r"|je (?:ne )?(?:vous |te |le )?(?:comprends|comprend) (?:pas|rien|mal)(?: (?:bien|tout|tres))*"
    r"|i (?:do not|don t|dont|cannot|can t|cant) (?:really )?understand(?: (?:you|it|that|this|well"
    r"|so well|very well|good))*"
)
_OF_YOU: Final = (
    r"(?:ik|k) (?:versta|begrijp|snap) (?:u|je|jou) (?:niet|nie)(?: (?:zo|goed|meer|altijd))*"
    r"|je (?:ne )?(?:vous|te) (?:comprends|comprend) (?:pas|mal)(?: (?:bien|tout|tres))*"
    r"|i (?:do not|don t|dont|cannot|can t|cant) (?:really )?understand you"
    r"(?: (?:well|so well|very well|good))*"
)
_SMALL: Final = (
    r"(?:en|et|and|maar|mais|but|ja|oui|yes|nee|neen|non|no|sorry|pardon|excuseer|excuse[zs]? moi"
    r"|oei|och|oh|ah|zeg|dis|allez|bon|dus|donc|so|ok|oke|please|svp|stp|aub|alstublieft"
    r"|alsjeblieft|s il (?:vous|te) plait|graag|nu|dan|he|hein|hoor|merci|bedankt|dank u|thanks"
    r"|thank you|mevrouw|meneer|madame|monsieur)"
)
_BEFORE: Final = rf"(?:(?:{_SMALL}|{_LOST}) )*"
_BEHIND: Final = rf"(?: (?:{_SMALL}|{_LOST}|voor mij|pour moi|for me))*"
_ASKS: Final = compiled(_LINES.strip() + _ASKED, _PARTS, _BEFORE, _BEHIND)
_DOES_NOT: Final = re.compile(rf"(?:{_SMALL} )*(?:{_OF_YOU})(?: {_SMALL})*")


def asks(typed: str) -> str | None:
    if len(typed) > LONGEST:
        return None
    return SIMPLER if _ASKS.fullmatch(typed) or _DOES_NOT.fullmatch(typed) else None
