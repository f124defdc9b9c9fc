"""Which words of a turn belong to her report, and which answer something else that was asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot import offered, safety_answers, what_happened
from bot.channel import Incoming
from bot.house import Moment
from bot.safety_reads import would_answer as answers
from bot.store.tables import Handoff, Person
from bot.understanding import Understanding


async def took(
    moment: Moment,
    person: Person,
    together: Sequence[Incoming],
    held: Handoff | None,
    meant: Understanding | None,
) -> bool:
    """Whether she wrote what belongs to it. A button is for the question above it, and that she is
    safe answers whether she is; what says more than that beside it is of the report, too."""
    if not await what_happened.waits(moment, person):
        return False
    if await offered.any_of(moment, person, together):
        return False
    safe = [one for one in together if await answers(moment, person, one.text)]
    alone = [one for one in safe if await answers(moment, person, one.text, plainly=True)]
    rest = [one for one in together if one not in alone]
    if not rest or not await what_happened.hears(moment, person, rest):
        return False
    if safe:
        await safety_answers.hear(moment, person, safe, held, meant)
    return True
