"""Telegram's limits on sending, on real time: about one message a second in a chat, thirty a
second in all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from time import monotonic

from bot.phones.errors import too_many


@dataclass(slots=True)
class _Bucket:
    """Holds `size` sends and refills at `rate` a second; negative is a debt to wait for."""

    size: float
    rate: float
    level: float
    seen: float

    def refill(self, now: float) -> None:
        self.level = min(self.size, self.level + (now - self.seen) * self.rate)
        self.seen = now

    def wait(self, cost: int) -> float:
        return max(0.0, (min(cost, self.size) - self.level) / self.rate)


class Limits:
    """Counts sends and refuses with 429. A refused chat is shut until its time has passed,
    whatever is tried.
    """

    def __init__(
        self,
        *,
        on: bool = True,
        burst: int = 5,
        per_second: float = 1.0,
        overall: int = 30,
        now: Callable[[], float] = monotonic,
    ) -> None:
        self.on = on
        self._burst = burst
        self._per_second = per_second
        self._now = now
        self._overall = _Bucket(overall, overall, overall, now())
        self._chats: dict[int, _Bucket] = {}
        self._shut: dict[int, float] = {}

    def spend(self, chat_id: int, cost: int = 1) -> None:
        """Count `cost` messages to a chat, or refuse with 429."""
        if not self.on:
            return
        now = self._now()
        if (left := self._shut.get(chat_id, 0.0) - now) > 0:
            raise too_many(ceil(left))
        bucket = self._chats.setdefault(chat_id, self._fresh(chat_id, now))
        bucket.refill(now)
        self._overall.refill(now)
        wait = max(bucket.wait(cost), self._overall.wait(cost))
        if wait > 0:
            seconds = max(1, ceil(wait))
            self._shut[chat_id] = now + seconds
            raise too_many(seconds)
        bucket.level -= cost
        self._overall.level -= cost

    def _fresh(self, chat_id: int, now: float) -> _Bucket:
        """Groups have negative ids and allow twenty messages a minute."""
        size, rate = (20.0, 20 / 60) if chat_id < 0 else (float(self._burst), self._per_second)
        return _Bucket(size, rate, size, now)
