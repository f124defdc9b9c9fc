"""The map of a dialogue's steps, as inline SVG that needs no script: a node is a link to its step.

Pure: a dialogue comes in, markup goes out. Rows follow the shortest way from the first step.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from bot.dialogue.model import BACK, ELSEWHERE, END, Dialogue, Step

WIDTH, HEIGHT, GAP_X, GAP_Y, ACROSS = 132, 38, 18, 40, 3
LONGEST: Final = 18  # characters that fit a line of a node

type Named = Callable[[str, str], str]  # a dialogue and a step -> what the step is called


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one node to another; `kind`: then, yes, no, unclear, silence or again."""

    start: str
    end: str
    kind: str


def edges(dialogue: Dialogue) -> list[Edge]:
    """Every way on, each once; ways to the end are told apart in `ends`."""
    found: dict[Edge, None] = {}
    for step in dialogue.steps:
        for target, kind in _ways(step):
            if target not in (END, BACK, ""):
                found[Edge(step.id, target, kind)] = None
    return list(found)


def ends(step: Step) -> bool:
    """Whether a step leads to the end, or back to an earlier question."""
    return any(target in (END, BACK) for target, kind in _ways(step) if kind != "silence")


def _ways(step: Step) -> Iterator[tuple[str, str]]:
    if step.decide:
        yield step.decide.yes, "yes"
        yield step.decide.no, "no"
    for choice in step.choices:
        yield choice.then, "then"
    if step.then:
        yield step.then, "then"
    if step.unclear and step.unclear.then:
        yield step.unclear.then, "unclear"
    if step.silence:
        yield step.silence.then, "silence"
    if step.again:
        yield step.again, "again"


def places(dialogue: Dialogue) -> dict[str, tuple[int, int]]:
    """Where each node stands (column, row): by its distance from the start, three in a row."""
    ways = edges(dialogue)
    known = {step.id for step in dialogue.steps} | {e.end for e in ways if _outside(e.end)}
    depth = {dialogue.first.id: 0}
    waiting = [dialogue.first.id]
    while waiting:
        here = waiting.pop(0)
        for edge in ways:
            if edge.start == here and edge.end in known and edge.end not in depth:
                depth[edge.end] = depth[here] + 1
                waiting.append(edge.end)
    beyond = max(depth.values(), default=0) + 1
    levels: dict[int, list[str]] = {}
    for name in (*(s.id for s in dialogue.steps), *dict.fromkeys(e.end for e in ways)):
        level = depth.get(name, beyond)
        if name in known and name not in levels.setdefault(level, []):
            levels[level].append(name)
    found: dict[str, tuple[int, int]] = {}
    row = 0
    for level in sorted(levels):
        names = levels[level]
        for start in range(0, len(names), ACROSS):
            for column, name in enumerate(names[start : start + ACROSS]):
                found[name] = (column, row)
            row += 1
    return found


def _outside(target: str) -> bool:
    return target.startswith(ELSEWHERE)


def draw(
    dialogue: Dialogue,
    base: str,
    problems: Mapping[str, int],
    label: str,
    titles: Mapping[str, str],
    named: Named,
) -> Markup:
    """The map. `base` is the address of dialogues; `problems` counts findings by step; `titles` are
    those of other dialogues; `named` says what a step is called."""
    where = places(dialogue)
    columns = max((column for column, _ in where.values()), default=0) + 1
    rows = max((row for _, row in where.values()), default=0) + 1
    wide = columns * (WIDTH + GAP_X) + 34
    high = rows * (HEIGHT + GAP_Y)
    parts = [
        Markup(
            '<svg class="map" role="group" aria-label="{}" viewBox="0 0 {} {}" width="{}">'
        ).format(label, wide, high, wide),
        Markup(
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" '
            'markerHeight="6" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>'
        ),
    ]
    parts += [_line(edge, where) for edge in edges(dialogue) if edge.end in where]
    for name, (column, row) in where.items():
        away = name.removeprefix(ELSEWHERE)
        words = named(dialogue.id, name) if dialogue.step(name) else f"→ {titles.get(away, away)}"
        parts.append(_node(dialogue, name, words, (column, row), base, problems.get(name, 0)))
    return Markup("").join([*parts, Markup("</svg>")])


def _corner(column: int, row: int) -> tuple[int, int]:
    return 16 + column * (WIDTH + GAP_X), 8 + row * (HEIGHT + GAP_Y)


def _line(edge: Edge, where: Mapping[str, tuple[int, int]]) -> Markup:
    (x1, y1), (x2, y2) = _corner(*where[edge.start]), _corner(*where[edge.end])
    start, end = x1 + WIDTH // 2, x2 + WIDTH // 2
    if y2 > y1:
        top, low = y1 + HEIGHT, y2
        bend = min(34 + (low - top) // 3, 90)
        path = f"M{start} {top}C{start} {top + bend} {end} {low - bend} {end} {low}"
    elif y2 == y1 and x1 != x2:
        side, other = (x1 + WIDTH, x2) if x2 > x1 else (x1, x2 + WIDTH)
        low = y1 + HEIGHT // 2
        path = f"M{side} {low}C{side} {low + 30} {other} {low + 30} {other} {low}"
    else:
        side = max(x1, x2) + WIDTH
        a, b = y1 + HEIGHT // 2, y2 + HEIGHT // 2
        path = f"M{x1 + WIDTH} {a}C{side + 30} {a} {side + 30} {b} {x2 + WIDTH} {b}"
    return Markup('<path class="way {}" d="{}" marker-end="url(#tip)"/>').format(edge.kind, path)


def _node(
    dialogue: Dialogue,
    name: str,
    words: str,
    place: tuple[int, int],
    base: str,
    problems: int,
) -> Markup:
    x, y = _corner(*place)
    step = dialogue.step(name)
    link = f"#step-{name}" if step else f"{base}/{name.removeprefix(ELSEWHERE)}"
    kind = "outside" if step is None else kind_of(step)
    extra = Markup("")
    if step is not None and ends(step):
        extra += Markup('<circle class="ends" cx="{}" cy="{}" r="4.5"/>').format(
            x + WIDTH // 2, y + HEIGHT + 8
        )
    if problems:
        extra += Markup(
            '<circle class="bad" cx="{0}" cy="{1}" r="9"/>'
            '<text class="count" x="{0}" y="{2}">{3}</text>'
        ).format(x + WIDTH - 4, y + 4, y + 8, problems)
    radius = HEIGHT // 2 if kind == "outside" else 9
    return Markup(
        '<a href="{}" class="node {}"><rect x="{}" y="{}" width="{}" height="{}" rx="{}"/>{}{}</a>'
    ).format(
        link,
        kind,
        x,
        y,
        WIDTH,
        HEIGHT,
        radius,
        _text(_written(words), x + WIDTH // 2, y + HEIGHT // 2 + 5),
        extra,
    )


def _written(words: str) -> list[str]:
    """Words as they fit a node, on two lines: what is too long ends with three dots."""
    found = textwrap.wrap(words, LONGEST, max_lines=2, placeholder="…")
    cut = [line if len(line) <= LONGEST else line[: LONGEST - 1] + "…" for line in found]
    return [re.sub(r"[.,;:…]+…$", "…", line) for line in cut]


def _text(lines: list[str], middle: int, base: int) -> Markup:
    if len(lines) == 1:
        return Markup('<text x="{}" y="{}">{}</text>').format(middle, base, lines[0])
    two = '<text class="two" x="{0}" y="{1}">{2}<tspan x="{0}" dy="14">{3}</tspan></text>'
    return Markup(two).format(middle, base - 7, *lines)


def kind_of(step: Step) -> str:
    """What a step does: decides, asks, says or acts."""
    return (
        "decides" if step.decide else "asks" if step.asks else "says" if step.wordings else "acts"
    )
