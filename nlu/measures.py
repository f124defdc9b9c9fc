"""Figures of an evaluation. Pure functions over what the model said; intervals are 95 %."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Callable, Sequence

import numpy as np

from components.levels import CRISES
from components.lines import Line
from components.relay_lines import PASSES


@dataclass(frozen=True)
class Said:
    """A line and what the model said of it; `took` in milliseconds. `name`: the one marked in it; `called`: the model's."""

    line: Line
    ranking: tuple[tuple[str, float], ...]
    safety: dict[str, float]
    level: str | None
    took: float
    relay: str = PASSES
    name: str = ""
    called: str = ""

    @property
    def intent(self) -> str:
        return self.ranking[0][0] if self.ranking else ""

    @property
    def right(self) -> bool:
        return self.intent == self.line.intent


def accuracy(said: Sequence[Said]) -> float:
    return sum(s.right for s in said) / len(said)


def top_two(said: Sequence[Said]) -> float:
    return sum(s.line.intent in [name for name, _ in s.ranking[:2]] for s in said) / len(said)


def f1_by_intent(said: Sequence[Said]) -> dict[str, float]:
    """Of the intents that occur; an intent that was never named has 0."""
    truth, named, hit = Counter(s.line.intent for s in said), Counter(s.intent for s in said), Counter()
    hit.update(s.intent for s in said if s.right)
    return {name: 2 * hit[name] / (truth[name] + named[name]) for name in sorted(truth)}


def macro_f1(said: Sequence[Said]) -> float:
    return float(np.mean(list(f1_by_intent(said).values())))


def calibration(said: Sequence[Said], bins: int = 15) -> float:
    """Expected calibration error of the first reading's confidence."""
    confidence = np.array([s.ranking[0][1] if s.ranking else 0.0 for s in said])
    right = np.array([s.right for s in said])
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs(confidence[which == b].mean() - right[which == b].mean()) * (which == b).mean() for b in set(which)]
    return float(sum(gaps))


def confusions(said: Sequence[Said], count: int = 15) -> list[tuple[str, str, int]]:
    """(what it was, what was said, how often), the commonest first."""
    pairs = Counter((s.line.intent, s.intent) for s in said if not s.right)
    return [(truth, other, n) for (truth, other), n in pairs.most_common(count)]


def bootstrap(said: Sequence[Said], measure: Callable[[Sequence[Said]], float], rounds: int = 300) -> list[float]:
    """[low, high] of a measure over lines drawn anew; the same lines give the same interval."""
    dice = np.random.default_rng(0)
    values = [measure([said[i] for i in dice.integers(0, len(said), len(said))]) for _ in range(rounds)]
    return [round(float(v), 4) for v in np.percentile(values, [2.5, 97.5])]


def wilson(hits: int, count: int) -> list[float]:
    """[low, high] of a share; right also near 0 and 1, where a plain interval is not."""
    if not count:
        return [0.0, 1.0]
    z, share = 1.96, hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return [round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)]


def share(said: Sequence[Said], test: Callable[[Said], bool]) -> dict[str, object]:
    """{'share', 'hits', 'lines', 'interval'} of the lines for which `test` holds."""
    hits = sum(map(test, said))
    found = round(hits / len(said), 4) if said else None
    return {"share": found, "hits": hits, "lines": len(said), "interval": wilson(hits, len(said))}


def safety(said: Sequence[Said]) -> dict[str, dict[str, object]]:
    """Recall of crises and alarms of hard negatives and ordinary lines, at 'act' and at 'act or ask'."""
    groups = {
        "crisis": [s for s in said if s.line.intent in CRISES],
        **{crisis: [s for s in said if s.line.intent == crisis] for crisis in CRISES},
        "hard": [s for s in said if s.line.hard_negative and s.line.intent not in CRISES],
        "ordinary": [s for s in said if not s.line.hard_negative and s.line.intent not in CRISES],
    }
    return {
        name: {"act": share(lines, lambda s: s.level == "act"), "act_or_ask": share(lines, lambda s: bool(s.level))}
        for name, lines in groups.items()
        if lines
    }


def relay(said: Sequence[Said]) -> dict[str, dict[str, object]]:
    """Of each class of what is written in a talk, the share that she would be asked about, whatever for."""
    classes = sorted({s.line.intent for s in said})
    return {name: share([s for s in said if s.line.intent == name], lambda s: s.relay != PASSES) for name in classes}


def names(said: Sequence[Said]) -> dict[str, dict[str, object]]:
    """Of the answers with a name, in how many it is found; of all, in how many something else is taken for one."""
    if not said:
        return {}
    return {
        "found": share([s for s in said if s.name], lambda s: s.called == s.name),
        "wrong": share(said, lambda s: bool(s.called) and s.called != s.name),
    }


def by_voice(said: Sequence[Said]) -> dict[str, dict[str, object]]:
    """Accuracy of each voice, the weakest first."""
    voices = sorted({s.line.voice for s in said})
    found = {v: share([s for s in said if s.line.voice == v], lambda s: s.right) for v in voices}
    return dict(sorted(found.items(), key=lambda item: item[1]["share"]))  # type: ignore[arg-type,return-value]
