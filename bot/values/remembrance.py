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
    r"|cimetieres?|(?:sur|a|devant) (?:la|sa|leur) tombe|messe (?:pour (?:lui|elle|mon|ma|mes)"
    r"|en (?:sa )?memoire)|anniversaire de (?:sa mort|son deces|son depart)"
    r"|cemetery|graveyard|(?:his|her|their|the|[a-z]+'s) grave"
    r"|anniversary of (?:his|her|their) death)\b",
    re.ASCII,
)
_CANDLE: Final = re.compile(
    r"\b(?:kaars(?:je|ke)?s? (?:(?:voor [a-z ]{2,20})?(?:gebrand|aangestoken|branden|aansteken)"
    r"|voor (?:hem|haar|mijn|ons|onze)\b)|(?<!er )(?:brand|steek)(?:de|t)? (?:een|n|'n) kaars"
    r"|(?:bougies?|cierges?) (?:pour (?:lui|elle|mon|ma|mes|notre)|en (?:sa )?memoire)"
    r"|(?:lit|light|lighted) a candle for (?!(?:a|the) )[a-z])",
    re.ASCII,
)
#: A candle that was bought, or that stands there because it is pleasant, on a cake or in the dark.
_PLEASANT: Final = re.compile(
    r"\b(?:gezellig\w*|sfeer\w*|knus\w*|ruik\w*|geur\w*|gekocht|kopen|cadeau\w*|taart|stroom\w*"
    r"|kamer|keuken|living|salon|tafel"
    r"|ambiance|parfum\w*|achete\w*|gateau|panne|chambre|cuisine|table|chaleureu\w*"
    r"|co[sz]y|cosiness|bought|buy|smell\w*|scent\w*|cake|gift|present|power|room|atmosphere)\b"
)
#: An age that was not reached; 'would have been nice' and 'ten minutes' are none.
_NUMBER_NL: Final = (
    r"(?:[0-9]{1,3}|[a-z]*(?:tig|tien)|honderd|een|twee|drie|vier|vijf|zes|zeven|acht|negen|elf"
    r"|twaalf)"
)
_AGE_EN: Final = (
    r"(?:[0-9]{2,3}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty[a-z-]*|[a-z]+teen|a hundred"
    r"|(?:[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?= (?:today|tomorrow|now|this|years)))"
)
_WHO_FR: Final = r"\b(?:ils?|elles?|maman|papa|m(?:on|a) [a-z]+|on)"
_NEVER_REACHED: Final = re.compile(
    rf"\bzou(?:den)?\b[^.!?]{{0,40}}\b(?:{_NUMBER_NL}(?: jaar)?(?: oud)? (?:geworden (?:zijn"
    r"|geweest)|zijn geworden)|jarig (?:zijn|geweest)|jaar (?:oud |getrouwd )?(?:zijn|geweest))\b"
    r"|\baurai(?:t|ent) (?:eu|fete|fait)\b[^.!?]{0,20}\b(?:ans|anniversaire)\b"
    r"|\baurait ete (?:son|l') ?anniversaire\b"
    rf"|{_WHO_FR} (?:aujourd'hui )?aurai(?:t|ent) [a-z0-9 -]{{1,25}} ans"
    r" (?:aujourd'hui|demain|maintenant|cette annee|ce mois)"
    rf"|\baujourd'hui,? {_WHO_FR} aurai(?:t|ent) [a-z0-9 -]{{1,25}} ans\b"
    r"|(?:(?<!\bit)(?<!\bthat) would|(?<!\bit)(?<!\bthat)'d)(?: have|'ve) (?:been|turned)"
    rf" (?:(?:now|today|only) )*{_AGE_EN}\b"
    r"(?! ?(?:euro|pound|minute|hour|day|week|month|mile|kilo|degree|people|times|percent))"
    r"|\bwould(?: have|'ve) been (?:(?:his|her|their|our)|(?:my )?[a-z]+'s)\b[^.!?]{0,20}"
    r"\b(?:birthday|anniversary)\b",
    re.ASCII,
)


def tells_of_remembrance(text: str) -> bool:
    """Takes any text."""
    said = plain(text).text
    if _WORDS.search(said) or _NEVER_REACHED.search(said):
        return True
    return _CANDLE.search(said) is not None and _PLEASANT.search(said) is None
