"""Connections that stay open to a server that is asked all the time: the Bot API, the language
model's. aiohttp takes .3 ms longer for a call, and .8 where the processor has rested in between.

httptools reads the answers, aiohappyeyeballs finds an address that answers.
"""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import time
from asyncio import Future, Transport
from base64 import b64encode
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import SplitResult, unquote, urlsplit

import httpx
from aiohappyeyeballs import start_connection
from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

CONNECTED_WITHIN, NEXT_ADDRESS_AFTER = 10.0, 0.25  # seconds
LONGEST = 32 << 20  # bytes of an answer: a hundred updates are a few MiB at most
KEPT, KEPT_FOR = 64, 15.0  # connections; seconds without a call

type Answer = tuple[int, bytes]  # status and content


class Unanswered(Exception):
    """Nothing that could be read came back: the kind of trouble, without the address, which holds
    the token."""


class Wire:
    """`url`: what stands before each path; `https` is spoken too. No proxy is asked. Where what is
    asked may be asked twice, `repeats`: a call that a closing server swallowed is made again."""

    def __init__(self, url: str, *, repeats: bool = False) -> None:
        place = urlsplit(url)
        self._host, self._path, self._repeats = place.hostname or "", place.path, repeats
        secure = place.scheme == "https"
        self._port = place.port or (443 if secure else 80)
        self._tls: ssl.SSLContext | None = httpx.create_ssl_context() if secure else None
        host = place.netloc.rpartition("@")[2]
        self._fields = f"Host: {host}\r\n{_known(place)}Content-Type: application/json\r\n"
        self._idle: list[_Line] = []

    async def post(self, path: str, body: Any, seconds: float) -> tuple[int, Any]:
        """The answer's status and its JSON, within so many seconds; None for what is no JSON, where
        the status says that it is no success.

        Raises Unanswered.
        """
        content = json.dumps(body).encode()
        length = f"Content-Length: {len(content)}"
        head = f"POST {self._path}/{path} HTTP/1.1\r\n{self._fields}{length}\r\n\r\n"
        try:
            async with asyncio.timeout(seconds):
                return told(*await self._asked(head.encode() + content))
        except (OSError, ValueError, RecursionError) as error:
            raise Unanswered(type(error).__name__) from None

    async def _asked(self, request: bytes) -> Answer:
        """On a connection that is open, or on a new one."""
        while (line := self._rested()) is not None:
            try:
                return await self._answer(line, request)
            except ConnectionError:
                if line.heard or not self._repeats:
                    raise
        return await self._answer(await self._opened(), request)

    def _rested(self) -> _Line | None:
        while self._idle:
            line = self._idle.pop()
            if line.is_open and time.monotonic() - line.rests_since < KEPT_FOR:
                return line
            line.close()
        return None

    async def _opened(self) -> _Line:
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(CONNECTED_WITHIN):
            found = await loop.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
            connected = await start_connection(found, happy_eyeballs_delay=NEXT_ADDRESS_AFTER)
            try:
                connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                name = self._host if self._tls else None
                _, line = await loop.create_connection(
                    _Line, sock=connected, ssl=self._tls, server_hostname=name
                )
            except BaseException:
                connected.close()
                raise
        return line

    async def _answer(self, line: _Line, request: bytes) -> Answer:
        """Whatever goes wrong, or is given up, the connection is not used again."""
        stays = False
        try:
            status, content, stays = await line.ask(request)
        finally:
            if stays and len(self._idle) < KEPT:
                self._idle.append(line)
            else:
                line.close()
        return status, content

    async def close(self) -> None:
        while self._idle:
            self._idle.pop().close()
        await asyncio.sleep(0)  # that is when they are closed


class _Line(asyncio.Protocol):
    """One connection, for one request at a time."""

    def __init__(self) -> None:
        self._parser = HttpResponseParser(self)
        self._content = bytearray()
        self._answer: Future[tuple[int, bytes, bool]] | None = None
        self._measured = False  # the answer says how long it is
        self._closes = False  # its connection is closed behind it
        self._until_closed = False  # that is where it ends
        self.heard = False  # some of the answer came
        self.rests_since = 0.0  # monotonic seconds

    def ask(self, request: bytes) -> Future[tuple[int, bytes, bool]]:
        """The answer's status and content, and whether the connection may be used again.

        It ends with a ConnectionError where the server goes, with a ValueError for rubbish.
        """
        self._answer = asyncio.get_running_loop().create_future()
        self.heard = False
        if self.is_open:
            self._transport.write(request)
        else:
            self._fail(ConnectionResetError())
        return self._answer

    @property
    def is_open(self) -> bool:
        return not self._transport.is_closing()

    def close(self) -> None:
        self._transport.abort()

    def _fail(self, error: Exception) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(Transport, transport)

    def connection_lost(self, error: Exception | None) -> None:
        if self._until_closed and error is None:
            self._done()
        self._fail(ConnectionResetError())

    def data_received(self, data: bytes) -> None:
        self.heard = True
        if self._answer is None or self._answer.done():  # nobody asked
            self.close()
            return
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade):
            self._fail(ValueError())
            self.close()

    # what httptools calls

    def on_message_begin(self) -> None:
        if self._answer is None or self._answer.done():
            raise ValueError("an answer that nobody asked for")
        self._content.clear()
        self._measured = self._closes = False

    def on_header(self, name: bytes, value: bytes) -> None:
        field = name.lower()
        self._measured = self._measured or field in (b"content-length", b"transfer-encoding")
        self._closes = self._closes or (field == b"connection" and value.lower() == b"close")
        if field == b"content-length" and int(value) > LONGEST:
            raise ValueError("too long")

    def on_headers_complete(self) -> None:
        if self._measured or self._parser.get_status_code() < HTTPStatus.OK:
            return
        if not self._closes:
            raise ValueError("an answer that does not say how long it is")
        self._until_closed = True

    def on_body(self, body: bytes) -> None:
        self._content += body
        if len(self._content) > LONGEST:
            raise ValueError("too long")

    def on_message_complete(self) -> None:
        if self._parser.get_status_code() >= HTTPStatus.OK:
            self._done()  # it comes behind a word like "100 Continue"

    def _done(self) -> None:
        if self._answer is None or self._answer.done():
            return
        self.rests_since = time.monotonic()
        status, stays = self._parser.get_status_code(), self._parser.should_keep_alive()
        self._answer.set_result((status, bytes(self._content), stays))


def _known(place: SplitResult) -> str:
    """Who asks, where the address says so."""
    if place.username is None:
        return ""
    who = f"{unquote(place.username)}:{unquote(place.password or '')}"
    return f"Authorization: Basic {b64encode(who.encode()).decode()}\r\n"


def told(status: int, content: bytes) -> tuple[int, Any]:
    """Raises ValueError, RecursionError for a success that is no JSON."""
    try:
        return status, json.loads(content)
    except (ValueError, RecursionError):
        if status == HTTPStatus.OK:
            raise
        return status, None
