"""After a talk with danger in it a volunteer looks back, with one tap, before the next alert.

He answers himself, or a coordinator says that they have talked. Until then no phone of his rings;
others take what comes, the urgent ones too.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from bot import heavy, people, timers
from bot.channel import Button, Say
from bot.heavy import BUTTON_TALKED
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Audit, Handoff, Person, Volunteer

AGAIN = timedelta(hours=20)
TIMER = "debrief"
ASKED, ANSWERED = "debrief.asked", "debrief.answered"
ASK = Text(
    "debrief/ask",
    "There was danger in that talk. That weighs on anybody. How are you now? "
    "One tap is enough. New alerts come when you have answered.",
)
BUTTONS = {
    "fine": Text("debrief/button-fine", "I am all right"),
    "heavy": Text("debrief/button-heavy", "It was heavy"),
    "call": Text("debrief/button-call", "Please call me"),
}
THANKS = {
    "fine": Text("debrief/fine", "Thank you. Good that you were there. Alerts come again."),
    "heavy": Text(
        "debrief/heavy",
        "Thank you for saying so. The coordinator knows it. Alerts come again; /duty stops them.",
    ),
    "call": Text(
        "debrief/call",
        "The coordinator is asked to call you. Alerts come again after that.",
    ),
}
REFUSED = Text(
    "debrief/refused", "First the short question above, please: how are you after that talk?"
)
COORDINATOR = {
    "heavy": Text(
        "debrief/coordinator-heavy",
        "{name} had a talk with danger in it, and says that it was heavy. Can you call {name}?",
    ),
    "call": Text(
        "debrief/coordinator-call",
        "{name} had a talk with danger in it, and asks you to call. No alerts go there until then.",
    ),
    "silent": Text(
        "debrief/coordinator-silent",
        "{name} had a talk with danger in it, and has not answered how it is. "
        "No alerts go there until then. Can you call?",
    ),
}
TALKED = Text("debrief/talked", "Thank you. {name} gets alerts again.")
TALKED_VOLUNTEER = Text(
    "debrief/talked-volunteer", "{name} says that you have talked. Alerts come again."
)


async def owed(moment: Moment, volunteer: Person) -> int | None:
    """The handoff that the volunteer has to look back on."""
    row = await moment.session.get(Volunteer, volunteer.id)
    return None if row is None else row.debrief_of


async def last(moment: Moment, volunteer: Person, number: int) -> Audit | None:
    """What came last of that talk's debrief: asked for, or the volunteer's answer."""
    found: Audit | None = await moment.session.scalar(
        select(Audit)
        .where(Audit.handoff_id == number, Audit.action.in_((ASKED, ANSWERED)))
        .where((Audit.person_id == volunteer.id) | (Audit.actor_id == volunteer.id))
        .order_by(Audit.id.desc())
        .limit(1)
    )
    return found


async def refusal(moment: Moment, volunteer: Person) -> str | None:
    """The word to a volunteer who takes an alert before answering; the question comes again."""
    number = await owed(moment, volunteer)
    if number is None:
        return None
    await _say(moment, volunteer, number)
    return moment.text(volunteer, REFUSED)


async def ask(moment: Moment, volunteer: Person, handoff: Handoff) -> None:
    """At the end of a talk with danger in it. Reminded by day, then a coordinator hears of it."""
    row = await moment.session.get(Volunteer, volunteer.id)
    if row is None or volunteer.left_at is not None:
        return
    row.debrief_of = handoff.id
    people.log(moment, ASKED, about=volunteer.id, handoff=handoff.id)
    await moment.session.flush()
    await _say(moment, volunteer, handoff.id)
    await _plan(moment, volunteer, handoff.id, 0)


async def _say(moment: Moment, volunteer: Person, number: int) -> None:
    buttons = tuple(
        Button(moment.text(volunteer, text), f"debrief:{answer}:{number}")
        for answer, text in BUTTONS.items()
    )
    await people.tell(moment, volunteer, Say(moment.text(volunteer, ASK), inline=buttons), "alert")


async def _plan(moment: Moment, volunteer: Person, number: int, times: int) -> None:
    due = moment.house.quiet.after(moment.now + AGAIN, moment.house.zone)
    await timers.drop(moment.session, moment.now, TIMER, person_id=volunteer.id)
    await timers.plan(
        moment.session, TIMER, due, person_id=volunteer.id, handoff=number, times=times
    )


async def remind(moment: Moment, volunteer: Person, number: int, times: int) -> None:
    """The timer: asked once more, and from the second time on the coordinators hear of it too."""
    if await owed(moment, volunteer) != number or volunteer.left_at is not None:
        return
    if times > 0:
        await _tell_coordinators(moment, volunteer, "silent", number)
    await _say(moment, volunteer, number)
    await _plan(moment, volunteer, number, times + 1)


async def answer(moment: Moment, volunteer: Person, said: str, number: int) -> str:
    """A tap on one of the three. Returns the word to him; "" for an old or forged one."""
    if said not in BUTTONS or await owed(moment, volunteer) != number:
        return ""
    people.log(moment, ANSWERED, actor=volunteer, handoff=number, detail=said)
    if said == "heavy":
        await heavy.say(moment, volunteer, COORDINATOR[said], number)
    elif said == "call":
        await _tell_coordinators(moment, volunteer, said, number)
    if said != "call":
        await _clear(moment, volunteer, number)
    return moment.text(volunteer, THANKS[said])


async def talked(moment: Moment, coordinator: Person, volunteer: Person, number: int) -> str:
    """A coordinator says that they have talked. Returns the word to the coordinator."""
    if not await _clear(moment, volunteer, number):
        return ""
    people.log(moment, "debrief.talked", actor=coordinator, about=volunteer.id, handoff=number)
    told = moment.text(volunteer, TALKED_VOLUNTEER, name=coordinator.name or "…")
    await people.tell(moment, volunteer, Say(told), "alert")
    return moment.text(coordinator, TALKED, name=volunteer.name or "…")


async def _clear(moment: Moment, volunteer: Person, number: int) -> bool:
    result = await moment.session.execute(
        update(Volunteer)
        .where(Volunteer.person_id == volunteer.id, Volunteer.debrief_of == number)
        .values(debrief_of=None)
        .execution_options(synchronize_session="fetch")
    )
    await timers.drop(moment.session, moment.now, TIMER, person_id=volunteer.id)
    return bool(getattr(result, "rowcount", 0))


async def _tell_coordinators(moment: Moment, volunteer: Person, why: str, number: int) -> None:
    for coordinator in await people.coordinators(moment):
        said = moment.text(coordinator, COORDINATOR[why], name=volunteer.name or "…")
        button = Button(moment.text(coordinator, BUTTON_TALKED), f"talked:{volunteer.id}:{number}")
        await people.tell(moment, coordinator, Say(said, inline=(button,)), "alert")
