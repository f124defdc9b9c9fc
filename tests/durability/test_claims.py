"""25 volunteers tap at once on each of 200 alerts: one claim each, and everybody else hears who
has it. On SQLite in one process, on PostgreSQL in three."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections import Counter, defaultdict

import pytest
from sqlalchemy import select

from bot.channel import Answer, Edit, Outgoing, Say, from_json
from bot.handoff_texts import ALERT_TAKEN, LANGUAGE_NAMES, TAKEN_BY
from bot.house import House
from bot.store import Store
from bot.store.tables import Audit, Handoff, Message, Person, Timer

from . import tapping
from .conftest import KEY

VOLUNTEERS, ALERTS, PROCESSES, SEED = 25, 200, 3, 20260302
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([tapping.__name__])


def in_processes(url: str, volunteers: list[int], handoffs: list[int]) -> tapping.Heard:
    together, answers = FORKS.Barrier(PROCESSES), FORKS.Queue()
    running = [
        FORKS.Process(
            target=tapping.main,
            args=(url, KEY, volunteers[n::PROCESSES], handoffs, together, answers),
        )
        for n in range(PROCESSES)
    ]
    for process in running:
        process.start()
    heard: tapping.Heard = {}
    try:
        for _ in running:
            heard |= answers.get(timeout=tapping.PATIENCE)
    finally:
        for process in running:
            process.kill()
            process.join(20)
        answers.close()
    return heard


async def test_one_claim_each_and_everybody_else_hears_who_has_it(
    url: str, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    house = tapping.house_of()
    if store.is_sqlite:
        tapping.never_mind_power_cuts(store)
    volunteers, handoffs = await tapping.lay(store, VOLUNTEERS, ALERTS)
    random.Random(SEED).shuffle(volunteers)
    began = time.monotonic()
    if store.is_sqlite:
        heard = await tapping.all_reach(store, house, volunteers, handoffs)
    else:
        heard = in_processes(url, volunteers, handoffs)
    took = time.monotonic() - began
    winners = await claims(store, handoffs)
    claimed = [handoff for n, handoff in enumerate(handoffs) if n % tapping.WHOLE]
    assert heard == {(one, who): winners[one] for one in claimed for who in volunteers}
    await everybody_else_hears(store, house, {n: winners[n] for n in handoffs[:: tapping.WHOLE]})
    with capsys.disabled():
        print(
            f"\n  {store.engine.dialect.name}: {VOLUNTEERS} volunteers at once on each of {ALERTS} "
            f"alerts: {len(winners)} claims, won by {len(set(winners.values()))} of them, "
            f"{took:.1f} s"
        )


async def claims(store: Store, handoffs: list[int]) -> dict[int, int]:
    """Who has each handoff: one each, by the row, by the audit and by the timers of the lease."""
    async with store.read() as session:
        rows = list(await session.scalars(select(Handoff)))
        claimed = select(Audit.handoff_id, Audit.actor_id).where(Audit.action == "handoff.claimed")
        audit = [(one[0], one[1]) for one in await session.execute(claimed)]
        leases = Counter(await session.scalars(select(Timer.handoff_id)))
    tapped = handoffs[:: tapping.WHOLE]
    winners = {row.id: row.claimed_by or 0 for row in rows}
    assert {(row.state, row.version) for row in rows} == {("claimed", 3)}
    assert sorted(audit) == sorted(winners.items()), "written down once, by the one who has it"
    assert leases == dict.fromkeys(tapped, 2), "a reminder and an end of the lease, once"
    return winners


async def everybody_else_hears(store: Store, house: House, winners: dict[int, int]) -> None:
    """Of the alerts that were tapped on: what each phone shows and says."""
    async with store.read() as session:
        people = {one.id: one for one in await session.scalars(select(Person))}
        rows = list(await session.scalars(select(Message).where(Message.payload.is_not(None))))
    chats = {one.chat_id: one.id for one in people.values()}
    answers: dict[str, str] = {}
    shown: dict[tuple[int, int], list[str]] = defaultdict(list)
    read: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        said = from_json(row.payload or {})
        reader = chats[row.chat_id]
        if isinstance(said, Answer):
            assert said.query_id not in answers, "a tap is answered once"
            answers[said.query_id] = said.text
        elif isinstance(said, Edit):
            shown[row.handoff_id or 0, reader].append(said.text)
        if tapping.SHARED in text_of(said):
            read[row.handoff_id or 0].append(reader)
    assert read == {handoff: [who] for handoff, who in winners.items()}, "nobody else reads a word"
    words = house.words
    dutch = words("nl", "formal", LANGUAGE_NAMES["nl"])
    for handoff, who in winners.items():
        name = people[who].name
        late = words("nl", "formal", TAKEN_BY, name=name)
        taken = words("nl", "formal", ALERT_TAKEN, name=name, language=dutch)
        for other in (one.id for one in people.values() if one.role == "volunteer"):
            said_to = answers[f"{other}/{handoff}"]
            assert said_to == ("" if other == who else late)
            if other != who:
                assert set(shown[handoff, other]) == {taken, late}, "the buttons are gone"


def text_of(said: Outgoing) -> str:
    return said.text if isinstance(said, Say | Edit | Answer) else ""
