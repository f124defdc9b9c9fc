"""YAML -> Dialogue, with the line of every mistake that a coordinator can make in writing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.scalarstring import LiteralScalarString

from bot.dialogue.findings import Finding, Level
from bot.dialogue.lengths import seconds
from bot.dialogue.model import (
    Choice,
    Decide,
    Dialogue,
    Repair,
    Silence,
    Start,
    Step,
    Wording,
)
from bot.dialogue.names import LANGUAGES
from bot.places import FILE as PLACES
from bot.yaml_errors import BROKEN, trouble

DIALOGUE_KEYS: Final = ("title", "language", "start", "reading", "steps")
START_KEYS: Final = ("timed", "intent", "command")
STEP_KEYS: Final = (
    "id", "say", "without_name", "variants", "note", "choices", "takes", "remember", "unclear",
    "silence", "do", "decide", "then", "place", "keep", "forget", "about", "again",
)  # fmt: skip
_ID: Final = re.compile(r"[a-z][a-z0-9_]*\Z")
# A choice's id may also be the value it stands for: 09:00, mo,tu or 7d.
_CHOICE_ID: Final = re.compile(r"[a-z0-9][a-z0-9_:,]*\Z")


def read_folder(folder: Path) -> tuple[tuple[Dialogue, ...], list[Finding]]:
    """Read every *.yaml of a folder; the files with errors are left out of the dialogues."""
    dialogues: list[Dialogue] = []
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name == PLACES:
            continue
        dialogue, found = read(path.read_text("utf-8", "surrogateescape"), str(path))
        findings += found
        if dialogue is not None:
            dialogues.append(dialogue)
    return tuple(dialogues), findings


def read(text: str, path: str) -> tuple[Dialogue | None, list[Finding]]:
    """Read one dialogue; its id is the file's name. None where it cannot be read at all."""
    source = _Source(path)
    try:
        node = YAML(typ="rt").load(text)
    except DuplicateKeyError as error:
        what = f"{str(error.problem).split(' with value')[0]}."
        source.error(error.problem_mark.line + 1, what, "Keep one of the two.")
        return None, source.findings
    except BROKEN as error:
        line, why = trouble(error)
        mend = "A comma or ': ' in a text breaks it: put the text on its own lines after '>'."
        source.error(line, f"This is not YAML: {why}.", mend)
        return None, source.findings
    if not isinstance(node, CommentedMap):
        source.error(1, "A dialogue starts with 'title:'.", "See docs for an example.")
        return None, source.findings
    dialogue = source.dialogue(node, Path(path).stem)
    broken = any(finding.level == "error" for finding in source.findings)
    return (None if broken else dialogue), source.findings


def _line(node: CommentedMap, key: str | None = None) -> int:
    if key is not None and key in node:
        return int(node.lc.key(key)[0]) + 1
    return int(node.lc.line) + 1


class _Source:
    """Reads the nodes of one file and gathers what is wrong with them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []

    def error(self, line: int, what: str, mend: str, level: Level = "error") -> None:
        self.findings.append(Finding(self.path, line, level, what, mend))

    def keys(self, node: CommentedMap, known: Sequence[str], demanded: Iterable[str]) -> None:
        for key in node:
            if key not in known:
                mend = f"Known here: {', '.join(known)}."
                self.error(_line(node, key), f"Unknown key '{key}'.", mend)
        for key in demanded:
            if key not in node:
                self.error(_line(node), f"'{key}' is missing.", f"Add '{key}:' here.")

    def mapping(self, node: CommentedMap, key: str) -> CommentedMap | None:
        value = node.get(key)
        if value is None:
            return None
        if not isinstance(value, CommentedMap):
            mend = "Write it as {key: value, …} or on indented lines."
            self.error(_line(node, key), f"'{key}' needs keys of its own.", mend)
            return None
        return value

    def items(self, node: CommentedMap, key: str) -> list[CommentedMap]:
        value = node.get(key)
        if value is None:
            return []
        if not isinstance(value, CommentedSeq) or not all(
            isinstance(item, CommentedMap) for item in value
        ):
            self.error(_line(node, key), f"'{key}' is a list.", "Start each item with '- '.")
            return []
        return list(value)

    def text(self, node: CommentedMap, key: str) -> str:
        value = node.get(key)
        if value is None:
            return ""
        if isinstance(value, (CommentedMap, CommentedSeq)) or not isinstance(value, str):
            mend = "Put it on its own lines after '>', or between quotes."
            self.error(_line(node, key), f"'{key}' is a text.", mend)
            return ""
        if isinstance(value, LiteralScalarString):
            return str(value).strip()
        return re.sub(r"\n+", "\n\n", str(value).strip())

    def names(self, node: CommentedMap, key: str) -> tuple[str, ...]:
        value: Any = node.get(key)
        if value is None:
            return ()
        found = list(value) if isinstance(value, CommentedSeq) else [value]
        if not all(isinstance(item, str) for item in found):
            self.error(_line(node, key), f"'{key}' holds names.", "Write [one, two].")
            return ()
        return tuple(str(item) for item in found)

    def name(self, node: CommentedMap, key: str) -> str | None:
        found = self.names(node, key)
        if len(found) > 1:
            self.error(_line(node, key), f"'{key}' takes one name.", "Keep one.")
        return found[0] if found else None

    def ident(self, node: CommentedMap, pattern: re.Pattern[str] = _ID) -> str:
        name = self.name(node, "id") or ""
        if "id" in node and not pattern.match(name):
            mend = "Use small letters, digits and _ only, for instance: hard_day."
            self.error(_line(node, "id"), f"'{name}' cannot be an id.", mend)
        return name

    def dialogue(self, node: CommentedMap, name: str) -> Dialogue | None:
        self.keys(node, DIALOGUE_KEYS, ("title", "language", "steps"))
        if not _ID.match(name):
            self.error(1, f"'{name}' cannot be a dialogue's name.", "Rename the file: a-z, 0-9, _.")
        language = self.name(node, "language") or ""
        if language and language not in LANGUAGES:
            mend = f"Use one of {', '.join(LANGUAGES)}."
            self.error(_line(node, "language"), f"Unknown language '{language}'.", mend)
        steps = tuple(self.step(item) for item in self.items(node, "steps"))
        seen: set[str] = set()
        for step in steps:
            if step.id in seen:
                self.error(step.line, f"Two steps are called '{step.id}'.", "Rename one.")
            seen.add(step.id)
        if not steps:
            self.error(_line(node, "steps"), "There is no step.", "Add '- id: …' under steps.")
        titles = self.titles(node, language)
        return Dialogue(
            name,
            dict(titles).get(language) or "".join(title for _, title in titles[:1]),
            language,
            self.start(node),
            steps,
            self.text(node, "reading") or None,
            self.path,
            _line(node, "reading"),
            titles,
        )

    def titles(self, node: CommentedMap, language: str) -> tuple[tuple[str, str], ...]:
        """One for everybody, or one a language."""
        if not isinstance(node.get("title"), CommentedMap):
            return ((language, self.text(node, "title")),)
        self.keys(node["title"], LANGUAGES, ())
        return tuple((code, self.text(node["title"], code)) for code in node["title"])

    def start(self, node: CommentedMap) -> Start:
        start = self.mapping(node, "start")
        if start is None:
            return Start(line=_line(node))
        self.keys(start, START_KEYS, ())
        return Start(
            self.names(start, "timed"),
            self.names(start, "intent"),
            self.names(start, "command"),
            _line(node, "start"),
        )

    def step(self, node: CommentedMap) -> Step:
        self.keys(node, STEP_KEYS, ("id",))
        wordings: tuple[Wording, ...] = (self.wording(node),) if "say" in node else ()
        if "variants" in node:
            wordings += tuple(self.variant(item) for item in self.items(node, "variants"))
        return Step(
            self.ident(node),
            wordings,
            self.choices(node),
            self.name(node, "takes"),
            self.name(node, "remember"),
            self.repair(node),
            self.silence(node),
            self.name(node, "do"),
            self.decide(node),
            self.name(node, "then"),
            self.text(node, "note"),
            _line(node, "id"),
            self.name(node, "place"),
            self.name(node, "keep"),
            self.name(node, "forget"),
            self.name(node, "about"),
            self.name(node, "again"),
        )

    def variant(self, node: CommentedMap) -> Wording:
        self.keys(node, ("say", "without_name"), ("say",))
        return self.wording(node)

    def wording(self, node: CommentedMap) -> Wording:
        without = self.text(node, "without_name") or None
        return Wording(self.text(node, "say"), without, _line(node, "say"))

    def choices(self, node: CommentedMap) -> tuple[Choice, ...]:
        found: list[Choice] = []
        for item in self.items(node, "choices"):
            self.keys(item, ("id", "label", "means", "then"), ("id", "label", "then"))
            choice = Choice(
                self.ident(item, _CHOICE_ID),
                self.text(item, "label"),
                self.name(item, "then") or "",
                self.names(item, "means"),
                _line(item),
            )
            if any(choice.id == other.id for other in found):
                self.error(choice.line, f"Two choices are called '{choice.id}'.", "Rename one.")
            found.append(choice)
        return tuple(found)

    def repair(self, node: CommentedMap) -> Repair | None:
        unclear = self.mapping(node, "unclear")
        if unclear is None:
            return None
        self.keys(unclear, ("say", "tries", "then"), ("say",))
        tries = unclear.get("tries", 1)
        if tries != 1:
            mend = "Write 1, or leave 'tries' out: nobody is asked a third time."
            self.error(_line(unclear, "tries"), "'tries' must be 1.", mend)
        then = self.name(unclear, "then") or ""
        return Repair(self.text(unclear, "say"), 1, then, _line(unclear, "say"))

    def silence(self, node: CommentedMap) -> Silence | None:
        silence = self.mapping(node, "silence")
        if silence is None:
            return None
        self.keys(silence, ("after", "then"), ("after", "then"))
        after = seconds(str(silence.get("after", "")))
        if "after" in silence and after is None:
            self.error(
                _line(silence, "after"), "This is no length of time.", "Write 30m, 6h or 2d."
            )
        return Silence(after or 0, self.name(silence, "then") or "", _line(silence))

    def decide(self, node: CommentedMap) -> Decide | None:
        decide = self.mapping(node, "decide")
        if decide is None:
            return None
        self.keys(decide, ("by", "yes", "no"), ("by", "yes", "no"))
        by, yes, no = (self.name(decide, key) or "" for key in ("by", "yes", "no"))
        return Decide(by, yes, no, _line(decide))
