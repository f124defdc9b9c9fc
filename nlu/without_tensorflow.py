"""Makes Rasa start without TensorFlow, which it imports for policies and DIET that our pipeline does not have.

TensorFlow is six of the nine seconds of Rasa's own imports and 300 MiB of memory. Its modules are replaced by empty
ones whose every name is a class, so that Rasa's definitions (`class X(tf.keras.Model)`) still work. To run with the
real one (a pipeline with DIET in it), set GOEIEDAG_NLU_TENSORFLOW=true.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
import types
from typing import Any, Sequence

ABSENT = ("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras", "jax")


class _Anything(type):
    """A class whose every attribute is another such class."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing(name)

    def __or__(cls, other: Any) -> Any:
        return cls

    __ror__ = __or__


def _nothing(name: str) -> Any:
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        """Serves as a decorator; anything else that is called for real shows up as an odd value at once."""
        return args[0] if len(args) == 1 and callable(args[0]) else self

    body = {"__init__": lambda self, *a, **k: None, "__call__": call, "__class_getitem__": classmethod(lambda c, i: c)}
    return _Anything(name, (), body)


class _Module(types.ModuleType):
    __path__: list[str] = []
    __version__ = "2.12.0"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing(name)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.split(".")[0] in ABSENT:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        return None


def install() -> None:
    """Call before the first import of rasa. Does nothing if TensorFlow is loaded or wanted."""
    if "tensorflow" in sys.modules or os.environ.get("GOEIEDAG_NLU_TENSORFLOW") == "true":
        return
    sys.meta_path.insert(0, _Finder())
