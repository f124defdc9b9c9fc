"""A resident in a dialogue: the engine's decision becomes rows, in the turn's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot import actions, handoffs, outbox, people, timers
from bot.channel import Say
from bot.dialogue import engine
from bot.dialogue.library import Library
from bot.dialogue.texts import render
from bot.dialogue.turns import (
    Act,
    Await,
    Context,
    FellSilent,
    Position,
    Remember,
    Said,
    Stimulus,
    Turn,
)
from bot.house import Moment, newest_revision
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
    context = await _context(moment, person, int(data.get("turn", 0)))
    return Standing(row, library, position, context)


async def _context(moment: Moment, person: Person, turn: int) -> Context:
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
            "has_open_handoff": live is not None,
            "person_available": bool(available),
        },
        values={"organisation": house.organisation},
        readers=house.readers,
        turn=turn,
    )


async def hear(
    moment: Moment, person: Person, understanding: Understanding, message_id: int | None
) -> None:
    """She wrote something: an answer only if the question had reached her before."""
    at = await standing(moment, person)
    asked = await outbox.delivered_as(moment.session, at.row.question_id)
    in_time = asked is not None and (message_id or 0) > asked
    await _play(moment, person, at, Said(understanding, answers=in_time), understanding.text)


async def command(moment: Moment, person: Person, name: str) -> None:
    """A command is answered by one message, with the pending question repeated inside it."""
    at = await standing(moment, person)
    turn = engine.command(at.library, name, at.context, under=at.position)
    await _carry_out(moment, person, at, turn)


async def begin(moment: Moment, person: Person, dialogue: str, purpose: str = "answer") -> None:
    """Begins a dialogue. Raises KeyError when the revision has none of that name."""
    at = await standing(moment, person)
    turn = engine.start(at.library, dialogue, at.context)
    await _carry_out(moment, person, at, turn, purpose=purpose)


async def greet(moment: Moment, person: Person, slot: str) -> bool:
    """The planned first word. False when the revision has no dialogue for that time of day."""
    at = await standing(moment, person)
    dialogue = at.library.by_timed(slot) or at.library.by_timed("morning")
    if dialogue is None:
        return False
    turn = engine.start(at.library, dialogue.id, at.context)
    await _carry_out(moment, person, at, turn, purpose="greeting")
    return True


async def fell_silent(moment: Moment, person: Person, expects: dict[str, Any]) -> None:
    """The silence of question `turn`; a stale one does nothing."""
    at = await standing(moment, person)
    if at.position is None or at.position.turn != expects.get("turn"):
        return
    turn = engine.resume(at.library, at.position, FellSilent(at.position.turn), at.context)
    await _carry_out(moment, person, at, turn, purpose="greeting")


async def _play(
    moment: Moment, person: Person, at: Standing, stimulus: Stimulus, words: str
) -> None:
    turn = engine.resume(at.library, at.position, stimulus, at.context)
    await _carry_out(moment, person, at, turn, words=words)


async def _carry_out(
    moment: Moment,
    person: Person,
    at: Standing,
    turn: Turn,
    *,
    words: str = "",
    purpose: str = "answer",
) -> None:
    """The engine's effects in order: facts, actions, then the one message, then the waiting."""
    extra: list[actions.Addition] = []
    asked = at.position
    for effect in turn.effects:
        if isinstance(effect, Remember):
            await people.remember(moment, person, effect.key, effect.value)
        elif isinstance(effect, Act):
            agreed = _asked_text(at, asked)
            addition = await actions.carry_out(moment, person, effect, words, agreed)
            if addition is not None:
                extra.append(addition)
    row = await moment.session.get(Person, person.id)
    if row is None:  # forgotten: the last word leaves, nothing is kept
        return
    said = render(turn.effects, at.library.texts, turn.facts)
    message = await _say(moment, person, said, extra, purpose)
    number = turn.position.turn if turn.position else at.context.turn
    await _stand(moment, person, at, turn.position, number, message)
    for effect in turn.effects:
        if isinstance(effect, Await):
            await timers.plan(
                moment.session,
                "silence",
                moment.now + timedelta(seconds=effect.after),
                person_id=person.id,
                turn=effect.turn,
            )


def _asked_text(at: Standing, position: Position | None) -> str:
    """The words of the question that she answered: what a consent is a consent to."""
    place = at.library.place(position)
    if place is None:
        return ""
    dialogue, step = place
    ref = f"{dialogue.id}/{step.id}/say"
    facts = at.context.facts
    return at.library.texts.find(ref, facts.get("language", "en"), facts.get("address", "formal"))


async def _say(
    moment: Moment, person: Person, said: Any, extra: list[actions.Addition], purpose: str
) -> int | None:
    """One message: the dialogue's words, what the actions add, the buttons of the question."""
    paragraphs = ([said.text] if said is not None else []) + [one.text for one in extra if one.text]
    if not paragraphs:
        return None
    inline = next((one.inline for one in extra if one.inline), ())
    labels = tuple(button.label for button in said.buttons) if said is not None else ()
    text = "\n\n".join(paragraphs)
    row = await outbox.put(
        moment.session,
        person.chat_id,
        Say(text[:4096], keyboard=None if inline else labels, inline=inline),
        moment.now,
        purpose=purpose,
        urgency=outbox.GREETING if purpose == "greeting" else outbox.ANSWER,
        expires_at=moment.now + timedelta(hours=3) if purpose == "greeting" else None,
    )
    return row.id


async def _stand(
    moment: Moment,
    person: Person,
    at: Standing,
    position: Position | None,
    number: int,
    message: int | None = None,
) -> None:
    await timers.drop(moment.session, moment.now, "silence", person_id=person.id)
    at.row.position = {"at": position.to_json() if position else None, "turn": number}
    if message is not None or position is None:
        at.row.question_id = message if position is not None else None
    at.row.changed_at = moment.now
    await moment.session.flush()
