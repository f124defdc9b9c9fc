"""Quick hide, for who is not alone with her telephone: the chat is emptied as far as Telegram lets
us, the buttons go, and one short word remains that could be anybody's.

Nothing that is kept is erased by it. A question that stood can be answered later, and where there
was danger `/help` says the numbers again; nothing asks of it until she writes of it herself
(`bot.discreet`). What a volunteer was given stays with the volunteer.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from bot import discreet, timers
from bot.channel import Clear, Incoming, Kind, Say
from bot.house import Moment
from bot.i18n import Text
from bot.outbox import DELETABLE_FOR
from bot.people import tell
from bot.recalled import IN_FLIGHT
from bot.store.tables import Message, Person, Update
from bot.wishes import commands_hide, hides

HIDDEN = Text("hide/said", "Have a nice day.")
AT_ONCE = 100  # the most that Telegram deletes by one call
MARGIN = timedelta(hours=1)  # one message that is too old would keep the others


def wished(incoming: Incoming, in_talk: bool) -> bool:
    """The command always; the bare words where no person could be meant by them."""
    if incoming.kind is not Kind.TEXT or incoming.edited:
        return False
    return commands_hide(incoming.text) or (not in_talk and hides(incoming.text))


async def hide(moment: Moment, person: Person, incoming: Incoming) -> None:
    """Deletes what her phone shows of this chat, the newest first, and says one neutral word."""
    await discreet.hide(moment, person)
    late = await _unsent(moment, person)
    shown = await _shown(moment, person) | ({incoming.message_id} if incoming.message_id else set())
    newest_first = sorted(shown, reverse=True)
    for start in range(0, len(newest_first), AT_ONCE):
        some = tuple(newest_first[start : start + AT_ONCE])
        await tell(moment, person, Clear(some), "deletion")
    await tell(moment, person, Say(moment.text(person, HIDDEN), keyboard=()))
    if late:
        await timers.plan(moment.session, "take_back", moment.now + IN_FLIGHT, rows=late)


async def _unsent(moment: Moment, person: Person) -> list[int]:
    """Answers and greetings that wait are let go. What is on its way, or must arrive whatever
    happens, is deleted a little later. Returns those rows."""
    waiting = Message.chat_id == person.chat_id, Message.state.in_(("queued", "sending"))
    ours = Message.purpose.in_(("answer", "greeting"))
    await moment.session.execute(
        update(Message)
        .where(*waiting, ours, Message.state == "queued")
        .values(state="superseded", payload=None)
    )
    return list(await moment.session.scalars(select(Message.id).where(*waiting)))


async def _shown(moment: Moment, person: Person) -> set[int]:
    """The numbers of the bot's messages and of hers that can still be deleted."""
    since = moment.now - DELETABLE_FOR + MARGIN
    ours = select(Message.message_id).where(
        Message.chat_id == person.chat_id, Message.message_id.is_not(None), Message.sent_at > since
    )
    hers = select(Update.message_id).where(
        Update.chat_id == person.chat_id, Update.message_id.is_not(None), Update.received_at > since
    )
    found = [*await moment.session.scalars(ours), *await moment.session.scalars(hers)]
    return {number for number in found if number}
