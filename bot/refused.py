"""Whom her request refuses by name: 'iemand anders dan Karim'. He is not rung for it and cannot
take it, nor can another of that name. It holds until she asks anew (`bot.avoided`)."""

from __future__ import annotations

from bot import people
from bot.avoided import REFUSED, numbers
from bot.house import Moment
from bot.store.tables import Person
from bot.wished_for import Wish, of


async def note(moment: Moment, resident: Person, words: str, goes_on: bool) -> None:
    """`goes_on`: a text of hers that she has not answered takes another form; whom she refused
    before is refused still, unless she wishes for him now."""
    wishes = {one.id: of(words, one.name or "") for one in await people.all_volunteers(moment)}
    refused = {number for number, wish in wishes.items() if wish is Wish.AGAINST}
    if goes_on:
        row = (await people.facts_of(moment, resident)).get(REFUSED)
        before = numbers(row.value if row is not None else None)
        refused |= {number for number in before if wishes.get(number) is not Wish.FOR}
    await people.remember(moment, resident, REFUSED, ",".join(map(str, sorted(refused))))
