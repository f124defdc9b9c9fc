"""Where the clause begins that a word of a message stands in: a "not" of an earlier one ("it is not
going well, I want to die") denies nothing there."""

import re
from collections.abc import Sequence

from bot.safety.normalise import normalise
from bot.safety.spelling import Spelling

# A full stop within a word may be how somebody dares to write it ("d.o.o.d").
_STOPS = re.compile(r"[,;:?…\n]+|[.!)]+(?=\s|$)|\.{2,}|\s[-–—]+\s")
# Who does it stands first in a clause of its own.
_SUBJECTS = frozenset(
    {
        *("ik", "kik", "ikke", "k", "hij", "ij", "ze", "zij", "wij", "we"),
        *("je", "j", "il", "elle", "ils", "elles", "on", "nous"),
        *("i", "im", "ive", "id", "he", "she", "they"),
    }
)
# Unless one of these right before it ties it to what is denied: "not that I want to die".
_TIES = frozenset(
    {
        *("dat", "da", "omdat", "of", "als", "alsof", "zodat", "indien"),
        *("que", "qu", "si", "comme", "that", "if", "whether", "because", "like"),
        *("think", "thinking", "believe", "say", "saying", "said", "mean", "meant"),
        *("feel", "sure"),
    }
)
_TURNS = frozenset(("maar", "mais", "but"))


def ends(text: str, read: str, spelling: Spelling) -> tuple[int, ...]:
    """Where in `read`, the text in the form for matching, a mark of punctuation ended a clause.

    None where the parts read otherwise than the whole: a word was written across them.
    """
    found, whole = [], " "
    for part in _STOPS.split(text):
        whole += spelling.mend(normalise(part)).lstrip()
        found.append(len(whole))
    return tuple(found) if whole == read else ()


def own(before: Sequence[str], begins: str) -> list[str]:
    """The words of `before` that belong to the clause of what follows, which begins with a word."""
    words = [*before, begins]
    for at in range(len(words) - 1, 0, -1):
        tied = words[at - 1] in _TIES
        if (words[at] in _SUBJECTS and not tied) or words[at] in _TURNS:
            return words[at:-1]
    return list(before)
