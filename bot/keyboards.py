"""Our own buttons as Telegram's keyboards: as the Bot API takes them, and as python-telegram-bot's
objects for what it sends."""

from __future__ import annotations

from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from bot.channel import Say


def reply(message_id: int | None) -> ReplyParameters | None:
    if message_id is None:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)


def inline(buttons: tuple[Any, ...]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    rows = [[InlineKeyboardButton(b.label, callback_data=b.data)] for b in buttons]
    return InlineKeyboardMarkup(rows)


def markup(say: Say) -> dict[str, Any] | None:
    if say.inline:
        rows = [[{"text": b.label, "callback_data": b.data}] for b in say.inline]
        return {"inline_keyboard": rows}
    if say.keyboard is None:
        return None
    if not say.keyboard:
        return {"remove_keyboard": True}
    # short labels share a row, so that a question and its answers fit one phone screen
    short = all(len(label) <= 14 for label in say.keyboard)
    width = 2 if short and len(say.keyboard) > 2 else 1
    labels = [{"text": label} for label in say.keyboard]
    rows = [labels[i : i + width] for i in range(0, len(labels), width)]
    return {"keyboard": rows, "resize_keyboard": True}
