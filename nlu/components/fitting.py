"""Training of a head: encode, fit each view, calibrate on lines that the views have not seen, fit on everything.

scikit-learn is imported here only, so that a server that starts with a trained head does without it.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass

import numpy as np

from components import hidden
from components.cache import vectors as encode
from components.encoders import present
from components.examples import Example
from components.linear import Head, Layer, View, best_temperature, calibration_error, log_softmax, mix
from components.noise import noisy

#: One line in ten calibrates. The tuned encoder never sees these lines either (finetune_prepare.py leaves them out).
DEV_SHARE = 10
FOLDS = 3


@dataclass(frozen=True)
class Part:
    """What one view is to be. `hidden`: the units of its hidden layer, 0 for none."""

    encoders: tuple[str, ...]
    share: float = 1.0
    hidden: int = 0


@dataclass(frozen=True)
class Recipe:
    """How to fit: views, inverse regularisation of those without a hidden layer, noisy copies a line, class weights."""

    views: tuple[Part, ...]
    strength: float = 3.0
    copies: int = 1
    balanced: bool = True
    iterations: int = 300

    @classmethod
    def from_config(cls, config: dict) -> Recipe:
        """From a component's part of config.yml; views whose encoder is absent are left out."""
        views = [Part(tuple(v["encoders"]), float(v.get("share", 1.0)), int(v.get("hidden", 0))) for v in config["views"]]
        there = tuple(v for v in views if all(present(name) for name in v.encoders))
        if not there:
            raise ValueError("config.yml: no view of this head has its encoders here")
        return cls(
            there, float(config["strength"]), int(config["copies"]), bool(config["balanced"]), int(config["iterations"])
        )


@dataclass(frozen=True)
class Judged:
    """Log-probabilities (uncalibrated) of lines that the judging views never saw, and which lines these are."""

    lines: np.ndarray
    log_probabilities: np.ndarray


def is_dev(text: str) -> bool:
    """Whether a training line calibrates. Decided by its text alone, so that every tool agrees."""
    return hashlib.blake2b(text.strip().lower().encode(), digest_size=4).digest()[0] % DEV_SHARE == 0


def fit(examples: list[Example], recipe: Recipe, title: str) -> tuple[Head, Judged]:
    """A calibrated head on all examples, and what its views said of lines they had not seen."""
    classes = tuple(sorted({e.label for e in examples}))
    truth = np.array([classes.index(e.label) for e in examples])
    _say(f"{title}: {len(examples)} lines, {len(classes)} classes, {recipe.copies} noisy copies a line")
    table = _encode_all(examples, recipe)
    judged = _judge(examples, truth, table, recipe, len(classes))
    temperature = best_temperature(judged.log_probabilities, truth[judged.lines])
    views = _fit_views(table, truth, np.arange(len(examples)), recipe, len(classes))
    head = Head(classes, views, tuple(part.share for part in recipe.views), temperature)
    calibrated = np.exp(log_softmax(judged.log_probabilities / temperature))
    seen = truth[judged.lines]
    figures = {
        "lines": len(examples),
        "calibration_lines": len(judged.lines),
        "calibration_accuracy": round(float((calibrated.argmax(1) == seen).mean()), 4),
        "calibration_error": round(calibration_error(calibrated, seen), 4),
    }
    _say(f"{title}: {figures}")
    return head.with_notes(figures=figures), judged


def _encode_all(examples: list[Example], recipe: Recipe) -> dict[str, np.ndarray]:
    """Per encoder (copies + 1, lines, size): the lines as written, then their noisy copies."""
    rounds = [[e.text for e in examples]]
    rounds += [[noisy(e.text, e.language, c) for e in examples] for c in range(recipe.copies)]
    names = dict.fromkeys(name for part in recipe.views for name in part.encoders)
    flat = [text for texts in rounds for text in texts]
    return {name: encode(name, flat).reshape(len(rounds), len(examples), -1) for name in names}


def _judge(examples: list[Example], truth: np.ndarray, table: dict, recipe: Recipe, classes: int) -> Judged:
    """With the tuned encoder only its dev lines are unseen; frozen encoders allow folds over everything."""
    if any("tuned" in part.encoders for part in recipe.views):
        dev = np.array([is_dev(e.text) for e in examples])
        splits = [(np.flatnonzero(~dev), np.flatnonzero(dev))]
    else:
        from sklearn.model_selection import StratifiedKFold

        splits = list(StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(truth, truth))
    found = []
    for number, (train, test) in enumerate(splits, 1):
        _say(f"  calibration {number}/{len(splits)}: fitted on {len(train)}, judged on {len(test)}")
        views = _fit_views(table, truth, train, recipe, classes)
        clean = {name: vectors[0][test] for name, vectors in table.items()}
        found.append(mix([v.log_probabilities(clean) for v in views], [part.share for part in recipe.views]))
    return Judged(np.concatenate([test for _, test in splits]), np.concatenate(found))


def _fit_views(table: dict, truth: np.ndarray, lines: np.ndarray, recipe: Recipe, classes: int) -> tuple[View, ...]:
    return tuple(_fit_view(part, table, truth, lines, recipe, classes) for part in recipe.views)


def _fit_view(part: Part, table: dict, truth: np.ndarray, lines: np.ndarray, recipe: Recipe, classes: int) -> View:
    rounds = recipe.copies + 1
    joined = np.concatenate([table[name][:, lines].reshape(rounds * len(lines), -1) for name in part.encoders], axis=1)
    labels = np.tile(truth[lines], rounds)
    if len(np.unique(labels)) != classes:
        raise ValueError("a class has too few lines to be left out of a fold")
    mean, scale = joined.mean(axis=0), 1.0 / (joined.std(axis=0) + 1e-6)
    if part.hidden:
        layers = hidden.fit((joined - mean) * scale, labels, part.hidden, recipe.balanced)
    else:
        # a squared length of about 2 whatever the size, so that one strength suits all views
        scale /= np.sqrt(joined.shape[1] / 2)
        layers = (_regression((joined - mean) * scale, labels, recipe),)
    return View(part.encoders, mean.astype(np.float32), scale.astype(np.float32), layers)


def _regression(values: np.ndarray, labels: np.ndarray, recipe: Recipe) -> Layer:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(
        C=recipe.strength, max_iter=recipe.iterations, tol=1e-3, class_weight="balanced" if recipe.balanced else None
    )
    model.fit(values, labels)
    weights, bias = model.coef_.astype(np.float32), model.intercept_.astype(np.float32)
    if len(bias) == 1:  # two classes: scikit-learn keeps one row, a softmax wants both
        weights, bias = np.concatenate([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
    return weights, bias


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
