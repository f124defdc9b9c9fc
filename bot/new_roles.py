"""Somebody takes another role by an invitation: nothing that stood between two people is left in
the air."""

from __future__ import annotations

from bot import (
    appointments,
    calling_off,
    concerns,
    handoffs,
    instants,
    people,
    silences,
    turnover,
    withdrawals,
)
from bot.appointment_texts import OFF_BOTH
from bot.channel import Say
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Invitation, Person
from bot.worry_texts import STOPPED_TOO

WAITS = Text(
    "invitation/waits",
    "You come first now, and this can wait. Your invitation stays good until {day}. Tell me when "
    "you are safe, then open it again.",
)


async def waits(moment: Moment, person: Person | None, row: Invitation) -> bool:
    """Who is in danger takes no other role now: whoever looks after her would lose her."""
    if person is None or row.used_at is not None or not await concerns.in_danger(moment, person):
        return False
    day = instants.day(moment, person, row.expires_at or moment.now)
    await people.tell(moment, person, Say(moment.text(person, WAITS, day=day)))
    return True


async def take(moment: Moment, person: Person, role: str) -> None:
    """Ends what the earlier role was in the middle of."""
    before, person.left_at = person.role if person.left_at is None else "", None
    if before == people.VOLUNTEER != role:
        await turnover.changes_role(moment, person, role)
        return
    person.role = role
    if before != role:
        await _ends_as_resident(moment, person)


async def _ends_as_resident(moment: Moment, person: Person) -> None:
    """Also of who only ever was told of a silence, or was greeted after leaving."""
    said = []
    if (handoff := await handoffs.live(moment, person.id)) is not None:
        said.append(await withdrawals.withdraw(moment, person, handoff))
    for row in await appointments.coming(moment, person_id=person.id):
        volunteer = await moment.session.get_one(Person, row.volunteer_id)
        said += await calling_off.off(moment, person, volunteer, person, OFF_BOTH)
    if await silences.end(moment, person):
        said.append(moment.text(person, STOPPED_TOO))
    if any(said):
        await people.tell(moment, person, Say("\n\n".join(filter(None, said)), keyboard=()))
