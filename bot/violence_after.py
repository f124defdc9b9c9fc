"""Violence that she tells of when no talk is open, or another volunteer holds it: it may be that of
one who talked with her before. She reads how to say so, and he is not rung for her meanwhile. What
she tells whoever holds the talk of that volunteer's own goes on to them, and is not forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from bot import complained, complaint_question, feared, talked_with, talks, third_words, to_you
from bot.channel import Incoming
from bot.complaint_question import STANDS
from bot.house import Moment
from bot.store.tables import Handoff, Person


async def ask(
    moment: Moment, resident: Person, told: Sequence[Incoming], held: Handoff | None
) -> None:
    """Below the answer to the danger, and no question: 'are you safe?' is the one that stands."""
    own = [one for one in told if complained.is_own(one)]
    text = "\n".join(one.text for one in own)
    holder = await talks.holder_of(moment, held) if held is not None else None
    if holder is not None and to_you.harmed(text):
        await feared.fear(moment, resident, holder)
    for talk, volunteer in await _whose(moment, resident, text):
        if holder is None or volunteer.id != holder.id:
            await feared.fear(moment, resident, volunteer)
            for one in own:
                await complaint_question.hold(
                    moment, resident, talk, volunteer, one, after_violence=True
                )


async def _whose(moment: Moment, resident: Person, text: str) -> list[tuple[Handoff, Person]]:
    """Whom she names as of a third: the latest of that name is told of, and all of it are feared.
    Else, a short while after a talk, 'he' may be any who had one."""

    def is_of(name: str) -> bool:
        return complained.may_be_of_him(text, name, violent=True)

    named = await talked_with.of_one_before(moment, resident, is_of)
    if named is not None:
        await feared.fear_named(moment, resident, is_of)
        return [named]
    if not third_words.of_a_third(text):
        return []
    lately = await talked_with.lately(moment, resident, moment.now - STANDS)
    return [one for one in reversed(lately) if not third_words.of_another(text, one[1].name or "")]
