"""A turn by free text against the parse alone, and a turn by button without any NLU."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median, quantiles

from benchmarks.house import Bench, bench
from bot.commands import trained
from bot.reading import serving
from bot.settings import Settings

SAID = (
    "bof, 't is weer zo'n dag",
    "ik heb slecht geslapen vannacht",
    "mijn dochter heeft gebeld, dat deed deugd",
    "kunt ge mij morgen wat later schrijven",
    "je me sens un peu seule ces jours-ci",
    "de buurman heeft weer ruzie gemaakt over de vuilbak",
)
ROUNDS = 25


async def measure(folder: Path) -> list[tuple[str, str]]:
    settings = Settings(data=folder / "turns")
    async with serving(settings, trained()) as nlu, bench(folder / "turns", nlu) as b:
        await b.turn(1, "/start")
        parses, turns = [], []
        for number in range(ROUNDS * len(SAID)):
            text = SAID[number % len(SAID)]
            parses.append(await _timed(nlu.parse(text)))
            turns.append(await _timed(b.turn(1, text)))
        buttons, cpu = await _buttons(b)
    beyond = median(turns) - median(parses)
    return [
        ("parse alone, p50 / p99 ms", _two(parses)),
        ("a whole turn by text (SQLite, on disk), p50 / p99 ms", _two(turns)),
        ("a turn beyond its parse, p50 ms", f"{beyond:.1f}"),
        ("a turn against its parse", f"{median(turns) / median(parses):.2f} ×"),
        ("a turn by command, without NLU, p50 / p99 ms", _two(buttons)),
        ("the same, CPU ms", f"{cpu:.1f}"),
    ]


async def _timed(work: object) -> float:
    started = time.perf_counter()
    await work  # type: ignore[misc]
    return (time.perf_counter() - started) * 1000


async def _buttons(b: Bench) -> tuple[list[float], float]:
    before = time.process_time()
    taken = [await _timed(b.turn(2, "/help")) for _ in range(100)]
    return taken, (time.process_time() - before) * 10


def _two(times: list[float]) -> str:
    return f"{median(times):.1f} / {quantiles(times, n=100)[-1]:.1f}"
