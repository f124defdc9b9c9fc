"""The volunteers who talked with her, and in which talk: a complaint to us is about one of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from sqlalchemy import select

from bot import reports
from bot.house import Moment
from bot.store.tables import Audit, Handoff, Person

LATEST: Final = 20  # talks that are looked at


async def whose(
    moment: Moment, resident: Person, talk: str, volunteer: str
) -> tuple[Handoff, Person] | None:
    """The talk of hers that he holds or held; None for what is forged or erased."""
    if not all(one.isascii() and one.isdecimal() and len(one) < 18 for one in (talk, volunteer)):
        return None
    for handoff_id, person in await _before(moment, resident):
        if (str(handoff_id), str(person.id)) == (talk, volunteer):
            handoff = await moment.session.get(Handoff, handoff_id, with_for_update=True)
            return None if handoff is None else (handoff, person)
    return None


async def of_one_before(
    moment: Moment, resident: Person, is_of: Callable[[str], bool]
) -> tuple[Handoff, Person] | None:
    """Which volunteer who talked with her she complains about, to us; the latest talk with him."""
    for handoff_id, person in await _before(moment, resident):
        if is_of(person.name or ""):
            handoff = await moment.session.get(Handoff, handoff_id)
            return None if handoff is None else (handoff, person)
    return None


async def among(
    moment: Moment, resident: Person, volunteers: set[int]
) -> tuple[Handoff, Person] | None:
    """The latest talk with one of these."""
    for handoff_id, person in await _before(moment, resident):
        handoff = await moment.session.get(Handoff, handoff_id)
        if person.id in volunteers and handoff is not None:
            return handoff, person
    return None


async def lately(moment: Moment, resident: Person, since: datetime) -> list[tuple[Handoff, Person]]:
    """Whose talk with her ended since then, however it did, the latest first."""
    rows = await moment.session.scalars(
        select(Audit)
        .where(Audit.person_id == resident.id)
        .where(Audit.action.in_((reports.CLAIMED, *reports.ENDED)))
        .order_by(Audit.id.desc())
        .limit(2 * LATEST)
    )
    holds: dict[int, int] = {}  # the talk, and who has it
    ended: dict[tuple[int, int], datetime] = {}
    for row in reversed(list(rows)):
        talk = row.handoff_id or 0
        if (had := holds.pop(talk, None)) is not None:
            ended[talk, had] = row.at
        if row.action == reports.CLAIMED and row.actor_id is not None:
            holds[talk] = row.actor_id
    found: dict[int, tuple[Handoff, Person]] = {}
    for (talk, number), at in sorted(ended.items(), key=lambda one: one[1], reverse=True):
        handoff = await moment.session.get(Handoff, talk)
        person = await moment.session.get(Person, number)
        if at >= since and handoff is not None and person is not None:
            found.setdefault(number, (handoff, person))
    return list(found.values())


async def _before(moment: Moment, resident: Person) -> list[tuple[int, Person]]:
    """Her talks and who took them, the latest first."""
    rows = await moment.session.execute(
        select(Audit.handoff_id, Person)
        .join(Person, Person.id == Audit.actor_id)
        .where(Audit.person_id == resident.id, Audit.action == reports.CLAIMED)
        .order_by(Audit.id.desc())
        .limit(LATEST)
    )
    return [(number, person) for number, person in rows if number is not None]
