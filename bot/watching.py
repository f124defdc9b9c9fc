"""What is planned for a handoff that waits: when phones ring again, and when the coordinators hear
of it. One of these timers always stands, so that nobody is forgotten.

1. `widen`, `ring_later`: more phones, or those whose hours begin.
2. `to_coordinator`: each time twice as late. Urgent: half an hour, one, two, at any hour; from then
   on every four hours, by day.
3. `ring_anew`, where it is urgent: everybody once more, every hour by day and each morning.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select

from bot import timers
from bot.house import Moment
from bot.routing import URGENT
from bot.store.tables import Handoff, Timer

DAY: Final = timedelta(days=1)
ANEW: Final = timedelta(hours=1)
AT_ANY_HOUR: Final = 3  # so many steps; those after them are taken by day


def urgent_wait(moment: Moment, times: int) -> timedelta:
    """From one word to the coordinators of what is urgent to the next, the `times`-th."""
    policy = moment.house.policy
    first = policy.coordinator_after * policy.urgent_factor
    return first * 2.0 ** min(times, AT_ANY_HOUR)


async def try_again(moment: Moment, handoff: Handoff, kind: str, at: datetime) -> None:
    """`kind`: widen or ring_later. The later of two wishes counts."""
    await timers.drop(moment.session, moment.now, "widen", "ring_later", handoff_id=handoff.id)
    await _plan(moment, handoff, kind, at)


async def stand(moment: Moment, handoff: Handoff) -> None:
    """Plans what is not planned yet: ringing more phones puts nothing off."""
    if await planned(moment, handoff, "to_coordinator") is None:
        await watch(moment, handoff)
    if handoff.urgency == URGENT and await planned(moment, handoff, "ring_anew") is None:
        await plan_anew(moment, handoff)


async def watch(
    moment: Moment,
    handoff: Handoff,
    times: int = 0,
    told: bool = False,
    since: datetime | None = None,
) -> None:
    """Plans when the coordinators hear that nobody took it, for the `times`-th time."""
    zone, quiet = moment.house.zone, moment.house.quiet
    begins = since or moment.now
    if handoff.urgency != URGENT:
        wait = moment.house.policy.coordinator_after
        due = quiet.after(begins + min(wait * 2**times, DAY), zone)
    else:
        wait = urgent_wait(moment, times)
        due = begins + wait
        awake = quiet.after(due, zone)
        if times >= AT_ANY_HOUR and awake != due:
            due = awake + wait  # in the morning they hear of it by `ring_anew`
    await timers.drop(moment.session, moment.now, "to_coordinator", handoff_id=handoff.id)
    await _plan(moment, handoff, "to_coordinator", due, times=times, told=told)


async def plan_anew(moment: Moment, handoff: Handoff) -> datetime:
    """An hour from now by day, else the next morning. Returns when."""
    quiet, zone = moment.house.quiet, moment.house.zone
    due = quiet.after(moment.now, zone)
    if due == moment.now:
        due = quiet.after(moment.now + ANEW, zone)
    await timers.drop(moment.session, moment.now, "ring_anew", handoff_id=handoff.id)
    await _plan(moment, handoff, "ring_anew", due, morning=due != moment.now + ANEW)
    return due


async def planned(moment: Moment, handoff: Handoff, kind: str) -> datetime | None:
    """When a timer of this kind is due; None where none stands."""
    found: datetime | None = await moment.session.scalar(
        select(Timer.due_at)
        .where(Timer.handoff_id == handoff.id, Timer.kind == kind, Timer.done_at.is_(None))
        .limit(1)
    )
    return found


async def _plan(moment: Moment, handoff: Handoff, kind: str, due: datetime, **expects: Any) -> None:
    await timers.plan(
        moment.session, kind, due, handoff_id=handoff.id, state=handoff.state, **expects
    )
