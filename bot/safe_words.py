"""Words of her own that say plainly that she is safe, in three languages, without any model.

Thanks, sorry, laughter and a short reason may stand around them. All of it must be known, clause by
clause, and nothing in front may say when or where she would be: 'in heaven I am safe', 'I am safe
on the bridge'. Otherwise she is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot import harmless_words, unsafe_words
from bot.harmless_words import CUT
from bot.help_words import says_help_comes
from bot.safety.reply import MEDICAL, SAFE, WELL
from bot.unsafe_words import SAFELY, SUR, VEILIG

_AND_YOU: Final = re.compile(r"\b(?:en|et|and) (?:u|gij|jij|vous|toi|you)\s*\?+", re.IGNORECASE)
_NL_SO: Final = (
    r"(?: (?:nu|hier|wel|echt|heel|gewoon|al|weer|terug|thuis|binnen|helemaal|volledig|zeker|toch"
    r"|mij|me|mijn eigen|momenteel|intussen|ondertussen|hoor|ze|perfect|absoluut|dus|ook|goed"
    r"|allemaal|allebei))*"
)
_FR_SO: Final = (
    r"(?: (?:maintenant|ici|bien|la|deja|chez moi|tout a fait|vraiment|totalement|donc"
    r"|completement|parfaitement|aussi|tres|dans un endroit))*"
)
_EN_SO: Final = (
    r"(?: (?:now|here|really|quite|perfectly|totally|completely|absolutely|all|at home|back home"
    r"|back|home|very|feeling|also|of course|just|safely|doing))*"
)


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
    _i_am(VEILIG, SUR, SAFELY)
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
_BETTER: Final = re.compile(
    r"\b(?:ik|k) voel (?:mij|me)(?: (?:nu|al|weer|terug|veel|echt))* beter\b"
    r"|\b(?:het|t) gaat(?: (?:nu|al|weer|terug|veel|echt))* beter\b"
    r"|\bde pijn is(?: (?:nu|al|weer|terug|helemaal))* (?:weg|over|gedaan)\b"
    r"|\bca va(?: (?:deja|beaucoup|bien|nettement))* mieux\b"
    r"|\bje (?:vais|me sens)(?: (?:deja|beaucoup|bien|nettement))* mieux\b"
    r"|\bla douleur est (?:passee|partie)\b|\bc est passe\b"
    r"|\b(?:i feel|i m feeling|i am feeling|i am|i m|im)(?: (?:much|a lot|a bit|already))* better\b"
    r"|\bthe pain (?:is|has|s) (?:gone|over|passed|stopped)\b|\bit (?:has |s )?passed\b"
)
_CORE: Final = re.compile("|".join(one.pattern for one in (_SAFE, _WELL, _NO_HELP, _BETTER)))
_ASKS: Final = re.compile(r"^(?:am i|are we|ben ik|zijn we|zit ik|suis je|sommes nous|est ce)\b")


@dataclass(frozen=True, slots=True)
class Says:
    """`answer`: SAFE or WELL. `plainly`: nothing else is said but what is known to be harmless;
    otherwise she is asked. `of_help`: they speak of an illness, as that help comes or that she is
    better, and not only of being safe."""

    answer: str
    plainly: bool
    of_help: bool


def says_safe(text: str, kind: str) -> Says | None:
    """Whether words of hers say that she is safe; after a question about help also that it comes,
    or that none is needed."""
    text = _AND_YOU.sub("", text)
    parts = harmless_words.clauses(text)
    if "?" in text or any(map(_ASKS.match, parts)) or unsafe_words.says_unsafe(text, kind):
        return None
    found = [_Clause(part) for part in parts]
    known = all(clause.known for clause in found) and not _no_behind(found)
    comes = any(clause.comes for clause in found)
    of_help = comes or _no_help(found)
    if any(clause.safe for clause in found):
        return Says(WELL if kind == MEDICAL else SAFE, known, of_help)
    if kind != MEDICAL or not known or not of_help:
        return None
    return Says(WELL if _no_help(found) else SAFE, known, of_help)


def half_says_safe(text: str) -> bool:
    """'I am safe', and what nobody knows beside it: a reason to ask."""
    says = says_safe(text, "")
    return says is not None and not says.plainly


def says_i_am_safe(text: str) -> bool:
    """Of words that say that it is over: whether they are of every danger, as 'I am safe' is. 'No
    danger', 'out of danger', and that help comes, are of what was asked."""
    clauses = map(harmless_words.without_no, harmless_words.clauses(text))
    return any(_I_AM_SAFE.search(clause.strip(" |")) for clause in clauses)


def adds_nothing(text: str) -> bool:
    """Thanks, sorry, a greeting: what takes nothing back, as a no would."""
    return "?" not in text and not any(
        harmless_words.opens_with_no(clause)
        or harmless_words.left(harmless_words.without_phrases(clause))
        for clause in harmless_words.clauses(text)
    )


class _Clause:
    """What a clause says, and whether all of it is known."""

    def __init__(self, text: str) -> None:
        bare = harmless_words.without_lead(harmless_words.without_phrases(text).strip(" |"))
        said = bare if _CORE.search(bare) and not _CORE.search(text) else text  # 'sorry safe'
        first = _CORE.search(said)
        self.safe = _SAFE.search(said) is not None
        self.well = _WELL.search(said) is not None
        self.no_help = _NO_HELP.search(said) is not None
        self.better = _BETTER.search(said) is not None
        self.comes = says_help_comes(text)
        self.no = unsafe_words.is_no(text)
        rest = harmless_words.without_no(_CORE.sub(CUT, said)).strip(" |")
        known = harmless_words.without_phrases(rest)
        self.explained = harmless_words.explains(rest)
        leads = first is None or harmless_words.may_lead(said[: first.start()])
        self.known = self.comes or self.no or (leads and not harmless_words.left(known))


def _no_behind(found: list[_Clause]) -> bool:
    """'I am safe. No.' A no in front is to something else."""
    said = [one.safe or one.well or one.no_help or one.comes for one in found]
    return any(one.no for one in found[said.index(True) + 1 :]) if True in said else False


def _no_help(found: list[_Clause]) -> bool:
    """'Heavens no, I only nodded off. I am quite all right.' That all is well is believed with a
    reason to it; alone it is not: many a sick person says so."""
    well, no_help = any(one.well for one in found), any(one.no_help for one in found)
    explained = any(one.explained for one in found)
    better = any(one.better for one in found)
    return better or (well and (no_help or explained)) or (no_help and explained)
