"""The studio as one Starlette application, to be mounted at /studio."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import FormData, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot import signing
from bot.studio import (
    desk,
    dialogue,
    dialogues,
    directory,
    editing,
    figures,
    heading,
    model,
    not_understood,
    preview,
    revisions,
    second_look,
    shaping,
    signing_in,
    team,
    trying,
    yaml_page,
)
from bot.studio.browser import preferred, read_form, same_site
from bot.studio.visit import Page, Studio, Visit, leave, page
from bot.studio.words import Words

log = logging.getLogger(__name__)

PAGES: Final[tuple[Page, ...]] = (
    *signing_in.PAGES,
    *dialogues.PAGES,
    *dialogue.PAGES,
    *editing.PAGES,
    *shaping.PAGES,
    *heading.PAGES,
    *yaml_page.PAGES,
    *preview.PAGES,
    *trying.PAGES,
    *revisions.PAGES,
    *second_look.PAGES,
    *desk.PAGES,
    *directory.PAGES,
    *figures.PAGES,
    *team.PAGES,
    *not_understood.PAGES,
    *model.PAGES,
)
HEADERS: Final = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with no-referrer a form of ours comes from "null"
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}


class SafeHeaders:
    """Puts the safety headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, sending if scope["type"] == "http" else send)


def app(studio: Studio) -> Starlette:
    """The application. It keeps nothing in memory that another process would have to know."""

    async def home(request: Request) -> Response:
        return leave(request, "/dialogues")

    routes = [
        Route("/", home),
        *signing_in.routes(studio),
        *_routes(studio, PAGES),
        Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
    ]

    def told(key: str) -> Callable[[Request, Exception], Awaitable[Response]]:
        async def answer(request: Request, error: Exception) -> Response:
            status = error.status_code if isinstance(error, HTTPException) else 500
            if status == 500:
                log.error("a page of the studio failed: %s", type(error).__name__)
            shown = key if status != 413 else "large"
            return _note(studio, request, shown, status)

        return answer

    return Starlette(
        routes=routes,
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={HTTPException: told("missing"), Exception: told("broken")},
    )


def _note(studio: Studio, request: Request, key: str, status: int, **values: str) -> Response:
    words = studio.words(preferred(request))
    return page(
        request,
        words,
        "note.html",
        status,
        organisation=studio.house.organisation,
        title=words(f"frame/{key}-title"),
        text=words(f"frame/{key}", **values),
    )


def _routes(studio: Studio, pages: Iterable[Page]) -> list[Route]:
    """One route an address; a method that no page has is refused by Starlette."""
    by_path: dict[str, list[Page]] = {}
    for one in pages:
        by_path.setdefault(one.path, []).append(one)
    return [
        Route(
            path,
            _guarded(studio, {p.method: p for p in found}),
            methods=[*{p.method for p in found}],
        )
        for path, found in by_path.items()
    ]


def _guarded(
    studio: Studio, by_method: dict[str, Page]
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        asked = by_method["GET" if request.method == "HEAD" else request.method]
        now = studio.now()
        token = request.cookies.get(signing_in.COOKIE, "")
        async with studio.store.read() as session:
            who = await signing.signed_in(session, token, now) if token else None
        if who is None:
            return signing_in.needed(studio, request, preferred(request))
        words = studio.words(who.person.language)
        if who.person.role not in asked.roles:
            return _refused(studio, request, words, asked)
        form = FormData()
        if request.method == "POST":
            form = await read_form(request)
            if not _ours(request, form, who.csrf):
                return _note(studio, request, "csrf", 403)
        if signing.rested(who, now):
            async with studio.store.write() as session:
                await signing.seen(session, who.session_id, now)
        return await asked.handler(Visit(studio, request, who, form))

    return answer


def _refused(studio: Studio, request: Request, words: Words, asked: Page) -> Response:
    roles = words.joined([words(f"frame/role-{role}") for role in sorted(asked.roles)])
    return page(
        request,
        words,
        "note.html",
        403,
        organisation=studio.house.organisation,
        title=words("frame/refused-title"),
        text=words("frame/refused", roles=roles),
    )


def _ours(request: Request, form: FormData, csrf: str) -> bool:
    """Whether a form came from a page of ours: its word, and where the browser says it is from."""
    given = form.get("csrf", "")
    return isinstance(given, str) and hmac.compare_digest(given, csrf) and same_site(request)
