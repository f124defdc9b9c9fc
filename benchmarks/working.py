"""The whole bot at work on a Bot API in another process, with residents who write there."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from benchmarks.house import EVER, NO_LIMIT, laid
from benchmarks.people import settle
from benchmarks.written import MORNING
from bot.app import App, make_house
from bot.clock import FixedClock
from bot.nlu import NluClient
from bot.settings import ROOT, Settings
from bot.telegram import Telegram

RESIDENTS = 1_000


class Residents:
    """The process of `benchmarks.residents`, asked for one load after the other."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self._process, self.port = process, port

    async def ask(self, kind: str, **asked: Any) -> dict[str, Any]:
        """`times` (ms) and `seconds` of a load. Raises OSError where something went wrong."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"kind": kind, **asked}).encode() + b"\n")
        answer = await self._process.stdout.readline()
        found: dict[str, Any] = json.loads(answer or b'{"error": "the residents are gone"}')
        if "error" in found:
            raise OSError(f"{kind}: {found['error']}")
        return found

    async def turns(self, chats: list[int], turns: int, texts: list[str]) -> dict[str, Any]:
        """Turns with the bot."""
        return await self.ask("turn", chats=chats, turns=turns, texts=texts)


@asynccontextmanager
async def residents() -> AsyncIterator[Residents]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.residents"),
        cwd=ROOT,
        stdin=-1,
        stdout=-1,
        limit=1 << 24,
    )
    assert process.stdout is not None
    try:
        yield Residents(process, int(await process.stdout.readline()))
    finally:
        process.terminate()
        await process.wait()


@asynccontextmanager
async def talking(settings: Settings, nlu: NluClient | None) -> AsyncIterator[Residents]:
    """A running bot, without Telegram's limits, that knows its residents."""
    async with (
        residents() as asked,
        _app(settings, asked.port, nlu) as app,
        app.running() as running,
    ):
        ended = asyncio.ensure_future(running)
        try:
            yield asked
        finally:
            ended.add_done_callback(lambda over: over.cancelled() or over.exception())


@asynccontextmanager
async def _app(settings: Settings, port: int, nlu: NluClient | None) -> AsyncIterator[App]:
    telegram = Telegram("1:bench", f"http://127.0.0.1:{port}")
    async with laid(settings) as store:
        await settle(store, 1, RESIDENTS, MORNING)
        try:
            await telegram.start()
            house = make_house(settings, policy=EVER)
            app = App(settings, store, telegram, house, FixedClock(MORNING), nlu)
            app.sender._in_all = app.sender._per_second = NO_LIMIT
            yield app
        finally:
            await telegram.close()
