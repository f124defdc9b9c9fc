"""HTTP for people, tests and tools: what is on the phones, and hands to use them."""

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.phones.errors import NoSuch, Unfit
from bot.phones.faults import fault_from
from bot.phones.ledger import JSON
from bot.phones.phone import Phone
from bot.phones.screen import drawn, listed
from bot.phones.strict import decode
from bot.phones.updates import KINDS
from bot.phones.world import World

type Advance = Callable[[float], Awaitable[datetime]]
type Endpoint = Callable[[Request], Awaitable[Response]]

FARTHEST = 366 * 24 * 60 * 60


class Tools:
    """The routes beside the Bot API."""

    def __init__(self, world: World, advance: Advance | None, zone: str, morning: time) -> None:
        self.world = world
        self.zone = ZoneInfo(zone)
        self.morning = morning
        self._advance = advance

    def routes(self) -> list[Route]:
        get, post = ["GET"], ["POST"]
        return [
            Route("/phones", guarded(self.phones), methods=get),
            Route("/phones/{id}/chat", guarded(self.chat), methods=get),
            Route("/phones/{id}/screen", guarded(self.screen), methods=get),
            Route("/phones/{id}/say", guarded(self.say), methods=post),
            Route("/phones/{id}/tap", guarded(self.tap), methods=post),
            Route("/phones/{id}/edit", guarded(self.edit), methods=post),
            Route("/phones/{id}/react", guarded(self.react), methods=post),
            Route("/phones/{id}/follow", guarded(self.follow), methods=post),
            Route("/phones/{id}/block", guarded(self.block), methods=post),
            Route("/phones/{id}/unblock", guarded(self.unblock), methods=post),
            Route("/clock", guarded(self.clock), methods=get),
            Route("/clock/advance", guarded(self.advance), methods=post),
            Route("/faults", guarded(self.faults), methods=["GET", "POST", "DELETE"]),
            Route("/updates", guarded(self.update), methods=post),
            Route("/calls", guarded(self.calls), methods=get),
            Route("/files/{file_id}", guarded(self.file), methods=get),
            Route("/events", self.events, methods=get),
        ]

    async def phones(self, request: Request) -> Response:
        return JSONResponse([asdict(person) for person in self.world.people.values()])

    async def chat(self, request: Request) -> Response:
        return JSONResponse(listed(self.world, self._phone(request).person))

    async def screen(self, request: Request) -> Response:
        return JSONResponse(drawn(self.world, self._phone(request).person))

    async def say(self, request: Request) -> Response:
        """{text} sends a text; {kind, caption} something else; {reply_to} with either answers a
        message.
        """
        phone, body = self._phone(request), await read(request)
        reply_to = _number(body, "reply_to") if "reply_to" in body else None
        if body.get("kind", "text") != "text":
            sent = [phone.send(_text(body, "kind"), _text(body, "caption", ""), reply_to)]
        else:
            sent = phone.say(_text(body, "text"), reply_to)
        return JSONResponse({"message_id": sent[-1], "message_ids": sent})

    async def tap(self, request: Request) -> Response:
        phone, body = self._phone(request), await read(request)
        return JSONResponse(phone.tap(_text(body, "label")))

    async def edit(self, request: Request) -> Response:
        """{message_id, text}"""
        phone, body = self._phone(request), await read(request)
        phone.edit(_number(body, "message_id"), _text(body, "text"))
        return JSONResponse({"message_id": body["message_id"]})

    async def react(self, request: Request) -> Response:
        """{message_id, emoji}; an empty emoji takes the reaction away."""
        phone, body = self._phone(request), await read(request)
        phone.react(_number(body, "message_id"), _text(body, "emoji", "") or None)
        return JSONResponse({"message_id": body["message_id"]})

    async def follow(self, request: Request) -> Response:
        """{link}: open a t.me link to the bot and press Start."""
        phone, body = self._phone(request), await read(request)
        return JSONResponse({"message_id": phone.follow(_text(body, "link"))})

    async def block(self, request: Request) -> Response:
        self._phone(request).block()
        return JSONResponse({"blocked": True})

    async def unblock(self, request: Request) -> Response:
        self._phone(request).block(False)
        return JSONResponse({"blocked": False})

    async def clock(self, request: Request) -> Response:
        """Now, and the next mornings' first look for the page's button."""
        now = self.world.clock.now()
        local = now.astimezone(self.zone)
        morning = datetime.combine(local.date() + timedelta(days=1), self.morning, self.zone)
        seconds = (morning - now).total_seconds()
        return JSONResponse(
            {"now": now.isoformat(), "zone": self.zone.key, "seconds_to_morning": seconds}
        )

    async def advance(self, request: Request) -> Response:
        body = await read(request)
        seconds = body.get("seconds")
        if (
            isinstance(seconds, bool)
            or not isinstance(seconds, int | float)
            or not 0 <= seconds <= FARTHEST
        ):
            raise Unfit("seconds must be a number from 0 to those of a year")
        if self._advance is not None:
            now = await self._advance(float(seconds))
        else:
            moved = self.world.clock.advance(float(seconds))
            if inspect.isawaitable(moved):
                await moved
            now = self.world.clock.now()
        for phone_id in self.world.people:
            self.world.changed(phone_id)
        return JSONResponse({"now": now.isoformat()})

    async def faults(self, request: Request) -> Response:
        """POST orders one, DELETE takes all back, each answers with those to come."""
        if request.method == "POST":
            self.world.faults.order(fault_from(await read(request)))
        elif request.method == "DELETE":
            self.world.faults.clear()
        return JSONResponse([asdict(fault) for fault in self.world.faults.ordered])

    async def update(self, request: Request) -> Response:
        """{kind, body, chat_id}: any update, also one that no program can read."""
        given = await read(request)
        kind, body = _text(given, "kind"), given.get("body")
        if kind not in KINDS or not isinstance(body, dict):
            raise Unfit("kind must be a kind of update, body an object")
        self.world.updates.add(kind, _number(given, "chat_id") if "chat_id" in given else 0, body)
        return JSONResponse({"queued": self.world.updates.allowed(kind)})

    async def calls(self, request: Request) -> Response:
        """How often each method was called and with what outcome, and what the bot sent that
        nobody knows.
        """
        counted: dict[str, dict[str, int]] = {}
        for call in self.world.calls:
            outcomes = counted.setdefault(call.method, {})
            outcomes[str(call.code)] = outcomes.get(str(call.code), 0) + 1
        return JSONResponse({"calls": counted, "oddities": self.world.oddities})

    async def file(self, request: Request) -> Response:
        """A picture on a phone; anything else is offered for download, never shown as a page."""
        stored = self.world.ledger.file(request.path_params["file_id"])
        if stored is None:
            raise NoSuch("there is no such file")
        kind, _, mime, data = stored
        shown = kind == "photo" and mime in ("image/png", "image/jpeg", "image/webp", "image/gif")
        return Response(data, media_type=mime if shown else "application/octet-stream")

    async def events(self, request: Request) -> Response:
        return StreamingResponse(
            self._stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def _stream(self) -> AsyncIterator[str]:
        """The id of every phone that changed, as it changes."""
        watcher = self.world.watch()
        try:
            yield "retry: 1000\n\n"
            while (phone_id := await watcher.get()) is not None:
                yield f"data: {phone_id}\n\n"
        finally:
            self.world.unwatch(watcher)

    def _phone(self, request: Request) -> Phone:
        number = request.path_params["id"]
        if not number.isascii() or not number.isdecimal() or len(number) > 18:
            raise NoSuch(f"there is no phone {number}")
        return Phone(self.world, int(number))


def guarded(endpoint: Endpoint) -> Endpoint:
    """Turns NoSuch into 404 and Unfit into 400, and refuses what another site's page sends."""

    async def answer(request: Request) -> Response:
        origin = request.headers.get("origin")
        if (
            request.method != "GET"
            and origin
            and origin.partition("://")[2] != request.headers.get("host")
        ):
            return JSONResponse({"error": "another site's page may not use these phones"}, 403)
        try:
            return await endpoint(request)
        except NoSuch as error:
            return JSONResponse({"error": str(error)}, 404)
        except Unfit as error:
            return JSONResponse({"error": str(error)}, 400)

    return answer


async def read(request: Request) -> JSON:
    """The body, an object, whatever its Content-Type says."""
    try:
        body = decode(await request.body() or b"{}")
    except UnicodeError:
        raise Unfit("strings must be encoded in UTF-8") from None
    except ValueError:
        raise Unfit("the body is not JSON") from None
    if not isinstance(body, dict):
        raise Unfit("the body must be a JSON object")
    return body


def _text(body: JSON, name: str, default: str | None = None) -> str:
    value: Any = body.get(name, default)
    if not isinstance(value, str):
        raise Unfit(f"{name} must be a string")
    return value


def _number(body: JSON, name: str) -> int:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**63:
        raise Unfit(f"{name} must be a whole number")
    return value
