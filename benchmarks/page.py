"""docs/performance.md: what was asked and what was reached, tables of figures, pictures."""

from __future__ import annotations

import os
import platform
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.pictures import Bar as Bar
from benchmarks.pictures import Course as Course
from benchmarks.pictures import Picture as Picture

DOCS = Path(__file__).parent.parent / "docs"
NOTES = Path(__file__).parent / "notes.md"
BUSY = 0.5  # load a core before the run, from which on other work was in the way


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, and what is asked of it ('' where nothing is)."""

    what: str
    figure: str
    asked: str = ""
    met: bool | None = None


@dataclass(slots=True)
class Section:
    """`beside`: figures side by side, the first line names the sides."""

    title: str
    about: str
    rows: list[Row] = field(default_factory=list)
    beside: list[tuple[str, ...]] = field(default_factory=list)
    pictures: list[Picture | Course] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """How the figures came about."""

    share: float
    load: float  # of the machine, before

    def told(self, seconds: float) -> Iterator[str]:
        when = datetime.now(UTC).date().isoformat()
        yield (
            f"Written by `make bench` on {when}, in {seconds / 60:.0f} minutes on "
            f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}. "
            "On another machine the ratios hold, the milliseconds do not."
        )
        if self.share != 1.0:
            yield f"This run had {self.share:.0%} of each load, so its figures are rough."
        if self.load / (os.cpu_count() or 1) > BUSY:
            yield (
                f"The machine did other work meanwhile (a load of {self.load:.1f} before the run), "
                "so times are longer than they are alone."
            )


def write(sections: Sequence[Section], run: Run) -> None:
    """The page, with its pictures."""
    (DOCS / "images").mkdir(exist_ok=True)
    for picture in (picture for section in sections for picture in section.pictures):
        (DOCS / "images" / f"{picture.name}.svg").write_text(picture.svg(), encoding="utf-8")
    (DOCS / "performance.md").write_text(text(sections, run), encoding="utf-8")


def text(sections: Sequence[Section], run: Run) -> str:
    told = run.told(sum(section.seconds for section in sections))
    lines = ["# Performance", "", *_paragraphs(told), *_overview(sections)]
    for section in sections:
        lines += ["", f"## {section.title}", "", _wrapped(section.about), "", *tables(section)]
        lines.append("")
        lines += [f"![{one.title}](images/{one.name}.svg)" for one in section.pictures]
    lines += ["", NOTES.read_text(encoding="utf-8").rstrip(), ""]
    return "\n".join(lines)


def _paragraphs(told: Iterator[str]) -> Iterator[str]:
    for one in told:
        yield from (_wrapped(one), "")


def _wrapped(words: str) -> str:
    return textwrap.fill(words, 120, break_long_words=False, break_on_hyphens=False)


def _overview(sections: Sequence[Section]) -> Iterator[str]:
    asked = [row for section in sections for row in section.rows if row.met is not None]
    reached = sum(bool(row.met) for row in asked)
    yield f"Of {len(asked)} figures that were asked for, {reached} are reached."
    missed = [f"- {row.what}: {row.figure}, asked {row.asked}" for row in asked if not row.met]
    if missed:
        yield from ("", "Not reached:", "", *missed)


def tables(section: Section) -> Iterator[str]:
    if section.rows:
        yield from ("| what | figure | asked | |", "| --- | --- | --- | --- |")
        marks = {None: "", True: "reached", False: "**not reached**"}
        yield from (f"| {r.what} | {r.figure} | {r.asked} | {marks[r.met]} |" for r in section.rows)
    if section.beside:
        header, *lines = section.beside
        yield from ("", _line(header), _line(["---"] * len(header)), *map(_line, lines))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
