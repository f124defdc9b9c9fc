"""What waits for a coordinator, as the overview shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.channel import Button


@dataclass(frozen=True, slots=True)
class Thing:
    """One line, and what can be done about it. `handoff`: the number of whose handoff it is.
    `told`: when it was told to every coordinator by itself."""

    text: str
    buttons: tuple[Button, ...] = ()
    handoff: int | None = None
    told: datetime | None = None
