"""What safety found: a concern, and how the two detectors are joined."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["act", "ask"]

# In the order of the intents' page: where two kinds fit, the first one wins.
KINDS = ("crisis_suicide", "crisis_medical", "crisis_violence")


@dataclass(frozen=True, slots=True)
class Concern:
    """A message that may come from danger: which kind, how sure, and who saw it."""

    intent: str
    level: Level
    found_by: tuple[str, ...]


def joined(words: Concern | None, model: Concern | None) -> Concern | None:
    """Either fires, neither vetoes, `act` beats `ask`. At one level the kind that the words name is
    kept: they can be read and checked."""
    if words is None or model is None:
        return words or model
    surer = model if model.level == "act" and words.level == "ask" else words
    return Concern(surer.intent, surer.level, ("words", "model"))


def gravest(concerns: Iterable[Concern | None]) -> Concern | None:
    found = [concern for concern in concerns if concern is not None]
    return min(found, key=lambda one: one.level != "act") if found else None
