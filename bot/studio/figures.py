"""Plain pictures of the weeks that were: messages, and how soon a person came.

Nothing is told of fewer than ten residents: neither by a bar nor beside one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Final

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bot import people
from bot.store.tables import Audit, Handoff, Message, Person, Update
from bot.studio.bars import Bar, bars, table
from bot.studio.visit import COORDINATORS, Page, Visit

PATH: Final = "/desk/figures"
FEWEST: Final = 10  # residents
DAYS: Final = 28  # messages are erased after some weeks
WEEKS: Final = 12


@dataclass(frozen=True, slots=True)
class Awaited:
    """One handoff: whose, when it was opened, and how long until each of the two."""

    person: int
    opened_at: datetime
    claim: timedelta | None
    greeting: timedelta | None


async def show(visit: Visit) -> Response:
    studio, words = visit.studio, visit.words
    local = studio.house.local(studio.now())
    days = [local.date() - timedelta(days=n) for n in range(DAYS - 1, -1, -1)]
    monday = local.date() - timedelta(days=local.weekday())
    weeks = [monday - timedelta(weeks=n) for n in range(WEEKS - 1, -1, -1)]
    edges = [_begin(day, local) for day in (*days, local.date() + timedelta(days=1))]
    async with studio.store.read() as session:
        came = await counts(session, edges, received=True)
        left = await counts(session, edges, received=False)
        found = await awaited(session, _begin(weeks[0], local))
    told = {
        "received": [_day(visit, day, count) for day, count in zip(days, came, strict=True)],
        "sent": [_day(visit, day, count) for day, count in zip(days, left, strict=True)],
    }
    waits = {}
    for kind in ("claim", "greeting"):
        told[kind] = [_week(visit, week, of_week(found, week, local, kind)) for week in weeks]
        waits[kind] = _length(visit, middle([(one.person, getattr(one, kind)) for one in found]))
    return visit.page(
        "figures.html",
        pictures={kind: bars(rows) for kind, rows in told.items()},
        tables={kind: table(rows) for kind, rows in told.items()},
        waits=waits,
        fewest=words.number(FEWEST),
        weeks=words.number(WEEKS),
        days=words.number(DAYS),
    )


def _begin(day: date, local: datetime) -> datetime:
    return datetime.combine(day, time(), local.tzinfo)


def _day(visit: Visit, day: date, count: int | None) -> Bar:
    told = visit.words.short_day(day)
    return Bar(told, count, "" if count is None else visit.words.number(count))


def _week(visit: Visit, monday: date, wait: timedelta | None) -> Bar:
    minutes = None if wait is None else wait.total_seconds() / 60
    brief = "" if wait is None else visit.words.brief(wait)
    return Bar(visit.words.short_day(monday), minutes, _length(visit, wait), brief)


def _length(visit: Visit, wait: timedelta | None) -> str:
    return "" if wait is None else visit.words.age(wait)


async def counts(
    session: AsyncSession, edges: Sequence[datetime], *, received: bool
) -> list[int | None]:
    """Messages from or to residents between each two edges; None for too few people."""
    table, at = (Update, Update.received_at) if received else (Message, Message.sent_at)
    place = case(*((at < edge, n) for n, edge in enumerate(edges[1:])), else_=len(edges))
    query = (
        select(place, func.count(), func.count(Person.id.distinct()))
        .select_from(table)
        .join(Person, Person.chat_id == table.chat_id)
        .where(Person.role == people.RESIDENT, at >= edges[0], at < edges[-1])
        .group_by(place)
    )
    rows = {n: (count, who) for n, count, who in await session.execute(query)}
    found = [rows.get(n, (0, 0)) for n in range(len(edges) - 1)]
    return [count if who >= FEWEST else None for count, who in found]


async def awaited(session: AsyncSession, since: datetime) -> list[Awaited]:
    """The handoffs opened since then, with the first claim and the first greeting of each."""
    firsts = {
        kind: func.min(case((Audit.action == f"handoff.{past}", Audit.at)))
        for kind, past in (("claim", "claimed"), ("greeting", "greeted"))
    }
    rows = await session.execute(
        select(Handoff.person_id, Handoff.opened_at, firsts["claim"], firsts["greeting"])
        .outerjoin(Audit, (Audit.handoff_id == Handoff.id) & (Audit.at >= since))
        .where(Handoff.opened_at >= since)
        .group_by(Handoff.id, Handoff.person_id, Handoff.opened_at)
    )
    return [
        Awaited(
            person,
            opened,
            claimed - opened if claimed is not None else None,
            greeted - opened if greeted is not None else None,
        )
        for person, opened, claimed, greeted in rows
    ]


def of_week(found: Iterable[Awaited], monday: date, local: datetime, kind: str) -> timedelta | None:
    """The middle wait of a week; None where too few residents waited."""
    begin, end = _begin(monday, local), _begin(monday + timedelta(weeks=1), local)
    return middle(
        [(one.person, getattr(one, kind)) for one in found if begin <= one.opened_at < end]
    )


def middle(waits: Iterable[tuple[int, timedelta | None]]) -> timedelta | None:
    """The median; None for fewer than ten residents."""
    known = [(person, wait) for person, wait in waits if wait is not None]
    if len({person for person, _ in known}) < FEWEST:
        return None
    return timedelta(seconds=median(wait.total_seconds() for _, wait in known))


PAGES: Final = (Page("GET", PATH, COORDINATORS, show),)
