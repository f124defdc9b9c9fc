"""What Prometheus reads: how fast, how much waits, what goes wrong. Numbers alone, of nobody."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.lifecycle import LIVE, OFFERED
from bot.store import Store
from bot.store.tables import Handoff, Message, Resident, Timer, Update

FAST = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)  # seconds
SLOW = (0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800)
LATE = timedelta(minutes=10)
MEASURED_WITHIN = 10.0  # seconds
URGENCIES = {0: "crisis", 1: "answer", 2: "greeting"}
STATES = (OFFERED, *sorted(LIVE))


class Metrics:
    """One of each a process. The gauges are of the whole database, whichever process is asked."""

    def __init__(self, *, of_process: bool = False) -> None:
        self.registry = registry = CollectorRegistry()
        if of_process:  # memory, CPU, open files
            ProcessCollector(registry=registry)

        def histogram(name: str, about: str, steps: tuple[float, ...], *labels: str) -> Histogram:
            return Histogram(f"goeiedag_{name}", about, labels, registry=registry, buckets=steps)

        def counter(name: str, about: str, *labels: str) -> Counter:
            return Counter(f"goeiedag_{name}", about, labels, registry=registry)

        def gauge(name: str, about: str, *labels: str) -> Gauge:
            return Gauge(f"goeiedag_{name}", about, labels, registry=registry)

        self.turns = histogram("turn_seconds", "Taking a chat's turn, to its commit", FAST)
        self.parses = histogram("nlu_seconds", "Asking the language model", FAST, "outcome")
        self.deliveries = histogram(
            "delivery_seconds", "From queueing a message until Telegram has it", SLOW, "urgency"
        )
        self.sends = counter("sends", "Attempts to send a message", "outcome")
        self.faults = counter("faults", "Warnings and errors in the log", "event")
        self._waiting = gauge("inbox_waiting", "Updates that wait for their turn")
        self._oldest = gauge("inbox_oldest_seconds", "How long the oldest of them waits")
        self._aside = gauge("inbox_aside", "Updates that were set aside as unreadable")
        self._queued = gauge("outbox_waiting", "Messages that wait to leave", "urgency")
        self._queued_since = gauge("outbox_oldest_seconds", "How long the oldest waits", "urgency")
        self._due = gauge("contacts_due", "First words that are due now")
        self._late = gauge("contacts_late", "First words that are due for 10 minutes or more")
        self._timers = gauge("timers_due", "Timers that are due now")
        self._handoffs = gauge("handoffs", "Handoffs that are not over", "state")
        self._handoff_age = gauge("handoff_oldest_seconds", "Age of the oldest of them", "state")
        self.up = gauge("database_up", "1 when the figures of the database could be read")

    async def text(self, store: Store, now: datetime) -> bytes:
        """Everything, in Prometheus's format. A database that is away is a figure, no error."""
        try:
            async with asyncio.timeout(MEASURED_WITHIN), store.read() as session:
                await self._measure(session, now)
            self.up.set(1)
        except Exception:
            self.up.set(0)
        return generate_latest(self.registry)

    async def _measure(self, session: AsyncSession, now: datetime) -> None:
        await self._inbox(session, now)
        await self._outbox(session, now)
        await self._people(session, now)

    async def _inbox(self, session: AsyncSession, now: datetime) -> None:
        waits = and_(Update.state == "new", Update.chat_id.is_not(None))
        found = await session.execute(
            select(func.count(Update.update_id), func.min(Update.received_at)).where(waits)
        )
        count, since = found.one()
        self._waiting.set(count)
        self._oldest.set(age(since, now))
        aside = select(func.count(Update.update_id)).where(Update.state == "aside")
        self._aside.set(await session.scalar(aside) or 0)

    async def _outbox(self, session: AsyncSession, now: datetime) -> None:
        rows = await session.execute(
            select(Message.urgency, func.count(Message.id), func.min(Message.created_at))
            .where(Message.state.in_(("queued", "sending")))
            .group_by(Message.urgency)
        )
        found = {urgency: (count, since) for urgency, count, since in rows}
        for urgency, name in URGENCIES.items():
            count, since = found.get(urgency, (0, None))
            self._queued.labels(name).set(count)
            self._queued_since.labels(name).set(age(since, now))

    async def _people(self, session: AsyncSession, now: datetime) -> None:
        due = select(func.count(Resident.person_id)).where(Resident.next_contact_at <= now)
        self._due.set(await session.scalar(due) or 0)
        late = due.where(Resident.next_contact_at <= now - LATE)
        self._late.set(await session.scalar(late) or 0)
        timers = select(func.count(Timer.id)).where(Timer.due_at <= now, Timer.done_at.is_(None))
        self._timers.set(await session.scalar(timers) or 0)
        since = func.min(func.coalesce(Handoff.opened_at, Handoff.offered_at))
        rows = await session.execute(
            select(Handoff.state, func.count(Handoff.id), since)
            .where(Handoff.state.in_(STATES))
            .group_by(Handoff.state)
        )
        found = {state: (count, oldest) for state, count, oldest in rows}
        for state in STATES:
            count, oldest = found.get(state, (0, None))
            self._handoffs.labels(state).set(count)
            self._handoff_age.labels(state).set(age(oldest, now))


def age(since: datetime | None, now: datetime) -> float:
    """Seconds since then; 0 for nothing."""
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())
