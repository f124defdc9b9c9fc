"""Which of our three languages a message is in: a table of letter groups learned from our lines.

Every word, and every group of one to four letters in it (its borders count as '_'), brings evidence
for each language; the resident's usual language brings some too, so that 'ok merci' from a Dutch
speaker stays Dutch while a whole French sentence does not. Pure Python, some 50 microseconds a
sentence. `nlu/language_train.py` writes the table, and beside it the words that are common in our
lines: who is met for the first time has no usual language, and may well write in a fourth one.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Language = Literal["nl", "fr", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "fr", "en")
LONGEST = 4
#: Characters that are looked at: the main language of a message shows by then.
LIMIT = 400
#: What it takes to be sure: evidence ahead of the other languages, and so much of the words known.
AHEAD = 2.0
KNOWN = 0.5

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_Table = tuple[dict[str, tuple[float, float, float]], tuple[float, float, float], float]


def detect(text: str, usual: str | None = None) -> Language:
    """The likeliest language; without any letter the usual one, else Dutch."""
    fallback: Language = usual if usual in LANGUAGES else "nl"
    scores = evidence(text)
    if not any(scores):
        return fallback
    _, _, prior = _table()
    if usual in LANGUAGES:
        scores[LANGUAGES.index(fallback)] += prior
    return LANGUAGES[scores.index(max(scores))]


def sure(text: str) -> Language | None:
    """The language that a message is clearly in; None for a name, a word that several languages
    have ('ok', 'merci'), a mixture, or a language that is none of ours."""
    scores = evidence(text)
    first, second, _ = sorted(scores, reverse=True)
    if first - second < AHEAD:
        return None
    likely = LANGUAGES[scores.index(first)]
    common = _common()
    known = [{code for code in LANGUAGES if word in common[code]} for word in words(text)]
    own = sum(codes == {likely} for codes in known)
    others = sum(len(codes) == 1 for codes in known) - own
    in_it = sum(likely in codes for codes in known)
    return likely if own > 2 * others and in_it >= KNOWN * len(known) else None


def evidence(text: str) -> list[float]:
    """For each language the summed evidence (natural logarithms), all 0 without a letter."""
    groups, bias, _ = _table()
    found = set(letter_groups(text))
    if not found:
        return [0.0, 0.0, 0.0]
    scores = list(bias)
    for group in found:
        weights = groups.get(group)
        if weights:
            for i, weight in enumerate(weights):
                scores[i] += weight
    return scores


def words(text: str) -> list[str]:
    """In lower case, figures and signs left out."""
    return _WORD.findall(text[:LIMIT].lower().replace("’", "'"))


def letter_groups(text: str) -> Iterator[str]:
    """'ja' -> _, j, a, _, _j, ja, a_, _ja, ja_, _ja_."""
    for word in words(text):
        framed = f"_{word}_"
        yield f"={word}"
        for size in range(1, LONGEST + 1):
            for start in range(len(framed) - size + 1):
                yield framed[start : start + size]


@cache
def _stored() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        files("bot").joinpath("language.json").read_text(encoding="utf-8")
    )
    return found


@cache
def _table() -> _Table:
    """Read once: weights in hundredths, stored by group."""
    stored = _stored()
    groups = {
        group: (nl / 100, fr / 100, en / 100) for group, (nl, fr, en) in stored["groups"].items()
    }
    nl, fr, en = stored["bias"]
    return groups, (nl, fr, en), float(stored["prior"])


@cache
def _common() -> dict[Language, frozenset[str]]:
    """The common words of each language; some are common in two."""
    return {code: frozenset(_stored()["words"][code].split()) for code in LANGUAGES}
