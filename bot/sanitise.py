"""Words of one person made safe to show to another: nothing invisible, nothing turned around."""

from __future__ import annotations

import re
import unicodedata

# Bidirectional controls turn an address or a name around; zero-width ones hide things in it.
_HIDDEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\u061c\u180e]"
)
SENT_ON = "↪"  # stands before what somebody forwarded: not their own words
LONGEST = 3900  # leaves room for a header within Telegram's 4,096


def units(text: str) -> int:
    """The length as Telegram counts it: an emoji is two."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


def clean(text: str, longest: int = LONGEST) -> str:
    """The text without hidden characters and controls, line breaks kept, cut with an ellipsis.

    `longest` counts as Telegram does. A zero-width joiner between two emoji is kept: it makes
    them one.
    """
    kept = _HIDDEN.sub(lambda m: m[0] if _joins_emoji(text, m.start()) else "", text)
    kept = "".join(c for c in kept if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    kept = re.sub(r"\n{3,}", "\n\n", kept).strip()
    return kept if units(kept) <= longest else _first(kept, longest - 1).rstrip() + "…"


def _first(text: str, longest: int) -> str:
    while units(text) > longest:
        text = text[: -max(1, (units(text) - longest) // 2)]
    return text


def _joins_emoji(text: str, at: int) -> bool:
    if text[at] != "\u200d" or not 0 < at < len(text) - 1:
        return False
    before, after = text[at - 1], text[at + 1]
    return all(unicodedata.category(c) in ("So", "Sk", "Mn") for c in (before, after))


def one_line(text: str, longest: int = 60) -> str:
    """A name: clean, on one line."""
    return clean(" ".join(text.split()), longest)
