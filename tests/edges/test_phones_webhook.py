"""Webhooks: the secret goes along, failures are tried again, order holds within a chat."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from phones_kit import ALICE, BOB, Api, new_world

from bot.phones import Phone, create_app, webhook


class Receiver(httpx.AsyncBaseTransport):
    """A bot that fails the first time, and remembers what came."""

    def __init__(self, wanted: int) -> None:
        self.got: list[dict[str, Any]] = []
        self.secrets: set[str | None] = set()
        self.failures = 1
        self.wanted = wanted
        self.done = asyncio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.failures:
            self.failures -= 1
            return httpx.Response(500)
        self.got.append(json.loads(await request.aread()))
        if len(self.got) == self.wanted:
            self.done.set()
        return httpx.Response(200)


async def test_delivery(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "FIRST_PAUSE", 0)
    world = new_world()
    receiver = Receiver(4)
    app = create_app(world, webhook_transport=receiver)
    api = Api(world, app)
    async with app.router.lifespan_context(app):
        url = "http://127.0.0.1:9/hook"
        assert await api.call("setWebhook", url=url, secret_token="s3cret")
        for text in ("one", "two", "three"):
            Phone(world, ALICE.id).say(text)
        Phone(world, BOB.id).say("other")
        async with asyncio.timeout(10):
            await receiver.done.wait()
            while (await api.call("getWebhookInfo"))["pending_update_count"]:  # noqa: ASYNC110
                await asyncio.sleep(0)
        info = await api.call("getWebhookInfo")
        assert info["url"] == url
        assert "500" in info["last_error_message"]
        assert await api.call("deleteWebhook")
    mine = [u["message"]["text"] for u in receiver.got if u["message"]["chat"]["id"] == ALICE.id]
    assert mine == ["one", "two", "three"]
    assert receiver.secrets == {"s3cret"}
    world.close()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ({"url": "http://example.org"}, "An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org:99"}, "only on ports 80, 88, 443 or 8443"),
        (
            {"url": "https://example.org", "secret_token": "é"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_refusals(args: dict[str, str], words: str) -> None:
    world = new_world()
    with pytest.raises(RuntimeError, match=words):
        await Api(world).call("setWebhook", **args)
    world.close()
