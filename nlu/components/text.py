"""What happens to a message before any encoder sees it. Pure functions, no state."""

from __future__ import annotations

import re
import unicodedata

#: A message is never looked at beyond this many characters (Telegram's own limit is 4,096).
MESSAGE_LIMIT = 4096
#: The intent is read from the first characters only; safety reads the rest in windows.
INTENT_LIMIT = 1000
#: A transformer takes 3 ms for a sentence and 9 for 320 characters, so of a long message it gets beginning and end,
#: and of one beyond INTENT_LIMIT less, since the scan for safety has its own cost there.
DEEP_HEAD, DEEP_TAIL = 224, 96
DEEP_HEAD_LONG, DEEP_TAIL_LONG = 144, 64

_SPACES = re.compile(r"\s+")
_BREAK = re.compile(r"[.!?…\n]\s|[,;:]\s|\s")


def clean(text: str) -> str:
    """Composed Unicode, single spaces, no leading '/' (Rasa lets '/name' choose any intent), at most MESSAGE_LIMIT."""
    text = unicodedata.normalize("NFC", text[: MESSAGE_LIMIT + 64])
    text = "".join(c if unicodedata.category(c) not in ("Cc", "Cf") or c in "\n\t\u200d" else " " for c in text)
    return _SPACES.sub(" ", text).strip().lstrip("/ ")[:MESSAGE_LIMIT]


def has_words(text: str) -> bool:
    """False for '???', '...' and messages of emoji alone: no letter and no digit."""
    return any(c.isalnum() for c in text)


def shallow(text: str) -> str:
    """What the cheap encoder gets for the intent: at most INTENT_LIMIT characters, in lower case."""
    return text[:INTENT_LIMIT].lower()


def deep(text: str) -> str:
    """What a transformer gets: all of a usual message, beginning and end of a long one, in lower case."""
    if len(text) <= DEEP_HEAD + DEEP_TAIL:
        return text.lower()
    first, last = (DEEP_HEAD, DEEP_TAIL) if len(text) <= INTENT_LIMIT else (DEEP_HEAD_LONG, DEEP_TAIL_LONG)
    return f"{text[:first].rsplit(' ', 1)[0]} {text[-last:].split(' ', 1)[-1]}".lower()


def windows(text: str, size: int = 300, overlap: int = 45) -> list[str]:
    """Pieces of at most `size` characters that together cover the whole text.

    A piece ends at a sentence, else a comma, else a space in its last third. Neighbours share about `overlap`
    characters, so that a sentence that was cut is whole in one of the two.
    """
    pieces, start = [], 0
    while start < len(text):
        end = min(start + size, len(text))
        if end < len(text):
            end = _last_break(text, start + 2 * size // 3, end)
        pieces.append(text[start:end].strip())
        if end >= len(text):
            break
        back = text.find(" ", end - overlap, end)
        start = back + 1 if back > start else end
    return [piece for piece in pieces if piece]


def _last_break(text: str, low: int, high: int) -> int:
    """The best place to cut in text[low:high]; `high` where there is none (a word of 80 characters)."""
    best, rank = high, 0
    for match in _BREAK.finditer(text, low, high):
        found = 3 if match.group()[0] in ".!?…\n" else 2 if len(match.group()) == 2 else 1
        if found >= rank:
            best, rank = match.end(), found
    return best
