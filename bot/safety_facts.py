"""What a safety reply may say of people: who holds the talk and what of her words goes there, or
that a person was asked for already, or whether one could come."""

from __future__ import annotations

from bot import danger, handoffs, instants, people
from bot.house import Moment
from bot.lifecycle import CLAIMED, HELD, WAITING
from bot.routing import URGENT
from bot.safety.reply import WAITS, WAITS_URGENT, Facts, Holder
from bot.store.tables import Handoff, Person
from bot.talks import holder_of


def bare(moment: Moment) -> Facts:
    """For what says nothing of people."""
    return Facts(moment.house.organisation, moment.house.local(moment.now))


async def alert_minutes(moment: Moment) -> int | None:
    """After how long a silence the coordinators are alerted; None where nobody would be."""
    minutes = int(moment.house.policy.danger_after.total_seconds() // 60)
    return minutes if await danger.is_watched(moment) else None


async def facts_of(moment: Moment, person: Person, words: str = "") -> Facts:
    """`words`: what became of hers in a talk."""
    house, handoff = moment.house, await handoffs.live(moment, person.id)
    state, asked = (handoff.state if handoff else None), ""
    if handoff is not None and state in WAITING:
        asked = WAITS_URGENT if handoff.urgency == URGENT else WAITS
    free = not asked and state not in HELD and await people.volunteers(moment, person.language)
    return Facts(
        organisation=house.organisation,
        now_local=house.local(moment.now),
        person_when="" if free else None,
        alert_minutes=await alert_minutes(moment),
        holder=await _holder(moment, person, handoff, words),
        asked=asked,
    )


async def _holder(
    moment: Moment, person: Person, handoff: Handoff | None, words: str
) -> Holder | None:
    if handoff is None or handoff.state not in HELD:
        return None
    volunteer = await holder_of(moment, handoff)
    name = (volunteer.name if volunteer else None) or "…"
    due = handoff.lease_until if handoff.state == CLAIMED else None
    return Holder(name, words, instants.told(moment, person, due) if due is not None else "")
