"""What dialogues keep of somebody with her consent, and what they may know at this moment.

The core decides what is forgotten and when (`bot.dialogue.memory`); here are the rows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from bot import consents, people
from bot.dialogue import avoided, kept
from bot.dialogue.library import Library
from bot.dialogue.memory import AFTER_DANGER, LOW_AFTER_DANGER, after_danger, expired
from bot.dialogue.names import NEEDS
from bot.dialogue.texts import Message
from bot.feasts import feast
from bot.house import Moment
from bot.i18n import Text
from bot.pace import QUIET_AFTER
from bot.places import values as place_values
from bot.questionnaires import Aggregate, Scale, aggregate
from bot.store.tables import Fact, Person, Resident

MEMORY = "memory"  # a purpose in the ledger of consents
QUESTIONNAIRES = consents.QUESTIONNAIRES
MET_BEFORE = timedelta(days=28)  # until then nobody is asked for an answer to a questionnaire
AWAY_AFTER = timedelta(days=30)  # without a word: who is talking is said again
A_MACHINE = Text("memory/a-machine", "I am Goeiedag, a machine run by {organisation}.")
STILL_A_MACHINE = Text(
    "memory/still-a-machine", "I am still Goeiedag, a machine run by {organisation}."
)
_ANSWER = "answer."
_BACK = "_back_on"


async def came_back(moment: Moment, person: Person) -> None:
    """Called when she writes, before `seen_at` moves: after long, that day begins gently."""
    if moment.now - person.seen_at > AWAY_AFTER:
        today = moment.house.local(moment.now).date().isoformat()
        await people.remember(moment, person, _BACK, today)


async def with_machine(
    moment: Moment, person: Person, said: Message | None, new: bool
) -> Message | None:
    """What is talking is said ahead of the first answer to somebody `new`, where that is not the
    welcome; and said again after long, once."""
    facts = await people.facts(moment, person)
    today = moment.house.local(moment.now).date()
    row = await people.resident(moment, person)
    told = row.told_machine_at
    back = facts.get(_BACK) == today.isoformat()
    if told is not None and moment.house.local(told).date() == today:
        return said
    if said is None or not (back or (new and told is None)):
        return said
    await told_machine(moment, person)
    which = STILL_A_MACHINE if back else A_MACHINE
    machine = moment.text(person, which, organisation=moment.house.organisation)
    first, *rest = said.parts
    return replace(said, text=f"{machine}\n\n{said.text}", parts=(f"{machine}\n\n{first}", *rest))


async def told_machine(moment: Moment, person: Person) -> None:
    """She reads today what is talking."""
    row = await people.resident(moment, person)
    row.told_machine_at = moment.now


async def agree(moment: Moment, person: Person, agreed: str) -> None:
    """She wrote words that the bot asked to keep: the question's text is what she agreed to."""
    await consents.give(moment.session, person, MEMORY, agreed, moment.now)


async def disagree(moment: Moment, person: Person) -> None:
    """The words are gone already; the yes goes with them, unless others are still kept by it."""
    facts = await people.facts(moment, person)
    if not facts.get(kept.TOPIC) and not facts.get(avoided.AVOID) and not kept.people(facts):
        await consents.withdraw(moment.session, person.id, MEMORY, moment.now)


async def agree_to_list(moment: Moment, person: Person, agreed: str) -> None:
    await consents.give(moment.session, person, QUESTIONNAIRES, agreed, moment.now)


async def disagree_with_list(moment: Moment, person: Person) -> None:
    """Her answers go with her yes."""
    await consents.withdraw(moment.session, person.id, QUESTIONNAIRES, moment.now)
    answers = delete(Fact).where(Fact.person_id == person.id)
    await moment.session.execute(answers.where(Fact.key.startswith(_ANSWER, autoescape=True)))


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


async def told_of_danger(moment: Moment, person: Person, calm: datetime, gently: bool) -> None:
    """First words come gently for some days behind the `calm`, and for longer no questionnaire.
    Not `gently` where the words of hard days could tell somebody else what she wrote."""
    today, ends = (moment.house.local(at).date().isoformat() for at in (moment.now, calm))
    await people.remember(moment, person, AFTER_DANGER, today)
    if gently:
        await people.remember(moment, person, LOW_AFTER_DANGER, ends)


async def decisions(moment: Moment, person: Person, resident: Resident) -> dict[str, bool]:
    """What dialogues ask about silence and questionnaires. Questionnaires need her own yes."""
    agreed = await consents.standing(moment.session, person.id, QUESTIONNAIRES)
    facts = await people.facts(moment, person)
    today = moment.house.local(moment.now).date()
    lists = moment.house.questionnaires and not after_danger(facts, today)
    return {
        "fell_quiet": resident.unanswered > QUIET_AFTER,  # this greeting is counted already
        "is_holiday": "no_dates" not in facts and bool(holiday(moment, person)),
        "long_away": facts.get(_BACK) == today.isoformat(),
        "may_ask": lists and agreed is not None,
        "may_offer_list": lists and _may_offer_list(moment, person, facts) and agreed is None,
    }


def _may_offer_list(moment: Moment, person: Person, facts: dict[str, str]) -> bool:
    """Some weeks after they met, twice a year at most, and never again after a no."""
    met = moment.now - person.created_at >= MET_BEFORE
    asked = "list_offered" in facts or "no_list" in facts
    return met and not asked


def holiday(moment: Moment, person: Person) -> str:
    """The public holiday that it is today, in her words; '' on any other day."""
    today = moment.house.local(moment.now).date()
    return feast(today, moment.house.country, person.language) or ""


def near(moment: Moment, library: Library, person: Person, examples: bool) -> dict[str, str]:
    """The places that fit at this hour, by need; made-up ones in a demo only."""
    local = moment.house.local(moment.now)
    return place_values(library.places, NEEDS, person.language, local, examples)


async def forget_expired(moment: Moment, person: Person) -> None:
    """Erases what is over for somebody who has not had a turn for long (a nightly task)."""
    facts = await people.facts(moment, person)
    for key in tuple(expired(facts, moment.house.local(moment.now).date())):
        await people.remember(moment, person, key, "")
