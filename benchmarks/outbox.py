"""The outbox within Telegram's limits, and without."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from benchmarks.house import Bench, bench
from benchmarks.page import Row, Section
from bot import outbox
from bot.channel import Say

MESSAGES, SECONDS, RATE = 3_000, 20.0, 30.0
SHARE, SUSTAINED = 0.15, 0.97


async def measure(folder: Path, share: float) -> Section:
    section = Section(
        "The outbox",
        "Messages wait as rows, leave, and are written down as sent. Telegram takes 30 a second.",
    )
    count = max(60, int(MESSAGES * share))
    async with bench(folder) as b:
        await _queue(b, count)
        wall, cpu = time.perf_counter(), time.process_time()
        await b.drain()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        if b.channel.count != count:
            raise OSError(f"{b.channel.count} messages left, not {count}")
        section.rows += [
            *await _sustained(b, max(1.0, SECONDS * share)),
            Row("without limits, messages a second", f"{count / wall:.0f}"),
            Row("CPU a message, ms", f"{1000 * cpu / count:.2f}"),
        ]
    return section


async def _queue(b: Bench, count: int) -> None:
    async with b.store.write() as session:
        for chat in range(1, count + 1):
            await outbox.put(session, chat, Say("goeiedag"), b.clock.now())


async def _sustained(b: Bench, seconds: float) -> list[Row]:
    """A sender that has always something to send, at the rate of the limit."""
    await _queue(b, int(RATE * (seconds + 3)))
    b.sender._in_all = b.sender._per_second = RATE
    b.sender._tokens = 0.0
    sending = asyncio.create_task(b.sender.run())
    await asyncio.sleep(0.5)
    before, wall, cpu = b.channel.count, time.perf_counter(), time.process_time()
    await asyncio.sleep(seconds)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    speed, part = (b.channel.count - before) / wall, cpu / wall
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    least = SUSTAINED * RATE
    return [
        Row("messages a second, 30 allowed", f"{speed:.1f}", f"≥ {least:.0f}", speed >= least),
        Row("share of a core meanwhile", f"{part:.0%}", f"≤ {SHARE:.0%}", part <= SHARE),
    ]
