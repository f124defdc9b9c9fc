"""A bot on a database of its own, without Telegram: updates go in by hand, messages are counted."""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bot import inbox, outbox, publishing
from bot.app import make_house
from bot.channel import Outgoing
from bot.clock import Clock
from bot.house import Policy
from bot.listening import Listener
from bot.sender import Sender
from bot.settings import ROOT, Settings
from bot.store import Store
from bot.store.keys import KeyRing
from bot.sweep import Sweep
from bot.updates import parse, received
from bot.worker import Worker

EVER = Policy(answers_a_day=10**9)  # nobody here is told to have a rest
NO_LIMIT = 1e9
KEY = "c2VlZGVkLWtleS1mb3ItdGVzdHMtb25seS0zMmJ5dGU="


class Counter:
    """Takes every message at once and counts it."""

    def __init__(self) -> None:
        self.count = 0

    async def send(self, chat_id: int, outgoing: Outgoing) -> int:
        self.count += 1
        return 1_000_000 + self.count


class Bench:
    def __init__(self, store: Store, settings: Settings) -> None:
        self.store, self.clock, self.channel = store, Clock(), Counter()
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


def update(number: int, chat: int, text: str, at: int = 1_772_442_000) -> dict[str, Any]:
    """An update as the Bot API brings it."""
    who = {"id": chat, "is_bot": False, "first_name": "B", "language_code": "nl"}
    message: dict[str, Any] = {
        "message_id": 2_000_000_000 + number,
        "date": at,
        "chat": {"id": chat, "type": "private", "first_name": "B"},
        "from": who,
        "text": text,
    }
    if text.startswith("/"):
        length = len(text.split()[0])
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"update_id": number, "message": message}


@asynccontextmanager
async def bench(folder: Path, url: str | None = None) -> AsyncIterator[Bench]:
    """On SQLite in a folder, or on the database of a URL. Telegram's limits are off."""
    settings = Settings(data=folder, settle=0, database_url=url)
    KeyRing.from_text(KEY).use()
    gap, outbox.CHAT_GAP = outbox.CHAT_GAP, timedelta()
    store = Store.open(settings.database)
    try:
        await store.migrate()
        await publishing.publish_first(store, ROOT, Clock().now())
        yield Bench(store, settings)
    finally:
        outbox.CHAT_GAP = gap
        await store.close()


def p50_p99(times: list[float]) -> str:
    return f"{median(times):.1f} / {quantiles(times, n=100)[-1]:.1f}"
