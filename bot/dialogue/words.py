"""Comparing what a person typed with what a button says."""

from __future__ import annotations

import re
import unicodedata

from bot.briefly import briefly


@briefly
def plain(text: str) -> str:
    """Fold case, accents, apostrophes, emoji and punctuation away: 'Ça va !' -> 'ca va'."""
    letters = text.casefold()
    if not letters.isascii():
        folded = unicodedata.normalize("NFKD", letters)
        letters = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", letters))
