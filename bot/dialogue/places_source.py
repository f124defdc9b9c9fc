"""`dialogues/places.yaml` -> places, with the line of everything that is wrong with an entry.

An entry with a mistake is left out, and so is one that was not checked for 90 days: nobody is
sent to a door that may be closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bot.dialogue.findings import Finding, Level
from bot.dialogue.names import FORMS, LANGUAGES, NEEDS
from bot.dialogue.tone import lint
from bot.places import CHECKED_WITHIN, DAYS, FILE, Place, Span
from bot.yaml_errors import BROKEN, trouble

KEYS: Final = (
    "name",
    "kind",
    "languages",
    "needs",
    "address",
    "hours",
    "phone",
    "checked_on",
    "about",
)
OPTIONAL: Final = ("example",)
_SPAN: Final = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")
_PHONE: Final = re.compile(r"\+?[\d /.]{6,20}\Z")


class Wrong(Exception):
    """What is wrong with an entry, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


def read_places(folder: Path) -> tuple[tuple[Place, ...], list[Finding]]:
    """The directory of a folder of dialogues; none where there is no such file."""
    path = folder / FILE
    if not path.exists():
        return (), []
    return parse(path.read_text("utf-8", "surrogateescape"), str(path))


def parse(text: str, path: str) -> tuple[tuple[Place, ...], list[Finding]]:
    """Every entry that is whole, and a finding for every other."""
    try:
        node = YAML(typ="rt").load(text)
    except BROKEN as error:
        line, why = trouble(error)
        mend = "Put a text with a colon or comma between quotes."
        return (), [Finding(path, line, "error", f"This is not YAML: {why}.", mend)]
    if not isinstance(node, CommentedSeq):
        return (), [Finding(path, 1, "error", "This is no list of places.", "Begin with '- '.")]
    places: list[Place] = []
    findings: list[Finding] = []
    for index, entry in enumerate(node):
        line = int(node.lc.item(index)[0]) + 1
        try:
            places.append(_place(entry, line))
        except Wrong as wrong:
            findings.append(Finding(path, line, "error", wrong.what, wrong.mend))
    return tuple(places), findings


def check_places(folder: Path, today: date) -> Iterator[Finding]:
    """Mistakes, entries that are too old or from the future, and texts out of tone."""
    places, findings = read_places(folder)
    yield from findings
    path = str(folder / FILE)
    for place in places:

        def found(level: Level, what: str, mend: str, line: int = place.line) -> Finding:
            return Finding(path, line, level, what, mend)

        if place.stale(today):
            days = CHECKED_WITHIN.days
            what = f"'{place.name['en']}' was not checked for {days} days and is told to nobody."
            yield found("warning", what, "Ring or go by, then change checked_on.")
        if place.checked_on > today:
            yield found(
                "error", f"'{place.name['en']}' is checked in the future.", "Mend checked_on."
            )
        for form in FORMS:  # one sentence for every form of address, so it addresses nobody
            for fault in lint(place.about[form[:2]], form, "say"):
                yield found(fault.level, f"{place.name['en']}, {form}: {fault.what}", fault.mend)


def _place(entry: Any, line: int) -> Place:
    if not isinstance(entry, CommentedMap):
        raise Wrong("A place needs keys of its own.", f"Write {', '.join(KEYS)}.")
    for key in entry:
        if key not in KEYS + OPTIONAL:
            raise Wrong(f"Unknown key '{key}'.", f"Known: {', '.join(KEYS + OPTIONAL)}.")
    for key in KEYS:
        if not entry.get(key):
            raise Wrong(f"'{key}' is missing.", f"Add '{key}:'.")
    phone = str(entry["phone"])
    if not _PHONE.match(phone):
        raise Wrong(f"'{phone}' is no phone number.", "Write digits and spaces, between quotes.")
    return Place(
        _texts(entry, "name"),
        str(entry["kind"]),
        _names(entry, "languages", LANGUAGES),
        _names(entry, "needs", NEEDS),
        _texts(entry, "address"),
        _hours(entry["hours"]),
        phone,
        _date(entry["checked_on"]),
        _texts(entry, "about"),
        entry.get("example") is True,
        line,
    )


def _texts(entry: CommentedMap, key: str) -> dict[str, str]:
    """A text a language; one text alone (a name that is the same in all) serves every one."""
    value = entry[key]
    if isinstance(value, str) and key != "about":
        return dict.fromkeys(LANGUAGES, value)
    if not isinstance(value, CommentedMap) or set(value) != set(LANGUAGES):
        raise Wrong(f"'{key}' needs a text a language.", f"Write {', '.join(LANGUAGES)}.")
    return {language: " ".join(str(value[language]).split()) for language in LANGUAGES}


def _names(entry: CommentedMap, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(str(name) for name in entry[key]) if isinstance(entry[key], list) else ()
    if not found or not set(found) <= set(known):
        raise Wrong(f"'{key}' is a list of known names.", f"Known: {', '.join(known)}.")
    return found


def _date(value: Any) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Wrong(f"'{value}' is no date.", "Write it as 2026-03-02.") from None


def _hours(value: Any) -> tuple[Span, ...]:
    mend = "Write mo-fr: 09:00-12:00, one line for each group of days."
    if not isinstance(value, CommentedMap):
        raise Wrong("'hours' needs days.", mend)
    spans: list[Span] = []
    for days, text in value.items():
        found = _SPAN.findall(str(text))
        if not found or ", ".join("-".join(pair) for pair in found) != str(text):
            raise Wrong(f"'{text}' are no hours.", mend)
        for day in _days(str(days), mend):
            for start, end in found:
                spans.append(_span(day, start, end, mend))
    return tuple(sorted(spans))


def _span(day: int, start: str, end: str, mend: str) -> Span:
    try:
        span = Span(day, time.fromisoformat(start), time.fromisoformat(end))
    except ValueError:
        raise Wrong(f"'{start}-{end}' are no hours.", mend) from None
    if span.start >= span.end:
        raise Wrong(f"'{start}-{end}' ends before it begins.", mend)
    return span


def _days(text: str, mend: str) -> list[int]:
    first, _, last = text.partition("-")
    names = [first, last] if last else text.replace(" ", "").split(",")
    if not set(names) <= set(DAYS):
        raise Wrong(f"'{text}' are no days.", mend)
    numbers = [DAYS.index(name) for name in names]
    return list(range(numbers[0], numbers[1] + 1)) if last else numbers
