"""A resident in a dialogue: the engine's decision becomes rows, in the turn's transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot import (
    actions,
    carried,
    contacts,
    memories,
    newcomers,
    numbers,
    outbox,
    people,
    reviews,
    safe_buttons,
    taking_back,
    timers,
)
from bot.agreed import agreed_to
from bot.channel import Button, Say
from bot.dialogue import engine, first_words
from bot.dialogue.readers import read_own_language
from bot.dialogue.texts import Message, render
from bot.dialogue.turns import (
    Act,
    Await,
    FellSilent,
    Position,
    Remember,
    Said,
    Turn,
)
from bot.dialogue.turns import Say as Spoken
from bot.house import Moment
from bot.questions import is_button
from bot.standing import (
    Standing,
    as_read,
    decided,
    stand,
    standing,
    standing_in,
    standing_read,
)
from bot.store.tables import Person
from bot.understanding import Understanding

PLANNED = frozenset({"anniversary", "no_dates"})  # facts that move the next first word
LAST = 1_000  # behind all that the steps of a turn say
GREETING_LASTS = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Beside:
    """What an answer adds while a person holds the talk: who that is, and the button to stop."""

    text: str
    button: str


async def hear(
    moment: Moment,
    person: Person,
    understanding: Understanding,
    message_id: int | None,
    beside: Beside | None = None,
) -> None:
    """She wrote something: an answer only if the question had reached her before."""
    at = await standing(moment, person)
    spoken = first_words.language(at.library, at.position, understanding, at.context)
    at = await standing_in(moment, person, at, spoken)
    asked = await outbox.delivered_as(moment.session, at.row.question_id)
    in_time = asked is not None and (message_id or 0) > asked
    said = Said(understanding, answers=in_time)
    at = as_read(replace(at, context=replace(at.context, said=understanding.text)), asked)
    turn = await decided(
        moment, person, at.context, lambda c: engine.resume(at.library, at.position, said, c)
    )
    # the label of a button is ours: it is never shown to a volunteer as her words
    words = "" if is_button(at, understanding.text) else understanding.text
    before = reviews.Before(at.library, at.position, at.context)
    if beside is None:
        turn = await reviews.with_offer(moment, person, before, turn, understanding, decided)
    await _carry_out(moment, person, at, turn, words=words, beside=beside)
    if await moment.session.get(Person, person.id) is None:
        return
    await reviews.notice(moment, person, before, turn, understanding, words)
    await newcomers.note(moment, person, turn)


async def meet(moment: Moment, person: Person, understanding: Understanding) -> None:
    """Somebody new wrote: the welcome, and in it what comes of her words."""
    at = await standing(moment, person)
    spoken = read_own_language(understanding, at.context)
    at = await standing_in(moment, person, at, spoken)
    said = Said(understanding, answers=False)
    turn = await decided(
        moment, person, at.context, lambda c: engine.meet(at.library, "start", said, c)
    )
    await _carry_out(moment, person, at, turn, words=understanding.text)
    await newcomers.note(moment, person, turn)


async def command(moment: Moment, person: Person, name: str, beside: Beside | None = None) -> None:
    """A command is answered by one message, with the pending question repeated inside it."""
    at = await standing_read(moment, person)
    turn = await decided(
        moment, person, at.context, lambda c: engine.command(at.library, name, c, at.position)
    )
    also = await numbers.again(moment, person) if name == "help" else ""
    await _carry_out(moment, person, at, turn, beside=beside, also=also)
    await newcomers.note(moment, person, turn)


async def aside(moment: Moment, person: Person, dialogue: str) -> None:
    """A dialogue in between; the question that stood is asked again in the same message."""
    at = await standing_read(moment, person)
    turn = await _started(moment, person, at, dialogue, under=at.position)
    await _carry_out(moment, person, at, turn)


async def take_up(moment: Moment, person: Person) -> None:
    """The question that one of safety came between is asked again, this once."""
    at = await standing_read(moment, person)
    if (aside := at.position) is None or not aside.aside:
        return
    turn = await decided(moment, person, at.context, lambda c: engine.take_up(at.library, aside, c))
    await _carry_out(moment, person, at, turn)


async def begin(moment: Moment, person: Person, dialogue: str, purpose: str = "answer") -> None:
    """Begins a dialogue. Raises KeyError when the revision has none of that name."""
    at = await standing(moment, person)
    turn = await _started(moment, person, at, dialogue)
    await _carry_out(moment, person, at, turn, purpose=purpose)


async def _started(
    moment: Moment, person: Person, at: Standing, dialogue: str, under: Position | None = None
) -> Turn:
    return await decided(
        moment, person, at.context, lambda c: engine.start(at.library, dialogue, c, under)
    )


async def greet(moment: Moment, person: Person, slot: str) -> bool:
    """The planned first word. False when the revision has no dialogue for that time of day."""
    at = await standing(moment, person)
    dialogue = at.library.by_timed(slot) or at.library.by_timed("morning")
    if dialogue is None:
        return False
    turn = await _started(moment, person, at, dialogue.id)
    await _carry_out(moment, person, at, turn, purpose="greeting")
    return True


async def fell_silent(moment: Moment, person: Person, expects: dict[str, Any]) -> None:
    """The silence of question `turn`; a stale one does nothing."""
    at = await standing(moment, person)
    if at.position is None or at.position.turn != expects.get("turn"):
        return
    silence = FellSilent(at.position.turn)
    turn = await decided(
        moment, person, at.context, lambda c: engine.resume(at.library, at.position, silence, c)
    )
    await _carry_out(moment, person, at, turn, purpose="greeting")


async def _carry_out(
    moment: Moment,
    person: Person,
    at: Standing,
    turn: Turn,
    *,
    words: str = "",
    purpose: str = "answer",
    beside: Beside | None = None,
    also: str = "",
) -> None:
    """The engine's effects in order: facts, actions, then the one message, then the waiting."""
    extra = [(LAST, actions.Addition(also))] if also else []
    steps = 0  # that spoke so far: what an action adds stands under the words of its own step
    said = render(turn.effects, at.library.texts, turn.facts)
    agreed = agreed_to(at, turn, said)
    for effect in turn.effects:
        if isinstance(effect, Spoken):
            steps += 1
        elif isinstance(effect, Remember):
            await people.remember(moment, person, effect.key, effect.value)
            if effect.key in PLANNED:
                await contacts.plan(moment, person)
        elif isinstance(effect, Act):
            addition = await actions.carry_out(moment, person, effect, words, agreed)
            if addition is not None:
                extra.append((steps + 1, addition))
    forgotten = await moment.session.get(Person, person.id) is None
    if forgotten:  # the last word leaves, nothing is kept
        await _say(moment, person, said, extra, purpose, None)
        return
    if purpose == "answer":
        untold = await newcomers.is_untold(moment, person, turn)
        said = await memories.with_machine(moment, person, said, untold)
    message = await _say(moment, person, said, extra, purpose, beside)
    for _, addition in extra:
        if message is not None:
            await taking_back.stands(moment, person, addition.concern, message)
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


async def _say(
    moment: Moment,
    person: Person,
    said: Message | None,
    extra: list[tuple[int, actions.Addition]],
    purpose: str,
    beside: Beside | None,
) -> int | None:
    """One message: the dialogue's words, what the actions add, the buttons of the question."""
    paragraphs: list[str] = []
    for step, part in enumerate(said.parts if said is not None else (), 1):
        paragraphs += [part, *(one.text for at, one in extra if at == step and one.text)]
    spoken = len(said.parts) if said is not None else 0
    paragraphs += [one.text for at, one in extra if at > spoken and one.text]
    if not paragraphs:
        return None
    labels = tuple(button.label for button in said.buttons) if said is not None else ()
    if beside is not None:
        paragraphs.append(beside.text)
        labels += (beside.button,)
    added = [one for _, one in extra]
    labels += tuple(label for one in added for label in one.labels)
    shown = (one.inline for one in added if one.inline and not (one.yields and labels))
    inline: tuple[Button, ...] = next(shown, ())
    if purpose == "answer" and not inline:  # a text for her yes stands alone
        asked, buttons = await carried.along(moment, person)
        paragraphs += [asked] if asked else []
        labels += buttons
    text = "\n\n".join(paragraphs)
    safe = await safe_buttons.beside(moment, person, of_itself=purpose == "greeting")
    labels = tuple(dict.fromkeys(labels + safe))
    row = await outbox.put(
        moment.session,
        person.chat_id,
        Say(text[:4096], keyboard=None if inline else labels, inline=inline),
        moment.now,
        purpose=purpose,
        urgency=outbox.GREETING if purpose == "greeting" else outbox.ANSWER,
        expires_at=_no_longer_than(moment) if purpose == "greeting" else None,
    )
    for file in (file for one in added for file in one.files):
        await people.tell(moment, person, file, purpose)
    return row


def _no_longer_than(moment: Moment) -> datetime:
    """When a greeting that could not leave is no use any more: at latest when quiet hours begin."""
    begins = moment.house.quiet.begins(moment.now, moment.house.zone)
    return min(moment.now + GREETING_LASTS, begins)


async def _stand(
    moment: Moment,
    person: Person,
    at: Standing,
    position: Position | None,
    number: int,
    message: int | None = None,
) -> None:
    await timers.drop(moment.session, moment.now, "silence", person_id=person.id)
    stands = {"at": position.to_json() if position else None, "turn": number}
    question = at.row.question_id
    if message is not None or position is None:
        question = message if position is not None else None
    await stand(moment, at.row, stands, question)
