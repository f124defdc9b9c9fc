"""What she wants to be called: 'ik ben Marleen maar zeg maar Leentje' is Leentje.

The model reads it (`nlu/components/called.py`). Where it sees no name, a frame in which she asks to
be called something counts; where no model answers, all that is below reads.

A sentence may hold several names. What she asks to be called counts above what others call her, and
that above the name that she has; of two that count alike the last one does. A name that stands in
none of these frames is the whole answer, with a greeting and small words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.dialogue.called_words import (
    AFTER,
    AGREES,
    ASKED,
    BEFORE,
    FILL,
    NAMED,
    NO_NAMES,
    NOT_SO,
    OTHERS,
    PARTICLES,
    REFUSED,
    TAIL,
)
from bot.dialogue.whatever import is_whatever
from bot.dialogue.words import plain
from bot.understanding import Understanding

LONGEST: Final = 40  # characters
SHORTEST_CRY: Final = 3  # 'JP' are initials, 'MARIA' is a name in capitals
MOST_WORDS: Final = 3  # not counting 'van de' and the like
_WORD: Final = r"[^\W\d_]{1,40}(?:['.-][^\W\d_]{1,40})*"
NAME: Final = rf"{_WORD}(?: {_WORD}){{0,{MOST_WORDS + 1}}}?"
_CAPITAL: Final = r"(?=(?-i:[A-ZÀ-Ý]))"
_ENDS: Final = rf"(?= ?(?:[,.;:!?()\u2013\u2026/]|-(?= )|$)| (?:{TAIL})(?![\w'-]))"
_CLAUSE: Final = (
    r"(?:^|(?<=[,.;:!(] )|(?<=[,.;:!(])|(?<=[-\u2013] )"
    r"|(?<=\bmaar )|(?<=\bmais )|(?<=\bbut ))"
)


def _frames(lines: str) -> re.Pattern[str]:
    """One pattern of many lines, see `called_words`. Behind the name stand the words of the line,
    or else its clause ends."""
    ways = []
    for place, line in enumerate(lines.strip().splitlines()):
        before, kind, after = re.split("(NAME|CAPITAL)", line.replace("^", _CLAUSE))
        capital = _CAPITAL if kind == "CAPITAL" else ""
        name = rf"{FILL}{capital}(?P<n{place}>{NAME}){after or _ENDS}"
        ways.append(rf"(?<![\w'-]){before}{name}")
    return re.compile("|".join(ways), re.IGNORECASE)


_RANKS: Final = tuple(_frames(lines) for lines in (ASKED, OTHERS, NAMED))
_NOT_SO: Final = re.compile(NOT_SO, re.IGNORECASE)
_REFUSED: Final = re.compile(REFUSED, re.IGNORECASE)
_BEFORE: Final = re.compile(BEFORE, re.IGNORECASE)
_AFTER: Final = re.compile(AFTER, re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^(?:den? |l[ae] (?=(?-i:[A-ZÀ-Ý])))", re.IGNORECASE)
# 'Georgette en ik ben 84', 'Doreen, pleased to meet you': the name, and what stands behind it.
_MORE: Final = re.compile(r"\s*(?:[,.;:(!]|\s(?:en|et|and|maar|mais|but|of|ou|or)\s).*", re.DOTALL)
_EDGES: Final = " .!,'\""
_IN_NAMES: Final = " -'.\u2019"


def read_name(understanding: Understanding, context: object) -> str | None:
    """What to call her: what the model read, else three words at most, beside 'van de'; None where
    no name is given. A model that sees none knows better than the whole answer taken for one."""
    text, read = understanding.text, understanding.called
    if read is None:
        found = _framed(text) or _bare(text)
    else:
        found = (_said(read, text) if read else "") or _framed(text, _RANKS[:1])
    return written(found) if found and len(found) <= LONGEST else None


def _said(name: str, text: str) -> str:
    """The model's name, not shouted; '' for what nobody can be called by."""
    fits = len(name) <= LONGEST and all(c.isalpha() or c in _IN_NAMES for c in name)
    shouted = "." not in name and straight(text).islower()  # "J.P." are initials
    return (name.lower() if shouted else name) if fits else ""


def written(name: str) -> str:
    """As it was written; with capitals where it had none at all."""
    if name != name.lower():
        return name
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def is_name(text: str) -> bool:
    """Whether an answer to 'what may I call you?' is a name and nothing else: a word alone, words
    with capitals, or a frame such as 'my name is'. A model guesses at names: to it 'Annie' is a no,
    and 'Frans' a language.
    """
    if _framed(text):
        return True
    words = _bare(text).split()
    return len(words) == 1 or (bool(words) and all(word[:1].isupper() for word in words))


_QUOTED: Final = re.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb]|(?<!\w)'(?=\w{3})|(?<=\w)'(?!\w)")


def straight(text: str) -> str:
    """One kind of apostrophe, no quotation marks, single spaces, and nothing shouted."""
    said = _QUOTED.sub(" ", re.sub(r"[\u2018\u2019`\u00b4]", "'", text))
    said = re.sub(r" (?=[,.;:!?])", "", " ".join(said.split()))
    return said.lower() if said.isupper() and len(said) > SHORTEST_CRY else said


def _framed(text: str, ranks: tuple[re.Pattern[str], ...] = _RANKS) -> str:
    """The name in a frame that can only hold one; '' where there is none."""
    said = _NOT_SO.sub(" ", straight(text)).strip(" ,")
    refused = _REFUSED.search(said) is not None
    for rank, frames in enumerate(ranks):
        if refused and rank:  # 'everybody calls me Peggy, but I hate that'
            break
        if found := list(_names(frames, said)):
            return found[-1]
    return ""


def _names(frames: re.Pattern[str], said: str) -> Iterator[str]:
    m = frames.search(said)
    while m is not None:
        name, start = m[m.lastgroup or 0], m.start(m.lastgroup or 0)
        fits = may_be(name, capital=name[:1].isupper() and start > 0)
        if fits:
            yield name
        m = frames.search(said, m.end() if fits else m.start() + 1)


def _bare(text: str) -> str:
    """The whole answer without what people say around a name; '' where it is no name."""
    said = _NOT_SO.sub(" ", straight(text)).strip(" ,")
    if _REFUSED.search(said) or is_whatever(plain(said)):
        return ""
    rest = _ARTICLE.sub("", _BEFORE.sub("", said, count=1).strip(_EDGES))
    behind = not said.startswith(rest)
    rest = _AFTER.sub("", rest).strip(_EDGES)
    first = _MORE.sub("", rest)
    rest = first if first[:1].isupper() else rest
    return rest if may_be(rest, capital=rest[:1].isupper() and behind) else ""


def may_be(name: str, *, capital: bool) -> bool:
    """Few words of letters, none of them one that stands in no name. `capital`: the first one's
    capital says more than that a sentence begins."""
    words = name.split()
    long = [word for word in words if word.casefold() not in PARTICLES]
    if not 1 <= len(long) <= MOST_WORDS or not all(c.isalpha() or c in _IN_NAMES for c in name):
        return False
    first, *others = words
    doubtful = [word for word in others if word[:1].islower() and word not in PARTICLES]
    if not capital and (doubtful or len(words) == 1) and AGREES.issuperset(plain(first).split()):
        return False  # 'Parfait Mukendi', but not 'parfait'
    return not any(
        part in NO_NAMES or (part in AGREES and word in doubtful)
        for word in (doubtful if capital else [first, *doubtful])
        for part in plain(word).split()
    )
