"""What waits for a coordinator, as the overview shows it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channel import Button


@dataclass(frozen=True, slots=True)
class Thing:
    """One line, and what can be done about it. `handoff`: the number of whose handoff it is.
    `news`: she was not told of it by itself, or not this morning. `here_alone`: nothing else tells
    her of it, so it is shown among however many."""

    text: str
    buttons: tuple[Button, ...] = ()
    handoff: int | None = None
    news: bool = True
    here_alone: bool = False
