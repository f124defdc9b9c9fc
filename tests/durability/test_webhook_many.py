"""Two real `goeiedag run` by webhook on one PostgreSQL: whichever of them an update is brought to,
it is stored and answered once, in the order of its chat."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from bot.store import Store
from bot.store.tables import Update

from .load import phones
from .processes import PLAIN, Talks, several, so

SECRET = "a-secret-of-the-tests"
ADDRESS = "https://bot.example.org"


class Alternately(httpx.AsyncBaseTransport):
    """A web server before several processes: each call goes to the next of them."""

    def __init__(self) -> None:
        self.ports: Iterator[int] = iter(())
        self.brought: Counter[int] = Counter()
        self._way = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        port = next(self.ports)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)
        answer = await self._way.handle_async_request(request)
        self.brought[port] += answer.status_code == 200
        return answer

    async def aclose(self) -> None:
        await self._way.aclose()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_updates_that_are_brought_to_two(url: str, store: Store, tmp_path: Path) -> None:
    way = Alternately()
    settings = {"WEBHOOK_URL": ADDRESS, "WEBHOOK_SECRET": SECRET}
    async with (
        phones(way) as (load, api),
        several(2, url, api, tmp_path, PLAIN, **settings) as running,
    ):
        way.ports = itertools.cycle(one.port for one in running)
        talks = Talks(load)
        await talks.begin(store)
        for _ in range(3):
            talks.write(5)
            await talks.all_arrive()

        async def all_taken() -> bool:
            async with store.read() as session:
                return set(await session.scalars(select(Update.state))) == {"done"}

        await so(all_taken)
        assert talks.once()
        assert all(way.brought[one.port] > 10 for one in running), way.brought
        assert not any(call.method == "getUpdates" for call in load.world.calls)
    logs = "".join((tmp_path / f"{number}.log").read_text() for number in range(2))
    assert "Traceback" not in logs
    assert "level=error" not in logs
