"""docs/performance.md and its pictures: tables of figures, bars drawn as SVG."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
NOTES = Path(__file__).parent / "notes.md"
WIDTH, BAR, GAP, LEFT, RIGHT = 720, 22, 12, 250, 90
BLUE, GREY, INK = "#2b6cb0", "#a0aec0", "#1a202c"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, and what is asked of it ('' where nothing is)."""

    what: str
    figure: str
    asked: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars side by side; those whose name is in `others` are grey."""

    name: str
    title: str
    unit: str
    bars: Sequence[tuple[str, float]]
    others: frozenset[str] = frozenset()


@dataclass(slots=True)
class Section:
    title: str
    about: str
    rows: list[Row] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def table(section: Section) -> list[str]:
    lines = ["| what | figure | asked | |", "| --- | --- | --- | --- |"]
    marks = {None: "", True: "✓", False: "✗"}
    lines += [f"| {r.what} | {r.figure} | {r.asked} | {marks[r.met]} |" for r in section.rows]
    return lines


def write(sections: Sequence[Section], share: float = 1.0) -> None:
    """The page, with its pictures."""
    images = DOCS / "images"
    images.mkdir(exist_ok=True)
    when = datetime.now(UTC).date().isoformat()
    lines = [
        "# Performance",
        "",
        f"Written by `make bench` on {when}, on {os.cpu_count()} cores ({platform.machine()}), "
        f"Python {platform.python_version()}. On another machine the ratios hold, the",
        "milliseconds do not.",
    ]
    if share != 1.0:
        lines += ["", f"This run had {share:.0%} of each load, so its figures are rough."]
    for section in sections:
        lines += ["", f"## {section.title}", "", section.about, "", *table(section)]
        for picture in section.pictures:
            (images / f"{picture.name}.svg").write_text(svg(picture), encoding="utf-8")
            lines += ["", f"![{picture.title}](images/{picture.name}.svg)"]
    lines += ["", NOTES.read_text(encoding="utf-8").rstrip(), ""]
    (DOCS / "performance.md").write_text("\n".join(lines), encoding="utf-8")


def svg(picture: Picture) -> str:
    """Horizontal bars with their figures, readable in a light and a dark page."""
    height = 46 + len(picture.bars) * (BAR + GAP)
    most = max((value for _, value in picture.bars), default=1.0) or 1.0
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="sans-serif" font-size="14" role="img">',
        f"<title>{escape(picture.title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="12" y="24" font-weight="bold" fill="{INK}">{escape(picture.title)} '
        f"({escape(picture.unit)})</text>",
    ]
    for place, (name, value) in enumerate(picture.bars):
        top = 40 + place * (BAR + GAP)
        long = max(1.0, (WIDTH - LEFT - RIGHT) * value / most)
        colour = GREY if name in picture.others else BLUE
        parts += [
            f'<text x="{LEFT - 8}" y="{top + 16}" text-anchor="end" fill="{INK}">'
            f"{escape(name)}</text>",
            f'<rect x="{LEFT}" y="{top}" width="{long:.1f}" height="{BAR}" fill="{colour}"/>',
            f'<text x="{LEFT + long + 6:.1f}" y="{top + 16}" fill="{INK}">{shown(value)}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])


def shown(value: float) -> str:
    """Three digits that mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
