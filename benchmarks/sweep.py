"""The sweep: its cost follows what is due, not how many residents there are."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

from sqlalchemy import func, select, update

from benchmarks.house import Bench, bench
from benchmarks.page import Bar, Picture, Row, Section
from benchmarks.people import settle
from bot.store.tables import Message, Resident

SIZES = (1_000, 10_000, 100_000, 1_000_000)
DUE, TICKS = 10_000, 40
TICK_MS, WITHIN = 5.0, 10.0
LONGEST = 120.0  # seconds that the greetings may take before what is left is reckoned


async def measure(folder: Path, share: float) -> Section:
    section = Section(
        "The sweep",
        "Every five seconds the bot looks for what is due: first words, silences, leases. Each "
        "resident here has a contact and a silence ahead. SQLite, one process.",
    )
    bars = []
    async with bench(folder) as b:
        known = 0
        for size in sorted({max(10, int(size * share)) for size in SIZES}):
            began = time.perf_counter()
            await settle(b.store, known + 1, size, b.clock.now())
            made = time.perf_counter() - began
            known, tick = size, await _tick(b)
            what = f"a tick with nothing due, {size:,} residents, ms"
            met = tick <= TICK_MS
            section.rows.append(Row(what, f"{tick:.1f}", f"≤ {TICK_MS:.0f}", met))
            bars.append(Bar(f"{size:,} residents", tick))
        section.rows += [
            Row("the tick with most residents, of the one with fewest",
                f"{bars[-1].value / bars[0].value:.1f}"),
            Row(f"making the last of {known:,} residents, s", f"{made:.0f}"),
            await _due(b, min(known, max(10, int(DUE * share)))),
        ]  # fmt: skip
    section.pictures.append(Picture("sweep", "A tick with nothing due", "ms", bars))
    return section


async def _tick(b: Bench) -> float:
    ticks = []
    for _ in range(TICKS):
        began = time.perf_counter()
        await b.sweep.once()
        ticks.append((time.perf_counter() - began) * 1000)
    return median(ticks)


async def _due(b: Bench, due: int) -> Row:
    """Greetings that are due at the same moment. Where they take too long, those that are left are
    reckoned from those that were queued."""
    async with b.store.write() as session:
        at = {"next_contact_at": b.clock.now()}
        await session.execute(update(Resident).where(Resident.person_id <= due).values(at))
    began = time.perf_counter()
    with suppress(TimeoutError):
        await asyncio.wait_for(b.sweep.once(), LONGEST)
    spent = time.perf_counter() - began
    queued = await _queued(b)
    if spent < LONGEST and queued != due:
        raise OSError(f"{queued} greetings were queued, not {due}")
    seconds, within = spent * due / max(1, queued), WITHIN * due / DUE
    reckoned = "" if queued == due else f" (reckoned from {queued:,})"
    return Row(
        f"{due:,} greetings due at once: planned and queued, s",
        f"{seconds:.1f}{reckoned}",
        f"≤ {within:.1f}",
        seconds <= within,
    )


async def _queued(b: Bench) -> int:
    async with b.store.read() as session:
        counted = select(func.count(Message.id)).where(Message.purpose == "greeting")
        return await session.scalar(counted) or 0
