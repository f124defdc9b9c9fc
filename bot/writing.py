"""What a volunteer's next message is for, when it is for no resident: a note, a report, an hour.

It stands until that message, a command, or a tap on another talk. It never runs out by itself: a
note that came late would else be relayed to somebody who must not read it.
"""

from __future__ import annotations

from sqlalchemy import update

from bot.channel import Button, Say
from bot.house import Moment
from bot.i18n import Text
from bot.people import tell
from bot.store.tables import Person, Volunteer

BUTTON_NOT_NOW = Text("writing/button-not-now", "Leave it")
LEFT = Text("writing/left", "All right, nothing was written down.")
IN_WORDS = Text("writing/in-words", "In words please, in one message. This went to nobody.")
TOO_LATE = Text("writing/too-late", "That is no longer possible. This went to nobody.")
PUT_OFF = Text(
    "writing/put-off", "You began something for me. I left that: now you write to a resident."
)


async def begin(moment: Moment, volunteer: Person, what: str, number: int, said: str) -> None:
    """Asks for the next message. `what` and `number` say what it will be for."""
    await _set(moment, volunteer, f"{what}:{number}")
    leave = Button(moment.text(volunteer, BUTTON_NOT_NOW), "write:leave")
    await tell(moment, volunteer, Say(said, inline=(leave,)))


def put_off(moment: Moment, volunteer: Person) -> Say:
    """What was begun is left, because the volunteer turned to a talk."""
    return Say(moment.text(volunteer, PUT_OFF))


async def of(moment: Moment, volunteer: Person) -> tuple[str, int] | None:
    """What the next message is for."""
    row = await moment.session.get(Volunteer, volunteer.id)
    if row is None or row.writing is None:
        return None
    what, _, number = row.writing.partition(":")
    return what, int(number)


async def end(moment: Moment, volunteer: Person) -> bool:
    """Whether anything was begun."""
    row = await moment.session.get(Volunteer, volunteer.id)
    begun = row is not None and row.writing is not None
    if begun:
        await _set(moment, volunteer, None)
    return begun


async def _set(moment: Moment, volunteer: Person, value: str | None) -> None:
    await moment.session.execute(
        update(Volunteer)
        .where(Volunteer.person_id == volunteer.id)
        .values(writing=value)
        .execution_options(synchronize_session="fetch")
    )
