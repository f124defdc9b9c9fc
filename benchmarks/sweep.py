"""The sweep: its cost follows what is due, not how many residents there are."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import insert, update

from benchmarks.house import Bench, bench
from bot.store.tables import Chat, Consent, Person, Resident

SIZES = (1_000, 10_000, 100_000)
DUE = 1_000


async def measure(folder: Path) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    async with bench(folder / "sweep") as b:
        known = 0
        for size in SIZES:
            await _people(b, known, size)
            known = size
            ticks = []
            for _ in range(20):
                started = time.perf_counter()
                await b.sweep.once()
                ticks.append((time.perf_counter() - started) * 1000)
            rows.append(
                (f"a tick with nothing due, {size:,} residents, ms", f"{median(ticks):.1f}")
            )
        async with b.store.write() as session:
            await session.execute(
                update(Resident)
                .where(Resident.person_id <= DUE)
                .values(next_contact_at=b.clock.now())
            )
        started = time.perf_counter()
        await b.sweep.once()
        spent = time.perf_counter() - started
        rows.append((f"{DUE:,} greetings due: planned and queued, s", f"{spent:.1f}"))
    return rows


async def _people(b: Bench, known: int, size: int) -> None:
    now = b.clock.now()
    ids = range(known + 1, size + 1)
    later = now + timedelta(days=1)
    async with b.store.write() as session:
        await session.execute(
            insert(Chat), [{"id": i, "last_update": 0, "last_queued": 0} for i in ids]
        )
        await session.execute(
            insert(Person),
            [
                {
                    "id": i,
                    "chat_id": i,
                    "role": "resident",
                    "language": "nl",
                    "created_at": now,
                    "seen_at": now,
                    "address": "formal",
                }
                for i in ids
            ],
        )
        await session.execute(
            insert(Resident),
            [
                {"person_id": i, "hour": "09:00", "next_contact_at": later, "unanswered": 0}
                for i in ids
            ],
        )
        await session.execute(
            insert(Consent),
            [
                {
                    "person_id": i,
                    "purpose": "checkins",
                    "text_hash": "0" * 64,
                    "language": "nl",
                    "given_at": now,
                    "channel": "bench",
                }
                for i in ids
            ],
        )
