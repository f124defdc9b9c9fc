"""Whether a message is about somebody who died a while ago: the grave, a candle, an age that was
never reached. The model takes flowers on a grave for a nice event, and 'he would have been eighty'
for good news or for nothing much."""

from __future__ import annotations

import re
from typing import Final

from bot.values.nouns import RELATIONS
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
#: For whom a candle burns: somebody of hers, those who died, or a name with its capital.
_OWN: Final = (
    r"(?:(?:lieve|beste|arme|kleine|overleden|cher|chere|pauvre|petite?|defunte?s?|dear|late|poor"
    rf"|little) ){{0,2}}(?:{'|'.join(RELATIONS.values())}|baby|bebe|tweeling|twins)\b(?<!pour ma)"
)
_DEAD: Final = (
    r"(?:(?:de |alle |onze )?(?:doden|overledenen|gestorvenen|afgestorvenen)"
    r"|(?:les |nos )?(?:morts|defunts|disparus)|(?:the |our )?(?:dead|departed|deceased)"
    r"|(?:those|wie|ceux|celles)\b"
    r"|(?:de|den|het|'t|onze) kleine(?:n|ke)?(?= *(?:[.,!?]|$|gebrand|aan)))"
)
_WHOM: Final = (
    r"(?:voor (?:hem|hen|haar(?! (?:[a-z]+dag|bad|[a-z]*feest|kamer|keuken)\b)"
    rf"|(?:mijn|ons|onze|m'n) {_OWN}|{_OWN}|{_DEAD})"
    rf"|pour (?:lui|elles?|eux|(?:mon|ma|mes|notre|nos) {_OWN}|{_OWN}|{_DEAD})"
    r"|for (?:him|them|her(?! (?:birthday|bath|party|room|dinner|table|cake))"
    rf"|(?:my|our|the) {_OWN}|(?:the )?(?:little one|child|boy|girl)\b|{_OWN}|{_DEAD}))"
)
_FOR_WHOM: Final = re.compile(rf"\b{_WHOM}", re.ASCII)
#: Names with a capital for which one burns because it is a feast, or a day.
_FEASTS: Final = (
    r"(?:No[eë]l|Pasen|P[aâ]ques|Kerst|Christmas|Xmas|Easter|Advent|Avent|Hanukkah|Chanoeka|Hanoucca"
    r"|Diwali|Halloween|Nieuw|New\b|Sinterklaas|Saint|Allerheiligen|Toussaint|Valent"
    r"|[A-Z][a-z]*(?:day|dag|di)\b|[A-Z]{2}|I\b)"
)
_NAMED: Final = re.compile(
    r"\b(?:voor|pour|for) (?:(?:mijn|m'n|onze?|mon|ma|notre|my|our) )?"
    rf"(?!{_FEASTS})[A-Z\u00c0-\u00dd][a-z\u00e0-\u00ff]+"
)
_CANDLE: Final = re.compile(
    r"\b(?:kaars(?:je|ke)?s? (?:(?:voor [a-z ]{2,30})?(?:gebrand|aangestoken|branden|aansteken)"
    r"|voor [a-z])|(?<!er )(?:brand|steek)(?:de|t)? (?:een|n|'n) kaars"
    r"|(?:bougies?|cierges?) (?:pour [a-z]|en (?:sa )?memoire)"
    r"|(?:lit|light|lighted) a candle for [a-z])",
    re.ASCII,
)
#: Whom or what it burns for, where no article stands before it: 'voor ons moeke', 'for tom'.
_BURNS_FOR: Final = re.compile(
    r"\b(?:voor|pour|for) (?!(?:de|den|het|'t|een|'n|ne|the|an?|some|le|la|les|une?|des|ce"
    r"|cet|cette|this|that|it|dat|dit|ca|u|jou|you|vous|toi|me|mij|moi|elke?|every|chaque|[0-9]+)\b|l')"
    r"([a-z' -]+?)(?= (?:in|op|at|on|dans|sur|a|au|aan|met|with|avec|en|and|et|want|because|car"
    r"|gebrand|aangestoken|branden|aansteken)\b|[^a-z' -]|$)"
)
#: By exclusion: no place, feast, meal, hour, luck or pleasure.
_NOBODY: Final = re.compile(
    r"\b(?:[a-z]*kamer|keuken|living|salon|[a-z]*tafel|bureau|terras|tuin|huis|maison|raam|venster"
    r"|chambre|cuisine|table|terrasse|jardin|[a-z]*room|kitchen|garden|house|home|window|[a-z]*bad"
    r"|bain|bath[a-z]*|stroom[a-z]*|panne|power|[a-z]*eten|ontbijt|diner|dinner|lunch|breakfast"
    r"|supper|souper|repas|dejeuner|kerst[a-z]*|advent|avent|noel|christmas|xmas|easter|pasen|paques"
    r"|nieuwjaar|nouvel|new year|halloween|valent[a-z]*|sinterklaas|[a-z]*feest|fetes?|party"
    r"|[a-z]+(?:dag|day)|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|anniversaire"
    r"|van(?:avond|middag|nacht)|tonight|soir|straks|morgen|demain|uur|hours?|heures?|licht|light"
    r"|lumiere|warmte|chaleur|warmth|heat|plezier|plaisir|fun|pleasure|rust|calme|peace|vrede|paix"
    r"|geluk|luck|chance|examens?|exams?|sollicitatie|job|werk|travail|work|rijbewijs|tests?"
    r"|yoga|meditat[a-z]*|ontspanning|detente|relax[a-z]*|mezelf|mijzelf|myself|bezoek|visite"
    r"|visitors|gasten|guests|invites|muggen|moustiques|zekerheid|decoratie|deco[a-z]*|prayers?|gebed|priere)\b"
)
_FOR: Final = re.compile(r"\b(?:voor|pour|for)\b")
#: A candle that was bought, or is there because it is pleasant.
_PLEASANT: Final = re.compile(
    r"\b(?:gezellig\w*|sfeer\w*|knus\w*|ruik\w*|geur\w*|gekocht|kopen|cadeau\w*|taart"
    r"|ambiance|parfum\w*|achete\w*|gateau|chaleureu\w*"
    r"|co[sz]y|cosiness|bought|buy|smell\w*|scent\w*|cake|gift|present|atmosphere)\b"
)
#: Where one stands to be pleasant, or in the dark.
_IN_PLACE: Final = re.compile(
    r"\b(?:kamer|keuken|living|salon|tafel|stroom\w*|panne|chambre|cuisine|table|power|room|kitchen"
    r"|bad|badkamer|bain|bath\w*|eten|avondeten|diner|dinner|souper|repas|kerst\w*|advent|noel"
    r"|christmas|verjaardag|anniversaire|birthday)\b"
)
#: An age that was not reached; 'would have been nice' and 'ten minutes' are none.
_NUMBER_NL: Final = (
    r"(?:[0-9]{1,3}|[a-z]*(?:tig|tien)|honderd|een|twee|drie|vier|vijf|zes|zeven|acht|negen|elf"
    r"|twaalf)"
)
_SMALL_EN: Final = r"(?:[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_AGE_EN: Final = (
    r"(?:[0-9]{2,3}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty[a-z-]*|[a-z]+teen|a hundred"
    rf"|{_SMALL_EN}(?= (?:today|tomorrow|now|this|years)))"
)
_AGE_FR: Final = r"(?:quatre |soixante )?[a-z0-9-]{1,25} ans"
_WHO_NL: Final = (
    r"(?:hij|zij|ze|mama|papa|(?:m(?:ijn|'n)|ons|onze) (?:man|vrouw|ma|pa|mama|papa|zus|broer|zoon"
    r"|dochter|\w*(?:moe|va)der|moeke|vake|o[mp]a|bom[mp]a)|m(?:ijn|'n) \w+je)(?: zaliger)?"
)
_WHO_EN: Final = r"\b(?:he|she|mum|mom|dad|my (?:late )?[a-z]+)"
_NEVER_REACHED: Final = re.compile(
    rf"\bzou(?:den)?\b[^.!?]{{0,40}}\b(?:{_NUMBER_NL}(?: jaar)?(?: oud)? (?:geworden (?:zijn"
    r"|geweest)|zijn geworden)|jarig (?:zijn|geweest)|jaar (?:geweest|getrouwd (?:zijn|geweest)))\b"
    rf"|\b(?:{_WHO_NL} zou|zou {_WHO_NL})\b[^.!?]{{0,20}}\b(?:{_NUMBER_NL} jaar(?: oud)?"
    rf"|(?:vandaag|morgen|nu) {_NUMBER_NL}) zijn\b"
    rf"|\b{_WHO_NL} zou(?:den)? (?:vandaag|morgen) (?:{_NUMBER_NL}(?: jaar)? worden|verjaren)\b"
    rf"|\b(?:vandaag|morgen) zou {_WHO_NL} (?:{_NUMBER_NL}(?: jaar)?(?: oud)? (?:zijn|worden)"
    r"|verjaren)\b"
    rf"|\b(?:defunte?|feue?)\b[^.!?]{{1,25}} aurai(?:t|ent) {_AGE_FR}"
    r"|\baurai(?:t|ent) (?:eu|fete|fait)\b[^.!?]{0,20}\b(?:ans|anniversaire)\b"
    r"|\baurait ete (?:son|l') ?anniversaire\b"
    rf"|\baurai(?:t|ent) {_AGE_FR} (?:aujourd'hui|demain|maintenant|cette annee|ce mois)"
    rf"|\baujourd'hui\b[^.!?]{{1,30}} aurai(?:t|ent) {_AGE_FR}\b"
    rf"|\b(?:ils?|elles?) aurai(?:t|ent) {_AGE_FR}\b(?! de)"
    r"|(?:(?<!\bit)(?<!\bthat) would|(?<!\bit)(?<!\bthat)'d)(?: have|'ve) (?:been|turned)"
    rf" (?:(?:now|today|only) )*{_AGE_EN}\b"
    r"(?! ?(?:euro|pound|minute|hour|day|week|month|mile|kilo|degree|people|times|percent))"
    rf"|\btoday,? {_WHO_EN}(?: would|'d)(?: have|'ve) (?:been|turned) {_SMALL_EN}(?![ a-z]*[a-z])"
    rf"|{_WHO_EN}(?: would|'d) be {_AGE_EN} (?:today|tomorrow|now)\b"
    r"|\bwould(?: have|'ve) been (?:(?:his|her|their|our)|(?:my )?[a-z]+'s)\b[^.!?]{0,20}"
    r"\b(?:birthday|anniversary)\b",
    re.ASCII,
)


def tells_of_remembrance(text: str) -> bool:
    """Takes any text."""
    said = plain(text).text
    if _WORDS.search(said) or _NEVER_REACHED.search(said):
        return True
    if _CANDLE.search(said) is None or _PLEASANT.search(said):
        return False
    if _FOR_WHOM.search(said) or _NAMED.search(text):
        return True
    burns = _BURNS_FOR.search(said)
    if burns is not None and _NOBODY.search(burns[1]) is None:
        return True
    return _FOR.search(said) is None and _IN_PLACE.search(said) is None
