"""A bot on a database of its own, without Telegram: updates go in by hand, messages are counted."""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from benchmarks.written import MORNING, update
from bot import inbox, outbox, publishing
from bot.app import make_house
from bot.channel import Outgoing
from bot.clock import FixedClock
from bot.dialogue.library import Library
from bot.house import Policy
from bot.listening import Listener
from bot.publishing import frozen
from bot.sender import Sender
from bot.settings import ROOT, Settings
from bot.store import Store
from bot.store.keys import KeyRing
from bot.sweep import Sweep
from bot.updates import parse, received
from bot.warming import warm
from bot.worker import Worker

EVER = Policy(answers_a_day=10**9)  # nobody here is told to have a rest
NO_LIMIT = 1e9
KEY = "c2VlZGVkLWtleS1mb3ItdGVzdHMtb25seS0zMmJ5dGU="
# What residents do who press buttons: half of it is buttons, the rest commands.
ROUND = ("/hour", "hour/ask/choice.hour", "hour/hour/choice.09:00", "/help")


class Counter:
    """Takes every message at once and counts it."""

    def __init__(self) -> None:
        self.count = 0

    async def send(self, chat_id: int, outgoing: Outgoing) -> int:
        self.count += 1
        return 1_000_000 + self.count


class Bench:
    """The parts of a bot, worked by hand. Its clock stands still on a morning."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store, self.clock, self.channel = store, FixedClock(MORNING), Counter()
        self.house = make_house(settings, policy=EVER)
        self.sender = Sender(store, self.channel, self.clock, per_second=NO_LIMIT)
        self.sweep = Sweep(store, self.house, self.clock)
        listener = Listener(self.house.rules, None, settings.zone)
        self.worker = Worker(store, self.house, listener, self.clock, parse)
        self._numbers = itertools.count(1)

    async def say(self, chat: int, text: str) -> None:
        """One text from one chat, as Telegram would bring it."""
        one = received(json.loads(json.dumps(update(next(self._numbers), chat, text))))
        assert one is not None
        async with self.store.write() as session:
            await inbox.receive(session, [one], self.clock.now(), timedelta())

    async def drain(self) -> None:
        while await self.sender.send_some():
            pass

    async def turn(self, chat: int, text: str) -> None:
        """A whole turn: stored, decided, sent."""
        await self.say(chat, text)
        await self.worker.work_once()
        await self.sender.send_some()


def pressed(refs: tuple[str, ...] = ROUND) -> list[str]:
    """Commands as they are, and the labels of buttons."""
    texts = Library.thaw(frozen(ROOT)).texts
    return [ref if ref.startswith("/") else texts.find(ref, "nl", "formal") for ref in refs]


@asynccontextmanager
async def bench(folder: Path, url: str | None = None) -> AsyncIterator[Bench]:
    """On SQLite in a folder, or on the database of a URL. Telegram's limits are off."""
    settings = Settings(data=folder, settle=0, database_url=url)
    async with laid(settings) as store:
        b = Bench(store, settings)
        warm(b.house, b.clock.now())  # as beside the start of a bot
        yield b


@asynccontextmanager
async def laid(settings: Settings) -> AsyncIterator[Store]:
    """A database with the shipped dialogues. Nobody's chat has to rest between two messages."""
    KeyRing.from_text(KEY).use()
    gap, outbox.CHAT_GAP = outbox.CHAT_GAP, timedelta()
    store = Store.open(settings.database)
    try:
        await store.migrate()
        await publishing.publish_first(store, ROOT, MORNING)
        yield store
    finally:
        outbox.CHAT_GAP = gap
        await store.close()


def p50_p99(times: list[float]) -> str:
    return f"{median(times):.1f} / {quantiles(times, n=100)[-1]:.1f}"
