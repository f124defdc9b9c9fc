"""Three real `goeiedag run` on one PostgreSQL: they share what comes in, whom to greet and what
leaves. One polls; when it is killed another does, and nobody is greeted twice."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
from sqlalchemy import func, select

from bot.phones import Phone
from bot.rhythm import Verdict
from bot.store import Store
from bot.store.tables import Chat, Consent, Contact, Message, Person, Resident, Revision, Update

from .conftest import KEY
from .load import CHATS, TOKEN, Load, phones

WITHIN = 120.0  # seconds, on a machine that has much else to do
LEASE, POLL = 3, 1  # seconds instead of 28 and 20, so that the test need not wait for so long
QUICK = f"""
from datetime import timedelta
from bot import departures, inbox, reading
reading.fingerprint = lambda: ""
from bot.receiver import Receiver
Receiver.__init__.__kwdefaults__.update(lease=timedelta(seconds={LEASE}), poll_seconds={POLL})
inbox.LEASE = departures.LEASE = timedelta(seconds={LEASE})
from bot.__main__ import main
raise SystemExit(main())
"""
PEOPLE = tuple(CHATS)[:8]
GREETED, LATER = PEOPLE[:5], PEOPLE[5:]


class Running:
    """One `goeiedag run`, and the port at which it tells how it does."""

    def __init__(
        self, process: asyncio.subprocess.Process, port: int, http: httpx.AsyncClient
    ) -> None:
        self.process, self._pages, self._http = process, f"http://127.0.0.1:{port}", http

    async def asked(self, path: str) -> httpx.Response | None:
        try:
            return await self._http.get(f"{self._pages}{path}")
        except httpx.TransportError:
            return None

    async def polls(self) -> bool:
        answer = await self.asked("/readyz")
        return answer is not None and bool(answer.json()["receiver"].get("here"))

    async def figures(self) -> str:
        answer = await self.asked("/metrics")
        assert answer is not None
        return answer.text


@asynccontextmanager
async def three(url: str, api: str, data: Path, quiet: str) -> AsyncIterator[list[Running]]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GOEIEDAG_")}
    given = {
        "GOEIEDAG_TELEGRAM_TOKEN": TOKEN,
        "GOEIEDAG_TELEGRAM_API": api,
        "GOEIEDAG_DATABASE_URL": url,
        "GOEIEDAG_KEY": KEY,
        "GOEIEDAG_NLU_URL": "http://127.0.0.1:9",
        "GOEIEDAG_QUIET": quiet,
        "GOEIEDAG_SETTLE": "0",
        "GOEIEDAG_WORKERS": "2",
    }
    running: list[Running] = []
    http = httpx.AsyncClient(trust_env=False, timeout=WITHIN, verify=False)
    try:
        for number in range(3):
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            own = {"GOEIEDAG_DATA": str(data / str(number)), "GOEIEDAG_HTTP": str(port)}
            with (data / f"{number}.log").open("wb") as log:
                process = await asyncio.create_subprocess_exec(
                    *(sys.executable, "-c", QUICK, "run"),
                    env={**kept, **given, **own},
                    stdout=log,
                    stderr=log,
                )
            running.append(Running(process, port, http))
        yield running
    finally:
        for one in running:
            if one.process.returncode is None:
                one.process.kill()
            await one.process.wait()
        await http.aclose()


async def so(fact: object) -> None:
    """Waits for real processes, with a deadline."""
    ends = time.monotonic() + WITHIN
    while not await fact():  # type: ignore[operator]
        assert time.monotonic() < ends, "it never came to be"
        await asyncio.sleep(0.2)


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


async def ask(store: Store, load: Load) -> None:
    """Everybody asks for help at once, and is answered once."""
    before = {chat: len(load.answers(chat)) for chat in PEOPLE}
    for chat in PEOPLE:
        Phone(load.world, chat).say("/help")

    async def answered() -> bool:
        return all(len(load.answers(chat)) > before[chat] for chat in PEOPLE)

    await so(answered)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_three_share_inbox_contacts_and_outbox(
    url: str, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    local = datetime.now(ZoneInfo("Europe/Brussels"))
    quiet = f"{local + timedelta(hours=11):%H:%M}-{local + timedelta(hours=12):%H:%M}"
    await people(store)
    async with phones() as (load, api), three(url, api, tmp_path, quiet) as running:
        first = await poller(running)

        async def all_run() -> bool:
            return all([await one.asked("/readyz") is not None for one in running])

        await so(all_run)
        await ask(store, load)
        await due(store, GREETED)

        async def greeted() -> bool:
            return await count(store, Message.purpose == "greeting", Message.state == "sent") == 5

        await so(greeted)
        first.process.kill()
        died = time.monotonic()
        left = [one for one in running if one is not first]
        await due(store, LATER)  # while nobody polls, the others greet and are asked
        await ask(store, load)
        second = await poller(left)
        moved = time.monotonic() - died
        second.process.kill()
        (last,) = (one for one in left if one is not second)
        await ask(store, load)
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
