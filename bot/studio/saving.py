"""Saving a draft: the dialogue's file and its entries in the catalogs, together, and only onto what
the coordinator saw. The files are those that Git and an editor see."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message

from bot import i18n
from bot.dialogue.catalogs import Entry, aligned, as_po, po_path, read_catalog
from bot.dialogue.coverage import Wanted, wanted
from bot.dialogue.findings import Finding
from bot.dialogue.names import FORMS
from bot.dialogue.source import read
from bot.studio.drafts import DOMAIN, Drafts, Shelf
from bot.studio.step_form import Said


class Changed(Exception):
    """The draft on the disk is not the one that was shown. Nothing was written."""


class Unreadable(Exception):
    """What was to be saved cannot be read as a dialogue. Nothing was written."""

    trouble = "unreadable"

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


class Fixed(Unreadable):
    """It takes from a dialogue of safety what was approved in it. Nothing was written."""

    trouble = "fixed"


@dataclass(frozen=True)
class Snapshot:
    """A dialogue's file and its translations: what a save is compared with, and undone to."""

    text: str
    entries: Mapping[str, Mapping[str, Entry]]  # form -> ref -> entry

    def hash(self) -> str:
        """The same for the same words, wherever they stand in the files."""
        told = [self.text]
        for form in FORMS:
            for ref, entry in sorted(self.entries.get(form, {}).items()):
                told += [form, ref, entry.source, entry.text, str(entry.fuzzy)]
        return sha256("\x00".join(told).encode()).hexdigest()

    def to_json(self) -> dict[str, Any]:
        """A JSON-able form, read back by `from_json`."""
        entries = {
            form: {ref: asdict(entry) for ref, entry in found.items()}
            for form, found in self.entries.items()
        }
        return {"text": self.text, "entries": entries}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Snapshot:
        """Raises KeyError for what `to_json` did not write."""
        entries = {
            form: {ref: Entry(**entry) for ref, entry in found.items()}
            for form, found in data["entries"].items()
        }
        return cls(data["text"], entries)


def snapshot(shelf: Shelf, dialogue_id: str) -> Snapshot:
    """A dialogue as it lies there. Raises KeyError where there is none."""
    prefix = f"{dialogue_id}/"
    entries = {
        form: {ref: entry for ref, entry in found.items() if ref.startswith(prefix)}
        for form, found in shelf.catalogs.by_form.items()
    }
    return Snapshot(shelf.drafts[dialogue_id].text, entries)


def reworded(before: Snapshot, after: Snapshot, path: str) -> list[str]:
    """The refs whose source text changed."""
    old, new = _sources(before.text, path), _sources(after.text, path)
    return [ref for ref, text in new.items() if ref in old and old[ref] != text]


def _sources(text: str, path: str) -> dict[str, str]:
    dialogue, _ = read(text, path)
    return {one.context: one.text for one in wanted((dialogue,))} if dialogue else {}


def save(
    drafts: Drafts,
    shelf: Shelf,
    dialogue_id: str,
    shown: str,
    text: str,
    said: Mapping[str, Said] | None = None,
) -> None:
    """Writes a dialogue's file, and brings its entries in the catalogs in line.

    `shown` is the hash of what the coordinator saw. `said` holds, for each ref of a form, what was
    typed in each form of address. Raises Changed or Unreadable; then nothing was written.
    """
    before = snapshot(shelf, dialogue_id)
    if before.hash() != shown:
        raise Changed
    path = drafts.path(dialogue_id)
    dialogue, findings = read(text, str(path))
    if dialogue is None:
        raise Unreadable([f for f in findings if f.level == "error"])
    texts = {one.context: one for one in wanted((dialogue,))}
    sources = {ref: one.text for ref, one in texts.items()}
    entries: dict[str, dict[str, Entry]] = {}
    for form in FORMS:
        old = before.entries.get(form, {})
        entries[form] = {ref: aligned(old.get(ref), source) for ref, source in sources.items()}
        for ref, typed in (said or {}).items():
            if ref in sources:
                entries[form][ref] = _typed(form, sources[ref], typed, old)
    _lay(drafts, shelf, dialogue_id, text, texts, entries)


def restore(drafts: Drafts, shelf: Shelf, dialogue_id: str, back: Snapshot, shown: str) -> None:
    """Puts a dialogue back as it was in a snapshot. Raises Changed as `save` does."""
    if snapshot(shelf, dialogue_id).hash() != shown:
        raise Changed
    dialogue, _ = read(back.text, str(drafts.path(dialogue_id)))
    texts = {one.context: one for one in wanted((dialogue,))} if dialogue else {}
    _lay(drafts, shelf, dialogue_id, back.text, texts, back.entries)


def remove(drafts: Drafts, shelf: Shelf, dialogue_id: str, shown: str) -> None:
    """Takes a dialogue's file away, and its entries in the catalogs. Raises Changed as `save`
    does."""
    before = snapshot(shelf, dialogue_id)
    if before.hash() != shown:
        raise Changed
    with _on_disk(drafts, dialogue_id, shelf):
        for form in FORMS:
            path = po_path(drafts.locales, form, DOMAIN)
            if before.entries.get(form):
                old = read_catalog(path)
                rest = _everything(old, dialogue_id, {})
                _write(path, as_po(i18n.in_line(old, rest, form, DOMAIN)))
        drafts.path(dialogue_id).unlink()


def _lay(
    drafts: Drafts,
    shelf: Shelf,
    dialogue_id: str,
    text: str,
    texts: Mapping[str, Wanted],
    entries: Mapping[str, Mapping[str, Entry]],
) -> None:
    """Writes the file and the catalogs that it changes."""
    before = snapshot(shelf, dialogue_id)
    earlier, _ = read(before.text, str(drafts.path(dialogue_id)))
    said = [(w.context, w.text, w.note) for w in wanted((earlier,) if earlier else ())]
    moved = said != [(w.context, w.text, w.note) for w in texts.values()]
    with _on_disk(drafts, dialogue_id, shelf):
        for form in FORMS:
            path = po_path(drafts.locales, form, DOMAIN)
            if moved or _told(before.entries.get(form, {})) != _told(entries[form]):
                old = read_catalog(path)
                everything = _everything(old, dialogue_id, texts)
                _write(path, as_po(i18n.in_line(old, everything, form, DOMAIN, entries[form])))
        _write(drafts.path(dialogue_id), text.encode())


def _told(entries: Mapping[str, Entry]) -> dict[str, tuple[str, str, bool]]:
    return {ref: (e.source, e.text, e.fuzzy) for ref, e in entries.items() if e.text}


@contextlib.contextmanager
def _on_disk(drafts: Drafts, dialogue_id: str, shelf: Shelf) -> Iterator[None]:
    """One save of this process at a time, and never onto a file that changed since it was read."""
    with drafts.lock:
        if drafts.path(dialogue_id).read_text(encoding="utf-8") != shelf.drafts[dialogue_id].text:
            raise Changed
        yield


def _everything(old: Catalog, dialogue_id: str, texts: Mapping[str, Wanted]) -> dict[str, Wanted]:
    """The contexts of a catalog in their order, this dialogue's in their place among them."""
    found: dict[str, Wanted] = {}
    placed = False
    for message in old:
        if not message.id or not message.context:
            continue
        name = message.context.partition("/")[0]
        if not placed and name >= dialogue_id:
            found |= texts
            placed = True
        if name != dialogue_id:
            found[message.context] = _as_wanted(message)
    return found if placed else found | dict(texts)


def _as_wanted(message: Message) -> Wanted:
    note = " ".join(message.auto_comments)
    return Wanted(str(message.context), str(message.id), "", "say", "", 0, note)


def _typed(form: str, source: str, typed: Said, before: Mapping[str, Entry]) -> Entry:
    """One text of a form as it was typed: new words are fresh; words whose source changed under
    them are stale until somebody says that they are still right."""
    text = typed.by_form.get(form, "")
    old = before.get(typed.was)
    if old is not None and old.text == text and form not in typed.kept:
        return aligned(old, source)
    return Entry(source, text, False, 0)


def _write(path: Path, content: bytes) -> None:
    """All of a file or nothing of it: a power cut leaves the old one."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if path.exists():
            os.chmod(name, path.stat().st_mode & 0o777)
        else:
            os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
