"""What a database that came back from a copy may not know: that she has taken back her yes since,
and that she has written. So nobody reads along on a yes that may be over, and no silence is told of
that was none."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from bot import people, withdrawals, worry_contacts
from bot.handoff_texts import SHARED_NO_MORE
from bot.house import House, Moment
from bot.lifecycle import HELD
from bot.store import Store
from bot.store.tables import Handoff, Person


async def settle(store: Store, house: House, now: datetime) -> int:
    """Before anything runs on it. Returns how many talks ended; whoever was in one reads so."""
    async with store.write() as session:
        await session.execute(
            update(Person)
            .where(Person.role == people.RESIDENT, Person.seen_at < now)
            .values(seen_at=now)
        )
        talks = list(await session.scalars(select(Handoff.id).where(Handoff.state.in_(HELD))))
    for number in talks:
        async with store.write() as session:
            await _end(Moment(session, house, now), number)
    return len(talks)


async def _end(moment: Moment, number: int) -> None:
    talk = await moment.session.get_one(Handoff, number)
    resident = await moment.session.get_one(Person, talk.person_id)
    await withdrawals.withdraw(moment, resident, talk)
    await worry_contacts.tell_by_day(moment, resident, SHARED_NO_MORE, keyboard=())
