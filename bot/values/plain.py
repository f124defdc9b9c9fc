"""A message made comparable, with the way back: every letter knows where it stood.

Case, accents, typographic quotes and the commonest slips of the keyboard are taken away before
anything is looked for; what is found is told in positions of the message as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.briefly import briefly
from bot.values.tables import FORGIVEN, REAL_WORDS

_SAME: Final = {
    "’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-",
    "œ": "oe", "æ": "ae", "ß": "ss", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
SHORTEST_FORGIVEN: Final = 5  # letters; below that a slip is too often another word
_LONG_WORD: Final = re.compile(rf"[a-z]{{{SHORTEST_FORGIVEN},}}")


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` in lower case without accents; letter i stood at `starts[i]` to `ends[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, which is not empty, stood in the message."""
        return self.starts[start], self.ends[end - 1]


@briefly
def plain(message: str) -> Plain:
    """Fold and forgive. Takes any text."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    if message.isascii():
        letters, starts = list(message.lower().replace("`", "'")), list(range(len(message)))
        ends = list(range(1, len(message) + 1))
    else:
        for place, letter in enumerate(message):
            folded = fold(letter)
            if not folded and ends:
                ends[-1] = place + 1  # an accent that stands by itself belongs to its letter
            for one in folded:
                letters.append(one)
                starts.append(place)
                ends.append(place + 1)
    return _forgiven("".join(letters), starts, ends)


def fold(text: str) -> str:
    """'Après-midi’' -> 'apres-midi'' ; never fails."""
    text = text.lower()
    for old in text:
        if old in _SAME:
            text = text.replace(old, _SAME[old])
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _forgiven(text: str, starts: list[int], ends: list[int]) -> Plain:
    """Replace misspelt words of the calendar by the right ones; positions follow."""
    wrong = [
        (m.start(), m.end(), right) for m in _LONG_WORD.finditer(text) if (right := meant(m[0]))
    ]
    for start, end, right in reversed(wrong):
        size = len(right)
        first, last = starts[start], ends[end - 1]
        text = text[:start] + right + text[end:]
        starts[start:end] = [first] * size
        ends[start:end] = [last] * size
    return Plain(text, tuple(starts), tuple(ends))


@cache
def _near() -> dict[str, tuple[str, ...]]:
    """For every forgiven word and every way to lose one letter of it: the words it may be."""
    found: dict[str, list[str]] = {}
    for word in FORGIVEN:
        for form in _losing_one(word):
            found.setdefault(form, []).append(word)
    return {form: tuple(words) for form, words in found.items()}


def _losing_one(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def meant(word: str) -> str | None:
    """The word of the calendar of which this is a slip by one key; None when it is right as it is.

    The first letter must be right: that is where people seldom err, and where 'daughter' and
    'laughter' differ.
    """
    if word in FORGIVEN or word in REAL_WORDS or len(word) > 14:
        return None
    near = _near()
    for form in (word, *sorted(_losing_one(word))):
        for right in near.get(form, ()):
            if right[0] == word[0] and _one_slip(word, right):
                return right
    return None


def _one_slip(word: str, right: str) -> bool:
    """One letter too many, too few, wrong, or two changed places."""
    if len(word) < SHORTEST_FORGIVEN:
        return False
    if len(word) != len(right):
        longer, shorter = sorted((word, right), key=len, reverse=True)
        return shorter in _losing_one(longer)
    wrong = [i for i in range(len(word)) if word[i] != right[i]]
    if len(wrong) == 1:
        return True
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    i, j = wrong
    return word[i] == right[j] and word[j] == right[i]
