"""Readers of free text that need no calendar: name, text, language, form of address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.dialogue.names import ADDRESS_WORDS, LANGUAGES
from bot.dialogue.turns import Context, Reader
from bot.dialogue.words import plain
from bot.understanding import Understanding

LONGEST_NAME: Final = 40  # characters
MOST_WORDS: Final = 3
LONGEST_TEXT: Final = 2000

_BEFORE_A_NAME: Final = re.compile(
    r"^(?:hallo|dag|bonjour|salut|hello|hi|ja|oui|yes)?[\s,!.]*"
    r"(?:(?:ik ben|ik heet|mijn naam is|m'n naam is|noem mij|noem me|zeg maar|'t is|het is"
    r"|je m'appelle|mon nom est|mon prénom est|moi c'est|c'est|je suis|appelez-moi"
    r"|appelle-moi|my name is|my name's|i am|i'm|call me|it's|just)\s+)?",
    re.IGNORECASE,
)
_LANGUAGE_WORDS: Final = {
    "nl": "nederlands vlaams hollands neerlandais flamand dutch flemish nl",
    "fr": "frans francais french fr",
    "en": "engels anglais english en",
}


def read_name(understanding: Understanding, context: Context) -> str | None:
    """A name: at most three words of letters; None where it looks like a sentence."""
    straight = understanding.text.strip().replace("\u2019", "'")
    rest = _BEFORE_A_NAME.sub("", straight, count=1).strip(" .!,'\"")
    words = rest.split()
    if not words or len(words) > MOST_WORDS or len(rest) > LONGEST_NAME or "?" in rest:
        return None
    if not all(c.isalpha() or c in " -'." for c in rest):
        return None
    return rest if rest != rest.lower() else " ".join(w[:1].upper() + w[1:] for w in words)


def read_text(understanding: Understanding, context: Context) -> str | None:
    """Anything with a letter in it."""
    text = understanding.text.strip()
    return text[:LONGEST_TEXT] if any(c.isalnum() for c in text) else None


def read_language(understanding: Understanding, context: Context) -> str | None:
    """One of our languages, by entity or by its name in any of the three."""
    named = [e.value for e in understanding.entities if e.name == "language"]
    found = {value for value in named if value in LANGUAGES}
    words = set(plain(understanding.text).split())
    if not found:
        found = {code for code, known in _LANGUAGE_WORDS.items() if words & set(known.split())}
    if {"en", "nl"} <= found or {"en", "fr"} <= found:
        found.discard("en")  # 'en' is also a word of Dutch and French
    return found.pop() if len(found) == 1 else None


def read_address(understanding: Understanding, context: Context) -> str | None:
    """formal or informal, where exactly one of the words stands in the text."""
    words = plain(understanding.text).split()
    found = {ADDRESS_WORDS[word] for word in words if word in ADDRESS_WORDS}
    return found.pop() if len(found) == 1 else None


READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {"name": read_name, "text": read_text, "language": read_language, "address": read_address}
)
