"""Three real `goeiedag run` on one PostgreSQL: they share what comes in, whom to greet and what
leaves. One polls; when it is killed another does, nobody is greeted twice, and what is said in a
talk arrives in order. The others tell that one was killed."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.phones import Phone
from bot.receiver import OTHERS_LOOK_EVERY
from bot.rhythm import Verdict
from bot.store import Store
from bot.store.tables import Chat, Consent, Contact, Message, Person, Resident, Revision, Update

from .load import CHATS, Load, phones
from .processes import LEASE, QUICK, Running, Talks, several, so

PEOPLE = tuple(CHATS)[:8]
GREETED, LATER = PEOPLE[:5], PEOPLE[5:]
SLACK = 25.0  # seconds, on a machine that has much else to do
SILENT = re.compile(r'goeiedag_faults_total\{event="processes_fell_silent"\} [1-9]')


async def poller(running: list[Running]) -> Running:
    """The one that polls; exactly one does."""
    found: list[Running] = []

    async def one_does() -> bool:
        found[:] = [one for one in running if await one.polls()]
        return bool(found)

    await so(one_does)
    assert len(found) == 1
    return found[0]


async def people(store: Store) -> None:
    """Residents who agreed to be greeted, with an hour that is now."""
    now = datetime.now(UTC)
    async with store.write() as session:
        for chat in PEOPLE:
            session.add(Chat(id=chat))
            who = Person(chat_id=chat, language="nl", created_at=now, seen_at=now)
            session.add(who)
            await session.flush()
            session.add(Resident(person_id=who.id, hour="09:00", told_machine_at=now))
            session.add(
                Consent(
                    person_id=who.id, purpose="checkins", text_hash="0" * 64, language="nl",
                    given_at=now,
                )
            )  # fmt: skip


async def due(store: Store, chats: tuple[int, ...]) -> None:
    async with store.write() as session:
        rows = await session.scalars(select(Resident).join(Person).where(Person.chat_id.in_(chats)))
        for row in rows:
            row.next_contact_at = datetime.now(UTC)


async def count(store: Store, *what: object) -> int:
    async with store.read() as session:
        return int(await session.scalar(select(func.count()).where(*what)) or 0)  # type: ignore[arg-type]


async def ask(load: Load, talks: Talks) -> None:
    """Everybody asks for help at once and is answered, while volunteers write."""
    talks.write(5)
    before = {chat: len(load.answers(chat)) for chat in PEOPLE}
    for chat in PEOPLE:
        Phone(load.world, chat).say("/help")

    async def answered() -> bool:
        return all(len(load.answers(chat)) > before[chat] for chat in PEOPLE)

    await so(answered)
    await talks.all_arrive()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_three_share_inbox_contacts_and_outbox(
    url: str, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    local = datetime.now(ZoneInfo("Europe/Brussels"))
    quiet = f"{local + timedelta(hours=11):%H:%M}-{local + timedelta(hours=12):%H:%M}"
    await people(store)
    async with (
        phones() as (load, api),
        several(3, url, api, tmp_path, QUICK, QUIET=quiet) as running,
    ):
        first = await poller(running)
        talks = Talks(load)
        await talks.begin(store)
        await ask(load, talks)
        await due(store, GREETED)

        async def greeted() -> bool:
            return await count(store, Message.purpose == "greeting", Message.state == "sent") == 5

        await so(greeted)
        first.process.kill()
        died = time.monotonic()
        left = [one for one in running if one is not first]
        await due(store, LATER)  # while nobody polls, the others greet and are asked
        await ask(load, talks)
        second = await poller(left)
        moved = time.monotonic() - died
        assert moved <= LEASE + OTHERS_LOOK_EVERY + SLACK

        async def told() -> bool:
            return any([SILENT.search(await one.figures()) for one in left])

        await so(told)
        second.process.kill()
        (last,) = (one for one in left if one is not second)
        await ask(load, talks)
        assert await last.polls()

        async def nothing_waits() -> bool:
            left = await count(store, Message.state.in_(("queued", "sending")))
            return not left + await count(store, Update.state == "new")

        await so(nothing_waits)
        figures = await last.figures()
        assert "goeiedag_inbox_waiting 0.0" in figures
        assert await count(store, Update.state == "done") == await count(
            store, Update.update_id > 0
        )
        assert await count(store, Contact.outcome == Verdict.YES.value) == len(PEOPLE)
        assert await count(store, Message.purpose == "greeting") == len(PEOPLE)
        assert await count(store, Revision.id > 0) == 1
        conflicts = sum(c.method == "getUpdates" and c.code == 409 for c in load.world.calls)
    logs = "".join((tmp_path / f"{n}.log").read_text() for n in range(3))
    assert "Traceback" not in logs
    with capsys.disabled():
        print(f"\n  three real processes: polling moved in {moved:.1f} s, {conflicts} conflicts")
