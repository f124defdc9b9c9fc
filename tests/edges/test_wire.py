"""The connections that stay open, against servers that do what servers do."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from bot import wire as wires
from bot.wire import Unanswered, Wire

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
async def wired(server: Server, path: str = "", repeats: bool = True) -> AsyncIterator[Wire]:
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    wire = Wire(f"http://127.0.0.1:{port}{path}", repeats=repeats)
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


async def test_what_is_no_success_may_be_no_json() -> None:
    refused = said('{"ok": false}', status="400 Bad Request")
    async with wired(Server(said("<p>no", status="404 Not Found"), refused, said(""))) as wire:
        assert await wire.post("x", {}, 5) == (404, None)
        assert await wire.post("x", {}, 5) == (400, {"ok": False})
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
        b"HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhuh\r\n",
        b"HTTP/1.1 huh\r\nContent-Length: 2\r\n\r\n{}",
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


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n1\r\n]\r\n0\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" + said("[]"),
        b"\r\n" + said("[]"),
        said("[]", more="content-type: x\r\nSERVER: y\r\n"),
    ],
    ids=["in pieces", "behind a word", "behind an empty line", "among other fields"],
)
async def test_an_answer_in_other_clothes(answer: bytes) -> None:
    server = Server(answer)
    async with wired(server) as wire:
        for _ in range(3):
            assert await wire.post("x", {}, 5) == (200, [])
    assert server.connections == 1


async def test_an_answer_that_comes_byte_by_byte_or_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wires, "LONGEST", 100)
    server = Server(b"")
    answer = said(json.dumps("x" * 98))

    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n{}")
        for place in range(len(answer)):
            writer.write(answer[place : place + 1])
            await writer.drain()
        await reader.read()
        writer.close()

    server.serve = drip  # type: ignore[method-assign]
    async with wired(server) as wire:
        assert await wire.post("x", {}, 5) == (200, "x" * 98)
    pieces = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"40\r\n" + b" " * 64
    server = Server(pieces + b"\r\n40\r\n" + b" " * 64 + b"\r\n0\r\n\r\n")
    async with wired(server) as wire:
        with pytest.raises(Unanswered):
            await wire.post("x", {}, 5)


async def test_what_may_not_be_asked_twice_is_not() -> None:
    """The server took it and went: nobody knows what it did."""
    server = Server(said("1"), None)
    async with wired(server, repeats=False) as wire:
        assert await wire.post("x", {"text": "a"}, 5) == (200, 1)
        with pytest.raises(Unanswered, match="ConnectionResetError"):
            await wire.post("x", {"text": "b"}, 5)
    assert server.bodies == [{"text": "a"}, {"text": "b"}]


async def test_words_that_nobody_asked_for_are_no_answer() -> None:
    server = Server(said("1") + said("2"), said("3"))
    async with wired(server) as wire:
        assert await wire.post("x", {}, 5) == (200, 1)
        assert await wire.post("x", {}, 5) == (200, 3)


async def test_a_connection_that_rested_long_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers close them about then, and what is asked at that moment is lost."""
    server = Server(said("1"))
    async with wired(server, repeats=False) as wire:
        await wire.post("x", {}, 5)
        monkeypatch.setattr(wires, "KEPT_FOR", 0.0)
        await wire.post("x", {}, 5)
    assert server.connections == 2


async def test_another_address_where_the_first_leads_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with wired(Server(said("1"))) as wire:
        loop = asyncio.get_running_loop()
        here = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", wire._port))
        nowhere = (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 9, 0, 0))

        look_up, wire._host = loop.getaddrinfo, "model.example"

        async def found(host: str, *more: Any, **others: Any) -> Any:
            known = host == wire._host
            return [nowhere, here] if known else await look_up(host, *more, **others)

        monkeypatch.setattr(loop, "getaddrinfo", found)
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


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Of `localhost`, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    begins = datetime(2020, 1, 1, tzinfo=UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "localhost.pem"
    written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(written + signed.public_bytes(Encoding.PEM))
    return file


@pytest.mark.parametrize("known", [True, False])
async def test_https(monkeypatch: pytest.MonkeyPatch, certificate: Path, known: bool) -> None:
    """Of a server that nobody vouches for nothing is asked."""
    server = Server(said("1"))
    secure = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    secure.load_cert_chain(certificate)
    if known:
        trusting = ssl.create_default_context(cafile=str(certificate))
        monkeypatch.setattr(wires.httpx, "create_ssl_context", lambda: trusting)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=secure)
    async with listening:
        wire = Wire(f"https://localhost:{listening.sockets[0].getsockname()[1]}/nlu")
        if known:
            for _ in range(2):
                assert await wire.post("x", {}, 5) == (200, 1)
            assert server.connections == 1
        else:
            with pytest.raises(Unanswered, match="SSLCertVerificationError"):
                await wire.post("x", {}, 5)
            assert server.bodies == []
        await wire.close()


async def test_an_answer_that_ends_with_its_connection() -> None:
    server = Server(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[1]", after=True)
    async with wired(server, repeats=False) as wire:
        for _ in range(2):
            assert await wire.post("x", {}, 5) == (200, [1])
    assert server.connections == 2


def test_what_stands_in_an_address() -> None:
    wire = Wire("https://user:p%40ss@model.example/nlu")
    assert "Authorization: Basic dXNlcjpwQHNz\r\n" in wire._fields
    assert (wire._host, wire._port, wire._path) == ("model.example", 443, "/nlu")
    assert "user" not in wire._fields
    assert wire._tls is not None
    assert wire._tls.verify_mode is ssl.CERT_REQUIRED
