"""The outbox without Telegram's limits: what the machine could send."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.house import bench
from bot import outbox
from bot.channel import Say

MESSAGES = 1_000


async def measure(folder: Path) -> list[tuple[str, str]]:
    async with bench(folder / "outbox") as b:
        async with b.store.write() as session:
            for chat in range(1, MESSAGES + 1):
                await outbox.put(session, chat, Say("goeiedag"), b.clock.now())
        wall, cpu = time.perf_counter(), time.process_time()
        await b.drain()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        assert b.channel.count == MESSAGES
    return [
        ("messages a second without limits (Telegram allows 30)", f"{MESSAGES / wall:.0f}"),
        ("share of a core at 30 messages a second", f"{30 * cpu / MESSAGES:.0%}"),
    ]
