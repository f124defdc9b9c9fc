"""A conditional random field that marks one name in a text: which words those are that she wants to be called by.

Of a word it sees its letters, its shape, what `pieces` knows of it, where it stands, and the same of its neighbours. No
word of any language is written here. The model is crfsuite's own file. No Rasa in here.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any, Iterable, Iterator, NamedTuple

import pycrfsuite

from components.pieces import Pieces

BEGINS, GOES_ON, OTHER = "B", "I", "O"
READ = 60  # words and marks of a message: an answer to that question is short
FAR = 8  # words on each side that count in any order
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+|\d+|[^\w\s]|_")
_PLACES = (-3, -2, -1, 1, 2, 3)
_NEAR = (-2, -1, 1, 2)


class Token(NamedTuple):
    text: str
    start: int
    end: int


class Marked(NamedTuple):
    """A text and the stretch of it that is the name; None where it has none."""

    text: str
    name: tuple[int, int] | None = None


class Word(NamedTuple):
    """What is known of a token wherever it stands."""

    letters: str
    shape: str
    own: tuple[str, ...]


def tokens(text: str) -> list[Token]:
    return [Token(m.group(), *m.span()) for _, m in zip(range(READ), _TOKEN.finditer(text))]


def labels(marked: Marked) -> list[str]:
    found: list[str] = []
    start, end = marked.name or (0, 0)
    for one in tokens(marked.text):
        inside = start <= one.start and one.end <= end
        found.append((GOES_ON if found and found[-1] != OTHER else BEGINS) if inside else OTHER)
    return found


def _shape(word: str) -> str:
    if not word[0].isalpha():
        return "digit" if word[0].isdigit() else "mark"
    if len(word) > 1 and word.isupper():
        return "AA" if word.isalpha() else "A."
    return ("Aa" if len(word) > 1 else "A") if word[0].isupper() else "a"


class Features:
    """The attributes of every token of a text."""

    def __init__(self) -> None:
        self._pieces = Pieces()
        self._known = lru_cache(maxsize=50_000)(self._word)
        self._beside = lru_cache(maxsize=200_000)(_beside)

    def __call__(self, found: list[Token]) -> list[list[str]]:
        words = [self._known(one.text) for one in found]
        small = "a" if any(word.shape == "a" for word in words) else "A"  # is anything in small letters?
        capitals = [at for at, word in enumerate(words) if word.shape == "Aa" and at]
        return [
            [*words[at].own, *self._places(words, at), *_whole(words[at], at, len(words), small, capitals)]
            for at in range(len(words))
        ]

    def _word(self, text: str) -> Word:
        letters = _folded(text)
        shape = _shape(text)
        pieces = self._pieces.of(text) if text[0].isalpha() else ()
        own = (
            *("any", f"is {letters}", f"shape {shape}", f"size {min(len(text), 6)}"),
            *(f"from {letters[:3]}", f"to {letters[-3:]}", f"to {letters[-2:]}"),
            *pieces,
            *(f"{shape} {one}" for one in pieces[:3]),
            *([f"{pieces[0]} {pieces[1]}"] if pieces else []),
        )
        return Word(letters, shape, own)

    def _places(self, words: list[Word], at: int) -> Iterator[str]:
        size = len(words)
        for by in _PLACES:
            there = at + by
            yield from self._beside(by, words[there], self._kind(words[there])) if 0 <= there < size else (f"{by} -",)
        before, behind, last, next_ = (
            words[at + by].letters if 0 <= at + by < size else "-" for by in (-2, 2, -1, 1)
        )
        yield f"behind {before} {last}"
        yield f"before {next_} {behind}"
        yield f"between {last} {next_}"
        yield from (f"earlier {word.letters}" for word in words[max(0, at - FAR) : max(0, at - 3)])
        yield from (f"later {word.letters}" for word in words[at + 4 : at + 1 + FAR])

    def _kind(self, word: Word) -> tuple[str, ...]:
        return self._pieces.of(word.letters) if word.letters[0].isalpha() else ()


def _beside(by: int, word: Word, pieces: tuple[str, ...]) -> tuple[str, ...]:
    near = (f"{by} {one}" for one in pieces) if by in _NEAR else ()
    return (f"{by} is {word.letters}", f"{by} shape {word.shape}", *near)


def _whole(word: Word, at: int, size: int, small: str, capitals: list[int]) -> Iterator[str]:
    first, last = min(at, 4), min(size - 1 - at, 4)
    yield f"first {first}"
    yield f"last {last}"
    yield f"of {min(size, 6)}"
    yield f"{word.shape} {small} {min(first, 2)} {min(last, 2)}"
    yield f"capitals before {min(2, sum(one < at for one in capitals))}"
    yield f"capitals after {min(2, sum(one > at for one in capitals))}"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in plain if not unicodedata.combining(c)) or text


@lru_cache(maxsize=1)
def features() -> Features:
    """The one of this process: it remembers words."""
    return Features()


class Tagger:
    """A trained field and what it was trained on."""

    def __init__(self, model: bytes, notes: dict[str, Any]) -> None:
        self._model, self.notes = model, notes
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)
        self._labels = frozenset(self._tagger.labels())  # of few lines perhaps not all

    def name(self, text: str) -> tuple[str, float]:
        """The likeliest name as it is written, and how likely it is; '' in a text without words."""
        found = tokens(text)
        if not found:
            return "", 0.0
        self._tagger.set(features()(found))
        begins = [self._chance(BEGINS, at) for at in range(len(found))]
        first = max(range(len(found)), key=begins.__getitem__)
        after = first + 1
        while after < len(found) and self._chance(GOES_ON, after) > begins[first] / 2:
            after += 1
        return text[found[first].start : found[after - 1].end], begins[first]

    def _chance(self, label: str, at: int) -> float:
        return self._tagger.marginal(label, at) if label in self._labels else 0.0

    def with_notes(self, **notes: Any) -> Tagger:
        return Tagger(self._model, {**self.notes, **notes})

    def save(self, stem: Path) -> None:
        """stem.crfsuite and stem.json"""
        stem.parent.mkdir(parents=True, exist_ok=True)
        stem.with_name(stem.name + ".crfsuite").write_bytes(self._model)
        notes = json.dumps({"notes": self.notes}, indent=1, ensure_ascii=False)
        stem.with_name(stem.name + ".json").write_text(notes + "\n", encoding="utf-8")

    @classmethod
    def load(cls, stem: Path) -> Tagger:
        """FileNotFoundError where there is none."""
        notes = json.loads(stem.with_name(stem.name + ".json").read_text(encoding="utf-8"))["notes"]
        return cls(stem.with_name(stem.name + ".crfsuite").read_bytes(), notes)


def fit(lines: Iterable[Marked], into: Path, iterations: int, spread: float, few: float) -> Tagger:
    """`spread` and `few`: how strongly large weights, and many, are held back. `into`: a file of crfsuite's."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for line in lines:
        if found := tokens(line.text):
            trainer.append(features()(found), labels(line))
    trainer.set_params({"c1": few, "c2": spread, "max_iterations": iterations, "feature.minfreq": 2})
    trainer.train(str(into))
    return Tagger(into.read_bytes(), {})


def varied(lines: Iterable[Marked], copies: int) -> Iterator[Marked]:
    """Each line, and copies of it with other names of the lines, so that the words around a name count and not the name; in
    small letters, as many people type, or all in capitals."""
    every = list(lines)
    names = sorted({line.text[slice(*line.name)] for line in every if line.name})
    chance = random.Random(0)
    for line in every:
        yield line
        if line.name is None:
            yield Marked(line.text.lower())
        else:
            yield from (_copy(line.text, *line.name, chance.choice(names), chance.random()) for _ in range(copies))


def _copy(text: str, start: int, end: int, name: str, dice: float) -> Marked:
    if text[start:end].islower():
        name = name.lower()
    elif text[start:end].isupper() and end - start > 3:
        name = name.upper()
    made = text[:start] + name + text[end:]
    other = made.lower() if dice < 0.3 else made.upper() if dice < 0.36 else made
    return Marked(other if len(other) == len(made) else made, (start, start + len(name)))
