"""A volunteer claims a handoff: one wins, reads what she agreed to, and she reads who it is."""

from __future__ import annotations

from bot import (
    accesses,
    alerts,
    asking,
    concerns,
    debriefs,
    instants,
    leases,
    marks,
    notes,
    people,
    talks,
)
from bot.addressee_texts import YOURS_TOO
from bot.avoided import avoided
from bot.channel import Button, Say
from bot.handoff_texts import (
    ALERT_OVER,
    BUTTON_RELEASE,
    BUTTON_STOP,
    CLAIMED,
    HANDOVER,
    OWN_NOTE,
    TAKEN_BY,
    YOURS,
)
from bot.house import Moment
from bot.lifecycle import HELD
from bot.open_texts import URGENT_TAKEN
from bot.people import tell
from bot.report_texts import BUTTON_OTHER
from bot.routing import URGENT
from bot.store.tables import Consent, Handoff, Person
from bot.transitions import move


async def claim(moment: Moment, volunteer: Person, handoff: Handoff) -> str:
    """One wins; whoever comes second hears who has it. Returns the word for the tapped button."""
    if not await _is_agreed(moment, handoff.consent_id):
        return moment.text(volunteer, ALERT_OVER)
    if volunteer.id in await avoided(moment, handoff.person_id):
        return moment.text(volunteer, ALERT_OVER)
    if (owed := await debriefs.refusal(moment, volunteer)) is not None:
        return owed
    lease = leases.greet_until(moment, handoff)
    won = await move(
        moment,
        handoff,
        "claim",
        volunteer,
        claimed_by=volunteer.id,
        claimed_at=moment.now,
        lease_until=lease,
        greeted_at=None,
        unanswered_at=None,
        spoken_at=moment.now,
    )
    if not won:
        holder = await talks.holder_of(moment, handoff)
        if holder is not None and holder.id == volunteer.id and handoff.state in HELD:
            return ""
        if holder is None or handoff.state not in HELD:
            return moment.text(volunteer, ALERT_OVER)
        return moment.text(volunteer, TAKEN_BY, name=holder.name or "…")
    await alerts.answered(moment, handoff, volunteer, alerts.CLAIMED)
    was_urgent = handoff.urgency == URGENT
    hurried = await _hurries(moment, handoff)
    await concerns.answered(moment, await talks.person_of(moment, handoff), concerns.TAKEN)
    if not hurried:
        await leases.plan_greeting(moment, handoff)
    await _introduce(moment, volunteer, handoff)
    if hurried:
        await marks.write_before(moment, volunteer, handoff)
    await alerts.end_alerts(moment, handoff, volunteer)
    if was_urgent:
        await alerts.tell_coordinators(moment, handoff, URGENT_TAKEN, volunteer.name or "…")
    return ""


async def _hurries(moment: Moment, handoff: Handoff) -> bool:
    """She wrote of danger while she waited, and from now on no coordinator is alerted for it: his
    first word is due as an urgent one's. What it was about is for nobody who was not told."""
    if not await concerns.in_danger(moment, await talks.person_of(moment, handoff)):
        return False
    handoff.crisis = True
    return await leases.hurry(moment, handoff)


async def _introduce(moment: Moment, volunteer: Person, handoff: Handoff) -> None:
    """He reads what she agreed to; she reads who it is, and by when he writes."""
    resident = await talks.person_of(moment, handoff)
    lease = handoff.lease_until or moment.now
    back = Button(moment.text(volunteer, BUTTON_RELEASE), f"release:{handoff.id}")
    due = instants.told(moment, volunteer, lease)
    shared = handoff.text or ""
    seen = accesses.SHARED_TEXT
    accesses.saw(moment, resident.id, seen, reader=volunteer, handoff=handoff.id)
    alone = len(await talks.open_talks(moment, volunteer)) == 1
    text = YOURS if alone else YOURS_TOO
    told = await talks.about_her(
        moment, volunteer, handoff, text, inline=(back,),
        shared=shared, when=due, number=str(handoff.id),
    )  # fmt: skip
    if alone:  # among several he chooses himself for whom he writes
        await asking.passed(moment, volunteer)
        await people.remember(moment, volunteer, talks.TURNED, str(told))
    await hand_over(moment, volunteer, handoff)
    if (own := await notes.own(moment, volunteer, resident.id)) is not None:
        day = instants.day(moment, volunteer, own.closed_at or moment.now)
        await talks.about_her(moment, volunteer, handoff, OWN_NOTE, note=own.note or "", day=day)
    await people.leave_talk(moment, resident)  # no old question comes between the two of them
    when = instants.told(moment, resident, lease)
    said = moment.text(resident, CLAIMED, name=volunteer.name or "…", when=when)
    keyboard = (moment.text(resident, BUTTON_STOP), moment.text(resident, BUTTON_OTHER))
    await tell(moment, resident, Say(said, keyboard=keyboard), "answer", handoff)


async def hand_over(moment: Moment, volunteer: Person, handoff: Handoff) -> None:
    """The note of whoever talked with her before, if she lets a next one read it."""
    noted = await notes.for_successor(moment, handoff.person_id)
    if noted is None or (await notes.had(moment, volunteer, noted) and noted.id != handoff.id):
        return
    accesses.saw(moment, handoff.person_id, accesses.HANDOVER, reader=volunteer, handoff=handoff.id)
    consent, note = noted.handover_consent, noted.handover or ""
    await talks.about_her(moment, volunteer, handoff, HANDOVER, consent, note=note)


async def _is_agreed(moment: Moment, consent_id: int | None) -> bool:
    """Her withdrawal is written down at receipt, before its turn comes."""
    consent = await moment.session.get(Consent, consent_id or 0, populate_existing=True)
    return consent is None or consent.withdrawn_at is None
