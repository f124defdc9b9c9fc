"""A name that is a word too: 'An' beside 'il y a un an' and 'an hour ago', 'Al' beside 'al jaren',
'Les', 'Van'. Pure.

'An' is a name but where the words around it make it a year or an article. Any other counts as it is
written, with a capital; at the beginning of a sentence only before what somebody does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.dialogue.words import plain

_AN: Final = re.compile(
    r"(?:(?<=\bun )|(?<=\bpar )|(?<=\bchaque )|(?<=\bcet )|(?<=\bbon )|(?<=\bnouvel )|(?<=\d )"
    r"|(?<=\b[ld]['’]))an\b"
    r"|\ban (?=[aeiou]|hours?\b|honest)"
    r"(?!(?:is|en|et|est|a|in|and|or|aan|op|over|ook|altijd|also|always|ever|\w+ed|\w+s)\b"
    r"|\w+ (?:me|mij)\b)",
    re.IGNORECASE,
)
# Other words, and particles, that are first names of few.
_WORDS: Final = frozenset(
    (
        *("ai", "al", "do", "en", "he", "ma", "me", "my", "no", "si", "so", "su", "vu"),
        *("van", "den", "der", "ten", "ter", "von", "del", "des", "les"),
    )
)
_DOES: Final = (
    r"(?=$|[,.!?]| (?:heeft|had|is|was|\w+t|zag|sloeg|wil|wou|wilde|deed|kwam|\w+te|vroeg|greep"
    r"|stal|m['’ ]?a|me|a|est|était|ne|n['’]|has|hits|wants|rapes|stole|\w+ed"
    r"|(?:abuses|hurts|beats|kicks|kisses|touches|threatens|scares|insults) me)\b)"
)
_NO_AL: Final = (
    r"(?! (?:jaren|maanden|weken|dagen|lang|een|die|de|het|dat|twee|drie|vier|vijf|\d+|weer|sinds"
    r"|heel|zo|hij|ik|ze|zij|ge|u|je|wat|mijn|onze|haar|zijn|veel|meer|te|toen|altijd)\b)"
)


def without_words(text: str, name: str) -> str:
    """The text without what only looks like that name."""
    first = (plain(name).split() or [""])[0]
    if first == "an":
        return _AN.sub("", text)
    return _but_names(first).sub("", text) if first in _WORDS else text


@lru_cache(maxsize=32)
def _but_names(word: str) -> re.Pattern[str]:
    """That word where it is no name: without a capital, or where it begins what says no more."""
    says = _NO_AL if word == "al" else _DOES
    begins = rf"(?i:(?:^|(?<=[.!?\n])|(?<=[.!?] )){word}\b(?!{says}))"
    within = rf"(?<!^)(?<![.!?\n])(?<![.!?] )\b(?!{word.capitalize()}\b)(?i:{word})\b"
    return re.compile(rf"{begins}|{within}")
