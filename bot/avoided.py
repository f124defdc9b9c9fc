"""Which volunteers are not brought together with her: by the wish of one of the two, while a report
of hers about one is open, whoever may have hurt her (`bot.feared`), and whom her request of now
refuses by name (`bot.refused`)."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from bot.house import Moment
from bot.store.bridge import KeptApart, Report
from bot.store.tables import Fact

FEARED: Final = "_feared"  # the fact of whom she may have told violence
REFUSED: Final = "_refused"  # the fact of whom her latest request refuses by name


async def avoided(moment: Moment, person_id: int) -> frozenset[int]:
    """The numbers of those who are not rung for her, and may not take her request."""
    apart = select(KeptApart.volunteer_id).where(KeptApart.person_id == person_id)
    reported = select(Report.volunteer_id).where(
        Report.person_id == person_id,
        Report.by == "resident",
        Report.settled_at.is_(None),
        Report.volunteer_id.is_not(None),
    )
    rows = await moment.session.scalars(apart.union(reported))
    kept = select(Fact.value).where(Fact.person_id == person_id, Fact.key.in_((FEARED, REFUSED)))
    facts = await moment.session.scalars(kept)
    return frozenset(rows).union(*map(numbers, facts))


def numbers(kept: str | None) -> frozenset[int]:
    """What such a fact says."""
    return frozenset(int(one) for one in (kept or "").split(",") if one)
