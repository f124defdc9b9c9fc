"""She takes her question for a person back while nobody has it: by a 'stop', or by the words that
stop the sharing. Nobody is sent, and she reads so.

What volunteers' phones show says that nobody is needed. Danger that she never said is over is not
dropped with it: coordinators hear that it was taken back, and it is unanswered anew. She is asked
whether she is safe, unless she hid the chat, and without a word of hers they get their alert.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot import concerns, discreet, handoffs, previews, safeguard, safety_stage, withdrawals
from bot.channel import Say
from bot.handoff_texts import NOT_SHARED
from bot.house import Moment
from bot.lifecycle import HELD
from bot.people import tell
from bot.store.tables import Concern, Person


@dataclass(frozen=True, slots=True)
class Taken:
    """What she reads; `concern`: what the safety question at its end is about, with its buttons."""

    text: str
    labels: tuple[str, ...] = ()
    concern: Concern | None = None


async def take(moment: Moment, person: Person) -> Taken | None:
    """None where she asked for nobody, or somebody has it: a talk has its own rules."""
    handoff = await handoffs.live(moment, person.id)
    offer = await handoffs.offered(moment, person.id)
    if (handoff is None and offer is None) or (handoff is not None and handoff.state in HELD):
        return None
    if offer is not None:
        await previews.end(moment, person, offer, "decline", NOT_SHARED, by=person)
    said = ""
    if handoff is not None:
        said = await withdrawals.withdraw(moment, person, handoff)
    concern = await concerns.reopened(moment, person)
    if concern is None:
        return Taken(said)
    await safeguard.watch(moment, person, concern)
    if await discreet.is_hidden(moment, person):
        return Taken(said)
    asked = await safeguard.unanswered(moment, person, concern.intent)
    labels = tuple(button.label for button in asked.buttons)
    return Taken("\n\n".join(part for part in (said, asked.text) if part), labels, concern)


async def told(moment: Moment, person: Person) -> bool:
    """Takes it back with a word to her by itself. False where there was nothing to take back."""
    taken = await take(moment, person)
    if taken is None:
        return False
    if taken.text:
        sent = await tell(moment, person, Say(taken.text, keyboard=taken.labels))
        await stands(moment, person, taken.concern, sent)
    return True


async def stands(moment: Moment, person: Person, concern: Concern | None, sent: int) -> None:
    """The safety question stands in this message: a bare 'yes' after it answers it."""
    if concern is not None:
        await safety_stage.set_stage(moment, person, "reply", concern.intent, concern.id, sent)
