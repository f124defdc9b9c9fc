"""Her yes is taken back: what that stops at once, and what is deleted afterwards."""

from __future__ import annotations

from bot import (
    alerts,
    calling_off,
    concerns,
    consents,
    debriefs,
    recalled,
    still_shared,
    talks,
)
from bot.appointment_texts import OFF_BOTH
from bot.channel import Say
from bot.handoff_texts import STOPPED_VOLUNTEER, WITHDRAWN, WITHDRAWN_EARLY
from bot.house import Moment
from bot.open_texts import TAKEN_BACK
from bot.people import tell
from bot.routing import URGENT
from bot.store.tables import Handoff, Message, Person
from bot.transitions import move


async def withdraw(moment: Moment, resident: Person, handoff: Handoff) -> str:
    """Nothing more is sent, copies are deleted, the volunteer is told. Returns the word to her."""
    volunteer = await talks.holder_of(moment, handoff)
    heavy = talks.was_heavy(handoff)
    for purpose in consents.SHARED:
        await consents.withdraw(moment.session, resident.id, purpose, moment.now)
    over = {"closed_at": moment.now, "text": None, "handover": None, "note": None}
    if not await move(moment, handoff, "withdraw", resident, "her yes taken back", **over):
        return ""
    await still_shared.forget(moment, resident)
    await alerts.end_alerts(moment, handoff, None)
    await take_back(moment, resident, [handoff.id])
    if volunteer is None:
        if handoff.urgency == URGENT:  # coordinators look for somebody, or know that phones ring
            await alerts.tell_coordinators(moment, handoff, TAKEN_BACK)
        return moment.text(resident, WITHDRAWN_EARLY)
    hour = talks.taken_at(moment, handoff, volunteer)
    said = moment.text(volunteer, STOPPED_VOLUNTEER, hour=hour)
    await tell(moment, volunteer, Say(said), "answer", handoff)
    await talks.next_talk(moment, volunteer)
    await concerns.begins_anew(moment, resident)
    if heavy:
        await debriefs.ask(moment, volunteer, handoff)
    lines = [moment.text(resident, WITHDRAWN, name=volunteer.name or "…")]
    lines += await calling_off.off(moment, resident, volunteer, resident, OFF_BOTH)
    return "\n\n".join(lines)


async def take_back(
    moment: Moment,
    resident: Person,
    handoffs: list[int],
    purposes: tuple[str, ...] = ("relay",),
) -> None:
    """Deletes what any helper's phone still shows of her, as far as Telegram lets us."""
    others = Message.handoff_id.in_(handoffs), Message.chat_id != resident.chat_id
    await recalled.take(moment, *others, Message.purpose.in_(purposes))
