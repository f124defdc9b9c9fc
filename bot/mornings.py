"""One word in the morning is enough. What the overview is about to show is not told just before it,
and what was told when quiet hours ended brings no overview by itself. What is urgent waits for no
overview."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import exists, select

from bot.house import Moment
from bot.store.tables import Audit, Message, Person, Timer
from bot.timers import OVERVIEW as OVERVIEW

NEAR: Final = timedelta(hours=1)


async def overview_is_near(moment: Moment, coordinator: Person) -> bool:
    """Whether she reads within the hour what waits for her. By night she reads none."""
    due = await moment.session.scalar(
        select(Timer.due_at)
        .where(Timer.person_id == coordinator.id, Timer.kind == OVERVIEW)
        .where(Timer.done_at.is_(None), Timer.due_at <= moment.now + NEAR)
        .limit(1)
    )
    return due is not None and moment.house.quiet.after(due, moment.house.zone) == due


async def told_of(moment: Moment, coordinator: Person) -> set[int]:
    """The handoffs of which she was told since quiet hours ended, and that did not change since."""
    changed = exists().where(Audit.handoff_id == Message.handoff_id, Audit.at > Message.created_at)
    rows = await moment.session.scalars(
        select(Message.handoff_id)
        .where(Message.chat_id == coordinator.chat_id, Message.purpose == "alert")
        .where(Message.handoff_id.is_not(None), Message.created_at >= begins(moment))
        .where(Message.state.in_(("queued", "sending", "sent")), ~changed)
    )
    return {number for number in rows if number is not None}


def is_news(moment: Moment, told: datetime) -> bool:
    """Whether what all coordinators were told at that instant is worth a word this morning."""
    return told < begins(moment)


def begins(moment: Moment) -> datetime:
    """When quiet hours ended today."""
    day, house = moment.house.local(moment.now).date(), moment.house
    return datetime.combine(day, house.quiet.end, house.zone).astimezone(moment.now.tzinfo)
