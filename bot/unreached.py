"""Nothing reaches a volunteer any more, or he is gone: what rang on that phone rings elsewhere at
once, as after a 'not now', his talks go on with others, and his appointments are off. By night what
is not urgent waits."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from bot import alerts, appointments, calling_off, last_one, outbox, people, talks, timers
from bot.appointment_texts import OFF_CANNOT
from bot.house import Moment
from bot.lifecycle import WAITING
from bot.routing import URGENT
from bot.store.tables import Alert, Handoff, Person

WHY: Final = "nothing reaches him"


async def ring(moment: Moment, volunteer: Person, on_duty: bool) -> None:
    """He blocked the bot, or his account is gone, and he has not come back since. `on_duty`: he had
    alerts on until then."""
    if not await people.blocked(moment, volunteer):
        return
    await passed_on(moment, volunteer)
    if on_duty:
        await last_one.lost(moment, volunteer)
    await goes_on(moment, volunteer)


async def goes_on(moment: Moment, volunteer: Person) -> None:
    """His talks, with others, and his appointments, which are off."""
    awake = moment.house.quiet.after(moment.now, moment.house.zone)
    waits = False
    for talk in await talks.open_talks(moment, volunteer):
        if awake == moment.now or await talks.worries(moment, talk):
            await talks.release(moment, talk, volunteer, lapsed=True, why=WHY)
        else:
            waits = True
    if awake == moment.now:
        await calling_off.off_all(moment, volunteer, OFF_CANNOT)
    elif waits or await appointments.coming(moment, volunteer_id=volunteer.id):
        await timers.plan(moment.session, outbox.UNREACHED, awake, person_id=volunteer.id)


async def passed_on(moment: Moment, volunteer: Person) -> None:
    """What rang there without an answer is no phone's that rings: the next ones are looked for,
    each in a transaction of its own. Comes before any word to anybody, for the order of locks."""
    unanswered = select(Alert.handoff_id).where(
        Alert.volunteer_id == volunteer.id, Alert.answer.is_(None)
    )
    rows = await moment.session.scalars(
        select(Handoff)
        .where(Handoff.id.in_(unanswered))
        .order_by(Handoff.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    awake = moment.house.quiet.after(moment.now, moment.house.zone)
    for handoff in list(rows):
        await alerts.answered(moment, handoff, volunteer, alerts.MISSED)
        if handoff.state in WAITING:
            due = moment.now if handoff.urgency == URGENT else awake
            await timers.plan(
                moment.session, "ring_later", due, handoff_id=handoff.id, state=handoff.state
            )
