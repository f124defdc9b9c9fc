"""The package of finetune_prepare.py in memory, and batches drawn from it."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
from torch import Tensor

from components import e5_graph
from components.e5 import HIDDEN, dequantise
from components.levels import CRISES, HARD

LAYERS = 12


class Package:
    """Texts are numbered: first all lines, then noisy copies; `sources[text]` is the line."""

    layers, inner = LAYERS, 4 * HIDDEN

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as file:
            self._raw = {name[4:]: file[name] for name in file.files if name.startswith("raw:")}
            self.lengths = file["lengths"].astype(np.int64)
            self.sources = file["sources"]
            self._ids = np.split(file["ids"].astype(np.int64), np.cumsum(self.lengths)[:-1])
            self._rows = dequantise(file["rows"], HIDDEN)
            self.facts = json.loads(file["facts"].tobytes().decode())
        self.intents = sorted({f["intent"] for f in self.facts})
        self.dangers = sorted({f["safety"] for f in self.facts})
        self.intent = np.array([self.intents.index(f["intent"]) for f in self.facts])
        self.danger = np.array([self.dangers.index(f["safety"]) for f in self.facts])
        self._copies: dict[int, list[int]] = {}
        for text in range(len(self.facts), len(self.sources)):
            self._copies.setdefault(int(self.sources[text]), []).append(text)
        self._left: dict[int, list[int]] = {}
        self._table: Tensor | None = None

    def vector(self, name: str) -> np.ndarray:
        return np.frombuffer(self._raw[name].tobytes(), np.float32)

    def matrix(self, name: str, columns: int) -> np.ndarray:
        return dequantise(self._raw[name], columns)

    def published(self) -> dict[str, np.ndarray]:
        """The weights to begin with."""
        return e5_graph.published(self)

    def lines(self, part: str | None = None) -> np.ndarray:
        """Numbers of the lines of a part (train, dev, valid), or of all."""
        return np.array([i for i, f in enumerate(self.facts) if part in (None, f["part"])], np.int64)

    def column(self, name: str) -> np.ndarray:
        """A fact of every line: language, voice, part, group, file."""
        return np.array([f[name] for f in self.facts])

    def rows_of(self, text: int) -> np.ndarray:
        """(tokens, 384) float32."""
        return self._rows[self._ids[text]]

    def batch(self, texts: np.ndarray, device: str) -> tuple[Tensor, Tensor]:
        """Rows (texts, tokens, 384) and where there are tokens. The table of rows stays on the device."""
        if self._table is None or self._table.device.type != torch.device(device).type:
            self._table = torch.tensor(self._rows, device=device)
        lengths = self.lengths[texts]
        ids = np.zeros((len(texts), lengths.max()), np.int64)
        for row, text in enumerate(texts):
            ids[row, : lengths[row]] = self._ids[text]
        there = np.arange(ids.shape[1]) < lengths[:, None]
        return self._table[torch.as_tensor(ids, device=device)], torch.as_tensor(there, device=device)

    def pieces(self, texts: np.ndarray, device: str, size: int = 16) -> list[tuple[Tensor, Tensor]]:
        """Texts in their order, some at a time, so that a short one is not padded to the longest of all."""
        return [self.batch(texts[i : i + size], device) for i in range(0, len(texts), size)]

    def draw(self, dice: np.random.Generator, options, teacher: dict | None) -> SimpleNamespace:  # type: ignore[no-untyped-def]
        """A batch of some intents times some lines, a share of them as noisy copies, with the teachers' scores.

        The crises have more lines in it, and as many again only sound like one: that border matters most.
        """
        if not hasattr(self, "_train"):
            self._train = self.lines("train")
            self._hard = self._train[self.column("group")[self._train] == HARD]
        lines = np.array(
            [
                self._next(dice, int(i))
                for i in self._chosen(dice, options.intents)
                for _ in range(options.crises if self.intents[i] in CRISES else options.lines)
            ]
            + list(dice.choice(self._hard, options.hard, replace=False))
        )
        texts = np.array([self._copy(dice, int(line), options.noise) for line in lines])
        order = np.argsort(self.lengths[texts], kind="stable")
        texts, lines = texts[order], lines[order]
        batch = SimpleNamespace(pieces=self.pieces(texts, options.device), teacher=None, teacher_danger=None)
        batch.intent = torch.as_tensor(self.intent[lines], device=options.device)
        batch.danger = torch.as_tensor(self.danger[lines], device=options.device)
        if teacher is not None:
            batch.teacher = torch.as_tensor(teacher["intent"][lines], device=options.device)
            batch.teacher_danger = torch.as_tensor(teacher["danger"][lines], device=options.device)
        return batch

    def _chosen(self, dice: np.random.Generator, count: int) -> np.ndarray:
        """The crises are in every batch: they have four times the lines of others, and matter most."""
        here = np.unique(self.intent[self._train])
        crises = np.array([i for i in here if self.intents[i] in CRISES], np.int64)
        others = np.setdiff1d(here, crises)
        return np.concatenate([crises, dice.choice(others, min(count - len(crises), len(others)), replace=False)])

    def _next(self, dice: np.random.Generator, intent: int) -> int:
        """Every line of an intent once before any comes again."""
        left = self._left.get(intent)
        if not left:
            left = list(dice.permutation(self._train[self.intent[self._train] == intent]))
            self._left[intent] = left
        return int(left.pop())

    def _copy(self, dice: np.random.Generator, line: int, share: float) -> int:
        copies = self._copies.get(line)
        return int(dice.choice(copies)) if copies and dice.random() < share else line
