"""The buttons of 'are you safe?' while that has no answer: they stay with every answer of ours,
until one is tapped, or said, or the danger is over. And the one that says that no help comes. Once
she hid the chat they do not."""

from __future__ import annotations

from bot import concerns, discreet, help_expected
from bot.house import Moment
from bot.numbers import texts_of
from bot.safety import reply as replies
from bot.safety.reply import Button
from bot.safety_facts import facts_of
from bot.store.tables import Concern, Person

OPEN = (None, replies.NOT_SAFE, replies.PERSON)  # after which an alert may still go out


async def beside(moment: Moment, person: Person, of_itself: bool = False) -> tuple[str, ...]:
    """All of them, for an answer that is about something else. `of_itself`: for what answers no
    word of hers."""
    quiet = discreet.of_itself if of_itself else discreet.is_hidden
    row = await unanswered(moment, person)
    asks = await _buttons(moment, person, row) if row else ()
    shown = (*asks, *await help_expected.button(moment, person))
    if not shown or await quiet(moment, person):
        return ()
    return tuple(one.label for one in shown)


async def among(moment: Moment, person: Person, shown: tuple[Button, ...]) -> tuple[Button, ...]:
    """Those of another question of safety, and these before the one for a person, which stays the
    last. What she said already is not offered again."""
    if await discreet.is_hidden(moment, person):
        return shown
    row, safe = await unanswered(moment, person), await help_expected.button(moment, person)
    last = tuple(one for one in shown if one.id == replies.PERSON)
    if row is not None and not any(button.id in replies.OVER for button in shown):
        said = (replies.PERSON, row.answer)
        asks = (one for one in await _buttons(moment, person, row) if one.id not in said)
        safe = (*asks, *safe)
    return (*(one for one in shown if one not in last), *safe, *last)


async def unanswered(moment: Moment, person: Person) -> Concern | None:
    """The danger whose buttons they are."""
    row = await concerns.danger(moment, person)
    return row if row is not None and row.answer in OPEN else None


async def _buttons(moment: Moment, person: Person, row: Concern) -> tuple[Button, ...]:
    facts = await facts_of(moment, person)
    return replies.are_you_safe(row.intent, facts, texts_of(moment, person))
