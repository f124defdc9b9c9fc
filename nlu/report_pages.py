"""An evaluation as files: json for the gate, Markdown to read, a confusion matrix as SVG."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Sequence

from measures import Said

CELL, MARGIN = 14, 170


def write(report: dict, said: Sequence[Said], folder: Path, stem: str) -> None:
    """folder/stem.json, .md and .svg"""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / f"{stem}.md").write_text(markdown(report), encoding="utf-8")
    (folder / f"{stem}.svg").write_text(matrix([s for s in said if s.line.part == "talk"]), encoding="utf-8")


def markdown(report: dict) -> str:
    """The whole report as one page."""
    speed = report["speed"]
    parts = [
        f"# Validation of model {report['model']}",
        f"One parse inside Rasa: {speed['p50_ms']} ms p50, {speed['p99_ms']} ms p99. Intervals are 95 %.",
        _qualities(report),
        "## Safety: share of lines at a level",
        _safety(report),
        "## In a talk: share of lines that she is asked about before a volunteer reads them",
        _shares(report, "relay", ["language", "lines that are", "lines", "asked about"]),
        "## Names, at 'what may I call you?'",
        _shares(report, "names", ["language", "", "lines", "share"]),
    ]
    if "all" in report:
        parts += [
            "## Worst intents (F1)",
            _table(["intent", "F1"], [[n, f"{v:.2f}"] for n, v in report["all"]["worst"]]),
            "## Commonest confusions",
            _table(["it was", "it was taken for", "lines"], report["confusions"]),
            "## By voice (accuracy)",
            _table(
                ["voice", "accuracy", "lines"],
                [[n or "-", f"{v['share']:.3f}", v["lines"]] for n, v in report["all"]["voices"].items()],
            ),
        ]
    return "\n\n".join(parts) + "\n"


def _qualities(report: dict) -> str:
    rows = []
    for code, here in [*report["languages"].items(), *([("all", report["all"])] if "all" in report else [])]:
        figures = [
            _with_interval(here[name]["value"], here[name]["interval"]) for name in ("accuracy", "macro_f1", "top_two")
        ]
        rows.append([code, here["lines"], *figures, f"{here['calibration_error']:.3f}"])
    return _table(["language", "lines", "accuracy", "macro-F1", "in the first two", "calibration error"], rows)


def _safety(report: dict) -> str:
    rows = []
    for code, here in [*report["languages"].items(), *([("all", report["all"])] if "all" in report else [])]:
        for group, found in here["safety"].items():
            cells = [_with_interval(found[level]["share"], found[level]["interval"]) for level in ("act", "act_or_ask")]
            rows.append([code, group, found["act"]["lines"], *cells])
    return _table(["language", "lines that are", "lines", "act", "act or ask"], rows)


def _shares(report: dict, part: str, head: list[str]) -> str:
    rows = [
        [code, name, found["lines"], _with_interval(found["share"], found["interval"])]
        for code, here in [*report["languages"].items(), *([("all", report["all"])] if "all" in report else [])]
        for name, found in here[part].items()
    ]
    return _table(head, rows)


def _with_interval(value: float, interval: list[float]) -> str:
    return f"{value:.3f} ({interval[0]:.3f}–{interval[1]:.3f})"


def _table(head: list[str], rows: list) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in lines)


def matrix(said: Sequence[Said]) -> str:
    """Rows: what it was; columns: what was said; darker is a larger share of the row."""
    names = sorted({s.line.intent for s in said} | {s.intent for s in said if s.intent})
    counts = Counter((s.line.intent, s.intent) for s in said)
    totals = Counter(s.line.intent for s in said)
    size = MARGIN + CELL * len(names) + 10
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" font-family="sans-serif" '
        'font-size="10"><title>Confusion matrix: rows are true intents, columns what was understood</title>'
        f'<rect width="{size}" height="{size}" fill="white"/>'
    ]
    for i, name in enumerate(names):
        at = MARGIN + CELL * i + CELL - 4
        out.append(f'<text x="{MARGIN - 6}" y="{at}" text-anchor="end">{name}</text>')
        out.append(f'<text transform="translate({at},{MARGIN - 6}) rotate(-90)">{name}</text>')
    for (truth, other), count in sorted(counts.items()):
        if truth in names and other in names:
            out.append(_cell(names.index(truth), names.index(other), count, count / totals[truth]))
    return "\n".join(out) + "\n</svg>\n"


def _cell(row: int, column: int, count: int, part: float) -> str:
    colour = f"rgb({int(255 - 215 * part)},{int(255 - 150 * part)},{int(255 - 100 * part)})"
    if row != column:
        colour = f"rgb(255,{int(235 - 200 * min(1, 2 * part))},{int(215 - 200 * min(1, 2 * part))})"
    x, y = MARGIN + CELL * column, MARGIN + CELL * row
    text = f'<text x="{x + CELL / 2}" y="{y + CELL - 4}" text-anchor="middle" font-size="8">{count}</text>'
    return f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill="{colour}"/>{text}'
