"""The sweep: its cost follows what is due, not how many residents there are."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import insert, update

from benchmarks.house import Bench, bench
from benchmarks.page import Picture, Row, Section
from bot.store.tables import Chat, Consent, Person, Resident

SIZES = (1_000, 10_000, 100_000, 1_000_000)
DUE = 10_000
AT_ONCE = 20_000  # rows in one statement
TICK_MS, WITHIN = 5.0, 10.0


async def measure(folder: Path, share: float) -> Section:
    section = Section(
        "The sweep",
        "Every five seconds the bot looks for what is due: first words, silences, leases.",
    )
    bars = []
    async with bench(folder) as b:
        known = 0
        for size in (int(size * share) or 100 for size in SIZES):
            await people(b, known, size)
            known, tick = size, await _tick(b)
            limit = f"≤ {TICK_MS:.0f}" if size == int(SIZES[-1] * share) else ""
            met = tick <= TICK_MS if limit else None
            what = f"a tick with nothing due, {size:,} residents, ms"
            section.rows.append(Row(what, f"{tick:.1f}", limit, met))
            bars.append((f"{size:,} residents", tick))
        due = int(DUE * share)
        async with b.store.write() as session:
            at = {"next_contact_at": b.clock.now()}
            await session.execute(update(Resident).where(Resident.person_id <= due).values(at))
        began = time.perf_counter()
        await b.sweep.once()
        spent = time.perf_counter() - began
        section.rows.append(
            Row(
                f"{due:,} greetings due at once: planned and queued, s",
                f"{spent:.1f}",
                f"≤ {WITHIN * share:.1f}",
                spent <= WITHIN * share,
            )
        )
    section.pictures.append(Picture("sweep", "A tick with nothing due", "ms", bars))
    return section


async def _tick(b: Bench) -> float:
    ticks = []
    for _ in range(20):
        began = time.perf_counter()
        await b.sweep.once()
        ticks.append((time.perf_counter() - began) * 1000)
    return median(ticks)


async def people(b: Bench, known: int, size: int) -> None:
    """Residents who agreed to be greeted, tomorrow."""
    now = b.clock.now()
    later = now + timedelta(days=1)
    person = {"role": "resident", "language": "nl", "address": "formal"}
    person |= {"created_at": now, "seen_at": now}
    days = "mo,tu,we,th,fr,sa,su"
    given = {"purpose": "checkins", "text_hash": "0" * 64, "language": "nl", "channel": "bench"}
    for start in range(known + 1, size + 1, AT_ONCE):
        ids = range(start, min(start + AT_ONCE, size + 1))
        rows: list[tuple[Any, list[dict[str, Any]]]] = [
            (Chat, [{"id": i, "send_urgency": 9, "begun": 0} for i in ids]),
            (Person, [{"id": i, "chat_id": i, **person} for i in ids]),
            (
                Resident,
                [
                    {"person_id": i, "hour": "09:00", "days": days, "unanswered": 0}
                    | {"next_contact_at": later}
                    for i in ids
                ],
            ),
            (Consent, [{"person_id": i, "given_at": now, **given} for i in ids]),
        ]
        async with b.store.write() as session:
            for table, values in rows:
                await session.execute(insert(table.__table__), values)
