"""Volunteers who all reach for the same alert at once, each in a transaction of its own, as a
worker's turn has it. One process plays some of them. On one alert in twenty they tap, and the
whole of a tap is carried out; on the others it is the claim alone, the one compare-and-set."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import event

from bot import consents, transitions, volunteer_taps
from bot.channel import Incoming, Kind
from bot.house import House, Moment
from bot.i18n import translator
from bot.store import Store
from bot.store.keys import KeyRing
from bot.store.tables import Alert, Chat, Consent, Handoff, Message, Person, Resident, Volunteer

from .kit import NOW

Heard = dict[tuple[int, int], int | None]  # (handoff, volunteer) -> who has it
PATIENCE = 240  # seconds, on a machine that has much else to do
WHOLE = 20  # one in so many alerts is tapped on
SHARED = "heeft een eigen woord"  # in what each resident agreed to share, and nowhere else


def house_of() -> House:
    """Without what listens for danger: a tap has no words."""
    nothing: Any = None
    return House("De Brug", ZoneInfo("Europe/Brussels"), translator, nothing, (), {})


async def lay(store: Store, volunteers: int, alerts: int) -> tuple[list[int], list[int]]:
    """Volunteers, and open handoffs; the phones of all of them show those that are tapped on.
    Returns the numbers of both."""
    async with store.write() as session:
        helpers = [_somebody(1000 + n, "volunteer", f"V{n}") for n in range(volunteers)]
        residents = [_somebody(5000 + n, "resident", f"R{n}") for n in range(alerts)]
        session.add_all([Chat(id=one.chat_id) for one in helpers + residents])
        await session.flush()
        session.add_all(helpers + residents)
        await session.flush()
        session.add_all([Volunteer(person_id=one.id, languages=["nl"]) for one in helpers])
        session.add_all([Resident(person_id=one.id) for one in residents])
        yeses = [_yes(one) for one in residents]
        session.add_all(yeses)
        await session.flush()
        opened = [_open(one, yes) for one, yes in zip(residents, yeses, strict=True)]
        session.add_all(opened)
        await session.flush()
        await _ring(session, helpers, opened[::WHOLE])
        return [one.id for one in helpers], [one.id for one in opened]


def _somebody(chat_id: int, role: str, name: str) -> Person:
    return Person(chat_id=chat_id, role=role, language="nl", name=name, created_at=NOW, seen_at=NOW)


def _yes(resident: Person) -> Consent:
    words = consents.text_hash(f"{resident.name} {SHARED}")
    return Consent(
        person_id=resident.id, purpose="share", text_hash=words, language="nl/formal", given_at=NOW
    )


def _open(resident: Person, yes: Consent) -> Handoff:
    return Handoff(
        person_id=resident.id,
        language="nl",
        state="open",
        text=f"{resident.name} {SHARED}",
        text_hash=yes.text_hash,
        consent_id=yes.id,
        offered_at=NOW,
        offer_expires_at=NOW,
        opened_at=NOW,
        version=2,
    )


async def _ring(session: Any, helpers: Sequence[Person], opened: Sequence[Handoff]) -> None:
    pairs = [(one, handoff) for handoff in opened for one in helpers]
    shown = [
        Message(
            chat_id=one.chat_id, purpose="alert", handoff_id=handoff.id, created_at=NOW,
            state="sent", sent_at=NOW, message_id=handoff.id,
        )
        for one, handoff in pairs
    ]  # fmt: skip
    session.add_all(shown)
    await session.flush()
    session.add_all(
        Alert(handoff_id=handoff.id, volunteer_id=one.id, message=message.id, at=NOW)
        for (one, handoff), message in zip(pairs, shown, strict=True)
    )


async def tap(store: Store, house: House, volunteer: int, handoff: int) -> None:
    async with store.write() as session:
        who = await session.get_one(Person, volunteer)
        data, query = f"claim:{handoff}", f"{volunteer}/{handoff}"
        tapped = Incoming(1, who.chat_id, Kind.TAP, NOW, handoff, data=data, query_id=query)
        await volunteer_taps.take(Moment(session, house, NOW), who, tapped)


async def claim(store: Store, house: House, who: Person, handoff: Handoff) -> int | None:
    """Returns who has it, as the one who reached for it sees."""
    async with store.write() as session:
        seen = await session.merge(handoff, load=False)  # as it was when the phone rang
        await transitions.move(Moment(session, house, NOW), seen, "claim", who, claimed_by=who.id)
        return seen.claimed_by


async def all_reach(
    store: Store,
    house: House,
    volunteers: Sequence[int],
    handoffs: Sequence[int],
    ready: Callable[[], object] = lambda: None,
) -> Heard:
    """`ready` waits for the other processes, before each alert."""
    async with store.read() as session:
        people = [await session.get_one(Person, one) for one in volunteers]
        rung = [await session.get_one(Handoff, one) for one in handoffs]
    heard: Heard = {}
    for place, handoff in enumerate(rung):
        people.append(people.pop(0))  # where one process queues, another one is first each time
        ready()
        if place % WHOLE == 0:
            await asyncio.gather(*(tap(store, house, one.id, handoff.id) for one in people))
            continue
        said = await asyncio.gather(*(claim(store, house, one, handoff) for one in people))
        heard |= {(handoff.id, one.id): who for one, who in zip(people, said, strict=True)}
    return heard


def never_mind_power_cuts(store: Store) -> None:
    @event.listens_for(store.engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.close()


def main(
    url: str, key: str, volunteers: list[int], handoffs: list[int], together: Any, answers: Any
) -> None:
    """One process of several: `together` is the barrier at which they wait for each other."""
    KeyRing.from_text(key).use()

    async def work() -> Heard:
        store = Store.open(url, pool_size=len(volunteers))
        wait = partial(together.wait, PATIENCE)
        heard = await all_reach(store, house_of(), volunteers, handoffs, wait)
        await store.close()
        return heard

    answers.put(asyncio.run(work()))
