"""The drafts as they lie on the disk: read again only where a file changed."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from bot.dialogue.catalogs import Catalogs, po_path
from bot.dialogue.coverage import coverage, wanted
from bot.dialogue.findings import Finding
from bot.dialogue.library import Library
from bot.dialogue.model import Dialogue
from bot.dialogue.names import FORMS
from bot.dialogue.places_source import check_places, read_places
from bot.dialogue.source import read
from bot.dialogue.structure import structure
from bot.places import FILE as PLACES
from bot.places import Place

DOMAIN: Final = "dialogues"
type Stamp = tuple[str, int, int]  # path, time of change in ns, bytes


@dataclass(frozen=True)
class Draft:
    """One file: its text, and the dialogue where it could be read."""

    id: str
    path: Path
    text: str
    dialogue: Dialogue | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many findings stop publishing."""
        return sum(finding.level == "error" for finding in self.findings)


@dataclass(frozen=True)
class Shelf:
    """All drafts at one moment, their translations, and everything found in them."""

    drafts: Mapping[str, Draft]
    catalogs: Catalogs
    places: tuple[Place, ...]
    elsewhere: tuple[Finding, ...]  # findings that belong to no dialogue

    @property
    def dialogues(self) -> tuple[Dialogue, ...]:
        """Those that can be read."""
        return tuple(d.dialogue for d in self.drafts.values() if d.dialogue is not None)

    @property
    def errors(self) -> list[Finding]:
        """Everything that stops publishing."""
        found = [f for d in self.drafts.values() for f in d.findings] + list(self.elsewhere)
        return [finding for finding in found if finding.level == "error"]

    def library(self) -> Library:
        """The drafts as they would be played."""
        return Library.of(self.dialogues, self.catalogs, self.places)


@lru_cache(maxsize=512)
def _read(text: str, path: str) -> tuple[Dialogue | None, tuple[Finding, ...]]:
    """Reading a file takes some 50 ms; a text that was read before is not read again."""
    dialogue, findings = read(text, path)
    return dialogue, tuple(findings)


class Drafts:
    """A content folder. `shelf` is safe to call from several threads; one of them reads."""

    def __init__(self, content: Path) -> None:
        self.folder, self.locales = content / "dialogues", content / "locales"
        self.lock = threading.RLock()
        self._stamps: tuple[tuple[Stamp, ...], date] | None = None
        self._shelf: Shelf | None = None
        self._covered: dict[tuple[object, ...], list[Finding]] = {}

    def path(self, dialogue_id: str) -> Path:
        """Where a dialogue's file lies."""
        return self.folder / f"{dialogue_id}.yaml"

    def shelf(self, today: date) -> Shelf:
        """The drafts now. `today` says how old the places are."""
        with self.lock:
            stamps = (tuple(self._stamp()), today)
            if self._shelf is None or stamps != self._stamps:
                self._shelf = self._load(today)
                self._stamps = stamps
            return self._shelf

    def _stamp(self) -> Iterable[Stamp]:
        catalogs = [po_path(self.locales, form, DOMAIN) for form in FORMS]
        for path in (*sorted(self.folder.glob("*.yaml")), *catalogs):
            if path.exists():
                stat = path.stat()
                yield str(path), stat.st_mtime_ns, stat.st_size

    def _load(self, today: date) -> Shelf:
        found: dict[str, Draft] = {}
        for path in sorted(self.folder.glob("*.yaml")):
            if path.name != PLACES:
                text = path.read_text(encoding="utf-8")
                dialogue, findings = _read(text, str(path))
                found[path.stem] = Draft(path.stem, path, text, dialogue, findings)
        catalogs = Catalogs.read(self.locales)
        dialogues = tuple(d.dialogue for d in found.values() if d.dialogue is not None)
        more: list[Finding] = []
        if len(dialogues) == len(found):
            more += structure(dialogues)
        by_path: dict[str, list[Finding]] = {}
        for finding in more:
            by_path.setdefault(finding.path, []).append(finding)
        for draft in list(found.values()):
            if draft.dialogue is not None:
                own = by_path.get(str(draft.path), []) + self._coverage(draft.dialogue, catalogs)
                all_of_it = tuple(sorted({*draft.findings, *own}))
                found[draft.id] = Draft(draft.id, draft.path, draft.text, draft.dialogue, all_of_it)
        places = read_places(self.folder)[0]
        elsewhere = tuple(sorted(set(check_places(self.folder, today))))
        return Shelf(found, catalogs, places, elsewhere)

    def _coverage(self, dialogue: Dialogue, catalogs: Catalogs) -> list[Finding]:
        """Only what changed is looked at again: the linters take a second for everything."""
        texts = tuple(wanted((dialogue,)))
        said = tuple(catalogs.entry(form, text.context) for text in texts for form in FORMS)
        key = (texts, said)
        if key not in self._covered:
            if len(self._covered) > 400:
                self._covered.clear()
            self._covered[key] = coverage(texts, catalogs)
        return self._covered[key]
