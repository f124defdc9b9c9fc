"""Learning from use: what was not understood is kept for review, masked and for some weeks only.

Only of who said yes to exactly that. A coordinator reads it in the terminal (`bot.reviewing`) and
writes a new example in own words; no resident's sentence becomes training data.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import delete, select

from bot import consents, people, timers
from bot.dialogue import engine, memory
from bot.dialogue.intents import CRISES
from bot.dialogue.library import Library
from bot.dialogue.turns import Act, Clarified, Context, Position, Remember, Turn, Unclear
from bot.house import Moment
from bot.masking import MARKS, mask
from bot.store.tables import Person, Review
from bot.understanding import Understanding

DIALOGUE: Final = "learn"  # asks for the consent
ASKED: Final = "_learn_asked"  # the fact that it was asked: never a second time
CLEARED: Final = "_cleared"  # the day on which a misunderstanding was cleared up
ENDS: Final = "review_ends"
MOST: Final = 8  # kept of one resident; an older one makes place
LONGEST: Final = 300  # characters of one: with MOST, /mydata can show all of them
THOUGHT: Final = 3  # readings kept beside it
# What may stand in one message with a question about ourselves; beside a sorrow it may not.
LIGHT: Final = frozenset(
    {
        "ask_activity",
        "ask_bot_identity",
        "ask_help",
        "ask_privacy",
        "ask_service",
        "greet",
        "mood_good",
        "mood_neutral",
        "smalltalk",
        "tell_positive_event",
        "thank",
    }
)
CLOSING: Final = frozenset({"affirm", "deny", "skip"})


type Decided = Callable[[Moment, Person, Context, Callable[[Context], Turn]], Awaitable[Turn]]


@dataclass(frozen=True, slots=True)
class Before:
    """Where she stood when she wrote: the dialogues, the question, what the engine knew."""

    library: Library
    position: Position | None
    context: Context


async def with_offer(
    moment: Moment,
    person: Person,
    before: Before,
    turn: Turn,
    heard: Understanding,
    decided: Decided,
) -> Turn:
    """The turn, and the question for consent behind it: once ever, when nothing else is asked."""
    light = _meaning(turn, heard)
    today = before.context.today.isoformat()
    fresh = _cleared_up(before, turn) and light in LIGHT
    waiting = turn.facts.get(CLEARED) == today and (light is None or light in LIGHT | CLOSING)
    if not (fresh or waiting) or not await _may_ask(moment, person, before, turn):
        return turn
    if turn.position is not None:  # first what she came for
        later = Remember(CLEARED, today)
        return turn if waiting else replace(turn, effects=(*turn.effects, later))
    asked_before = before.position.turn if before.position else 0
    context = replace(before.context, facts=turn.facts, turn=max(before.context.turn, asked_before))
    offer = await decided(
        moment, person, context, lambda c: engine.start(before.library, DIALOGUE, c)
    )
    over = Remember(CLEARED, "")
    return Turn(offer.position, (*turn.effects, over, *offer.effects), offer.facts)


def _cleared_up(before: Before, turn: Turn) -> bool:
    asked_again = before.position is not None and before.position.tries > 0
    return asked_again and not _unclear(turn)


def _unclear(turn: Turn) -> bool:
    return any(isinstance(effect, Unclear) for effect in turn.effects)


def _meaning(turn: Turn, heard: Understanding) -> str | None:
    chosen = (effect.intent for effect in turn.effects if isinstance(effect, Clarified))
    return next(chosen, heard.intent)


async def _may_ask(moment: Moment, person: Person, before: Before, turn: Turn) -> bool:
    """Never while something is done for her, while she is low, or while a person is looked for."""
    facts, today = turn.facts, before.context.today
    if ASKED in facts or DIALOGUE not in before.library.dialogues or _unclear(turn):
        return False
    if any(isinstance(effect, Act) for effect in turn.effects):
        return False
    if before.context.decisions.get("has_open_handoff"):
        return False
    if any(memory.decide(name, facts, today) for name in ("after_loss", "is_low")):
        return False
    row = await people.resident(moment, person)
    if row.stopped_at is not None or (row.calm_until is not None and row.calm_until > moment.now):
        return False
    return await consents.standing(moment.session, person.id, consents.LEARN) is None


async def notice(
    moment: Moment, person: Person, before: Before, turn: Turn, heard: Understanding, words: str
) -> None:
    """After a turn. `words` are empty for a button, whose label is ours."""
    if turn.position is not None and turn.position.dialogue == DIALOGUE:
        today = before.context.today.isoformat()
        await people.remember(moment, person, ASKED, today)
    for effect in turn.effects:
        if isinstance(effect, Clarified) and before.position is not None:
            await _clarify(moment, person, before.position.turn, effect.intent)
    place = before.library.place(before.position)
    private = place is not None and place[1].takes == "name"
    if words and _unclear(turn) and not private and not _about_danger(heard):
        await _keep(moment, person, heard, turn.position.turn if turn.position else 0)


def _about_danger(heard: Understanding) -> bool:
    """What touches safety is no matter of learning: it is answered, and not kept here."""
    likeliest = heard.intent or (heard.ranking[0][0] if heard.ranking else None)
    return heard.concern is not None or likeliest in CRISES


async def _keep(moment: Moment, person: Person, heard: Understanding, turn: int) -> None:
    session = moment.session
    if await consents.standing(session, person.id, consents.LEARN) is None:
        return
    masked = mask(heard.text, await _known(moment, person), LONGEST)
    if not _says_something(masked):
        return
    likely = [name for name, _ in heard.ranking if name not in CRISES][:THOUGHT]
    row = Review(
        person_id=person.id,
        language=heard.language if heard.language in people.LANGUAGES else person.language,
        text=masked,
        thought=likely,
        turn=turn,
        at=moment.now,
        expires_at=moment.now + moment.house.policy.review_lasts,
    )
    session.add(row)
    await session.flush()
    await timers.plan(session, ENDS, row.expires_at, person_id=person.id, review=row.id)
    newest = select(Review.id).where(Review.person_id == person.id).order_by(Review.id.desc())
    kept = list(await session.scalars(newest))
    await session.execute(delete(Review).where(Review.id.in_(kept[MOST:])))


def _says_something(masked: str) -> bool:
    for mark in MARKS.values():
        masked = masked.replace(mark, "")
    return any(char.isalpha() for char in masked)


async def _known(moment: Moment, person: Person) -> list[str]:
    """The names and places of ours that a message of hers might hold."""
    helpers = await moment.session.scalars(select(Person).where(Person.role != people.RESIDENT))
    names = [person.name, *(helper.name for helper in helpers)]
    names.append((await people.resident(moment, person)).place)
    return [name for name in names if name]


async def _clarify(moment: Moment, person: Person, turn: int, intent: str) -> None:
    row = await moment.session.scalar(
        select(Review)
        .where(Review.person_id == person.id, Review.turn == turn)
        .order_by(Review.id.desc())
        .limit(1)
    )
    if row is not None and intent not in CRISES:
        row.meant = intent


async def of(moment: Moment, person: Person) -> list[Review]:
    """What is kept of somebody now, oldest first."""
    rows = await moment.session.scalars(
        select(Review)
        .where(Review.person_id == person.id, Review.expires_at > moment.now)
        .order_by(Review.id)
    )
    return list(rows)


async def stop(moment: Moment, person: Person) -> None:
    """Her yes is withdrawn, and with it what was kept is gone."""
    await consents.withdraw(moment.session, person.id, consents.LEARN, moment.now)
    await timers.drop(moment.session, moment.now, ENDS, person_id=person.id)


async def end(moment: Moment, review_id: int) -> None:
    """Its time is over. Nothing is left to do where it was dealt with before."""
    await moment.session.execute(delete(Review).where(Review.id == review_id))
