"""A morning in a city: 100,000 greetings are due, on simulated time, and people write in danger."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Any

from sqlalchemy import insert

from benchmarks.house import Bench, bench
from benchmarks.page import Row, Section
from bot import departures, inbox, outbox
from bot.channel import Outgoing, Say, to_json
from bot.sender import Sender
from bot.store.tables import Chat, Message

GREETINGS, CRISES, AT_ONCE = 100_000, 400, 20_000
OVERTAKES, SEED = 2.0, 20260302
START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ROUND_TRIP = 0.05  # seconds that Telegram takes
LOOK = 0.25  # simulated seconds between two looks at the outbox; the bot looks more often


class Simulated:
    """Time that passes when somebody waits for it, and a Telegram that says when it was reached."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.greeted: list[int] = []
        self.waited: list[float] = []
        self.asked: dict[int, float] = {}

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def timer(self) -> float:
        return self.seconds

    async def pause(self, seconds: float) -> None:
        self.seconds += seconds

    async def send(self, chat_id: int, outgoing: Outgoing) -> int:
        if chat_id in self.asked:
            self.waited.append(self.seconds + ROUND_TRIP - self.asked.pop(chat_id))
        else:
            self.greeted.append(chat_id)
        return chat_id


async def measure(folder: Path, share: float) -> Section:
    count, crises = int(GREETINGS * share), max(20, int(CRISES * share))
    time = Simulated()
    before = inbox.real_now
    for module in (inbox, outbox, departures):
        module.real_now = time.now  # type: ignore[attr-defined]
    try:
        async with bench(folder) as b:
            await _queue(b, time, count)
            sender = Sender(b.store, time, b.clock, timer=time.timer, pause=time.pause)
            await _send(b, time, sender, count, crises)
    finally:
        for module in (inbox, outbox, departures):
            module.real_now = before  # type: ignore[attr-defined]
    late = quantiles(time.waited, n=100)[-1]
    apart = max(abs(place - chat) for place, chat in enumerate(time.greeted, 1))
    return Section(
        "A morning in a city",
        f"{count:,} greetings wait to leave, within Telegram's limits, on simulated time. "
        f"Meanwhile {crises} people write in danger; each reply is queued like any other row.",
        [
            Row("greetings that left", f"{len(time.greeted):,}", f"{count:,}",
                len(time.greeted) == count),
            Row("time until the last one left, simulated minutes", f"{time.seconds / 60:.0f}"),
            Row("furthest that a greeting left before or after its place", f"{apart}", "≤ 30",
                apart <= 30),
            Row("a crisis reply, from queued to Telegram, simulated s, p99", f"{late:.2f}",
                f"≤ {OVERTAKES:.0f}", late <= OVERTAKES),
        ],
    )  # fmt: skip


async def _queue(b: Bench, time: Simulated, count: int) -> None:
    """Greetings as the sweep leaves them, oldest first."""
    said: Any = to_json(Say("Goedemorgen. Hoe is het vandaag?"))
    for start in range(1, count + 1, AT_ONCE):
        ids = range(start, min(start + AT_ONCE, count + 1))
        due = {i: time.now() - timedelta(seconds=(count - i) / 1000) for i in ids}
        async with b.store.write() as session:
            await session.execute(
                insert(Chat.__table__),
                [{"id": i, "begun": 0, "send_urgency": 2, "send_at": due[i]} for i in ids],
            )
            await session.execute(
                insert(Message.__table__),
                [
                    {"chat_id": i, "urgency": 2, "purpose": "greeting", "payload": said}
                    | {"created_at": due[i], "state": "queued", "attempts": 0}
                    for i in ids
                ],
            )


async def _send(b: Bench, time: Simulated, sender: Sender, count: int, crises: int) -> None:
    chance = random.Random(SEED)
    every = count / 28 / crises
    next_at = every / 2
    number = count
    while not await outbox.is_idle(b.store):
        while time.seconds >= next_at and number < count + crises:
            number += 1
            next_at += every * chance.uniform(0.5, 1.5)
            time.asked[number] = time.seconds
            async with b.store.write() as session:
                await outbox.put(session, number, Say("112"), b.clock.now(), urgency=outbox.CRISIS)
        await time.pause(LOOK)
        await sender.send_some()
