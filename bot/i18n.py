"""Texts in code and the keeping of all catalogs.

A feature writes `HELP = Text("help/body", "I am …")` beside its code. `python -m bot.i18n update`
brings every catalog in line with code and dialogues, matching by context alone: a reworded text
keeps its old translation, marked fuzzy. `python -m bot.i18n lint` says what is missing.
"""

from __future__ import annotations

import ast
import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.numbers import format_decimal

from bot.dialogue.catalogs import Catalogs, Entry, aligned, as_po, entries, po_path, read_catalog
from bot.dialogue.coverage import Wanted, coverage
from bot.dialogue.coverage import wanted as wanted_by
from bot.dialogue.findings import Finding
from bot.dialogue.names import FORMS, INFORMAL, LANGUAGES, VARIANTS
from bot.dialogue.source import read_folder

log = logging.getLogger(__name__)

ROOT: Final = Path(__file__).resolve().parent.parent
LOCALES: Final = ROOT / "locales"
_INFORMAL_WORDS: Final = frozenset({INFORMAL, "je", "tu"})
_EPOCH: Final = datetime(2026, 1, 1, tzinfo=UTC)  # a fixed date keeps diffs to the texts

# Tests set this: a text that is missing is then a KeyError instead of English and a log line.
STRICT = False

type Say = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the code: its context (`feature/what`) and its English source."""

    context: str
    source: str

    def __call__(self, say: Say, **values: object) -> str:
        """The text as `say` has it, with `{placeholders}` filled. KeyError for a lacking one."""
        return say(self.context, self.source).format(**values)


def form_of(language: str, address: str = "") -> str:
    """'nl', 'informal' -> 'nl@je'. The words je and tu are understood as well."""
    if address in _INFORMAL_WORDS and language in VARIANTS:
        return VARIANTS[language]
    return language if language in LANGUAGES else "en"


def translator(language: str, form: str = "", locales: Path = LOCALES) -> Say:
    """How code texts are said in a language and form of address ('formal' until chosen)."""
    wanted = form_of(language, form)
    catalogs = _messages(locales)
    order = dict.fromkeys((wanted, wanted.partition("@")[0]))

    def say(context: str, source: str) -> str:
        for name in order:
            entry = catalogs.entry(name, context)
            if entry and entry.text and not entry.fuzzy:
                return entry.text
        if "en" not in order:
            if STRICT:
                raise KeyError(f"{wanted}: {context}")
            log.error("No text in %s for %s", wanted, context)
        return source

    return say


def counted(say: Say, language: str, one: Text, other: Text, count: int, **values: object) -> str:
    """The text for a number: `{count}` in the language's writing, singular as it counts."""
    locale = Locale.parse(language)
    text = one if locale.plural_form(count) == "one" else other
    return text(say, count=format_decimal(count, locale=locale), **values)


@lru_cache(maxsize=8)
def _messages(locales: Path) -> Catalogs:
    return Catalogs.read(locales, "messages")


def code_texts(folder: Path) -> Iterator[Wanted]:
    """Every `Text("context", "source")` and every entry of a table called `TEXTS` in a folder."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for context, source, line in (*_called(node), *_tabled(node)):
                kind = "label" if "/button" in context else "code"
                yield Wanted(context, source, "en", kind, str(path), line)


def _called(node: ast.AST) -> Iterator[tuple[str, str, int]]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
        parts = [a.value for a in node.args if isinstance(a, ast.Constant)]
        if len(parts) == 2 == len(node.args):
            yield str(parts[0]), str(parts[1]), node.lineno


def _tabled(node: ast.AST) -> Iterator[tuple[str, str, int]]:
    targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
    value = getattr(node, "value", None)
    if isinstance(value, ast.Call) and value.args:  # MappingProxyType({...})
        value = value.args[0]
    named = any(isinstance(t, ast.Name) and t.id.strip("_") == "TEXTS" for t in targets)
    if named and isinstance(value, ast.Dict):
        for key, text in zip(value.keys, value.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(text, ast.Constant):
                yield str(key.value), str(text.value), key.lineno


def dialogue_texts(folder: Path) -> Iterator[Wanted]:
    """Every text of the dialogues of a folder that can be read."""
    yield from wanted_by(read_folder(folder)[0])


def lint(texts: Iterable[Wanted], locales: Path, domain: str = "messages") -> list[Finding]:
    """What is missing, fuzzy, mixed or out of tone; one context with two sources too."""
    known: dict[str, Wanted] = {}
    findings: list[Finding] = []
    for text in texts:
        other = known.setdefault(text.context, text)
        if other.text != text.text:
            what = f"'{text.context}' stands at {other.path}:{other.line} with another text."
            mend = "Give one of them a context of its own."
            findings.append(Finding(text.path, text.line, "error", what, mend))
    return sorted(findings + coverage(known.values(), Catalogs.read(locales, domain), domain))


def update(texts: Iterable[Wanted], locales: Path, domain: str) -> list[Path]:
    """Rewrite a domain's catalogs so that they hold exactly these texts; returns what changed."""
    wanted = {text.context: text for text in texts}
    changed: list[Path] = []
    for form in FORMS:
        path = po_path(locales, form, domain)
        before = path.read_bytes() if path.exists() else b""
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = in_line(read_catalog(path), wanted, form, domain)
        after = as_po(catalog)
        if after != before:
            path.write_bytes(after)
            changed.append(path)
    _messages.cache_clear()
    return changed


def in_line(
    old: Catalog,
    wanted: Mapping[str, Wanted],
    form: str,
    domain: str,
    instead: Mapping[str, Entry] = MappingProxyType({}),
) -> Catalog:
    """By context alone: same source keeps its translation, another source makes it fuzzy.

    `instead` holds the entries that somebody has just written, by context.
    """
    known = dict(entries(old))
    new = Catalog(
        locale=form[:2],
        domain=domain,
        project="Goeiedag",
        version="1",
        creation_date=_EPOCH,
        revision_date=_EPOCH,
        fuzzy=False,
        header_comment=f"# Goeiedag: {domain}, {form}.",
    )
    for context, text in wanted.items():
        entry = instead.get(context) or aligned(known.get(context), text.text)
        if text.language == form or ("@" in form and not entry.text):
            continue
        previous = (entry.made_from,) if entry.fuzzy and entry.made_from else ()
        flags = ["fuzzy"] if entry.fuzzy else []
        notes = [text.note] if text.note else []
        new.add(text.text, entry.text, [], flags, notes, [], previous, context=context)
    return new


def main(arguments: list[str]) -> int:
    """`update` or `lint`, of code and dialogues of this checkout."""
    sources = {
        "messages": list(code_texts(ROOT / "bot")),
        "dialogues": list(dialogue_texts(ROOT / "dialogues")),
    }
    if arguments == ["update"]:
        for domain, texts in sources.items():
            for path in update(texts, LOCALES, domain):
                print(path)
        return 0
    findings = [f for domain, texts in sources.items() for f in lint(texts, LOCALES, domain)]
    print(*findings, sep="\n")
    return 1 if any(finding.level == "error" for finding in findings) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
