"""'Morgen ben ik er niet, ik ga naar de kapper': who says that she is away for a day, and nothing
else. A model hears 'morgen ben ik er niet meer' in it."""

from __future__ import annotations

import re
from typing import Final, Literal

from bot.dialogue.words import plain

_DAY: Final = (
    r"(?:(?:over)?morgen(?:avond|ochtend|middag|vroeg)?|vanavond|vanmiddag|vandaag|straks|deze week"
    r"|volgende week|heel de (?:dag|week)|(?:(?:op|dees|deze|volgende) )?(?:maan|dins|woens|donder"
    r"|vrij|zater|zon)dag|(?:in|dit) t? ?weekend|demain(?: (?:soir|matin|apres midi))?"
    r"|ce (?:soir|matin|week end|weekend)|cet apres midi|aujourd hui|apres demain"
    r"|(?:la semaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) prochaine?"
    r"|cette semaine|(?:le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"|tomorrow(?: (?:morning|evening|night))?|tonight|today|this (?:evening|week|weekend)"
    r"|next week|(?:(?:on|this|next) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
# Without 'any more' in any language: that is another thing.
_GONE: Final = (
    r"(?:(?:ben|zijn) (?:ik|k|kik) (?:er|der|d er|hier|thuis|hier thuis)?"
    r"|(?:ik|k) (?:ben|zijn) (?:er|der|d er|hier|thuis)?) ?(?:DAY )?(?:niet?"
    r"|nie)(?: thuis)?(?! meer\b)"
    r"|(?:ben|zijn) (?:er|der) (?:DAY )?(?:niet?|nie)(?: thuis)?(?! meer\b)"
    r"|(?:ben|zijn) (?:ik|k) weg|(?:ik|k) (?:ben|zijn) (?:DAY )?weg"
    r"|je (?:ne )?(?:suis|serai) pas (?:la|ici|chez moi|a la maison)"
    r"|je (?:suis|serai) (?:absente?|en deplacement|parti)"
    r"|(?:i am|i m|im|i will|i ll|ill) (?:be )?(?:not|n t) (?:be )?(?:here|there|home|at home|in)"
    r"|i (?:won t|wont|will not) be (?:here|there|home|at home|in)"
    r"|(?:i am|i m|im|i will be|i ll be) (?:away|out|not in)"
)
_GO: Final = (
    r"(?:want |omdat |car |parce que |because |cause )?(?:(?:ik|k|we|wij|je|j|on|nous|i|i m|im|i am"
    r"|i ll|we re) )?(?:ga|moet|heb|gaan|zit|ben|vais|dois|ai|suis|va|allons|go|going|am going"
    r"|have|got"
    r"|have to go|must go|need to go|m going)"
)
_WAY: Final = (
    r"(?:(?:(?:een|un|an) )?(?:afspraak|rendez vous|rdv|appointment) )?"
    r"(?:naar|bij|op|met|in|chez|avec|au|a|aux|en|to see|to|at|with|see)"
)
_ONES: Final = (
    r"(?:de|den|het|t|mijn|mijne|mij|m n|le|la|les|l|mon|ma|mes|the|my|a|an|een|un|une|n)"
)
# Where one is expected at an hour. Of any other place, or somebody's, she is asked.
_EXPECTED: Final = (
    r"(?:huis|oog|tand)?(?:dokter|arts)|tandarts|kapp(?:er|ster)|kine(?:sist\w*)?|pedicure|bank"
    r"|ziekenhuis|hospitaal|kliniek|werk|school|les|ocmw|gemeente(?:huis)?|stadhuis|mutualiteit"
    r"|bond"
    r"|dagcentrum|dienstencentrum|markt|winkel|bibliotheek|dialyse|controle|onderzoek|medecin"
    r"|docteur"
    r"|dentiste|coiffeu(?:r|se)|hopital|clinique|travail|boulot|ecole|cours|cpas|commune|mutuelle"
    r"|banque|marche|magasin|bibliotheque|controle|doctor|dentist|hairdresser|hospital|clinic|work"
    r"|class|course|lesson|town hall|market|shop|shops|library|appointment|office"
)
# Somebody who is expected, and is no dead husband or mother.
_VISITED: Final = (
    r"zus(?:ter|je)?|dochter|zoon|kinderen|kleinkind(?:eren|je)?|kleinzoon|kleindochter|broer"
    r"|vriend(?:in|innen|en)?|fille|fils|soe?ur|frere|enfants|petits enfants|copine|copain|amie?s?"
    r"|daughters?|sons?|sister|brother|children|grandchildren|grandson|granddaughter|friends?|kust"
)
_REQUEST: Final = (
    r"(?:dus |alors |so )?(?:(?:(?:u|je|ge|gij) )?(?:moet|moogt|mag|hoeft) (?:dan |mij )*(?:niet?"
    r"|nie)"
    r" (?:te )?(?:schrijven|bellen)|schrijf (?:dan |maar |mij )*(?:niet?|nie)|(?:n )?ecri(?:s|vez"
    r"|re)"
    r" pas(?: demain)?|pas besoin d ecrire|(?:do not|don t|dont|no need to) (?:write"
    r"|message)(?: me)?)"
)
_SMALL: Final = (
    r"he+|hoor|srry|sry|sorrie|dsl|desolee?|ze|dan|maar|en|et|and|but|mais|dag|goeiedag|bonjour|hello|hallo|sorry|ok|oke|ja|oui"
    r"|yes|so"
    r"|dus|alors|zeg|svp|aub|please|allez|amai|met|avec|with|terug|donc|voor|pour|for|om|a|at|zes"
    r"|tien|uur|heures"
)
_AWAY: Final = _GONE.replace("DAY", _DAY)
_WHOLE: Final = re.compile(
    rf"(?:(?:{_SMALL}) )*(?:{_DAY} (?:{_SMALL} )?(?:{_AWAY})|(?:{_AWAY}) (?:{_SMALL} )?{_DAY}"
    rf"|(?P<in>{_AWAY}))"
    rf"(?: (?:{_SMALL}))*(?P<why>(?: (?:{_GO})(?: {_DAY})? (?:{_WAY})(?: {_ONES})?"
    rf" (?P<place>(?:\w+ ?){{1,5}}?))?)"
    rf"(?: (?:{_REQUEST}))?(?: (?:{_SMALL}))*"
)
_TAIL: Final = rf"(?: (?:{_DAY}|{_SMALL}|\d+))*"
# Ill on a day, and so not there: nobody takes leave with that. 'Ziek van alles' is more than this.
_ILL: Final = r"(?:ziek|grieperig|malade|souffrante?|grippee?|sick|ill|unwell|poorly)"
_CANNOT: Final = (
    rf"(?:(?:ik |k )?kan (?:ik |k )?(?:er )?(?:{_DAY} )?(?:niet?|nie)(?: (?:komen|bij zijn))?"
    rf"|je (?:ne )?(?:peux|pourrai) pas(?: (?:venir|etre la))?(?: {_DAY})?"
    rf"|(?:i )?(?:can ?t|cannot|won ?t)(?: (?:come|make it|be there))?|niet?|nie|pas|not)"
)
_BE: Final = (
    r"(?:(?:ik |k )?(?:ben|zijn)(?: ik| k)?|je (?:suis|serai)"
    r"|(?:i )?am|i ?m|i will be|i ll be|ill be)"
)
_SORRY: Final = r"(?:excuses?|pardon|want|omdat|car|parce que|because|cause)"
_SICK_THEN: Final = re.compile(
    rf"(?=.*\b{_ILL}\b)(?=.*\b{_DAY}\b)"
    rf"(?:(?:{_BE} (?:{_DAY} )?{_ILL}|{_ILL}|{_CANNOT}|{_DAY}|{_SMALL}|{_SORRY})(?: |$))+"
)
_EXPECTED_AT: Final = re.compile(rf"(?:{_EXPECTED}){_TAIL}")
_VISITING: Final = re.compile(rf"(?:{_VISITED}){_TAIL}")


def says_away(text: str) -> Literal["expected", "away"] | None:
    """`expected`: away for an appointment, or ill on a day. `away`: away for a day, and no word
    where to but to somebody who is visited. None: neither, or it says more than that: any other
    place or person may be a farewell ('ik ga naar mijn man')."""
    if _SICK_THEN.fullmatch(plain(text)):
        return "expected"
    whole = _WHOLE.fullmatch(plain(text))
    if whole is None or (whole["in"] and not re.search(_DAY, whole["in"])):
        return None
    place = (whole["place"] or "").strip()
    if place and _EXPECTED_AT.fullmatch(place):
        return "expected"
    return None if place and not _VISITING.fullmatch(place) else "away"
