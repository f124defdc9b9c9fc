"""Where Telegram brings updates, in place of being asked for them.

An update is answered 200 only after its commit; anything else makes Telegram bring it again. Any
number of processes may receive. Who does not know the secret is refused before anything is read.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.inbox import Received
from bot.outage import Outage
from bot.settings import WEBHOOK_PATH as PATH
from bot.store import passing
from bot.updates import received

log = logging.getLogger(__name__)
HEADER = "x-telegram-bot-api-secret-token"
LONGEST = 1 << 20  # bytes; an update has a few thousand
READ_WITHIN = 10.0  # seconds

type Keep = Callable[[list[Received]], Awaitable[int]]


def route(keep: Keep, secret: str, outage: Outage | None = None) -> Route:
    """Raises ValueError without a secret: then anybody could speak for anybody."""
    if not secret:
        raise ValueError("a webhook needs a secret")
    expected, away = secret.encode(), outage or Outage()

    async def receive(request: Request) -> Response:
        given = request.headers.get(HEADER, "").encode("latin-1", "replace")
        if not hmac.compare_digest(given, expected):
            log.warning("a webhook call without the secret was refused")
            return PlainTextResponse("forbidden", 403)
        try:
            async with asyncio.timeout(READ_WITHIN):
                body = await _body(request)
        except (ClientDisconnect, TimeoutError):
            return PlainTextResponse("too slow", 408)
        if body is None:
            return PlainTextResponse("too long", 413)
        return await _kept(keep, body, away)

    return Route(PATH, receive, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """None when it is too long; no more than that is held."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            return None
    return bytes(body)


async def _kept(keep: Keep, body: bytes, outage: Outage) -> Response:
    try:
        raw: Any = json.loads(body)
    except (ValueError, RecursionError):
        return PlainTextResponse("no JSON", 400)
    one = received(raw) if isinstance(raw, dict) else None
    if one is None:
        log.warning("a webhook call without an update was let go")
        return PlainTextResponse("no update")  # bringing it again would change nothing
    try:
        await keep([one])
    except Exception as error:
        if not passing(error):
            log.error("an update could not be stored: %s", type(error).__name__)
            return PlainTextResponse("not stored", 500)
        outage.tell(error)
        return PlainTextResponse("not now", 503)  # Telegram brings it again
    return PlainTextResponse("stored")
