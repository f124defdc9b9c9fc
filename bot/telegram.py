"""Telegram's Bot API <-> our own Incoming and Outgoing. No decisions are taken here."""

from __future__ import annotations

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")  # before telegram is imported: retry_after's type

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import telegram
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ChatType
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot.channel import (
    Answer,
    Copy,
    Delete,
    Edit,
    Gone,
    Incoming,
    Kind,
    Later,
    Outgoing,
    React,
    Refused,
    Say,
    Unreachable,
)
from bot.inbox import Received

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"]
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
POLL_SECONDS = 25
# Telegram's words for "what you want is so already" (an edit, a deletion done twice)
ALREADY = ("message is not modified", "message to delete not found", "query is too old")


class PollingConflict(Exception):
    """Another process polls with the same token, or a webhook is set."""


class BadToken(Exception):
    """Telegram does not know this token."""


def _private_chat(raw: dict[str, Any]) -> int | None:
    """The private chat that an update belongs to, read without trusting its shape."""
    for key in ("message", "edited_message", "my_chat_member", "message_reaction"):
        chat = raw[key].get("chat") if isinstance(raw.get(key), dict) else None
        if isinstance(chat, dict):
            private = chat.get("type") == "private" and isinstance(chat.get("id"), int)
            return chat["id"] if private else None
    query = raw.get("callback_query")
    if isinstance(query, dict) and isinstance(query.get("from"), dict):
        message = query.get("message")
        chat = message.get("chat") if isinstance(message, dict) else None
        same = isinstance(chat, dict) and chat.get("type") == "private"
        return query["from"].get("id") if same else None
    return None


def received(raw: dict[str, Any]) -> Received | None:
    """What the inbox must know of a raw update. None for something that is no update at all."""
    update_id = raw.get("update_id")
    if not isinstance(update_id, int):
        return None
    message = raw.get("message")
    text = message.get("text") if isinstance(message, dict) else None
    settles = isinstance(text, str) and not text.startswith("/")
    return Received(update_id, _private_chat(raw), raw, settles)


def _kind(message: telegram.Message) -> Kind:
    for kind in (Kind.VOICE, Kind.PHOTO, Kind.VIDEO, Kind.STICKER, Kind.LOCATION, Kind.CONTACT):
        if getattr(message, kind.value):
            return kind
    if message.video_note or message.animation:
        return Kind.VIDEO
    if message.audio:
        return Kind.AUDIO
    if message.document:
        return Kind.DOCUMENT
    return Kind.TEXT if message.text else Kind.OTHER


def parse(raw: dict[str, Any]) -> Incoming:
    """One update, parsed alone: a bad one cannot take others with it.

    Raises whatever python-telegram-bot raises for an update that it cannot read.
    """
    update = telegram.Update.de_json(raw, None)
    message = update.message or update.edited_message
    if message is not None and message.chat.type == ChatType.PRIVATE:
        return Incoming(
            update_id=update.update_id,
            chat_id=message.chat.id,
            kind=_kind(message),
            at=message.edit_date or message.date,
            message_id=message.message_id,
            text=message.text or message.caption or "",
            edited=update.edited_message is not None,
            forwarded=message.forward_origin is not None,
            reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
            language_code=message.from_user.language_code if message.from_user else None,
        )
    return _parse_rest(update)


def _parse_rest(update: telegram.Update) -> Incoming:
    now = datetime.now(UTC)
    if (query := update.callback_query) is not None and query.message is not None:
        return Incoming(
            update.update_id,
            query.from_user.id,
            Kind.TAP,
            now,
            message_id=query.message.message_id,
            data=query.data or "",
            query_id=query.id,
        )
    if (member := update.my_chat_member) is not None and member.chat.type == ChatType.PRIVATE:
        gone = member.new_chat_member.status in ("kicked", "left")
        kind = Kind.BLOCKED if gone else Kind.UNBLOCKED
        return Incoming(update.update_id, member.chat.id, kind, member.date)
    if (reaction := update.message_reaction) is not None:
        emoji = [r.emoji for r in reaction.new_reaction if isinstance(r, ReactionTypeEmoji)]
        return Incoming(
            update.update_id,
            reaction.chat.id,
            Kind.REACTION,
            reaction.date,
            message_id=reaction.message_id,
            emoji=emoji[0] if emoji else "",
        )
    chat = update.effective_chat
    return Incoming(update.update_id, chat.id if chat else 0, Kind.NOTHING, now)


class Telegram:
    """Sends, and polls raw. `api` is the base URL before `/bot<token>`."""

    def __init__(self, token: str, api: str = "https://api.telegram.org") -> None:
        self._url = f"{api.rstrip('/')}/bot{token}"
        request = HTTPXRequest(connection_pool_size=64, read_timeout=20, connect_timeout=10)
        self.bot = telegram.Bot(token, base_url=f"{api.rstrip('/')}/bot", request=request)
        self._http = httpx.AsyncClient(timeout=httpx.Timeout(10, read=POLL_SECONDS + 15))

    async def start(self) -> str:
        """Checks the token. Returns the bot's user name. Raises BadToken, Unreachable."""
        try:
            await self.bot.initialize()
        except (InvalidToken, Forbidden) as error:
            raise BadToken from error
        except NetworkError as error:
            raise Unreachable("network") from error
        return str(self.bot.username)

    async def close(self) -> None:
        await self._http.aclose()
        await self.bot.shutdown()

    async def poll(self, offset: int | None, seconds: int = POLL_SECONDS) -> list[dict[str, Any]]:
        """Raw updates from `offset` on; earlier ones are acknowledged by that.

        Raises Unreachable, Later, PollingConflict.
        """
        body: dict[str, Any] = {"timeout": seconds, "allowed_updates": ALLOWED, "limit": 100}
        if offset is not None:
            body["offset"] = offset
        try:
            answer = await self._http.post(f"{self._url}/getUpdates", json=body)
            data = answer.json()
            result = data["result"] if data.get("ok") else None
        except (httpx.HTTPError, ValueError, KeyError, AttributeError) as error:
            # its message may hold the address, and so the token
            raise Unreachable(type(error).__name__) from None
        if isinstance(result, list):
            return [one for one in result if isinstance(one, dict)]
        if answer.status_code == 409:
            raise PollingConflict
        if answer.status_code == 429:
            raise Later(float(data.get("parameters", {}).get("retry_after", 1)))
        raise Unreachable(f"status {answer.status_code}")

    async def send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        try:
            return await self._send(chat_id, outgoing)
        except RetryAfter as error:
            wait = error.retry_after
            raise Later(
                wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            ) from None
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
        bot = self.bot
        match outgoing:
            case Say():
                message = await bot.send_message(
                    chat_id,
                    outgoing.text,
                    entities=[],
                    link_preview_options=NO_PREVIEW,
                    protect_content=outgoing.protect or None,
                    reply_parameters=_reply(outgoing.reply_to),
                    reply_markup=_markup(outgoing),
                )
                return message.message_id
            case Copy():
                copied = await bot.copy_message(
                    chat_id,
                    outgoing.from_chat,
                    outgoing.message_id,
                    caption=outgoing.caption,
                    caption_entities=[],
                    protect_content=outgoing.protect or None,
                    reply_parameters=_reply(outgoing.reply_to),
                )
                return copied.message_id
            case Edit(caption=True):
                await bot.edit_message_caption(
                    chat_id, outgoing.message_id, caption=outgoing.text, caption_entities=[]
                )
            case Edit():
                await bot.edit_message_text(
                    outgoing.text,
                    chat_id,
                    outgoing.message_id,
                    entities=[],
                    link_preview_options=NO_PREVIEW,
                    reply_markup=_inline(outgoing.inline),
                )
            case Delete():
                await bot.delete_message(chat_id, outgoing.message_id)
            case Answer():
                await bot.answer_callback_query(outgoing.query_id, outgoing.text or None)
            case React():
                emoji = [ReactionTypeEmoji(outgoing.emoji)] if outgoing.emoji else []
                await bot.set_message_reaction(chat_id, outgoing.message_id, emoji)
        return None


def _reply(message_id: int | None) -> ReplyParameters | None:
    if message_id is None:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)


def _inline(buttons: tuple[Any, ...]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    rows = [[InlineKeyboardButton(b.label, callback_data=b.data)] for b in buttons]
    return InlineKeyboardMarkup(rows)


def _markup(
    say: Say,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    if say.inline:
        return _inline(say.inline)
    if say.keyboard is None:
        return None
    if not say.keyboard:
        return ReplyKeyboardRemove()
    # short labels share a row, so that a question and its answers fit one phone screen
    short = all(len(label) <= 14 for label in say.keyboard)
    width = 2 if short and len(say.keyboard) > 2 else 1
    labels = [KeyboardButton(label) for label in say.keyboard]
    rows = [labels[i : i + width] for i in range(0, len(labels), width)]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True)
