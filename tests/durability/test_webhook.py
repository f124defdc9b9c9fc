"""The webhook: 200 only after the commit, nobody without the secret, any number of receivers."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette

from bot import webhook
from bot.clock import Clock, FixedClock
from bot.phones import Person, Phone, World, create_app
from bot.receiver import Receiver
from bot.store import Store
from bot.store.tables import Update
from bot.telegram import Telegram

from .kit import NOTHING, NOW, A, came, raw, until
from .test_receiver import TOKEN, Polls

SECRET = "a-secret-of-the-tests"
GOOD = {webhook.HEADER: SECRET}


def receiver(store: Store) -> Receiver:
    telegram: Any = Polls()
    return Receiver(store, telegram, FixedClock(NOW), NOTHING, frozenset(), lambda _: None)


def served(keep: webhook.Keep) -> httpx.AsyncClient:
    app = Starlette(routes=[webhook.route(keep, SECRET)])
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://bot")


class InProcess:
    """Calls the phones without a socket."""

    def __init__(self, transport: httpx.ASGITransport) -> None:
        self._client = httpx.AsyncClient(transport=transport, base_url=f"http://phones/bot{TOKEN}")

    async def post(self, method: str, body: dict[str, Any], seconds: float) -> tuple[int, Any]:
        answer = await self._client.post(f"/{method}", json=body)
        return answer.status_code, answer.json()

    async def close(self) -> None:
        await self._client.aclose()


async def stored(store: Store) -> list[int]:
    async with store.read() as session:
        return list(await session.scalars(select(Update.update_id).order_by(Update.update_id)))


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, json.dumps(raw(7)), 403),
        ({webhook.HEADER: ""}, json.dumps(raw(7)), 403),
        ({webhook.HEADER: SECRET + "x"}, json.dumps(raw(7)), 403),
        ({webhook.HEADER: "é"}, json.dumps(raw(7)), 403),
        ({}, "x" * (webhook.LONGEST + 1), 403),  # refused before anything is read
        (GOOD, "x" * (webhook.LONGEST + 1), 413),
        (GOOD, "no JSON", 400),
        (GOOD, "\udcff".encode("utf-8", "surrogatepass"), 400),
        (GOOD, "[" * 100_000, 400),
        (GOOD, "[1]", 200),
        (GOOD, '{"update_id": true}', 200),
    ],
)
async def test_what_is_no_update_of_telegrams(
    headers: dict[str, str], body: str | bytes, status: int
) -> None:
    async def keep(updates: Any) -> int:
        raise AssertionError("nothing may be kept")

    encoded = {k: v.encode("latin-1") for k, v in headers.items()}
    async with served(keep) as http:
        answer = await http.post(webhook.PATH, content=body, headers=encoded)  # type: ignore[arg-type]
        assert answer.status_code == status
        assert (await http.get(webhook.PATH)).status_code == 405


def test_without_a_secret_there_is_no_webhook() -> None:
    with pytest.raises(ValueError, match="needs a secret"):
        webhook.route(receiver, "")  # type: ignore[arg-type]


async def test_stored_before_it_is_acknowledged_and_once(store: Store) -> None:
    """Two receivers get the same updates, out of order and again."""
    one, other = served(receiver(store).keep), served(receiver(store).keep)
    async with one, other:
        for number in (9, 7, 8, 7):
            answers = await asyncio.gather(
                *(c.post(webhook.PATH, json=raw(number), headers=GOOD) for c in (one, other))
            )
            assert {answer.status_code for answer in answers} == {200}
            assert number in await stored(store)
    assert await stored(store) == [7, 8, 9]


@pytest.mark.parametrize(
    ("error", "status"),
    [(OperationalError("", {}, Exception("words")), 503), (KeyError("words"), 500)],
)
async def test_what_could_not_be_stored_is_brought_again(
    error: Exception, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    async def keep(updates: Any) -> int:
        raise error

    async with served(keep) as http:
        answer = await http.post(webhook.PATH, json=raw(7, text="geheim"), headers=GOOD)
    assert answer.status_code == status
    assert "words" not in answer.text + caplog.text
    assert "geheim" not in caplog.text


async def test_from_webhook_to_polling_nothing_is_lost(store: Store) -> None:
    """By webhook a lower number may still wait when a higher one is stored: to poll from the
    newest stored on would throw it away."""
    who = Person(A, "Ana", "resident", "nl")
    world = World.open(None, Clock(), TOKEN, (who,), limits=False)
    lost: set[int] = set()

    async def keep(updates: Any) -> int:
        if not lost:
            lost.update(one.update_id for one in updates)
            raise OperationalError("", {}, Exception())  # the first one does not get through
        return await receiver(store).keep(updates)

    bot = Starlette(routes=[webhook.route(keep, SECRET)])
    phones = create_app(world, webhook_transport=httpx.ASGITransport(bot))
    telegram = Telegram(TOKEN, "http://phones")
    await telegram._calls.close()
    telegram._calls = InProcess(httpx.ASGITransport(phones))
    async with phones.router.lifespan_context(phones):
        phone = Phone(world, A)
        world.ledger.put(
            "webhook", {"url": "http://bot/telegram", "secret_token": SECRET, "max_connections": 9}
        )
        world.webhook_changed()
        phone.say("een")
        await until(lambda: bool(lost), 20_000)
        world.ledger.put("webhook", None)
        await receiver(store).keep([came(max(lost) + 1)])  # a later one had got through
        phone.say("twee")
        poller = Receiver(
            store, telegram, FixedClock(NOW), NOTHING, frozenset(), lambda _: None, poll_seconds=0
        )
        await poller._once(0)
    world.close()
    await telegram.close()
    assert lost < set(await stored(store))
