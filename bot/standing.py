"""Where a resident stands in the dialogues, and what the engine may know of her and the moment."""

from __future__ import annotations

from dataclasses import dataclass

from bot import actions, handoffs, memories, people, worry_contacts
from bot.dialogue import kept
from bot.dialogue.library import Library
from bot.dialogue.turns import Context, Position
from bot.house import Moment, newest_revision
from bot.lifecycle import ASKING
from bot.store.tables import Conversation, Person
from bot.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands: the row, the dialogues it runs on, and what the engine may know."""

    row: Conversation
    library: Library
    position: Position | None
    context: Context


async def standing(moment: Moment, person: Person) -> Standing:
    """A running conversation stays on its revision; between talks the newest one is taken."""
    session = moment.session
    newest = await newest_revision(session)
    row = await session.get(Conversation, person.id)
    if row is None:
        row = Conversation(person_id=person.id, revision_id=newest, changed_at=moment.now)
        session.add(row)
        await session.flush()
    if row.position is None or row.position.get("at") is None:
        row.revision_id = newest
    library = await moment.house.library(session, row.revision_id)
    data = row.position or {}
    position = Position.from_json(data["at"]) if data.get("at") else None
    context = await _context(moment, person, library, int(data.get("turn", 0)))
    return Standing(row, library, position, context)


async def _context(moment: Moment, person: Person, library: Library, turn: int) -> Context:
    house = moment.house
    live = await handoffs.live(moment, person.id)
    available = await people.volunteers(moment, person.language)
    return Context(
        facts=await people.facts(moment, person),
        now=moment.now,
        zone=str(house.zone),
        seed=str(person.id),
        decisions={
            **await actions.decisions(moment, person),
            "has_open_handoff": live is not None and live.state != ASKING,
            "person_available": bool(available),
        },
        values={
            "organisation": house.organisation,
            "holiday": memories.holiday(moment, person),
            **memories.near(moment, library, person, house.examples),
            **await worry_contacts.values(moment, person),
        },
        readers=house.readers,
        turn=turn,
    )


async def notice(moment: Moment, person: Person, heard: Understanding) -> None:
    """What any words of hers take away at once, also those that no dialogue hears: who died is
    asked after no more."""
    if not kept.may_take_away(heard):
        return
    at = await standing(moment, person)
    about = at.position.about if at.position else ""
    for key, value in kept.heard(at.context.facts, heard, about, at.context.today).items():
        await people.remember(moment, person, key, value)
