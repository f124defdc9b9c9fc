"""The names of our three languages in our three languages."""

from __future__ import annotations

import re
from typing import Final

from bot.values.plain import Plain, plain

_NAMES: Final[dict[str, str]] = {
    "nl": (
        "nederlandse?|nederlandstalige?|vlaams|vloams|hollands|neerlandais(?:e)?|neerlandophone"
        "|flamand|hollandais|dutch|flemish"
    ),
    "fr": "franse?|franstalige?|waals|francais(?:e)?|francophone|french",
    "en": "engelse?|engelstalige?|anglais(?:e)?|anglophone|english|inglish|englisch",
}
_FIND: Final = re.compile(
    r"\b(?:" + "|".join(f"(?P<{code}>{names})" for code, names in _NAMES.items()) + r")\b",
    re.ASCII,
)
_CODE: Final = re.compile(r"\W*(nl|fr|en)\W*", re.ASCII)
_FILL: Final = (
    r"(?: (?:in|en|het|le|l'|de|goed|veel|zo|bien|beaucoup|spreken|parler|speak|understand|good"
    r"|much|any))*[ ']*$"
)
#: 'geen frans maar nederlands', 'not French', 'je parle pas bien français': these are not wanted.
_NOT: Final = re.compile(
    rf"\b(?:geen|niet in het|niet|nie|pas|pas en|pas le|not|don'?t|not in|no|non|plus|van het|from"
    rf"|d'|du){_FILL}",
    re.ASCII,
)
#: 'le néerlandais je comprends pas', 'frans versta ik niet'.
_NOT_AFTER: Final = re.compile(
    r" (?:(?:versta|spreek|kan|begrijp|ken) (?:ik|k) (?:niet|nie)|je (?:ne )?\w+ pas)\b", re.ASCII
)
#: 'ik leer nederlands', 'a little French': nobody asks for it, and nobody refuses it.
_A_LITTLE: Final = re.compile(
    rf"\b(?:beetje|weinig|slecht|leer|leren|un peu(?: de)?|mal|apprends?|apprendre|little"
    rf"|(?:a )?bit(?: of)?|learn|learning){_FILL}",
    re.ASCII,
)
_BEFORE: Final = 30  # characters that are looked at before a name


#: 'Un peu', and no language named: how much, and not in which.
_HOW_MUCH: Final = re.compile(
    r"(?:(?:ja|oui|yes|non|nee|no|juste|just|maar|mais|een|'n|un|a|tout|petit|heel|klein|very|zo)"
    r"[ ,]+)*(?:peu|beetje|bietje|weinig|little|bit|pas trop|niet veel|not much)"
    r"(?:[ ,]+(?:bit|hoor|hein|maar|please|svp|aub))*[ .!]*"
)


def is_how_much(text: str) -> bool:
    """'Un peu', 'een beetje': neither says in which language."""
    return _HOW_MUCH.fullmatch(plain(text).text.strip()) is not None


def find_languages(whole: Plain) -> list[tuple[int, int, str]]:
    """(start, end, code) of each name of a language in a plain text."""
    return [(m.start(), m.end(), m.lastgroup or "") for m in _FIND.finditer(whole.text)]


def read_language(text: str) -> str | None:
    """'nl', 'fr' or 'en' where one is named and wanted; None for none, or for several."""
    whole = plain(text)
    if (code := _CODE.fullmatch(whole.text)) is not None:
        return code[1]
    wanted = {
        code
        for start, end, code in find_languages(whole)
        if not _is_refused(whole.text, start, end)
        and not _A_LITTLE.search(whole.text, max(0, start - _BEFORE), start)
    }
    return wanted.pop() if len(wanted) == 1 else None


def refused_languages(text: str) -> set[str]:
    """Those of which somebody says that they are not hers."""
    whole = plain(text)
    named = find_languages(whole)
    return {code for start, end, code in named if _is_refused(whole.text, start, end)}


def _is_refused(text: str, start: int, end: int) -> bool:
    before = _NOT.search(text, max(0, start - _BEFORE), start)
    return before is not None or _NOT_AFTER.match(text, end) is not None
