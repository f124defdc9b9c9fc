"""Polls Telegram raw and stores what comes before it is acknowledged."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import consents, inbox, stopping
from bot.channel import Later, Unreachable
from bot.clock import Clock
from bot.inbox import Received, real_now
from bot.store import Store
from bot.store.chats import POLLING
from bot.store.leaving import LEASES
from bot.store.prepared import Prepared
from bot.store.tables import Lease, Person
from bot.telegram import POLL_SECONDS, PollingConflict, Telegram
from bot.updates import own_text_of, received, text_of
from bot.wishes import stops_sharing

log = logging.getLogger(__name__)
NUMBERS_LAST = 6 * 24 * 3600.0  # seconds without an update, then Telegram may number anew
LEASE = timedelta(seconds=POLL_SECONDS + 8)  # longer than a long poll, so that it never ends in one
OTHERS_LOOK_EVERY = 1.5  # so that another process polls within 30 s after this one died


def _held(insert: Any) -> Any:
    holder: Any = bindparam("me")
    until: Any = bindparam("until", type_=LEASES.c.until.type)
    over = LEASES.c.until < bindparam("now", type_=LEASES.c.until.type)
    return (
        insert(LEASES)
        .values(name=bindparam("name"), holder=holder, until=until)
        .on_conflict_do_update(
            index_elements=[LEASES.c.name],
            set_={"holder": holder, "until": until},
            where=or_(LEASES.c.holder == holder, over),
        )
        .returning(LEASES.c.holder)
    )


HELD = Prepared(_held)
HOLDER = Prepared(select(LEASES.c.holder).where(LEASES.c.name == bindparam("name")))


class Receiver:
    """One process polls at a time; the others wait for its lease to end."""

    def __init__(
        self,
        store: Store,
        telegram: Telegram,
        clock: Clock,
        settle: timedelta,
        stop_labels: frozenset[str],
        wake: Callable[[timedelta], None],
        *,
        came: Callable[[str], None] = lambda text: None,
        lease: timedelta = LEASE,
        poll_seconds: int = POLL_SECONDS,
    ) -> None:
        self._store, self._telegram, self._clock = store, telegram, clock
        self._settle, self._stop_labels, self._wake = settle, stop_labels, wake
        self._came = came  # is told of each text, ahead of its turn
        self._lease, self._poll_seconds = lease, poll_seconds
        self._until = datetime.min.replace(tzinfo=UTC)  # the end of our lease on polling
        self._me = secrets.token_hex(16)
        self._told: str | None = None  # what stands in the way of polling
        self._newest: int | None = None  # of those that this process polled and stored
        self._newest_at = 0.0
        self.holds = False  # whether it is this process that polls
        self.polled_at = time.monotonic()  # when Telegram last answered; at first: since when tried

    async def run(self) -> None:
        wait = 0.0
        while True:
            if wait:
                await asyncio.sleep(wait)
            wait = await self._once(wait)

    async def _once(self, waited: float) -> float:
        """Polls once. Returns how long to wait before the next time."""
        before, self.holds = self.holds, await self._hold()
        if not self.holds:
            return OTHERS_LOOK_EVERY
        try:
            if not before:
                self.polled_at, self._newest = time.monotonic(), None
            raw = await self._telegram.poll(self._offset(), self._poll_seconds)
        except Later as error:
            if self._news("halt"):
                log.warning("polling was halted by Telegram for %.0f seconds", error.seconds)
            return error.seconds
        except PollingConflict:
            # ours alone holds the lease, so somebody else uses the token, or a webhook is set
            if self._news("conflict"):
                log.error("another program polls with this token, or a webhook is set")
            return 5.0
        except Unreachable as error:
            if self._news("failure"):
                log.warning("polling failed: %s", error.kind)
            return min(30.0, max(1.0, waited * 2))
        if self._told is not None:
            log.info("polling works again")
        self._told, self.polled_at = None, time.monotonic()
        updates = [one for one in map(received, raw) if one is not None]
        new = await self.keep(updates)
        if updates:
            self._newest = max(one.update_id for one in updates)
            self._newest_at = time.monotonic()
        return 1.0 if raw and not new else 0.0  # nothing that could be acknowledged: no hot loop

    def _news(self, trouble: str) -> bool:
        """Whether that is another trouble than a moment ago: it is told once, however long."""
        before, self._told = self._told, trouble
        return trouble != before

    def _offset(self) -> int | None:
        """After what this process stored, which that acknowledges. None asks for everything that
        nobody acknowledged: at first, since by webhook a lower number may come after a higher one
        (what is stored already is known), and after a week of silence, when Telegram numbers
        anew: an old number would throw away what it has for us."""
        if self._newest is None or time.monotonic() - self._newest_at > NUMBERS_LAST:
            return None
        return self._newest + 1

    async def keep(self, updates: list[Received]) -> int:
        """Stores what is new, and wakes the workers. Returns how many that were."""
        if not updates:
            return 0
        for one in updates:
            if one.settles and one.chat_id is not None:
                self._came(text_of(one.raw))
        await asyncio.sleep(0)  # uvloop writes to sockets between rounds: the question leaves now
        async with self._store.write() as session:
            now = self._clock.now()
            new = set(await inbox.receive(session, updates, now, self._settle))
            for one in updates:
                if one.update_id in new:
                    await self._withdraw(session, one)
        for wait in {self._settle if one.settles else timedelta() for one in updates}:
            self._wake(wait)
        return len(new)

    async def _withdraw(self, session: AsyncSession, one: Received) -> None:
        """At receipt, ahead of what waits: from here on no shared word begins to leave."""
        text = own_text_of(one.raw)
        if stops_sharing(text, self._stop_labels):
            person = await session.scalar(select(Person.id).where(Person.chat_id == one.chat_id))
        else:
            person = await stopping.at_receipt(session, one.chat_id, text)
        if person is None:
            return
        for purpose in consents.SHARED:
            await consents.withdraw(session, person, purpose, self._clock.now())

    async def _hold(self) -> bool:
        """Takes the lease on polling or renews it, unless enough is left for one more long poll and
        half the time to spare: in a busy minute each poll is answered at once."""
        now, poll = real_now(), timedelta(seconds=self._poll_seconds)
        if self.holds and self._until - now >= poll + (self._lease - poll) / 2:
            return True
        until, before = now + self._lease, None
        async with self._store.write(brief=True) as session:
            if not self.holds:
                before = await HOLDER.scalar(session, name=POLLING)
            held = bool(await HELD(session, name=POLLING, me=self._me, until=until, now=now))
        if held:
            self._until = until
            if before not in (None, self._me):  # who stops in order leaves none
                log.warning("polling was taken over from a process that fell silent")
        return held

    async def let_go(self) -> None:
        """At a graceful stop: the next process need not wait for the lease to end."""
        async with self._store.write() as session:
            row = await session.get(Lease, POLLING)
            if row is not None and row.holder == self._me:
                await session.delete(row)
