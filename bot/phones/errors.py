"""What the stand-in answers when it refuses, in Telegram's own words."""

from typing import Any


class Refused(Exception):
    """An answer with `ok: false`: an HTTP status, Telegram's description, and parameters such as
    retry_after.
    """

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(words: str) -> Refused:
    """400: the request itself is wrong."""
    return Refused(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refused:
    """403: the person does not let the bot do this."""
    return Refused(403, f"Forbidden: {words}")


def conflict(words: str) -> Refused:
    """409: someone else is taking the updates."""
    return Refused(409, f"Conflict: {words}")


def too_many(seconds: int) -> Refused:
    """429: slow down, and for how long."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


class NoSuch(Exception):
    """A phone, message or button that the tools name does not exist (404 for them)."""


class Unfit(Exception):
    """A request of the tools that makes no sense (400 for them)."""
