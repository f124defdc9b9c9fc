"""The connections to the language model's server, against servers that do what servers do."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.calls import Unanswered
from bot.wire import Wire

LONG = "Content-Length: {}\r\n\r\n{}"


def said(content: str, *, status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\n{more}{LONG.format(len(content), content)}".encode()


class Server:
    """`answers` are given one after the other, the last one for ever; None closes instead, and
    "after" closes behind the answer without a word about it."""

    def __init__(self, *answers: bytes | None, after: bool = False) -> None:
        self.answers, self.after = list(answers), after
        self.connections = 0
        self.bodies: list[Any] = []
        self.heads: list[str] = []
        self.came = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = next(
                    int(line.split(":")[1])
                    for line in head.lower().split("\r\n")
                    if line.startswith("content-length")
                )
                self.heads.append(head)
                self.bodies.append(json.loads(await reader.readexactly(length)))
                self.came.set()
                answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
                if answer is None:
                    return
                writer.write(answer)
                await writer.drain()
                if self.after:
                    return
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()


@asynccontextmanager
async def wired(server: Server, path: str = "") -> AsyncIterator[Wire]:
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    wire = Wire(f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}{path}")
    try:
        yield wire
    finally:
        await wire.close()
        listening.close()
        await listening.wait_closed()


async def test_one_connection_for_one_after_another() -> None:
    server = Server(said('{"a": 1}'), said("[]"))
    async with wired(server, "/behind") as wire:
        assert await wire.post("x?token=s", {"text": "één"}, 5) == (200, {"a": 1})
        assert await wire.post("y", {"text": "twee"}, 5) == (200, [])
    assert server.connections == 1
    assert server.bodies == [{"text": "één"}, {"text": "twee"}]
    assert server.heads[0].startswith("POST /behind/x?token=s HTTP/1.1\r\nHost: 127.0.0.1:")


async def test_several_at_once_have_each_their_own() -> None:
    server = Server(said("1"))
    async with wired(server) as wire:
        answers = await asyncio.gather(*(wire.post("x", {}, 5) for _ in range(5)))
    assert answers == [(200, 1)] * 5
    assert server.connections == 5


async def test_what_is_no_success_has_no_content() -> None:
    async with wired(Server(said("<p>no", status="404 Not Found"), said(""))) as wire:
        assert await wire.post("x", {}, 5) == (404, None)
        with pytest.raises(Unanswered):
            await wire.post("x", {}, 5)


@pytest.mark.parametrize("after", [True, False], ids=["without a word", "with one"])
async def test_a_connection_that_the_server_closed_is_replaced(after: bool) -> None:
    more = "" if after else "Connection: close\r\n"
    server = Server(said("1", more=more), after=after)
    async with wired(server) as wire:
        for _ in range(3):
            assert await wire.post("x", {}, 5) == (200, 1)
    assert server.connections == 3


async def test_a_restarted_server_is_asked_anew() -> None:
    """The kept connections lead nowhere, and none of them swallows a text."""
    server = Server(said("1"), said("1"), None, said("2"))
    async with wired(server) as wire:
        await asyncio.gather(wire.post("x", {}, 5), wire.post("x", {}, 5))
        assert await wire.post("x", {"text": "hier"}, 5) == (200, 2)
    assert server.bodies[-1] == {"text": "hier"}


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        b"HTTP/1.1 huh\r\nContent-Length: 2\r\n\r\n{}",
        b"\r\n\r\n",
        b"x" * 100_000 + b"\r\n\r\n",
        said("{"),
        said('{"a":' * 100_000),
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\xff\xfe",
        None,
    ],
)
async def test_rubbish_is_no_answer_and_its_connection_is_not_used_again(
    answer: bytes | None,
) -> None:
    server = Server(answer)
    async with wired(server) as wire:
        with pytest.raises(Unanswered):
            await wire.post("x", {}, 5)
        server.answers = [said("1")]
        assert await wire.post("x", {}, 5) == (200, 1)


async def test_nobody_there() -> None:
    with pytest.raises(Unanswered, match="Connection"):
        await Wire("http://127.0.0.1:9").post("x", {}, 5)


async def test_a_late_answer_is_nobodys() -> None:
    """What was given up may be answered still: not to whoever asks next."""
    server = Server(said("1"))
    answer, gate = server.serve, asyncio.Event()

    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await gate.wait()
        await answer(reader, writer)

    server.serve = slow  # type: ignore[method-assign]
    async with wired(server) as wire:
        with pytest.raises(Unanswered, match="TimeoutError"):
            await wire.post("x", {"text": "first"}, 0.01)
        gate.set()
        assert await wire.post("x", {"text": "second"}, 5) == (200, 1)
    assert server.bodies[-1] == {"text": "second"}


async def test_a_stop_leaves_no_connection() -> None:
    server = Server(said("1"))
    server.answers = [b""]  # it never says anything
    async with wired(server) as wire:
        asking = asyncio.ensure_future(wire.post("x", {}, 60))
        await server.came.wait()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert wire._idle == []


async def test_https_is_spoken_to_https(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    async def opened(host: str, port: int, ssl: ssl.SSLContext | None = None) -> Any:
        seen.update(host=host, port=port, ssl=ssl)
        raise ConnectionRefusedError

    monkeypatch.setattr(asyncio, "open_connection", opened)
    with pytest.raises(Unanswered):
        await Wire("https://user@model.example/nlu").post("x", {}, 5)
    assert (seen["host"], seen["port"]) == ("model.example", 443)
    assert isinstance(seen["ssl"], ssl.SSLContext)
    assert seen["ssl"].verify_mode is ssl.CERT_REQUIRED
