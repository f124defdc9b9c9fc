"""The volunteers who talked with her, and in which talk: a complaint to us is about one of them."""

from __future__ import annotations

from collections.abc import Callable
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
