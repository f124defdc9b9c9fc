"""The queue of updates for the bot, and the one poller that may take from it."""

import asyncio
from collections.abc import Sequence
from typing import Any

from bot.phones.errors import conflict
from bot.phones.ledger import JSON, Ledger
from bot.phones.timing import Ticking

DAY = 24 * 60 * 60
TAP_LIFE = 150
LONGEST_POLL = 50
KINDS = frozenset((
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages",
    "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result",
    "callback_query", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll",
    "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost",
    "removed_chat_boost",
))  # fmt: skip
ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class Updates:
    """Keeps updates until the bot acknowledges them, a day at most; unanswered taps go after 150
    seconds.
    """

    def __init__(self, ledger: Ledger, clock: Ticking) -> None:
        self._ledger = ledger
        self._clock = clock
        self._poller: asyncio.Future[None] | None = None
        self._arrived = asyncio.Event()
        self._shut = False

    def allowed(self, kind: str) -> bool:
        """Whether the bot asked for this kind; asking for nothing leaves out what must be asked
        for.
        """
        wanted = self._ledger.get("allowed_updates", [])
        return kind in wanted if wanted else kind not in ONLY_ON_REQUEST

    def allow(self, kinds: Sequence[str]) -> None:
        """From now on only these kinds are queued; what is queued already stays."""
        self._ledger.put("allowed_updates", sorted(KINDS.intersection(kinds)))

    def add(self, kind: str, chat_id: int, body: JSON) -> None:
        """Queue one update and wake whoever waits for it."""
        if not self.allowed(kind):
            return
        self._ledger.queue(kind, chat_id, self._clock.now().timestamp(), body)
        self._arrived.set()

    def expire(self) -> None:
        """Drop what Telegram would no longer keep at this hour of the clock."""
        now = self._clock.now().timestamp()
        self._ledger.expire(now - DAY, now - TAP_LIFE)

    def pending(self) -> int:
        self.expire()
        return self._ledger.count_waiting()

    def drop_all(self) -> None:
        self._ledger.settle(2**62)

    def take(self, limit: int) -> list[JSON]:
        """The oldest updates as Telegram shows them."""
        self.expire()
        return [
            {"update_id": number, kind: body}
            for number, kind, _, body in self._ledger.waiting(limit)
        ]

    def acknowledge(self, offset: int) -> None:
        """Forget everything below `offset`; a negative one counts from the end."""
        if offset < 0:
            offset = self._ledger.nth_last(-offset)
        if offset > 0:
            self._ledger.settle(offset)

    async def poll(self, offset: int, limit: int, patience: float) -> list[JSON]:
        """One getUpdates: acknowledges, then waits in real time. A newer poller ends an older one
        with 409.
        """
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(OTHER_POLLER))
        me: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = me
        self.acknowledge(offset)
        try:
            async with asyncio.timeout(min(patience, LONGEST_POLL)):
                return await self._next(me, limit, patience)
        except TimeoutError:
            return []
        finally:
            if not me.done():
                me.cancel()

    async def _next(self, me: "asyncio.Future[None]", limit: int, patience: float) -> list[JSON]:
        while True:
            self._arrived.clear()
            taken = self.take(limit)
            if taken or patience <= 0 or self._shut:
                return taken
            arrival = asyncio.ensure_future(self._arrived.wait())
            waits: set[asyncio.Future[Any]] = {arrival, me}
            try:
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                arrival.cancel()
            if me.done():
                me.result()

    async def arrival(self) -> None:
        """Wait for the next update to be queued (for the webhook)."""
        self._arrived.clear()
        await self._arrived.wait()

    def hang_up(self) -> None:
        """End the waiting poll, so that a server can stop at once."""
        self._shut = True
        self._arrived.set()
