"""Our utterance files, read without Rasa: the same Rasa YAML, in a hundredth of its time, with language and source.

    version: "3.1"
    nlu:
      - intent: feel_lonely
        metadata: {voice: elder}
        examples: |
          - niemand belt mij nog
          - de zondagen zijn het langst

The language is the folder (`data/nl/…`) or the end of the file's name (`validation/nl.yml`, `safety_nl.yml`). Files
named `safety…` belong to the safety head; `hard_negative: true` marks what sounds like a crisis and is none.
"""

from __future__ import annotations

from pathlib import Path
from typing import Iterable, NamedTuple

import yaml

LANGUAGES = ("nl", "fr", "en")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataError(ValueError):
    """A file that breaks the format: says which file, which block and what is wrong."""


class Line(NamedTuple):
    """One utterance. `part` is 'talk' or 'safety'."""

    language: str
    intent: str
    text: str
    voice: str = ""
    hard_negative: bool = False
    part: str = "talk"


def read(*places: str | Path) -> list[Line]:
    """All lines of files and folders, in the order of their names. DataError for a broken file."""
    found: list[Line] = []
    for path in _files(places):
        found.extend(_read_file(path))
    return found


def _files(places: Iterable[str | Path]) -> list[Path]:
    files: set[Path] = set()
    for place in map(Path, places):
        files.update(place.rglob("*.yml") if place.is_dir() else [place])
    return sorted(files)


def _read_file(path: Path) -> list[Line]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), _Loader) or {}
    except yaml.YAMLError as error:
        raise DataError(f"{path}: {error}") from None
    language, part = _language(path), "safety" if path.stem.startswith("safety") else "talk"
    found = []
    for number, block in enumerate(content.get("nlu") or [], 1):
        if not isinstance(block, dict) or not isinstance(block.get("examples"), str):
            raise DataError(f"{path}: block {number} needs `intent:` and `examples: |`")
        facts = block.get("metadata") or {}
        for text in _examples(block["examples"], path, number):
            hard = bool(facts.get("hard_negative", False))
            found.append(Line(language, str(block["intent"]), text, str(facts.get("voice", "")), hard, part))
    return found


def _language(path: Path) -> str:
    for name in (path.parent.name, path.stem.rsplit("_", 1)[-1]):
        if name in LANGUAGES:
            return name
    raise DataError(f"{path}: lies in no folder nl, fr or en and its name ends in none of them")


def _examples(block: str, path: Path, number: int) -> list[str]:
    found = []
    for line in block.splitlines():
        if not line.strip():
            continue
        if not line.startswith("- ") or not line[2:].strip():
            raise DataError(f"{path}: block {number}: an example begins with '- ' and is one line: {line[:60]!r}")
        found.append(line[2:].strip())
    return found
