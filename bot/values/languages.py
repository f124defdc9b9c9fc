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
#: 'geen frans maar nederlands', 'not French': these are not wanted.
_NOT: Final = re.compile(
    r"(?:\b(?:geen|niet in het|niet|pas|pas en|pas le|not|not in|no|non|plus|van het|from|d'|du)"
    r"(?: in| en| het| le| l'| de)*[ ']?)$",
    re.ASCII,
)


def find_languages(whole: Plain) -> list[tuple[int, int, str]]:
    """(start, end, code) of each name of a language in a plain text."""
    return [(m.start(), m.end(), m.lastgroup or "") for m in _FIND.finditer(whole.text)]


def read_language(text: str) -> str | None:
    """'nl', 'fr' or 'en' where one is named and wanted; None for none, or for several."""
    whole = plain(text)
    if (code := _CODE.fullmatch(whole.text)) is not None:
        return code[1]
    named = find_languages(whole)
    wanted = {
        code for start, _, code in named if not _NOT.search(whole.text, max(0, start - 20), start)
    }
    return wanted.pop() if len(wanted) == 1 else None
