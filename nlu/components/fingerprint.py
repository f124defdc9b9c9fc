"""What a trained head depends on, as one hash: data, configuration, our numerical code, encoder versions.

Comments and docstrings may change without a new training; a changed number or statement may not.
"""

from __future__ import annotations

import ast
import hashlib
import json
from pathlib import Path
from typing import Iterable

from components.encoders import version_of
from components.lines import Line

HERE = Path(__file__).parent
#: The heads that are made anew together, and those that have lines of their own.
HEADS, RELAY, NAMES = ("IntentHead", "SafetyHead"), ("RelayHead",), ("NameTagger",)
#: The modules whose statements decide what a head is and what it answers.
NUMERICAL = ("text", "e5", "e5_graph", "encoders", "noise", "linear", "examples", "fitting", "hidden", "levels")
#: Those that decide what the tagger of names is: it asks no encoder.
TAGGING = ("e5", "pieces", "tagging", "name_lines")


def fingerprint(
    lines: Iterable[Line], components: Iterable[tuple[str, dict]], modules: Iterable[str] = NUMERICAL
) -> str:
    """64 hexadecimal digits. `components` are the names and settings of our parts in config.yml, in any order."""
    parts = sorted(components, key=lambda part: json.dumps(part, sort_keys=True))
    encoders = sorted({str(settings["encoder"]) for _, settings in parts if "encoder" in settings})
    facts = {
        "data": data_hash(lines),
        "components": parts,
        "code": {name: _statements(HERE / f"{name}.py") for name in modules},
        "encoders": {name: version_of(name) for name in encoders},
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def of_names(lines: Iterable[Line], settings: dict) -> str:
    """The fingerprint of the tagger of names."""
    return fingerprint(lines, [(NAMES[0], settings)], TAGGING)


def joined(mark: str, other: str) -> str:
    """The fingerprint of a model: of what it has so far, and of one more head."""
    return hashlib.sha256(f"{mark} {other}".encode()).hexdigest()


def data_hash(lines: Iterable[Line]) -> str:
    """The order of lines, files and blocks does not count."""
    digest = hashlib.sha256()
    for line in sorted(set(map(repr, lines))):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def _statements(path: Path) -> str:
    """A hash of the code without comments, docstrings and layout."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            value = body[0].value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                body[0] = ast.Pass()
    return hashlib.sha256(ast.dump(tree).encode()).hexdigest()
