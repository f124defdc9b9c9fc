"""The studio as one Starlette application, to be mounted at /studio."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any, Final

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
from bot.studio.browser import preferred, read_form, same_site, typed_here
from bot.studio.visit import Page, Studio, Visit, leave, page

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
            if status != 500 and not hasattr(request.state, "visit"):
                request.state.visit = await _visit(studio, request)
            return _note(studio, request, shown, status)

        return answer

    return Starlette(
        routes=routes,
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={HTTPException: told("missing"), Exception: told("broken")},
    )


async def _visit(studio: Studio, request: Request) -> Visit | None:
    """Whose request this is; None where nobody is signed in."""
    token = request.cookies.get(signing_in.COOKIE, "")
    async with studio.store.read() as session:
        who = await signing.signed_in(session, token, studio.now()) if token else None
    return Visit(studio, request, who, FormData()) if who is not None else None


def _note(studio: Studio, request: Request, key: str, status: int, **more: Any) -> Response:
    """A page that says one thing: inside the frame, and in the reader's language, where somebody
    is signed in."""
    visit: Visit | None = getattr(request.state, "visit", None)
    words = visit.words if visit else studio.words(preferred(request))
    said = {"title": words(f"frame/{key}-title"), "text": words(f"frame/{key}"), **more}
    if visit:
        return visit.page("note.html", status, **said)
    organisation = studio.house.organisation
    return page(request, words, "note.html", status, organisation=organisation, **said)


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
        visit = request.state.visit = await _visit(studio, request)
        if visit is None:
            typed = await typed_here(request)
            return signing_in.needed(studio, request, preferred(request), typed=typed)
        who = visit.who
        if who.person.role not in asked.roles:
            return _refused(visit, asked)
        form = FormData()
        if request.method == "POST":
            form = await read_form(request)
            if not _ours(request, form, who.csrf):
                # signed in anew since: what was typed is sent once more, by a tap of theirs
                typed = await typed_here(request)
                key = "csrf-kept" if typed else "csrf"
                return _note(studio, request, key, 403, typed=typed)
        if signing.rested(who, now):
            async with studio.store.write() as session:
                await signing.seen(session, who.session_id, now)
        return await asked.handler(Visit(studio, request, who, form))

    return answer


def _refused(visit: Visit, asked: Page) -> Response:
    words = visit.words
    roles = words.joined([words(f"frame/role-{role}") for role in sorted(asked.roles)])
    text = words("frame/refused", roles=roles)
    return visit.page("note.html", 403, title=words("frame/refused-title"), text=text)


def _ours(request: Request, form: FormData, csrf: str) -> bool:
    """Whether a form came from a page of ours: its word, and where the browser says it is from."""
    given = form.get("csrf", "")
    return isinstance(given, str) and hmac.compare_digest(given, csrf) and same_site(request)
