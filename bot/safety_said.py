"""Which word of the table of dangers (`bot.danger_ends`) an answer of hers is, and of which kind of
danger it is by itself: help is of an illness, a button is of its own question."""

from __future__ import annotations

import re
from typing import Final

from bot import safe_words, unsafe_words
from bot.danger_ends import Said, Word
from bot.safety import reply as replies
from bot.safety.reply import MEDICAL

GENTLY: Final = frozenset(
    {replies.THE_DAY, replies.NO_DANGER, replies.RATHER_NOT, replies.ELSE}
)  # what answers a gentle question, and is no danger of hers

CLAUSES: Final = re.compile(r"[.,;:!…\n()]+")


def said_of(answer: str, kind: str, text: str, tapped: bool) -> Said:
    """`answer`: what was read in `text`, as an answer to the question about a danger of this
    `kind`; `tapped`: it is a button of that question, or a bare yes or no to it."""
    if answer in replies.OVER:
        return _of_help(answer, kind) if tapped else _over(answer, text)
    if answer == replies.NOT_SAFE:
        return Said(Word.NOT_SAFE, kind) if tapped else _not_safe(kind, text)
    if answer == replies.YES:
        return Said(Word.YES)
    if answer == replies.SAME:
        return Said(Word.SAME)
    return Said(Word.NO if answer in GENTLY else Word.OTHER)


def _of_help(answer: str, kind: str) -> Said:
    if kind != MEDICAL:
        return Said(Word.SAFE, kind)
    return Said(Word.HELP if answer == replies.SAFE else Word.NO_HELP, MEDICAL)


def _over(answer: str, text: str) -> Said:
    """'I am safe' says nothing of help; with more beside it that does, it says both."""
    if safe_words.says_i_am_safe(text):
        more = safe_words.says_safe(_without_safe(text), MEDICAL)
        return Said(Word.SAFE if more is None else Word.ALL_OVER)
    if safe_words.says_safe(text, "") is not None:
        return Said(Word.NO_DANGER)
    return _of_help(answer, MEDICAL)


def _without_safe(text: str) -> str:
    parts = (part for part in CLAUSES.split(text) if not safe_words.says_i_am_safe(part))
    return ". ".join(parts)


def _not_safe(kind: str, text: str) -> Said:
    """'Nobody is coming' is of help, and a bare no of what was asked."""
    if unsafe_words.says_unsafe(text, ""):
        return Said(Word.UNSAFE_WORDS)
    nobody = unsafe_words.says_unsafe(text, MEDICAL)
    return Said(Word.NOT_SAFE, MEDICAL if nobody else kind)
