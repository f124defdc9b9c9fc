"""What a text means is asked as soon as it came in, once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.ahead import MOST, Ahead
from bot.nlu import Understanding
from bot.store import Store

from .kit import A, raw, until
from .test_receiver import Polls, receiving

ANY: Any = object()


class Model:
    """Answers when told to; `answers` are those of the next texts, then all are understood."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers: list[Understanding | None] = []
        self.free = asyncio.Event()

    async def parse(self, text: str) -> Understanding | None:
        self.asked.append(text)
        await self.free.wait()
        return self.answers.pop(0) if self.answers else ANY


async def test_what_was_begun_is_asked_once() -> None:
    model = Model()
    ahead = Ahead(model)
    ahead.begin("dag")
    ahead.begin("dag")
    await asyncio.sleep(0)
    assert model.asked == ["dag"]
    model.free.set()
    assert await ahead.parse("dag") is ANY
    assert model.asked == ["dag"]
    assert await ahead.parse("dag") is ANY  # the next one to say it
    assert model.asked == ["dag", "dag"]


async def test_a_button_makes_room_for_what_is_asked() -> None:
    model = Model()
    ahead = Ahead(model)
    for number in range(MOST + 1):
        ahead.begin(f"knop {number}")
        ahead.let_go(f"knop {number}")
    assert len(model.asked) == MOST + 1
    model.free.set()
    assert await ahead.parse("knop 0") is ANY  # typed by somebody else, to no question
    assert model.asked[-1] == "knop 0"


async def test_what_was_unsure_is_asked_again() -> None:
    model = Model()
    model.answers, ahead = [None], Ahead(model)
    model.free.set()
    ahead.begin("dag")
    await asyncio.gather(*ahead._asked.values())
    assert await ahead.parse("dag") is ANY
    assert model.asked == ["dag", "dag"]


async def test_who_waits_for_a_slow_model_waits_for_one_answer() -> None:
    """A reply to danger waits for it too, and no longer than without this."""
    model = Model()
    model.answers, ahead = [None], Ahead(model)
    ahead.begin("dag")
    waiting = asyncio.create_task(ahead.parse("dag"))
    await asyncio.sleep(0)
    model.free.set()
    assert await waiting is None
    assert model.asked == ["dag"]


async def test_words_that_nobody_asks_for_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.ahead.KEPT", 0)
    model = Model()
    model.free.set()
    ahead = Ahead(model)
    ahead.begin("dag")
    await until(lambda: not ahead._asked)
    assert await ahead.parse("dag") is ANY
    assert model.asked == ["dag", "dag"]


async def test_a_crowd_waits() -> None:
    model = Model()
    ahead = Ahead(model)
    texts = [str(number) for number in range(MOST + 1)]
    for text in texts:
        ahead.begin(text)
    await asyncio.sleep(0)
    assert model.asked == texts[:-1]
    model.free.set()
    assert await ahead.parse(texts[-1]) is ANY
    assert model.asked == texts


async def test_texts_of_private_chats_alone(store: Store) -> None:
    came: list[str] = []
    group = raw(3, A, "van een groep")
    group["message"]["chat"] |= {"id": -5, "type": "group"}
    updates = [raw(1, A, "dag"), raw(2, A, "/help"), group]
    one = receiving(store, Polls(updates))
    one._came = came.append
    await one._once(0)
    assert came == ["dag"]
