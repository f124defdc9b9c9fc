"""Dangers of hers that he who holds the talk knows nothing of, since they may be his doing: what
she answers to them is not for him either. Once she says that it was for him, he has it, marked."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot import people
from bot.house import Moment
from bot.safety import Concern
from bot.safety import reply as replies
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Person

FACT: Final = "_his_dangers"  # of whom, then of each danger its row, and its messages
LATEST: Final = 5  # that are remembered


class Unseen(NamedTuple):
    """`first`, `last`: her messages that told of it."""

    row: int
    first: int
    last: int


async def note(
    moment: Moment, resident: Person, volunteer: Person, row: int, first: int, last: int
) -> None:
    before = await _of(moment, resident, volunteer)
    await _keep(moment, resident, volunteer, [*before, Unseen(row, first, last)][-LATEST:])


async def has(moment: Moment, resident: Person, volunteer: Person, row: int) -> bool:
    return any(one.row == row for one in await _of(moment, resident, volunteer))


async def told_by(
    moment: Moment, resident: Person, volunteer: Person, message_id: int
) -> Concern | None:
    """The danger in a message that is for him after all, where it is not over. From now on he knows
    of it."""
    before = await _of(moment, resident, volunteer)
    told = [one for one in before if one.first <= message_id <= one.last]
    if not told:
        return None
    known = {one.row for one in told}
    await _keep(moment, resident, volunteer, [one for one in before if one.row not in known])
    row = await moment.session.get(ConcernRow, told[-1].row)
    if row is None or row.answer in replies.OVER:
        return None
    return Concern(row.intent, "act" if row.level == "act" else "ask", tuple(row.found_by))


async def _of(moment: Moment, resident: Person, volunteer: Person) -> list[Unseen]:
    fact = (await people.facts_of(moment, resident)).get(FACT)
    of, _, rest = fact.value.partition(":") if fact is not None else ("", "", "")
    if of != str(volunteer.id):
        return []
    return [Unseen(*map(int, one.split("-"))) for one in rest.split(",")]


async def _keep(moment: Moment, resident: Person, volunteer: Person, unseen: list[Unseen]) -> None:
    rest = ",".join("-".join(map(str, one)) for one in unseen)
    await people.remember(moment, resident, FACT, f"{volunteer.id}:{rest}" if rest else "")
