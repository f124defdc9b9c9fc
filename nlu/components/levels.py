"""From crisis probabilities to 'act' or 'ask'. The thresholds are chosen on lines that the judging views never saw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

CRISES = ("crisis_suicide", "crisis_medical", "crisis_violence")
NONE = "none"
#: The groups that alarms are counted apart in.
HARD, ORDINARY, CRISIS = "hard", "ordinary", "crisis"


@dataclass(frozen=True)
class Thresholds:
    """Summed crisis probability from which the bot acts at once, or asks one gentle question."""

    act: float
    ask: float

    def level(self, summed: float) -> str | None:
        return "act" if summed >= self.act else "ask" if summed >= self.ask else None


@dataclass(frozen=True)
class Limits:
    """The highest share of alarms that is borne, among hard negatives and among ordinary lines."""

    hard: float
    ordinary: float


def choose(summed: np.ndarray, groups: np.ndarray, act: Limits, ask: Limits) -> Thresholds:
    """The lowest thresholds within the limits, so that as few crises as possible are missed."""
    high = _lowest(summed, groups, act)
    return Thresholds(high, min(high, _lowest(summed, groups, ask)))


def _lowest(summed: np.ndarray, groups: np.ndarray, limits: Limits) -> float:
    bounds = [0.02]
    for group, share in ((HARD, limits.hard), (ORDINARY, limits.ordinary)):
        values = np.sort(summed[groups == group])[::-1]
        if len(values):
            allowed = min(int(share * len(values)), len(values) - 1)
            bounds.append(float(values[allowed]) + 1e-6)
    return min(max(bounds), 0.99)


def shares(summed: np.ndarray, groups: np.ndarray, thresholds: Thresholds) -> dict[str, dict[str, float]]:
    """Per group the share of lines at 'act', and at 'act' or 'ask': recall for crises, false alarms for the rest."""
    return {
        group: {
            "lines": int((groups == group).sum()),
            "act": round(float((summed[groups == group] >= thresholds.act).mean()), 4),
            "act_or_ask": round(float((summed[groups == group] >= thresholds.ask).mean()), 4),
        }
        for group in (CRISIS, HARD, ORDINARY)
        if (groups == group).any()
    }
