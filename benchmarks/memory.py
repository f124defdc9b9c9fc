"""Memory, start-up, training, and whether memory grows: each in a process of its own."""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from pathlib import Path

from benchmarks.house import bench
from benchmarks.page import Row, Section
from benchmarks.residents import __name__ as residents
from bot.commands import trained
from bot.nlu_process import PROJECT, NluProcess
from bot.settings import ROOT

TURNS, LOOKS = 50_000, 25
SLOPE = 0.1  # KB a turn that count as a leak: 100 MB in a million


async def measure(folder: Path, share: float) -> Section:
    section = Section(
        "Memory and start",
        "Of each process alone. The slope is that of the memory held, over the second half of "
        "many turns by button in one process.",
    )
    model = trained()
    nlu = NluProcess(folder)
    began = time.monotonic()
    await nlu.start(model)
    assert nlu._child is not None
    section.rows += [
        Row("language model: start until it answers, s", f"{time.monotonic() - began:.1f}"),
        Row("language model: memory held, MB", f"{held(nlu._child.pid):.0f}"),
    ]
    await nlu.stop()
    section.rows.append(Row("bot: start until it polls, s", f"{await _start(folder):.1f}"))
    section.rows.append(
        Row("training the model from the kept heads, s", f"{await _training():.0f}")
    )
    turns = max(500, int(TURNS * share))
    one = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.memory", str(folder / "turns"), str(turns)),
        cwd=ROOT,
        stdout=-1,
    )
    out, _ = await one.communicate()
    first, last, slope = (float(word) for word in out.split())
    section.rows += [
        Row("bot: memory held after the first turns, MB", f"{first:.0f}"),
        Row(f"bot: memory held after {turns:,} turns, MB", f"{last:.0f}"),
        Row("growth, KB a turn", f"{slope:.3f}", f"≤ {SLOPE}", slope <= SLOPE),
    ]
    return section


def held(pid: int) -> float:
    """Megabytes of resident memory."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


async def _start(folder: Path) -> float:
    """A second start of `goeiedag run`, whose database is there already."""
    api = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", residents), cwd=ROOT, stdin=-1, stdout=-1
    )
    assert api.stdout is not None
    port = int(await api.stdout.readline())
    given = {
        "GOEIEDAG_TELEGRAM_TOKEN": "1:bench",
        "GOEIEDAG_TELEGRAM_API": f"http://127.0.0.1:{port}",
        "GOEIEDAG_DATA": str(folder / "start"),
        "GOEIEDAG_NLU_URL": "http://127.0.0.1:9",
        "PATH": "/usr/bin:/bin",
    }
    try:
        for _ in range(2):
            began = time.monotonic()
            bot = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"), cwd=ROOT, env=given, stdout=-1, stderr=-1
            )
            assert bot.stdout is not None
            await bot.stdout.readline()
            spent = time.monotonic() - began
            bot.terminate()
            await bot.wait()
    finally:
        api.terminate()
        await api.wait()
    return spent


async def _training() -> float:
    python = PROJECT / ".venv" / "bin" / "python"
    began = time.monotonic()
    train = await asyncio.create_subprocess_exec(
        *(str(python), "train.py", "--force"), cwd=PROJECT, stdout=-1, stderr=-1
    )
    await train.communicate()
    return time.monotonic() - began


async def grow(folder: Path, turns: int) -> None:
    """Prints megabytes at first and at last, and kilobytes a turn of the second half."""
    looks: list[tuple[int, float]] = []
    async with bench(folder) as b:
        await b.turn(1, "/start")
        for number in range(turns + 1):
            if number % max(1, turns // LOOKS) == 0:
                looks.append((number, held_here()))
            await b.turn(1 + number % 20, "/help")
    half = looks[len(looks) // 2 :]
    count = len(half)
    mean_x, mean_y = sum(x for x, _ in half) / count, sum(y for _, y in half) / count
    slope = sum((x - mean_x) * (y - mean_y) for x, y in half)
    slope /= sum((x - mean_x) ** 2 for x, _ in half)
    print(looks[1][1], looks[-1][1], slope * 1024)


def held_here() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    asyncio.run(grow(Path(sys.argv[1]), int(sys.argv[2])))
