"""A database that is older than the file of erasures: whoever was erased since is erased again.

Our own `restore` does so before anything runs. A copy that was made otherwise (`pg_dump`, a
snapshot of a disk, a server that went back in time) comes without it, so each start looks, too.
"""

from __future__ import annotations

import logging
from datetime import datetime

from sqlalchemy import select, update

from bot import after_a_copy
from bot.erasure import erase_rows, last_traces
from bot.house import House, Moment
from bot.store import Store
from bot.store.erased import know, known
from bot.store.tables import Chat, Person, Update

log = logging.getLogger(__name__)


async def catch_up(store: Store, house: House, now: datetime) -> None:
    """At a start, before anything is read or sent. Raises KeyRingError as `apply_again` does."""
    if house.erasures is None or not (count := house.erasures.count()):
        return
    async with store.read() as session:
        knows = await known(session)
    if knows >= count:
        return
    again = await apply_again(store, house, now)
    await after_a_copy.settle(store, house, now)
    if again:
        log.warning("the database is older than the file of erasures; erased again: %d", again)


async def apply_again(store: Store, house: House, now: datetime) -> int:
    """Erases everybody again who was erased since the database was copied. Who came back after
    being erased, and is newer than that, stays.

    Returns how many people that were. Raises KeyRingError when the file is of another key ring.
    """
    erasures = house.erasures
    erased = erasures.all() if erasures is not None else {}
    if not erased or erasures is None:
        return 0
    async with store.read() as session:
        chats = list(await session.scalars(select(Chat.id)))
    again = 0
    for chat_id in chats:
        if (at := erased.get(erasures.mark(f"chat {chat_id}"))) is not None:
            async with store.write() as session:
                again += await _again(Moment(session, house, now), chat_id, at)
    async with store.write() as session:
        await know(session, erasures.count(), now)
    await store.wipe()
    return again


async def _again(moment: Moment, chat_id: int, at: datetime) -> bool:
    """Nothing that was waiting when she was erased is read or sent any more."""
    person = await moment.session.scalar(select(Person).where(Person.chat_id == chat_id))
    hers = person is not None and person.created_at <= at
    if person is not None and hers:
        await erase_rows(moment, person, last_word=False)
    await moment.session.execute(
        update(Update)
        .where(Update.chat_id == chat_id, Update.received_at <= at)
        .values(raw=None, state="done")
    )
    if person is None:
        await last_traces(moment, chat_id)
    return hers
