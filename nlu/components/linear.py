"""A classifier over sentence vectors, in parts that can be read and saved without pickle. numpy only.

A *view* is one softmax regression on the standardised vectors of one or more encoders side by side, or on a hidden
layer over them (see `hidden`). Sides are standardised because an encoder with large values would drown the other. A
*head* mixes the log-probabilities of its views by weight, and divides them by a temperature so that a confidence of .8
is right eight times in ten.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Mapping, Tuple

import numpy as np

Vectors = Mapping[str, np.ndarray]
Layer = Tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class View:
    """`mean` and `scale` have the size of the encoders together. `layers` are (weights (out, in), bias (out)): one of
    them is a softmax regression, two have a hidden layer of rectified units between."""

    encoders: tuple[str, ...]
    mean: np.ndarray
    scale: np.ndarray
    layers: tuple[Layer, ...]

    def log_probabilities(self, vectors: Vectors) -> np.ndarray:
        """(n, classes) for vectors of shape (n, size) per encoder. KeyError if one is missing."""
        joined = np.concatenate([vectors[name] for name in self.encoders], axis=1)
        values = (joined - self.mean) * self.scale
        for number, (weights, bias) in enumerate(self.layers):
            values = (values if number == 0 else np.maximum(values, 0)) @ weights.T + bias
        return log_softmax(values)


@dataclass(frozen=True)
class Head:
    """Views of equal classes with their weights; `notes` goes to the json as it is (thresholds, figures)."""

    classes: tuple[str, ...]
    views: tuple[View, ...]
    shares: tuple[float, ...]
    temperature: float = 1.0
    notes: dict = field(default_factory=dict)

    def log_probabilities(self, vectors: Vectors) -> np.ndarray:
        """(n, classes), calibrated. Views whose encoder has no vector here are left out."""
        used = [(v, s) for v, s in zip(self.views, self.shares) if all(e in vectors for e in v.encoders)]
        if not used:
            raise KeyError("no vector for any view of this head")
        mixed = mix([v.log_probabilities(vectors) for v, _ in used], [s for _, s in used])
        return log_softmax(mixed / self.temperature)

    def probabilities(self, vectors: Vectors) -> np.ndarray:
        """(n, classes), each row sums to 1."""
        return np.exp(self.log_probabilities(vectors))

    def with_notes(self, **notes: object) -> Head:
        return replace(self, notes={**self.notes, **notes})

    def save(self, stem: Path) -> None:
        """Writes stem.npz (arrays; weights in 16 bits) and stem.json (names, shares, temperature, notes)."""
        arrays = {}
        for i, view in enumerate(self.views):
            arrays[f"mean{i}"], arrays[f"scale{i}"] = np.float32(view.mean), np.float32(view.scale)
            for k, (weights, bias) in enumerate(view.layers):
                arrays[f"weights{i}.{k}"], arrays[f"bias{i}.{k}"] = np.float16(weights), np.float32(bias)
        stem.parent.mkdir(parents=True, exist_ok=True)
        np.savez(_with(stem, "npz"), **arrays)
        words = {
            "classes": list(self.classes),
            "views": [list(view.encoders) for view in self.views],
            "layers": [len(view.layers) for view in self.views],
            "shares": list(self.shares),
            "temperature": self.temperature,
            "notes": self.notes,
        }
        _with(stem, "json").write_text(json.dumps(words, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, stem: Path) -> Head:
        """FileNotFoundError without the two files; never unpickles."""
        words = json.loads(_with(stem, "json").read_text(encoding="utf-8"))
        with np.load(_with(stem, "npz"), allow_pickle=False) as arrays:
            views = tuple(
                View(
                    tuple(names),
                    arrays[f"mean{i}"],
                    arrays[f"scale{i}"],
                    tuple((np.float32(arrays[f"weights{i}.{k}"]), arrays[f"bias{i}.{k}"]) for k in range(depth)),
                )
                for i, (names, depth) in enumerate(zip(words["views"], words["layers"]))
            )
        return cls(tuple(words["classes"]), views, tuple(words["shares"]), words["temperature"], words["notes"])


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Rows of scores -> rows of log-probabilities."""
    scores = scores - scores.max(axis=1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))


def mix(parts: list[np.ndarray], shares: list[float]) -> np.ndarray:
    """Weighted mean of log-probabilities: a product of experts, which a sure view may settle."""
    return sum(share * part for part, share in zip(parts, shares)) / sum(shares)


def best_temperature(log_probabilities: np.ndarray, truth: np.ndarray) -> float:
    """The divisor that makes held-out lines likeliest, between 0.3 and 5. `truth` holds class numbers."""
    rows = np.arange(len(truth))
    tries = np.geomspace(0.3, 5.0, 60)
    losses = [-log_softmax(log_probabilities / t)[rows, truth].mean() for t in tries]
    return float(tries[int(np.argmin(losses))])


def calibration_error(probabilities: np.ndarray, truth: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error: |confidence - accuracy|, weighted over equal bins of confidence."""
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(confidence[which == b].mean() - right[which == b].mean()) * (which == b).mean()
        for b in range(bins)
        if (which == b).any()
    ]
    return float(sum(gaps))


def _with(stem: Path, suffix: str) -> Path:
    return stem.parent / f"{stem.name}.{suffix}"
