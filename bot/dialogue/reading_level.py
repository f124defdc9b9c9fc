"""How easy a text is to read: its sentences and their words. The aim is CARE's: 12 words a sentence
on average, 20 at most."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

AIM: Final = 12  # words of a sentence, on average
_ENDS: Final = re.compile(r"[.!?…]+(?:\s+|\Z)|\n+")


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts of one text. `average` is rounded up: 12.1 is more than 12."""

    sentences: int
    average: int
    longest: int

    @property
    def is_hard(self) -> bool:
        """Whether the sentences are longer than the aim."""
        return self.average > AIM


def measure(text: str) -> Measure:
    """The sentences of a text; none for a blank one."""
    counts = [len(re.findall(r"[\w{}'’-]+", part)) for part in _ENDS.split(text)]
    counts = [count for count in counts if count]
    if not counts:
        return Measure(0, 0, 0)
    return Measure(len(counts), -(-sum(counts) // len(counts)), max(counts))
