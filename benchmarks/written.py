"""What a resident writes, as the Bot API brings it. Imports nothing of the bot."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)  # a Monday, nine o'clock in Brussels


def update(number: int, chat: int, text: str) -> dict[str, Any]:
    who = {"id": chat, "is_bot": False, "first_name": "B", "language_code": "nl"}
    message: dict[str, Any] = {
        "message_id": 2_000_000_000 + number,
        "date": int(MORNING.timestamp()),
        "chat": {"id": chat, "type": "private", "first_name": "B"},
        "from": who,
        "text": text,
    }
    if text.startswith("/"):
        length = len(text.split()[0])
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"update_id": number, "message": message}
