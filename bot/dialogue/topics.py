"""Wishes in plain words about a topic, with the words for it: 'zwijg over mijn broer', 'you may ask
about my brother again', 'oubliez ma fille'. Heard in every state and without any NLU.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import Final

from bot.dialogue.erasing import HERSELF
from bot.dialogue.intents import FORGET_PART
from bot.dialogue.topic_words import (
    AND_FORGET,
    AVOID,
    BARE,
    FORGET,
    NAMED,
    PART,
    PRONOUNS,
    RAISE,
    SHORT,
    TAIL,
)
from bot.dialogue.words import plain
from bot.values.own import key_of

LONGEST: Final = 60  # characters of a topic; what is longer is a story
FEW: Final = 4  # words for somebody: 'mijn jongste dochter Ann'
# 'vergeet mijn zus te bellen', 'oublie ma sœur à la gare': more is said than whom
_MORE_WORDS: Final = "te in op bij aan a au aux chez dans to at on"
_NOT: Final = frozenset(["niet", "nie", "ni", "nooit", "pas", "jamais", "not", "never"])
_MORE: Final = _NOT | frozenset(_MORE_WORDS.split())
_MY: Final = frozenset({"mijn", "m", "n", "mijne", "mon", "ma", "mes", "my"})
_ME: Final = frozenset({"mij", "me", "mezelf", "mijzelf", "ons", "moi", "nous", "us"})
_TO: Final = frozenset({"to", "with", "aan", "tegen", "met", "a", "au", "aux", "avec"})
_AND_FORGET: Final = re.compile(AND_FORGET)
_BEFORE: Final = "(?:(?:please|s il vous plait|s il te plait|alstublieft|aub|svp|nee|non|no) )?"


def _compiled(lines: str) -> tuple[re.Pattern[str], ...]:
    whole = lines.replace("\\\n", "").strip()
    return tuple(re.compile(_pattern(line)) for line in whole.split("\n"))


def _pattern(line: str) -> str:
    for short, whole in SHORT.items():
        line = line.replace(short, whole)
    if line.endswith(" …"):
        line = line.removesuffix(" …") + r"(?: (?P<topic>.+)|\Z)"
    return _BEFORE + "(?:" + line.replace("…", "(?P<topic>.+)") + ")"


_PATTERNS: Final = MappingProxyType(
    {
        "raise_topic": _compiled(RAISE),
        "avoid_topic": _compiled(AVOID),
        "forget_told": _compiled(FORGET),
        FORGET_PART: _compiled(PART),
    }
)
_NAMED: Final = _compiled(NAMED)
_BARE: Final = _compiled(BARE)


def worded(typed: str, at: str = "") -> str | None:
    """The wish that these plain words are, or None. `typed` comes from `words.plain`. 'Not about
    that' is a wish where the question that stands is about something (`at`)."""
    for wish in _PATTERNS:
        m = _match(wish, typed)
        if m is not None and (at or not _only_points(m)):
            return wish
    return None


def topic(wish: str, text: str, at: str) -> str:
    """Her words for what a wish is about; '' where it names nothing. `at`: what the question that
    stands is about, for 'dat', 'en', 'it'."""
    m = _match(wish, plain(text))
    if m is None:
        return ""
    words = _named(m)
    if PRONOUNS.issuperset(words):
        return "" if wish == "forget_told" else at  # 'remember nothing' is about everything
    found = _as_written(text, m, words)
    return found if len(found) <= LONGEST else ""


def named(typed: str, *, asked: bool = False) -> str:
    """The few words that an order to forget has for somebody or something, whoever it is: 'oublie
    Lucienne'. '' where it has none, or is about herself, or about everything. `asked`: it is an
    answer to what may go."""
    patterns = (*_NAMED, *_BARE) if asked else _NAMED
    found = (pattern.fullmatch(typed) for pattern in patterns)
    m = next((one for one in found if one is not None), None)
    if m is None or not _MORE.isdisjoint(_topic(m).split()):
        return ""
    words = _named(m)
    few = len(words) <= FEW and HERSELF.isdisjoint(set(words) - _MY)
    return " ".join(words) if few and not _MY.issuperset(words) else ""


def _match(wish: str, typed: str) -> re.Match[str] | None:
    if wish == "avoid_topic":
        typed = _AND_FORGET.sub("", typed)
    found = (pattern.match(typed) for pattern in _PATTERNS.get(wish, ()))
    m = next((one for one in found if one is not None), None)
    if m is not None and wish == "avoid_topic" and _is_kept_from(m):
        return None
    if m is None or wish not in ("forget_told", FORGET_PART):
        return m
    words = _topic(m)
    if not _NOT.isdisjoint(words.split()):
        return None
    if wish == FORGET_PART:  # 'wis alles over mij' is everything
        return m if words and not HERSELF.issuperset(set(words.split()) - TAIL) else None
    who = _named(m)
    few = len(who) <= FEW and _MORE.isdisjoint(words.split())
    return m if not words or (few and key_of(" ".join(who))) else None


def _is_kept_from(m: re.Match[str]) -> bool:
    """'Don't talk about this to Karel', 'n'en parlez pas à ma fille': somebody is not to know
    it, and it may well be spoken of with her."""
    words = _topic(m).split() or m.string[m.end() :].split()
    while words and (words[0] in PRONOUNS or words[0] in _ME):
        words.pop(0)
    return len(words) > 1 and words[0] in _TO and words[1] not in _ME


def _only_points(m: re.Match[str]) -> bool:
    """Whether the topic is a bare 'dat', 'en', 'it'."""
    words = [word for word in _topic(m).split() if word not in TAIL]
    return bool(words) and PRONOUNS.issuperset(words)


def _named(m: re.Match[str]) -> list[str]:
    """The words of a topic, without what is said behind it."""
    words = _topic(m).split()
    while words and words[-1] in TAIL:
        words.pop()
    return words


def _topic(m: re.Match[str]) -> str:
    return m.groupdict().get("topic") or ""


def _as_written(text: str, m: re.Match[str], words: list[str]) -> str:
    """The same words with their capitals, accents and apostrophes."""
    written = unicodedata.normalize("NFC", text)
    tokens = list(re.finditer(r"[^\W_]+", written))
    if len(tokens) != len(plain(text).split()):
        return " ".join(words)
    first = len(m.string[: m.start("topic")].split())
    return written[tokens[first].start() : tokens[first + len(words) - 1].end()]
