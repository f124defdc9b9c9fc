"""Shared by the tests of the phones: a clock that stands still, a world, a caller of its API."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette

from bot.phones import Person, World, create_app

TOKEN = "123456:test-token"
ALICE = Person(101, "Alice", "resident", "fr")
BOB = Person(102, "Bob", "volunteer", "nl")
CAROL = Person(103, "Carol", "coordinator", "en")
PEOPLE = (ALICE, BOB, CAROL)


class StandingClock:
    """Moves only when told."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def advance(self, seconds: float) -> datetime:
        self.time += timedelta(seconds=seconds)
        return self.time


def new_world(
    path: Any = None, clock: StandingClock | None = None, *, limits: bool = False
) -> World:
    return World.open(path, clock or StandingClock(), TOKEN, PEOPLE, limits=limits)


class Api:
    """Calls methods without a socket."""

    def __init__(self, world: World, app: Starlette | None = None) -> None:
        self.world = world
        transport = httpx.ASGITransport(app or create_app(world))
        self.http = httpx.AsyncClient(transport=transport, base_url="http://phones")

    async def raw(self, method: str, **args: Any) -> httpx.Response:
        return await self.http.post(f"/bot{TOKEN}/{method}", json=args)

    async def call(self, method: str, **args: Any) -> Any:
        """The result, or the description of the refusal as a RuntimeError."""
        answer = (await self.raw(method, **args)).json()
        if not answer["ok"]:
            raise RuntimeError(answer["description"])
        return answer["result"]


@asynccontextmanager
async def served(world: World) -> AsyncIterator[str]:
    """The phones on a real socket of this machine; yields the base URL."""
    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(world), log_level="error", ws="none")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[sock]))
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0)
    try:
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    finally:
        world.hang_up()
        server.should_exit = True
        await task
        sock.close()
