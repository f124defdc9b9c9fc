"""Pictures as SVG: bars side by side, and a line over a course. No library draws so little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, BAR, GAP, LEFT, RIGHT = 720, 22, 12, 250, 90
HIGH = 220  # of a course
BLUE, LIGHT, GREY, PALE, INK = "#2b6cb0", "#90cdf4", "#718096", "#cbd5e0", "#1a202c"


@dataclass(frozen=True, slots=True)
class Bar:
    """A value; `before` is drawn in front of it, lighter."""

    name: str
    value: float
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars; our own are blue."""

    name: str
    title: str
    unit: str
    bars: Sequence[Bar]

    def svg(self) -> str:
        height = 46 + len(self.bars) * (BAR + GAP)
        most = max((bar.before + bar.value for bar in self.bars), default=0.0) or 1.0
        drawn = [_bar(bar, 40 + place * (BAR + GAP), most) for place, bar in enumerate(self.bars)]
        return _framed(f"{self.title} ({self.unit})", height, drawn)


@dataclass(frozen=True, slots=True)
class Course:
    """What became of a value, over what."""

    name: str
    title: str
    unit: str
    over: str
    points: Sequence[tuple[float, float]]

    def svg(self) -> str:
        last = self.points[-1][0] or 1.0
        most = max(value for _, value in self.points) * 1.1 or 1.0
        left, wide = 60, WIDTH - 60 - 30

        def at(x: float, y: float) -> str:
            return f"{left + wide * x / last:.1f},{40 + HIGH * (1 - y / most):.1f}"

        path = " ".join(at(x, y) for x, y in self.points)
        foot = 40 + HIGH
        drawn = [
            f'<path d="M{left} 40V{foot}H{left + wide}" fill="none" stroke="{GREY}"/>',
            f'<polyline points="{path}" fill="none" stroke="{BLUE}" stroke-width="2.5"/>',
            _text(left - 8, 48, shown(most), "end"),
            _text(left - 8, foot, "0", "end"),
            _text(left + wide, foot + 22, f"{last:,.0f} {self.over}", "end"),
        ]
        return _framed(f"{self.title} ({self.unit})", foot + 36, drawn)


def _bar(bar: Bar, top: int, most: float) -> str:
    full = WIDTH - LEFT - RIGHT
    before, long = full * bar.before / most, max(1.0, full * bar.value / most)
    dark, light = (GREY, PALE) if bar.name.startswith("Rasa") else (BLUE, LIGHT)
    told = shown(bar.value) if not bar.before else f"{shown(bar.before)} + {shown(bar.value)}"
    return "\n".join(
        [
            _text(LEFT - 8, top + 16, bar.name, "end"),
            _rect(LEFT, top, before, light) if before else "",
            _rect(LEFT + before, top, long, dark),
            _text(LEFT + before + long + 6, top + 16, told),
        ]
    )


def _rect(left: float, top: float, wide: float, colour: str) -> str:
    return f'<rect x="{left:.1f}" y="{top}" width="{wide:.1f}" height="{BAR}" fill="{colour}"/>'


def _text(left: float, top: float, words: str, anchor: str = "start") -> str:
    return (
        f'<text x="{left:.1f}" y="{top}" text-anchor="{anchor}" fill="{INK}">{escape(words)}</text>'
    )


def _framed(title: str, height: int, drawn: Sequence[str]) -> str:
    """On white, so that it is readable on a dark page too."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="sans-serif" font-size="14" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="12" y="24" font-weight="bold" fill="{INK}">{escape(title)}</text>',
        *(line for line in drawn if line),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def shown(value: float) -> str:
    """Three digits that mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
