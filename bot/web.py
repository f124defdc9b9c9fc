"""The HTTP side of a process: where it is told how it does, and where pages and Telegram come in.

`create_app` makes the one application; what other parts serve (the webhook, the coordinators'
pages) is handed in as routes, so that this module knows none of them.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from bot.health import Health

STOP_WITHIN = 2  # seconds that requests under way are waited for


class PortTaken(OSError):
    """Nothing can listen there; the message names the port."""


type Measured = Callable[[], Awaitable[bytes]]


def create_app(
    health: Health, routes: Sequence[BaseRoute] = (), measured: Measured | None = None
) -> Starlette:
    """`/healthz`, `/readyz`, `/metrics` where something is measured, and the routes of others.

    Hand a whole application in as `Mount("/studio", application)`.
    """

    async def alive(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_: Request) -> Response:
        told = await health.told()
        return JSONResponse(told, status_code=200 if told["ready"] else 503)

    async def metrics(_: Request) -> Response:
        content = await measured() if measured is not None else b""
        return Response(content, media_type=CONTENT_TYPE_LATEST)

    own = [Route("/healthz", alive), Route("/readyz", ready)]
    if measured is not None:
        own.append(Route("/metrics", metrics))
    return Starlette(routes=[*own, *routes])


@asynccontextmanager
async def listening(app: ASGIApp, host: str, port: int) -> AsyncIterator[int]:
    """Serves an application. Yields the port (0 takes a free one).

    The access log stays off: addresses may hold a token. Raises PortTaken.
    """
    config = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        log_level="warning",
        timeout_graceful_shutdown=STOP_WITHIN,
        server_header=False,
        http="h11",  # it bounds a request's head; httptools, which is here for our calls, does not
    )
    own = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        own.bind((host, port))
    except (OSError, OverflowError):
        own.close()
        raise PortTaken(f"port {port} cannot be used") from None
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve(sockets=[own]))
    try:
        while not server.started and not task.done():  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.02)
        yield own.getsockname()[1]
    finally:
        server.should_exit = True
        await task
        own.close()
