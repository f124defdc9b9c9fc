"""What goes wrong around the bot: the Bot API, the language model, the database. Each time nothing
is lost, order holds, the rest goes on, and the fault stands in the metrics and in one log line."""

from __future__ import annotations

import json
import logging
import re
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from bot import outbox, receiver, worker
from bot.clock import Clock
from bot.listening import Listener
from bot.logs import Faults, event
from bot.metrics import Metrics
from bot.nlu import NluClient
from bot.phones import Phone, World
from bot.phones.faults import Fault
from bot.receiver import Receiver
from bot.safety import load_rules
from bot.sender import Sender
from bot.settings import Settings
from bot.store import Store, passing, sqlite
from bot.store.session import sqlite_path
from bot.store.tables import Audit, Message, Update
from bot.telegram import Telegram
from bot.updates import parse
from bot.worker import Worker

from . import child
from .kit import NOTHING, NOW, A, Instant, came, put, receive, take_turn
from .test_calls import answering
from .test_kill import PEOPLE, TOKEN, phones
from .test_receiver import CLOSED

ANA, BEA, CLO = (one.id for one in PEOPLE[:3])
SAID = ("een", "twee", "drie")


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


@pytest.fixture
def watched(caplog: pytest.LogCaptureFixture) -> Iterator[Watched]:
    found = Watched(caplog)
    handler = Faults(lambda what: found.metrics.faults.labels(what).inc())
    logging.getLogger().addHandler(handler)
    yield found
    logging.getLogger().removeHandler(handler)


@pytest.fixture(autouse=True)
def decided(monkeypatch: pytest.MonkeyPatch) -> None:
    """One row of effect an update, and one answer a turn."""
    monkeypatch.setattr(worker, "answer", child.answer)
    monkeypatch.setattr(outbox, "CHAT_GAP", NOTHING)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch, instant: Instant) -> Instant:
    monkeypatch.setattr(receiver, "real_now", instant.now)
    return instant


class Bot:
    """Receiver, worker and sender, taken step by step, on time that a test moves."""

    def __init__(self, store: Store, telegram: Any, now: Instant, watched: Watched) -> None:
        self.now, clock = now, Clock()
        self.tried: list[int] = []
        really = telegram.send

        async def send(chat_id: int, outgoing: Any) -> int | None:
            self.tried.append(chat_id)
            number: int | None = await really(chat_id, outgoing)
            return number

        telegram.send = send
        self.receiver = Receiver(
            store, telegram, clock, NOTHING, frozenset(), lambda _: None, poll_seconds=0
        )
        self.worker = Worker(store, None, None, clock, parse)  # type: ignore[arg-type]
        self.worker._hear = child.hear.__get__(self.worker)  # type: ignore[method-assign]
        self.sender = Sender(
            store, telegram, clock, timer=now.timer, pause=now.pause, metrics=watched.metrics
        )

    def steps(self) -> list[Callable[[], Awaitable[Any]]]:
        return [lambda: self.receiver._once(0), self.worker.work_once, self.sender.send_some]

    async def goes_on(self, done: Callable[[], bool]) -> None:
        for _ in range(60):
            await self.receiver._once(0)
            while await self.worker.work_once():
                pass
            await self.sender.send_some()
            if done():
                return
            self.now.pass_(2)
        raise AssertionError("it never came to be")


@pytest.fixture
async def world(store: Store, now: Instant, watched: Watched) -> AsyncIterator[tuple[World, Bot]]:
    async with phones() as (load, api):
        telegram = Telegram(TOKEN, api)
        await telegram.start()
        yield load.world, Bot(store, telegram, now, watched)
        await telegram.close()


async def failed(step: Callable[[], Awaitable[Any]]) -> Exception | None:
    try:
        await step()
    except Exception as error:
        return error
    return None


def answers(world: World, chat: int) -> list[str]:
    return [one.body["text"] for one in world.ledger.chat(chat) if one.by_bot]


async def all_is_there(store: Store, chats: tuple[int, ...] = (ANA, BEA)) -> None:
    async with store.read() as session:
        assert set(await session.scalars(select(Update.state))) == {"done"}
        assert set(await session.scalars(select(Message.state))) == {"sent"}
        effects = list(await session.scalars(select(Audit).order_by(Audit.id)))
    for chat in chats:
        assert [row.action for row in effects if row.actor_id == chat] == list(SAID)


UNSENT = "message_not_sent"
API_FAULTS = {
    "429 to a message": (
        Fault("sendMessage", "error", code=429, retry_after=3),
        "message_not_sent",
    ),
    "500 to a message": (Fault("sendMessage", "error", code=500, times=2), UNSENT),
    "rubbish to a message": (Fault("sendMessage", "rubbish"), UNSENT),
    "a message unheard": (Fault("sendMessage", "drop_before"), UNSENT),
    "a message heard, no answer": (Fault("sendMessage", "drop_after"), UNSENT),
    "429 to a poll": (
        Fault("getUpdates", "error", code=429, retry_after=3),
        "polling_was_halted_by_telegram_for_seconds",
    ),
    "500 to a poll": (Fault("getUpdates", "error", code=500, times=3), "polling_failed"),
    "rubbish to a poll": (Fault("getUpdates", "rubbish"), "polling_failed"),
    "a poll heard, no answer": (Fault("getUpdates", "drop_after"), "polling_failed"),
    "409 to a poll": (
        Fault("getUpdates", "error", code=409, description="Conflict", times=3),
        "another_program_polls_with_this_token_or_a_webhook_is_set",
    ),
}


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("case", API_FAULTS)
async def test_the_bot_api(
    store: Store, world: tuple[World, Bot], watched: Watched, case: str
) -> None:
    fault, line = API_FAULTS[case]
    phones_, bot = world
    phones_.faults.order(Fault(**{n: getattr(fault, n) for n in Fault.__slots__}))
    for word in SAID:
        for chat in (ANA, BEA):
            Phone(phones_, chat).say(word)
    Phone(phones_, CLO).say("hallo")
    await put(store, CLO, "nood", urgency=outbox.CRISIS)

    def answered() -> bool:
        whole = [",".join(answers(phones_, chat)) for chat in (ANA, BEA)]
        return all(word in one for one in whole for word in SAID) and not phones_.faults.ordered

    await bot.goes_on(answered)
    while not await outbox.is_idle(store):
        bot.now.pass_(2)
        await bot.sender.send_some()
    await all_is_there(store)
    assert bot.tried[0] == CLO, "danger is answered first"
    sent = Counter((chat, said) for chat in (ANA, BEA) for said in answers(phones_, chat))
    sent.update((CLO, said) for said in answers(phones_, CLO))
    twice = sum(sent.values()) - len(sent)
    assert twice == (1 if fault.kind == "drop_after" and fault.method == "sendMessage" else 0)
    watched.is_told(line, fault.times if fault.method == "sendMessage" else 1)
    if fault.method == "sendMessage":
        outcome = "later" if fault.code == 429 else "unreachable"
        assert watched.counted("sends_total", outcome=outcome) == fault.times
    assert watched.counted("sends_total", outcome="sent") == len(sent)


MARK = "ab" * 32
# What the language model's server does: its status (0: it never answers) and what it says.
NLU_FAULTS: dict[str, tuple[int, bytes] | None] = {
    "down": None,
    "slow": (0, b""),
    "broken": (500, b"een"),
    "rubbish": (200, b"<html>een"),
    "no ranking": (200, json.dumps({"model": MARK, "intent_ranking": []}).encode()),
    "odd numbers": (
        200,
        json.dumps(
            {"model": MARK, "intent_ranking": [{"name": "x", "confidence": "nan"}]}
        ).encode(),
    ),
    "wrong model": (200, json.dumps({"model": "cd" * 32}).encode()),
}


@asynccontextmanager
async def nlu_that_is(fault: tuple[int, bytes] | None) -> AsyncIterator[NluClient]:
    """A client of a server with that fault."""
    async with answering(*(fault or (200, b""))) as url:
        client = NluClient(CLOSED if fault is None else url, fingerprint=MARK, timeout=0.2)
        try:
            yield client
        finally:
            await client.close()


@pytest.mark.parametrize("case", NLU_FAULTS)
async def test_the_language_model(watched: Watched, case: str) -> None:
    """A turn goes on without it, and danger is still heard; one line however often it is asked."""
    async with nlu_that_is(NLU_FAULTS[case]) as client:
        client.watch = lambda outcome, seconds: watched.metrics.parses.labels(outcome).observe(
            seconds
        )
        listener = Listener(load_rules(), client, Settings().zone)
        for _ in range(3):
            whole, concern = await listener.hear_all(["een twee", "je veux mourir"], "fr", NOW)
            assert whole.intent is None
            assert concern is not None
            assert (concern.intent, concern.level) == ("crisis_suicide", "act")
    outcome = "wrong_model" if case == "wrong model" else "no_answer"
    if case == "no ranking":
        outcome = "ok"
    assert watched.counted("nlu_seconds_count", outcome=outcome) == 9
    if outcome == "no_answer":
        watched.is_told("the_nlu_gives_no_answer")
    elif outcome == "wrong_model":
        watched.is_told("the_nlu_serves_another_model")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_database_that_is_locked(
    store: Store, instant: Instant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By another program, for longer than we wait: nobody is blamed, and nothing is lost."""
    path = sqlite_path(str(store.engine.url))
    await receive(store, came(1, A))
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT", 0.05)
    other = sqlite3.connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DBAPIError, match="locked") as locked:
        await receive(store, came(2))
    other.execute("ROLLBACK")
    other.close()
    assert passing(locked.value)
    await receive(store, came(2))
    assert await take_turn(store) == [1, 2]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_disk_that_is_full(store: Store, instant: Instant) -> None:
    await receive(store, came(1))
    async with store.read() as session:  # the connection that is used next
        connection = await session.connection()
        raw: Any = (await connection.get_raw_connection()).driver_connection
        pages = (await raw.execute_fetchall("PRAGMA page_count"))[0][0]
        await raw.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DBAPIError, match="full") as full:
        await receive(store, *(came(number, text="x" * 4000) for number in range(2, 200)))
    assert passing(full.value)
    async with store.engine.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        await raw.execute("PRAGMA max_page_count=1000000")
    await receive(store, came(300))
    taken = await take_turn(store)
    assert taken[0] == 1, "what was stored before is there"


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_database_that_restarts(
    store: Store, url: str, world: tuple[World, Bot], watched: Watched
) -> None:
    """Every connection is cut in the middle of the work; it goes on with new ones."""
    phones_, bot = world
    cut = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    other, errors = Store.open(url), list[Exception]()
    for word in SAID:
        for chat in (ANA, BEA):
            Phone(phones_, chat).say(word)
        for _ in range(3):
            async with other.read() as session:
                await session.execute(cut)
            errors += [error for error in [await failed(one) for one in bot.steps()] if error]
    assert all(map(passing, errors)), errors
    await other.close()
    await bot.goes_on(
        lambda: all(
            word in ",".join(answers(phones_, chat)) for chat in (ANA, BEA) for word in SAID
        )
    )
    while not await outbox.is_idle(store):
        bot.now.pass_(70)  # the lease of what was under way
        await bot.sender.send_some()
    await all_is_there(store)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_poisonous_update(
    store: Store, world: tuple[World, Bot], watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is set aside, told, and holds up neither its own chat nor another."""
    phones_, bot = world
    sorry: list[int] = []

    async def poisoned(moment: Any, chat_id: int, heard: Any) -> None:
        if any(one.text == "gif" for one in heard.incoming):
            raise ValueError("een twee drie")
        await child.answer(moment, chat_id, heard)

    async def said_sorry(chat_id: int) -> None:
        sorry.append(chat_id)

    monkeypatch.setattr(worker, "answer", poisoned)
    bot.worker._sorry = said_sorry  # type: ignore[method-assign]
    Phone(phones_, ANA).say("gif")
    for word in SAID:
        for chat in (ANA, BEA):
            Phone(phones_, chat).say(word)
    await bot.goes_on(lambda: "drie" in ",".join(answers(phones_, ANA)))
    assert sorry == [ANA]
    assert watched.told().count("an_update_was_set_aside_after_attempts") == 1
    assert watched.counted("faults_total", event="a_turn_failed_at") == 3
    figures = (await watched.metrics.text(store, NOW)).decode()
    assert "goeiedag_inbox_aside 1.0" in figures.splitlines()
    assert "een" not in "".join(one.getMessage() for one in watched.lines)
