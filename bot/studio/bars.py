"""Bars as inline SVG, with no script and no colour that alone says something. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

WIDTH, HEIGHT, FOOT, HEAD, SIDE = 720, 150, 22, 18, 18
FEW: Final = 14  # bars that each have room for their own figure


@dataclass(frozen=True, slots=True)
class Bar:
    """One of them. `value` None: too few people, nothing is told. `shown`: the value in words, and
    `brief` where there is little room."""

    label: str
    value: float | None
    shown: str
    brief: str = ""


def bars(found: Sequence[Bar]) -> Markup | None:
    """The picture, hidden from screen readers: the table beside it says the same. None for nothing
    to show."""
    highest = max((bar.value for bar in found if bar.value is not None), default=0)
    if not highest:
        return None
    step = WIDTH / len(found)
    told = {n for n, bar in enumerate(found) if len(found) <= FEW and bar.value is not None}
    told |= {next(n for n, bar in enumerate(found) if bar.value == highest)}
    parts = [_bar(bar, n, step, highest, len(found), n in told) for n, bar in enumerate(found)]
    base = HEAD + HEIGHT
    frame = Markup('<svg class="bars" viewBox="{} 0 {} {}" aria-hidden="true" focusable="false">')
    line = Markup('<line class="ground" x1="0" x2="{}" y1="{}" y2="{}"/></svg>')
    inside = Markup("").join(parts)
    return (
        frame.format(-SIDE, WIDTH + 2 * SIDE, base + FOOT) + inside + line.format(WIDTH, base, base)
    )


def _bar(bar: Bar, place: int, step: float, highest: float, count: int, told: bool) -> Markup:
    left, wide, base = place * step, step * 0.7, HEAD + HEIGHT
    middle = round(left + step / 2, 1)
    spare = " spare" if count <= FEW and place % 2 else ""  # left out where there is little room
    out = Markup("")
    if bar.value is None:
        out += Markup('<circle class="few" cx="{}" cy="{}" r="2.5"/>').format(middle, base - 6)
    else:
        high = round(HEIGHT * bar.value / highest, 1)
        rect = '<rect x="{}" y="{}" width="{}" height="{}" rx="3"/>'
        out += Markup(rect).format(
            round(left + step * 0.15, 1), round(base - high, 1), round(wide, 1), high
        )
        if told:
            out += Markup('<text class="told{}" x="{}" y="{}">{}</text>').format(
                spare, middle, round(base - high - 5, 1), bar.brief or bar.shown
            )
    if count <= FEW or place % 7 == count % 7 or place == count - 1:
        label = Markup('<text class="label{}" x="{}" y="{}">{}</text>')
        out += label.format(spare, middle, base + 16, bar.label)
    return out


def table(found: Sequence[Bar]) -> list[Bar]:
    """The bars of which something may be told."""
    return [bar for bar in found if bar.value is not None]
