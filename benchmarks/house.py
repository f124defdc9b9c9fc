"""A bot on a database of its own, without Telegram: updates go in by hand, messages are counted."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot import inbox, publishing
from bot.app import make_house
from bot.channel import Outgoing
from bot.clock import Clock
from bot.listening import Listener, Parser
from bot.sender import Sender
from bot.settings import ROOT, Settings
from bot.store import Store
from bot.store.keys import KeyRing
from bot.sweep import Sweep
from bot.updates import parse, received
from bot.worker import Worker


class Counter:
    """Takes every message at once and counts it."""

    def __init__(self) -> None:
        self.count = 0

    async def send(self, chat_id: int, outgoing: Outgoing) -> int:
        self.count += 1
        return 1_000_000 + self.count


class Bench:
    def __init__(self, store: Store, settings: Settings, nlu: Parser | None) -> None:
        self.store, self.clock, self.channel = store, Clock(), Counter()
        house = make_house(settings)
        self.sender = Sender(store, self.channel, self.clock, per_second=1e9)
        self.sweep = Sweep(store, house, self.clock)
        listener = Listener(house.rules, nlu, settings.zone)
        self.worker = Worker(store, house, listener, self.clock, parse)
        self._numbers = itertools.count(1)

    async def say(self, chat: int, text: str) -> None:
        """One text from one chat, as Telegram would bring it."""
        number = next(self._numbers)
        at = int(self.clock.now().timestamp())
        person = {"id": chat, "is_bot": False, "first_name": "B", "language_code": "nl"}
        message: dict[str, Any] = {
            "message_id": 2_000_000 + number,
            "date": at,
            "chat": {"id": chat, "type": "private", "first_name": "B"},
            "from": person,
            "text": text,
        }
        one = received({"update_id": number, "message": message})
        assert one is not None
        async with self.store.write() as session:
            await inbox.receive(session, [one], self.clock.now(), timedelta())

    async def drain(self) -> None:
        while await self.sender.send_some():
            pass

    async def turn(self, chat: int, text: str) -> None:
        """A whole turn: stored, understood, decided, sent."""
        await self.say(chat, text)
        await self.worker.work_once()
        await self.drain()


@asynccontextmanager
async def bench(folder: Path, nlu: Parser | None = None) -> AsyncIterator[Bench]:
    settings = Settings(data=folder, settle=0)
    KeyRing.kept_in(settings.key_file).use()
    store = Store.open(settings.database)
    await store.migrate()
    await publishing.publish_first(store, ROOT, Clock().now())
    try:
        yield Bench(store, settings, nlu)
    finally:
        await store.close()
