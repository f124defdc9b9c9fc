"""From lines of data to what each head is trained on."""

from __future__ import annotations

from dataclasses import dataclass

from components.levels import CRISES, CRISIS, HARD, NONE, ORDINARY
from components.lines import Line
from components.text import clean


@dataclass(frozen=True)
class Example:
    """One training line. `group` is what alarms are counted apart by (crisis, hard, ordinary)."""

    text: str
    label: str
    language: str = ""
    group: str = ""


def group_of(line: Line) -> str:
    """crisis, hard (sounds like one and is none) or ordinary."""
    return CRISIS if line.intent in CRISES else HARD if line.hard_negative else ORDINARY


def talk(lines: list[Line]) -> list[Example]:
    """For the intents. Safety lines carry an intent too, and teach it."""
    return [Example(clean(line.text), line.intent, line.language, group_of(line)) for line in lines]


def danger(lines: list[Line]) -> list[Example]:
    """For safety: the three crises against everything else."""
    return [
        Example(clean(line.text), line.intent if line.intent in CRISES else NONE, line.language, group_of(line))
        for line in lines
    ]
