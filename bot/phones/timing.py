"""What the phones need of a clock. `bot.clock.Clock` fits; so does any fake of a test."""

from datetime import datetime
from typing import Protocol


class Ticking(Protocol):
    """Tells the time, always with its zone, and can be moved forward."""

    def now(self) -> datetime: ...

    def advance(self, seconds: float) -> object: ...
