"""What is said of how a request for a person stands, or how the last talk ended."""

from __future__ import annotations

from bot.i18n import Text

WAITS = Text(
    "request/waits",
    "Since {when} I have been asking for a person for you: a volunteer of {organisation}. Nobody "
    "has taken the request yet, so I do not know who it will be.",
)
GIVEN_BACK = Text(
    "request/given-back", "{name} could not go on. I am asking others, and nobody has it yet."
)
TAKEN = Text("request/taken", "{name} has had it since {when}, and writes to you here.")
OVER = Text(
    "request/over",
    "The talk with {name} has been over since {when}. {name} has written nothing here after that.",
)
OVER_UNTAKEN = Text(
    "request/over-untaken", "Your request has been closed since {when}. Nobody had taken it yet."
)
