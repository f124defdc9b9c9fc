"""Raw updates -> our own Incoming. What is not as Telegram promises is met here, not later."""

from __future__ import annotations

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")  # before telegram is imported: retry_after's type

from datetime import UTC, datetime
from typing import Any

import telegram
from telegram import ReactionTypeEmoji
from telegram.constants import ChatType

from bot.channel import Incoming, Kind
from bot.inbox import Received

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"]


def _whole(number: object) -> int | None:
    """A whole number that a database column holds; True is none, though Python says so."""
    plain = isinstance(number, int) and not isinstance(number, bool)
    return number if plain and 0 < number < 2**63 else None  # type: ignore[operator,return-value]


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _private_chat(raw: dict[str, Any]) -> int | None:
    """The private chat that an update belongs to, read without trusting its shape."""
    query = _object(raw.get("callback_query"))
    for one in (
        *(raw.get(key) for key in ALLOWED if key != "callback_query"),
        query.get("message"),
    ):
        chat = _object(_object(one).get("chat"))
        if chat:
            return _whole(chat.get("id")) if chat.get("type") == "private" else None
    return None


def text_of(raw: dict[str, Any]) -> str:
    """The text of a new message, read without trusting its shape; '' for anything else."""
    text = _object(raw.get("message")).get("text")
    return text if isinstance(text, str) else ""


def own_text_of(raw: dict[str, Any]) -> str:
    """As `text_of`; '' for what was forwarded too: that is nobody's wish."""
    return "" if _object(raw.get("message")).get("forward_origin") else text_of(raw)


def received(raw: dict[str, Any]) -> Received | None:
    """What the inbox must know of a raw update. None for something that is no update at all."""
    update_id = _whole(raw.get("update_id"))
    if update_id is None:
        return None
    text, chat_id = text_of(raw), _private_chat(raw)
    number = _whole(_object(raw.get("message")).get("message_id")) if chat_id else None
    settles = bool(text) and not text.startswith("/")
    return Received(update_id, chat_id, raw, settles, number)


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
    if message.text:
        return Kind.TEXT
    # a note of Telegram's own (a pinned message, a timer set) is nothing that somebody said
    said = message.effective_attachment or message.caption or message.api_kwargs
    return Kind.OTHER if said else Kind.NOTHING


def _clean(text: str) -> str:
    """Without halves of characters, which JSON can carry and no database column can."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def parse(raw: dict[str, Any]) -> Incoming:
    """One update, parsed alone: a bad one cannot take others with it.

    Raises whatever python-telegram-bot raises for an update that it cannot read.
    """
    update = telegram.Update.de_json(raw, None)
    message = update.message or update.edited_message
    if message is not None and message.chat.type == ChatType.PRIVATE:
        return _said(update.update_id, message, update.edited_message is not None)
    return _parse_rest(update)


def _said(update_id: int, message: telegram.Message, edited: bool = False) -> Incoming:
    return Incoming(
        update_id=update_id,
        chat_id=message.chat.id,
        kind=_kind(message),
        at=message.edit_date or message.date,
        message_id=message.message_id,
        text=_clean(message.text or message.caption or ""),
        edited=edited,
        forwarded=message.forward_origin is not None,
        reply_to=message.reply_to_message.message_id if message.reply_to_message else None,
        language_code=message.from_user.language_code if message.from_user else None,
    )


def _quoted(update_id: int, query: telegram.CallbackQuery) -> Incoming | None:
    """What the tapped message replies to, as it stands now, where the one who taps wrote it."""
    tapped = query.message
    about = tapped.reply_to_message if isinstance(tapped, telegram.Message) else None
    own = (
        about is not None
        and about.from_user is not None
        and about.from_user.id == query.from_user.id
    )
    return _said(update_id, about) if about is not None and own else None


def _parse_rest(update: telegram.Update) -> Incoming:
    now = datetime.now(UTC)
    if (query := update.callback_query) is not None and query.message is not None:
        return Incoming(
            update.update_id,
            query.message.chat.id,
            Kind.TAP,
            now,
            message_id=query.message.message_id,
            data=query.data or "",
            query_id=query.id,
            quoted=_quoted(update.update_id, query),
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
