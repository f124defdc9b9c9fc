"""Takes out of a message what could tell who wrote it, or about whom: names, numbers, addresses.

Everything with a digit goes, every name that is known, and what looks like a name, a street, an
e-mail address or a link. What is masked too much is no harm; what is not seen (a name in small
letters that nobody knows) is why the resident is told that it is done 'as well as I can'.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from bot.masking_words import (
    AFTER_THESE,
    CAPITALS,
    GIVEN_NAMES,
    NUMBERED_ENDINGS,
    NUMBERS,
    PARTICLES,
    STREET_ARTICLES,
    STREET_ENDINGS,
    STREETS,
)

# While at work a mark is one character that no message holds, so that nothing masks it again.
NAME, NUMBER, ADDRESS, EMAIL, LINK = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
MARKS: Final = {
    NAME: "[name]",
    NUMBER: "[number]",
    ADDRESS: "[address]",
    EMAIL: "[e-mail]",
    LINK: "[link]",
}
LONGEST_PREFIX: Final = 4  # letters of a known name that also count within a longer word: Karimke

_DOT: Final = r"(?:\.|\s+(?:punt|point|dot)\s+)"
_AT: Final = r"(?:@|\s*[\[(]at[\])]\s*|\s+(?:at|apenstaartje|apestaartje|arobase)\s+)"
_EMAIL: Final = re.compile(
    rf"(?<!\S)(?:[^\s@]+\s+(?:punt|point|dot)\s+){{0,3}}[^\s@]+{_AT}"
    rf"(?:[^\s@.]+{_DOT}){{1,4}}[a-z]{{2,10}}\b\S*",
    re.IGNORECASE,
)
_AT_ALL: Final = re.compile(r"(?<!\S)[^\s@]*@\S*")
_LINK: Final = re.compile(r"\b(?:[a-z]+://|www\.|t\.me/|wa\.me/)\S*", re.IGNORECASE)
_DOMAIN: Final = re.compile(r"\b[\w-]+\.(?:be|com|org|net|fr|nl|eu|brussels)\b\S*", re.IGNORECASE)
_WITH_DIGIT: Final = re.compile(
    r"(?<![^\s\ue000-\ue004])[^\s\d\ue000-\ue004]*\d[^\s\ue000-\ue004]*"
)
_IBAN: Final = re.compile(
    r"\b[A-Z]{2}\d{2}(?:[\s.-]?[A-Z]{4}\b)?(?:[\s.-]?(?=[A-Z]{0,3}\d)[A-Z0-9]{2,4}){2,8}\b",
    re.IGNORECASE,
)
_HOUSE: Final = r",?\s+(?:nr\.?\s*|n°\s*|no\.?\s*|nummer\s+|numéro\s+)?\d+(?:\s?[a-z]\b)?"
_BOX: Final = r"(?:,?\s+(?:bus|bte|boîte|box)\s+\w+)?"
_STREET_END: Final = re.compile(
    rf"\b[^\W\d_]+(?:(?:{STREET_ENDINGS})\b(?:{_HOUSE}{_BOX})?"
    rf"|(?:{NUMBERED_ENDINGS})\b{_HOUSE}{_BOX})",
    re.IGNORECASE,
)
# A street in French has a capital, or a number; in small letters also after 'j'habite'.
_NAMED: Final = rf"(?:(?:{STREET_ARTICLES})\s*)*[A-ZÀ-Þ][\w'’-]*(?:[ -][A-ZÀ-Þ][\w'’-]*)*"
_SMALL: Final = rf"(?:(?:{STREET_ARTICLES})\s*)*[^\W\d_][\w'’-]*"
_STREET: Final = re.compile(
    rf"(?:\d+(?:\s?[a-z]\b)?,?\s+)?\b(?i:{STREETS})\s+(?:{_NAMED}(?:{_HOUSE}{_BOX})?"
    rf"|{_SMALL}(?:\s[^\W\d_]+)?{_HOUSE}{_BOX})"
    rf"|\d+(?:\s?[a-z]\b)?,?\s+(?:{STREETS})\s+{_SMALL}"
    rf"|(?<=habite )(?:{STREETS})\s+{_SMALL}"
)
_SENTENCE: Final = re.compile(r"[.!?…:;\n\"“”«»(]\s*$")
_REPEATED: Final = re.compile(r"([\ue000-\ue004])(?:[\s,/+-]*\1)+")


def mask(text: str, known: Iterable[str] = (), longest: int = 300) -> str:
    """The text with marks such as [name] and [number], cut at a word to at most `longest`.

    `known`: names, places, phone numbers, addresses that belong to somebody of ours.
    """
    said = _begin_of(_plain(text), longest * 2)
    said = _EMAIL.sub(EMAIL, said)
    said = _AT_ALL.sub(EMAIL, said)
    said = _DOMAIN.sub(LINK, _LINK.sub(LINK, said))
    pieces = sorted({_plain(one) for one in known} - {""}, key=len, reverse=True)
    for piece in pieces:
        if not any(_is_letter(char) for char in piece):  # a number, an emoji: as it stands
            said = said.replace(piece, NUMBER)
    said = _STREET_END.sub(ADDRESS, _STREET.sub(ADDRESS, said))
    said = _WITH_DIGIT.sub(_around_number, _IBAN.sub(NUMBER, said))
    said = _names(said, pieces)
    said = _REPEATED.sub(r"\1", said)
    return _shown(_cut(said, longest))


def _begin_of(said: str, most: int) -> str:
    """Its first words: a very long message is read no further than it can be kept."""
    return said if len(said) <= most else said[:most].rpartition(" ")[0] or said[:most]


def _plain(text: str) -> str:
    """One way of writing each character: no look-alike digits, nothing invisible, one line."""
    wide = unicodedata.normalize("NFKC", text)
    kept = (_digit(char) for char in wide if unicodedata.category(char) not in ("Cf", "Co", "Cn"))
    cleared = (" " if unicodedata.category(char)[0] in "CZ" else char for char in kept)
    return " ".join("".join(cleared).split())


def _digit(char: str) -> str:
    """Any sign for a number is a digit here, whatever its script."""
    return "0" if unicodedata.category(char)[0] == "N" else char


def _around_number(found: re.Match[str]) -> str:
    """Keeps what closes a sentence."""
    tail = re.search(r"[.,!?…;:)]*$", found[0])
    return NUMBER + (tail[0] if tail else "")


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def fold(text: str) -> str:
    """Small letters without accents, for comparing names."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    folded = "".join(c for c in apart if unicodedata.category(c)[0] != "M")
    return unicodedata.normalize("NFKC", folded).casefold() or text


def words(text: str) -> Iterator[tuple[int, int]]:
    """Where each run of letters begins and ends."""
    begin: int | None = None
    for place, char in enumerate(text):
        if _is_letter(char):
            begin = place if begin is None else begin
        elif begin is not None:
            yield begin, place
            begin = None
    if begin is not None:
        yield begin, len(text)


def _names(said: str, known: list[str]) -> str:
    spans = list(words(said))
    folded = [fold(said[begin:end]) for begin, end in spans]
    hidden = {place: NAME for place in _known(folded, known)}
    for place in range(len(spans)):
        if place not in hidden and _looks_like_name(said, spans, folded, place):
            hidden[place] = NAME
    for place in _spelled(folded):
        hidden[place] = NUMBER
    for place in sorted(hidden, reverse=True):
        begin, end = spans[place]
        said = said[:begin] + hidden[place] + said[end:]
    return said


def _known(folded: list[str], known: list[str]) -> set[int]:
    """The places of words that are, or begin with, a part of a known name; whole names too."""
    found: set[int] = set()
    for name in known:
        parts = [fold(name[begin:end]) for begin, end in words(name)]
        for place in range(len(folded) - len(parts) + 1) if parts else ():
            if folded[place : place + len(parts)] == parts:
                found.update(range(place, place + len(parts)))
        telling = {part for part in parts if part not in PARTICLES and len(part) > 1}
        for place, word in enumerate(folded):
            if any(_names_somebody(word, part) for part in telling):
                found.add(place)
    return found


def _names_somebody(word: str, part: str) -> bool:
    """The name itself, with an s behind it, or in a pet form that begins with it."""
    if word in (part, part + "s"):
        return True
    return len(part) >= LONGEST_PREFIX and word.startswith(part)


def _looks_like_name(
    said: str, spans: list[tuple[int, int]], folded: list[str], place: int
) -> bool:
    """A given name; a capital within a sentence; whatever follows 'my name is' or 'Mrs'."""
    begin, end = spans[place]
    written, word = said[begin:end], folded[place]
    capital = written[0].isupper()
    if word in GIVEN_NAMES:
        return True
    shouting = said.upper() == said
    if not capital or shouting or word in CAPITALS:
        return _introduced(folded, place) and word not in PARTICLES | CAPITALS
    first = begin == 0 or _SENTENCE.search(said[:begin]) is not None
    return not first or _introduced(folded, place)


def _introduced(folded: list[str], place: int) -> bool:
    before = " ".join(folded[max(0, place - 3) : place])
    return any(before == cue or before.endswith(" " + cue) for cue in AFTER_THESE)


def _spelled(folded: list[str]) -> Iterator[int]:
    """Numbers in words, where three or more follow each other: a dictated telephone number."""
    run: list[int] = []
    for place, word in enumerate([*folded, ""]):
        if word in NUMBERS:
            run.append(place)
            continue
        if len(run) >= 3:
            yield from run
        run = []


def _cut(said: str, longest: int) -> str:
    """At a word, where it is too long with its marks spelled out."""
    if len(_shown(said)) <= longest:
        return said
    kept = said[:longest]
    while kept and len(_shown(kept)) > longest - 1:
        kept = kept.rpartition(" ")[0] if " " in kept else kept[:-1]
    return kept.rstrip() + "…"


def _shown(said: str) -> str:
    for sign, mark in MARKS.items():
        said = said.replace(sign, mark)
    return said
