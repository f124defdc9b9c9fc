"""Who somebody is: found by chat, made at first contact, told apart by role, and told things."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import set_committed_value

from bot import consents, outbox, roster, timers
from bot.channel import Outgoing
from bot.facts import Told, keep, told
from bot.house import Moment
from bot.inbox import remember_chat
from bot.rhythm import Pause
from bot.store.prepared import Prepared
from bot.store.recall import once
from bot.store.tables import (
    Audit,
    Chat,
    Conversation,
    Handoff,
    Person,
    Resident,
)
from bot.values import until_of

RESIDENT, VOLUNTEER, COORDINATOR = "resident", "volunteer", "coordinator"
EDITOR, REVIEWER = "editor", "reviewer"  # of the texts: they hear of no resident
STUDIO = (EDITOR, REVIEWER, COORDINATOR)  # who may sign in to the studio
RELATIVE = "relative"  # only told of a silence, and only what a resident wants told
LANGUAGES = ("nl", "fr", "en")
WEEK = timedelta(days=7)
FOREVER = datetime(2999, 1, 1, tzinfo=UTC)  # the end of a pause "until I ask"


def number_of(person_id: int) -> str:
    """Somebody's own number, to name oneself to an operator: '12-62'. The last two are check
    digits, so that a slip of the pen names nobody."""
    return f"{person_id}-{98 - person_id * 100 % 97:02d}"


def id_of(number: str) -> int | None:
    """The inverse of `number_of`; None for what is no number of ours."""
    digits = "".join(char for char in number if char.isdecimal() and char.isascii())
    person_id = int(digits[:-2]) if 3 <= len(digits) <= 18 else 0
    written = number_of(person_id).replace("-", "")
    return person_id if person_id and written == digits else None


# somebody with what stands beside her in every turn
ROWS = (
    select(Person, Chat, Resident, Conversation)
    .join(Chat, Chat.id == Person.chat_id)
    .outerjoin(Resident, Resident.person_id == Person.id)
    .outerjoin(Conversation, Conversation.person_id == Person.id)
)


def any_of(model: Any) -> Any:
    """Whether there is a row of hers at all, for a query over people."""
    return select(model.person_id).where(model.person_id == Person.id).exists()


PEOPLE: Any = Person.__table__
SEEN = Prepared(
    update(PEOPLE)
    .where(PEOPLE.c.id == bindparam("person"))
    .values(seen_at=bindparam("now", type_=PEOPLE.c.seen_at.type)),
    forgets=False,  # nobody is looked for by it in a turn
)


async def seen(moment: Moment, person: Person) -> None:
    """She wrote just now."""
    await SEEN(moment.session, person=person.id, now=moment.now)
    set_committed_value(person, "seen_at", moment.now)


async def by_chat(moment: Moment, chat_id: int) -> Person | None:
    found: Person | None = await moment.session.scalar(
        select(Person).where(Person.chat_id == chat_id)
    )
    return found


async def welcome(moment: Moment, chat_id: int, language: str | None, role: str) -> Person:
    """Makes somebody known. `language` is the telephone's, until one is chosen."""
    session = moment.session
    await remember_chat(session, chat_id)
    known = (language or "").split("-")[0]
    person = Person(
        chat_id=chat_id,
        role=role,
        language=known if known in LANGUAGES else "nl",
        address="formal",
        created_at=moment.now,
        seen_at=moment.now,
    )
    session.add(person)
    await session.flush()
    if role == RESIDENT:
        session.add(Resident(person_id=person.id, days="mo,tu,we,th,fr,sa,su", unanswered=0))
        await session.flush()
    return person


async def resident(moment: Moment, person: Person) -> Resident:
    row = await moment.session.get(Resident, person.id)
    if row is None:
        row = Resident(person_id=person.id, days="mo,tu,we,th,fr,sa,su", unanswered=0)
        moment.session.add(row)
        await moment.session.flush()
    return row


async def volunteers(moment: Moment, language: str) -> list[Person]:
    """The volunteers who speak a language and could be rung now."""
    ready = await roster.ready(moment, language)
    return [await moment.session.get_one(Person, number) for number in ready]


async def all_volunteers(moment: Moment) -> list[Person]:
    """Who has not left, whatever their hours."""
    query = select(Person).where(Person.role == VOLUNTEER, Person.left_at.is_(None))
    return list(await moment.session.scalars(query.order_by(Person.id)))


async def coordinators(moment: Moment) -> list[Person]:
    return list(await _coordinators(moment.session))


async def within_reach(moment: Moment) -> list[Person]:
    """The coordinators who see what is told to them: what nobody stands behind is not promised."""
    return [one for one in await coordinators(moment) if not await blocked(moment, one)]


@once(Person)
async def _coordinators(session: AsyncSession) -> list[Person]:
    rows = await session.scalars(
        select(Person)
        .where(Person.role == COORDINATOR, Person.left_at.is_(None))
        .order_by(Person.id)
    )
    return list(rows)


async def facts_of(moment: Moment, person: Person) -> Mapping[str, Told]:
    """What she told, and when."""
    return await told(moment.session, person.id)


async def facts(moment: Moment, person: Person) -> dict[str, str]:
    """What dialogues may know of somebody, by fact name."""
    known = {key: told.value for key, told in (await facts_of(moment, person)).items()}
    chosen = await resident(moment, person)
    known |= {"language": person.language, "address": person.address, "days": chosen.days}
    if person.name:
        known["name"] = person.name
    if chosen.hour:
        known["hour"] = chosen.hour
    if (pause := pause_of(chosen)) is not None:
        if pause.end < FOREVER:
            known["paused_until"] = until_of(moment.house.local(pause.end))
        if pause.start is not None:
            known["paused_from"] = until_of(moment.house.local(pause.start))
    return known


def pause_of(row: Resident) -> Pause | None:
    """The pause that she asked for, begun or not; one that is over stays until the next."""
    return Pause(row.paused_until, row.paused_from) if row.paused_until is not None else None


async def remember(moment: Moment, person: Person, key: str, value: str) -> None:
    """Keeps a fact; an empty value forgets it."""
    await keep(moment.session, person.id, key, value, moment.now)


async def tell(
    moment: Moment,
    person: Person,
    outgoing: Outgoing,
    purpose: str = "answer",
    handoff: Handoff | None = None,
    consent_id: int | None = None,
    handoff_id: int | None = None,
) -> int:
    """Queues a word to somebody, in the turn's transaction; returns its row."""
    return await outbox.put(
        moment.session,
        person.chat_id,
        outgoing,
        moment.now,
        purpose=purpose,
        handoff_id=handoff.id if handoff else handoff_id,
        consent_id=consent_id,
    )


async def blocked(moment: Moment, person: Person) -> bool:
    """Whether she blocked the bot, so that nothing reaches her."""
    chat = await moment.session.get(Chat, person.chat_id)
    return chat is not None and chat.blocked_at is not None


async def reachable(moment: Moment, chat_id: int) -> None:
    """Somebody there lets us write again."""
    chat = await moment.session.get(Chat, chat_id)
    if chat is not None and chat.blocked_at is not None:
        chat.blocked_at = None


def log(
    moment: Moment,
    action: str,
    *,
    actor: Person | None = None,
    about: int | None = None,
    handoff: int | None = None,
    detail: str | None = None,
) -> None:
    """One line of the audit: who did what, when. Never a person's words."""
    moment.session.add(
        Audit(
            at=moment.now,
            actor_id=actor.id if actor else None,
            action=action,
            person_id=about,
            handoff_id=handoff,
            detail=detail,
        )
    )


async def leave_talk(moment: Moment, person: Person) -> None:
    """Ends whatever dialogue is going on, without a word: something graver has come up."""
    row = await moment.session.get(Conversation, person.id)
    if row is not None:
        row.position = {"at": None, "turn": (row.position or {}).get("turn", 0)}
        row.question_id, row.changed_at = None, moment.now
    await timers.drop(moment.session, moment.now, "silence", person_id=person.id)


async def set_talk_aside(moment: Moment, person: Person) -> None:
    """A question of safety comes between: whatever stood is taken up by her answer, or left."""
    row = await moment.session.get(Conversation, person.id)
    if row is not None and row.position is not None and row.position.get("at"):
        row.position = {**row.position, "at": {**row.position["at"], "aside": True}}


async def silent_ones(moment: Moment) -> tuple[int, int]:
    """How many residents who want greetings were silent for a week, and how many of those blocked
    the bot. Numbers: nobody learns who."""
    agreed = consents.standing_for(consents.CHECKINS)
    query = (
        select(func.count(), func.count(Chat.blocked_at))
        .select_from(Person)
        .join(Resident, Resident.person_id == Person.id)
        .join(Chat, Chat.id == Person.chat_id)
        .where(Person.role == RESIDENT, Person.seen_at <= moment.now - WEEK)
        .where(Resident.stopped_at.is_(None), Person.id.in_(agreed))
        .where(
            Resident.paused_until.is_(None)
            | (Resident.paused_until <= moment.now)
            | (Resident.paused_from > moment.now)
        )
    )
    silent, blocked = (await moment.session.execute(query)).one()
    return int(silent), int(blocked)
