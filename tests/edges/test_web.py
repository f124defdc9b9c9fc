"""The server of ours that others may reach: bounded before anything of it is read."""

from __future__ import annotations

import asyncio

from starlette.applications import Starlette

from bot.web import listening


async def test_a_head_without_an_end_is_refused() -> None:
    async with listening(Starlette(), "127.0.0.1", 0) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: " + b"a" * 200_000)
        async with asyncio.timeout(10):
            assert (await reader.readline()).startswith(b"HTTP/1.1 400")
        writer.close()
