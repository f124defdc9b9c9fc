"""Takes one chat's turn after another: understands before the transaction, decides inside it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence, Set
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot import (
    departures,
    inbox,
    offered,
    outbox,
    people,
)
from bot.channel import Incoming, Kind, Say
from bot.claims import Claims
from bot.clock import Clock
from bot.house import House, Moment
from bot.i18n import Text
from bot.inbox import Claim, ClaimLost
from bot.listening import Listener, without_command
from bot.logs import place
from bot.outage import Outage, kept_up
from bot.outbox import Leaving
from bot.people import tell
from bot.residents import Heard
from bot.roles import answer
from bot.sender import Sender
from bot.store import Store, passing
from bot.wishes import hides

log = logging.getLogger(__name__)
NO_CONTENT = frozenset({Kind.BLOCKED, Kind.UNBLOCKED, Kind.TAP, Kind.REACTION, Kind.NOTHING})
SORRY = Text(
    "worker/sorry",
    "Something went wrong here with your last message. Could you write it again, in other words? "
    "In danger to life, call {emergency}.",
)
LOOK_EVERY = 1.0  # seconds; another process may have received something
LOOK_AGAIN = 0.01  # seconds; what came in may be locked for a moment
RENEW_EVERY = 20  # seconds, of a lease of 60


class Worker:
    """Several may run at once, in one process or in many: a chat has one at a time."""

    def __init__(
        self,
        store: Store,
        house: House,
        listener: Listener,
        clock: Clock,
        parse: Callable[[dict[str, Any]], Incoming],
        sender: Sender | None = None,
        took: Callable[[float], object] = lambda seconds: None,
        claims: Claims | None = None,
        outage: Outage | None = None,
    ) -> None:
        self._claims, self._outage = claims or Claims(store), outage or Outage()
        self._store, self._house, self._listener, self._clock = store, house, listener, clock
        self._parse, self._sender, self._took = parse, sender, took
        self.wake = asyncio.Event()

    async def run(self) -> None:
        self._claims.perhaps()
        while True:
            if self.wake.is_set():
                self.wake.clear()
                self._claims.came()
            if await self._work():
                continue
            try:
                async with asyncio.timeout(LOOK_AGAIN if self._claims.look_again() else LOOK_EVERY):
                    await self.wake.wait()
            except TimeoutError:
                self._claims.perhaps()

    async def work_once(self) -> bool:
        """Takes one turn if a chat waits for one. An error is recorded, never raised."""
        self._claims.perhaps()
        return await self._work()

    async def _work(self) -> bool:
        claimed = await self._claims.next()
        if claimed is None:
            return False
        renewing = asyncio.create_task(kept_up(lambda: self._renew(claimed), self._outage))
        try:
            began = time.monotonic()
            await self._take(claimed)
            self._took(time.monotonic() - began)
        except asyncio.CancelledError:
            await self._claims.hand_back(claimed)
            raise
        except ClaimLost:
            log.warning("a chat was taken over by another worker")
        except Exception as error:
            await self._failed(claimed, error)
        finally:
            renewing.cancel()
        return True

    async def _failed(self, claimed: Claim, error: Exception) -> None:
        """Written down as soon as that goes: until then nobody else takes the chat."""
        if passing(error):
            self._outage.tell(error)
        else:  # the type alone: a traceback's last line may hold a person's words
            log.error("a turn failed: %s at %s", type(error).__name__, place(error.__traceback__))
        now = self._clock.now()
        if await self._outage.written(lambda: inbox.failed(self._store, claimed, error, now)):
            log.error("an update was set aside after %d attempts", inbox.MAX_ATTEMPTS)
            await self._outage.written(lambda: self._sorry(claimed.chat_id))

    async def _sorry(self, chat_id: int) -> None:
        """What was set aside may have been a cry for help: nobody is left without an answer."""
        async with self._store.write() as session:
            moment = Moment(session, self._house, self._clock.now())
            person = await people.by_chat(moment, chat_id)
            if person is not None:
                await tell(moment, person, Say(moment.text(person, SORRY)))
        self._wake_sender()

    def _wake_sender(self) -> None:
        if self._sender is not None:
            self._sender.wake.set()

    async def _renew(self, claimed: Claim) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY)
            await inbox.renew(self._store, claimed)

    async def _take(self, claimed: Claim) -> None:
        together = first_turn([self._parse(raw) for _, raw, _ in claimed.updates])
        heard = await self._hear(together, claimed.language)
        leaving, waits = None, 0
        try:
            async with self._store.write(brief=True) as session:  # the sender waits for the disk
                moment = Moment(session, self._house, self._clock.now())
                await answer(moment, claimed.chat_id, heard)
                own, flies = await self._own(session, claimed.chat_id)
                done = [incoming.update_id for incoming in together]
                if await inbox.finish(session, claimed, done, moment.now, flies=flies):
                    self._claims.perhaps()
                leaving, waits = own, len(outbox.queued(session)) - (own is not None)
        except asyncio.CancelledError:
            if leaving is not None:  # nobody knows whether that was committed
                await departures.hand_back(self._store, [leaving])
            raise
        if leaving is not None and self._sender is not None:
            await self._sender.leave(leaving)
        if waits:
            self._wake_sender()

    async def _own(
        self, session: AsyncSession, chat_id: int
    ) -> tuple[Leaving | None, datetime | None]:
        """The turn's answer, where it may leave with it, and until when it holds its chat."""
        if self._sender is None:
            return None, None
        own = await departures.take_own(session, chat_id, self._sender.may_leave)
        return own or (None, None)

    async def _hear(self, together: Sequence[Incoming], language: str | None) -> Heard:
        """Understanding takes its time outside of any transaction."""
        texts = [
            without_command(one.text)
            for one in together
            if one.kind not in NO_CONTENT and without_command(one.text).strip()
        ]
        if not texts:
            return Heard(tuple(together))
        usual = language or (together[0].language_code or "")[:2] or None
        now = self._clock.now()
        ours: Set[str] = frozenset()
        if self._listener.asks_model:  # of nothing else it matters who wrote a word
            ours = await offered.among(self._store, self._house, now, together)
        understanding, concern, doubts = await self._listener.hear_all(texts, usual, now, ours)
        return Heard(tuple(together), understanding, concern, doubts=doubts)


def first_turn(incoming: Sequence[Incoming]) -> list[Incoming]:
    """The updates that are answered together: texts in a row, own words and what was forwarded
    apart; anything else stands alone."""
    turn: list[Incoming] = []
    for one in incoming:
        text = one.kind is Kind.TEXT and not one.edited
        plain = text and one.command is None and (one.forwarded or not hides(one.text))
        if turn and not (plain and one.forwarded == turn[0].forwarded):
            break
        turn.append(one)
        if not plain:
            break
    return turn
