"""What safety found: a concern, and how the two detectors are joined."""

from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Summed crisis probability (0..1) from which the model alone acts or asks."""

    act: float = 0.5
    ask: float = 0.25

    def __post_init__(self) -> None:
        if not 0 < self.ask <= self.act <= 1:
            raise ValueError("thresholds need 0 < ask <= act <= 1")


def from_model(probabilities: Mapping[str, float], thresholds: Thresholds) -> Concern | None:
    """Return the model's concern; the kinds are summed, since a divided model is still worried."""
    crisis = {kind: probabilities.get(kind, 0.0) for kind in KINDS}
    total = sum(crisis.values())
    if total < thresholds.ask:
        return None
    likeliest = max(KINDS, key=lambda kind: crisis[kind])
    return Concern(likeliest, "act" if total >= thresholds.act else "ask", ("model",))


def combine(
    words: Concern | None,
    model: Mapping[str, float] | None,
    thresholds: Thresholds | None = None,
) -> Concern | None:
    """Join both detectors: either fires, neither vetoes, act beats ask.

    At the same level the kind that the words name is kept: they can be read and checked.
    """
    guessed = from_model(model, thresholds or Thresholds()) if model else None
    if words is None or guessed is None:
        return words or guessed
    surer = guessed if guessed.level == "act" and words.level == "ask" else words
    return Concern(surer.intent, surer.level, ("words", "model"))
