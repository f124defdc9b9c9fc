"""Connections to the language model's server that stay open, over which little is said: a text and
what it means. aiohttp takes half a millisecond longer for it, and nearly one where the processor
has rested in between.

Plain HTTP/1.1: one request at a time on a connection, and answers that say how long they are.
"""

from __future__ import annotations

import asyncio
import json
import ssl
from asyncio import IncompleteReadError, LimitOverrunError, StreamReader, StreamWriter
from contextlib import suppress
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import httpx

from bot.calls import CONNECTED_WITHIN, Unanswered

LONGEST = 1 << 20  # bytes of an answer
KEPT = 32  # connections


class Wire:
    """`url`: what stands before each path; `https` is spoken too. No proxy is asked."""

    def __init__(self, url: str) -> None:
        place = urlsplit(url)
        self._host, self._path = place.hostname or "", place.path
        secure = place.scheme == "https"
        self._port = place.port or (443 if secure else 80)
        self._tls: ssl.SSLContext | None = httpx.create_ssl_context() if secure else None
        host = place.netloc.rpartition("@")[2]
        self._fields = f"Host: {host}\r\nContent-Type: application/json\r\nContent-Length:"
        self._idle: list[tuple[StreamReader, StreamWriter]] = []

    async def post(self, path: str, body: Any, seconds: float) -> tuple[int, Any]:
        """The answer's status and, where it is 200, its JSON, within so many seconds.

        Raises Unanswered.
        """
        content = json.dumps(body).encode()
        head = f"POST {self._path}/{path} HTTP/1.1\r\n{self._fields} {len(content)}\r\n\r\n"
        try:
            async with asyncio.timeout(seconds):
                return await self._asked(head.encode() + content)
        except (OSError, EOFError, ValueError, RecursionError, LimitOverrunError) as error:
            raise Unanswered(type(error).__name__) from None

    async def _asked(self, request: bytes) -> tuple[int, Any]:
        """On a connection that is open, or on a new one where the server has closed that."""
        while self._idle:
            try:
                return await self._answer(*self._idle.pop(), request)
            except (ConnectionError, IncompleteReadError) as error:
                if getattr(error, "partial", b""):
                    raise
        async with asyncio.timeout(CONNECTED_WITHIN):
            opened = await asyncio.open_connection(self._host, self._port, ssl=self._tls)
        return await self._answer(*opened, request)

    async def _answer(
        self, reader: StreamReader, writer: StreamWriter, request: bytes
    ) -> tuple[int, Any]:
        """Whatever goes wrong, or is given up, the connection is not used again."""
        well = False
        try:
            writer.write(request)
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.split("\r\n")
            fields = dict(line.lower().partition(":")[::2] for line in lines)
            length = int(fields["content-length"]) if "content-length" in fields else -1
            if not 0 <= length <= LONGEST:
                raise ValueError("an answer that does not say how long it is, or is too long")
            content = await reader.readexactly(length)
            well = "close" not in fields.get("connection", "")
        finally:
            if well and len(self._idle) < KEPT:
                self._idle.append((reader, writer))
            else:
                writer.close()
        status = int(first[9:12])
        return status, json.loads(content) if status == HTTPStatus.OK else None

    async def close(self) -> None:
        while self._idle:
            writer = self._idle.pop()[1]
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
