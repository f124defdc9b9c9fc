"""Keyboards: reading `reply_markup` with Telegram's complaints, and what a phone shows of one."""

from typing import Any
from urllib.parse import urlsplit

from bot.phones.errors import bad
from bot.phones.ledger import JSON
from bot.phones.strict import decode
from bot.phones.text import clean, units

# In the order in which Telegram looks for them; the first one found is what the button does.
INLINE_ACTIONS = (
    "url", "callback_data", "callback_game", "pay", "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "login_url", "web_app", "copy_text", "disabled",
)  # fmt: skip
REPLY_ACTIONS = (
    "request_contact",
    "request_location",
    "request_poll",
    "request_users",
    "request_chat",
    "web_app",
)
DATA_LIMIT = 64
MOST_BUTTONS = 100
MOST_REPLY_BUTTONS = 300
FLAGS = (
    "is_persistent",
    "resize_keyboard",
    "one_time_keyboard",
    "selective",
    "remove_keyboard",
    "force_reply",
)


def read(value: object, *, inline_only: bool = False) -> JSON:
    """The markup as the phone keeps it: {} for none, else one of the four kinds."""
    markup = _decoded(value)
    for name in FLAGS:
        if name in markup and not isinstance(markup[name], bool):
            raise bad(f'can\'t parse reply keyboard markup: Field "{name}" must be of type Boolean')
    _placeholder(markup.get("input_field_placeholder"))
    if "inline_keyboard" in markup:
        return _inline(markup)
    if inline_only and markup:
        raise bad("inline keyboard expected")
    if "keyboard" in markup:
        return _reply(markup)
    if markup.get("remove_keyboard"):
        return {"remove_keyboard": True}
    if markup.get("force_reply"):
        return {"force_reply": True}
    if markup:
        raise bad("object expected as reply markup")
    return {}


def _decoded(value: object) -> JSON:
    if value is None or value == "":
        return {}
    if isinstance(value, str):
        try:
            value = decode(value)
        except ValueError:
            raise bad("can't parse reply keyboard markup JSON object") from None
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise bad("object expected as reply markup")
    return value


def _placeholder(value: object) -> None:
    if value is not None and (not isinstance(value, str) or not 0 < units(value) <= 64):
        raise bad('parameter "input_field_placeholder" must be a String of 1-64 characters')


def _rows(markup: JSON, name: str, kind: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list):
        raise bad(f'field "{name}" of the {kind} should be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{name}" of the {kind} should be an Array of Arrays')
    return rows


def _label(button: JSON, words: str) -> str:
    if "text" not in button:
        raise bad(f"can't parse {words}: Can't find field \"text\"")
    if not isinstance(button["text"], str):
        raise bad(f'can\'t parse {words}: Field "text" must be of type String')
    label = clean(button["text"]).strip()
    if not label:
        raise bad(f"can't parse {words}: Button text must be non-empty")
    return label


def _inline(markup: JSON) -> JSON:
    rows = [
        [_inline_button(item) for item in row]
        for row in _rows(markup, "inline_keyboard", "InlineKeyboardMarkup")
    ]
    kept = [row for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS:
        raise bad("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": kept} if kept else {}


def _inline_button(button: object) -> JSON:
    words = "inline keyboard button"
    if not isinstance(button, dict):
        raise bad(f"can't parse {words}: InlineKeyboardButton must be an Object")
    label = _label(button, words)
    action = next((name for name in INLINE_ACTIONS if button.get(name) is not None), None)
    if action is None:
        raise bad(f"can't parse {words}: Text buttons are unallowed in the inline keyboard")
    value = button[action]
    if action in ("url", "callback_data") and not isinstance(value, str):
        raise bad(f'can\'t parse {words}: Field "{action}" must be of type String')
    if action == "callback_data" and not 1 <= len(value.encode()) <= DATA_LIMIT:
        raise bad("BUTTON_DATA_INVALID")
    if action == "url":
        value = _address(value)
    return {"text": label, action: value}


def _address(url: str) -> str:
    """A link that Telegram accepts in a button; a missing scheme is taken for http."""
    full = url if ":" in url.split("/", 1)[0] else f"http://{url}"
    try:
        parts = urlsplit(full)
        fits = parts.scheme in ("tg", "mailto", "tel") or (
            parts.scheme in ("http", "https", "ton") and "." in (parts.hostname or "")
        )
    except ValueError:
        fits = False
    if not fits or " " in full:
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return full


def _reply(markup: JSON) -> JSON:
    rows = [
        [_reply_button(item) for item in row]
        for row in _rows(markup, "keyboard", "ReplyKeyboardMarkup")
    ]
    kept = [row for row in rows if row]
    if not kept:
        raise bad("reply keyboard must have at least one button")
    if sum(map(len, kept)) > MOST_REPLY_BUTTONS:
        raise bad("REPLY_MARKUP_TOO_LONG")
    flags = {name: True for name in ("one_time_keyboard", "is_persistent") if markup.get(name)}
    more = (
        {"input_field_placeholder": markup["input_field_placeholder"]}
        if "input_field_placeholder" in markup
        else {}
    )
    return {"keyboard": kept, **flags, **more}


def _reply_button(button: object) -> JSON:
    words = "keyboard button"
    if isinstance(button, str):
        return {"text": _label({"text": button}, words)}
    if not isinstance(button, dict):
        raise bad(f"can't parse {words}: KeyboardButton must be a String or an Object")
    label = _label(button, words)
    action = next((name for name in REPLY_ACTIONS if button.get(name)), None)
    return {"text": label, action: button[action]} if action else {"text": label}


def buttons(markup: JSON) -> list[JSON]:
    """The buttons of a keyboard, in reading order."""
    rows: list[list[JSON]] = markup.get("inline_keyboard") or markup.get("keyboard") or []
    return [button for row in rows for button in row]


def labels(markup: JSON) -> list[str]:
    return [button["text"] for button in buttons(markup)]
