"""What is sent, as calls of the Bot API: a method and its JSON. Nothing here does anything.

No text has a parse mode, and empty entities say that Telegram finds none in it either.
"""

from __future__ import annotations

from typing import Any

from bot.channel import Answer, Button, Clear, Copy, Delete, Edit, Menu, Outgoing, React, Say

NO_PREVIEW = {"is_disabled": True}
FULL_WIDTH = 14  # characters: longer labels have a row each

type Body = dict[str, Any]


def call_of(chat_id: int, outgoing: Outgoing) -> tuple[str, Body]:
    """Raises TypeError for what is no call with JSON alone (a file)."""
    match outgoing:
        case Say():
            return "sendMessage", _said(chat_id, outgoing)
        case Copy():
            return "copyMessage", _copied(chat_id, outgoing)
        case Edit():
            return _edited(chat_id, outgoing)
        case Delete(message_id):
            return "deleteMessage", {"chat_id": chat_id, "message_id": message_id}
        case Clear(message_ids):
            return "deleteMessages", {"chat_id": chat_id, "message_ids": list(message_ids)}
        case Answer(query_id, text):
            said = {"text": text} if text else {}
            return "answerCallbackQuery", {"callback_query_id": query_id, **said}
        case React(message_id, emoji):
            shown = [{"type": "emoji", "emoji": emoji}] if emoji else []
            body = {"chat_id": chat_id, "message_id": message_id, "reaction": shown}
            return "setMessageReaction", body
        case Menu():
            return _menu(outgoing)
    raise TypeError(type(outgoing).__name__)


def _said(chat_id: int, say: Say) -> Body:
    body: Body = {"chat_id": chat_id, "text": say.text, "entities": []}
    body["link_preview_options"] = NO_PREVIEW
    body |= _kept(say.protect, say.reply_to)
    if (buttons := _under(say)) is not None:
        body["reply_markup"] = buttons
    return body


def _copied(chat_id: int, copy: Copy) -> Body:
    body: Body = {"chat_id": chat_id, "from_chat_id": copy.from_chat}
    body |= {"message_id": copy.message_id, "caption_entities": []}
    body["caption"] = copy.caption  # without one the original's would stand there
    return body | _kept(copy.protect, copy.reply_to)


def _kept(protect: bool, reply_to: int | None) -> Body:
    body: Body = {"protect_content": True} if protect else {}
    if reply_to is not None:
        to = {"message_id": reply_to, "allow_sending_without_reply": True}
        body["reply_parameters"] = to
    return body


def _edited(chat_id: int, edit: Edit) -> tuple[str, Body]:
    body: Body = {"chat_id": chat_id, "message_id": edit.message_id}
    if edit.caption:
        return "editMessageCaption", body | {"caption": edit.text, "caption_entities": []}
    body |= {"text": edit.text, "entities": [], "link_preview_options": NO_PREVIEW}
    if edit.inline:
        body["reply_markup"] = _inline(edit.inline)
    return "editMessageText", body


def _menu(menu: Menu) -> tuple[str, Body]:
    body: Body = {"scope": {"type": "chat", "chat_id": menu.of_chat}}
    if not menu.commands:
        return "deleteMyCommands", body
    body["commands"] = [{"command": name, "description": says} for name, says in menu.commands]
    return "setMyCommands", body


def _inline(buttons: tuple[Button, ...]) -> Body:
    return {"inline_keyboard": [[{"text": b.label, "callback_data": b.data}] for b in buttons]}


def _under(say: Say) -> Body | None:
    if say.inline:
        return _inline(say.inline)
    if say.keyboard is None:
        return None
    if not say.keyboard:
        return {"remove_keyboard": True}
    # short labels share a row, so that a question and its answers fit one phone screen
    short = all(len(label) <= FULL_WIDTH for label in say.keyboard)
    width = 2 if short and len(say.keyboard) > 2 else 1
    labels = [{"text": label} for label in say.keyboard]
    rows = [labels[i : i + width] for i in range(0, len(labels), width)]
    return {"keyboard": rows, "resize_keyboard": True}
