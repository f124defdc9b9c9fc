"""gettext catalogs, read straight from .po, and the texts that a revision takes from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Self

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import denormalize, read_po

from bot.dialogue.model import Dialogue, phrases
from bot.dialogue.names import FORMS
from bot.dialogue.texts import Texts


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


def entries(catalog: Catalog) -> Iterator[tuple[str, Entry]]:
    """(context, entry) of every message; plural messages are not ours to have."""
    for message in catalog:
        if message.id and message.context and isinstance(message.id, str):
            text = message.string if isinstance(message.string, str) else ""
            line = message.lineno or 0
            yield message.context, Entry(message.id, text, message.fuzzy, line, made_from(message))


def _entries(path: Path) -> Mapping[str, Entry]:
    """A catalog's entries; a file that did not change since is not read again."""
    stamp = (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else (0, 0)
    return _read_once(path, *stamp)


@lru_cache(maxsize=24)
def _read_once(path: Path, _changed: int, _size: int) -> Mapping[str, Entry]:
    return MappingProxyType(dict(entries(read_catalog(path))))


def made_from(message: Message) -> str:
    """The earlier source of a fuzzy message. Babel reads `#| msgid` as a comment of the user's."""
    lines = [line.removeprefix("| ") for line in message.user_comments if line.startswith("| ")]
    if not lines or not lines[0].startswith("msgid "):
        return ""
    return denormalize("\n".join([lines[0].removeprefix("msgid "), *lines[1:]]))


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

    def texts(self, dialogues: Iterable[Dialogue], stale: bool = False) -> Texts:
        """What each form says: its own translations, and the source in its own language. `stale`:
        those too that wait to be read again."""
        by_form: dict[str, dict[str, str]] = {form: {} for form in FORMS}
        for dialogue in dialogues:
            for phrase in phrases(dialogue):
                by_form[dialogue.language][phrase.ref] = phrase.text
                for form in FORMS:
                    entry = self.entry(form, phrase.ref)
                    fresh = entry and entry.text and (stale or not entry.fuzzy)
                    if entry and fresh and form != dialogue.language:
                        by_form[form][phrase.ref] = entry.text
        return Texts(by_form)
