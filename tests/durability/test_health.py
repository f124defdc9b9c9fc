"""What a process tells of itself over HTTP: alive, ready or not, and never a word of anybody."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from bot.clock import FixedClock
from bot.health import POLL_WITHIN, SWEEP_WITHIN, Health
from bot.metrics import Metrics
from bot.nlu import NluClient
from bot.receiver import Receiver
from bot.store import Store
from bot.store.tables import Handoff, Person, Resident
from bot.sweep import Sweep
from bot.web import create_app

from .kit import NOTHING, NOW, A, came, put, receive
from .test_receiver import CLOSED, Polls

HOUSE: Any = None


@pytest.fixture
async def health(store: Store) -> AsyncIterator[Health]:
    telegram: Any = Polls()
    clock = FixedClock(NOW)
    receiver = Receiver(store, telegram, clock, NOTHING, frozenset(), lambda _: None)
    nlu = NluClient(CLOSED)
    yield Health(store, receiver, Sweep(store, HOUSE, clock), nlu)
    await nlu.close()


async def test_figures_of_what_waits_and_of_nobody(health: Health, store: Store) -> None:
    await receive(store, came(1, text="je veux mourir"), came(2))
    await put(store, A, "geheim", urgency=0)
    async with store.write() as session:
        who = Person(chat_id=A, language="fr", name="Jeanne", created_at=NOW, seen_at=NOW)
        session.add(who)
        await session.flush()
        late = NOW - timedelta(minutes=30)
        session.add(Resident(person_id=who.id, days="mo", unanswered=0, next_contact_at=late))
        session.add(
            Handoff(
                person_id=who.id, language="fr", urgency="normal", state="open", text="geheim",
                text_hash="x", offered_at=late, offer_expires_at=NOW, opened_at=late, version=1,
            )
        )  # fmt: skip
    metrics = Metrics()
    measured = (await metrics.text(store, NOW + timedelta(seconds=60))).decode()
    for sample in (
        "goeiedag_inbox_waiting 2.0",
        "goeiedag_inbox_oldest_seconds 60.0",
        'goeiedag_outbox_waiting{urgency="crisis"} 1.0',
        "goeiedag_contacts_late 1.0",
        'goeiedag_handoffs{state="open"} 1.0',
        'goeiedag_handoff_oldest_seconds{state="open"} 1860.0',
        "goeiedag_database_up 1.0",
    ):
        assert sample in measured.splitlines(), measured
    for word in ("mourir", "geheim", "Jeanne", str(A)):
        assert not re.search(rf"(?<!\d){word}(?!\d)", measured)  # instants have many digits
    async with store.engine.connect() as connection:
        await connection.exec_driver_sql("DROP TABLE alerts")
        await connection.exec_driver_sql("DROP TABLE timers")
        await connection.commit()
    assert b"goeiedag_database_up 0.0" in await metrics.text(store, NOW)


async def asked(health: Health, path: str = "/readyz") -> httpx.Response:
    transport = httpx.ASGITransport(create_app(health))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as http:
        return await http.get(path)


async def test_ready_is_who_receives_sweeps_and_reaches_the_database(
    health: Health, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await asked(health, "/healthz")).text == "ok\n"
    before = await asked(health)
    assert before.status_code == 503  # nobody polls yet
    assert before.json()["receiver"] == {"ok": False, "mode": "polling", "here": False}
    await health.receiver._once(0)
    good = await asked(health)
    assert good.status_code == 200, good.text
    assert good.json()["nlu"] == {"ok": False, "state": "no answer"}  # ready without it
    other = Health(
        health.store,
        Receiver(health.store, HOUSE, FixedClock(NOW), NOTHING, frozenset(), lambda _: None),
        health.sweep,
        None,
    )
    assert (await asked(other)).json()["ready"]  # another process polls
    later = time.monotonic() + max(POLL_WITHIN, SWEEP_WITHIN) + 1
    monkeypatch.setattr("bot.health.time.monotonic", lambda: later)
    stale = await asked(health)
    assert stale.status_code == 503
    assert (stale.json()["receiver"]["ok"], stale.json()["sweep"]["ok"]) == (False, False)


async def test_a_database_that_is_away_is_told(health: Health) -> None:
    await health.receiver._once(0)
    async with health.store.engine.connect() as connection:
        await connection.exec_driver_sql("DROP TABLE leases")
        await connection.commit()
    told = await asked(health)
    assert told.status_code == 503
    assert told.json()["database"]["ok"] is False
    assert (await asked(health, "/healthz")).status_code == 200
