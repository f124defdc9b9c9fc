"""The small language in which rules are written, compiled to regular expressions.

ik wil dood         these words, side by side
pil*                any word that begins so
(a|b c)             one of these
word?  (a|b)?       may be missing
..  ...             up to three / up to seven other words, none of them a negation
<mij>               a named set of the same file
het                 where the file lists variants of a word ("'t"), any of them
j'en                with or without the apostrophe or a space there
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.safety.normalise import normalise

# A gap never jumps over a negation: "ik wil .. dood" must not read "ik wil niet dood".
NEGATIONS = (
    *("niet", "nie", "nit", "nimmer", "nooit", "noit", "geen", "gen", "gin", "gene", "zonder"),
    *("pas", "jamais", "aucun", "aucune", "plus", "sans"),
    *("not", "never", "no", "cannot", "without", "don", "doesn", "didn", "won", "isn", "wasn"),
    *("dont", "doesnt", "didnt", "wont", "isnt", "arent"),
)
_GAP_WORD = rf"(?!(?:{'|'.join(NEGATIONS)}) )[a-z0-9]+ "
_GAPS = {"..": f"(?:{_GAP_WORD}){{0,3}}?", "...": f"(?:{_GAP_WORD}){{0,7}}?"}
_LITERAL = re.compile(r"(?<![a-z?])[a-z0-9]+(?= )(?! \?)")  # not a gap, a stem or half of "j'en"
_TOKEN = re.compile(r"\.{2,3}|[()|?]|<[^>]+>|[^\s()|?<>]+")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Start:
    """How the first word of a pattern reads, so that only likely places are tried."""

    text: str
    prefix: bool


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """One pattern that was read; `source` is what the coordinator wrote. Equal is the same one."""

    source: str
    expression: str
    starts: frozenset[Start]
    literals: frozenset[str]  # the whole words that it looks for

    @property
    def regex(self) -> re.Pattern[str]:
        return _compiled(self.expression)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """When it is first tried: of the thousands few are soon, and a start need not wait for all."""
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a pattern: its expression, how it may start, and whether it may be empty."""

    expression: str
    starts: frozenset[Start]
    empty: bool


class Sets:
    """The named sets and variants of one file, each read when a pattern first names it."""

    def __init__(self, sources: Mapping[str, str], variants: Mapping[str, str]) -> None:
        self._sources, self._variants = sources, variants
        self._named: dict[str, _Piece] = {}
        self._varied: dict[str, _Piece] = {}

    def named(self, name: str) -> _Piece | None:
        if name not in self._named and name in self._sources:
            self._named[name] = _Reader(self._sources[name], self).alternatives()
        return self._named.get(name)

    def varied(self, word: str) -> _Piece | None:
        if word not in self._varied and word in self._variants:
            self._varied[word] = _Reader(self._variants[word], NONE).alternatives()
        return self._varied.get(word)


NONE = Sets({}, {})


def compile_pattern(source: str, sets: Sets = NONE) -> Pattern:
    """Compile one pattern; raises PatternError where it cannot be read."""
    reader = _Reader(source, sets)
    piece = reader.alternatives()
    if reader.peek() is not None:
        raise PatternError(f"{source!r}: unexpected {reader.peek()!r}")
    if piece.empty or Start("", True) in piece.starts:
        raise PatternError(f"{source!r}: must begin with a word, not with a gap")
    literals = frozenset(_LITERAL.findall(piece.expression))
    return Pattern(source, piece.expression, piece.starts, literals)


class _Reader:
    """A recursive-descent reader; each method returns one piece."""

    def __init__(self, source: str, sets: Sets) -> None:
        self.source, self.sets = source, sets
        self.tokens = _TOKEN.findall(source)
        self.at = 0

    def peek(self) -> str | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def alternatives(self) -> _Piece:
        pieces = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            pieces.append(self.sequence())
        return _Piece(
            "(?:" + "|".join(piece.expression for piece in pieces) + ")",
            frozenset().union(*(piece.starts for piece in pieces)),
            any(piece.empty for piece in pieces),
        )

    def sequence(self) -> _Piece:
        expression, starts, empty = "", frozenset[Start](), True
        while self.peek() not in {None, "|", ")"}:
            piece = self.item()
            expression += piece.expression
            if empty:
                starts |= piece.starts
            empty = empty and piece.empty
        if not expression:
            raise PatternError(f"{self.source!r}: an empty alternative; use ? instead")
        return _Piece(expression, starts, empty)

    def item(self) -> _Piece:
        token = self.tokens[self.at]
        self.at += 1
        if token in _GAPS:
            return _Piece(_GAPS[token], frozenset({Start("", True)}), True)
        if token == "(":
            piece = self.alternatives()
            if self.peek() != ")":
                raise PatternError(f"{self.source!r}: a ) is missing")
            self.at += 1
        elif token.startswith("<"):
            piece = self.named(token[1:-1])
        else:
            piece = self.sets.varied(token) or _word(token)
        if self.peek() == "?":
            self.at += 1
            return _Piece(f"(?:{piece.expression})?", piece.starts, True)
        return piece

    def named(self, name: str) -> _Piece:
        found = self.sets.named(name)
        if found is None:
            raise PatternError(f"{self.source!r}: no set called <{name}>")
        return found


@cache
def _word(token: str) -> _Piece:
    """Read once: the same few thousand words stand in all patterns, often by a named set."""
    prefix = token.endswith("*")
    parts = [normalise(part).strip() for part in re.split("['\u2019-]", token.rstrip("*"))]
    parts = [part for part in parts if part]
    if not parts or any(" " in part for part in parts):
        raise PatternError(f"{token!r} is not a word")
    if "*" in token.rstrip("*"):
        raise PatternError(f"{token!r}: * may stand only at the end of a word")
    tail = "[a-z0-9]* " if prefix else " "
    starts = {
        Start("".join(parts[: n + 1]), prefix and n + 1 == len(parts)) for n in range(len(parts))
    }
    # Gluing two parts can bring equal letters together, which the text has only once.
    expression = parts[0]
    for part in parts[1:]:
        glue = rf"(?: ?{part}|{part[1:]})" if expression[-1] == part[0] else f" ?{part}"
        expression += glue
    starts |= {Start(normalise(start.text).strip(), start.prefix) for start in starts}
    return _Piece(expression + tail, frozenset(starts), False)
