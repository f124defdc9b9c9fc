"""What stands behind a yes, a no or a thank you: 'ja. 't mag gedaan zijn voor mij'. A model that
reads the whole hears the answer, and not what is said behind it."""

from __future__ import annotations

import re
from typing import Final

LEAST: Final = 3  # words: of fewer there is nothing to be read by itself
_YES: Final = (
    r"ja+(?: (?:hoor|he|zeker|ja))*|jaja|jawel|jep|joa?|bajaat|toch wel|tja|mja|bof|(?:ja)?zeker"
    r"|natuurlijk|komt goed|bien s[uû]r|it's (?:fine|ok)|i'm good|oui|ouais|si"
    r"|ben oui|mais oui|yes|yeah|yep|yup|aye"
    r"|oke|okay|ok|d'accord|(?:tout )?va bien|[cç]a va|'?t gaat(?: wel)?|gaat wel|i'm fine|i'm ok"
    r"|all right|goed|bien|fine|bon|well|allez|merci(?: bien| beaucoup)?|dank (?:u|je)(?: wel)?"
    r"|bedankt|thanks?(?: you)?|sorry|pardon"
)
_NO: Final = r"nee+n?|neenee|nee hoor|ba neen?|nope|nah|no|non|mais non|ben non"
# What stands behind a no and a comma is mostly what she denies: 'nee, hij doet mij niks'.
_LEADING: Final = re.compile(
    rf"\s*(?:(?:(?:{_YES})(?: (?:{_YES}))*[^\S\n]*[^\w\s'’]"
    rf"|(?:{_YES})[^\S\n]*\n"
    rf"|(?:{_NO})(?:,? (?:{_NO}))*[^\S\n]*(?:[.;:!?…]|\n))[^\w'’]*)+",
    re.IGNORECASE,
)


def behind_answer(text: str) -> str | None:
    """The rest of the text. None where no answer leads it, or only a word or two follow."""
    leads = _LEADING.match(text)
    if leads is None:
        return None
    rest = text[leads.end() :].strip()
    return rest if len(re.findall(r"\w+", rest)) >= LEAST else None
