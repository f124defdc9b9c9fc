"""Whether memory grows: many turns by button in a process of its own.

    python -m benchmarks.growth FOLDER TURNS SECONDS

One line of JSON: looks at the memory as (turns, MB), no more turns than fit in so many seconds.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from benchmarks.house import bench, pressed
from benchmarks.people import settle
from benchmarks.processes import memory
from bot.loop import run

LOOKS, RESIDENTS = 50, 200


async def grow(folder: Path, turns: int, seconds: float) -> list[tuple[int, float]]:
    looks: list[tuple[int, float]] = []
    ends, texts = time.monotonic() + seconds, pressed()
    async with bench(folder) as b:
        await settle(b.store, 1, RESIDENTS, b.clock.now())
        for number in range(turns + 1):
            if number % max(1, turns // LOOKS) == 0:
                looks.append((number, memory(os.getpid())))
                if time.monotonic() > ends and len(looks) > 2:
                    break
            who, step = number // len(texts) % RESIDENTS, number % len(texts)
            await b.turn(1 + who, texts[step])
        if b.channel.count < number - 1:
            raise OSError(f"{number} turns, and {b.channel.count} messages")
    return looks


def slope(looks: list[tuple[int, float]]) -> float:
    """Kilobytes a turn, by least squares."""
    count = len(looks)
    mean_x, mean_y = sum(x for x, _ in looks) / count, sum(y for _, y in looks) / count
    rise = sum((x - mean_x) * (y - mean_y) for x, y in looks)
    return 1024 * rise / (sum((x - mean_x) ** 2 for x, _ in looks) or 1.0)


if __name__ == "__main__":
    print(json.dumps(run(grow(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))))
