"""The sweep: every few seconds, what is due is done - timers and first words, oldest first."""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta

from bot import (
    appointments,
    calling_off,
    contacts,
    conversations,
    debriefs,
    due,
    erasure,
    himself,
    lapses,
    last_one,
    looked,
    may_come_again,
    menus,
    mornings,
    not_arrived,
    outbox,
    overview,
    people,
    recalled,
    retention,
    reviews,
    safety_timers,
    silences,
    timers,
    turnover,
    unreached,
    unwatched,
)
from bot.clock import Clock
from bot.house import House, Moment
from bot.outage import Outage
from bot.store import Store, passing
from bot.store.recall import part
from bot.store.tables import Handoff, Person, Resident, Timer

log = logging.getLogger(__name__)
LOOK_EVERY = timedelta(minutes=5)  # whether the night has come in which old rows are erased


class Sweep:
    def __init__(
        self, store: Store, house: House, clock: Clock, outage: Outage | None = None
    ) -> None:
        self._store, self._house, self._clock = store, house, clock
        self._outage = outage or Outage()
        self.swept_at = time.monotonic()  # when it last got to its end
        self._to_wipe = False
        self._away: Exception | None = None  # of the timers of this round
        self._look_at = clock.now()

    async def once(self) -> int:
        """Does what is due now. Returns how much that was. An error stops only what it hit; where
        the database was away for some of it, that is raised when everything else is done."""
        count = 0
        while (done := await self._timers() + await self._contacts()) > 0:
            count += done
        if self._away is not None:
            raise self._away
        self.swept_at = time.monotonic()
        await self._retention()
        if self._to_wipe:  # tried at every tick, until nobody reads what was deleted
            self._to_wipe = not await self._store.wipe()
        return count

    async def _retention(self) -> None:
        """Once a night, by one process of all."""
        now = self._clock.now()
        if now < self._look_at <= now + LOOK_EVERY:  # later than that a wrong clock meant
            return
        self._look_at = now + LOOK_EVERY
        if await retention.take_night(self._store, self._house, now):
            await retention.clear(self._store, self._house, now)

    async def _timers(self) -> int:
        """One transaction a timer, so that a bad one undoes nothing but itself."""
        async with self._store.read() as session:
            waiting = [row.id for row in await timers.due(session, self._clock.now())]
        done, self._away = 0, None
        for timer_id in waiting:
            try:
                async with self._store.write() as session:
                    row = await session.get(Timer, timer_id, with_for_update=True)
                    if row is None or row.done_at is not None:
                        continue
                    row.done_at = self._clock.now()
                    await session.flush()
                    await ring(Moment(session, self._house, self._clock.now()), row)
                done += 1  # it is committed
                self._to_wipe = self._to_wipe or row.kind == "last_traces"
            except Exception as error:
                if passing(error):  # no fault of the timer's: it is tried at every tick
                    self._outage.tell(error)
                    self._away = error
                    continue
                log.error("timer %d failed: %s", timer_id, type(error).__name__)
                await self._try_later(timer_id)
        return done

    async def _try_later(self, timer_id: int) -> None:
        """Counts the failure; after three the timer is given up, and the log has said so."""
        async with self._store.write() as session:
            row = await session.get(Timer, timer_id)
            if row is None:
                return
            row.attempts += 1
            if row.attempts >= timers.MAX_ATTEMPTS:
                row.done_at = self._clock.now()

    async def _contacts(self) -> int:
        """One batch of first words in one transaction. Where one fails, nothing of it is kept, and
        each is done by itself."""
        try:
            async with self._store.write() as session:
                moment = Moment(session, self._house, self._clock.now())
                batch = await due.batch(moment)
                for row, person in batch:
                    await _greet(moment, row, person)
            return len(batch)
        except Exception as error:
            if passing(error):
                raise
            return await self._one_by_one()

    async def _one_by_one(self) -> int:
        """One that fails undoes only itself."""
        async with self._store.write() as session:
            moment = Moment(session, self._house, self._clock.now())
            batch = await due.batch(moment)
            for row, person in batch:
                try:
                    async with part(session):
                        await _greet(moment, row, person)
                except Exception as error:
                    log.error("a contact failed: %s", type(error).__name__)
                    await contacts.try_later(moment, person.id)
        return len(batch)

    async def next_due(self) -> datetime | None:
        """When there will be something to do, for a clock that is moved by hand."""
        async with self._store.read() as session:
            moment = Moment(session, self._house, self._clock.now())
            instants = [await timers.next_due(session), await contacts.next_due(moment)]
        return min((i for i in instants if i is not None), default=None)


async def _greet(moment: Moment, row: Resident, person: Person) -> None:
    slot = await contacts.begin(moment, row, person)
    if slot is not None:
        await conversations.greet(moment, person, slot)


async def ring(moment: Moment, timer: Timer) -> None:
    """Carries out one timer, if what it belongs to is still as it expects."""
    if timer.kind == "take_back":
        await recalled.late(moment, timer.expects.get("rows", []))
    elif timer.kind == outbox.UNDELIVERED:
        row, changed = timer.expects.get("row", 0), timer.expects.get("mended", False)
        await not_arrived.came_back(moment, row, changed)
    elif timer.kind == outbox.UNSHOWN:
        await menus.again(moment, timer.expects.get("row", 0))
    elif timer.kind == "last_traces":
        await erasure.last_traces(moment, timer.expects["chat"])
    elif timer.kind == reviews.ENDS:
        await reviews.end(moment, timer.expects["review"])
    elif timer.kind == appointments.TIMER:
        await appointments.ring(moment, timer.expects)
    elif timer.kind == calling_off.WORD:
        await calling_off.ring(moment, timer)
    elif timer.kind == may_come_again.TIMER:
        await may_come_again.ring(moment, timer.expects)
    elif timer.kind == last_one.TIMER:
        await last_one.ring(moment, timer.expects["since"])
    elif timer.kind == "silence" and timer.person_id is not None:
        await _silence(moment, timer)
    elif timer.kind in silences.KINDS:
        await _ladder(moment, timer)
    elif (
        timer.kind
        in (
            *safety_timers.TIMERS,
            looked.TIMER,
            debriefs.TIMER,
            himself.TIMER,
            mornings.OVERVIEW,
            outbox.UNREACHED,
            last_one.BEGINS,
            turnover.RESTS,
        )
        and timer.person_id is not None
    ):
        person = await moment.session.get(Person, timer.person_id)
        if person is not None:
            await _person(moment, timer, person)
    elif timer.handoff_id is not None:
        handoff = await moment.session.get(Handoff, timer.handoff_id, with_for_update=True)
        if handoff is not None and handoff.state == timer.expects.get("state"):
            await lapses.ring(moment, timer.kind, timer.expects, handoff)


async def _person(moment: Moment, timer: Timer, person: Person) -> None:
    if timer.kind == debriefs.TIMER:
        await debriefs.unanswered(moment, person, timer.expects["handoff"])
    elif timer.kind == himself.TIMER:
        await himself.unanswered(moment, person)
    elif timer.kind == mornings.OVERVIEW:
        await overview.ring(moment, person)
    elif timer.kind == outbox.UNREACHED and person.role == people.COORDINATOR:
        await unwatched.ring(moment, person)
    elif timer.kind == outbox.UNREACHED:
        await unreached.ring(moment, person, timer.expects.get("duty", False))
    elif timer.kind == turnover.RESTS:
        await turnover.rests_on(moment, person)
    elif timer.kind == last_one.BEGINS:
        await last_one.begins(moment, person)
    elif timer.kind == looked.TIMER:
        await looked.ring(moment, person, timer.expects)
    else:
        await safety_timers.ring(moment, person, timer.kind, timer.expects)


async def _ladder(moment: Moment, timer: Timer) -> None:
    """A long silence of somebody who chose a worry contact."""
    begins = await silences.ring(moment, timer)
    person = await moment.session.get(Person, timer.person_id) if begins else None
    if begins is not None and person is not None:
        await conversations.begin(moment, person, begins, purpose="greeting")


async def _silence(moment: Moment, timer: Timer) -> None:
    """A silence that says something waits for the end of quiet hours."""
    person = await moment.session.get(Person, timer.person_id)
    if person is None:
        return
    awake = moment.house.quiet.after(moment.now, moment.house.zone)
    if awake > moment.now:
        await timers.plan(moment.session, "silence", awake, person_id=person.id, **timer.expects)
        return
    await conversations.fell_silent(moment, person, timer.expects)
