"""Ninety days as a picture: a row a resident, a column a day. For docs/why-this-rhythm.md."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.pace import State
from bot.rhythm import Verdict

from .simulation import LENGTH, Life

CELL, ROW, LEFT, TOP = 9, 26, 96, 34
COLOURS = {
    State.STEADY: "#2f6f4f",
    State.LOW: "#7a5ea8",
    State.REACHING_OUT: "#c07a1c",
    State.SILENT: "#7d8790",
}
PAUSED, INK, GREY = "#e9e4d4", "#1d2329", "#5b6570"
KEY = "filled: answered · hollow: not · small dot: a chosen day left out · band: a pause"


def draw(residents: Sequence[Life]) -> str:
    width, height = LEFT + LENGTH * CELL + 12, TOP + len(residents) * ROW + 44
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'role="img" font-family="sans-serif" font-size="11">',
        "<title>First words of the bot to seven made-up residents in ninety days</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *(_week(week) for week in range(LENGTH // 7 + 1)),
        *(part for row, life in enumerate(residents) for part in _row(row, life)),
        *_legend(height - 18),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _week(week: int) -> str:
    x = LEFT + week * 7 * CELL
    told = f"week {week + 1}" if week == 0 else str(week + 1)
    return _text(x, TOP - 14, told, GREY)


def _row(row: int, life: Life) -> list[str]:
    y = TOP + row * ROW
    parts = [
        _text(6, y + 13, life.kind, INK),
        f'<path d="M{LEFT} {y + 9}h{LENGTH * CELL}" stroke="#dde2e6"/>',
    ]
    first = life.greetings[0].at.date()
    for begins, ends in life.pauses:
        x = LEFT + max(0, (begins.date() - first).days) * CELL + CELL
        length = min(LENGTH, (ends.date() - first).days) - (begins.date() - first).days - 1
        wide = max(0, length) * CELL
        parts.append(f'<rect x="{x}" y="{y + 1}" width="{wide}" height="16" fill="{PAUSED}"/>')
    for greeting in life.greetings:
        x = LEFT + (greeting.at.date() - first).days * CELL + 4
        colour = COLOURS[greeting.state]
        fill = colour if greeting.answered else "#ffffff"
        dot = f'<circle cx="{x}" cy="{y + 9}" r="3.4" fill="{fill}" stroke="{colour}"'
        parts.append(f'{dot} stroke-width="1.4"/>')
    for day in sorted(d for d, v in life.skipped.items() if v is Verdict.RESTS):
        if timedelta() <= day - first < timedelta(days=LENGTH):
            x = LEFT + (day - first).days * CELL + 4
            parts.append(f'<circle cx="{x}" cy="{y + 9}" r="1" fill="#aab2ba"/>')
    return parts


def _legend(y: int) -> list[str]:
    parts, x = [], LEFT
    for state, colour in COLOURS.items():
        parts.append(f'<circle cx="{x + 4}" cy="{y - 4}" r="3.4" fill="{colour}"/>')
        parts.append(_text(x + 14, y, state, INK))
        x += 28 + 7 * len(state)
    parts.append(_text(x, y, KEY, GREY))
    return parts


def _text(x: int, y: int, words: str, colour: str) -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}">{words}</text>'
