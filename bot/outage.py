"""A database that is away for a while: the parts of a process wait for it, and one line is said."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable

from bot.store import passing

log = logging.getLogger(__name__)
DATABASE_AGAIN = 2.0  # seconds
TELL_EVERY = 60.0  # seconds


class Outage:
    """A database that is away: every part of the process notices, and one line a minute is said."""

    def __init__(self, timer: Callable[[], float] = time.monotonic) -> None:
        self._timer, self._told_at = timer, -math.inf

    def tell(self, error: Exception) -> None:
        if self._timer() - self._told_at >= TELL_EVERY:
            self._told_at = self._timer()
            log.error("the database is away (%s); trying again", type(error).__name__)


async def kept_up(part: Callable[[], Awaitable[None]], outage: Outage | None = None) -> None:
    """Runs a part for ever: a database that is away for a while stops none. Anything else does."""
    outage = outage or Outage()
    while True:
        try:
            await part()
        except Exception as error:
            if not passing(error):
                raise
            outage.tell(error)
            await asyncio.sleep(DATABASE_AGAIN)
