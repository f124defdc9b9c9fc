"""The format of a transcript: its first line, what a resident did, and how it was understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.dialogue.lengths import seconds
from bot.dialogue.names import ADDRESS_WORDS, GIVEN
from bot.understanding import Understanding

PASS: Final = re.compile(r"(?:wait\s+)?(\d+\s*[mhd])(?:\s+pass(?:es)?)?\Z")
WIDTH: Final = 5  # of the column that says who
NOTED: Final = 3  # readings that are noted, as many as the engine looks at
_NOTE: Final = re.compile(r"\s*\{([^{}]*)\}\s*\Z")
_NOBODY: Final = ("bot", "**", "#")


@dataclass(frozen=True, slots=True)
class Passed:
    """Time that went by."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """What the resident wrote or tapped, and the note of how it was understood."""

    text: str
    note: str


def act_of(line: str) -> Passed | Wrote | None:
    """What a line of a transcript has the resident do; None where it is the bot's."""
    if passed := PASS.match(line):
        return Passed(seconds(passed[1]) or 0)
    who, _, text = line.partition(" ")
    if not who or who in _NOBODY:
        return None
    note = _NOTE.search(text)
    return Wrote(_NOTE.sub("", text).strip(), note[1] if note else "")


def resident_line(name: str, text: str, read: Understanding) -> str:
    """What a resident wrote, with how it was understood behind it."""
    note = ", ".join(f"{intent} {sure:.2f}" for intent, sure in read.ranking[:NOTED])
    unsure = "?, " if read.intent is None and note else ""
    tail = f"  {{{unsure}{note}}}" if note and not text.startswith("/") else ""
    return f"{name:<{WIDTH - 1}} {text}{tail}"


def noted(text: str, note: str, language: str) -> Understanding:
    """The understanding that a transcript notes: 'mood_low .72, feel_tired .1'."""
    ranking: list[tuple[str, float]] = []
    for part in note.split(","):
        name, _, sure = part.strip().partition(" ")
        if name:
            ranking.append((name, float(sure or "1")))
    known = [(name, sure) for name, sure in ranking if name != "?"]
    if not known or ranking[0][0] == "?":  # '?' first: below the floor, so unsure
        return Understanding(text, language, None, 0.0, tuple(known))
    return Understanding(text, language, *known[0], tuple(known))


@dataclass(frozen=True)
class Header:
    """The first line of a transcript: the dialogue (`-` for none) and what is known. `at`: the
    step where it begins, '' for the first."""

    dialogue: str
    facts: dict[str, str]
    decisions: dict[str, bool]
    at: str = ""

    @classmethod
    def parse(cls, line: str) -> Header:
        """Read '# dialogue: morning   language: fr   form: tu   name: Ana   is: has_consent'."""
        pairs = re.findall(r"([\w.]+): (.*?)(?=\s{2,}[\w.]+: |$)", line.removeprefix("#").strip())
        fields = {key: value.strip() for key, value in pairs}
        dialogue = fields.pop("dialogue", "-")
        given = fields.pop("is", "person_available").split()
        form, at = fields.pop("form", ""), fields.pop("at", "")
        if form in ADDRESS_WORDS:
            fields["address"] = ADDRESS_WORDS[form]
        return cls(dialogue, fields, {name: name in given for name in GIVEN}, at)


def header_line(
    dialogue: str | None,
    facts: Mapping[str, str],
    at: str = "",
    given: Iterable[str] | None = None,
) -> str:
    """The header of a transcript with these facts; `given`: the decisions that are true."""
    fields = {"dialogue": dialogue or "-"} | ({"at": at} if at else {}) | dict(facts)
    if given is not None:
        fields["is"] = " ".join(given) or "-"
    return "# " + "   ".join(f"{key}: {value}" for key, value in fields.items())
