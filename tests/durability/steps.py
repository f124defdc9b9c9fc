"""A bot that is taken step by step on time that a test moves, and what its log and its metrics tell
of what goes wrong around it."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select

from bot import inbox, outbox
from bot.clock import Clock
from bot.logs import event
from bot.metrics import Metrics
from bot.outage import SETTLED, Outage
from bot.phones import Phone, World
from bot.receiver import Receiver
from bot.sender import Sender
from bot.store import Store
from bot.store.tables import Audit, Message, Update
from bot.updates import parse
from bot.worker import Worker

from . import child
from .kit import NOTHING, Instant, put
from .load import PEOPLE

ANA, BEA, CLO, DIA, EVA = (one.id for one in PEOPLE[:5])
SAID = ("een", "twee", "drie")
AWAY, BACK = "the_database_is_away", "the_database_is_back"


@dataclass
class Watched:
    """The log of ours, and the metrics that count what stands in it."""

    log: pytest.LogCaptureFixture
    metrics: Metrics = field(default_factory=Metrics)

    @property
    def lines(self) -> list[logging.LogRecord]:
        return self.log.records

    def told(self) -> list[str]:
        return [event(one) for one in self.lines if one.name.startswith("bot.")]

    def counted(self, name: str, **labels: str) -> float:
        return self.metrics.registry.get_sample_value(f"goeiedag_{name}", labels) or 0.0

    def is_told(self, what: str, times: int = 1) -> None:
        """In as many lines of one line each, without anybody's words, and in the metrics."""
        assert self.told().count(what) == times, self.told()
        assert self.counted("faults_total", event=what) == times
        for one in self.lines:
            assert one.exc_info is None
            assert not re.search(r"\n|een|twee|drie|mourir", one.getMessage())

    def is_one_outage(self) -> None:
        """One line when it began, one when it was over, and none besides."""
        assert self.told() == [AWAY, BACK], self.told()
        self.is_told(AWAY)


class Bot:
    """Receiver, worker and sender. `moments`: what else happens when one of them is reached."""

    def __init__(self, store: Store, telegram: Any, now: Instant, watched: Watched) -> None:
        self.now, clock = now, Clock()
        self.tried: list[int] = []
        self.moments: dict[str, Callable[[], Awaitable[None]]] = {}
        self.passes: Callable[[], object] = lambda: None  # whenever time does
        self.outage = Outage(now.timer, self.pause)
        really = telegram.send

        async def send(chat_id: int, outgoing: Any) -> int | None:
            self.tried.append(chat_id)
            number: int | None = await really(chat_id, outgoing)
            await self._reached("a send")
            return number

        async def hear(worker: Worker, together: Any, person: Any) -> Any:
            await self._reached("a claim")
            return await child.hear(worker, together, person)

        telegram.send = send
        self.receiver = Receiver(
            store, telegram, clock, NOTHING, frozenset(), lambda _: None, poll_seconds=0
        )
        self.worker = Worker(store, None, None, clock, parse, outage=self.outage)  # type: ignore[arg-type]
        self.worker._hear = hear.__get__(self.worker)  # type: ignore[method-assign]
        self.sender = Sender(
            store,
            telegram,
            clock,
            timer=now.timer,
            pause=self.pause,
            metrics=watched.metrics,
            outage=self.outage,
        )

    async def _reached(self, moment: str) -> None:
        if moment in self.moments:
            await self.moments[moment]()

    async def pause(self, seconds: float) -> None:
        await self.now.pause(seconds)
        self.passes()

    async def _receives(self) -> None:
        await self._reached("a poll")
        await self.receiver._once(0)

    async def _works(self) -> None:
        while await self.worker.work_once():
            pass

    async def goes_on(self, done: Callable[[], bool]) -> None:
        """Until something is so; a part that the database is away for is tried again."""
        for _ in range(100):
            for part in (self._receives, self._works, self.sender.send_some):
                await self.outage.tried(part)
            if done():
                return
            await self.pause(2)
        raise AssertionError("it never came to be")

    async def comes_to_rest(self, store: Store) -> None:
        """Everything is taken and sent, and an outage is over."""
        while not (await inbox.is_idle(store) and await outbox.is_idle(store)):
            await self.pause(2)
            for part in (self._works, self.sender.send_some):
                await self.outage.tried(part)
        self.now.pass_(SETTLED)
        self.outage.works()


async def all_write(store: Store, world: World, words: tuple[str, ...] = SAID) -> None:
    """Two people write, greetings wait, and then somebody in danger is answered."""
    for word in words:
        for chat in (ANA, BEA):
            Phone(world, chat).say(word)
    for chat in (CLO, DIA, EVA):  # who never wrote cannot be written to
        Phone(world, chat).say("hallo")
    for chat in (DIA, EVA):
        await put(store, chat, "goedemorgen", urgency=outbox.GREETING)
    await put(store, CLO, "nood", urgency=outbox.CRISIS)


def answers(world: World, chat: int) -> list[str]:
    return [one.body["text"] for one in world.ledger.chat(chat) if one.by_bot]


def answered(world: World) -> bool:
    """Whether every word of the two was answered."""
    whole = [",".join(answers(world, chat)) for chat in (ANA, BEA)]
    return all(word in one for one in whole for word in SAID)


def sent(world: World) -> Counter[tuple[int, str]]:
    """How often each message arrived."""
    return Counter((one.id, said) for one in PEOPLE[:5] for said in answers(world, one.id))


async def all_is_there(store: Store, world: World) -> None:
    """No update lost, each effect once, and in order; so is what came to the phones."""
    async with store.read() as session:
        assert set(await session.scalars(select(Update.state))) == {"done"}
        assert set(await session.scalars(select(Message.state))) == {"sent"}
        effects = list(await session.scalars(select(Audit).order_by(Audit.id)))
    for chat in (ANA, BEA):
        assert [row.action for row in effects if row.actor_id == chat] == list(SAID)
        once = dict.fromkeys(answers(world, chat))
        assert [word for said in once for word in said.split(",")] == list(SAID)
