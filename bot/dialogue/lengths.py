"""Lengths of time as they are written in a dialogue: 30m, 6h, 2d."""

from __future__ import annotations

import re
from typing import Final

_UNITS: Final = {"m": 60, "h": 3600, "d": 86400}


def seconds(text: str) -> int | None:
    """'6h' -> 21600; None where it is no length of time."""
    match = re.fullmatch(r"(\d{1,4})\s*([mhd])", text.strip())
    return int(match[1]) * _UNITS[match[2]] if match and int(match[1]) else None
