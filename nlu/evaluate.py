"""Judges the model of this checkout on the validation set, which nothing is trained or tuned on.

    .venv/bin/python evaluate.py            prints and writes reports/latest.*; exit 1 if worse than reports/report.json
    .venv/bin/python evaluate.py --accept   the same, and makes it the committed report

With --against the reports that are named take the place of the committed one, and latest.json lists what is worse.

Worse means: a figure below the lower end of the committed report's own interval (alarms: above the upper end). Speed is
reported and never a reason to fail. Lines in validation/: nl.yml, fr.yml, en.yml and safety_nl.yml, …
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Sequence

os.environ["OMP_NUM_THREADS"] = "1"  # as the server: before numpy comes

import numpy as np

import measures
import project
import report_pages
from components.lines import LANGUAGES, Line, read
from components.name_lines import NAME, NO_NAME, marked
from components.relay_lines import PASSES
from measures import Said


def listen(model: Path, lines: list[Line]) -> list[Said]:
    """Every line through Rasa's own parse, one after the other."""
    project.quiet()
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))
    asyncio.run(agent.parse_message("goeiedag"))
    return asyncio.run(_listen(agent, lines))


async def _listen(agent: object, lines: list[Line]) -> list[Said]:
    found = []
    for number, line in enumerate(lines, 1):
        started = time.perf_counter()
        text, name = asked_of(line)
        answer = await agent.parse_message(text)  # type: ignore[attr-defined]
        took = (time.perf_counter() - started) * 1000
        ranking = tuple((one["name"], one["confidence"]) for one in answer["intent_ranking"])
        called = answer["called"]["name"]
        level = answer["levels"][line.language]
        found.append(Said(line, ranking, answer["safety"], level, took, answer["relay"], name, called))
        if number % 500 == 0:
            print(f"  {number}/{len(lines)} parsed", file=sys.stderr, flush=True)
    return found


def asked_of(line: Line) -> tuple[str, str]:
    """The text without its mark, and the name that is marked in it."""
    if line.intent not in (NAME, NO_NAME):
        return line.text, ""
    found = marked(line)
    return found.text, found.text[slice(*found.name)] if found.name else ""


def report(said: list[Said], mark: str, relayed: Sequence[Said] = (), named: Sequence[Said] = ()) -> dict:
    """Everything that the pages show, as plain data. `relayed`: what is written while a volunteer reads along. `named`:
    answers to 'what may I call you?'."""
    talk = [s for s in said if s.line.part == "talk"]
    found: dict = {"model": mark, "languages": {}, "speed": _speed(said)}
    for code in LANGUAGES:
        here = [s for s in talk if s.line.language == code]
        if here:
            found["languages"][code] = {
                **_quality(here),
                "safety": measures.safety([s for s in said if s.line.language == code]),
                "relay": measures.relay([s for s in relayed if s.line.language == code]),
                "names": measures.names([s for s in named if s.line.language == code]),
                "voices": measures.by_voice(here),
            }
    if talk:
        found["all"] = {**_quality(talk), "safety": measures.safety(said), "voices": measures.by_voice(talk)}
        found["all"]["relay"], found["all"]["names"] = measures.relay(relayed), measures.names(named)
        found["intents"] = measures.f1_by_intent(talk)
        found["confusions"] = measures.confusions(talk)
    return found


def _quality(said: list[Said]) -> dict:
    figures = {"accuracy": measures.accuracy, "macro_f1": measures.macro_f1, "top_two": measures.top_two}
    by_intent = sorted(measures.f1_by_intent(said).items(), key=lambda item: item[1])
    return {
        "lines": len(said),
        **{n: {"value": round(f(said), 4), "interval": measures.bootstrap(said, f)} for n, f in figures.items()},
        "calibration_error": round(measures.calibration(said), 4),
        "worst": [(name, round(value, 3)) for name, value in by_intent[:10]],
    }


def _speed(said: list[Said]) -> dict[str, float]:
    p50, p99 = np.percentile([s.took for s in said], [50, 99])
    return {"p50_ms": round(float(p50), 1), "p99_ms": round(float(p99), 1)}


def worse(new: dict, old: dict) -> list[str]:
    """One line for each figure that fell out of the old report's interval."""
    found = []
    for code, before in old["languages"].items():
        now = new["languages"].get(code)
        if now is None:
            found.append(f"{code}: no validation lines any more")
            continue
        for name in ("accuracy", "macro_f1", "top_two"):
            if now[name]["value"] < before[name]["interval"][0]:
                found.append(f"{code} {name}: {now[name]['value']} < {before[name]['interval'][0]}")
        for group in ("crisis", "hard", "ordinary"):
            for level in ("act", "act_or_ask"):
                found += _worse_share(f"{code} {group} {level}", group, now, before, level)
        for part in ("relay", "names"):
            for name, was in before.get(part, {}).items():
                found += _worse_part(f"{code} {part} {name}", now.get(part, {}).get(name), was, name in (PASSES, "wrong"))
    return found


def worse_than(new: dict, reports: list[Path]) -> list[str]:
    """The lines of `worse` for several reports, each once."""
    found = [line for path in reports for line in worse(new, json.loads(path.read_text(encoding="utf-8")))]
    return list(dict.fromkeys(found))


def _worse_share(title: str, group: str, now: dict, before: dict, level: str) -> list[str]:
    if group not in before["safety"] or group not in now["safety"]:
        return []
    low, high = before["safety"][group][level]["interval"]
    value = now["safety"][group][level]["share"]
    if (group == "crisis" and value < low) or (group != "crisis" and value > high):
        return [f"{title}: {value} outside {low}–{high}"]
    return []


def _worse_part(title: str, now: dict | None, before: dict, fewer: bool) -> list[str]:
    """`fewer`: the fewer the better."""
    low, high = before["interval"]
    if now is None or (now["share"] > high if fewer else now["share"] < low):
        return [f"{title}: {now and now['share']} outside {low}–{high}"]
    return []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--validation", type=Path, default=project.VALIDATION)
    parser.add_argument("--relay", type=Path, default=project.VALIDATION_RELAY, help="the same for talks")
    parser.add_argument("--names", type=Path, default=project.VALIDATION_NAMES, help="the same for names")
    parser.add_argument("--reports", type=Path, default=project.REPORTS)
    parser.add_argument("--against", type=Path, action="append", help="another report to compare with; several times")
    parser.add_argument("--accept", action="store_true")
    options = parser.parse_args()
    mark = options.model.name[9:21] if options.model else project.current_fingerprint()
    model = (options.model or project.model_path(mark)).resolve()
    lines = read(options.validation.resolve())
    if not model.is_file() or not lines:
        sys.exit(f"Needs a trained model ({model}) and lines in {options.validation}: run `make train` first.")
    reports = options.reports.resolve()
    parts = [lines, read(options.relay.resolve()), read(options.names.resolve())]
    every = iter(listen(model, [line for part in parts for line in part]))
    said, of_talks, of_names = (list(islice(every, len(part))) for part in parts)
    new = json.loads(json.dumps(report(said, mark[:12], of_talks, of_names)))
    committed = [path for path in options.against or [reports / "report.json"] if path.exists()]
    faults = [] if options.accept else worse_than(new, committed)
    accepted = options.accept or not (committed or options.against)
    if options.against:
        new["worse"] = faults
    report_pages.write(new, said, reports, "report" if accepted else "latest")
    print(report_pages.markdown(new))
    if faults:
        sys.exit("Worse than the committed report, so the model before stays served:\n  " + "\n  ".join(faults))


if __name__ == "__main__":
    main()
