"""Sends what the outbox holds, within Telegram's limits: 30 messages a second in all, about one a
second to a chat with a small burst, and a halt for as long as a 429 asks."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from datetime import timedelta

from bot import outbox
from bot.channel import Answer, Channel, Later, Refused, SendError
from bot.clock import Clock
from bot.store import Store

log = logging.getLogger(__name__)


class Sender:
    def __init__(
        self,
        store: Store,
        channel: Channel,
        clock: Clock,
        *,
        per_second: float = 28,
        at_once: int = 25,
    ) -> None:
        self._store, self._channel, self._clock = store, channel, clock
        self._per_second, self._at_once = per_second, at_once
        self._tokens, self._filled = per_second, 0.0
        self._halt_until = 0.0
        self._recent: OrderedDict[int, float] = OrderedDict()  # chat -> end of its paid-off time
        self.wake = asyncio.Event()

    async def run(self) -> None:
        """Sends for ever; `wake` shortens the wait for something to send."""
        while True:
            self.wake.clear()
            if not await self.send_some():
                try:
                    async with asyncio.timeout(0.5):
                        await self.wake.wait()
                except TimeoutError:
                    pass

    async def send_some(self) -> int:
        """One batch. Returns how many messages were tried."""
        allowed = await self._allowance()
        batch = await outbox.take(self._store, self._clock.now(), min(self._at_once, allowed))
        self._tokens -= len(batch)
        await asyncio.gather(*(self._send(one) for one in batch))
        return len(batch)

    async def _allowance(self) -> int:
        """Waits until at least one message may leave; a token bucket on real time."""
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            self._tokens = min(
                self._per_second, self._tokens + (now - self._filled) * self._per_second
            )
            self._filled = now
            wait = max(self._halt_until - now, (1 - self._tokens) / self._per_second)
            if wait <= 0:
                return int(self._tokens)
            await asyncio.sleep(wait)

    async def _send(self, one: outbox.Leaving) -> None:
        try:
            message_id = await self._channel.send(one.chat_id, one.outgoing)
        except SendError as error:
            if isinstance(error, Later):
                self._halt_until = asyncio.get_running_loop().time() + error.seconds
            log.warning("message %d not sent: %s", one.id, error.kind)
            await outbox.unsent(self._store, one, error, self._clock.now())
        except Exception as error:
            # a message that we cannot even build will never leave: it must not hold up the others
            log.error("message %d cannot be sent: %s", one.id, type(error).__name__)
            await outbox.unsent(self._store, one, Refused(type(error).__name__), self._clock.now())
        else:
            gap = timedelta() if isinstance(one.outgoing, Answer) else self._gap(one.chat_id)
            await outbox.sent(self._store, one, message_id, self._clock.now(), gap)

    def _gap(self, chat_id: int) -> timedelta:
        """How long the chat rests: nothing within a burst of three, then a second a message."""
        now = asyncio.get_running_loop().time()
        paid = max(now, self._recent.pop(chat_id, 0.0)) + outbox.CHAT_GAP.total_seconds()
        self._recent[chat_id] = paid
        while len(self._recent) > 10_000:
            self._recent.popitem(last=False)
        return timedelta(seconds=max(0.0, paid - now - outbox.BURST + 1))
