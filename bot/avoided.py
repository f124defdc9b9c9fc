"""Which volunteers are not brought together with her: by the wish of one of the two, while a report
of hers about one is open, and whoever may have hurt her (`bot.feared`)."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from bot.house import Moment
from bot.store.bridge import KeptApart, Report
from bot.store.tables import Fact

FEARED: Final = "_feared"  # the fact of whom she may have told violence


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
    feared = select(Fact.value).where(Fact.person_id == person_id, Fact.key == FEARED)
    return frozenset(rows) | numbers(await moment.session.scalar(feared))


def numbers(feared: str | None) -> frozenset[int]:
    """What that fact says."""
    return frozenset(int(one) for one in (feared or "").split(",") if one)
