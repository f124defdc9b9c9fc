"""JSON as the phones accept it: no NaN, no lone surrogates, no bottomless nesting."""

import json
import re
from typing import Any

SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not JSON")


def decode(source: str | bytes) -> Any:
    """The decoded value; ValueError for anything else, UnicodeError where a string is no text."""
    raw = source.encode() if isinstance(source, str) else source
    try:
        value = json.loads(raw, parse_constant=_refuse)
        if SURROGATE.search(raw):
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise ValueError("nested too deep") from None
    return value
