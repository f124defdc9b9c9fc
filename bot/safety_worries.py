"""Whether what worries about a turn is a worry, or an answer to the safety question that stands."""

from __future__ import annotations

from collections.abc import Sequence

from bot import called_off_words, handoffs
from bot.channel import Incoming
from bot.dialogue import enough, somebody
from bot.dialogue.declined import declines
from bot.dialogue.words import plain
from bot.house import Moment
from bot.lifecycle import WAITING
from bot.safety import Concern
from bot.safety_asked import standing
from bot.safety_reads import Read, is_words
from bot.store.tables import Handoff, Person
from bot.talks import holder_of


async def worries(
    moment: Moment,
    person: Person,
    incoming: Sequence[Incoming],
    concern: Concern | None,
    held: Handoff | None,
) -> Concern | None:
    """What is left of a worry about a turn once it is seen for the answer that it is. Danger that
    the rules find in her words is never taken for an answer in free words."""
    by_words = concern is not None and "words" in concern.found_by
    asks = concern is not None and concern.level == "ask"
    of_all = any(somebody.may_be_of_all(plain(one.text)) for one in incoming)
    doubt = asks and not by_words and held is None and not of_all
    if doubt and await calls_request_off(moment, person, incoming):
        return None
    if held is not None and asks and await ends_sharing(moment, held, incoming, by_words):
        return None
    asked = await standing(moment, person, held) if concern is not None else None
    if concern is None or asked is None or not all(is_words(one) for one in incoming):
        return concern
    turn = Read(moment, person, asked, held)
    if len(incoming) == 1 and await turn.answers_plainly(incoming[0], concern):
        return None
    if by_words:
        return concern
    says = await turn.safe(incoming) or turn.yes_and_safe(await turn.after_it(incoming))
    if says is not None and says.plainly:
        return None
    if len(await turn.after_it(incoming)) != len(incoming):
        return concern
    same = concern.intent == asked.concern.intent
    plain_no = all(called_off_words.denies(one.text, concern.intent) for one in incoming)
    if held is None and plain_no and await turn.called_off(incoming):
        return None
    denied = (same and concern.level == "ask") and all(
        turn.denied(one.text) is not None for one in incoming
    )
    return None if denied else concern


async def calls_request_off(moment: Moment, person: Person, incoming: Sequence[Incoming]) -> bool:
    """Whether she wants the person no more for whom she asked and who is not there yet: where a
    model doubts what that says of her life, it says nothing of it."""
    if not all(is_words(one) and _wants_nobody(one.text) for one in incoming):
        return False
    handoff = await handoffs.live(moment, person.id)
    waits = handoff is not None and handoff.state in WAITING
    return waits or await handoffs.offered(moment, person.id) is not None


def _wants_nobody(text: str) -> bool:
    return somebody.not_wanted(plain(text)) or declines(text)


async def ends_sharing(
    moment: Moment, held: Handoff, incoming: Sequence[Incoming], by_words: bool
) -> bool:
    """As `calls_request_off`, of somebody who reads along. `by_words`: the rules doubt, too, as of
    'ik wil niet meer dat hij meeleest'; then it must be that one wish and nothing beside it."""
    holder = await holder_of(moment, held)
    name = (holder.name if holder is not None else None) or ""
    text = "\n".join(one.text for one in incoming)
    if not all(map(is_words, incoming)):
        return False
    if by_words:
        return enough.is_one_wish(text, name)
    return enough.only_of_sharing(text, name)
