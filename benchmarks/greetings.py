"""A morning in a city: 100,000 greetings are due, on simulated time, and people write in danger."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Any

from sqlalchemy import func, insert, select

from benchmarks.house import Bench, bench
from benchmarks.page import Row, Section
from benchmarks.written import MORNING
from bot import departures, inbox, outbox
from bot.channel import Outgoing, Say, to_json
from bot.sender import Sender
from bot.store.tables import Chat, Message

GREETINGS, CRISES, AT_ONCE = 100_000, 400, 20_000
TALKATIVE = 50  # every so many residents has a second message waiting behind the first
OVERTAKES, APART, SEED = 2.0, 30, 20260302
ROUND_TRIP = 0.05  # seconds that Telegram takes
LOOK = 0.25  # simulated seconds between two looks at the outbox; the bot looks more often
FIRST, SECOND, HELP = "Goedemorgen. Hoe is het vandaag?", "Nog iets: morgen is een feestdag.", "112"


class Simulated:
    """Time that passes when somebody waits for it, and a Telegram that says when it was reached."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.greeted: list[int] = []
        self.followed: set[int] = set()  # who had the second message, after the first
        self.swapped = 0
        self.waited: list[float] = []
        self.asked: dict[int, float] = {}

    def now(self) -> datetime:
        return MORNING + timedelta(seconds=self.seconds)

    def timer(self) -> float:
        return self.seconds

    async def pause(self, seconds: float) -> None:
        self.seconds += seconds

    async def send(self, chat_id: int, outgoing: Outgoing) -> int:
        match outgoing:
            case Say(text=text) if text == HELP:
                self.waited.append(self.seconds + ROUND_TRIP - self.asked[chat_id])
            case Say(text=text) if text == SECOND:
                self.followed.add(chat_id)
            case _:
                self.greeted.append(chat_id)
                self.swapped += chat_id in self.followed
        return chat_id


async def measure(folder: Path, share: float) -> Section:
    count, crises = max(100, int(GREETINGS * share)), max(20, int(CRISES * share))
    time = Simulated()
    async with _simulated(time), bench(folder) as b:
        b.clock.move_to(time.now())
        await _queue(b, time, count)
        sender = Sender(b.store, time, b.clock, timer=time.timer, pause=time.pause)
        await _send(b, time, sender, count, crises)
        superseded = await _superseded(b)
    return _section(time, count, crises, superseded)


@asynccontextmanager
async def _simulated(time: Simulated) -> AsyncIterator[None]:
    """Leases and waits too are on simulated time."""
    modules: tuple[Any, ...] = (inbox, outbox, departures)
    before = inbox.real_now
    for module in modules:
        module.real_now = time.now
    try:
        yield
    finally:
        for module in modules:
            module.real_now = before


def _section(time: Simulated, count: int, crises: int, superseded: int) -> Section:
    late = quantiles(time.waited, n=100)[-1]
    kept = set(time.greeted)
    due = [chat for chat in range(1, count + 1) if chat in kept]
    places = {chat: place for place, chat in enumerate(due)}
    apart = max(abs(place - places[chat]) for place, chat in enumerate(time.greeted))
    left = len(time.greeted) + superseded
    speed = (count + count // TALKATIVE + crises - superseded) / time.seconds
    return Section(
        "A morning in a city",
        f"{count:,} greetings wait to leave, within Telegram's limits, on simulated time; every "
        f"{TALKATIVE}th resident has a second message waiting. Meanwhile {crises} people write in "
        "danger; who still waited for a greeting then gets the reply alone. Each reply "
        "is queued like any other row.",
        [
            Row("greetings that left or gave way to a crisis reply", f"{left:,}", f"{count:,}",
                left == count),
            Row("greetings that left twice", f"{len(time.greeted) - len(kept)}", "0",
                len(time.greeted) == len(kept)),
            Row("chats whose second message came before the first", f"{time.swapped}", "0",
                time.swapped == 0),
            Row("furthest that a greeting left before or after its place", f"{apart}", f"≤ {APART}",
                apart <= APART),
            Row("a crisis reply, from queued to Telegram, simulated s, p99", f"{late:.2f}",
                f"≤ {OVERTAKES:.0f}", late <= OVERTAKES),
            Row("messages a simulated second", f"{speed:.1f}"),
            Row("until the last one left, simulated minutes", f"{time.seconds / 60:.0f}"),
        ],
    )  # fmt: skip


async def _queue(b: Bench, time: Simulated, count: int) -> None:
    """Greetings as the sweep leaves them, oldest first."""
    first, second = to_json(Say(FIRST)), to_json(Say(SECOND))
    row = {"urgency": outbox.GREETING, "purpose": "greeting", "state": "queued", "attempts": 0}
    for start in range(1, count + 1, AT_ONCE):
        ids = range(start, min(start + AT_ONCE, count + 1))
        due = {i: time.now() - timedelta(seconds=(count - i) / 1000) for i in ids}
        chats = [
            {"id": i, "begun": 0, "send_urgency": outbox.GREETING, "send_at": due[i]} for i in ids
        ]
        rows = [{"chat_id": i, "payload": first, "created_at": due[i], **row} for i in ids]
        rows += [
            {"chat_id": i, "payload": second, "created_at": due[i], **row}
            for i in ids
            if i % TALKATIVE == 0
        ]
        async with b.store.write() as session:
            await session.execute(insert(Chat), chats)
            await session.execute(insert(Message), rows)


async def _send(b: Bench, time: Simulated, sender: Sender, count: int, crises: int) -> None:
    chance = random.Random(SEED)
    every = count / 28 / crises
    next_at, number = every / 2, 0
    while not await outbox.is_idle(b.store):
        while time.seconds >= next_at and number < crises:
            number += 1
            next_at += every * chance.uniform(0.5, 1.5)
            # every second one has had no greeting yet, or is nobody that we know
            chat = count - number if number % 2 else count + number
            time.asked[chat] = time.seconds
            async with b.store.write() as session:
                await outbox.put(session, chat, Say(HELP), b.clock.now(), urgency=outbox.CRISIS)
        await time.pause(LOOK)
        await sender.send_some()


async def _superseded(b: Bench) -> int:
    """Greetings, without the second messages."""
    async with b.store.read() as session:
        gone = select(func.count(Message.chat_id.distinct())).where(Message.state == "superseded")
        return await session.scalar(gone) or 0
