"""How long a volunteer may hold a talk in silence: planned here, carried out in `bot.lapses`."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from bot import timers
from bot.alerts import hurried
from bot.house import Moment
from bot.lifecycle import CLAIMED
from bot.routing import URGENT
from bot.store.tables import Handoff, Timer

GREET_TIMERS, REPLY_TIMERS = ("greet_nudge", "greet_lapse"), ("reply_nudge", "reply_ask")


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
    nudge = max(moment.now, until - within / 2)
    for kind, due in zip(GREET_TIMERS, (nudge, until), strict=True):
        await _plan(moment, handoff, kind, due)


async def hurry(moment: Moment, handoff: Handoff) -> bool:
    """Danger came into a talk that somebody holds: from now on its waits are an urgent one's. False
    when they were already: more of it puts nothing off."""
    if handoff.urgency == URGENT:
        return False
    handoff.urgency = URGENT
    if handoff.state == CLAIMED:
        until = greet_until(moment, handoff)
        handoff.lease_until = min(handoff.lease_until or until, until)
        await timers.drop(moment.session, moment.now, *GREET_TIMERS, handoff_id=handoff.id)
        await plan_greeting(moment, handoff)
    elif handoff.unanswered_at is not None:
        await plan_reply(moment, handoff)
    await moment.session.flush()
    return True


async def plan_reply(moment: Moment, handoff: Handoff) -> None:
    """She wrote: he is reminded, then she is asked whether somebody else should come."""
    wait = _reply_within(moment, handoff)
    await timers.drop(moment.session, moment.now, *REPLY_TIMERS, handoff_id=handoff.id)
    await _plan(moment, handoff, "reply_nudge", _by_day(moment, handoff, wait))


def _reply_within(moment: Moment, handoff: Handoff) -> timedelta:
    policy = moment.house.policy
    return policy.urgent_reply_within if handoff.urgency == URGENT else policy.reply_within


async def plan_ask(moment: Moment, handoff: Handoff) -> None:
    """Reminded, and still silent."""
    wait = _reply_within(moment, handoff)
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
