"""Sends what the outbox holds, within Telegram's limits: 30 messages a second in all, about one a
second to a chat with a small burst. A halt that a 429 asks for stands in the database, since it
holds for every process (`bot.departures`).

Messages leave side by side: a slow one holds up its own chat alone. A few places are kept for
crisis replies.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot import departures, outbox
from bot.channel import Answer, Channel, Clear, Delete, Menu, Refused, SendError, Unreachable
from bot.clock import Clock
from bot.departures import Arrival
from bot.eager import begun
from bot.metrics import URGENCIES, Metrics
from bot.outage import Outage
from bot.outbox import Leaving
from bot.store import Store, passing

log = logging.getLogger(__name__)
SAY_NOTHING = (Answer, Delete, Clear, Menu)  # Telegram's pace of a chat is that of its messages
LOOK_EVERY = 0.5  # seconds: other processes queue too
LANDING = 5.0  # seconds that messages under way are waited for at a stop


class Sender:
    """`timer` and `pause` are monotonic seconds and the wait for them; tests bring their own."""

    def __init__(
        self,
        store: Store,
        channel: Channel,
        clock: Clock,
        *,
        per_second: float = 28,
        at_once: int = 25,
        kept_for_crises: int = 5,
        timer: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        metrics: Metrics | None = None,
        outage: Outage | None = None,
    ) -> None:
        self._store, self._channel, self._clock = store, channel, clock
        self._in_all = self._per_second = per_second
        self._at_once, self._spare = at_once, kept_for_crises
        self._timer, self._pause = timer, pause
        self._metrics = metrics or Metrics()
        self._outage = outage or Outage(timer, pause)
        self._tokens, self._filled = per_second, timer()
        self._arrived_at = 0.0  # when a message last got through
        self._recent: OrderedDict[int, float] = OrderedDict()  # chat -> end of its paid-off time
        self._flying: dict[asyncio.Task[None], Leaving] = {}
        self._arrivals: list[Arrival] = []  # sent, and not written down yet
        self._writing = asyncio.Lock()
        self._emptied = False  # whether nothing more may leave until something wakes us
        self._runs = self._full = False
        self.wake = asyncio.Event()

    def share(self, processes: int) -> None:
        """Telegram's limit is the bot's, not a process's: each of them sends its part of it."""
        self._per_second = max(1.0, self._in_all / max(1, processes))

    async def run(self) -> None:
        """Sends for ever; `wake` shortens the wait for something to send. A database that is away
        ends nothing here: what arrived meanwhile is still to be written down."""
        self._runs = True
        try:
            while True:
                self.wake.clear()
                await self._outage.tried(self._launch)
                if self._emptied:
                    await self._rest()
        finally:
            self._runs = False
            await self._land()

    def may_leave(self, urgency: int) -> bool:
        """Whether a turn may have its answer leave at once: nothing waits that could not leave yet,
        and there is room for one of its urgency."""
        if not self._runs or self._full or not self._emptied:
            return False
        self._refill()
        room = self._at_once + (self._spare if urgency == outbox.CRISIS else 0)
        return self._tokens >= 1 and len(self._flying) < room

    async def leave(self, one: Leaving) -> None:
        """Sends what a turn marked as leaving, or hands it back where we are stopping."""
        if self._runs:
            self._fly(one)
        else:
            await self._hand_back([one])

    async def _land(self) -> None:
        """At a stop: what is under way may arrive for a while; the rest is handed back."""
        if self._flying:
            await asyncio.wait(self._flying, timeout=LANDING)
        left = dict(self._flying)
        for task in left:
            task.cancel()
        if left:
            await asyncio.wait(left)
        await self._hand_back(list(left.values()))

    async def _hand_back(self, left: list[Leaving]) -> None:
        try:
            await departures.hand_back(self._store, left)
        except Exception as error:  # their leases end by themselves
            log.warning("messages could not be handed back: %s", type(error).__name__)

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(LOOK_EVERY):
                await self.wake.wait()
        except TimeoutError:
            pass

    async def send_some(self) -> int:
        """One batch, to its end. Returns how many messages were tried."""
        started = await self._launch()
        if self._flying:
            await asyncio.wait(self._flying)
        return started

    async def _launch(self) -> int:
        """Starts what may leave now. Returns how many messages that is."""
        allowed = await self._allowance()
        free = self._at_once - len(self._flying)
        self._full = crisis_only = free <= 0
        most = min(allowed, free + self._spare if crisis_only else free)
        self._emptied = True
        if most <= 0:
            return 0
        batch = await self._taken(most, crisis_only)
        self._emptied = len(batch) < most
        self._outage.again(sum(one.again for one in batch))
        for one in batch:
            self._fly(one)
        return len(batch)

    def _fly(self, one: Leaving) -> None:
        self._tokens -= 1
        task = begun(self._send(one))
        self._flying[task] = one
        task.add_done_callback(self._landed)

    async def _taken(self, most: int, crisis_only: bool) -> list[Leaving]:
        """A stop that comes while the claim is being written waits for it, and hands back."""
        now = self._clock.now()
        taking = asyncio.ensure_future(
            departures.take(self._store, now, most, crisis_only=crisis_only)
        )
        try:
            return await asyncio.shield(taking)
        except asyncio.CancelledError:
            (taken,) = await asyncio.gather(taking, return_exceptions=True)
            if isinstance(taken, list):
                await self._hand_back(taken)
            raise

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.pop(task, None)
        if self._full:  # others wait for its place
            self.wake.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            # its lease ends, and it is sent again: at least once
            if isinstance(error, Exception) and passing(error):
                self._outage.tell(error)
            else:
                log.error("what was sent could not be written down: %s", type(error).__name__)

    async def _allowance(self) -> int:
        """Waits until messages may leave; a token bucket on real time. Where it is empty, a tenth
        of a second's worth leave together: claiming three costs as much as claiming one."""
        enough = max(1.0, self._per_second / 10)
        while True:
            self._refill()
            if self._tokens >= enough:
                return int(self._tokens)
            await self._pause(max((enough - self._tokens) / self._per_second, 0.001))

    def _refill(self) -> None:
        now = self._timer()
        more = (now - self._filled) * self._per_second
        self._tokens, self._filled = min(self._per_second, self._tokens + more), now

    async def _send(self, one: Leaving) -> None:
        await self._outage.written(self._store.on_disk)  # before a word of what was decided leaves
        try:
            message_id = await self._channel.send(one.chat_id, one.outgoing)
        except SendError as error:
            await self._not_sent(one, error)
        except Exception as error:
            # a message that we cannot even build will never leave: it must not hold up the others
            log.error("message %d cannot be sent: %s", one.id, type(error).__name__)
            await self._not_sent(one, Refused(type(error).__name__))
        else:
            self._arrived_at = self._timer()
            self._metrics.sends.labels("sent").inc()
            gap = timedelta() if isinstance(one.outgoing, SAY_NOTHING) else self._gap(one.chat_id)
            now = self._clock.now()
            waited = (now - one.queued_at).total_seconds()
            self._metrics.deliveries.labels(URGENCIES.get(one.urgency, "other")).observe(waited)
            await self._landing(Arrival(one, message_id, now, gap))

    async def _landing(self, arrival: Arrival) -> None:
        """SQLite has one writer at a time: those that land while another is written down share the
        next transaction."""
        if not self._store.is_sqlite:
            await self._ended(lambda: departures.arrived(self._store, [arrival]))
            return
        self._arrivals.append(arrival)
        async with self._writing:
            if arrival in self._arrivals:
                together, self._arrivals = self._arrivals, []
                try:
                    await self._ended(lambda: departures.arrived(self._store, together))
                except BaseException:  # each of the others tries for itself
                    self._arrivals += [one for one in together if one is not arrival]
                    raise

    async def _not_sent(self, one: Leaving, error: SendError) -> None:
        self._metrics.sends.labels(type(error).__name__.lower()).inc()
        log.warning("message %d not sent: %s", one.id, error.kind)
        others = self._timer() - self._arrived_at < 60 and self._arrived_at > 0
        give_up = isinstance(error, Unreachable) and others
        now = self._clock.now()
        await self._ended(lambda: departures.unsent(self._store, one, error, now, give_up))

    async def _ended(self, write: Callable[[], Awaitable[bool]]) -> None:
        """Writes down how a message ended. Where more waits for its chat, that may leave now."""
        if await self._outage.written(write):
            self.wake.set()

    def _gap(self, chat_id: int) -> timedelta:
        """How long the chat rests: nothing within a burst of three, then a second a message."""
        now, pace = self._timer(), outbox.CHAT_GAP.total_seconds()
        paid = max(now, self._recent.pop(chat_id, 0.0)) + pace
        self._recent[chat_id] = paid
        while len(self._recent) > 10_000:
            self._recent.popitem(last=False)
        return timedelta(seconds=max(0.0, paid - now - (outbox.BURST - 1) * pace))
