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
    at_hand,
    conversations,
    coordinators,
    departures,
    former,
    hiding,
    inbox,
    invitations,
    menus,
    newcomers,
    offered,
    outbox,
    overview,
    people,
    relatives,
    residents,
    safeguard,
    voices,
)
from bot import volunteers as volunteer_turns
from bot.channel import Answer, Incoming, Kind, Say
from bot.claims import Claims
from bot.clock import Clock
from bot.dialogue.names import COMMANDS
from bot.handoff_texts import IN_LANGUAGE
from bot.house import House, Moment
from bot.i18n import Text
from bot.inbox import Claim, ClaimLost
from bot.language import sure
from bot.listening import Listener, without_command
from bot.logs import place
from bot.outbox import Leaving
from bot.people import tell
from bot.residents import Heard
from bot.sender import Sender
from bot.store import Store
from bot.store.tables import Chat, Person
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
    ) -> None:
        self._claims = claims or Claims(store)
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
        renewing = asyncio.create_task(self._renew(claimed))
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
            # the type alone: a traceback's last line may hold a person's words
            log.error("a turn failed: %s at %s", type(error).__name__, place(error.__traceback__))
            aside = await inbox.failed(self._store, claimed, error, self._clock.now())
            if aside:
                log.error("an update was set aside after %d attempts", inbox.MAX_ATTEMPTS)
                await self._sorry(claimed.chat_id)
        finally:
            renewing.cancel()
        return True

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
        understanding, concern = await self._listener.hear_all(texts, usual, now, ours)
        return Heard(tuple(together), understanding, concern)


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


async def answer(moment: Moment, chat_id: int, heard: Heard) -> None:
    """Decides, by role, what a turn does. A group, a channel: recorded, never answered."""
    last = heard.last
    if last.kind is Kind.NOTHING or chat_id <= 0:
        return
    person = await at_hand.of_chat(moment.session, chat_id)
    if last.kind not in (Kind.BLOCKED, Kind.UNBLOCKED):
        await _reachable(moment, chat_id)
    if person is not None and last.kind is Kind.TAP and await relatives.tap(moment, person, last):
        return
    if last.command is not None and last.command[0] == "start" and last.command[1]:
        token = last.command[1]
        if await relatives.opened(moment, chat_id, person, token, last.language_code):
            return
        person, good = await invitations.redeem(moment, chat_id, person, token, last.language_code)
        if good and person is not None and person.role == people.RELATIVE:
            person.role = people.RESIDENT  # a poster: who was only told wants to be greeted too
            await menus.show(moment, person)
        if good and person is not None and person.role != people.RESIDENT:
            await _welcome_helper(moment, person)
            return
        if not good and (person is None or await _is_no_resident(moment, person)):
            await _refuse(moment, chat_id, person, last)
            return
    if person is None:
        await _first_contact(moment, chat_id, heard)
    elif person.left_at is not None:
        await former.take(moment, person, heard)
    elif person.role == people.RESIDENT:
        await residents.take(moment, person, heard)
    elif person.role == people.RELATIVE:
        await relatives.take(moment, person, heard)
    elif person.role == people.VOLUNTEER:
        await volunteer_turns.take(moment, person, heard)
    else:
        await coordinators.take(moment, person, heard)


async def _is_no_resident(moment: Moment, person: Person) -> bool:
    """Who only ever tried links is no resident (yet), and is told that this one is dead too."""
    return person.role != people.RESIDENT or await newcomers.is_new(moment, person)


async def _reachable(moment: Moment, chat_id: int) -> None:
    chat = await moment.session.get(Chat, chat_id)
    if chat is not None and chat.blocked_at is not None:
        chat.blocked_at = None


async def _first_contact(moment: Moment, chat_id: int, heard: Heard) -> None:
    """Anyone may write. Danger is answered before the welcome and before any consent."""
    last = heard.last
    if last.kind in (Kind.BLOCKED, Kind.UNBLOCKED, Kind.REACTION):
        return
    if last.edited and heard.concern is None:  # after everything was forgotten: no new beginning
        return
    if last.kind is Kind.TAP:  # a button from before everything was forgotten
        await outbox.put(moment.session, chat_id, Answer(last.query_id), moment.now, purpose="tap")
        return
    own = heard.understanding if not last.forwarded else None
    spoken = (sure(own.text) or own.language) if own else last.language_code
    person = await people.welcome(moment, chat_id, spoken, people.RESIDENT)
    if last.command is not None and hiding.wished(last, False):  # after everything was forgotten
        await hiding.hide(moment, person, last)
    elif heard.concern is not None:
        await safeguard.worry(moment, person, heard.concern, last)
    elif last.kind is Kind.VOICE:
        await voices.cannot_listen(moment, person)
    elif last.kind is Kind.TEXT and last.command is None and own is not None:
        await conversations.meet(moment, person, own)
    else:
        name = last.command[0] if last.command is not None else "start"
        await conversations.command(moment, person, name if name in COMMANDS else "start")


async def _welcome_helper(moment: Moment, person: Person) -> None:
    if person.role == people.COORDINATOR:
        await overview.ensure(moment, person)
    text = {
        people.VOLUNTEER: invitations.WELCOME_VOLUNTEER,
        people.COORDINATOR: invitations.WELCOME_COORDINATOR,
    }.get(person.role, invitations.WELCOME_TEXTS)
    languages = await invitations.languages_of(moment, person, IN_LANGUAGE)
    said = moment.text(
        person,
        text,
        name=person.name or "",
        organisation=moment.house.organisation,
        languages=languages,
    )
    await tell(moment, person, Say(said, keyboard=()))


async def _refuse(moment: Moment, chat_id: int, person: Person | None, incoming: Incoming) -> None:
    """A used or unknown token: a clear word, and no role."""
    if person is None:
        person = await people.welcome(moment, chat_id, incoming.language_code, people.RESIDENT)
    said = moment.text(person, invitations.REFUSED, organisation=moment.house.organisation)
    await tell(moment, person, Say(said))
