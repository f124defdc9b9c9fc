"""A volunteer's own words may be of danger to himself: he is asked, and without an answer within a
quarter of an hour a coordinator is, to call him. Until then no phone of his rings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, update

from bot import alert_waits, asking, coming, heavy, timers
from bot.channel import Button, Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Audit, Handoff, Person, Volunteer

TIMER: Final = "himself"
NO_TALK: Final = 0  # the `debrief_of` of who is asked about himself, and of no talk
ME, OTHER, SILENT = "me", "other", "silent"
HERS: Final = "report"  # what is written about a resident, for the coordinators
ASK = Text(
    "himself/ask",
    "Is this about you? Without a tap a coordinator is asked after {minutes} minutes to call you. "
    "No alerts come before your answer.",
)
BUTTONS = {
    ME: Text("himself/button-me", "It is about me, please call me"),
    OTHER: Text("himself/button-other", "It is about somebody else"),
}
THANKS = {
    ME: Text(
        "himself/me",
        "Good that you say so. The coordinators are asked to call you. The numbers above can be "
        "called right now. Until you have talked no alerts come.",
    ),
    OTHER: Text(
        "himself/other",
        "Thank you. In danger to life: call {emergency}. /heavy asks a coordinator to call you.",
    ),
}
FIRST = Text("himself/first", "First this short question, please.")
NOT_KEPT = Text(
    "himself/not-kept",
    "I have not kept this: it may be about danger. If it is about the resident, /report tells the "
    "coordinators.",
)
COORDINATOR = {
    ME: Text(
        "himself/coordinator-me",
        "{name} wrote of danger to themselves and asks for a call. Please call {name} now.",
    ),
    SILENT: Text(
        "himself/coordinator-silent",
        "{name} wrote something that may be about danger to themselves. Please call {name}.",
    ),
}


def may_be(
    incoming: Sequence[Incoming], asked: tuple[str, int] | None, held: Sequence[Handoff]
) -> bool:
    """Whether his words may be about himself: what goes to a resident, to the coordinators about
    one, or was sent on, is about somebody else. `asked`: what he was writing for us."""
    if not any(one.command is None and not one.forwarded for one in incoming):
        return False
    return not held if asked is None else asked[0] != HERS


async def ask(moment: Moment, volunteer: Person) -> None:
    """Below the numbers. A second word of danger does not put the coordinators off."""
    await _hold(moment, volunteer)
    await asking.ask(moment, volunteer, question(moment, volunteer), "crisis")
    if await alert_waits.of(moment, volunteer, TIMER) is None:
        due = moment.now + moment.house.policy.danger_after
        await timers.plan(moment.session, TIMER, due, person_id=volunteer.id)


def question(moment: Moment, volunteer: Person) -> Say:
    minutes = int(moment.house.policy.danger_after.total_seconds() // 60)
    buttons = tuple(
        Button(moment.text(volunteer, text), f"{asking.HIMSELF}{said}:{NO_TALK}")
        for said, text in BUTTONS.items()
    )
    return Say(moment.text(volunteer, ASK, minutes=minutes), inline=buttons)


async def unanswered(moment: Moment, volunteer: Person) -> None:
    """The timer."""
    if volunteer.left_at is None:
        await _tell(moment, volunteer, SILENT)


async def answer(moment: Moment, volunteer: Person, said: str) -> str:
    """A tap on one of the two. Returns the word to him; "" for a forged one. Once he asked for a
    call, only that call ends it."""
    if said not in BUTTONS:
        return ""
    await timers.drop(moment.session, moment.now, TIMER, person_id=volunteer.id)
    waits = (await heavy.waiting(moment)).get(volunteer.id)
    asks_call = waits is not None and waits.detail == ME
    if said == ME or asks_call:
        await _hold(moment, volunteer)
        if not asks_call:
            await _tell(moment, volunteer, ME)
        return moment.text(volunteer, THANKS[ME])
    thanks = moment.text(volunteer, THANKS[OTHER])
    if not await _let_go(moment, volunteer):
        return thanks  # a talk with danger in it is still to be looked back on, or nothing is
    return f"{thanks} {await coming.told(moment, volunteer)}"


async def is_settled(moment: Moment, volunteer: Person, said: Audit | None) -> bool:
    """Whether a call about that settles this: not what he wrote since, and has not answered."""
    if said is None or said.detail not in (ME, SILENT):
        return False
    return await alert_waits.of(moment, volunteer, TIMER) is None


async def _tell(moment: Moment, volunteer: Person, why: str) -> None:
    await heavy.say(moment, volunteer, COORDINATOR[why], detail=why)


async def _hold(moment: Moment, volunteer: Person) -> None:
    """As who owes a debrief: where he owes one already, that holds his phone."""
    await _set(moment, volunteer, Volunteer.debrief_of.is_(None), NO_TALK)


async def _let_go(moment: Moment, volunteer: Person) -> bool:
    return await _set(moment, volunteer, Volunteer.debrief_of == NO_TALK, None)


async def _set(
    moment: Moment, volunteer: Person, where: ColumnElement[bool], value: int | None
) -> bool:
    result = await moment.session.execute(
        update(Volunteer)
        .where(Volunteer.person_id == volunteer.id, where)
        .values(debrief_of=value)
        .execution_options(synchronize_session="fetch")
    )
    return bool(getattr(result, "rowcount", 0))
