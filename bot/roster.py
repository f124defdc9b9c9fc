"""The volunteers as rows become the candidates that `bot.routing` judges."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import duty, routing
from bot.avoided import avoided
from bot.house import House, Moment
from bot.lifecycle import HELD
from bot.routing import Calendar, Candidate, Wanted
from bot.store.recall import once
from bot.store.tables import Alert, Chat, Handoff, Person, Resident, Volunteer


def calendar(house: House) -> Calendar:
    return Calendar(house.zone, house.quiet)


async def candidates(moment: Moment) -> list[Candidate]:
    """Every volunteer who has not left."""
    return await _candidates(moment.session, moment.house.policy.most_talks)


@once(Handoff, Person, Volunteer)  # and who blocked us, which no turn changes that asks
async def _candidates(session: AsyncSession, most: int) -> list[Candidate]:
    held = await session.scalars(
        select(Handoff.claimed_by).where(Handoff.state.in_(HELD), Handoff.claimed_by.is_not(None))
    )
    load = Counter(held)
    rows = await session.execute(
        select(Person.id, Volunteer, Chat.blocked_at)
        .join(Volunteer, Volunteer.person_id == Person.id)
        .join(Chat, Chat.id == Person.chat_id)
        .where(Person.role == "volunteer", Person.left_at.is_(None))
        .order_by(Person.id)
    )
    return [
        Candidate(
            id=number,
            languages=tuple(row.languages),
            on_duty=row.on_duty,
            spans=duty.parse(row.hours),
            away_from=row.away_from,
            away_until=row.away_until,
            load=load[number],
            most=row.most_talks or most,
            place=row.place or "",
            reachable=blocked_at is None,
            owes_debrief=row.debrief_of is not None,
        )
        for number, row, blocked_at in rows
    ]


async def there(moment: Moment) -> list[Candidate]:
    """Who has alerts on, is not away and can be reached, whatever their hours."""
    return [
        one
        for one in await candidates(moment)
        if one.on_duty and one.reachable and not one.is_away(moment.now)
    ]


async def wanted(moment: Moment, handoff: Handoff) -> Wanted:
    """What a handoff asks for."""
    resident = await moment.session.get(Resident, handoff.person_id)
    return Wanted(
        language=handoff.language,
        resident=handoff.person_id,
        urgency=handoff.urgency,
        place=(resident.place if resident is not None else None) or "",
        asked_for=handoff.asked_for,
        before=await before(moment, handoff.person_id),
        avoid=await avoided(moment, handoff.person_id),
        rung=await _rung(moment, handoff),
    )


async def _rung(moment: Moment, handoff: Handoff) -> dict[int, datetime]:
    """Who was rung, and until when that one is let be: for good while the phone shows it without an
    answer, else until the 'not now' is over."""
    known = {one.id: one for one in await candidates(moment)}
    rows = await moment.session.execute(
        select(Alert.volunteer_id, Alert.answer, Alert.at)
        .where(Alert.handoff_id == handoff.id)
        .where(Alert.answer.is_(None) | Alert.answer.not_in(("missed", "looked")))
    )
    return {
        number: routing.not_now(known[number], handoff.urgency, at, calendar(moment.house))
        if answer
        else routing.NEVER
        for number, answer, at in rows
        if number in known
    }


async def before(moment: Moment, person_id: int) -> tuple[int, ...]:
    """Who talked with her before, the latest first."""
    rows = await moment.session.scalars(
        select(Handoff.claimed_by)
        .where(Handoff.person_id == person_id, Handoff.claimed_by.is_not(None))
        .order_by(Handoff.id.desc())
        .limit(20)
    )
    apart = await avoided(moment, person_id)
    return tuple(dict.fromkeys(one for one in rows if one is not None and one not in apart))


async def everybody(moment: Moment, handoff: Handoff) -> list[int]:
    """Who may be rung, the full ones too: nobody took it for long, and it is urgent."""
    asks, hours = await wanted(moment, handoff), calendar(moment.house)
    return routing.route(asks, await candidates(moment), moment.now, hours, also_full=True)


async def route(
    moment: Moment, handoff: Handoff, anew: int | None = None
) -> tuple[list[int], list[int]]:
    """(who is rung now, who would be next). `anew`: who may be rung once more."""
    asks = await wanted(moment, handoff)
    asks = replace(asks, rung={one: at for one, at in asks.rung.items() if one != anew})
    order = routing.route(asks, await candidates(moment), moment.now, calendar(moment.house))
    now = routing.wave(asks, order, moment.house.policy.rung_at_once)
    return now, order[len(now) :]


async def next_free(moment: Moment, handoff: Handoff) -> datetime | None:
    """When somebody could be rung for a handoff at the earliest; now itself when somebody can."""
    asks = await wanted(moment, handoff)
    return routing.next_free(asks, await candidates(moment), moment.now, calendar(moment.house))


async def ready(moment: Moment, language: str, urgency: str = "normal") -> list[int]:
    """The volunteers who could be rung now for a language."""
    asks = Wanted(language, urgency=urgency)
    return routing.route(asks, await candidates(moment), moment.now, calendar(moment.house))
