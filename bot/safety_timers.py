"""What comes of itself after danger: the alert of an unanswered one, the question anew after a talk
that ended, and the gentle word of a later day. Where somebody else may hold her telephone neither
of these words tells of anything (`bot.discreet`)."""

from __future__ import annotations

import logging
from typing import Any, Final

from bot import (
    alert_waits,
    concerns,
    contacts,
    danger,
    danger_again,
    danger_numbers,
    discreet,
    handoffs,
    help_expected,
    outbox,
    people,
    safeguard,
    timers,
)
from bot.house import Moment
from bot.numbers import texts_of
from bot.safety import gentle
from bot.safety import reply as replies
from bot.safety_facts import facts_of
from bot.safety_stage import set_stage
from bot.store.tables import Concern, Person

log = logging.getLogger(__name__)
TIMERS: Final = ("danger", danger_again.TIMER, concerns.ANEW, "safety_later", help_expected.TIMER)


async def ring(moment: Moment, person: Person, kind: str, expects: dict[str, Any]) -> None:
    """The timers of a concern: the unanswered danger, its alert once more, the question anew after
    a talk that ended, whether help came, and the gentle word of a later day."""
    if kind == danger_again.TIMER:
        await danger_again.ring(moment, person, expects["times"])
        return
    row = await moment.session.get(Concern, expects.get("concern", 0))
    if row is None or row.person_id != person.id:
        return
    if kind == help_expected.TIMER:
        if await help_expected.asked_after(moment, person, row.id) is not None:
            await safeguard.still(moment, person, replies.WITH_YOU, row)
    elif kind not in ("danger", concerns.ANEW):
        await _later(moment, person, row)
    elif row.answer not in concerns.ENDED and kind == "danger":
        await _alert(moment, person, row)
    elif row.answer not in concerns.ENDED:
        await _anew(moment, person, row)


async def _alert(moment: Moment, person: Person, row: Concern) -> None:
    """Where it would reach nobody it waits, for a day at most, until somebody is there."""
    if await people.within_reach(moment):
        await danger.alert(moment, row)
        await danger_again.plan(moment, person)
        return
    log.error("an alert of danger waits: no coordinator can be reached")
    due = moment.now + moment.house.policy.danger_after
    newest = await concerns.danger(moment, person) or row  # that one has no timer of its own
    if due < newest.at + danger_numbers.DAY:
        await timers.plan(moment.session, "danger", due, person_id=person.id, concern=newest.id)


async def _anew(moment: Moment, person: Person, row: Concern) -> None:
    """Whoever had her talk has it no more: she is asked whether she is safe, with the numbers, and
    without her word the coordinators get their alert. Danger anew has been answered since."""
    newest = await concerns.danger(moment, person)
    if newest is None or newest.id != row.id:
        return
    await alert_waits.put_off(moment, person)
    await safeguard.watch(moment, person, row)
    if await discreet.of_itself(moment, person):
        await _neutrally(moment, person, row, outbox.ANSWER)
        return
    asks = await safeguard.unanswered(moment, person, row.intent)
    sent = await safeguard.say(
        moment, person, asks, urgency=outbox.ANSWER
    )  # behind the word of the end
    await set_stage(moment, person, "reply", row.intent, row.id, sent)


async def _later(moment: Moment, person: Person, row: Concern) -> None:
    """The one gentle word of a later day: not while she may sleep, not into a talk, not after a
    stop."""
    resident = await people.resident(moment, person)
    awake = contacts.when_awake(moment, resident, moment.now)
    if awake > moment.now:
        await timers.plan(
            moment.session, "safety_later", awake, person_id=person.id, concern=row.id
        )
    elif resident.stopped_at is None and await handoffs.held(moment, person.id) is None:
        if await discreet.of_itself(moment, person):
            await _neutrally(moment, person, row)
            return
        said = gentle.later(await facts_of(moment, person), texts_of(moment, person))
        sent = await safeguard.say(moment, person, said)
        await set_stage(moment, person, "later", row.intent, row.id, sent)


async def _neutrally(
    moment: Moment, person: Person, row: Concern, urgency: int = outbox.CRISIS
) -> None:
    """Somebody else may hold her telephone. What she answers in words counts all the same."""
    said = gentle.neutral(await facts_of(moment, person), texts_of(moment, person))
    sent = await safeguard.say(moment, person, said, urgency=urgency, alone=True)
    await set_stage(moment, person, "later", row.intent, row.id, sent)
