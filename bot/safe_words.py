"""Words of her own that say plainly that she is safe, in three languages, without any model.

Thanks, sorry, laughter and a short reason may stand around them. What may take them back does: a
'not', a 'but', an 'if', a question mark, somebody who comes. Then she is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot import harmless_words, unsafe_words
from bot.dialogue.words import plain
from bot.harmless_words import CUT
from bot.help_words import says_help_comes
from bot.safety.reply import MEDICAL, SAFE, WELL

MOST: Final = 12  # words of a reason that nobody knows: more is a story of its own
_CLAUSES: Final = re.compile(r"[.,;:!…\n()]+|\s[-–—]+\s")
_AND_YOU: Final = re.compile(r"\b(?:en|et|and) (?:u|gij|jij|vous|toi|you)\s*\?+", re.IGNORECASE)
_NL_SO: Final = (
    r"(?: (?:nu|hier|wel|echt|heel|gewoon|al|weer|terug|thuis|binnen|helemaal|volledig|zeker|toch"
    r"|mij|me|mijn eigen|momenteel|intussen|ondertussen|hoor|ze|perfect|absoluut|dus|ook|goed"
    r"|allemaal|allebei))*"
)
_FR_SO: Final = (
    r"(?: (?:maintenant|ici|bien|la|deja|enfin|chez moi|tout a fait|vraiment|totalement|donc"
    r"|completement|parfaitement|aussi|tres|dans un endroit))*"
)
_EN_SO: Final = (
    r"(?: (?:now|here|really|quite|perfectly|totally|completely|absolutely|all|at home|back home"
    r"|back|home|very|feeling|also|of course|just|safely|doing))*"
)
_VEILIG: Final = r"(?:v(?:ei|ij|y)l+[ie]g|safe(?! and)|in veiligheid)"  # also as learners write it
_SUR: Final = (
    r"(?:(?:en )?(?:securit(?:e|ee|er|ey)|surete)|securisee?|a l abri|en lieu sur|safe(?! and))"
)
_SAFELY: Final = r"(?:safe|save|saif|saf)(?: and (?:sound|well))?"


def _i_am(veilig: str, sur: str, safely: str) -> str:
    return (
        rf"\b(?:ik|k|kik|we|wij) (?:ben|zen|zijn|zit|zitten|voel){_NL_SO} {veilig}\b(?: en wel\b)?"
        rf"|\b(?:kben|kzen|kzit|kzijn|en (?:ben|zit|zen)|(?:ben|zit|zen) (?:ik|k))"
        rf"{_NL_SO} {veilig}\b"
        rf"|^(?:(?:ja+|jawel|ok|ben|zit|ik|nu|alles|hier)\b ?)*{_NL_SO} ?{veilig}(?: thuis)?\b"
        r"|\b(?:je suis|chuis|chui|j suis|suis|je me sen[st]|on est|nous sommes)"
        rf"{_FR_SO} {sur}(?: |$)|^(?:(?:oui|moi|la|ok)\b ?)*{sur}(?: |$)"
        rf"|\b(?:i am|i m|im|we are|we re|i feel){_EN_SO} {safely}\b"
    )


_I_AM_SAFE: Final = re.compile(
    _i_am(_VEILIG, _SUR, _SAFELY)
    + rf"|^(?:(?:yes|yeah|yep|ok|i|me|am|all)\b ?)*{_EN_SO} ?safe(?: and (?:sound|well))?\b"
)
_NO_DANGER: Final = re.compile(  # of whatever was asked, and of nothing else
    _i_am(
        r"(?:buiten gevaar|uit (?:het )?gevaar|ongedeerd)",
        r"(?:hors de danger|sain et sauf|saine et sauve)",
        r"out of danger",
    )
    + r"|\b(?:ik ben )?niet in gevaar\b|\b(?:er is )?geen gevaar\b"
    r"|\b(?:je (?:ne |n )?suis|chuis|chui|suis) (?:pas|plus)(?: du tout)? en danger\b"
    r"|\b(?:il n y a |y a )?(?:pas de|aucun) danger\b"
    r"|\b(?:(?:i am|i m|im) )?not in (?:any )?danger\b|\b(?:in |there is |there s )?no danger\b"
)
_SAFE: Final = re.compile(f"{_I_AM_SAFE.pattern}|{_NO_DANGER.pattern}")
_WELL: Final = re.compile(
    rf"\b(?:i am|i m|im|i feel|all){_EN_SO} (?:all ?right|alright|fine|ok|okay|well|good)\b"
    rf"|\b(?:ik|k) (?:ben|zen|voel){_NL_SO} (?:in orde|oke|ok|okay|goed|prima|content)\b"
    r"|\balles (?:is )?(?:goed|in orde|oke|ok|prima)\b|\b(?:niks|niets) aan de hand\b"
    rf"|\b(?:je vais|tout va|je me sens){_FR_SO} (?:bien|ok)\b|\bca va (?:tres "
    r"|tout a fait )?bien\b"
)
_NO_HELP: Final = re.compile(
    r"\b(?:ik heb |er is )?geen (?:hulp|dokter|ambulance|ziekenwagen) nodig\b"
    r"|\b(?:je n ai |j ai |il (?:ne )?faut )?(?:pas besoin d (?:aide|un medecin|une? ambulance)"
    r"|pas besoin de (?:medecin|docteur|secours)|pas d ambulance)\b"
    r"|\b(?:i )?(?:do not|don t|dont) need (?:any |an? )?(?:help|doctor|ambulance)\b"
    r"|\bno (?:help|doctor|ambulance) (?:is )?needed\b|\bno need for (?:an? )?(?:help|doctor"
    r"|ambulance)\b"
)
_TURNS: Final = re.compile(
    r"\b(?:niet|nie|ni|geen|nooit|niemand|amper|nauwelijks|bijna|maar|als|tot|zolang|misschien"
    r"|denk|dacht|hoop|wou|wil|zou|straks|morgen|gisteren|hoezo|wat|waarom|wanneer|of|nee|neen"
    r"|voorlopig|voor|behalve|pour|pas|plus|jamais|personne|rien|mais|si|jusqu|peut|pense|crois"
    r"|espere"
    r"|voudrais|veux|serais|demain|hier soir|pourquoi|quand|comment|est ce|quoi|non|bientot|presque"
    r"|sauf|l instant|le moment"
    r"|not|t|dont|isnt|never|nobody|no|but|if|until|till|unless|maybe|think|guess|hope|wish|want"
    r"|would|tomorrow|yesterday|why|what|when|how|almost|soon|while|except|as long|for)\b"
)
_TOO_LATE: Final = re.compile(r"\b(?:te laat|trop tard|too late)\b")
_GRAVE: Final = re.compile(  # somebody who comes, and whatever else may be danger
    r"\b(?:he|him|they|them|hij|hem|ze|zij|hun|il|lui|ils|eux|coming|comes|come|komt|terug"
    r"|revien\w*"
    r"|rentre\w*|returns?|door|deur|porte|outside|buiten|dehors|hid\w*|verstop\w*|cach\w*|lock\w*"
    r"|opgesloten|enferm\w*|bl(?:ee|oe)d\w*|saign\w*|pain|pijn|mal|hurt\w*|pills?|tablets?|pillen"
    r"|cachets|medicat\w*|medica\w*|knife|couteau|rope|koord|corde|scared|afraid|bang|peur|help"
    r"|hulp|aide|die|dying|dead|dood|sterven|mourir|mort|forever|adieu|vaarwel|last|laatste"
    r"|derniere?|fell|fallen|gevallen|tombee?|breath\w*|adem\w*|respir\w*|chest|borst|poitrine"
    r"|took|taken|swallow\w*|ingenomen|genomen|geslikt|slik\w*|pris|prise|avale\w*|cut\w*"
    r"|gesneden|snij\w*|sneed|coup\w*|doen|do|faire|goodbye|farewell|everyone|iedereen|tell|zeg|vivre|vie|leven|living|life"
    r"|dis|dites|dire|children|kids|kinderen|enfants)\b"
)
_ASKS: Final = re.compile(r"^(?:am i|are we|ben ik|zijn we|zit ik|suis je|sommes nous|est ce)\b")


@dataclass(frozen=True, slots=True)
class Says:
    """`answer`: SAFE or WELL. `plainly`: nothing else is said but what is known to be harmless, so
    that no reading of a model makes danger of it."""

    answer: str
    plainly: bool


def says_safe(text: str, kind: str) -> Says | None:
    """Whether words of hers say that she is safe; after a question about help also that it comes,
    or that none is needed."""
    medical, text = kind == MEDICAL, _AND_YOU.sub("", text)
    if "?" in text or unsafe_words.says_unsafe(text, kind) or _TOO_LATE.search(plain(text)):
        return None
    parts = [part for part in _CLAUSES.split(text) if plain(part)]
    if any(_ASKS.match(plain(part)) for part in parts):
        return None
    found = [_Clause(part) for part in parts]
    if _no_behind(parts, found):
        return None
    rest = " ".join(word for clause in found for word in clause.left)
    if len(rest.split()) > MOST or _TURNS.search(rest):
        return None
    if any(clause.safe for clause in found) and not _GRAVE.search(rest):
        return Says(WELL if medical else SAFE, plainly=not rest)
    if medical and not rest and _no_help(found):
        return Says(WELL, plainly=True)
    if medical and _help_comes(parts, found):
        return Says(SAFE, plainly=True)
    return None


def says_i_am_safe(text: str) -> bool:
    """Of words that say that it is over: whether they are of every danger, as 'I am safe' is. 'No
    danger', 'out of danger', and that help comes, are of what was asked."""
    clauses = (harmless_words.without_no(plain(part)) for part in _CLAUSES.split(text))
    return any(_I_AM_SAFE.search(clause.strip(" |")) for clause in clauses)


def adds_nothing(text: str) -> bool:
    """Thanks, sorry, a greeting: what takes nothing back, as a no would."""
    clauses = [plain(part) for part in _CLAUSES.split(text)]
    return "?" not in text and not any(
        harmless_words.opens_with_no(clause)
        or harmless_words.left(harmless_words.without_phrases(clause))
        for clause in clauses
    )


class _Clause:
    """What a clause says, and what is left of it."""

    def __init__(self, text: str) -> None:
        rest = harmless_words.without_no(plain(text)).strip(" |")
        self.safe, rest = _taken(_SAFE, rest)
        self.well, rest = _taken(_WELL, rest)
        self.no_help, rest = _taken(_NO_HELP, rest)
        known = harmless_words.without_phrases(rest)
        self.explained = known != rest
        if not self.safe:  # 'do not worry I am safe', without a comma
            self.safe, known = _taken(_SAFE, known)
        self.left = harmless_words.left(known)


def _taken(pattern: re.Pattern[str], said: str) -> tuple[bool, str]:
    said = said.strip(" |")
    rest = pattern.sub(CUT, said)
    return pattern.search(said) is not None, rest


def _no_behind(parts: list[str], found: list[_Clause]) -> bool:
    """'I am safe. No.' A no in front is to something else."""
    said = [clause.safe or clause.well or clause.no_help for clause in found]
    said = [one or says_help_comes(part) for one, part in zip(said, parts, strict=True)]
    behind = parts[said.index(True) + 1 :] if True in said else []
    return any(unsafe_words.is_no(part) for part in behind)


def _help_comes(parts: list[str], found: list[_Clause]) -> bool:
    """Somebody who helps is on the way, by name, and nothing else of any weight is said."""
    comes = [says_help_comes(part) for part in parts]
    return any(comes) and all(
        help_comes or not clause.left for help_comes, clause in zip(comes, found, strict=True)
    )


def _no_help(found: list[_Clause]) -> bool:
    """'Heavens no, I only nodded off. I am quite all right.' That all is well is believed with a
    reason to it; alone it is not: many a sick person says so."""
    well, no_help = any(one.well for one in found), any(one.no_help for one in found)
    explained = any(one.explained for one in found)
    return (well and (no_help or explained)) or (no_help and explained)
