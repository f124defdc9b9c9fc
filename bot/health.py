"""Whether this process is of use: what it answers to whoever watches over the machine.

Nothing here holds a word, a name or a number of anybody: it may be read by a load balancer.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from bot.inbox import real_now
from bot.nlu import NluClient
from bot.receiver import Receiver
from bot.store import Store
from bot.store.chats import POLLING
from bot.store.tables import Lease
from bot.sweep import Sweep

DATABASE_WITHIN = 5.0  # seconds
POLL_WITHIN = 90.0  # seconds; a long poll takes 20
SWEEP_WITHIN = 60.0  # seconds; it sweeps every 5
NLU_ASKED_AGAIN = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Health:
    """The parts that can be unwell. `webhook`: Telegram brings updates, nobody polls."""

    store: Store
    receiver: Receiver
    sweep: Sweep
    nlu: NluClient | None
    webhook: bool = False

    async def told(self) -> dict[str, Any]:
        """What /readyz answers. Without the NLU a bot is ready: safety words, buttons and commands
        work."""
        lease_stands = await self._lease_stands()
        database = {"ok": lease_stands is not None, "kind": self.store.engine.dialect.name}
        receiver = self._receiving(bool(lease_stands))
        age = time.monotonic() - self.sweep.swept_at
        sweep = {"ok": age <= SWEEP_WITHIN, "age_seconds": round(age, 1)}
        return {
            "ready": all(part["ok"] for part in (database, receiver, sweep)),
            "database": database,
            "receiver": receiver,
            "sweep": sweep,
            "nlu": await self._understanding(),
        }

    async def _lease_stands(self) -> bool | None:
        """Whether some process polls; None when the database does not answer."""
        try:
            async with asyncio.timeout(DATABASE_WITHIN), self.store.read() as session:
                until = await session.scalar(select(Lease.until).where(Lease.name == POLLING))
        except (SQLAlchemyError, OSError):
            return None
        return until is not None and until > real_now()

    def _receiving(self, lease_stands: bool) -> dict[str, Any]:
        if self.webhook:
            return {"ok": True, "mode": "webhook"}
        if not self.receiver.holds:
            return {"ok": lease_stands, "mode": "polling", "here": False}
        age = time.monotonic() - self.receiver.polled_at
        well = age <= POLL_WITHIN
        return {"ok": well, "mode": "polling", "here": True, "age_seconds": round(age, 1)}

    async def _understanding(self) -> dict[str, Any]:
        if self.nlu is None:
            return {"ok": False, "state": "off"}
        state = await self.nlu.recent_state(NLU_ASKED_AGAIN)
        return {"ok": state == "ok", "state": state}
