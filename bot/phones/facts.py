"""Check a request against `facts.json`: required fields, types, lengths, ranges and counts."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any

from bot.phones.errors import bad
from bot.phones.strict import decode

WHOLE = re.compile(r"[+-]?[0-9]{1,19}")
FRACTION = re.compile(r"[+-]?[0-9]{1,19}(\.[0-9]{1,19})?([eE][+-]?[0-9]{1,2})?")
# Measured after parsing of entities and trimming, with words of their own (see `sends.shaped`).
SHAPED_LATER = frozenset({"text", "caption", "quote"})
# Read by `markup.py`, which has Telegram's words for each mistake.
MARKUP_LATER = "reply_markup"
FILES = ("photo", "audio", "document", "video", "animation", "voice", "video_note", "sticker")
MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "action": "wrong parameter action in request",
    **{kind: f"there is no {kind.replace('_', ' ')} in the request" for kind in FILES},
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart request."""

    name: str
    mime: str
    data: bytes


class _Mismatch(Exception):
    """A value that is not of the type that the facts ask."""


@cache
def facts() -> dict[str, Any]:
    """The facts table, read once."""
    loaded: dict[str, Any] = json.loads(
        Path(__file__).with_name("facts.json").read_text(encoding="utf-8")
    )
    return loaded


@cache
def served() -> dict[str, str]:
    """Method names by their lower-case form: Telegram does not care for case."""
    return {name.lower(): name for name in facts()["methods"]}


def check(method: str, given: Mapping[str, object]) -> tuple[dict[str, Any], list[str]]:
    """The parameters in their types, and the names of those that the Bot API does not know."""
    fields = facts()["methods"][method]
    unknown = [name for name in given if name not in fields and not isinstance(given[name], Upload)]
    args: dict[str, Any] = {}
    for name, field in fields.items():
        value = given.get(name)
        if value is None or (value == "" and field["type"] != "String"):
            if field.get("required"):
                raise bad(MISSING.get(name, f'parameter "{name}" is required'))
            continue
        args[name] = value if name == MARKUP_LATER else _parameter(name, field, value, unknown)
    return args, unknown


def _parameter(name: str, field: Mapping[str, Any], value: object, unknown: list[str]) -> Any:
    try:
        typed = _typed(field["type"], value, name, unknown)
    except _Mismatch as mismatch:
        raise bad(f"can't parse {name}: {mismatch}") from None
    if name not in SHAPED_LATER:
        _measure(name, field, typed)
    return typed


def _measure(name: str, field: Mapping[str, Any], value: object) -> None:
    """Refuse what is shorter, longer, smaller or larger than the facts allow."""
    match value:
        case bool() | dict() | Upload():
            return
        case int() | float():
            size: float = value
        case str():
            size = (
                len(value.encode())
                if field.get("unit") == "bytes"
                else len(value.encode("utf-16-le")) // 2
            )
        case list():
            size = len(value)
        case _:
            return
    low, high = field.get("min"), field.get("max")
    if (low is not None and size < low) or (high is not None and size > high):
        kind = "value" if isinstance(value, int | float) else "length"
        raise bad(f'parameter "{name}" has a {kind} of {size}; it must be from {low} to {high}')


def _typed(kind: str, value: object, name: str, unknown: list[str]) -> Any:
    """The value as the named type, or _Mismatch."""
    match kind:
        case "Integer":
            return _whole(value)
        case "Float":
            return _fraction(value)
        case "Boolean" | "True":
            return _truth(value)
        case "String":
            return _string(value)
        case "Integer or String":
            return (
                _string(value)
                if isinstance(value, str) and not WHOLE.fullmatch(value)
                else _whole(value)
            )
        case "InputFile" | "InputFile or String":
            return value if isinstance(value, Upload) else _string(value)
    if kind.startswith("Array of "):
        return [_typed(_member(kind), item, name, unknown) for item in _list(value)]
    return _object(kind, value, name, unknown)


def _member(kind: str) -> str:
    """What an array holds; families of media are checked by their `type`."""
    inner = kind.removeprefix("Array of ")
    return "InputMedia" if inner.startswith("InputMedia") else inner


def _whole(value: object) -> int:
    if isinstance(value, str) and WHOLE.fullmatch(value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not -(2**63) <= value < 2**63:
        raise _Mismatch("must be of type Integer")
    return value


def _fraction(value: object) -> float:
    if isinstance(value, str) and FRACTION.fullmatch(value):
        value = float(value)
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or abs(value) > 1e15
        or not isfinite(value)
    ):
        raise _Mismatch("must be of type Float")
    return float(value)


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    words = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
    if isinstance(value, int | str) and str(value).lower() in words:
        return words[str(value).lower()]
    raise _Mismatch("must be of type Boolean")


def _string(value: object) -> str:
    """A JSON number is taken for a string, as Telegram does."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise _Mismatch("must be of type String")


def _decoded(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return decode(value)
    except ValueError:
        raise _Mismatch("can't parse JSON") from None


def _list(value: object) -> list[Any]:
    decoded = _decoded(value)
    if not isinstance(decoded, list):
        raise _Mismatch("expected an Array")
    return decoded


def _object(kind: str, value: object, name: str, unknown: list[str]) -> dict[str, Any]:
    """An object of a described type; one that `facts.json` leaves out is only asked to be an
    object.
    """
    decoded = _decoded(value)
    if not isinstance(decoded, dict):
        raise _Mismatch(f"expected an Object as {kind}")
    fields = _fields(kind, decoded)
    if fields is None:
        return decoded
    unknown += [f"{name}.{key}" for key in decoded if key not in fields]
    typed: dict[str, Any] = {}
    for key, field in fields.items():
        if decoded.get(key) is None:
            if field.get("required"):
                raise _Mismatch(f'Can\'t find field "{key}"')
            continue
        try:
            typed[key] = _typed(field["type"], decoded[key], f"{name}.{key}", unknown)
        except _Mismatch as mismatch:
            raise _Mismatch(f'Field "{key}" {mismatch}') from None
        if key not in SHAPED_LATER:
            _measure(f"{name}.{key}", field, typed[key])
    return typed


def _fields(kind: str, value: Mapping[str, Any]) -> dict[str, dict[str, Any]] | None:
    """The fields of a type; a family's member is chosen by `type`, as in BotCommandScopeChat for
    `chat`.
    """
    fields: dict[str, dict[str, Any]] | None = facts()["types"].get(kind)
    if fields or fields is None or kind in ("CallbackGame", "DisabledButton", "InputFile"):
        return fields
    chosen = value.get("type")
    if not isinstance(chosen, str):
        raise _Mismatch('Can\'t find field "type"')
    member: dict[str, dict[str, Any]] | None = facts()["types"].get(
        kind + "".join(map(str.title, chosen.split("_")))
    )
    if not member:
        raise _Mismatch(f"unsupported {kind} type {chosen!r} specified")
    return member
