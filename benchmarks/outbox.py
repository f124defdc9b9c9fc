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
SHARE = 0.15


async def measure(folder: Path, share: float) -> Section:
    section = Section(
        "The outbox",
        "Messages wait as rows, leave, and are written down as sent. Telegram takes 30 a second.",
    )
    count = max(100, int(MESSAGES * share))
    async with bench(folder) as b:
        await _queue(b, count)
        wall, cpu = time.perf_counter(), time.process_time()
        await b.drain()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        assert b.channel.count == count
        section.rows += [
            Row("without limits, messages a second", f"{count / wall:.0f}"),
            Row("CPU a message, ms", f"{1000 * cpu / count:.2f}"),
        ]
        part = await _sustained(b, max(3.0, SECONDS * share))
        section.rows.append(
            Row("at 30 a second, share of a core", f"{part:.0%}", f"≤ {SHARE:.0%}", part <= SHARE)
        )
    return section


async def _queue(b: Bench, count: int) -> None:
    async with b.store.write() as session:
        for chat in range(1, count + 1):
            await outbox.put(session, chat, Say("goeiedag"), b.clock.now())


async def _sustained(b: Bench, seconds: float) -> float:
    """CPU a second of a sender that has always something to send, at the rate of the limit."""
    await _queue(b, int(RATE * (seconds + 3)))
    b.sender._in_all = b.sender._per_second = RATE
    b.sender._tokens = 0.0
    sending = asyncio.create_task(b.sender.run())
    await asyncio.sleep(1)
    before, wall, cpu = b.channel.count, time.perf_counter(), time.process_time()
    await asyncio.sleep(seconds)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    sent = b.channel.count - before
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    assert sent >= 0.9 * RATE * wall, f"{sent} in {wall:.0f} s"
    return cpu / wall
