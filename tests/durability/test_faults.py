"""What goes wrong around the bot: the Bot API, the language model, a poisonous update. Each time
nothing is lost, order holds, the rest goes on, and the fault stands in the metrics and in one log
line. So it does with the database: `test_database_faults`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot import worker
from bot.listening import Listener
from bot.nlu import NluClient
from bot.phones import Phone, World
from bot.phones.faults import Fault
from bot.safety import load_rules
from bot.settings import Settings
from bot.store import Store

from . import child
from .kit import NOW
from .steps import (
    ANA,
    BEA,
    CLO,
    SAID,
    Bot,
    Watched,
    all_is_there,
    all_write,
    answered,
    answers,
    sent,
)
from .test_calls import answering
from .test_receiver import CLOSED

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
    await all_write(store, phones_)
    await bot.goes_on(lambda: answered(phones_) and not phones_.faults.ordered)
    await bot.comes_to_rest(store)
    await all_is_there(store, phones_)
    assert bot.tried[0] == CLO, "danger is answered first"
    arrived = sent(phones_)
    twice = arrived.total() - len(arrived)
    assert twice == (1 if fault.kind == "drop_after" and fault.method == "sendMessage" else 0)
    watched.is_told(line, fault.times if fault.method == "sendMessage" else 1)
    if fault.method == "sendMessage":
        outcome = "later" if fault.code == 429 else "unreachable"
        assert watched.counted("sends_total", outcome=outcome) == fault.times
    assert watched.counted("sends_total", outcome="sent") == len(arrived)


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
            whole, concern, doubts = await listener.hear_all(
                ["een twee", "je veux mourir"], "fr", NOW
            )
            assert whole.intent is None
            assert not doubts
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
