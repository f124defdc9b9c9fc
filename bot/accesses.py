"""Who saw what of a resident, and when: written where a person is shown something, read by her.

The row is made in the transaction that shows it, so that nothing is seen without being noted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select

from bot.house import Moment
from bot.store.privacy_tables import Access
from bot.store.tables import Person

# What may be seen. A new one needs a wording for her, in `bot.mydata`.
SHARED_TEXT: Final = "shared_text"  # the exact text that she said yes to
TALK: Final = "talk"  # what she wrote while a person held the talk
NAME: Final = "name"  # her name and neighbourhood, in danger to life, and what it may be about
NAMELESS: Final = "nameless"  # the same of somebody who gave no name
HANDOVER: Final = "handover"  # the note of an earlier volunteer, with her yes
NOTE: Final = "note"  # a volunteer's own note on a talk with her, by a coordinator
REPORT: Final = "report"  # what she reported, by a coordinator; not what a volunteer did
EXPORT: Final = "export"  # everything, by an operator who wrote it to a file
WHAT: Final = frozenset({SHARED_TEXT, TALK, NAME, NAMELESS, HANDOVER, NOTE, REPORT, EXPORT})
OPERATOR: Final = "operator"  # somebody at the command line: the bot does not know who


@dataclass(frozen=True, slots=True)
class Seen:
    """One look. `name` is None for an operator, and for somebody who was erased since."""

    at: datetime
    what: str
    role: str  # volunteer, coordinator or operator
    name: str | None
    handoff_id: int | None


def saw(
    moment: Moment,
    person_id: int,
    what: str,
    *,
    reader: Person | None = None,
    handoff: int | None = None,
) -> None:
    """Notes that `reader` is shown something of a resident now; without one an operator is."""
    moment.session.add(
        Access(
            person_id=person_id,
            reader_id=reader.id if reader else None,
            reader_role=reader.role if reader else OPERATOR,
            what=what,
            handoff_id=handoff,
            at=moment.now,
        )
    )


async def saw_once(moment: Moment, person_id: int, what: str, reader: Person, handoff: int) -> None:
    """As `saw`, but one line is enough for one reader and one handoff."""
    known = await moment.session.scalar(
        select(Access.id)
        .where(Access.person_id == person_id, Access.what == what)
        .where(Access.reader_id == reader.id, Access.handoff_id == handoff)
        .limit(1)
    )
    if known is None:
        saw(moment, person_id, what, reader=reader, handoff=handoff)


async def of(moment: Moment, person: Person) -> list[Seen]:
    """Every look at something of hers, oldest first."""
    rows = await moment.session.execute(
        select(Access, Person)
        .outerjoin(Person, Person.id == Access.reader_id)
        .where(Access.person_id == person.id)
        .order_by(Access.at, Access.id)
    )
    return [
        Seen(row.at, row.what, row.reader_role, reader.name if reader else None, row.handoff_id)
        for row, reader in rows.all()
    ]
