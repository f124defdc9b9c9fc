"""What Telegram refuses, read from its raw answers, as python-telegram-bot calls it."""

from __future__ import annotations

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")  # before telegram is imported: retry_after's type

from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

LONGEST_HALT = 3600.0


def seconds_of(wait: object) -> float:
    """How long a 429 asks to wait: at least a second, at most an hour."""
    if isinstance(wait, timedelta):
        wait = wait.total_seconds()
    if not isinstance(wait, int | float) or wait != wait:
        return 1.0
    return float(min(max(wait, 1.0), LONGEST_HALT))


def refusal(status: int, data: dict[str, Any]) -> TelegramError:
    """A refusal of Telegram's, as python-telegram-bot calls it."""
    asked = data.get("parameters")
    words = str(data.get("description") or f"status {status}")
    if status == 429:
        wait = seconds_of(asked.get("retry_after") if isinstance(asked, dict) else None)
        return RetryAfter(timedelta(seconds=wait))
    if status == 403:
        return Forbidden(words)
    return BadRequest(words) if status == 400 else NetworkError(words)
