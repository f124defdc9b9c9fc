"""Where a resident stands in the dialogues, and what the engine may know of her and the moment.

What costs a look at others (is there somebody to ask now?) is read when a dialogue asks for it, and
few do: the engine is pure, so it stops there and begins anew with what was read.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import bindparam, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from bot import (
    actions,
    handoffs,
    memories,
    next_word,
    outbox,
    people,
    readings,
    request_word,
    transitions,
    worry_contacts,
)
from bot.dialogue import kept
from bot.dialogue.library import Library
from bot.dialogue.requests import HELPER
from bot.dialogue.turns import Context, Position, Turn, Unread
from bot.house import Moment, newest_revision
from bot.lifecycle import ASKING
from bot.store.prepared import Prepared
from bot.store.tables import Conversation, Person
from bot.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody stands: the row, and the dialogues it runs on."""

    row: Conversation
    library: Library
    position: Position | None


@dataclass(frozen=True, slots=True)
class Standing(Whereabouts):
    """That, and what the engine may know."""

    context: Context


LATELY: Final = timedelta(hours=3)  # after a talk 'until Thursday' is said to whom it was with
TALKS: Any = Conversation.__table__
STOOD = Prepared(
    update(TALKS)
    .where(TALKS.c.person_id == bindparam("person"), TALKS.c.version == bindparam("before"))
    .values(
        revision_id=bindparam("revision"),
        position=bindparam("stands", type_=TALKS.c.position.type),
        question_id=bindparam("question"),
        changed_at=bindparam("now", type_=TALKS.c.changed_at.type),
        version=TALKS.c.version + 1,
    )
    .returning(TALKS.c.version)
)


async def stand(
    moment: Moment, row: Conversation, stands: dict[str, Any], question: int | None
) -> None:
    """Writes down where a talk stands now. Raises StaleDataError where somebody else did."""
    stands = {**stands, **readings.still_noted(row.position)}
    version = await STOOD.scalar(
        moment.session,
        person=row.person_id,
        before=row.version,
        revision=row.revision_id,
        stands=stands,
        question=question,
        now=moment.now,
    )
    if version is None:
        raise StaleDataError("the talk was moved on by another transaction")
    now = {"position": stands, "question_id": question, "changed_at": moment.now}
    for name, value in {**now, "revision_id": row.revision_id, "version": version}.items():
        set_committed_value(row, name, value)


async def whereabouts(moment: Moment, person: Person) -> Whereabouts:
    """A running conversation stays on its revision; between talks the newest one is taken."""
    session = moment.session
    newest = await newest_revision(session)
    row = await session.get(Conversation, person.id)
    if row is None:
        row = Conversation(person_id=person.id, revision_id=newest, changed_at=moment.now)
        session.add(row)
        await session.flush()
    talks = row.position is not None and row.position.get("at") is not None
    if not talks and row.revision_id != newest:
        set_committed_value(row, "revision_id", newest)  # `stand` writes it down
    library = await moment.house.library(session, row.revision_id)
    data = row.position or {}
    position = Position.from_json(data["at"]) if data.get("at") else None
    return Whereabouts(row, library, position)


async def standing(moment: Moment, person: Person) -> Standing:
    """Where she stands, for a step of the engine."""
    at = await whereabouts(moment, person)
    turn = int((at.row.position or {}).get("turn", 0))
    context = await _context(moment, person, at.library, turn)
    return Standing(at.row, at.library, at.position, context)


async def standing_read(moment: Moment, person: Person) -> Standing:
    """That, for a question that may be asked anew: only who read it needs no more than a few
    words."""
    at = await standing(moment, person)
    return as_read(at, await outbox.delivered_as(moment.session, at.row.question_id))


def as_read(at: Standing, asked: int | None) -> Standing:
    """`asked`: the message of the question that stands, None where it has not arrived."""
    if asked is not None or at.position is None:
        return at
    return replace(at, position=replace(at.position, asked_in=""))


async def standing_in(
    moment: Moment, person: Person, at: Standing, language: str | None
) -> Standing:
    """That, with all that a dialogue may show in the language in which she goes on."""
    if language is None or language == person.language:
        return at
    person.language = language
    return await standing(moment, person)


async def _context(moment: Moment, person: Person, library: Library, turn: int) -> Context:
    house = moment.house
    live = await handoffs.live(moment, person.id)
    return Context(
        facts=await people.facts(moment, person),
        now=moment.now,
        zone=str(house.zone),
        seed=str(person.id),
        decisions={
            **await actions.decisions(moment, person),
            "has_open_handoff": live is not None and live.state != ASKING,
            "has_reach": bool(house.reach),
        },
        unread=frozenset((*_READ, *_TOLD)),
        values={
            "organisation": house.organisation,
            "reach": house.reach,
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


async def decided(
    moment: Moment, person: Person, context: Context, decide: Callable[[Context], Turn]
) -> Turn:
    """What the engine decides, with what it asks for on the way."""
    while True:
        try:
            return decide(context)
        except Unread as asked:
            context = await _read(moment, person, context, asked.name)


async def _read(moment: Moment, person: Person, context: Context, name: str) -> Context:
    unread = context.unread - {name}
    if name in _TOLD:
        said = await _TOLD[name](moment, person, context.said)
        return replace(context, values={**context.values, name: said}, unread=unread)
    answer = await _READ[name](moment, person)
    return replace(context, decisions={**context.decisions, name: answer}, unread=unread)


async def _person_available(moment: Moment, person: Person) -> bool:
    return bool(await people.volunteers(moment, person.language))


async def _has_coordinator(moment: Moment, _person: Person) -> bool:
    return bool(await people.within_reach(moment))


async def _talked_lately(moment: Moment, person: Person) -> bool:
    talk = await transitions.closed(moment, person.id)
    at = talk.closed_at if talk is not None else None
    return at is not None and moment.now - at < LATELY


async def _talk_ended(moment: Moment, person: Person) -> bool:
    return await request_word.ended(moment, person) is not None


_READ: Final[Mapping[str, Callable[[Moment, Person], Awaitable[bool]]]] = MappingProxyType(
    {
        "person_available": _person_available,
        "has_coordinator": _has_coordinator,
        "talked_lately": _talked_lately,
        "talk_ended": _talk_ended,
    }
)
_TOLD: Final[Mapping[str, Callable[[Moment, Person, str], Awaitable[str]]]] = MappingProxyType(
    {
        "next": next_word.told,
        "lately": next_word.lately,
        "request": request_word.told,
        HELPER: request_word.helper,
    }
)
