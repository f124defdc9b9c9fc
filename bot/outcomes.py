"""The end of a talk, what came of it, and the one gentle word of the day after."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy import or_, update

from bot import (
    alerts,
    asking,
    concerns,
    consents,
    debriefs,
    people,
    still_shared,
    talks,
    timers,
    too_late,
)
from bot.avoided import avoided
from bot.channel import Button, Say
from bot.handoff_texts import CLOSED_QUIET, CLOSED_RESIDENT, CLOSED_VOLUNTEER
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import CLOSED
from bot.people import tell
from bot.store.tables import Handoff, Person
from bot.transitions import live, move

QUIET: Final = "quiet"  # nobody spoke any more
WILL_MEET: Final = "will_meet"
ASK = Text("outcome/ask", "What came of it? One tap is enough.")
BUTTONS: Final = {
    "met": Text("outcome/button-met", "We met"),
    WILL_MEET: Text("outcome/button-will-meet", "We will meet"),
    "called": Text("outcome/button-called", "We called"),
    "emergency": Text("outcome/button-emergency", "I called emergency help"),
    "referred": Text("outcome/button-referred", "I showed the way to others"),
    "listened": Text("outcome/button-listened", "I listened"),
    "no_contact": Text("outcome/button-no-contact", "No real contact"),
}
DAY_AFTER = Text(
    "outcome/day-after",
    "Yesterday you talked with {name}. I hope you felt heard. You need not answer this. "
    "If you want a person again, write “a person”.",
)
BUTTON_OTHER = Text("outcome/button-other", "Someone else next time")
SETTLED = Text(
    "outcome/settled",
    "{name} of {organisation} says that your question for a person is settled. "
    "Is it not? Write “a person”, and I ask again.",
)
NEXT_DAY_AT: Final = time(11)


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
    resident = await talks.person_of(moment, handoff)
    unread = await too_late.keep_back(moment, resident, handoff)
    await consents.withdraw_one(moment.session, handoff.consent_id, moment.now)
    if volunteer is not None:
        asked = _asked(moment, volunteer, handoff)
        await asking.ask(moment, volunteer, asked, "answer", handoff)
        if heavy:
            await debriefs.ask(moment, volunteer, handoff)
        await talks.next_talk(moment, volunteer)
        await _plan_day_after(moment, handoff)
    else:
        await alerts.end_alerts(moment, handoff, None)
    name = (volunteer or by).name or "…"
    closed = SETTLED if volunteer is None else CLOSED_QUIET if outcome == QUIET else CLOSED_RESIDENT
    text = moment.text(resident, closed, name=name, organisation=moment.house.organisation)
    held_back = await still_shared.ended(moment, resident, handoff, name)
    text = f"{text}\n\n{held_back}".rstrip()
    await tell(moment, resident, Say(text, keyboard=()), "answer", handoff)
    if volunteer is not None and unread is not None:
        await too_late.tell_her(moment, resident, volunteer, handoff, unread)
    if outcome == QUIET:  # nobody looked whether she is safe, as who closes it does
        await concerns.begins_anew(moment, resident)
    return True


def _asked(moment: Moment, volunteer: Person, handoff: Handoff) -> Say:
    """Closed first, asked afterwards: she does not wait for a volunteer to choose a button."""
    hour = talks.taken_at(moment, handoff, volunteer)
    said = moment.text(volunteer, CLOSED_VOLUNTEER, hour=hour, number=handoff.id)
    buttons = tuple(
        Button(moment.text(volunteer, text), f"outcome:{name}:{handoff.id}")
        for name, text in BUTTONS.items()
    )
    return Say(f"{said}\n{moment.text(volunteer, ASK)}", inline=buttons)


async def choose(moment: Moment, volunteer: Person, handoff: Handoff, outcome: str) -> bool:
    """The volunteer's tap, once. False for somebody else's talk, or when it was told already."""
    told = await moment.session.execute(
        update(Handoff)
        .where(Handoff.id == handoff.id, Handoff.claimed_by == volunteer.id)
        .where(Handoff.state == CLOSED, or_(Handoff.outcome.is_(None), Handoff.outcome == QUIET))
        .values(outcome=outcome)
        .execution_options(synchronize_session=False)
    )
    await moment.session.refresh(handoff)
    if not getattr(told, "rowcount", 0):
        return False
    about = handoff.person_id
    people.log(
        moment, "handoff.outcome", actor=volunteer, about=about, handoff=handoff.id, detail=outcome
    )
    return True


async def _plan_day_after(moment: Moment, handoff: Handoff) -> None:
    """After danger another word is planned already, and one is enough."""
    if handoff.greeted_at is not None and not handoff.crisis:
        due = _next_day(moment)
        await timers.plan(
            moment.session, "day_after", due, handoff_id=handoff.id, state=handoff.state
        )


def _next_day(moment: Moment) -> datetime:
    zone = moment.house.zone
    day = moment.house.local(moment.now).date() + timedelta(days=1)
    at = datetime.combine(day, NEXT_DAY_AT, zone).astimezone(moment.now.tzinfo)
    return moment.house.quiet.after(at, zone)


async def day_after(moment: Moment, handoff: Handoff) -> None:
    """No question, and nothing to who wants no messages, or talks with somebody again already. Nor
    of a volunteer who is kept from her."""
    resident = await talks.person_of(moment, handoff)
    row = await people.resident(moment, resident)
    pause = people.pause_of(row)
    paused = pause is not None and pause.covers(moment.now)
    wanted = await consents.standing(moment.session, resident.id, consents.CHECKINS)
    if paused or row.stopped_at is not None or wanted is None:
        return
    if resident.role != people.RESIDENT or await live(moment, resident.id) is not None:
        return
    volunteer = await talks.holder_of(moment, handoff)
    late = moment.now - (handoff.closed_at or moment.now) > timedelta(days=2)
    if volunteer is None or late or await people.blocked(moment, resident):
        return
    if volunteer.id in await avoided(moment, resident.id):
        return
    other = Button(moment.text(resident, BUTTON_OTHER), f"apart:next:{handoff.id}")
    said = moment.text(resident, DAY_AFTER, name=volunteer.name or "…")
    await tell(moment, resident, Say(said, inline=(other,)), "greeting", handoff)
