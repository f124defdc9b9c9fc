"""Encodings remembered on disk, so that a retraining encodes only what is new.

Per encoder version two files that only grow, in nlu/.cache: 16-byte keys (hash of the text) and float32 vectors. A
process that was killed in between leaves at most one half-written entry, which is cut off at the next start.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from components.encoders import CACHE, encoder, version_of

KEY_BYTES = 16
CHUNK = 64


def vectors(name: str, messages: list[str], folder: Path = CACHE, workers: int | None = None) -> np.ndarray:
    """(len(messages), size) float32 of one encoder, with its progress on standard error."""
    store = _Store(folder / version_of(name))
    keys = [_key(m) for m in messages]
    missing = list({k: m for k, m in zip(keys, messages) if k not in store.index}.items())
    if missing:
        _encode_into(store, name, missing, workers or min(2, os.cpu_count() or 1))
    return store.read(keys)


def _key(message: str) -> bytes:
    return hashlib.blake2b(message.encode(), digest_size=KEY_BYTES).digest()


def _encode(task: tuple[str, list[str]]) -> np.ndarray:
    return encoder(task[0]).encode(task[1])


def _encode_into(store: _Store, name: str, missing: list[tuple[bytes, str]], workers: int) -> None:
    chunks = [missing[i : i + CHUNK] for i in range(0, len(missing), CHUNK)]
    tasks = [(name, [m for _, m in chunk]) for chunk in chunks]
    started, done = time.monotonic(), 0
    encoder(name)  # builds what it needs once, not in every worker
    if len(chunks) < 3 or workers == 1:
        results = map(_encode, tasks)
        for chunk, found in zip(chunks, results):
            store.add([k for k, _ in chunk], found)
        return
    with ProcessPoolExecutor(workers) as pool:
        for chunk, found in zip(chunks, pool.map(_encode, tasks)):
            store.add([k for k, _ in chunk], found)
            done += len(chunk)
            if done == len(missing) or done % (16 * CHUNK) == 0:
                left = (time.monotonic() - started) / done * (len(missing) - done)
                print(f"  {name}: {done}/{len(missing)} encoded, {left:.0f} s left", file=sys.stderr, flush=True)


class _Store:
    """One encoder's keys and vectors."""

    def __init__(self, stem: Path) -> None:
        stem.parent.mkdir(parents=True, exist_ok=True)
        self._size = {"e5": 384}.get(stem.name.split("-")[0], 512)
        self._keys, self._vectors = Path(f"{stem}.keys"), Path(f"{stem}.f32")
        self._cut_half_written()
        raw = self._keys.read_bytes()
        self.index = {raw[i : i + KEY_BYTES]: i // KEY_BYTES for i in range(0, len(raw), KEY_BYTES)}

    def _cut_half_written(self) -> None:
        self._keys.touch()
        self._vectors.touch()
        whole = min(self._keys.stat().st_size // KEY_BYTES, self._vectors.stat().st_size // (4 * self._size))
        os.truncate(self._keys, whole * KEY_BYTES)
        os.truncate(self._vectors, whole * 4 * self._size)

    def add(self, keys: list[bytes], found: np.ndarray) -> None:
        with self._vectors.open("ab") as out:
            out.write(np.ascontiguousarray(found, np.float32).tobytes())
        with self._keys.open("ab") as out:
            out.write(b"".join(keys))
        for key in keys:
            self.index[key] = len(self.index)

    def read(self, keys: list[bytes]) -> np.ndarray:
        table = np.fromfile(self._vectors, np.float32).reshape(-1, self._size)
        return table[[self.index[k] for k in keys]]
