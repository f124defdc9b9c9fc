"""The calls that the bot makes all the time: their answers, and everything that is none."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from bot.calls import Calls, calls_to
from bot.wire import Unanswered

OK = b'{"ok": true}'
SECRET = "123:secret"


@asynccontextmanager
async def answering(
    status: int, body: bytes, asked: list[str] | None = None, stays: bool = True
) -> AsyncIterator[str]:
    """A server with one answer to everything, at this URL. `asked`: the first lines of what it
    was asked. Status 0: it never answers. Not `stays`: it closes each connection afterwards."""
    heads: list[str] = [] if asked is None else asked
    over = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        heads.append(head.partition("\r\n")[0])
        length = head.lower().partition("content-length: ")[2].partition("\r\n")[0]
        await reader.readexactly(int(length))
        if not status:
            await over.wait()
        said = f"HTTP/1.1 {status} That\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(said.encode() + body)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await serve(reader, writer)
            while stays:
                await serve(reader, writer)
        writer.close()

    async with await asyncio.start_server(connected, "127.0.0.1", 0) as server:
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            over.set()


@asynccontextmanager
async def calling(url: str) -> AsyncIterator[Calls]:
    calls = calls_to(f"{url}/bot{SECRET}")
    try:
        yield calls
    finally:
        await calls.close()


@pytest.mark.parametrize("stays", [True, False])
async def test_call_after_call(stays: bool) -> None:
    """Also where the server closes each connection, which is noticed before the next call."""
    asked: list[str] = []
    async with answering(200, OK, asked, stays) as url, calling(url) as calls:
        for _ in range(3):
            assert await calls.post("getMe", {}, 5) == (200, {"ok": True})
            for _ in range(50):  # the end of a connection is on its way
                await asyncio.sleep(0)
    assert asked == [f"POST /bot{SECRET}/getMe HTTP/1.1"] * 3


@pytest.mark.parametrize("body", [b"<html>", b"", b"\xff\xfe", b'{"ok": true'])
async def test_what_is_no_answer(body: bytes) -> None:
    async with answering(200, body) as url, calling(url) as calls:
        with pytest.raises(Unanswered) as caught:
            await calls.post("getMe", {}, 5)
    assert SECRET not in repr(caught.value)
    assert caught.value.__cause__ is None


async def test_a_server_that_never_answers() -> None:
    async with answering(0, b"") as url, calling(url) as calls:
        began = time.monotonic()
        with pytest.raises(Unanswered, match="Timeout"):
            await calls.post("getMe", {}, 0.05)
        assert time.monotonic() - began < 5


async def test_nobody_listens() -> None:
    async with answering(200, OK) as url:
        pass
    async with calling(url) as calls:
        with pytest.raises(Unanswered, match="ConnectionRefusedError"):
            await calls.post("getMe", {}, 5)


@pytest.mark.parametrize("written", ["http://{}", "{}"])
async def test_the_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    asked: list[str] = []
    async with answering(200, OK, asked) as url:
        monkeypatch.setenv("http_proxy", written.format(url.removeprefix("http://")))
        async with calling("http://telegram.invalid") as calls:
            assert await calls.post("getMe", {}, 5) == (200, {"ok": True})
        monkeypatch.setenv("no_proxy", "telegram.invalid")
        async with calling("http://telegram.invalid") as calls:
            with pytest.raises(Unanswered):
                await calls.post("getMe", {}, 5)
    assert asked == [f"POST http://telegram.invalid/bot{SECRET}/getMe HTTP/1.1"]
