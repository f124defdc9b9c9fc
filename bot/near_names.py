"""A name as people spell it: 'Kariem', 'Carim' or 'Karem' for Karim, 'Sofi' for Sofie. Pure.

It only ever leads to a question: 'Karin' may be somebody else, and she is asked about Karim.
Where his name stands in the words as it is written, every other is another's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.dialogue.enough_words import KNOWN
from bot.dialogue.words import plain
from bot.spelling import slipped
from bot.spoken_of import called, parts_of

SHORTEST: Final = 5  # letters of a name: one letter from 'Marc' stand words of all kinds
_SOUND: Final = 4  # letters that are left of it as it sounds
_WORD: Final = re.compile(r"[^\W_]+")
_SOUNDS: Final = tuple(
    (re.compile(heard), letter)
    for heard, letter in (
        ("ph", "f"),
        ("c?k|[cq]", "k"),
        ("ij|ie|ee|y", "i"),
        ("ou|oe", "u"),
        ("z", "s"),
        ("h", ""),
        (r"(.)\1", r"\1"),
        ("e$", ""),
    )
)
_VOWELS: Final = re.compile("[aeiou]")
#: Words that stand one letter from a name that people have: 'mari' and Marie, 'elle' and Ellen.
_ORDINARY: Final = KNOWN | {
    "again", "ages", "aines", "alike", "alive", "alleen", "allen", "alone", "ander", "andere",
    "anges", "annee", "annees", "bastion", "beter", "bill", "brun", "brune", "caille", "caring",
    "carne", "clair", "clairs", "clou", "cloue", "clue", "denies", "dens", "dents", "devis",
    "eglise", "eine", "elden", "elke", "elken", "elle", "elles", "else", "elven", "epine",
    "femme", "femmes", "frais", "franc", "francais", "francaise", "francs", "franse", "garce",
    "gasten", "geef", "geeft", "geest", "giet", "glace", "gorge", "grape", "grate", "grave",
    "great", "greek", "green", "greep", "greet", "grief", "griep", "groet", "guid", "guide",
    "hairy", "helen", "hide", "hield", "ieman", "iemand", "image", "jambes", "jolie", "jule",
    "juli", "jullie", "july", "justice", "kabel", "kameel", "kerel", "kerels", "landen", "langer",
    "leve", "liege", "liever", "lievre", "lijve", "live", "lokte", "lotto", "lucide", "lucky",
    "macro", "mafia", "maire", "mamie", "march", "marge", "mari", "maried", "marier", "marin",
    "maris", "maroc", "marre", "marron", "marry", "matin", "meter", "mice", "miene", "moeke",
    "nada", "nanny", "pater", "peer", "peper", "peser", "peuter", "pieker", "pierres", "pire",
    "polo", "prie", "rayon", "reine", "remain", "robe", "roert", "roman", "ronger", "salir",
    "serre", "seven", "sifon", "sinon", "someone", "somone", "steen", "steken", "stelen",
    "stenen", "sterven", "stijf", "stijl", "teen", "terre", "thin", "tien", "tonne", "waiter",
    "walker", "water", "wend", "will", "wille", "windy",
}  # fmt: skip


def as_called(text: str, name: str, *, sounds: bool = False) -> str:
    """With such a word as his name. `sounds`: only where it sounds like it, or a vowel is another;
    for words that may be about anybody."""
    if called(name).search(plain(text)):
        return text
    parts = [part for part in parts_of(name) if len(part) >= SHORTEST]
    if not parts:
        return text

    def meant(found: re.Match[str]) -> str:
        word = plain(found[0])
        part = next((part for part in parts if _near(word, part, sounds)), "")
        return (part.capitalize() if found[0][:1].isupper() else part) or found[0]

    return _WORD.sub(meant, text)


def _near(word: str, part: str, sounds: bool) -> bool:
    if len(word) < _SOUND or word in _ORDINARY:
        return False
    one, two = _sound(word), _sound(part)
    if one == two and len(two) >= _SOUND:
        return True
    slip = one[:1] == two[:1] and slipped(word, part, other_letter=True)
    return slip and (not sounds or _VOWELS.sub("", one) == _VOWELS.sub("", two))


@lru_cache(maxsize=256)
def _sound(word: str) -> str:
    for heard, letter in _SOUNDS:
        word = heard.sub(letter, word)
    return word
