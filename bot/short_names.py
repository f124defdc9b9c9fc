"""A name that is a word too: 'An' beside 'il y a un an' and 'an hour ago', 'Al' beside 'al jaren',
'Les', 'Van', 'Guy' beside 'a guy with a knife'. Pure.

'An' is a name but where the words around it make it a year or an article, and so is 'Guy' or 'Will'
however it is written: people type names without a capital. Any other counts as it is
written, with a capital; at the beginning of a sentence only before what somebody does.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
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

_THE: Final = r"(?:an?|the|this|that|these|those|some|another|my|his|her|our|your|no|any|one)"
_DE: Final = r"(?:een|ne|nen|nne|die|dien|deze|dieje|mijn|m['’]?n|ons|onze|uw|andere|twee|geen)"
_LA: Final = r"(?:une?|la|les?|des|ma|sa|cette|ce)"
_SORT: Final = r"(?:(?!vrijwillig|b[eé]n[eé]vole|volunteer|helper|friend|vriend|amie?\b)\w+ )?"
_KIN: Final = (
    r"(?:husband|wife|son|daughter|brother|sister|father|mother|boyfriend|neighbou?r|man|woman|ex"
    r"|doctor|police|people|nobody|everybody)"
)
_SUBJECT: Final = (
    rf"(?:i|he|she|it|we|you|they|who|that|this|there|some(?:one|body)|{_THE} {_SORT}{_KIN})"
)
_NOUN: Final = rf"\b{_THE} {_SORT}(?!THE)WORD\b"  # THE: as a name is written
_VERB: Final = (
    rf"\b{_SUBJECT} (?:also |never |always |surely |probably )?(?!THE)WORD\b"
    r"|(?:^|(?<=[.!?,\n])|(?<=[.!?,] ))WORD (?:i|he|she|it|we|you|they|not|be)\b"
)
_HOPES: Final = (
    r"\b(?:i|we|you|to|no|any|all|lost|only) WORD\b"
    r"|(?:^|(?<=[.!?,\n])|(?<=[.!?,] ))WORD (?:i|he|she|it|you|they|to|so|that|not)\b"
)
# Where such a word is none: as a thing or a man, as what may or will be done, or as it is said.
_SHAPES: Final = {
    **dict.fromkeys(("guy", "bill", "mark", "joy"), _NOUN),
    "man": rf"\b(?:{_THE}|{_DE}) {_SORT}(?!THE)WORD\b",
    "grace": rf"{_NOUN}|\bgr[aâ]ce (?:à|aux?|a (?:dieu|vous|toi|lui|elle|m\w+|l\w))\b",
    "hope": rf"{_NOUN}|{_HOPES}",
    "rose": rf"\b(?:{_THE}|{_LA}) {_SORT}(?!THE)WORD\b"
    r"|\b(?<!\bc['’ ])(?:est|sont|était|toute?|i|it|he|she|sun) WORD\b(?! qui)",
    "may": rf"{_VERB}|\b(?:in|since|last|next|(?<!afraid )(?<!scared )of|\d+) WORD\b|\bWORD \d",
    "rob": rf"{_VERB}|\b(?:to|will|can|may|might|could) (?!THE)WORD\b",
    "will": rf"{_VERB}|{_NOUN}|\bmijn \w+ (?!THE)WORD\b|\bik (?!THE)WORD\b",
    "lief": r"\b(?:mijn|m['’]?n|(?:hij|zij|ze|ge|gij|je|u|die) (?:is|was|zijt|bent|waart|doet"
    r"|deed)(?: \w+)?|zo|heel|zeer|erg|niet|even|altijd|nogal) WORD\b",
}
# Of whom or of what it tells is still to be read: 'mijn man', 'he will kill me'.
_INSTEAD: Final = {"man": "vent", "guy": "man", "will": "is going to"}


def without_words(text: str, name: str) -> str:
    """The text without what only looks like that name."""
    first = (plain(name).split() or [""])[0]
    if first == "an":
        return _AN.sub("", text)
    for word in _SHAPES.keys() & set(plain(name).split()):
        text = _shape(word).sub(partial(_otherwise, word), text)
    return _but_names(first).sub("", text) if first in _WORDS else text


def _otherwise(word: str, found: re.Match[str]) -> str:
    bare = rf"\b{word.replace('a', '[aâ]')}\b"
    return re.sub(bare, _INSTEAD.get(word, ""), found[0], flags=re.IGNORECASE)


@lru_cache(maxsize=32)
def _shape(word: str) -> re.Pattern[str]:
    shape = _SHAPES[word].replace("THE", f"(?-i:{word.capitalize()})\\b")
    return re.compile(shape.replace("WORD", word), re.IGNORECASE)


@lru_cache(maxsize=32)
def _but_names(word: str) -> re.Pattern[str]:
    """That word where it is no name: without a capital, or where it begins what says no more."""
    says = _NO_AL if word == "al" else _DOES
    begins = rf"(?i:(?:^|(?<=[.!?\n])|(?<=[.!?] )){word}\b(?!{says}))"
    within = rf"(?<!^)(?<![.!?\n])(?<![.!?] )\b(?!{word.capitalize()}\b)(?i:{word})\b"
    return re.compile(rf"{begins}|{within}")
