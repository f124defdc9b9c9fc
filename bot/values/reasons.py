"""Why somebody wishes something is not what she wishes: 'om half tien, want maandag komt de kine'
is about half past nine, and about no Monday."""

from __future__ import annotations

import re
from typing import Final

_BECAUSE: Final = (
    r"\b(?:parce qu|vu qu|puisqu)(?:e\b|['\u2019])|\b[a\u00e0] cause d"
    r"|\b(?:omdat|aangezien|because|cos|cuz)\b"
)
#: In other languages these are other words: 'I want Monday', 'the car comes at ten'.
_OWN: Final = {"nl": r"|\bwant\b", "fr": r"|\bcar\b", "en": r"|\bcause\b"}
_ON: Final = re.compile(
    r"(?:[,.;]\s*(?:en|et|and|dus|donc|so)|[,.;\s]\s*(?:maar|mais|but))\b.*",
    re.IGNORECASE | re.DOTALL,
)


def parted(text: str, language: str) -> tuple[str, str]:
    """What stands before a reason, and what goes on behind it: ', maar niet op zondag'; or what
    stands behind its comma where she begins by it."""
    because = re.search(_BECAUSE + _OWN.get(language, ""), text, re.IGNORECASE)
    if because is None:
        return text, ""
    before, reason = text[: because.start()].rstrip(" ,"), text[because.start() :]
    if not before:
        return "", reason.partition(",")[2]
    on = _ON.search(reason)
    return before, on[0] if on else ""
