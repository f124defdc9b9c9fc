"""After a talk with danger in it a volunteer looks back, with one tap, before the next alert.

He answers himself, or a coordinator says that they have talked. Until then no phone of his rings;
others take what comes, the urgent ones too. Of one talk he is asked once, and again only when he
comes for alerts; a coordinator hears of a question that stays without an answer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select, update

from bot import asking, coming, concerns, heavy, himself, instants, mornings, people, timers
from bot.channel import Button, Say
from bot.heavy import BUTTON_TALKED
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Audit, Handoff, Person, Volunteer

WITHOUT_ANSWER = timedelta(hours=20)
TIMER = "debrief"
ASKED, ANSWERED = "debrief.asked", "debrief.answered"
ASK = Text(
    "debrief/ask",
    "There was danger in talk {number}, which ended on {when}. That weighs on anybody. "
    "How are you now? One tap is enough. No alerts come before you have answered.",
)
BUTTONS = {
    "fine": Text("debrief/button-fine", "I am all right"),
    "heavy": Text("debrief/button-heavy", "It was heavy"),
    "call": Text("debrief/button-call", "Please call me"),
}
THANKS = {
    "fine": Text("debrief/fine", "Thank you. Good that you were there."),
    "heavy": Text("debrief/heavy", "Thank you for saying so. The coordinator knows it."),
    "call": Text(
        "debrief/call", "The coordinator is asked to call you. Until then no alerts come."
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
TALKED = Text("debrief/talked", "Thank you. {name} gets alerts again when on duty.")
TALKED_VOLUNTEER = Text("debrief/talked-volunteer", "{name} says that you have talked.")


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
    said = await question(moment, volunteer)
    if said is None:
        return None
    await asking.ask(moment, volunteer, said, "alert")
    return await _first(moment, volunteer)


async def again(moment: Moment, volunteer: Person) -> bool:
    """Words that go to nobody, while his answer is owed, bring the question once more."""
    said = await question(moment, volunteer)
    if said is None:
        return False
    first = await _first(moment, volunteer)
    await asking.ask(moment, volunteer, replace(said, text=f"{first}\n\n{said.text}"), "alert")
    return True


async def _first(moment: Moment, volunteer: Person) -> str:
    about_himself = await owed(moment, volunteer) == himself.NO_TALK
    return moment.text(volunteer, himself.FIRST if about_himself else REFUSED)


async def ask(moment: Moment, volunteer: Person, handoff: Handoff) -> None:
    """At the end of a talk with danger in it, once."""
    row = await moment.session.get(Volunteer, volunteer.id)
    if row is None or volunteer.left_at is not None or volunteer.role != people.VOLUNTEER:
        return
    if not await _is_new(moment, volunteer, handoff):
        return
    row.debrief_of = handoff.id
    await asking.falls(moment, volunteer, asking.HIMSELF)  # of a talk before: one answer is enough
    people.log(moment, ASKED, about=volunteer.id, handoff=handoff.id)
    await moment.session.flush()
    if (said := await question(moment, volunteer)) is not None:
        await asking.ask(moment, volunteer, said, "alert")
    due = moment.house.quiet.after(moment.now + WITHOUT_ANSWER, moment.house.zone)
    await timers.drop(moment.session, moment.now, TIMER, person_id=volunteer.id)
    await timers.plan(moment.session, TIMER, due, person_id=volunteer.id, handoff=handoff.id)


async def _is_new(moment: Moment, volunteer: Person, handoff: Handoff) -> bool:
    """Whether there was danger that he was not asked about: a talk may come back to him."""
    before = await last(moment, volunteer, handoff.id)
    if before is None:
        return True
    rows = await concerns.lately(moment.session, handoff.person_id, moment.now)
    return any(row.level == concerns.ACT and row.at > before.at for row in rows)


async def question(moment: Moment, volunteer: Person) -> Say | None:
    """The question that has no answer yet, with its buttons."""
    number = await owed(moment, volunteer)
    if number is None:
        return None
    if number == himself.NO_TALK:
        return himself.question(moment, volunteer)
    asked: Audit | None = await moment.session.scalar(
        select(Audit)
        .where(Audit.handoff_id == number, Audit.action == ASKED)
        .where(Audit.person_id == volunteer.id)
        .order_by(Audit.id.desc())
        .limit(1)
    )
    when = instants.on(moment, volunteer, asked.at if asked is not None else moment.now)
    buttons = tuple(
        Button(moment.text(volunteer, text), f"debrief:{answer}:{number}")
        for answer, text in BUTTONS.items()
    )
    return Say(moment.text(volunteer, ASK, number=number, when=when), inline=buttons)


async def unanswered(moment: Moment, volunteer: Person, number: int) -> None:
    """The timer: the coordinators hear of it. Their overview shows it among however many things:
    whoever reads that within the hour is not told beside it."""
    if await owed(moment, volunteer) != number or volunteer.left_at is not None:
        return
    for coordinator in await people.coordinators(moment):
        if not await mornings.overview_is_near(moment, coordinator):
            await _tell(moment, coordinator, volunteer, "silent", number)


async def answer(moment: Moment, volunteer: Person, said: str, number: int) -> str:
    """A tap on one of the three. Returns the word to him; "" for an old or forged one."""
    if number == himself.NO_TALK:
        return await himself.answer(moment, volunteer, said)
    if said not in BUTTONS or await owed(moment, volunteer) != number:
        return ""
    people.log(moment, ANSWERED, actor=volunteer, handoff=number, detail=said)
    if said == "heavy":
        await heavy.say(moment, volunteer, COORDINATOR[said], number)
    elif said == "call":
        await _tell_coordinators(moment, volunteer, said, number)
    thanks = moment.text(volunteer, THANKS[said])
    if said == "call":
        return thanks
    await _clear(moment, volunteer, number)
    return f"{thanks} {await coming.told(moment, volunteer)}"


async def talked(moment: Moment, coordinator: Person, volunteer: Person, number: int) -> str:
    """A coordinator says that they have talked. Returns the word to the coordinator."""
    if not await _clear(moment, volunteer, number):
        return ""
    await asking.falls(moment, volunteer, asking.HIMSELF)
    people.log(moment, "debrief.talked", actor=coordinator, about=volunteer.id, handoff=number)
    told = moment.text(volunteer, TALKED_VOLUNTEER, name=coordinator.name or "…")
    said = Say(f"{told} {await coming.told(moment, volunteer)}")
    await people.tell(moment, volunteer, said, "alert")
    return moment.text(coordinator, TALKED, name=volunteer.name or "…")


async def called(moment: Moment, coordinator: Person, volunteer: Person, number: int) -> str:
    """They have talked of what he said was heavy, or of what may be danger to himself. Returns the
    word to the coordinator."""
    waited = (await heavy.waiting(moment)).get(volunteer.id)
    said = await heavy.called(moment, coordinator, volunteer, number)
    if said and await himself.is_settled(moment, volunteer, waited):
        await talked(moment, coordinator, volunteer, himself.NO_TALK)
    return said


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
        await _tell(moment, coordinator, volunteer, why, number)


async def _tell(
    moment: Moment, coordinator: Person, volunteer: Person, why: str, number: int
) -> None:
    said = moment.text(coordinator, COORDINATOR[why], name=volunteer.name or "…")
    button = Button(moment.text(coordinator, BUTTON_TALKED), f"talked:{volunteer.id}:{number}")
    await people.tell(moment, coordinator, Say(said, inline=(button,)), "alert")
