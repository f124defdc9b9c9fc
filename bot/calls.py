"""The calls that a bot makes all the time, to the Bot API: over connections of its own, which take
a fifth of what httpx takes for one; where the environment asks for a proxy, httpx finds the way.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any, Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx

from bot.wire import CONNECTED_WITHIN, Unanswered, Wire, told

JSON = {"Content-Type": "application/json"}


class Calls(Protocol):
    async def post(self, path: str, body: Any, seconds: float) -> tuple[int, Any]:
        """The answer's status and its JSON, within so many seconds. Raises Unanswered."""
        ...

    async def close(self) -> None: ...


class Proxied:
    """By the proxy of the environment, as python-telegram-bot goes. Its client logs addresses,
    which hold the token: `bot.telegram` silences it."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._http = httpx.AsyncClient(timeout=httpx.Timeout(None, connect=CONNECTED_WITHIN))

    async def post(self, path: str, body: Any, seconds: float) -> tuple[int, Any]:
        content = json.dumps(body).encode()
        try:
            async with asyncio.timeout(seconds):
                answer = await self._http.post(f"{self._url}/{path}", content=content, headers=JSON)
                return told(answer.status_code, answer.content)
        except (httpx.HTTPError, OSError, ValueError, RecursionError) as error:
            raise Unanswered(type(error).__name__) from None

    async def close(self) -> None:
        await self._http.aclose()


def calls_to(url: str) -> Calls:
    """`url`: what stands before each path."""
    place = urlsplit(url)
    host, proxies = place.hostname or "", getproxies()
    asked = not proxy_bypass(host) and (proxies.get(place.scheme) or proxies.get("all"))
    return Proxied(url) if asked else Wire(url)
