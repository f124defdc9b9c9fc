"""Violence that she tells of when no talk is open, or another volunteer holds it: it may be that of
one who talked with her before. She reads how to say so, and he is not rung for her meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from bot import complained, complaint_question, feared, talked_with, third_words
from bot.channel import Incoming
from bot.complaint_question import STANDS
from bot.house import Moment
from bot.store.tables import Handoff, Person


async def ask(
    moment: Moment, resident: Person, told: Sequence[Incoming], held: Handoff | None
) -> None:
    """Below the answer to the danger, and no question: 'are you safe?' is the one that stands."""
    own = [one for one in told if complained.is_own(one)]
    found = await _whose(moment, resident, "\n".join(one.text for one in own))
    if found is None or (held is not None and held.claimed_by == found[1].id):
        return
    talk, volunteer = found
    await feared.fear(moment, resident, volunteer)
    for one in own:
        await complaint_question.hold(moment, resident, talk, volunteer, one, after_violence=True)


async def _whose(moment: Moment, resident: Person, text: str) -> tuple[Handoff, Person] | None:
    """Whom she names as of a third; else, a short while after a talk, 'he' may be who had it."""

    def is_of(name: str) -> bool:
        return complained.may_be_of_him(text, name, violent=True)

    found = await talked_with.of_one_before(moment, resident, is_of)
    if found is not None or not third_words.of_a_third(text):
        return found
    latest = await talked_with.of_one_before(moment, resident, lambda _name: True)
    if latest is None or not await _is_lately(moment, latest[0]):
        return None
    return None if third_words.of_another(text, latest[1].name or "") else latest


async def _is_lately(moment: Moment, talk: Handoff) -> bool:
    ended = talk.closed_at or talk.spoken_at
    return ended is not None and moment.now - ended <= STANDS
