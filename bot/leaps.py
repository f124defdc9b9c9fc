"""The machine's clock may be set while the bot runs, or may have stood wrong before.

Ahead is harmless: leases end early, and whoever lost one notices. Back is not: an instant that was
written by the wrong clock lies far ahead, and a chat or a message would wait for it for hours. So
at the start, and whenever the clock went back, what lies further ahead than anything of ours can is
brought to now.

Instants here are real time: they are about processes, not about people.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import delete, select, update

from bot import departures
from bot.inbox import real_now
from bot.store import Store
from bot.store.chats import POLLING
from bot.store.tables import Chat, Lease, Message

log = logging.getLogger(__name__)
LOOK_EVERY = 10.0  # seconds
LEAP = 5.0  # seconds; less is the machine's own correction
WAITS = timedelta(seconds=90)  # longer than any pause or lease of ours
HALTS = timedelta(minutes=61)  # Telegram's longest, as we take it


class Leaps:
    """Compares the clock with time that only passes. `wall` and `passed` are seconds of each."""

    def __init__(
        self,
        store: Store,
        wall: Callable[[], float] = time.time,
        passed: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store, self._wall, self._passed = store, wall, passed
        self._apart: float | None = None

    async def run(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(LOOK_EVERY)

    async def look(self) -> None:
        before, self._apart = self._apart, self._wall() - self._passed()
        leap = 0.0 if before is None else self._apart - before
        if abs(leap) > LEAP:
            way = "ahead" if leap > 0 else "back"
            log.warning("the clock was set %s by %.0f seconds", way, abs(leap))
        if before is None or leap < -LEAP:
            await mend(self._store)


async def mend(store: Store) -> None:
    """Ends what a clock that stood wrong made wait. Where all is well this changes nothing."""
    now = real_now()
    over = now - timedelta(seconds=1)
    async with store.write() as session:
        await session.execute(
            delete(Lease).where(Lease.name == departures.HALT, Lease.until > now + HALTS)
        )
        await session.execute(
            update(Lease).where(Lease.name == POLLING, Lease.until > now + WAITS).values(until=over)
        )
        halt = select(Lease.name).where(Lease.name == departures.HALT, Lease.until > now).exists()
        late = now + WAITS
        await session.execute(
            update(Message)
            .where(Message.state == "sending", Message.leaving_until > late)
            .values(leaving_until=now)
        )
        await session.execute(
            update(Chat).where(Chat.busy_until > late).values(busy_until=over, ready_at=now)
        )
        await session.execute(update(Chat).where(Chat.ready_at > late).values(ready_at=now))
        await session.execute(update(Chat).where(Chat.send_at > late, ~halt).values(send_at=now))
