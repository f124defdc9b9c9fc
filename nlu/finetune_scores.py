"""Figures of one judgement, for dev and validation: macro-F1 and top-2 by language, and what safety finds."""

from __future__ import annotations

import numpy as np
from sklearn.metrics import f1_score

from components.levels import CRISIS, HARD, NONE, ORDINARY
from finetune_data import Package

#: Recall of crises is given where at most this share of hard negatives and of ordinary lines alarms.
HARD_ALARMS, ORDINARY_ALARMS = 0.06, 0.01


def figures(package: Package, scores: dict[str, np.ndarray]) -> dict[str, object]:
    """{'dev': {'nl': 'f1/top2', …, 'safety': recall}, 'valid': …}; a part without lines is left out."""
    found: dict[str, object] = {}
    part, language = package.column("part"), package.column("language")
    for name in ("dev", "valid"):
        here = part == name
        if not here.any():
            continue
        talk = here & (package.column("file") == "talk")
        found[name] = {
            **{code: _quality(package, scores, talk & (language == code)) for code in ("nl", "fr", "en")},
            "all": _quality(package, scores, talk),
            "safety": _recall(package, scores, here),
        }
    return found


def _quality(package: Package, scores: dict[str, np.ndarray], lines: np.ndarray) -> str:
    if not lines.any():
        return "-"
    table, truth = scores["intent"][lines].astype(np.float32), package.intent[lines]
    first = table.argmax(1)
    two = (np.argsort(-table, axis=1)[:, :2] == truth[:, None]).any(1).mean()
    f1 = f1_score(truth, first, labels=np.unique(truth), average="macro", zero_division=0)
    return f"{f1:.3f}/{two:.3f}"


def _recall(package: Package, scores: dict[str, np.ndarray], lines: np.ndarray) -> float | None:
    """Share of crises above the threshold that lets only the borne share of alarms through, on these very lines."""
    summed = 1 - np.exp(scores["danger"][:, package.dangers.index(NONE)].astype(np.float32))
    group = package.column("group")
    bounds = []
    for name, share in ((HARD, HARD_ALARMS), (ORDINARY, ORDINARY_ALARMS)):
        values = np.sort(summed[lines & (group == name)])[::-1]
        if len(values):
            bounds.append(values[min(int(share * len(values)), len(values) - 1)])
    crises = summed[lines & (group == CRISIS)]
    return round(float((crises > max(bounds)).mean()), 3) if bounds and len(crises) else None
