"""The end of a talk, and what came of it."""

from __future__ import annotations

from bot import alerts, consents, debriefs, talks
from bot.channel import Say
from bot.handoff_texts import CLOSED_QUIET, CLOSED_RESIDENT, CLOSED_VOLUNTEER
from bot.house import Moment
from bot.people import tell
from bot.store.tables import Handoff, Person
from bot.transitions import move

QUIET = "quiet"  # nobody spoke any more


async def close(
    moment: Moment, handoff: Handoff, by: Person, outcome: str | None = None, why: str = ""
) -> bool:
    """Ends the talk with a word to both. `by`: the volunteer who holds it, or a coordinator.
    False when it was over already."""
    heavy, volunteer = talks.was_heavy(handoff), await talks.holder_of(moment, handoff)
    over = {"closed_at": moment.now, "outcome": outcome, "text": None}
    actor = None if outcome == QUIET else by
    if not await move(moment, handoff, "close", actor, why or outcome or "", **over):
        return False
    await consents.withdraw_one(moment.session, handoff.consent_id, moment.now)
    resident = await talks.person_of(moment, handoff)
    if volunteer is not None:
        hour = talks.taken_at(moment, handoff, volunteer)
        said = moment.text(volunteer, CLOSED_VOLUNTEER, hour=hour)
        await tell(moment, volunteer, Say(said), "answer", handoff)
        await talks.next_talk(moment, volunteer)
        if heavy:
            await debriefs.ask(moment, volunteer, handoff)
    else:
        await alerts.end_alerts(moment, handoff, None)
    name = (volunteer or by).name or "…"
    text = moment.text(resident, CLOSED_QUIET if outcome == QUIET else CLOSED_RESIDENT, name=name)
    await tell(moment, resident, Say(text, keyboard=()), "answer", handoff)
    return True
