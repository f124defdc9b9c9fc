"""The volunteers, as a coordinator looks after them in Telegram: load, cap, and when one goes."""

from __future__ import annotations

from sqlalchemy import select, update

from bot import instants, invitations, people, roster, talks, turnover
from bot import overview_texts as texts
from bot.channel import Button, Edit, Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.routing import Candidate
from bot.store.tables import Person, Volunteer

FEWEST, MOST = 1, 20


async def everybody(moment: Moment, coordinator: Person) -> Say:
    """A button for each, with how much each holds."""
    known = await roster.candidates(moment)
    rows = await moment.session.scalars(
        select(Person).where(Person.id.in_([one.id for one in known]))
    )
    by_id = {one.id: one for one in known}
    team = sorted(rows, key=lambda one: ((one.name or "").casefold(), one.id))
    buttons = tuple(
        Button(_label(moment, coordinator, one, by_id[one.id]), f"team:card:{one.id}")
        for one in team
    )
    return Say(moment.text(coordinator, texts.TEAM if team else texts.NO_TEAM), inline=buttons)


def _label(moment: Moment, reader: Person, person: Person, one: Candidate) -> str:
    name = (person.name or people.number_of(person.id))[:20]
    return moment.text(reader, texts.LOAD, name=name, held=one.load, most=one.most)


async def take(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    """`team:WISH:NUMBER`. Whoever is no volunteer any more is left alone."""
    _, wish, number = (*incoming.data.split(":"), "", "")[:3]
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return ""
    volunteer = await moment.session.get(Person, int(number))
    if volunteer is None or volunteer.role != people.VOLUNTEER or volunteer.left_at is not None:
        return moment.text(coordinator, texts.GONE_ON)
    said: Say | None = None
    if wish in ("less", "more"):
        await change_cap(moment, coordinator, volunteer, 1 if wish == "more" else -1)
    if wish in ("card", "less", "more"):
        said = await card(moment, coordinator, volunteer)
    elif wish == "leave":
        asked = texts.SURE, texts.BUTTON_SURE, "leaves"
        said = _sure(moment, coordinator, volunteer, *asked)
    elif wish == "leaves":
        count = await turnover.leave(moment, volunteer, coordinator) or 0
        said = Say(moment.text(coordinator, texts.GONE, name=volunteer.name or "…", count=count))
    elif wish == "rest":
        asked = texts.SURE_REST, texts.BUTTON_SURE_REST, "rests"
        said = _sure(moment, coordinator, volunteer, *asked)
    elif wish == "rests":
        count = await turnover.rest(moment, volunteer, coordinator)
        said = Say(await _rested(moment, coordinator, volunteer, count))
    if said is not None and incoming.message_id is not None:
        changed = Edit(incoming.message_id, said.text, said.inline)
        await people.tell(moment, coordinator, changed, "alert")
    return ""


async def _rested(moment: Moment, coordinator: Person, volunteer: Person, count: int) -> str:
    """`count`: the talks that he held. By night those in which nothing is urgent wait."""
    later = len(await talks.open_talks(moment, volunteer))
    name, gone = volunteer.name or "…", count - later
    said = moment.text(coordinator, texts.RESTS, name=name, count=gone)
    waits = moment.text(coordinator, texts.RESTS_LATER, count=later) if later else ""
    return f"{said} {waits}".rstrip()


async def card(moment: Moment, coordinator: Person, volunteer: Person) -> Say:
    one = next(c for c in await roster.candidates(moment) if c.id == volunteer.id)
    said = moment.text(
        coordinator,
        texts.CARD,
        name=volunteer.name or "…",
        languages=await invitations.languages_of(moment, volunteer),
        duty=moment.text(coordinator, texts.ON if one.on_duty else texts.OFF),
        held=one.load,
        most=one.most,
        day=instants.day(moment, coordinator, volunteer.seen_at),
    )
    wishes = {
        "less": texts.BUTTON_LESS,
        "more": texts.BUTTON_MORE,
        "rest": texts.BUTTON_REST,
        "leave": texts.BUTTON_LEAVE,
    }
    buttons = tuple(
        Button(moment.text(coordinator, text), f"team:{wish}:{volunteer.id}")
        for wish, text in wishes.items()
    )
    return Say(said, inline=buttons)


def _sure(
    moment: Moment, coordinator: Person, volunteer: Person, text: Text, yes: Text, wish: str
) -> Say:
    """Talks go out of somebody's hands: not by one tap."""
    name = volunteer.name or "…"
    buttons = (
        Button(moment.text(coordinator, yes, name=name[:20]), f"team:{wish}:{volunteer.id}"),
        Button(moment.text(coordinator, texts.BUTTON_BACK), f"team:card:{volunteer.id}"),
    )
    return Say(moment.text(coordinator, text, name=name), inline=buttons)


async def change_cap(moment: Moment, coordinator: Person, volunteer: Person, by: int) -> bool:
    """One talk more or less at once, within sense. Returns whether that could be."""
    row = await moment.session.get_one(Volunteer, volunteer.id)
    most = (row.most_talks or moment.house.policy.most_talks) + by
    if not FEWEST <= most <= MOST:
        return False
    await moment.session.execute(
        update(Volunteer)
        .where(Volunteer.person_id == volunteer.id)
        .values(most_talks=most)
        .execution_options(synchronize_session="fetch")
    )
    people.log(moment, "volunteer.cap", actor=coordinator, about=volunteer.id, detail=str(most))
    return True
