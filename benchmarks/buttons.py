"""The same turn by button: nothing is understood, so what is left is ours."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from benchmarks.house import p50_p99, pressed
from benchmarks.page import Bar, Picture, Row, Section
from benchmarks.postgres import postgres
from benchmarks.working import talking
from bot.settings import Settings

RESIDENTS, ROUNDS = 8, 25
CPU_MS = 5.0


async def measure(folder: Path, share: float) -> Section:
    rounds = max(1, int(ROUNDS * share))
    section = Section(
        "A turn by button",
        "The whole bot again, from getUpdates to sendMessage, without a language model: residents "
        "choose another hour by two buttons, between two commands. CPU is that of the bot's "
        "process.",
    )
    speeds = [Bar("SQLite", await database(section, "SQLite", folder, None, rounds))]
    with postgres() as url:
        speed = await database(section, "PostgreSQL", folder / "postgres", url, rounds)
    speeds.append(Bar("PostgreSQL", speed))
    title = f"Turns by button, {RESIDENTS} residents at once"
    section.pictures.append(Picture("turns-by-button", title, "a second", speeds))
    return section


async def database(
    section: Section, name: str, folder: Path, url: str | None, rounds: int
) -> float:
    """Turns a second, of several residents at once."""
    texts = pressed()
    chats = list(range(1, RESIDENTS + 1))
    async with talking(Settings(data=folder, settle=0, database_url=url), None) as residents:
        await residents.turns(chats, len(texts), texts)
        alone = await residents.turns([1], max(2, rounds) * len(texts), texts)
        cpu = time.process_time()
        told = await residents.turns(chats, rounds * len(texts), texts)
        cpu = (time.process_time() - cpu) * 1000 / len(told["times"])
    speed = len(told["times"]) / float(told["seconds"])
    section.rows += [
        Row(f"{name}: CPU a turn, ms", f"{cpu:.1f}", f"≤ {CPU_MS:.0f}", cpu <= CPU_MS),
        Row(f"{name}: a turn, 1 resident, p50 / p99, ms", p50_p99(alone["times"])),
        Row(f"{name}: turns a second, 1 resident", f"{1000 / median(alone['times']):.0f}"),
        Row(f"{name}: turns a second, {RESIDENTS} residents", f"{speed:.0f}"),
    ]
    return speed
