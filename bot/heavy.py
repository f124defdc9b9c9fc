"""'It was heavy', says a volunteer. The message about it alone may be missed: it stands in the
coordinators' overview and on the desk until one of them has called, without a word of the talk.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import case, func, select

from bot import people
from bot.channel import Button, Say
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Audit, Person

SAID: Final = "volunteer.heavy"
CALLED: Final = "volunteer.called"
TALKED: Final = "debrief.talked"  # of a talk with danger in it: a call as well
BUTTON_TALKED = Text("debrief/button-talked", "We have talked")
NOTED = Text("heavy/noted", "Thank you. I have noted that you talked with {name}.")


async def say(
    moment: Moment,
    volunteer: Person,
    text: Text,
    handoff: int | None = None,
    detail: str | None = None,
) -> None:
    """Every coordinator reads it at once, and by a tap marks that they have talked. `detail`: what
    it is, where it is no heavy talk."""
    people.log(moment, SAID, actor=volunteer, about=volunteer.id, handoff=handoff, detail=detail)
    await moment.session.flush()
    number = (await waiting(moment))[volunteer.id].id
    for coordinator in await people.coordinators(moment):
        said = moment.text(coordinator, text, name=volunteer.name or "…")
        inline = (button(moment, coordinator, volunteer.id, number),)
        await people.tell(moment, coordinator, Say(said, inline=inline), "alert")


def button(moment: Moment, reader: Person, volunteer: int, number: int) -> Button:
    return Button(moment.text(reader, BUTTON_TALKED), f"called:{volunteer}:{number}")


async def waiting(moment: Moment) -> Mapping[int, Audit]:
    """The volunteers who wait for a call, each with when they last said so."""
    said = func.max(case((Audit.action == SAID, Audit.id)))
    called = func.max(case((Audit.action.in_((CALLED, TALKED)), Audit.id)))
    last = (
        select(said)
        .join(Person, Person.id == Audit.person_id)
        .where(Person.role == people.VOLUNTEER, Person.left_at.is_(None))
        .where(Audit.action.in_((SAID, CALLED, TALKED)))
        .group_by(Audit.person_id)
        .having(said > func.coalesce(called, 0))
    )
    rows = await moment.session.scalars(select(Audit).where(Audit.id.in_(last)).order_by(Audit.id))
    return {row.person_id: row for row in rows if row.person_id is not None}


async def called(moment: Moment, coordinator: Person, volunteer: Person, number: int) -> str:
    """They have talked. Returns the word to the coordinator; "" when that was noted before, or the
    volunteer said so once more since."""
    said = (await waiting(moment)).get(volunteer.id)
    if said is None or said.id != number:
        return ""
    people.log(moment, CALLED, actor=coordinator, about=volunteer.id)
    return moment.text(coordinator, NOTED, name=volunteer.name or "…")
