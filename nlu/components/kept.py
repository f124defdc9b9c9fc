"""Trained heads kept in the repository under the fingerprint of all they depend on.

`artefacts/head-<16 digits>.npz/.json` for intents, `safety-…` and `scan-…` for safety, `relay-…` for a talk, `called-…` for names. With matching ones a
training takes seconds and encodes nothing; otherwise the heads are fitted anew and written for you to commit.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Callable, Protocol, TypeVar

from rasa.engine.graph import ExecutionContext

from components.encoders import ARTEFACTS
from components.fingerprint import NAMES, RELAY, fingerprint
from components.linear import Head
from components.lines import Line

DIGITS = 16
#: Tests train on other data and keep their heads elsewhere.
FOLDER = Path(os.environ.get("GOEIEDAG_NLU_KEPT", ARTEFACTS))


class Keepable(Protocol):
    """A head, or what stands in the place of one."""

    notes: dict[str, Any]

    def with_notes(self, **notes: object) -> Any: ...

    def save(self, stem: Path) -> None: ...


Kind = TypeVar("Kind", bound=Keepable)


def head(
    kind: str, mark: str, fit: Callable[[], Kind], folder: Path = FOLDER, load: Callable[[Path], Any] = Head.load
) -> Kind:
    """The kept head of this kind (head, safety, scan, relay or called) and fingerprint, else one from `fit`, kept from now
    on."""
    stem = folder / f"{kind}-{mark[:DIGITS]}"
    try:
        found: Kind = load(stem)
    except FileNotFoundError:
        found = fit().with_notes(fingerprint=mark)
        for old in folder.glob(f"{kind}-*"):
            old.unlink()
        found.save(stem)
        return found
    if found.notes.get("fingerprint") != mark:
        raise ValueError(f"{stem}.json was kept for other data: delete it and train anew")
    return found


def mark_of(lines: list[Line], context: ExecutionContext, without: tuple[str, ...] = RELAY + NAMES) -> str:
    """The fingerprint of a training inside Rasa: of our components in its graph, not of the file config.yml. `without`:
    heads that it does not depend on."""
    return fingerprint(lines, [part for part in _ours(context) if part[0] not in without])


def _ours(context: ExecutionContext) -> list[tuple[str, dict[str, Any]]]:
    """Each of our components once; in the graph a trainable one stands twice, to train and to run."""
    found = {}
    for node in context.graph_schema.nodes.values():
        if node.uses.__module__.startswith("components.") and "importer" not in node.uses.__module__:
            settings = {k: v for k, v in node.config.items() if not k.startswith("__")}
            found[f"{node.uses.__name__} {settings}"] = (node.uses.__name__, settings)
    return list(found.values())
