"""What a browser tells of itself, and what is believed of it."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.dialogue.names import LANGUAGES

LARGEST: Final = 400_000  # bytes of a form


def preferred(request: Request) -> str:
    """The first of our languages that the browser asks for; Dutch where it asks for none."""
    for part in request.headers.get("accept-language", "").lower().split(","):
        code = part.strip()[:2]
        if code in LANGUAGES:
            return code
    return "nl"


async def read_form(request: Request) -> FormData:
    """The form that was sent. Raises HTTPException 413 for one that is too large."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > LARGEST:
        raise HTTPException(413)
    return await request.form(max_files=0, max_fields=2000)


async def typed_here(request: Request) -> list[tuple[str, str]]:
    """What a form of ours holds that cannot be taken now, so that it is not lost; nothing where
    the browser does not say itself that it comes from a page of ours."""
    if request.method != "POST" or "origin" not in request.headers or not same_site(request):
        return []
    form = await read_form(request)
    return [(k, v) for k, v in form.multi_items() if isinstance(v, str) and k != "csrf"]


def same_site(request: Request) -> bool:
    """Whether a form comes from a page of ours; a browser that tells nothing is believed."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or origin.partition("://")[2] == request.headers.get("host")
