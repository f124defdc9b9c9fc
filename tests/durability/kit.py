"""Shared by the tests of durability: raw updates, rows to look at, a channel that is played by
hand, a monotonic time that tests move."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot import departures, inbox, outbox
from bot.channel import Outgoing, Say
from bot.inbox import Received
from bot.store import Store
from bot.store.tables import Chat, Message, Update

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOTHING = timedelta()
A, B, C = 101, 102, 103


def raw(update_id: int, chat_id: int = A, text: str = "dag") -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private", "first_name": "Ana"}
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1_772_442_000,
            "chat": chat,
            "from": {"id": chat_id, "is_bot": False, "first_name": "Ana"},
            "text": text,
        },
    }


def came(update_id: int, chat_id: int = A, text: str = "dag", settles: bool = False) -> Received:
    return Received(update_id, chat_id, raw(update_id, chat_id, text), settles)


async def receive(store: Store, *updates: Received, settle: timedelta = NOTHING) -> list[int]:
    async with store.write() as session:
        return await inbox.receive(session, updates, NOW, settle)


async def take_turn(store: Store) -> list[int]:
    """One turn that answers everything that was claimed. Returns the update ids."""
    claimed = await inbox.claim(store)
    if claimed is None:
        return []
    ids = [update_id for update_id, _, _ in claimed.updates]
    async with store.write() as session:
        await inbox.finish(session, claimed, ids, NOW)
    return ids


async def put(store: Store, chat_id: int, text: str, **more: Any) -> int:
    async with store.write() as session:
        row = await outbox.put(session, chat_id, Say(text), NOW, **more)
    return row


async def take(store: Store, most: int = 10, **more: Any) -> list[str]:
    """The texts of the messages that leave now."""
    return [text_of(one) for one in await departures.take(store, NOW, most, **more)]


def text_of(leaving: departures.Leaving) -> str:
    assert isinstance(leaving.outgoing, Say)
    return leaving.outgoing.text


async def update_row(store: Store, update_id: int) -> Update:
    async with store.read() as session:
        return await session.get_one(Update, update_id)


async def chat_row(store: Store, chat_id: int = A) -> Chat:
    async with store.read() as session:
        return await session.get_one(Chat, chat_id)


async def states(store: Store) -> list[str]:
    async with store.read() as session:
        return list(await session.scalars(select(Message.state).order_by(Message.id)))


class Instant:
    """Real time that a test moves: for leases, pauses between attempts, and limits."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)

    def timer(self) -> float:
        return self.seconds

    async def pause(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)

    def pass_(self, seconds: float) -> None:
        self.seconds += seconds


class Wire:
    """A channel: what was sent when, and what each send shall come to."""

    def __init__(self, instant: Instant | None = None) -> None:
        self.instant = instant or Instant()
        self.sent: list[tuple[float, int, str]] = []
        self.answers: list[Exception | None] = []  # of the next sends; then all goes well
        self.holds: dict[str, asyncio.Event] = {}  # a text that waits until its event is set
        self.number = 100

    async def send(self, chat_id: int, outgoing: Outgoing) -> int:
        text = outgoing.text if isinstance(outgoing, Say) else type(outgoing).__name__
        if text in self.holds:
            await self.holds[text].wait()
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            raise answer
        self.sent.append((self.instant.seconds, chat_id, text))
        self.number += 1
        return self.number

    def texts(self) -> Sequence[str]:
        return [text for _, _, text in self.sent]


async def until(fact: Callable[[], bool], turns: int = 2000) -> None:
    """Lets other tasks run until something is so; a deadline in turns of the loop, no sleeping."""
    for _ in range(turns):
        if fact():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it never came to be")
