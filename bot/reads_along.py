"""What she reads of a talk beside the answer to a command: whom her next words go to, while a
question of ours stands that keeps them back."""

from __future__ import annotations

from bot import complaint_question, still_shared, talks, what_happened
from bot.handoff_texts import PERSON_HOLDS
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Handoff, Person

READS_NOTHING = Text(
    "handoff/reads-nothing",
    "You are talking with {name}. Until you tap an answer to my question above, {name} reads "
    "nothing of what you write.",
)
MAY_WAIT = Text(
    "handoff/may-wait",
    "You are talking with {name}. Until you tap an answer to my question above, what you write may "
    "stay with me.",
)
TOLD_APART = Text(
    "handoff/told-apart",
    "You are talking with {name}. What you still want to say of what happened is for the "
    "coordinator alone.",
)


async def told(moment: Moment, resident: Person, held: Handoff) -> str:
    volunteer = await talks.holder_of(moment, held)
    name = (volunteer.name if volunteer else None) or "…"
    return moment.text(resident, await _text(moment, resident, held, volunteer), name=name)


async def _text(moment: Moment, resident: Person, held: Handoff, volunteer: Person | None) -> Text:
    if await still_shared.asked(moment, resident, held) is not None:
        return READS_NOTHING
    asked = await complaint_question.asked(moment, resident)
    if asked is not None and asked.volunteer.id == held.claimed_by:
        return MAY_WAIT
    waits = volunteer is not None and await what_happened.waits_about(moment, resident, volunteer)
    return TOLD_APART if waits else PERSON_HOLDS
