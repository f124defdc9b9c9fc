"""What a resident sends on: somebody else's words, whatever they say. They answer no question, are
no yes, no command and no wish, and nothing of them is kept. Danger in them is asked about.

In a talk they are passed on, marked, and so they are in a report. That she sent something is a sign
of life.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot import media, people, relay, safeguard, too_late, what_happened
from bot.channel import Incoming, Kind, Say
from bot.house import Moment
from bot.i18n import Text
from bot.safety import Concern
from bot.store.tables import Handoff, Person

NOT_HERS = Text(
    "forward/not-hers",
    "You sent this on, so I do not read it as your own words. What would you say about it "
    "yourself? With /human I ask a person for you.",
)


async def take(
    moment: Moment,
    person: Person,
    together: Sequence[Incoming],
    concern: Concern | None,
    held: Handoff | None,
) -> None:
    """One turn of hers in which everything was forwarded."""
    concern = None if concern is None else replace(concern, level="ask")  # whose danger it is
    reported = await what_happened.hears(moment, person, together)
    words = ""
    if held is not None and not reported:
        words = await relay.all_of(moment, person, held, together, concern)
    if concern is not None:
        await safeguard.worry(moment, person, concern, together[-1], words)
    elif held is not None or reported or together[-1].edited:
        return
    elif not await too_late.wrote(moment, person, together):
        await _answer(moment, person, together[-1])


async def _answer(moment: Moment, person: Person, last: Incoming) -> None:
    """The question that stood is left alone: its buttons stay."""
    if last.text and last.kind is not Kind.VOICE:
        await people.tell(moment, person, Say(moment.text(person, NOT_HERS)))
    else:
        await media.answer(moment, person, (last,), None)
