"""The door: a link shows a button, only the button signs in; and the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import signing
from bot.studio.browser import preferred, same_site
from bot.studio.visit import EVERYBODY, Page, Studio, Visit, leave, page

COOKIE: Final = "goeiedag_studio"


def routes(studio: Studio) -> list[Route]:
    """What anybody may ask for."""

    async def show(request: Request) -> Response:
        """Looking at a link does not use it up: previews and scanners look too."""
        token = request.path_params["token"]
        async with studio.store.read() as session:
            person = await signing.owner(session, token, studio.now())
        if person is None:
            return _dead(studio, request)
        words = studio.words(person.language)
        return page(
            request,
            words,
            "sign_in.html",
            organisation=studio.house.organisation,
            name=person.name or words("frame/nameless"),
            hours=int(signing.SESSION_LASTS.total_seconds() // 3600),
            minutes=int(signing.RESTS.total_seconds() // 60),
        )

    async def enter(request: Request) -> Response:
        if not same_site(request):
            return _dead(studio, request)
        async with studio.store.write() as session:
            fresh = await signing.sign_in(session, request.path_params["token"], studio.now())
        if fresh is None:
            return _dead(studio, request)
        answer = leave(request, "/dialogues")
        answer.set_cookie(
            COOKIE,
            fresh,
            httponly=True,
            samesite="strict",
            secure=_secure(studio, request),
            path=request.scope.get("root_path", "") or "/",
            max_age=int(signing.SESSION_LASTS.total_seconds()),
        )
        return answer

    async def hello(request: Request) -> Response:
        return needed(studio, request, preferred(request), 200)

    return [
        Route("/in/{token}", show, methods=["GET"]),
        Route("/in/{token}", enter, methods=["POST"]),
        Route("/hello", hello, methods=["GET"]),
    ]


def _secure(studio: Studio, request: Request) -> bool:
    return studio.house.public_url.startswith("https://") or request.url.scheme == "https"


def _dead(studio: Studio, request: Request) -> Response:
    words = studio.words(preferred(request))
    minutes = int(signing.LINK_LASTS.total_seconds() // 60)
    return page(
        request,
        words,
        "note.html",
        410,
        organisation=studio.house.organisation,
        title=words("in/dead-title"),
        text=words("in/dead", minutes=minutes),
    )


def needed(
    studio: Studio,
    request: Request,
    language: str,
    status: int = 401,
    typed: Sequence[tuple[str, str]] = (),
) -> Response:
    """How to sign in, for whoever is not. `typed`: what a form held as the session had ended."""
    words = studio.words(language)
    done = request.query_params.get("done", "")
    return page(
        request,
        words,
        "note.html",
        status,
        organisation=studio.house.organisation,
        title=words("in/needed-title"),
        text=words("in/needed-kept" if typed else "in/needed"),
        typed=typed,
        more=words("in/no-password"),
        told=words(f"in/{done}") if done in ("out", "out-everywhere") else "",
    )


async def out(visit: Visit) -> Response:
    return await _out(visit, False)


async def out_everywhere(visit: Visit) -> Response:
    return await _out(visit, True)


async def _out(visit: Visit, everywhere: bool) -> Response:
    studio = visit.studio
    async with studio.store.write() as session:
        await signing.sign_out(session, visit.who, studio.now(), everywhere)
    answer = leave(visit.request, "/hello", "out-everywhere" if everywhere else "out")
    answer.delete_cookie(COOKIE, path=visit.request.scope.get("root_path", "") or "/")
    return answer


PAGES: Final = (
    Page("POST", "/out", EVERYBODY, out),
    Page("POST", "/out/everywhere", EVERYBODY, out_everywhere),
)
