"""What the vocabulary of multilingual-e5-small tells of one word, in any language: how common it is, whether it is likelier
with a capital, and which words are used like it.

Its tokenizer cuts a word into pieces and knows how likely each is; names are rare, or likelier with a capital. The vectors
of the pieces fall into clusters, and names stand together in some of them. The clusters are made once (half a minute) and
kept in `artefacts/`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from components.e5 import SPACE, Blob
from components.encoders import ARTEFACTS, encoder, version_of

CLUSTERS = 128
MOST = 4  # pieces of a word that are counted
WIDEST = 6  # the difference between two spellings that still counts
KNOWN_WORDS = 50_000


class Pieces:
    """Told once a word: the answers are remembered."""

    def __init__(self) -> None:
        e5: Any = encoder("e5")  # its vocabulary is in memory already
        self._cut, self._scores = e5._tokenizer.cut, e5._blob.scores
        self._clusters = _clusters(e5._blob)
        self.of = lru_cache(maxsize=KNOWN_WORDS)(self._of)

    def _of(self, word: str) -> tuple[str, ...]:
        """In this order: how much likelier with a capital, how common, pieces, what the two spellings are used like, and
        its last piece."""
        small = word.lower()
        low, high = (self._cut(SPACE + one) for one in (small, small[:1].upper() + small[1:]))
        (less, more) = (sum(float(self._scores[i]) for i in ids) for ids in (low, high))
        return (
            f"capital{max(-WIDEST, min(WIDEST, round(more - less)))}",
            f"common{round(max(less, more) / 2)}",
            f"pieces{min(len(low), MOST)},{min(len(high), MOST)}",
            f"like{self._clusters[low[0]]}",
            f"Like{self._clusters[high[0]]}",
            f"ends{self._clusters[low[-1]]}",
        )


def kept() -> Path:
    """Where the clusters lie; another version of the vocabulary has others."""
    return ARTEFACTS / f"pieces-{version_of('e5')}-{CLUSTERS}.npz"


def _clusters(blob: Blob) -> np.ndarray:
    if not kept().exists():
        np.savez_compressed(kept(), clusters=_made(blob))
    return np.asarray(np.load(kept())["clusters"])


def _made(blob: Blob) -> np.ndarray:
    from sklearn.cluster import MiniBatchKMeans

    vectors = blob.rows(np.arange(len(blob.scores)))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    made = MiniBatchKMeans(CLUSTERS, random_state=0, batch_size=8192, max_iter=20, n_init=1).fit(vectors)
    return np.asarray(made.labels_, np.uint8)
