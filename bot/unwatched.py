"""Nothing reaches a coordinator any more: an alert that nobody sees helps nobody. The others read
so, by day; where there is no other, its alerts of danger wait for somebody who is there."""

from __future__ import annotations

import logging
from typing import Final

from bot import alert_waits, open_dangers, outbox, people, timers
from bot.channel import Say
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Person

log = logging.getLogger(__name__)
UNSEEN: Final = Text(
    "coordinator/unseen",
    "Nothing that I write reaches {name} any more: I am blocked there, or the account is gone. So "
    "{name} sees no alert. Can you call {name}? When {name} writes to me again, alerts come again.",
)


async def ring(moment: Moment, coordinator: Person) -> None:
    """She blocked the bot, or her account is gone, and she has not come back since."""
    if coordinator.left_at is not None or not await people.blocked(moment, coordinator):
        return
    others = await people.within_reach(moment)
    awake = moment.house.quiet.after(moment.now, moment.house.zone)
    if not others:
        log.error("no coordinator can be reached: nobody sees an alert")
        await _alert_again(moment)
    elif awake > moment.now:
        await timers.plan(moment.session, outbox.UNREACHED, awake, person_id=coordinator.id)
    else:
        for other in others:
            said = moment.text(other, UNSEEN, name=coordinator.name or "…")
            await people.tell(moment, other, Say(said), "alert")


async def _alert_again(moment: Moment) -> None:
    """A danger that nobody looked at: its alert waits for somebody who is there."""
    for one in await open_dangers.of(moment):
        person = await moment.session.get_one(Person, one.concern.person_id)
        if not one.opened and await alert_waits.of(moment, person) is None:
            await timers.plan(
                moment.session, "danger", moment.now, person_id=person.id, concern=one.concern.id
            )
