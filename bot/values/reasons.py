"""Why somebody wishes something is not what she wishes: 'om half tien, want maandag komt de kine'
is about half past nine, and about no Monday."""

from __future__ import annotations

import re
from typing import Final

# 'I want Monday', 'the car comes at ten' give no reason.
_BECAUSE: Final = re.compile(
    r"(?<!\bi )(?<!\byou )(?<!\bwe )(?<!\bnot )(?<!n't )(?<!n\u2019t )(?<!\bdo )\bwant\b(?! to\b)"
    r"|(?<!\bthe )(?<!\bmy )(?<!\bby )(?<!\ba )\bcar\b"
    r"|\b(?:parce qu|vu qu|puisqu)(?:e\b|['\u2019])"
    r"|\b(?:omdat|aangezien|(?:be)?cause|cos|cuz)\b",
    re.IGNORECASE,
)


def without_reason(text: str) -> str:
    """What stands before a reason; behind its comma where she begins by it."""
    because = _BECAUSE.search(text)
    if because is None:
        return text
    before = text[: because.start()]
    return before if before.strip(" ,.") else text[because.start() :].partition(",")[2]
