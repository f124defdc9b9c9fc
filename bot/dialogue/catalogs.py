"""gettext catalogs, read straight from .po, and the texts that a revision takes from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import normalize, read_po, unescape, write_po

from bot.dialogue.model import Dialogue, phrases
from bot.dialogue.names import FORMS
from bot.dialogue.texts import Texts

_WIDTH: Final = 96
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True, slots=True)
class Entry:
    """One translation: what it was made from, what it says, whether it is stale, its line."""

    source: str
    text: str
    fuzzy: bool
    line: int
    made_from: str = ""  # the source that a stale translation was made from


def po_path(locales: Path, form: str, domain: str) -> Path:
    """Where a catalog lies."""
    return locales / form / "LC_MESSAGES" / f"{domain}.po"


def read_catalog(path: Path) -> Catalog:
    """Read one .po; an absent file is an empty catalog."""
    locale = path.parent.parent.name.partition("@")[0]
    if not path.exists():
        return Catalog(locale=locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def as_po(catalog: Catalog) -> bytes:
    """A catalog as its file. The earlier source of a stale translation is written here: Babel folds
    it like a remark, in the midst of its quotes, so that other words are read back."""
    out = BytesIO()
    write_po(out, catalog, width=_WIDTH, sort_output=False)
    text = out.getvalue().decode()
    for message in catalog:
        if message.previous_id and message.context:
            earlier = f"msgid {normalize(message.previous_id[0], width=_WIDTH)}"
            lines = "".join(f"#| {line}\n" for line in earlier.split("\n"))
            head = f"\nmsgctxt {normalize(message.context, width=_WIDTH)}\n"
            text = text.replace(head, f"\n{lines}{head[1:]}", 1)
    return text.encode()


def entries(catalog: Catalog) -> Iterator[tuple[str, Entry]]:
    """(context, entry) of every message; plural messages are not ours to have."""
    for message in catalog:
        if message.id and message.context and isinstance(message.id, str):
            yield message.context, entry_of(message)


def entry_of(message: Message) -> Entry:
    """One message as an entry."""
    text = message.string if isinstance(message.string, str) else ""
    line = message.lineno or 0
    return Entry(str(message.id), text, message.fuzzy, line, made_from(message))


def aligned(old: Entry | None, source: str) -> Entry:
    """A translation that nobody touched, beside its source as it is now. What it was made from is
    kept while it waits to be read again; where the source says that once more, it waits no longer.
    """
    if old is None or not old.text:
        return Entry(source, "", False, 0)
    made = old.made_from or (old.source if old.source != source else "")
    if made == source:
        return Entry(source, old.text, False, 0)
    return Entry(source, old.text, old.fuzzy or bool(made), 0, made)


def _entries(path: Path) -> Mapping[str, Entry]:
    """A catalog's entries; a file that did not change since is not read again."""
    stamp = (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else (0, 0)
    return _read_once(path, *stamp)


@lru_cache(maxsize=24)
def _read_once(path: Path, _changed: int, _size: int) -> Mapping[str, Entry]:
    return MappingProxyType(dict(entries(read_catalog(path))))


def made_from(message: Message) -> str:
    """The earlier source of a fuzzy message. Babel reads `#| msgid` as a comment of the user's.
    What stands between quotes counts, however its lines were folded."""
    lines = [line.removeprefix("| ") for line in message.user_comments if line.startswith("| ")]
    if not lines or not lines[0].startswith("msgid "):
        return ""
    return "".join(unescape(part) for part in _QUOTED.findall(" ".join(lines)))


@dataclass(frozen=True)
class Catalogs:
    """Every form's dialogue texts: form -> ref -> Entry."""

    by_form: Mapping[str, Mapping[str, Entry]]
    locales: Path

    @classmethod
    def read(cls, locales: Path, domain: str = "dialogues") -> Self:
        """Read the catalogs of one domain in all forms."""
        found = {form: _entries(po_path(locales, form, domain)) for form in FORMS}
        return cls(found, locales)

    def entry(self, form: str, ref: str) -> Entry | None:
        """The entry of a ref in a form."""
        return self.by_form.get(form, {}).get(ref)

    def texts(self, dialogues: Iterable[Dialogue]) -> Texts:
        """What each form says: its own translations, and the source in its own language. One that
        waits to be read again says what it said: nothing is published before somebody read it."""
        by_form: dict[str, dict[str, str]] = {form: {} for form in FORMS}
        for dialogue in dialogues:
            for phrase in phrases(dialogue):
                by_form[dialogue.language][phrase.ref] = phrase.text
                for form in FORMS:
                    entry = self.entry(form, phrase.ref)
                    if entry and entry.text and form != dialogue.language:
                        by_form[form][phrase.ref] = entry.text
        return Texts(by_form)
