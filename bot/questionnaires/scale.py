"""A scale as frozen values, its score, and the sum over people. Pure.

No score of one person is shown to anybody; only an aggregate from ten people up leaves here, in
steps of ten per cent, so that nobody can be worked out of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

FEWEST: Final = 10  # people in an aggregate
STEP: Final = 10  # per cent: shares are rounded to this
EVERY: Final = timedelta(days=91)  # a quarter between two times that one person is asked
METHODS: Final = ("none", "sum", "mean")


@dataclass(frozen=True, slots=True)
class Option:
    """An answer and its points; None where an answer counts and has no points."""

    id: str
    points: float | None
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a scale. A reversed one counts from the other end."""

    id: str
    texts: Mapping[str, str]
    options: tuple[Option, ...]
    reverse: bool = False

    def points(self, option_id: str) -> float | None:
        """The points of an answer; None for an unknown one and for one without points."""
        known = [o.points for o in self.options if o.points is not None]
        found = next((o.points for o in self.options if o.id == option_id), None)
        if found is None or not self.reverse:
            return found
        return max(known) + min(known) - found


@dataclass(frozen=True, slots=True)
class Scale:
    """A questionnaire with what may be known of its rights.

    `method` is how items become one score: none (answers are only counted), sum or mean.
    `missing` is how many items may lack an answer before there is no score at all.
    """

    name: str
    title: str
    licence: str
    source: str
    provenance: Mapping[str, str]
    items: tuple[Item, ...]
    method: str = "none"
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Aggregate:
    """How many people answered, and the share of each answer in per cent, in steps of ten.

    `mean` is that of the scores, to one decimal; None for a scale that has none.
    """

    people: int
    shares: Mapping[str, Mapping[str, int]]
    mean: float | None = None


def score(scale: Scale, answers: Mapping[str, str]) -> float | None:
    """One person's score from item -> option; None where too much is skipped or none is kept.

    A skipped item takes the mean of the others, so that skipping costs nothing.
    """
    if scale.method == "none":
        return None
    found = [item.points(answers[item.id]) for item in scale.items if item.id in answers]
    points = [p for p in found if p is not None]
    if not points or len(scale.items) - len(points) > scale.missing:
        return None
    mean = sum(points) / len(points)
    return mean if scale.method == "mean" else mean * len(scale.items)


def aggregate(scale: Scale, everyone: Iterable[Mapping[str, str]]) -> Aggregate | None:
    """The sum over people; None below ten who answered anything of it."""
    answered = [answers for answers in everyone if _anything(scale, answers)]
    if len(answered) < FEWEST:
        return None
    shares: dict[str, Mapping[str, int]] = {}
    for item in scale.items:
        counts = Counter(answers[item.id] for answers in answered if item.id in answers)
        total = sum(counts[option.id] for option in item.options)
        if total >= FEWEST:
            shares[item.id] = {o.id: _share(counts[o.id], total) for o in item.options}
    scores = [s for s in (score(scale, answers) for answers in answered) if s is not None]
    mean = round(sum(scores) / len(scores), 1) if len(scores) >= FEWEST else None
    return Aggregate(len(answered), shares, mean)


def due(asked: date | None, today: date) -> bool:
    """Whether one person may be asked again: never twice in a quarter."""
    return asked is None or today - asked >= EVERY


def _anything(scale: Scale, answers: Mapping[str, str]) -> bool:
    return any(
        answers.get(item.id) in {option.id for option in item.options} for item in scale.items
    )


def _share(count: int, total: int) -> int:
    return round(100 * count / total / STEP) * STEP
