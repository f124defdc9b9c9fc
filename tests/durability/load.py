"""A world of phones that many people write in at once, and what came back to each."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import uvicorn

from bot.clock import Clock
from bot.phones import Person, Phone, World, create_app

TOKEN = "123456:kill-token"
CHATS = range(501, 521)
PEOPLE = tuple(Person(number, f"P{number}", "resident", "nl") for number in CHATS)
PATIENCE = 90  # seconds, on a machine that has much else to do


@dataclass
class Load:
    """What people said, chat by chat, and what came back."""

    world: World
    said: dict[int, list[str]] = field(default_factory=lambda: {chat: [] for chat in CHATS})
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def say(self, count: int, chance: random.Random) -> None:
        for _ in range(count):
            chat = chance.choice(CHATS)
            text = str(next(self.numbers))
            self.said[chat].append(text)
            Phone(self.world, chat).say(text)

    def answers(self, chat: int) -> list[str]:
        return [entry.body["text"] for entry in self.world.ledger.chat(chat) if entry.by_bot]

    def answered(self, chat: int) -> list[str]:
        """The numbers answered, in order of arrival, without what was said twice."""
        once = list(dict.fromkeys(self.answers(chat)))
        return [number for answer in once for number in answer.split(",")]

    def complete(self) -> bool:
        return all(len(self.answered(chat)) == len(self.said[chat]) for chat in CHATS)

    def repeated(self) -> Counter[str]:
        """How often each answer was sent more than once."""
        counted = Counter(text for chat in CHATS for text in self.answers(chat))
        return Counter({text: n - 1 for text, n in counted.items() if n > 1})


@asynccontextmanager
async def phones(
    webhook: httpx.AsyncBaseTransport | None = None,
) -> AsyncIterator[tuple[Load, str]]:
    """`webhook`: the way by which updates are brought."""
    world = World.open(None, Clock(), TOKEN, PEOPLE, limits=False)
    app = create_app(world, webhook_transport=webhook)
    config = uvicorn.Config(app, port=0, log_level="error", ws="none", access_log=False)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server._serve())
    await so(lambda: server.started, 10)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield Load(world), f"http://127.0.0.1:{port}"
    finally:
        world.hang_up()
        server.should_exit = True
        await serving
        world.close()


async def so(fact: Callable[[], bool], seconds: float) -> None:
    """Waits for real processes, with a deadline."""
    ends = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < ends, "it never came to be"
        await asyncio.sleep(0.01)
