"""What a volunteer's next message is for, when it is for no resident: a note, a report, an hour.

It stands until that message, a command, or a tap on another talk. It never runs out by itself: a
note that came late would else be relayed to somebody who must not read it.
"""

from __future__ import annotations

from sqlalchemy import update

from bot import asking, outbox
from bot.channel import Button, Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.people import tell
from bot.store.tables import Person, Volunteer

BUTTON_NOT_NOW = Text("writing/button-not-now", "Leave it")
COMMANDS = {"meeting": "meet"}  # where what is written has another name than its command
LEFT = Text("writing/left", "All right, nothing was written down.")
IN_WORDS = Text("writing/in-words", "In words please, in one message. This went to nobody.")
OWN_WORDS = Text(
    "writing/own-words", "In your own words please. You sent this on, so it went to nobody."
)
TOO_LATE = Text("writing/too-late", "That is no longer possible. This went to nobody.")
CROSSED = Text(
    "writing/crossed",
    "This crossed my question, so it went to nobody. If it is the answer, write it again. If it is "
    "for somebody in a talk, tap the button first.",
)
LEFT_FOR_COMMAND = Text(
    "writing/left-for-command",
    "You began something for me. I left that: nothing was written down.",
)
PUT_OFF = Text(
    "writing/put-off", "You began something for me. I left that: now you write to a resident."
)


async def begin(
    moment: Moment,
    volunteer: Person,
    what: str,
    number: int,
    said: str,
    buttons: tuple[Button, ...] = (),
) -> None:
    """Asks for the next message. `what` and `number` say what it will be for."""
    inline = (*buttons, _leave(moment, volunteer))
    asked = await tell(moment, volunteer, Say(said, inline=inline))
    await _set(moment, volunteer, f"{what}:{number}:{asked}")


def put_off(moment: Moment, volunteer: Person) -> Say:
    """What was begun is left, because the volunteer turned to a talk."""
    return Say(moment.text(volunteer, PUT_OFF))


async def of(moment: Moment, volunteer: Person) -> tuple[str, int] | None:
    """What the next message is for."""
    row = await moment.session.get(Volunteer, volunteer.id)
    if row is None or row.writing is None:
        return None
    what, number, *_ = row.writing.split(":")
    return what, int(number)


async def crossed(moment: Moment, volunteer: Person, incoming: Incoming) -> bool:
    """Whether a message was written before the asking reached the phone. Nobody knows whom it was
    meant for, so it goes to nobody, and the question stands."""
    row = await moment.session.get(Volunteer, volunteer.id)
    asked = (row.writing or "").split(":")[2:] if row is not None else []
    if not asked:
        return False
    reached = await outbox.delivered_as(moment.session, int(asked[0]))
    if reached is not None and (incoming.message_id or 0) > reached:
        return False
    said = moment.text(volunteer, CROSSED)
    await tell(moment, volunteer, Say(said, inline=(_leave(moment, volunteer),)))
    return True


def _leave(moment: Moment, volunteer: Person) -> Button:
    return Button(moment.text(volunteer, BUTTON_NOT_NOW), "write:leave")


async def end(moment: Moment, volunteer: Person) -> bool:
    """Whether anything was begun."""
    row = await moment.session.get(Volunteer, volunteer.id)
    begun = row is not None and row.writing is not None
    if begun:
        await _set(moment, volunteer, None)
    return begun


async def leave(moment: Moment, volunteer: Person) -> bool:
    """As `end`, without a turn to a talk: what he writes next may still be what was begun, so he
    is asked for whom it is."""
    row = await moment.session.get(Volunteer, volunteer.id)
    asked = (row.writing or "").split(":")[2:] if row is not None else []
    if asked:
        await asking.stands(moment, volunteer, int(asked[0]))
    return await end(moment, volunteer)


async def left_for(moment: Moment, volunteer: Person, command: str) -> None:
    """A command ends what was begun, and he reads so; not where it begins the same anew."""
    begun = await of(moment, volunteer)
    if begun is None:
        return
    await leave(moment, volunteer)
    if COMMANDS.get(begun[0], begun[0]) != command:
        await tell(moment, volunteer, Say(moment.text(volunteer, LEFT_FOR_COMMAND)))


async def _set(moment: Moment, volunteer: Person, value: str | None) -> None:
    await moment.session.execute(
        update(Volunteer)
        .where(Volunteer.person_id == volunteer.id)
        .values(writing=value)
        .execution_options(synchronize_session="fetch")
    )
