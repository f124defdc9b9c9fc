"""Real `goeiedag run` processes on one database, where somebody is killed with leases so short that
no test waits for long; and talks whose numbered words show that everything arrives, in order."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from bot.phones import Phone
from bot.store import Store
from bot.store.tables import Chat, Handoff, Person, Resident, Volunteer

from .conftest import KEY
from .load import CHATS, TOKEN, Load

WITHIN = 120.0  # seconds, on a machine that has much else to do
LEASE, POLL = 3, 1  # seconds instead of 28 and 20, so that the test need not wait for so long
PLAIN = """
from bot import reading
from bot.__main__ import main
reading.fingerprint = lambda: ""
raise SystemExit(main())
"""
QUICK = f"""
from datetime import timedelta
from bot import departures, inbox, presence
from bot.receiver import Receiver
Receiver.__init__.__kwdefaults__.update(lease=timedelta(seconds={LEASE}), poll_seconds={POLL})
inbox.LEASE = departures.LEASE = presence.LASTS = timedelta(seconds={LEASE})
presence.SAID_EVERY = 1
{PLAIN}"""
NAME = "Rosa"
PREFIX = f"{NAME}: "
TALKS = dict(zip(tuple(CHATS)[8:12], tuple(CHATS)[12:16], strict=True))  # volunteer -> resident


class Running:
    """One `goeiedag run`, and the port at which it tells how it does."""

    def __init__(
        self, process: asyncio.subprocess.Process, port: int, http: httpx.AsyncClient
    ) -> None:
        self.process, self.port, self._http = process, port, http
        self._pages = f"http://127.0.0.1:{port}"

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
async def several(
    count: int, url: str, api: str, data: Path, program: str, **settings: str
) -> AsyncIterator[list[Running]]:
    """`settings` of them all, by their names without `GOEIEDAG_`."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GOEIEDAG_")}
    given = {
        "GOEIEDAG_TELEGRAM_TOKEN": TOKEN,
        "GOEIEDAG_TELEGRAM_API": api,
        "GOEIEDAG_DATABASE_URL": url,
        "GOEIEDAG_KEY": KEY,
        "GOEIEDAG_NLU_URL": "http://127.0.0.1:9",
        "GOEIEDAG_SETTLE": "0",
        "GOEIEDAG_WORKERS": "2",
        **{f"GOEIEDAG_{name}": value for name, value in settings.items()},
    }
    running: list[Running] = []
    http = httpx.AsyncClient(trust_env=False, timeout=WITHIN, verify=False)
    try:
        for number in range(count):
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            own = {"GOEIEDAG_DATA": str(data / str(number)), "GOEIEDAG_HTTP": str(port)}
            with (data / f"{number}.log").open("wb") as log:
                process = await asyncio.create_subprocess_exec(
                    *(sys.executable, "-c", program, "run"),
                    env={**kept, **given, **own},
                    stdout=log,
                    stderr=log,
                )
            running.append(Running(process, port, http))

        async def all_run() -> bool:
            return all([await one.asked("/readyz") is not None for one in running])

        await so(all_run)
        yield running
    finally:
        for one in running:
            if one.process.returncode is None:
                one.process.kill()
            await one.process.wait()
        await http.aclose()


async def so(fact: Callable[[], Awaitable[object]]) -> None:
    """Waits for real processes, with a deadline."""
    ends = time.monotonic() + WITHIN
    while not await fact():
        assert time.monotonic() < ends, "it never came to be"
        await asyncio.sleep(0.2)


class Talks:
    """Volunteers who each talk with one resident; what they write is numbered."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._said: dict[int, list[str]] = {volunteer: [] for volunteer in TALKS}

    async def begin(self, store: Store) -> None:
        """The residents have written before, or they could not be written to."""
        now = datetime.now(UTC)
        async with store.write() as session:
            session.add_all(Chat(id=chat) for chat in (*TALKS, *TALKS.values()))
            await session.flush()
            for his, hers in TALKS.items():
                given = {"language": "nl", "created_at": now, "seen_at": now}
                he = Person(chat_id=his, role="volunteer", name=NAME, **given)
                she = Person(chat_id=hers, **given)
                session.add_all((he, she))
                await session.flush()
                session.add(Volunteer(person_id=he.id, languages=["nl"]))
                session.add(Resident(person_id=she.id, told_machine_at=now))
                session.add(
                    Handoff(
                        person_id=she.id, language="nl", state="talking", text_hash="",
                        offered_at=now, offer_expires_at=now + timedelta(days=1), opened_at=now,
                        claimed_by=he.id, claimed_at=now, greeted_at=now, spoken_at=now,
                    )
                )  # fmt: skip
        for chat in TALKS.values():
            Phone(self._load.world, chat).say("/help")

    def write(self, count: int) -> None:
        for said in self._said.values():
            said += [f"woord {len(said) + number}" for number in range(count)]
        for number in range(-count, 0):
            for volunteer, said in self._said.items():
                Phone(self._load.world, volunteer).say(said[number])

    def arrived(self, volunteer: int) -> list[str]:
        """What came to his resident of it."""
        answers = self._load.answers(TALKS[volunteer])
        return [one.removeprefix(PREFIX) for one in answers if one.startswith(PREFIX)]

    async def all_arrive(self) -> None:
        """In order; what was under way at a kill may come twice (`once`)."""
        await so(self._complete)
        for volunteer, said in self._said.items():
            assert list(dict.fromkeys(self.arrived(volunteer))) == said

    async def _complete(self) -> bool:
        return all(set(self.arrived(his)) >= set(said) for his, said in self._said.items())

    def once(self) -> bool:
        return all(self.arrived(his) == said for his, said in self._said.items())
