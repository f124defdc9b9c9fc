"""Our own Outgoing -> Telegram's Bot API, and raw polling. No decisions are taken here."""

from __future__ import annotations

import asyncio
import logging
import os
from contextlib import suppress

os.environ.setdefault("PTB_TIMEDELTA", "true")  # before telegram is imported: retry_after's type

from dataclasses import dataclass
from typing import Any

import telegram
from telegram import InputFile
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot.bodies import call_of
from bot.calls import calls_to
from bot.channel import (
    Clear,
    Copy,
    Delete,
    File,
    Gone,
    Later,
    Menu,
    Outgoing,
    Refused,
    Say,
    Unreachable,
)
from bot.refusals import refusal, seconds_of
from bot.updates import ALLOWED
from bot.wire import Unanswered

SENT_WITHIN = 30.0  # seconds
POLL_SECONDS = 20
POLL_ENDS_WITHIN = 6  # seconds after that, the way there and back
WEBHOOK_TRIES = 5
# what the library makes of an answer that is none of Telegram's
MISREAD = (AttributeError, KeyError, TypeError, ValueError, OverflowError, RecursionError)
# Telegram's words for "what you want is so already" (an edit, a deletion done twice)
ALREADY = ("message is not modified", "message to delete not found", "query is too old")


class PollingConflict(Exception):
    """Another process polls with the same token, or a webhook is set."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """What Telegram knows of ours: '' for none, how many updates wait, its newest error."""

    url: str
    waiting: int
    error: str | None


class BadToken(Exception):
    """Telegram does not know this token."""


class Discreet(logging.Filter):
    """Silences two libraries, whatever level somebody turns on: both log addresses, which hold the
    token, and python-telegram-bot what people write. What matters of it we log ourselves."""

    def filter(self, record: logging.LogRecord) -> bool:
        return False


DISCREET = Discreet()
TALKATIVE = ("httpx", "telegram.Bot", *(f"telegram.request.{n}Request" for n in ("Base", "HTTPX")))


class Telegram:
    """Sends, and polls raw. `api` is the base URL before `/bot<token>`."""

    def __init__(self, token: str, api: str = "https://api.telegram.org") -> None:
        for library in TALKATIVE:
            logging.getLogger(library).addFilter(DISCREET)
        self._requests = [
            HTTPXRequest(connection_pool_size=64, read_timeout=20, connect_timeout=10),
            HTTPXRequest(connection_pool_size=1),  # of PTB's own polling, which is not used
        ]
        self.bot = telegram.Bot(
            token,
            base_url=f"{api.rstrip('/')}/bot",
            request=self._requests[0],
            get_updates_request=self._requests[1],
        )
        self._calls = calls_to(f"{api.rstrip('/')}/bot{token}")

    async def start(self) -> str:
        """Checks the token. Returns the bot's user name. Raises BadToken, Unreachable."""
        try:
            await self.bot.initialize()
        except (InvalidToken, Forbidden):
            raise BadToken from None
        except (TelegramError, *MISREAD) as error:
            raise Unreachable(type(error).__name__) from None
        return str(self.bot.username)

    async def close(self) -> None:
        await self._calls.close()
        await self.bot.shutdown()
        for request in self._requests:  # a bot that never started closes nothing
            await request.shutdown()

    async def bring(self, url: str, secret: str) -> None:
        """Has updates brought to `url`, each call with the secret. What waits is brought too.

        Raises Refused with Telegram's reason, Unreachable.
        """
        for _ in range(WEBHOOK_TRIES):
            try:
                await self.bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED)
                return
            except RetryAfter as error:  # several processes that start together
                await asyncio.sleep(min(seconds_of(error.retry_after), 10.0))
            except BadRequest as error:
                raise Refused(error.message) from None
            except (TelegramError, *MISREAD) as error:
                raise Unreachable(type(error).__name__) from None
        raise Unreachable("RetryAfter")

    async def webhook(self) -> Webhook:
        """Where updates are brought to now. Raises Unreachable."""
        try:
            state = await self.bot.get_webhook_info()
            recent = None
            if state.last_error_date and state.last_error_message:
                recent = f"{state.last_error_message} ({state.last_error_date:%Y-%m-%d %H:%M} UTC)"
            return Webhook(state.url or "", state.pending_update_count, recent)
        except (TelegramError, *MISREAD) as error:
            raise Unreachable(type(error).__name__) from None

    async def fetch(self) -> bool:
        """Has updates kept until they are polled. Whether a webhook was set. Raises Unreachable."""
        if not (await self.webhook()).url:
            return False
        try:
            await self.bot.delete_webhook(drop_pending_updates=False)
            return True
        except (TelegramError, *MISREAD) as error:
            raise Unreachable(type(error).__name__) from None

    async def poll(self, offset: int | None, seconds: int = POLL_SECONDS) -> list[dict[str, Any]]:
        """Raw updates from `offset` on; earlier ones are acknowledged by that.

        Raises Unreachable, Later, PollingConflict.
        """
        body: dict[str, Any] = {"timeout": seconds, "allowed_updates": ALLOWED, "limit": 100}
        if offset is not None:
            body["offset"] = offset
        try:
            status, data = await self._calls.post("getUpdates", body, seconds + POLL_ENDS_WITHIN)
        except Unanswered as error:
            raise Unreachable(str(error)) from None
        if not isinstance(data, dict):
            raise Unreachable(f"status {status}")
        if data.get("ok") is True and isinstance(data.get("result"), list):
            return [one for one in data["result"] if isinstance(one, dict)]
        if status == 409:
            raise PollingConflict
        if status == 429:
            asked = data.get("parameters")
            raise Later(seconds_of(asked.get("retry_after") if isinstance(asked, dict) else None))
        raise Unreachable(f"status {status}")

    async def send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        try:
            return await self._send(chat_id, outgoing)
        except RetryAfter as error:
            raise Later(seconds_of(error.retry_after)) from None
        except Forbidden:
            raise Gone("forbidden") from None
        except BadRequest as error:
            if any(words in error.message.lower() for words in ALREADY):
                return None
            if "chat not found" in error.message.lower():
                raise Gone("chat not found") from None
            raise Refused("bad request") from None
        except NetworkError:
            raise Unreachable("network") from None
        except TelegramError as error:
            raise Unreachable(type(error).__name__) from None

    async def _send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        """The number of the message, where one came of it. Raises what the library raises."""
        match outgoing:
            case File():
                return await self._upload(chat_id, outgoing)
            case Clear():
                await self._clear(chat_id, outgoing)
            case Menu():
                await self._menu(chat_id, outgoing)
            case Say() | Copy():
                sent = await self._call(chat_id, outgoing)
                if not isinstance(sent, dict):
                    raise NetworkError("no message")
                number = sent.get("message_id")
                return number if isinstance(number, int) else None
            case _:
                await self._call(chat_id, outgoing)
        return None

    async def _call(self, chat_id: int, outgoing: Outgoing) -> Any:
        """What Telegram says of it. Nothing that is not its own words is taken for a refusal."""
        method, body = call_of(chat_id, outgoing)
        try:
            status, data = await self._calls.post(method, body, SENT_WITHIN)
        except Unanswered as error:
            raise NetworkError(str(error)) from None
        if not isinstance(data, dict):  # whoever stands in between
            raise NetworkError(f"status {status}")
        if data.get("ok") is True:
            return data.get("result")
        raise refusal(status, data)

    async def _upload(self, chat_id: int, file: File) -> int:
        content = InputFile(file.content.encode(), filename=file.name)
        try:
            shown = await self.bot.send_document(
                chat_id,
                content,
                caption=file.caption or None,
                caption_entities=[],
                disable_content_type_detection=True,
            )
            return shown.message_id
        except MISREAD as error:
            raise NetworkError(type(error).__name__) from None

    async def _clear(self, chat_id: int, clear: Clear) -> None:
        """All at once. Where Telegram refuses one of them it refuses all: then each by itself."""
        try:
            await self._call(chat_id, clear)
        except BadRequest:
            for message_id in clear.message_ids:
                with suppress(BadRequest):
                    await self._call(chat_id, Delete(message_id))

    async def _menu(self, chat_id: int, menu: Menu) -> None:
        """A refusal is of this menu alone: it says of nobody that they are gone."""
        try:
            await self._call(chat_id, menu)
        except (BadRequest, Forbidden):
            raise Refused("menu") from None
