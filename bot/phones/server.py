"""The phones as one Starlette application: Bot API, tools, and the page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import time
from pathlib import Path, PurePosixPath

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.phones.bot_api import BotApi, refusal
from bot.phones.errors import Refused
from bot.phones.tools import Advance, Tools
from bot.phones.webhook import Courier
from bot.phones.world import World

PAGE = Path(__file__).parent / "page"
HEADERS = {
    b"content-security-policy": b"default-src 'none'; script-src 'self'; style-src 'self'; "
    b"img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    b"frame-ancestors 'none'",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
}


class SafeHeaders:
    """Puts the page's safety headers on every answer (pure ASGI: live streams stay live)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *HEADERS.items()]
            await send(message)

        await self._app(scope, receive, sending if scope["type"] == "http" else send)


def create_app(
    world: World,
    advance: Advance | None = None,
    *,
    zone: str = "Europe/Brussels",
    morning: time = time(10, 30),
    webhook_transport: httpx.AsyncBaseTransport | None = None,
) -> Starlette:
    """The application to serve.

    `advance` moves the clock for `POST /clock/advance`; without it `world.clock` is moved in one
    leap. `zone` and
    `morning` are for the page's clock. `webhook_transport` lets a test receive webhooks without a
    socket.
    """
    courier = Courier(world, webhook_transport)
    world.webhook_changed = courier.wake

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        courier.wake()
        yield
        await courier.stop()

    async def home(_: Request) -> Response:
        return FileResponse(PAGE / "index.html")

    async def download(request: Request) -> Response:
        """`/file/bot<token>/<path>`: the bytes of a file that getFile named."""
        if request.path_params["token"] != world.token:
            return refusal(Refused(401, "Unauthorized"))
        name = PurePosixPath(request.path_params["path"]).name
        stored = world.ledger.file(name) or world.ledger.file(name.partition(".")[0])
        if stored is None:
            return refusal(Refused(404, "Not Found"))
        return Response(stored[3], media_type="application/octet-stream")

    async def unknown(_: Request) -> Response:
        return JSONResponse({"ok": False, "error_code": 404, "description": "Not Found"}, 404)

    routes = [
        Route("/", home),
        Route("/bot{token}/{method}", BotApi(world)),
        Route("/file/bot{token}/{path:path}", download),
        *Tools(world, advance, zone, morning).routes(),
        Mount("/page", StaticFiles(directory=PAGE)),
        Route("/bot{rest:path}", unknown, methods=["GET", "POST"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(SafeHeaders)], lifespan=lifespan)
