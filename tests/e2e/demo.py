"""The real `goeiedag demo` in a process of its own, driven over HTTP as a person would."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx

JEANNE, MARLEEN, KARIM, SOFIE = 700_000_101, 700_000_102, 700_000_201, 700_000_301
ZONE = ZoneInfo("Europe/Brussels")
READY_WITHIN, ANSWERED_WITHIN = 240.0, 60.0  # seconds, on a machine that has much else to do


class Demo:
    """A running demo: what is on its phones, and hands to use them."""

    def __init__(self, url: str, pid: int) -> None:
        self.url, self.pid = url, pid
        self.http = httpx.AsyncClient(base_url=url, timeout=ANSWERED_WITHIN)

    async def chat(self, phone: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self.http.get(f"/phones/{phone}/chat")).json()
        return found

    async def last(self, phone: int) -> dict[str, Any]:
        return (await self.chat(phone))[-1]

    async def does(self, phone: int, what: str, **body: Any) -> None:
        answer = await self.http.post(f"/phones/{phone}/{what}", json=body)
        assert answer.is_success, answer.text

    async def says(self, phone: int, text: str) -> str:
        """Writes and waits for the answer of the bot, which is returned."""
        return await self._answered(phone, self.does(phone, "say", text=text))

    async def taps(self, phone: int, label: str) -> str:
        return await self._answered(phone, self.does(phone, "tap", label=label))

    async def _answered(self, phone: int, doing: Any) -> str:
        before = len(await self._from_bot(phone))
        await doing
        await self.so(lambda found: len(found) > before, phone)
        return str((await self._from_bot(phone))[-1]["text"])

    async def _from_bot(self, phone: int) -> list[dict[str, Any]]:
        return [one for one in await self.chat(phone) if one["from"] == "bot"]

    async def sees(self, phone: int, *words: str) -> dict[str, Any]:
        """Waits until the newest message of the bot holds these words."""
        await self.so(lambda found: all(w in found[-1]["text"] for w in words), phone)
        return (await self._from_bot(phone))[-1]

    async def so(self, fact: Callable[[list[dict[str, Any]]], bool], phone: int) -> None:
        ends = time.monotonic() + ANSWERED_WITHIN
        while not fact(found := await self._from_bot(phone)):
            assert time.monotonic() < ends, found[-2:]
            await asyncio.sleep(0.05)

    async def now(self) -> datetime:
        return datetime.fromisoformat((await self.http.get("/clock")).json()["now"])

    async def move_to_tomorrow(self, hour: int, minute: int) -> None:
        """Moves everybody's clock to tomorrow at an hour of Brussels."""
        here = (await self.now()).astimezone(ZONE)
        there = (here + timedelta(days=1)).replace(hour=hour, minute=minute, second=0)
        body = {"seconds": (there - here).total_seconds()}
        assert (await self.http.post("/clock/advance", json=body)).is_success

    def kill_the_nlu(self) -> None:
        """kill -9 of the Rasa server that this demo started, and of nothing else."""
        for entry in Path("/proc").iterdir():
            if not entry.name.isdecimal():
                continue
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                command = (entry / "cmdline").read_bytes()
            except (OSError, ValueError):
                continue
            if parent == self.pid and b"serve.py" in command:
                os.kill(int(entry.name), signal.SIGKILL)
                return
        raise AssertionError("the demo has no NLU server")


@asynccontextmanager
async def demo(data: Path, *options: str, content: Path | None = None) -> AsyncIterator[Demo]:
    """`goeiedag demo` on a free port, until it is asked to stop as a service manager would.
    `content`: the drafts that its studio writes, where they are not this checkout's."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GOEIEDAG_")}
    if content is not None:
        kept["GOEIEDAG_CONTENT"] = str(content)
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--data", str(data), *options]
    log = (data.parent / f"{data.name}.log").open("ab")
    process = await asyncio.create_subprocess_exec(*command, stdout=-1, stderr=log, env=kept)
    log.close()
    assert process.stdout is not None
    running: Demo | None = None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), READY_WITHIN)).decode()
        assert line.startswith("ready: http://127.0.0.1:"), (line, log.name)
        running = Demo(line.split()[1].rstrip("/"), process.pid)
        yield running
    finally:
        if running is not None:
            await running.http.aclose()
        if process.returncode is None:
            process.terminate()
        code = await asyncio.wait_for(process.wait(), 60)
    assert code == 0, log.name
