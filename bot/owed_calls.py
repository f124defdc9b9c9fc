"""The volunteers whom a coordinator has to call after a heavy talk: who, since which day, and a tap
that notes the call. Each stands here once, until somebody has noted it."""

from __future__ import annotations

from sqlalchemy import select

from bot import debriefs, heavy, himself, instants, mornings, people
from bot import overview_texts as texts
from bot.channel import Button
from bot.heavy import BUTTON_TALKED
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Audit, Person, Volunteer
from bot.things import Thing


async def of(moment: Moment, reader: Person) -> list[Thing]:
    """The volunteers who wait for a call of hers, each once."""
    owed = await _debriefs(moment, reader)
    said = await heavy.waiting(moment)
    others = [await _heavy(moment, reader, row) for one, row in said.items() if one not in owed]
    return [*owed.values(), *others]


async def _debriefs(moment: Moment, reader: Person) -> dict[int, Thing]:
    rows = await moment.session.execute(
        select(Person, Volunteer.debrief_of)
        .join(Volunteer, Volunteer.person_id == Person.id)
        .where(Volunteer.debrief_of != himself.NO_TALK, Person.left_at.is_(None))
        .order_by(Person.id)
    )
    return {
        volunteer.id: await _debrief(moment, reader, volunteer, number)
        for volunteer, number in rows.all()
        if number is not None
    }


async def _debrief(moment: Moment, reader: Person, volunteer: Person, number: int) -> Thing:
    """A talk with danger in it that was not looked back on, or of which a call is asked for."""
    last = await debriefs.last(moment, volunteer, number)
    called = last is not None and last.action == debriefs.ANSWERED
    text = texts.DEBRIEF_CALL if called else texts.DEBRIEF
    button = _talked(moment, reader, volunteer, f"talked:{volunteer.id}:{number}:list")
    news = last is None or not called or mornings.is_news(moment, last.at)
    told = _of_day(moment, reader, text, volunteer, last)
    return Thing(told, (button,), news=news, here_alone=not called)


async def _heavy(moment: Moment, reader: Person, said: Audit) -> Thing:
    """A volunteer who said that a talk was heavy, or may be in danger, and whom nobody has called
    since."""
    volunteer = await moment.session.get_one(Person, said.person_id)
    button = _talked(moment, reader, volunteer, f"called:{volunteer.id}:{said.id}:list")
    text = texts.HIMSELF if said.detail in himself.COORDINATOR else texts.HEAVY
    told = _of_day(moment, reader, text, volunteer, said)
    return Thing(told, (button,), news=mornings.is_news(moment, said.at))


def _of_day(
    moment: Moment, reader: Person, text: Text, volunteer: Person, row: Audit | None
) -> str:
    day = instants.weekday(moment, reader, row.at) if row is not None else "…"
    return moment.text(reader, text, name=volunteer.name or "…", day=day)


def _talked(moment: Moment, reader: Person, volunteer: Person, data: str) -> Button:
    """Among several things the button says whom it is about."""
    name = (volunteer.name or people.number_of(volunteer.id))[:20]
    return Button(f"{name}: {moment.text(reader, BUTTON_TALKED)}", data)
