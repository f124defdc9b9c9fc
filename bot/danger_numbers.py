"""The number of an alert, by which coordinators tell two apart without a name."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import select

from bot.house import Moment
from bot.store.tables import Concern

DAY: Final = timedelta(days=1)


async def number_of(moment: Moment, concern: Concern) -> int:
    return (await first_of(moment, concern)).id


async def first_of(moment: Moment, concern: Concern) -> Concern:
    """Her first word of danger, as long as no day goes by between one and the next. The same number
    is the same resident."""
    earlier = await moment.session.scalars(
        select(Concern)
        .where(Concern.person_id == concern.person_id, Concern.level == "act")
        .where(Concern.id < concern.id)
        .order_by(Concern.id.desc())
    )
    first = concern
    for row in earlier:
        if first.at - row.at >= DAY:
            break
        first = row
    return first
