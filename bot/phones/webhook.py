"""Delivery of updates to the bot's webhook.

Like Telegram: several at once, in order only within one chat and one kind of update; an update
is settled by any 2xx answer and tried again otherwise, with longer and longer pauses (real time).
"""

import asyncio
from contextlib import suppress

import httpx

from bot.phones.ledger import JSON
from bot.phones.world import World

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
ANSWER_WITHIN = 60.0
LOOK_AGAIN = 0.25

type Lane = tuple[int, str]


class Courier:
    """Carries updates while a webhook is set."""

    def __init__(self, world: World, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._world = world
        self._transport = transport
        self._pauses: dict[Lane, float] = {}
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Start carrying if a webhook is set; stop if there is none any more."""
        wanted = bool(self._world.ledger.get("webhook"))
        if wanted and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._carry())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _carry(self) -> None:
        busy: dict[Lane, asyncio.Task[None]] = {}
        async with (
            httpx.AsyncClient(
                timeout=ANSWER_WITHIN, transport=self._transport, trust_env=False
            ) as client,
            asyncio.TaskGroup() as group,
        ):
            while webhook := self._world.ledger.get("webhook"):
                busy = {lane: task for lane, task in busy.items() if not task.done()}
                self._world.updates.expire()
                for number, kind, chat_id, body in self._world.ledger.waiting(1000):
                    lane = (chat_id, kind)
                    if lane not in busy and len(busy) < webhook["max_connections"]:
                        update = {"update_id": number, kind: body}
                        busy[lane] = group.create_task(self._deliver(client, webhook, lane, update))
                await self._something(set(busy.values()))

    async def _something(self, busy: set[asyncio.Task[None]]) -> None:
        """Until an update comes, a delivery ends, or a moment has passed (the webhook may have
        been removed).
        """
        arrival = asyncio.ensure_future(self._world.updates.arrival())
        try:
            await asyncio.wait(
                {arrival, *busy}, timeout=LOOK_AGAIN, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            arrival.cancel()

    async def _deliver(
        self, client: httpx.AsyncClient, webhook: JSON, lane: Lane, update: JSON
    ) -> None:
        """One try; after a failed one the lane rests before it is free again."""
        secret = webhook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            answer = await client.post(webhook["url"], json=update, headers=headers)
            problem = (
                ""
                if answer.is_success
                else f"Wrong response from the webhook: {answer.status_code}"
            )
        except httpx.HTTPError as error:
            problem = str(error) or type(error).__name__
        if not problem:
            self._pauses.pop(lane, None)
            self._world.ledger.settle_one(update["update_id"])
            return
        date = self._world.second()
        self._world.ledger.put(
            "webhook_error", {"last_error_date": date, "last_error_message": problem}
        )
        pause = self._pauses.get(lane, FIRST_PAUSE)
        self._pauses[lane] = min(2 * pause, LONGEST_PAUSE)
        await asyncio.sleep(pause)
