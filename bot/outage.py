"""A database that is away for a while: the parts of a process wait for it. One outage is one line
when it begins and one when it is over, however many parts run into it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from bot.logs import place
from bot.store import passing

log = logging.getLogger(__name__)
DATABASE_AGAIN = 2.0  # seconds
WRITE_AGAIN = (0.5, 1.0, 2.0, 4.0, 8.0)  # seconds between attempts to write down what was done
SETTLED = 20.0  # seconds without a failure; longer than any wait between two attempts


class Outage:
    """One of each process. `timer` and `pause` are monotonic seconds and the wait for them."""

    def __init__(
        self,
        timer: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._timer, self._pause = timer, pause
        self._since: float | None = None
        self._noticed = 0.0  # when a part last ran into it
        self._again = 0

    def tell(self, error: Exception) -> None:
        """A part ran into it. The first one says so, and where."""
        self._noticed = self._timer()
        if self._since is None:
            self._since, self._again = self._noticed, 0
            kind, where = type(error).__name__, place(error.__traceback__)
            log.error("the database is away (%s); trying again, at %s", kind, where)

    def works(self) -> None:
        """Something got through. A database that is full takes one thing and not another: it is
        over when nobody ran into it for a while."""
        if self._since is not None and self._timer() - self._noticed >= SETTLED:
            lasted, self._since = self._noticed - self._since, None
            log.info(
                "the database is back; away for %.0f seconds, messages tried again: %d",
                lasted,
                self._again,
            )

    def again(self, messages: int) -> None:
        """So many messages whose lease was over: an outage is the reason, else whoever sent them
        was killed."""
        self._again += messages
        if messages and self._since is None:
            log.warning("messages are tried again, whose lease was over: %d", messages)

    async def tried(self, part: Callable[[], Awaitable[object]]) -> None:
        """A part that the database is away for ends, a moment later. Any other error is raised."""
        try:
            await part()
        except Exception as error:
            if not passing(error):
                raise
            self.tell(error)
            await self._pause(DATABASE_AGAIN)

    async def written[T](self, write: Callable[[], Awaitable[T]]) -> T:
        """Again where the database is away for a moment: what is done must not be done a second
        time for that. Raises what the last attempt did."""
        for wait in WRITE_AGAIN:
            try:
                return await write()
            except Exception as error:
                if not passing(error):
                    raise
                self.tell(error)
                await self._pause(wait)
        return await write()


async def kept_up(part: Callable[[], Awaitable[None]], outage: Outage | None = None) -> None:
    """Runs a part for ever: a database that is away for a while stops none. Anything else does."""
    outage = outage or Outage()
    while True:
        await outage.tried(part)
