"""A turn by button: nothing is understood, so what is left is ours."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.house import Bench, bench, p50_p99
from benchmarks.page import Picture, Row, Section
from benchmarks.postgres import postgres

TURNS, CHATS = 600, 20
CPU_MS = 5.0


async def measure(folder: Path, share: float) -> Section:
    count = max(40, int(TURNS * share))
    section = Section(
        "A turn by button",
        "From the update to the reply at the channel, without a language model: stored, decided, "
        "sent, and each written down. One after the other, in one process.",
    )
    speeds = []
    async with bench(folder) as b:
        speeds.append(("SQLite", await _turns(section, b, "SQLite", count)))
    with postgres() as url:
        async with bench(folder / "postgres", url) as b:
            speeds.append(("PostgreSQL", await _turns(section, b, "PostgreSQL", count)))
    section.pictures.append(Picture("turns-by-button", "Turns by button", "a second", speeds))
    return section


async def _turns(section: Section, b: Bench, name: str, count: int) -> float:
    for chat in range(1, CHATS + 1):
        await b.turn(chat, "/start")
    times = []
    wall, cpu = time.perf_counter(), time.process_time()
    for number in range(count):
        began = time.perf_counter()
        await b.turn(1 + number % CHATS, "/help")
        times.append((time.perf_counter() - began) * 1000)
    wall, cpu = time.perf_counter() - wall, (time.process_time() - cpu) * 1000 / count
    assert b.channel.count >= count + CHATS
    section.rows += [
        Row(f"{name}: p50 / p99, ms", p50_p99(times)),
        Row(f"{name}: CPU a turn, ms", f"{cpu:.1f}", f"≤ {CPU_MS:.0f}", cpu <= CPU_MS),
        Row(f"{name}: turns a second", f"{count / wall:.0f}"),
    ]
    return count / wall
