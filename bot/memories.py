"""What dialogues keep of somebody with her consent, and what they may know at this moment.

The core decides what is forgotten and when (`bot.dialogue.memory`); here are the rows.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot import consents, people
from bot.dialogue.library import Library
from bot.dialogue.memory import expired
from bot.dialogue.names import NEEDS
from bot.house import Moment
from bot.places import values as place_values
from bot.questionnaires import Aggregate, Scale, aggregate
from bot.store.tables import Fact, Person, Resident

MEMORY, QUESTIONNAIRES = "memory", "questionnaires"  # purposes in the ledger of consents
QUIET_AFTER = 3  # greetings in a row without an answer: the next asks nothing
AWAY_AFTER = timedelta(days=30)  # without a word: who is talking is said again
_ANSWER = "answer."
_BACK = "_back_on"


async def came_back(moment: Moment, person: Person) -> None:
    """Called when she writes, before `seen_at` moves: after long, that day begins gently."""
    if moment.now - person.seen_at > AWAY_AFTER:
        today = moment.house.local(moment.now).date().isoformat()
        await people.remember(moment, person, _BACK, today)


async def agree(moment: Moment, person: Person, agreed: str) -> None:
    """She wrote words that the bot asked to keep: the question's text is what she agreed to."""
    await consents.give(moment.session, person, MEMORY, agreed, moment.now)


async def disagree(moment: Moment, person: Person) -> None:
    """The words are gone already; the yes goes with them, unless others are still kept by it."""
    facts = await people.facts(moment, person)
    if not facts.get("topic") and not facts.get("avoid"):
        await consents.withdraw(moment.session, person.id, MEMORY, moment.now)


async def note_answer(moment: Moment, person: Person, answer: str) -> None:
    """An answer to the direct question, one a quarter, under the person: /forget erases it."""
    local = moment.house.local(moment.now)
    key = f"{_ANSWER}lonely.{local.year}Q{(local.month + 2) // 3}"
    await people.remember(moment, person, key, answer)


async def counted(moment: Moment, scale: Scale, quarter: str) -> Aggregate | None:
    """The sum of a quarter ('2026Q1'); None below ten people."""
    rows = await moment.session.scalars(
        select(Fact).where(Fact.key.startswith(_ANSWER, autoescape=True))
    )
    by_person: dict[int, dict[str, str]] = {}
    for row in rows:
        _, item, when = row.key.split(".")
        if when == quarter:
            by_person.setdefault(row.person_id, {})[item] = row.value
    return aggregate(scale, by_person.values())


async def decisions(moment: Moment, person: Person, resident: Resident) -> dict[str, bool]:
    """What dialogues ask about silence and questionnaires. Questionnaires need her own yes."""
    agreed = await consents.standing(moment.session, person.id, QUESTIONNAIRES)
    facts = await people.facts(moment, person)
    today = moment.house.local(moment.now).date().isoformat()
    return {
        "fell_quiet": resident.unanswered >= QUIET_AFTER,
        "long_away": facts.get(_BACK) == today,
        "may_ask": agreed is not None,
    }


def near(moment: Moment, library: Library, person: Person, examples: bool) -> dict[str, str]:
    """The places that fit at this hour, by need; made-up ones in a demo only."""
    local = moment.house.local(moment.now)
    return place_values(library.places, NEEDS, person.language, local, examples)


async def forget_expired(moment: Moment, person: Person) -> None:
    """Erases what is over for somebody who has not had a turn for long (a nightly task)."""
    facts = await people.facts(moment, person)
    for key in tuple(expired(facts, moment.house.local(moment.now).date())):
        await people.remember(moment, person, key, "")
