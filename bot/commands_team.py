"""What an operator does with volunteers on the command line: who they are, and when one goes."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select

from bot import people, roster, talks, turnover
from bot.app import make_house
from bot.database import open_store
from bot.house import Moment
from bot.settings import Settings
from bot.store.tables import Person


def run_volunteer(settings: Settings, options: argparse.Namespace) -> int:
    """`list`, `leave` or `rest`."""
    if (options.who is None) != (options.action == "list"):
        what = "names nobody" if options.who else "needs a name, or a number of the list"
        print(f"goeiedag: volunteer {options.action} {what}", file=sys.stderr)
        return 2

    async def work() -> int:
        async with open_store(settings) as store, store.write() as session:
            moment = Moment(session, make_house(settings), datetime.now(UTC))
            everybody = await volunteers(moment)
            if options.action == "list":
                for line in await _lines(moment, everybody):
                    print(line)
                return 0
            return await _go(moment, everybody, options.action, options.who)

    return asyncio.run(work())


async def volunteers(moment: Moment) -> list[Person]:
    """Everybody who is one, by name."""
    rows = await moment.session.scalars(
        select(Person).where(Person.role == people.VOLUNTEER, Person.left_at.is_(None))
    )
    return sorted(rows, key=lambda one: ((one.name or "").casefold(), one.id))


def called(everybody: Sequence[Person], who: str) -> list[Person]:
    """By number, else by name: whoever it fits."""
    number = people.id_of(who)
    if (found := [one for one in everybody if one.id == number]) != []:
        return found
    name = " ".join(who.split()).casefold()
    return [one for one in everybody if (one.name or "").casefold() == name]


async def _lines(moment: Moment, everybody: Sequence[Person]) -> list[str]:
    known = {one.id: one for one in await roster.candidates(moment)}
    lines = []
    for person in everybody:
        one = known[person.id]
        duty = "on duty" if one.on_duty else "off duty"
        held = f"{one.load} of {one.most} talks"
        seen = f"last here {moment.house.local(person.seen_at).date().isoformat()}"
        languages = " ".join(one.languages)
        number = people.number_of(person.id)
        lines.append(f"{number}  {person.name or '-'}: {languages}, {duty}, {held}, {seen}")
    return lines or ["There are no volunteers yet: goeiedag invite volunteer"]


async def _go(moment: Moment, everybody: Sequence[Person], action: str, who: str) -> int:
    found = called(everybody, who)
    if len(found) != 1:
        several = ", ".join(people.number_of(one.id) for one in found)
        why = f"several are called so: {several}" if found else "no volunteer is called so"
        print(f"goeiedag: {why}", file=sys.stderr)
        return 1
    if action == "leave":
        count = await turnover.leave(moment, found[0]) or 0
        print(f"{found[0].name} is no volunteer any more. {_talks(count)}")
    else:
        count = await turnover.rest(moment, found[0])
        later = await talks.open_talks(moment, found[0])
        waits = " By night what is not urgent waits for the morning." if later else ""
        print(f"{found[0].name} gets no alerts until /duty. {_talks(count)}{waits}")
    return 0


def _talks(count: int) -> str:
    if not count:
        return "No talk was open."
    residents = "1 resident is" if count == 1 else f"{count} residents are"
    return f"{residents} told, and asked first where they had talked. It leaves when the bot runs."
