"""`/bot<token>/<method>`: reading a call as Telegram does, checking it, doing it, answering it."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from bot.phones import edits, profile, pulls, sends
from bot.phones.errors import Refused, bad
from bot.phones.facts import Upload, check, served
from bot.phones.faults import Fault
from bot.phones.media import UPLOAD_LIMIT
from bot.phones.sends import Request
from bot.phones.strict import decode
from bot.phones.world import Call, World

type Method = Callable[[Request], Any]

FILE_KINDS = {
    "sendPhoto": "photo", "sendAudio": "audio", "sendDocument": "document", "sendVideo": "video",
    "sendAnimation": "animation", "sendVoice": "voice", "sendVideoNote": "video_note",
    "sendSticker": "sticker",
}  # fmt: skip
TEXT_KINDS = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}


def _true(_: Request) -> bool:
    return True


METHODS: dict[str, Method] = {
    "getUpdates": pulls.get_updates,
    "setWebhook": pulls.set_webhook,
    "deleteWebhook": pulls.delete_webhook,
    "getWebhookInfo": pulls.webhook_info,
    "getMe": profile.get_me,
    "logOut": _true,
    "close": _true,
    "sendMessage": sends.send_message,
    "forwardMessage": sends.forward_message,
    "forwardMessages": partial(sends.many, "forward"),
    "copyMessage": sends.copy_message,
    "copyMessages": partial(sends.many, "copy"),
    "sendMediaGroup": sends.send_media_group,
    "sendLocation": sends.send_location,
    "sendContact": sends.send_contact,
    "sendChatAction": sends.send_chat_action,
    "setMessageReaction": edits.react,
    "editMessageText": edits.edit_text,
    "editMessageCaption": edits.edit_caption,
    "editMessageMedia": edits.edit_media,
    "editMessageReplyMarkup": edits.edit_markup,
    "deleteMessage": edits.delete_message,
    "deleteMessages": edits.delete_messages,
    "answerCallbackQuery": edits.answer_tap,
    "getChat": profile.get_chat,
    "getFile": profile.get_file,
    "getUserProfilePhotos": profile.get_photos,
    "setMyCommands": profile.set_commands,
    "deleteMyCommands": profile.delete_commands,
    "getMyCommands": profile.get_commands,
    "setChatMenuButton": profile.set_menu,
    "getChatMenuButton": profile.get_menu,
    **{name: partial(sends.send_file, kind) for name, kind in FILE_KINDS.items()},
    **{f"setMy{name}": partial(profile.set_text, kind) for name, kind in TEXT_KINDS.items()},
    **{f"getMy{name}": partial(profile.get_text, kind) for name, kind in TEXT_KINDS.items()},
}
# Known to the Bot API, and of consequence, but nothing that these phones can show: refused rather
# than ignored.
NOT_SERVED = {
    "business_connection_id": "business connection not found",
    "message_thread_id": "message thread not found",
    "direct_messages_topic_id": "direct messages topic not found",
    "rich_message": "this stand-in serves no rich messages",
    "suggested_post_parameters": "this stand-in serves no suggested posts",
    "ephemeral_message_parameters": "this stand-in serves no ephemeral messages",
    "allow_paid_broadcast": "this stand-in serves no paid broadcasts",
}


class BotApi:
    """The ASGI application behind `/bot<token>/<method>`."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = HttpRequest(scope, receive)
        token, name = request.path_params["token"], request.path_params["method"]
        method = served().get(name.lower())
        response: Response
        if token != self._world.token:
            response = refusal(Refused(401, "Unauthorized"))
        elif method is None or request.method not in ("GET", "POST"):
            response = refusal(Refused(404, "Not Found"))
        else:
            fault = self._world.faults.take(method)
            outcome = await self._with(fault, partial(self._answer, request, method))
            if outcome is None:
                await drop(receive)
                return
            response = outcome
        await response(scope, receive, send)

    async def _with(
        self, fault: Fault | None, answer: Callable[[], Awaitable[Response]]
    ) -> Response | None:
        """The answer as the fault leaves it; None where the connection is to be closed."""
        match fault.kind if fault else None:
            case "drop_before":
                return None
            case "drop_after":
                await answer()
                return None
            case "error" if fault:
                return refusal(fault.refusal())
            case "rubbish":
                return PlainTextResponse(
                    "<html>502 Bad Gateway</html>", status_code=502, media_type="text/html"
                )
            case "slow" if fault:
                await asyncio.sleep(fault.seconds)
        return await answer()

    async def _answer(self, request: HttpRequest, method: str) -> Response:
        args: dict[str, Any] = {}
        try:
            given, uploads = await parameters(request)
            args, unknown = check(method, given)
            self._world.oddities += [f"{method}: unknown parameter {name}" for name in unknown]
            result = await self._do(method, args, uploads)
        except Refused as refused:
            self._world.calls.append(Call(method, args, refused.code))
            return refusal(refused)
        self._world.calls.append(Call(method, args, 200))
        return JSONResponse({"ok": True, "result": result})

    async def _do(self, method: str, args: dict[str, Any], uploads: dict[str, Upload]) -> Any:
        for name, words in NOT_SERVED.items():
            if args.get(name):
                raise bad(words)
        result = METHODS[method](Request(self._world, args, uploads))
        return await result if inspect.isawaitable(result) else result


def refusal(refused: Refused) -> JSONResponse:
    """A refusal as Telegram words it, with Retry-After where there is one."""
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refused.code,
        "description": refused.description,
    }
    headers = {}
    if refused.parameters:
        body["parameters"] = refused.parameters
        if "retry_after" in refused.parameters:
            headers["Retry-After"] = str(refused.parameters["retry_after"])
    return JSONResponse(body, refused.code, headers)


async def parameters(request: HttpRequest) -> tuple[dict[str, object], dict[str, Upload]]:
    """Parameters from the query and from a JSON, urlencoded or multipart body, and the files among
    them.
    """
    if int(request.headers.get("content-length") or 0) > UPLOAD_LIMIT:
        raise Refused(413, "Request Entity Too Large")
    given: dict[str, object] = dict(request.query_params)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    try:
        if kind == "application/json":
            given |= _object(await request.body())
        elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
            async with request.form(max_part_size=UPLOAD_LIMIT) as form:
                given |= await _form(form)
        "".join(text for text in given.values() if isinstance(text, str)).encode()
    except UnicodeError:
        raise bad("strings must be encoded in UTF-8") from None
    except (MultiPartException, HTTPException):
        raise bad("can't parse the request body") from None
    except ClientDisconnect:
        raise bad("the client closed the connection") from None
    return given, {name: value for name, value in given.items() if isinstance(value, Upload)}


def _object(body: bytes) -> dict[str, object]:
    try:
        decoded = decode(body) if body else {}
    except UnicodeError:
        raise
    except ValueError:
        raise bad("can't parse request body as JSON") from None
    if not isinstance(decoded, dict):
        raise bad("object expected as request body")
    return decoded


async def _form(form: FormData) -> dict[str, object]:
    given: dict[str, object] = {}
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            mime = value.content_type or "application/octet-stream"
            given[name] = Upload(value.filename or name, mime, await value.read())
        else:
            given[name] = value
    return given


async def drop(receive: Receive) -> None:
    """Close the connection without a word. uvicorn alone has one to close; elsewhere the caller
    sees an error.
    """
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    if transport is None:
        raise ConnectionResetError("the connection was closed by a fault on order")
    transport.abort()
    while (await receive())["type"] != "http.disconnect":
        pass
