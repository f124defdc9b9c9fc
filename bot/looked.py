"""A coordinator looked who is in danger, and she reads so. Where somebody else may hold her
telephone it is said by day, in words that could be of anything; `/mydata` has the whole of it."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import select

from bot import discreet, people, timers
from bot.channel import Say
from bot.handoff_texts import LANGUAGE_NAMES
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Person, Timer

TIMER: Final = "danger_looked"
TOLD = Text(
    "danger/told",
    "You wrote something that may be danger to life, and I do not know if you are safe. A "
    "coordinator, {name}, has now seen your name, your language, and your neighbourhood if I "
    "know it. Also what it may be about, not your words. That way someone can help.",
)
TOLD_NAMELESS = Text(
    "danger/told-nameless",
    "You wrote something that may be danger to life, and I do not know if you are safe. A "
    "coordinator, {name}, has now seen that someone who speaks {language} may be in danger. "
    "Also your neighbourhood if I know it, and what it may be about, not your words. {name} has "
    "no name and no address of you. In danger, call {emergency}.",
)
TOLD_NEUTRALLY = Text("danger/told-neutrally", "{name} looked, as I said.")


async def tell(moment: Moment, person: Person, coordinator: Person) -> None:
    if await discreet.of_itself(moment, person):
        await _by_day(moment, person, coordinator)
        return
    said = moment.text(
        person,
        TOLD if person.name else TOLD_NAMELESS,
        name=coordinator.name or moment.house.organisation,
        language=moment.text(person, LANGUAGE_NAMES[person.language]),
    )
    await people.tell(moment, person, Say(said), "crisis")


async def ring(moment: Moment, person: Person, expects: dict[str, Any]) -> None:
    """The night is over."""
    coordinator = await moment.session.get(Person, expects["by"])
    await _neutrally(moment, person, coordinator)


async def _by_day(moment: Moment, person: Person, coordinator: Person) -> None:
    """Who looked twice in a night is named once."""
    awake = moment.house.quiet.after(moment.now, moment.house.zone)
    if awake == moment.now:
        await _neutrally(moment, person, coordinator)
        return
    waiting = await moment.session.scalars(
        select(Timer).where(
            Timer.person_id == person.id, Timer.kind == TIMER, Timer.done_at.is_(None)
        )
    )
    if all(one.expects["by"] != coordinator.id for one in waiting):
        await timers.plan(moment.session, TIMER, awake, person_id=person.id, by=coordinator.id)


async def _neutrally(moment: Moment, person: Person, coordinator: Person | None) -> None:
    organisation = moment.house.organisation
    known = coordinator is not None and coordinator.name
    name = f"{known} ({organisation})" if known else organisation
    said = moment.text(person, TOLD_NEUTRALLY, name=name)
    await people.tell(moment, person, Say(said), "crisis")
