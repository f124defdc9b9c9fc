"""The least that asks a server of HTTP: what it costs is not in what is measured."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

HEAD = (
    "POST {} HTTP/1.1\r\nHost: localhost\r\n"
    "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n"
)


class Line:
    """One connection, kept open."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        """The answer's JSON. Raises OSError for anything but a success."""
        content = json.dumps(body).encode()
        self._writer.write(HEAD.format(path, len(content)).encode() + content)
        status = await self._reader.readline()
        length = (await headers(self._reader)).get("content-length")
        if length is None or status.split()[1:2] != [b"200"]:
            raise OSError(f"{path} answers {status.decode().strip() or 'nothing'}")
        return json.loads(await self._reader.readexactly(int(length)))


@asynccontextmanager
async def line(port: int) -> AsyncIterator[Line]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield Line(reader, writer)
    finally:
        writer.close()


async def headers(reader: asyncio.StreamReader) -> dict[str, str]:
    """Up to the empty line, names in small letters."""
    found: dict[str, str] = {}
    while (header := await reader.readline()) not in (b"\r\n", b""):
        name, _, value = header.decode().partition(":")
        found[name.lower()] = value.strip()
    return found
