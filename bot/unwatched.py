"""Nothing reaches a coordinator any more: an alert that nobody sees helps nobody. The others read
so, by day. An alert of danger that nobody opened, and that none of them has, goes out anew, by
night too; where there is no other it waits for somebody who is there."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

from sqlalchemy import select

from bot import alert_waits, danger, open_dangers, outbox, people, timers
from bot.channel import Say
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Audit, Concern, Message, Person

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
    await _alert_again(moment, others)
    if not others:
        log.error("no coordinator can be reached: nobody sees an alert")
    elif awake > moment.now:
        await timers.plan(moment.session, outbox.UNREACHED, awake, person_id=coordinator.id)
    else:
        for other in others:
            said = moment.text(other, UNSEEN, name=coordinator.name or "…")
            await people.tell(moment, other, Say(said), "alert")


async def _alert_again(moment: Moment, others: Sequence[Person]) -> None:
    """One may have come back after it went out, and then nobody who is there ever saw it."""
    for one in await open_dangers.of(moment):
        person = await moment.session.get_one(Person, one.concern.person_id)
        if one.opened or await alert_waits.of(moment, person) is not None:
            continue
        if not await _is_shown(moment, one.concern, others):
            await timers.plan(
                moment.session, "danger", moment.now, person_id=person.id, concern=one.concern.id
            )


async def _is_shown(moment: Moment, concern: Concern, others: Sequence[Person]) -> bool:
    """Whether a message with that alert is on a phone of theirs, or on its way there."""
    details = await moment.session.scalars(
        select(Audit.detail)
        .where(Audit.action == danger.SHOWN, Audit.person_id == concern.person_id)
        .where(Audit.at >= concern.at, Audit.actor_id.in_([one.id for one in others]))
    )
    rows = [int((detail or ":0").split(":")[1]) for detail in details]
    found = await moment.session.scalar(
        select(Message.id)
        .where(Message.id.in_(rows), Message.state.in_(("queued", "sending", "sent")))
        .limit(1)
    )
    return found is not None
