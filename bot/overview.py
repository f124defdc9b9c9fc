"""What a coordinator has to know today: the few things that wait for her, each with what she can do
about it by one tap. No name and no word of a resident."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from babel.dates import format_timedelta
from sqlalchemy import select

from bot import (
    consents,
    danger,
    danger_looked,
    handoffs,
    instants,
    last_one,
    mornings,
    open_dangers,
    open_reports,
    owed_calls,
    people,
    roster,
    talks,
    timers,
)
from bot import overview_texts as texts
from bot.alerts import coordinator_buttons
from bot.channel import Button, Say
from bot.dialogue.values import LOCALES
from bot.handoff_texts import LANGUAGE_NAMES
from bot.house import Moment
from bot.lifecycle import ASKING, HELD
from bot.mornings import OVERVIEW
from bot.open_dangers import OpenDanger
from bot.rhythm import shown_next
from bot.routing import URGENT
from bot.store.tables import Handoff, Person, Timer
from bot.things import Thing

SHOWN: Final = 3  # with their buttons: more than that is no overview


async def things(moment: Moment, coordinator: Person) -> list[Thing]:
    """What waits for a coordinator, the gravest first."""
    found = await _dangers(moment, coordinator)
    found += await waiting(moment, coordinator)
    found += await open_reports.things(moment, coordinator)
    found += await _late(moment, coordinator)
    found += await owed_calls.of(moment, coordinator)
    found += await last_one.things(moment, coordinator)
    return found + await _languages(moment, coordinator)


async def waiting(moment: Moment, reader: Person) -> list[Thing]:
    """Every handoff that nobody has, urgent ones and the oldest first."""
    rows = await handoffs.waiting(moment)
    rows.sort(key=lambda one: one.urgency != URGENT)
    return [_waits(moment, reader, handoff) for handoff in rows]


def _waits(moment: Moment, reader: Person, handoff: Handoff) -> Thing:
    text = texts.WAITS_URGENT if handoff.urgency == URGENT else texts.WAITS
    since = handoff.opened_at or handoff.offered_at
    told = moment.text(
        reader,
        text,
        number=handoff.id,
        language=moment.text(reader, LANGUAGE_NAMES[handoff.language]),
        age=_age(moment, reader, since),
    )
    return Thing(told, coordinator_buttons(moment, reader, handoff), handoff.id)


def _age(moment: Moment, reader: Person, since: datetime) -> str:
    return format_timedelta(moment.now - since, locale=LOCALES[reader.language])


async def _late(moment: Moment, reader: Person) -> list[Thing]:
    """Talks in which her word has no answer, and those whose volunteer is gone."""
    policy = moment.house.policy
    late = (Handoff.unanswered_at <= moment.now - policy.reply_within) | (
        (Handoff.urgency == URGENT)
        & (Handoff.unanswered_at <= moment.now - policy.urgent_reply_within)
    )
    rows = await moment.session.execute(
        select(Handoff, Person.name)
        .outerjoin(Person, Person.id == Handoff.claimed_by)
        .where(
            (Handoff.state == ASKING) | (Handoff.state.in_(HELD) & late),
        )
        .order_by(Handoff.crisis.desc(), Handoff.unanswered_at, Handoff.id)
    )
    silent = [(talk, name, await talks.in_doubt(moment, talk)) for talk, name in rows.all()]
    silent.sort(key=lambda one: (not one[0].crisis, not one[2]))
    found = []
    for talk, name, doubt in silent:
        if talk.state == ASKING:
            told = moment.text(reader, texts.ASKING, number=talk.id)
            found.append(Thing(told, handoff=talk.id))
            continue
        unsure = texts.LATE_DOUBT if doubt else texts.LATE
        text = texts.LATE_CRISIS if talk.crisis else unsure
        age = _age(moment, reader, talk.unanswered_at or moment.now)
        told = moment.text(reader, text, number=talk.id, name=name or "…", age=age)
        buttons = coordinator_buttons(moment, reader, talk, {"on": texts.BUTTON_ON})
        found.append(Thing(told, buttons, talk.id))
    return found


async def _dangers(moment: Moment, reader: Person) -> list[Thing]:
    """The open alerts of danger: those that nobody opened yet, then those that somebody did."""
    found = await open_dangers.read_by(moment, reader)
    found.sort(key=lambda one: one.opened is not None)
    return [(danger_looked.line if one.opened else _danger)(moment, reader, one) for one in found]


def _danger(moment: Moment, reader: Person, one: OpenDanger) -> Thing:
    told = moment.text(
        reader,
        texts.DANGER,
        number=one.number,
        language=moment.text(reader, LANGUAGE_NAMES[one.language]),
        when=instants.on(moment, reader, one.concern.at),
    )
    label = f"⚠ {one.number}: {moment.text(reader, danger.BUTTON_OPEN)}"  # no number of a handoff
    return Thing(told, (Button(label, f"danger:{one.concern.id}"),), here_alone=True)


async def _languages(moment: Moment, reader: Person) -> list[Thing]:
    """Languages of residents that nobody on duty speaks."""
    agreed = consents.standing_for(consents.CHECKINS)
    spoken = await moment.session.scalars(
        select(Person.language)
        .where(Person.role == people.RESIDENT, Person.id.in_(agreed))
        .distinct()
        .order_by(Person.language)
    )
    duty = [one for one in await roster.candidates(moment) if one.on_duty]
    return [
        Thing(moment.text(reader, texts.NOBODY, language=moment.text(reader, LANGUAGE_NAMES[code])))
        for code in list(spoken)
        if duty and not any(code in one.languages for one in duty)
    ]


def told(moment: Moment, reader: Person, found: list[Thing]) -> tuple[str, tuple[Button, ...]]:
    """'Today: three things', the first three with what can be done about them, and what nothing
    else tells her of."""
    shown = found[:SHOWN] + [one for one in found[SHOWN:] if one.here_alone]
    lines = [_headline(moment, reader, len(found))]
    lines += [f"{place}. {one.text}" for place, one in enumerate(shown, 1)]
    if len(found) > len(shown):
        lines.append(moment.text(reader, texts.MORE, count=len(found) - len(shown)))
    return "\n".join(lines), tuple(b for one in shown for b in one.buttons)


def _headline(moment: Moment, reader: Person, count: int) -> str:
    if not count:
        return moment.text(reader, texts.NO_THING)
    if count == 1:
        return moment.text(reader, texts.ONE_THING)
    return moment.text(reader, texts.THINGS, count=count)


async def ensure(moment: Moment, coordinator: Person) -> None:
    """The next morning is planned, once."""
    planned = await moment.session.scalar(
        select(Timer.id)
        .where(Timer.person_id == coordinator.id, Timer.kind == OVERVIEW)
        .where(Timer.done_at.is_(None))
        .limit(1)
    )
    if planned is None and (due := _next(moment)) is not None:
        await timers.plan(moment.session, OVERVIEW, due, person_id=coordinator.id)


def _next(moment: Moment) -> datetime | None:
    hour, zone = moment.house.policy.overview_at, moment.house.zone
    if hour is None:
        return None
    return shown_next(hour, moment.now, zone)


async def ring(moment: Moment, coordinator: Person) -> None:
    """In the morning: what waits. Where nothing does, or where she was told of all of it when quiet
    hours ended, there is no message."""
    if coordinator.role != people.COORDINATOR or coordinator.left_at is not None:
        return
    await ensure(moment, coordinator)
    found = await things(moment, coordinator)
    late = moment.house.quiet.after(moment.now, moment.house.zone) != moment.now
    told_of = await mornings.told_of(moment, coordinator)
    news = any(one.news and one.handoff not in told_of for one in found)
    if news and not late and not await people.blocked(moment, coordinator):
        text, buttons = told(moment, coordinator, found)
        morning = moment.text(coordinator, texts.MORNING, name=coordinator.name or "")
        said = Say(f"{morning} {text}", inline=buttons)
        await people.tell(moment, coordinator, said, "alert")
