"""Which volunteers are not brought together with her: by the wish of one of the two, while a report
of hers about one is open, whoever may have hurt her (`bot.feared`), and whom her request of now
refuses by name (`bot.refused`)."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from bot.house import Moment
from bot.store.bridge import KeptApart, Report
from bot.store.tables import Fact, Person

FEARED: Final = "_feared"  # the fact of whom she may have told violence
REFUSED: Final = "_refused"  # the fact of whom her latest request refuses by name


async def avoided(moment: Moment, person_id: int) -> frozenset[int]:
    """The numbers of those who are not rung for her, and may not take her request."""
    return await _kept(moment, person_id, FEARED, REFUSED)


async def _kept(moment: Moment, person_id: int, *keys: str) -> frozenset[int]:
    apart = select(KeptApart.volunteer_id).where(KeptApart.person_id == person_id)
    reported = select(Report.volunteer_id).where(
        Report.person_id == person_id,
        Report.by == "resident",
        Report.settled_at.is_(None),
        Report.volunteer_id.is_not(None),
    )
    rows = await moment.session.scalars(apart.union(reported))
    kept = select(Fact.value).where(Fact.person_id == person_id, Fact.key.in_(keys))
    facts = await moment.session.scalars(kept)
    return frozenset(rows).union(*map(numbers, facts))


async def stays_away(moment: Moment, person_id: int, volunteer: Person) -> bool:
    """Whether nothing stands or begins between the two: he has left, or is one of those. That a
    request of hers refuses him by name is of that request alone."""
    return volunteer.left_at is not None or volunteer.id in await _kept(moment, person_id, FEARED)


def numbers(kept: str | None) -> frozenset[int]:
    """What such a fact says."""
    return frozenset(int(one) for one in (kept or "").split(",") if one)
