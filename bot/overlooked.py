"""While somebody does her harm: can he read this, he hears me. One short answer says what is seen
on the telephone, and how it is emptied; the question whether she is safe stands as it did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot import concerns, conversations
from bot.channel import Incoming
from bot.dialogue import overlooked
from bot.dialogue.words import plain
from bot.house import Moment
from bot.safety import Concern
from bot.safety import reply as replies
from bot.safety_asked import standing
from bot.safety_reads import Read, is_words
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Handoff, Person

SEEN: Final = "seen"  # the dialogue
VIOLENCE: Final = "crisis_violence"


async def took(
    moment: Moment, person: Person, together: Sequence[Incoming], concern: Concern | None
) -> bool:
    """Whether it was that. It is no second danger beside the first, whoever hears one in it; where
    the first is in doubt yet, it is one."""
    if len(together) != 1 or not is_words(together[0]):
        return False
    if not overlooked.hears_along(plain(together[0].text)):
        return False
    row = await _standing(moment, person)
    if row is None or await _answers(moment, person, together[0], row):
        return False
    if concern is not None and (row.level != concerns.ACT or concern.intent != VIOLENCE):
        return False
    await conversations.aside(moment, person, SEEN)
    return True


async def told_beside(
    moment: Moment, person: Person, one: Incoming, said: str, held: Handoff | None
) -> None:
    """'No, can he read this?' is an answer to whether she is safe, and a question as well."""
    if (
        held is None
        and said in (replies.NOT_SAFE, replies.YES)
        and overlooked.asks(plain(one.text))
    ):
        await conversations.aside(moment, person, SEEN)


async def _answers(moment: Moment, person: Person, one: Incoming, row: ConcernRow) -> bool:
    """'Yes, he hears me' answers whether somebody hurts her, and 'no, he hears me' whether she is
    safe: that goes before, and so does what may be that yes."""
    asked = await standing(moment, person, None)
    if asked is None:
        return False
    read = Read(moment, person, asked, None)
    if row.level != concerns.ACT:
        return await read.led_by_yes(one) is not None or await read.in_doubt(one)
    return await read.not_safe(one) is not None


async def _standing(moment: Moment, person: Person) -> ConcernRow | None:
    """The violence of the last day of which she has not said that it is over: what worried last, or
    the danger beside which something was in doubt since."""
    row = await concerns.last(moment.session, person.id)
    if row is not None and row.level != concerns.ACT and row.answer is None:
        row = await concerns.danger(moment, person) or row
    if row is None or row.intent != VIOLENCE or row.answer in concerns.CALM:
        return None
    return row if moment.now - row.at < concerns.STANDS else None
