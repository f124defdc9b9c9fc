"""A day of writing has an end: after many answers the bot stops warmly until tomorrow.

What is urgent goes on: danger, a loss, commands, wishes in plain words, and the question that
stands.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy import bindparam, func, select

from bot import people
from bot.channel import Say
from bot.dialogue.answers import wish
from bot.dialogue.intents import WISHES
from bot.dialogue.kept import tells_of_loss
from bot.house import Moment
from bot.i18n import Text
from bot.store.prepared import Prepared
from bot.store.tables import Message, Person
from bot.understanding import Understanding

ENOUGH = Text(
    "daily/enough",
    "We have written a lot today, and that was good. I stop here until tomorrow, so that there is "
    "time left for other things. With /human I ask a person for you. In danger, call {emergency}.",
)
RESTS = Text(
    "daily/rests",
    "Until tomorrow I answer no more. A person can still be asked: /human. In danger, call "
    "{emergency}.",
)
SAID = "_rests"  # the fact of when that was last said
AGAIN = timedelta(hours=2)


async def is_over(moment: Moment, person: Person, heard: Understanding) -> bool:
    """Whether today's answers are used up. Says so, at most every two hours."""
    if wish(heard.text) is not None or heard.intent in WISHES or tells_of_loss(heard, ""):
        return False
    if await _answers_today(moment, person) < moment.house.policy.answers_a_day:
        return False
    told = (await people.facts_of(moment, person)).get(SAID)
    first = told is None or told.at < _midnight(moment)
    if first or (told is not None and moment.now - told.at >= AGAIN):
        text = moment.text(person, ENOUGH if first else RESTS)
        await people.tell(moment, person, Say(text, keyboard=()))
        await people.remember(moment, person, SAID, "yes")
    return True


_ANSWERS: Final = Prepared(
    select(func.count(Message.id)).where(
        Message.chat_id == bindparam("chat"),
        Message.purpose == "answer",
        Message.created_at >= bindparam("since", type_=Message.created_at.type),
    )
)


async def _answers_today(moment: Moment, person: Person) -> int:
    since = _midnight(moment)
    return await _ANSWERS.scalar(moment.session, chat=person.chat_id, since=since) or 0


def _midnight(moment: Moment) -> datetime:
    local = moment.house.local(moment.now)
    midnight = datetime.combine(local.date(), time(), moment.house.zone)
    return midnight.astimezone(moment.now.tzinfo)
