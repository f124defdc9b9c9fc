"""The composition root: the only place where things are built and tied together."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import SQLAlchemyError
from starlette.routing import BaseRoute

from bot import erased_again, inbox, leftovers, menus, outbox, publishing, web, webhook
from bot.ahead import Ahead
from bot.channel import Refused
from bot.claims import Claims
from bot.clock import Clock
from bot.commands_menu import set_menu
from bot.database import only_one as only_one
from bot.database import open_store as open_store
from bot.handoff_texts import BUTTON_STOP
from bot.health import Health
from bot.house import House, Policy
from bot.i18n import translator
from bot.leaps import Leaps
from bot.listening import Listener
from bot.logs import Faults
from bot.metrics import Metrics
from bot.nlu import NluClient
from bot.nlu_jobs import Following, Jobs
from bot.outage import Outage, kept_up
from bot.presence import Presence
from bot.readers import READERS
from bot.receiver import Receiver
from bot.restoring import refuse_half_restored
from bot.rhythm import Quiet
from bot.safety import load_rules
from bot.safety.helplines import OWN_FILE, Helpline, HelplineError, load_helplines
from bot.sender import Sender
from bot.settings import Settings, SettingsError
from bot.store import Store, passing
from bot.store.erased import Erasures
from bot.sweep import Sweep
from bot.telegram import Telegram
from bot.updates import parse
from bot.warming import warm
from bot.worker import Worker

log = logging.getLogger(__name__)
SWEEP_SECONDS = 5


def make_house(
    settings: Settings, bot_name: str = "", policy: Policy | None = None, examples: bool = False
) -> House:
    start, end = settings.quiet_hours
    return House(
        organisation=settings.organisation,
        zone=settings.zone,
        translate=translator,
        rules=load_rules(),
        helplines=_helplines(settings),
        readers=READERS,
        bot_name=bot_name,
        reach=settings.contact or "",
        quiet=Quiet(start, end),
        country=settings.country,
        policy=policy
        or Policy(
            text_lasts=timedelta(days=settings.keep_text),
            rest_lasts=timedelta(days=settings.keep_rest),
            most_talks=settings.most_talks,
            overview_at=settings.overview_at,
        ),
        release_danger=settings.danger_release,
        questionnaires=settings.questionnaires,
        public_url=settings.public_url or "",
        examples=examples,
        erasures=Erasures(settings.erasures_file),
    )


def _helplines(settings: Settings) -> tuple[Helpline, ...]:
    try:
        return load_helplines(settings.content)
    except HelplineError as error:
        path = settings.content / OWN_FILE
        raise SettingsError(f"{path} cannot be read: {error}; mend it, or move it away") from None


class App:
    """A running bot: one receiver, some workers, one sender, one sweep."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        telegram: Telegram,
        house: House,
        clock: Clock,
        nlu: NluClient | None,
    ) -> None:
        self.store, self.clock, self.house = store, clock, house
        self._outage = outage = Outage()
        self.sweep = Sweep(store, house, clock, outage)
        self.metrics = Metrics(of_process=True)
        self.sender = Sender(store, telegram, clock, metrics=self.metrics, outage=outage)
        ahead = Ahead(nlu) if nlu is not None and store.is_sqlite else None
        let_go = ahead.let_go if ahead is not None else lambda text: None
        listener = Listener(house.rules, ahead or nlu, settings.zone, let_go)
        claims = Claims(store)
        self.workers = [
            Worker(
                store,
                house,
                listener,
                clock,
                parse,
                self.sender,
                self.metrics.turns.observe,
                claims,
                outage,
            )
            for _ in range(settings.workers)
        ]
        settle = timedelta(seconds=settings.settle)
        self.receiver = Receiver(
            store,
            telegram,
            clock,
            settle,
            house.labels(BUTTON_STOP),
            self.wake,
            came=ahead.begin if ahead is not None else lambda text: None,
        )
        self._telegram, self._settings = telegram, settings
        self._presence = Presence(store, self.sender.share)
        self._leaps = Leaps(store)
        self._following = Following(nlu, Jobs(settings.jobs_folder)) if nlu is not None else None
        self.health = Health(store, self.receiver, self.sweep, nlu, bool(settings.webhook_url))
        self.routes: list[BaseRoute] = []  # of what else this process serves
        if settings.webhook_url:
            secret = settings.webhook_secret or ""
            self.routes.append(webhook.route(self.receiver.keep, secret, outage))
        if nlu is not None:
            nlu.watch = lambda outcome, seconds: self.metrics.parses.labels(outcome).observe(
                seconds
            )

    def wake(self, wait: timedelta) -> None:
        """Something came in that may be taken when it has waited so long for others."""
        if wait:
            seconds = wait.total_seconds() + 0.02
            asyncio.get_running_loop().call_later(seconds, self._wake_workers)
        else:
            self._wake_workers()

    def _wake_workers(self) -> None:
        for worker in self.workers:
            worker.wake.set()

    async def tick(self) -> None:
        if await self.sweep.once():
            self.sender.wake.set()

    async def _tick(self) -> None:
        """By the scheduler: an error is one line without content, and the next tick comes."""
        try:
            await self.tick()
            self._outage.works()
        except Exception as error:
            if passing(error):
                self._outage.tell(error)
            else:
                log.error("the sweep failed: %s", type(error).__name__)
        try:
            if self._following is not None:
                await self._following.once()
        except Exception as error:
            log.error("the chosen model cannot be told: %s", type(error).__name__)

    async def idle(self) -> bool:
        """Whether nothing waits to be taken or sent."""
        return await inbox.is_idle(self.store) and await outbox.is_idle(self.store)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[int | None]:
        """Pages and webhook, where there is an address for them. Yields the port.

        Raises SettingsError where it cannot be listened on, or Telegram refuses the webhook.
        """
        if (address := self._settings.address) is None:
            yield None
            return
        app = web.create_app(self.health, self.routes, self._measured)
        try:
            async with web.listening(app, *address) as port:
                await self._bring()
                yield port
        except web.PortTaken as error:
            raise SettingsError(f"GOEIEDAG_HTTP: {error}; choose another") from None

    async def _measured(self) -> bytes:
        return await self.metrics.text(self.store, self.clock.now())

    async def _bring(self) -> None:
        """From here on Telegram brings updates: first when somebody listens."""
        url, secret = self._settings.webhook_at, self._settings.webhook_secret
        if not url or secret is None:
            return
        try:
            await self._telegram.bring(url, secret)
        except Refused as error:
            reason = f"Telegram refuses the webhook: {error.kind}"
            raise SettingsError(f"GOEIEDAG_WEBHOOK_URL: {reason}") from None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Awaitable[object]]:
        """Everything at work. The future fails when a part of it ends: nothing may end unseen.

        At the end each part is stopped once, so that it may finish or hand back what it took.
        """
        faults = Faults(lambda event: self.metrics.faults.labels(event).inc())
        logging.getLogger().addHandler(faults)
        if self.store.is_sqlite:  # nobody else runs
            await self._outage.written(lambda: leftovers.free_all(self.store))
        scheduler = AsyncIOScheduler(timezone=UTC)
        scheduler.add_job(
            self._tick,
            "interval",
            seconds=SWEEP_SECONDS,
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
        )
        parts = [self._presence.run, self._leaps.run, self.sender.run]
        parts += [worker.run for worker in self.workers]
        if self._settings.webhook_url is None:
            parts.append(self.receiver.run)
        warming = asyncio.create_task(asyncio.to_thread(warm, self.house, self.clock.now()))
        tasks = [asyncio.create_task(kept_up(part, self._outage)) for part in parts]
        together = asyncio.gather(*tasks)
        scheduler.start()
        try:
            yield asyncio.shield(together)
        finally:
            scheduler.shutdown(wait=False)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, together, warming, return_exceptions=True)
            logging.getLogger().removeHandler(faults)
            with contextlib.suppress(SQLAlchemyError, OSError):
                await self.receiver.let_go()
                await self._presence.leave()


@asynccontextmanager
async def opened(
    settings: Settings,
    token: str,
    clock: Clock,
    nlu: NluClient | None,
    examples: bool = False,
) -> AsyncIterator[App]:
    """Database, dialogues and Telegram ready, nothing running yet.

    Raises SettingsError for a wrong token, Unreachable when Telegram does not answer.
    """
    async with only_one(settings), open_store(settings) as store:
        await publishing.publish_first(store, settings.content, clock.now())
        await refuse_half_restored(store)
        telegram = Telegram(token, settings.telegram_api)
        try:
            name = await telegram.start()
            if settings.webhook_url is None and await telegram.fetch():
                log.info("the webhook was taken away; polling from here on")
            house = make_house(settings, name, examples=examples)
            await erased_again.catch_up(store, house, clock.now())
            await set_menu(telegram.bot, house)
            await menus.show_all(store, house, clock.now())
            yield App(settings, store, telegram, house, clock, nlu)
        finally:
            await telegram.close()
