"""A bot process that is killed: the real receiver, workers, outbox and sender, with a decision that
leaves one row an update and one answer a turn which names the updates it answers."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot import departures, inbox, leftovers, outbox, worker
from bot.channel import Say
from bot.clock import Clock
from bot.loop import run
from bot.outage import Outage, kept_up
from bot.receiver import Receiver
from bot.sender import Sender
from bot.store import Store
from bot.store.keys import KeyRing
from bot.store.tables import Audit
from bot.telegram import Telegram
from bot.updates import parse
from bot.worker import Worker

LEASE = timedelta(seconds=2.5)  # instead of a minute: how long the dead hold a chat
RENEW_EVERY = 0.5  # instead of 20 s


async def answer(moment: Any, chat_id: int, heard: Any) -> None:
    """One row of effect an update, and one answer a turn."""
    for one in heard.incoming:
        moment.session.add(
            Audit(at=moment.now, actor_id=chat_id, action=one.text, detail=str(one.update_id))
        )
    said = ",".join(one.text for one in heard.incoming)
    await outbox.put(moment.session, chat_id, Say(said), moment.now)


async def hear(_worker: Worker, together: Any, _person: Any) -> Any:
    return worker.Heard(tuple(together))


async def work(url: str, api: str, token: str, key: str, polling: timedelta, name: str) -> None:
    KeyRing.from_text(key).use()
    store = Store.open(url, pool_size=6)
    clock = Clock()
    telegram = Telegram(token, api)
    await telegram.start()
    if store.is_sqlite:
        await leftovers.free_all(store)
    outage = Outage()
    sender = Sender(store, telegram, clock, per_second=1e6, outage=outage)
    given: Any = (store, None, None, clock, parse, sender)
    parts: Any = [Worker(*given, outage=outage) for _ in range(3)]

    def wake(_wait: timedelta) -> None:
        for one in parts:
            one.wake.set()

    receiver = Receiver(
        store, telegram, clock, timedelta(), frozenset(), wake, lease=polling, poll_seconds=1
    )
    receiver._me = name
    await asyncio.gather(*(kept_up(one.run, outage) for one in (receiver, sender, *parts)))


def main(url: str, api: str, token: str, key: str, polling: float, log: str) -> None:
    logging.basicConfig(filename=log, level=logging.WARNING)
    for chatty in ("httpx", "httpcore"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    inbox.LEASE = departures.LEASE = LEASE
    outbox.CHAT_GAP = timedelta()
    worker.RENEW_EVERY = RENEW_EVERY  # type: ignore[assignment]
    worker.answer = answer
    Worker._hear = hear  # type: ignore[method-assign]
    run(work(url, api, token, key, timedelta(seconds=polling), Path(log).stem))
