"""How long a volunteer may hold a talk in silence: planned here, carried out in `bot.lapses`."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from bot import timers
from bot.alerts import hurried
from bot.house import Moment
from bot.routing import URGENT
from bot.store.tables import Handoff, Timer

REPLY_TIMERS = ("reply_nudge", "reply_ask")


def greet_until(moment: Moment, handoff: Handoff) -> datetime:
    """When the first word is due. Nobody is chased at night, unless it is urgent."""
    within = hurried(moment, handoff, moment.house.policy.greet_within)
    due = moment.now + within
    awake = moment.house.quiet.after(due, moment.house.zone)
    return due if handoff.urgency == URGENT or awake == due else awake + within


async def plan_greeting(moment: Moment, handoff: Handoff) -> None:
    """Claimed and not greeted: a nudge some time before, then it is offered on."""
    until = handoff.lease_until or greet_until(moment, handoff)
    within = hurried(moment, handoff, moment.house.policy.greet_within)
    for kind, due in (("greet_nudge", until - within / 2), ("greet_lapse", until)):
        await _plan(moment, handoff, kind, due)


async def plan_reply(moment: Moment, handoff: Handoff) -> None:
    """She wrote: he is reminded, then she is asked whether somebody else should come."""
    wait = hurried(moment, handoff, moment.house.policy.reply_within)
    await timers.drop(moment.session, moment.now, *REPLY_TIMERS, handoff_id=handoff.id)
    await _plan(moment, handoff, "reply_nudge", _by_day(moment, handoff, wait))


async def plan_ask(moment: Moment, handoff: Handoff) -> None:
    """Reminded, and still silent."""
    wait = hurried(moment, handoff, moment.house.policy.reply_within)
    await _plan(moment, handoff, "reply_ask", _by_day(moment, handoff, wait))


async def plan_end(moment: Moment, handoff: Handoff, at: datetime | None = None) -> None:
    """When the bot takes back a talk in which nobody speaks."""
    due = at or moment.now + moment.house.policy.quiet_talk_after
    await timers.drop(moment.session, moment.now, "talk_ends", handoff_id=handoff.id)
    await _plan(moment, handoff, "talk_ends", due)


async def is_answer_awaited(moment: Moment, handoff: Handoff) -> bool:
    """Whether he is still to be reminded, or she to be asked."""
    found = await moment.session.scalar(
        select(Timer.id)
        .where(Timer.handoff_id == handoff.id, Timer.kind.in_(REPLY_TIMERS))
        .where(Timer.done_at.is_(None))
        .limit(1)
    )
    return found is not None


async def answered(moment: Moment, handoff: Handoff) -> None:
    handoff.unanswered_at = None
    await timers.drop(moment.session, moment.now, *REPLY_TIMERS, handoff_id=handoff.id)


def _by_day(moment: Moment, handoff: Handoff, wait: timedelta) -> datetime:
    due = moment.now + wait
    return due if handoff.urgency == URGENT else moment.house.quiet.after(due, moment.house.zone)


async def _plan(moment: Moment, handoff: Handoff, kind: str, due: datetime) -> None:
    await timers.plan(
        moment.session,
        kind,
        due,
        handoff_id=handoff.id,
        state=handoff.state,
        by=handoff.claimed_by,
    )
