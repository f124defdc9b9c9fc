"""Which turns a process takes: workers who are free at the same moment share one look at the inbox.

A look costs a transaction, whether it finds one chat, four or none; where nothing can have become
ready since the last one, there is none.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque

from bot import inbox
from bot.inbox import Claim
from bot.store import Store

log = logging.getLogger(__name__)


class Claims:
    """Shared by the workers of a process."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._perhaps = True  # whether some chat may be ready that nobody looked at
        self._came = False  # whether something came in that nobody looked for yet
        self._missed = False
        self._free = 0  # workers who ask just now
        self._looks = 0
        self._ready: deque[Claim] = deque()
        self._looking = asyncio.Lock()

    def perhaps(self) -> None:
        """Something came in, a turn ended whose chat has more, or time has passed."""
        self._perhaps = True

    def came(self) -> None:
        """Something came in: whoever looks now should find it."""
        self._perhaps = self._came = True

    def look_again(self) -> bool:
        """Whether a look that should have found something found nothing, said once: its chat may
        be locked for a moment by whoever writes down that its last message arrived, and where
        several write at a time a look passes over what is locked."""
        missed, self._missed = self._missed, False
        return missed

    async def next(self) -> Claim | None:
        """The chat that waits longest, or None. At a stop what was claimed is handed back."""
        if not (self._perhaps or self._ready):
            return None
        asked, self._free = self._looks, self._free + 1
        try:
            await asyncio.sleep(0)  # whoever is free too comes along
            async with self._looking:
                if not self._ready and self._looks == asked:  # nobody looked since
                    self._looks += 1
                    self._perhaps, most = False, self._free
                    came, self._came = self._came, False
                    found = await self._look(most)
                    self._missed = came and not found and not self._store.is_sqlite
                    self._ready.extend(found)
                    self._perhaps |= len(found) == most
                return self._ready.popleft() if self._ready else None
        except asyncio.CancelledError:
            while self._ready:
                await self.hand_back(self._ready.popleft())
            raise
        finally:
            self._free -= 1

    async def _look(self, most: int) -> list[Claim]:
        """A stop that comes while the claims are being written waits for them."""
        claiming = asyncio.ensure_future(inbox.claim_some(self._store, most))
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            (found,) = await asyncio.gather(claiming, return_exceptions=True)
            self._ready.extend(found if isinstance(found, list) else [])
            raise

    async def hand_back(self, claimed: Claim) -> None:
        try:
            await inbox.hand_back(self._store, claimed)
        except Exception as error:  # its lease ends by itself
            log.warning("a turn could not be handed back: %s", type(error).__name__)
