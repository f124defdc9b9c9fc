"""`goeiedag demo`: phones and bot in one process on one clock, for trying everything out."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from bot import invitations, people, studio, web
from bot.app import App, opened
from bot.clock import Clock
from bot.nlu import NluClient
from bot.nlu_jobs import Jobs
from bot.nlu_process import NluProcess, training
from bot.phones import DEMO_PEOPLE, Phone, World, create_app
from bot.settings import Settings
from bot.store.tables import Person

log = logging.getLogger(__name__)
SPOKEN = {"nl": ["nl", "fr"], "fr": ["fr", "nl"], "en": ["en", "nl"]}


async def serve(
    settings: Settings, port: int, nlu: Path | None, tell: Callable[[str], None]
) -> None:
    """Runs until it is stopped. `nlu` is the model to serve, None for going without."""
    settings.data.mkdir(parents=True, exist_ok=True)
    clock = Clock.kept_in(settings.data / "clock.json")
    world = World.open(settings.data / "phones.db", clock, _token(settings.data))
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(world.close)
        client = await stack.enter_async_context(understanding(settings, nlu))
        moving = Moving(clock)
        app = Together(create_app(world, moving.advance, zone=settings.timezone))
        port = await stack.enter_async_context(listening(app, port, world))
        here = f"http://127.0.0.1:{port}"
        settings = settings.model_copy(update={"telegram_api": here, "public_url": here})
        bot = await stack.enter_async_context(
            opened(settings, world.token, clock, client, examples=True)
        )
        moving.bot = bot
        app.studio = studio.mounted(settings, bot, client)
        together = await stack.enter_async_context(bot.running())
        await invite_team(bot, world)
        tell(f"ready: http://127.0.0.1:{port}/")
        await together


class Together:
    """Phones and studio on one port, each with safety headers of its own."""

    def __init__(self, phones: ASGIApp) -> None:
        self._phones = phones
        self.studio: Mount | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.studio is not None and scope["type"] == "http":
            match, found = self.studio.matches(scope)
            if match is Match.FULL:
                await self.studio.handle({**scope, **found}, receive, send)
                return
        await self._phones(scope, receive, send)


def _token(data: Path) -> str:
    """The demo's own token, made once: the phones know no other."""
    path = data / "demo-token"
    if not path.exists():
        path.write_text(f"7000000001:{secrets.token_urlsafe(26)}")
        path.chmod(0o600)
    return path.read_text().strip()


@asynccontextmanager
async def understanding(settings: Settings, model: Path | None) -> AsyncIterator[NluClient | None]:
    """A Rasa server of our own on a free port, and a client that refuses any other model."""
    if model is None:
        yield None
        return
    mark = model.name.removesuffix(".tar.gz").rpartition("-")[2]
    jobs = Jobs(settings.jobs_folder)
    chosen = jobs.model_file(jobs.wanted(mark))
    process = NluProcess(settings.data, jobs=jobs.folder)
    await process.start(chosen or model)
    client = NluClient(process.url, settings.nlu_token, fingerprint=mark)
    if chosen is not None:
        client.expect(jobs.wanted(mark))
    try:
        await client.check()
        async with training(jobs.folder, settings.data):
            yield client
    finally:
        await client.close()
        await process.stop()


@asynccontextmanager
async def listening(app: ASGIApp, port: int, world: World) -> AsyncIterator[int]:
    """Serves the phones on loopback alone. Yields the port."""
    try:
        async with web.listening(app, "127.0.0.1", port) as found:
            try:
                yield found
            finally:
                world.hang_up()
    except web.PortTaken as error:
        raise OSError(f"{error}; choose another with --port") from None


class Moving:
    """Moves the demo's clock from one due instant to the next, so that a day passed at once is
    the day that would have been: each greeting, silence and lease at its own time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self.bot: App | None = None

    async def advance(self, seconds: float) -> datetime:
        """Returns the new time. Raises ValueError for a negative number of seconds."""
        if seconds < 0:
            raise ValueError("the clock only moves forward")
        async with self._one_at_a_time:
            target = self._clock.now() + timedelta(seconds=seconds)
            bot = self.bot
            while bot is not None:
                await self._settled(bot)
                due = await bot.sweep.next_due()
                if due is None or due > target:
                    break
                self._step((due - self._clock.now()).total_seconds())
                await bot.tick()
            self._step((target - self._clock.now()).total_seconds())
            if bot is not None:
                await bot.tick()
                await self._settled(bot)
            return self._clock.now()

    def _step(self, seconds: float) -> None:
        if seconds > 0:
            self._clock.advance(seconds)

    async def _settled(self, bot: App, within: float = 20.0) -> None:
        """Waits until nothing is waiting, so that what was said is read before time goes on."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                while not await bot.idle():  # noqa: ASYNC110 - other processes change it too
                    await asyncio.sleep(0.05)


async def invite_team(bot: App, world: World) -> None:
    """The demo's volunteer and coordinator come in by invitation, as anybody would."""
    for person in DEMO_PEOPLE:
        if person.role == "resident":
            continue
        async with bot.store.read() as session:
            known = await session.scalar(select(Person.id).where(Person.chat_id == person.id))
        if known is not None:
            continue
        async with bot.store.write() as session:
            token = await invitations.invite(
                session,
                people.VOLUNTEER if person.role == "volunteer" else people.COORDINATOR,
                SPOKEN[person.language],
                bot.clock.now(),
                name=person.name,
            )
        Phone(world, person.id).say(f"/start {token}")
