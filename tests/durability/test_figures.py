"""Each figure that an operator reads says what the rows say, under every label."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import outbox
from bot.channel import Gone, Later, Refused, Say, Unreachable
from bot.clock import FixedClock
from bot.lifecycle import LIVE, OFFERED, OVER
from bot.metrics import LATE, URGENCIES, Metrics
from bot.sender import Sender
from bot.store import Store
from bot.store.tables import Chat, Handoff, Message, Person, Resident, Timer, Update

from .kit import NOW, A, B, C, Instant, Wire, came, receive, until

MINUTE = timedelta(minutes=1)
type Sample = tuple[str, tuple[str, ...]]


def gauges(metrics: Metrics) -> dict[Sample, float]:
    """Every gauge of ours: its name and its labels, and what it says."""
    return {
        (sample.name.removeprefix("goeiedag_"), tuple(sample.labels.values())): sample.value
        for family in metrics.registry.collect()
        if family.type == "gauge"
        for sample in family.samples
    }


def of_each(name: str, labels: Iterable[str], found: dict[str, float]) -> dict[Sample, float]:
    """A gauge under each of its labels; 0 where nothing is found."""
    return {(name, (label,)): found.get(label, 0.0) for label in labels}


async def somebody(session: AsyncSession, chat: int) -> int:
    session.add(Chat(id=chat, send_urgency=9))
    await session.flush()
    who = Person(chat_id=chat, language="nl", created_at=NOW, seen_at=NOW)
    session.add(who)
    await session.flush()
    return who.id


async def _waits(session: AsyncSession, chat: int, urgency: int, minutes: int, state: str) -> None:
    row = await outbox.put(session, chat, Say("dag"), NOW - minutes * MINUTE, urgency=urgency)
    await session.execute(update(Message).where(Message.id == row).values(state=state))


async def test_without_a_row_every_gauge_is_nought(store: Store) -> None:
    metrics = Metrics()
    await metrics.text(store, NOW)
    found = gauges(metrics)
    assert found.pop(("database_up", ())) == 1
    assert set(found.values()) == {0.0}
    assert len(found) == 7 + 2 * len(URGENCIES) + 2 * len((OFFERED, *LIVE)) - 1


async def test_every_gauge_under_every_label(store: Store) -> None:
    await receive(store, came(1, A), came(2, B), came(3, C), came(4, C))
    async with store.write() as session:
        old = NOW - 3 * MINUTE
        await session.execute(update(Update).where(Update.update_id == 2).values(received_at=old))
        aside = update(Update).where(Update.update_id == 3)
        await session.execute(aside.values(state="aside", received_at=NOW - 9 * MINUTE))
        done = update(Update).where(Update.update_id == 4)
        await session.execute(done.values(state="done", received_at=NOW - 9 * MINUTE))
        for chat, urgency, minutes, state in (
            (A, 0, 1, "queued"), (A, 1, 2, "queued"), (B, 1, 4, "sending"), (C, 2, 8, "queued"),
            (A, 0, 30, "sent"), (B, 1, 30, "failed"), (C, 2, 30, "superseded"),
            (C, 2, 30, "cancelled"),
        ):  # fmt: skip
            await _waits(session, chat, urgency, minutes, state)
    await _people(store)
    metrics = Metrics()
    await metrics.text(store, NOW)
    seconds = {"crisis": 60.0, "answer": 240.0, "greeting": 480.0}
    states = (OFFERED, *LIVE)
    ages = {state: 60.0 * (2 + place) for place, state in enumerate(states)}
    assert gauges(metrics) == {
        ("inbox_waiting", ()): 2,
        ("inbox_oldest_seconds", ()): 180,
        ("inbox_aside", ()): 1,
        **of_each("outbox_waiting", URGENCIES.values(), {"crisis": 1, "answer": 2, "greeting": 1}),
        **of_each("outbox_oldest_seconds", URGENCIES.values(), seconds),
        ("contacts_due", ()): 3,
        ("contacts_late", ()): 1,
        ("timers_due", ()): 2,
        **of_each("handoffs", states, dict.fromkeys(states, 2.0)),
        **of_each("handoff_oldest_seconds", states, ages),
        ("database_up", ()): 1,
    }


async def _people(store: Store) -> None:
    """First words, timers and handoffs: those that are due, and others beside them."""
    due = (NOW, NOW - LATE + MINUTE, NOW - LATE, NOW + MINUTE, None)
    async with store.write() as session:
        for number, at in enumerate(due):
            who = await somebody(session, 7_000 + number)
            session.add(Resident(person_id=who, days="mo", unanswered=0, next_contact_at=at))
        for at, done_at in ((NOW, None), (NOW - MINUTE, None), (NOW, NOW), (NOW + MINUTE, None)):
            session.add(Timer(kind="silence", due_at=at, expects={}, done_at=done_at))
        whose = await somebody(session, 7_100)
        for place, state in enumerate((OFFERED, *LIVE, *OVER)):
            for more in (0, 1):  # the older one is the one whose age is told
                at = NOW - (1 + place + more) * MINUTE
                opened = None if state == OFFERED else at
                offered = at if state == OFFERED else at - 60 * MINUTE
                session.add(
                    Handoff(
                        person_id=whose, language="nl", state=state, text_hash="x", version=1,
                        offered_at=offered, offer_expires_at=NOW, opened_at=opened,
                    )
                )  # fmt: skip


OUTCOMES = {
    "later": Later(1),
    "unreachable": Unreachable("network"),
    "refused": Refused("bad request"),
    "gone": Gone("forbidden"),
    "sent": None,
}


@pytest.mark.parametrize("outcome", OUTCOMES)
async def test_every_attempt_to_send_is_counted_by_its_outcome(
    store: Store, instant: Instant, outcome: str
) -> None:
    wire = Wire(instant)
    wire.answers = [OUTCOMES[outcome]]
    metrics = Metrics()
    async with store.write() as session:
        await outbox.put(session, A, Say("dag"), NOW)
    sender = Sender(
        store, wire, FixedClock(NOW), timer=instant.timer, pause=instant.pause, metrics=metrics
    )
    await sender.send_some()
    counted = {
        name: metrics.registry.get_sample_value("goeiedag_sends_total", {"outcome": name})
        for name in OUTCOMES
    }
    assert counted == {name: 1.0 if name == outcome else None for name in OUTCOMES}


async def test_how_long_a_message_waited_is_told_by_its_urgency(
    store: Store, instant: Instant
) -> None:
    wire = Wire(instant)
    metrics = Metrics()
    async with store.write() as session:
        for chat, urgency in zip((A, B, C), URGENCIES, strict=True):
            at = NOW - (1 + urgency) * MINUTE
            await outbox.put(session, chat, Say("dag"), at, urgency=urgency)
    sender = Sender(
        store, wire, FixedClock(NOW), timer=instant.timer, pause=instant.pause, metrics=metrics
    )
    while await sender.send_some():
        pass
    await until(lambda: len(wire.sent) == 3)
    sample = metrics.registry.get_sample_value
    for urgency, name in URGENCIES.items():
        of = {"urgency": name}
        assert sample("goeiedag_delivery_seconds_count", of) == 1
        assert sample("goeiedag_delivery_seconds_sum", of) == 60 * (1 + urgency)
