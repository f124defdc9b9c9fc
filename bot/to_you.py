"""What she says to whoever holds the talk of what that one did: 'je hebt mij geslagen', 'tu m'as
frappée', 'you hit me'. Pure. It is the harm that is known of a third (`bot.harm_words`), said to
'you'; in doubt it is none."""

from __future__ import annotations

import re
from typing import Final

from bot import complaint_words, spoken_of

_WHO: Final = "Youyou"  # stands for 'you' as a name
# The French 'je' is none, and what 'you' did in a question or a wish is none either.
_DUTCH: Final = (
    r"(?:jij|gij|ge|u|je(?! (?:me|m|ne|n|te|t|vous|suis|l|le|la|les|veux|ai)\b))"
    r"(?= (?:\w+ )?(?:me|mij|m n|aan|in|op|hebt|heeft|had|hebben|\w+ (?:me|mij)\b))"
)
_SAYS: Final = (
    (re.compile(r"\b(?:hebt|heeft|heb) (?:jij|gij|ge|u|je)\b"), f"heeft {_WHO}"),
    (re.compile(rf"\b{_DUTCH} hebt\b"), f"{_WHO} heeft"),
    (re.compile(rf"\b{_DUTCH}"), _WHO),
    (re.compile(r"\b(?:tu|vous) m (?:as|avez)\b"), f"{_WHO} m a"),
    (re.compile(r"\btu me (\w+)s\b"), rf"{_WHO} me \1"),
    (re.compile(r"\bvous me (\w+)ez\b"), rf"{_WHO} me \1e"),
    (re.compile(r"\byou (?:have|ve)\b"), f"{_WHO} has"),
    (re.compile(r"\byou (?:are|re)\b"), f"{_WHO} is"),
    (re.compile(r"\byou were\b"), f"{_WHO} was"),
    (re.compile(r"(?<!\bif )\byou\b(?! (?:he|she|they|who|that)\b)"), _WHO),
)


def harmed(text: str) -> bool:
    return any(_harmed(clause) for clause in spoken_of.clauses(text))


def _harmed(clause: str) -> bool:
    said = clause
    for you, third in _SAYS:
        said = you.sub(third, said)
    return said != clause and complaint_words.harms(said, _WHO)
