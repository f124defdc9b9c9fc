"""A data file -> a scale, with the line of what is wrong. No licence, no source: no scale."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from bot.dialogue.findings import Finding
from bot.dialogue.names import LANGUAGES
from bot.questionnaires.scale import METHODS, Item, Option, Scale
from bot.yaml_errors import BROKEN, trouble

SHIPPED: Final = Path(__file__).parent
KEYS: Final = ("title", "licence", "source", "provenance", "items", "method", "missing")
DEMANDED: Final = ("title", "licence", "source", "provenance", "items")


class _Wrong(Exception):
    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.line, self.what, self.mend = line, what, mend


def read_all(folder: Path = SHIPPED) -> tuple[tuple[Scale, ...], list[Finding]]:
    """Every *.yaml of a folder; a file with a mistake is left out."""
    scales: list[Scale] = []
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.yaml")):
        scale, found = read(path.read_text("utf-8", "surrogateescape"), str(path))
        findings += found
        if scale is not None:
            scales.append(scale)
    return tuple(scales), findings


def read(text: str, path: str) -> tuple[Scale | None, list[Finding]]:
    """One scale, called after its file; None with a finding where it cannot be used."""
    try:
        node = YAML(typ="rt").load(text)
    except BROKEN as error:
        line, why = trouble(error)
        what, mend = f"This is not YAML: {why}.", "Put texts between quotes."
        return None, [Finding(path, line, "error", what, mend)]
    try:
        return _scale(node, Path(path).stem), []
    except _Wrong as wrong:
        return None, [Finding(path, wrong.line, "error", wrong.what, wrong.mend)]


def _line(node: CommentedMap, key: str | None = None) -> int:
    return int(node.lc.key(key)[0] if key is not None and key in node else node.lc.line) + 1


def _mapping(node: Any, line: int, what: str) -> CommentedMap:
    if not isinstance(node, CommentedMap):
        raise _Wrong(line, f"{what} needs keys of its own.", "See direct.yaml for an example.")
    return node


def _scale(node: Any, name: str) -> Scale:
    top = _mapping(node, 1, "A questionnaire")
    for key in top:
        if key not in KEYS:
            raise _Wrong(_line(top, key), f"Unknown key '{key}'.", f"Known: {', '.join(KEYS)}.")
    for key in DEMANDED:
        if not top.get(key):
            mend = "Ask whoever owns the scale; without it, it is not used."
            raise _Wrong(_line(top, key), f"'{key}' is missing.", mend)
    method = str(top.get("method", "none"))
    if method not in METHODS:
        raise _Wrong(_line(top, "method"), f"Unknown method '{method}'.", f"Known: {METHODS}.")
    items = tuple(_item(entry, _line(top, "items"), method) for entry in top["items"])
    missing = top.get("missing", 0)
    if not isinstance(missing, int) or not 0 <= missing < len(items):
        raise _Wrong(_line(top, "missing"), "'missing' is a number of items.", "Write 0 or more.")
    return Scale(
        name,
        str(top["title"]),
        str(top["licence"]),
        str(top["source"]),
        _texts(top, "provenance"),
        items,
        method,
        missing,
    )


def _item(node: Any, line: int, method: str) -> Item:
    item = _mapping(node, line, "An item")
    for key in ("id", "ask", "options"):
        if not item.get(key):
            raise _Wrong(_line(item), f"An item without '{key}'.", f"Add '{key}:'.")
    options: list[Option] = []
    for entry in item["options"]:
        option = _mapping(entry, _line(item, "options"), "An option")
        points = option.get("points")
        if method != "none" and not isinstance(points, (int, float)):
            raise _Wrong(_line(option), "An option without points.", "Add points: a number.")
        texts = _texts(option, "label")
        options.append(Option(str(option.get("id", "")), points, texts))
    ids = [option.id for option in options]
    if len(set(ids)) != len(ids) or "" in ids:
        raise _Wrong(_line(item, "options"), "Each option needs an id of its own.", "Rename it.")
    return Item(str(item["id"]), _texts(item, "ask"), tuple(options), item.get("reverse") is True)


def _texts(node: CommentedMap, key: str) -> dict[str, str]:
    value = node.get(key)
    if not isinstance(value, CommentedMap) or set(value) != set(LANGUAGES):
        mend = f"Write one for each of {', '.join(LANGUAGES)}."
        raise _Wrong(_line(node, key), f"'{key}' needs a text a language.", mend)
    return {language: " ".join(str(value[language]).split()) for language in LANGUAGES}
