"""The alert of an unanswered danger that waits for its quarter hour to be over."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select

from bot import people
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Concern, Person, Timer

PUT_OFF: Final = 3  # quarters after her word of danger, at the latest, coordinators have the alert

GOES_ON = Text(
    "safety/alert-goes-on",
    "If no volunteer takes your question, a coordinator gets an alert, without your name. Not "
    "if you say that you are safe.",
)


async def of(moment: Moment, person: Person, kind: str = "danger") -> Timer | None:
    """`kind`: or the question anew, before that."""
    found: Timer | None = await moment.session.scalar(
        select(Timer)
        .where(Timer.person_id == person.id, Timer.kind == kind, Timer.done_at.is_(None))
        .limit(1)
    )
    return found


async def put_off(moment: Moment, person: Person) -> None:
    """She wishes for a person, agrees to the text, or shares nothing after all: the quarter hour of
    an alert that waits begins anew, and not for ever: who goes to and fro is alone as well, and so
    is she whom nobody comes to. Only somebody who takes the talk, or 'I am safe', ends it."""
    waits = await of(moment, person)
    row = await moment.session.get(Concern, waits.expects["concern"]) if waits else None
    if waits is None or row is None:
        return
    quarter = moment.house.policy.danger_after
    waits.due_at = max(waits.due_at, min(moment.now + quarter, row.at + PUT_OFF * quarter))


async def no_later(moment: Moment, person: Person, due: datetime) -> None:
    """A danger of its own does not wait for the hour of one that coordinators know already."""
    waits = await of(moment, person)
    if waits is not None:
        waits.due_at = min(waits.due_at, due)


async def told(moment: Moment, person: Person, said: str) -> str:
    """A word to her who waits for a person, and that the alert goes on where it does."""
    if await of(moment, person) is None or not await people.within_reach(moment):
        return said
    return f"{said}\n\n{moment.text(person, GOES_ON)}"
