"""Memory, start-up, training, and whether memory grows: each in a process of its own."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from pathlib import Path

from benchmarks.growth import slope
from benchmarks.page import Course, Row, Section
from benchmarks.posting import line
from benchmarks.processes import memory
from benchmarks.working import residents
from bot.commands import trained
from bot.nlu_process import PROJECT, NluProcess
from bot.settings import ROOT

TURNS, LONGEST = 50_000, 420.0
SLOPE = 0.1  # KB a turn that count as a leak: 100 MB in a million
LONG = "ik voel mij de laatste tijd wat moe. " * 100  # as much as one message holds


async def measure(folder: Path, share: float) -> Section:
    section = Section(
        "Memory and start",
        "Of each process alone. The slope is that of the memory held over the second half of many "
        "turns by button in one process.",
    )
    section.rows += await _model(folder)
    section.rows += await _bot(folder)
    looks = await _growth(folder, max(500, int(TURNS * share)), LONGEST * share + 5)
    section.rows += _grown(looks)
    section.pictures.append(
        Course("memory", "Memory of the bot", "MB", "turns", [(float(x), y) for x, y in looks])
    )
    return section


async def _model(folder: Path) -> list[Row]:
    nlu, model = NluProcess(folder), trained()
    began = time.monotonic()
    await nlu.start(model)
    started = time.monotonic() - began
    try:
        assert nlu._child is not None
        async with line(nlu.port) as server:
            for text in ("goeiemorgen", "ça va", "fine", LONG) * 20:
                await server.post("/model/parse", {"text": text})
        held = memory(nlu._child.pid)
    finally:
        await nlu.stop()
    return [
        Row("language model: start until it answers, s", f"{started:.1f}"),
        Row("language model: memory held after 80 parses, MB", f"{held:.0f}"),
        Row("training the model from the kept heads, s", f"{await _training(folder):.1f}"),
    ]


async def _training(folder: Path) -> float:
    """As a checkout does. After a change of the lines it takes minutes: nlu/README.md."""
    python = PROJECT / ".venv" / "bin" / "python"
    began = time.monotonic()
    train = await asyncio.create_subprocess_exec(
        *(str(python), "train.py", "--models", str(folder / "models")),
        cwd=PROJECT,
        stdout=-3,
        stderr=-3,
    )
    if await train.wait():
        raise OSError("the model could not be trained")
    return time.monotonic() - began


async def _bot(folder: Path) -> list[Row]:
    """A first start of `goeiedag run`, which lays the database, and a second."""
    started, held = [], 0.0
    async with residents() as api:
        given = {
            "GOEIEDAG_TELEGRAM_TOKEN": "1:bench",
            "GOEIEDAG_TELEGRAM_API": f"http://127.0.0.1:{api.port}",
            "GOEIEDAG_DATA": str(folder / "start"),
            "GOEIEDAG_NLU_URL": "http://127.0.0.1:9",
            "PATH": os.environ["PATH"],
        }
        for _ in range(2):
            began = time.monotonic()
            bot = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"), cwd=ROOT, env=given, stdout=-3, stderr=-3
            )
            try:
                await api.ask("polled")
                started.append(time.monotonic() - began)
                held = memory(bot.pid)
            finally:
                bot.terminate()
                await bot.wait()
    return [
        Row("bot: first start until it polls, s", f"{started[0]:.1f}"),
        Row("bot: every other start, s", f"{started[1]:.1f}"),
        Row("bot: memory held when it polls, MB", f"{held:.0f}"),
    ]


async def _growth(folder: Path, turns: int, seconds: float) -> list[tuple[int, float]]:
    one = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.growth"),
        *(str(folder / "turns"), str(turns), str(seconds)),
        cwd=ROOT,
        stdout=-1,
    )
    out, _ = await one.communicate()
    if one.returncode:
        raise OSError("the turns of the growth failed")
    return [(int(turns), float(held)) for turns, held in json.loads(out)]


def _grown(looks: list[tuple[int, float]]) -> list[Row]:
    made, last = looks[-1]
    grown = slope(looks[len(looks) // 2 :])
    return [
        Row(f"bot: memory held after {looks[1][0]:,} turns, MB", f"{looks[1][1]:.0f}"),
        Row(f"bot: memory held after {made:,} turns, MB", f"{last:.0f}"),
        Row("growth, KB a turn", f"{grown:.3f}", f"≤ {SLOPE}", grown <= SLOPE),
    ]
