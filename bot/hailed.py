"""Whom a short message names: 'Dag Marc', 'wa scheelt er, Marc?'. Pure.

Any part of the name counts, as people write it. Who writes a whole story may name anybody in it:
of a long message only the begin is looked at.
"""

from __future__ import annotations

from typing import Final

from bot.dialogue.words import plain

SHORT: Final = 12  # words
_SMALL_WORDS: Final = "van de den der het t ter ten le la les du des d l el al of the"
_SMALL: Final = frozenset(_SMALL_WORDS.split())


def names(words: str, name: str, but: str = "") -> bool:
    """Whether a name stands in the words. `but`: a name that may stand there, though it shares a
    part."""
    parts = set(plain(name).split()) - set(plain(but).split()) - _SMALL
    return not parts.isdisjoint(plain(words).split()[:SHORT])
