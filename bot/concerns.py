"""What worried about somebody lately, and whether a word of hers has ended that."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import alert_waits, danger_ends, timers
from bot.danger_ends import Danger, State
from bot.house import Moment
from bot.safety import reply as replies
from bot.store.recall import know, once
from bot.store.tables import Concern, Person

STANDS: Final = danger_ends.STANDS
WEEK: Final = timedelta(days=7)  # so long an alert of danger stands that nothing ended
ACT: Final = danger_ends.ACT
ANEW: Final = "danger_anew"  # the timer that asks her once more
# A volunteer has her talk. Her yes alone (`PERSON`) brings nobody yet.
TAKEN: Final = danger_ends.TAKEN
ENDED: Final = frozenset({replies.SAFE, TAKEN})  # coordinators need not look
AT_HAND: Final = timedelta(days=30)  # after a worry /help has the numbers too
# What she says of danger that is over, or never was.
CALM: Final = frozenset({replies.SAFE, replies.THE_DAY, replies.NO_DANGER})


@once(Concern)
async def last(session: AsyncSession, person_id: int) -> Concern | None:
    found: Concern | None = await session.scalar(
        select(Concern).where(Concern.person_id == person_id).order_by(Concern.id.desc()).limit(1)
    )
    return found


async def write(
    moment: Moment,
    person: Person,
    kind: str,
    level: str,
    found_by: Collection[str] = (),
    answer: str | None = None,
) -> Concern:
    """Something worries from now on."""
    row = Concern(
        person_id=person.id,
        intent=kind,
        level=level,
        found_by=list(found_by),
        at=moment.now,
        answer=answer,
        answered_at=None if answer is None else moment.now,
    )
    moment.session.add(row)
    await moment.session.flush()
    return row


def none(session: AsyncSession, person_id: int) -> None:
    """It is known that nothing ever worried about her."""
    know(session, last, person_id, answer=None)


async def worried(moment: Moment, person: Person) -> bool:
    """Whether there was danger within the last day: no welcome and no small questions now."""
    return bool(await _acts(moment.session, person.id, moment.now))


async def danger(moment: Moment, person: Person) -> Concern | None:
    """The newest danger of the last day after which she has not said that she is safe, whatever
    else was asked about since."""
    return next(iter(await not_over(moment, person)), None)


async def at_hand(moment: Moment, person: Person) -> Concern | None:
    """What `/help` has the numbers for."""
    row = await danger(moment, person) or await last(moment.session, person.id)
    return row if row is not None and moment.now - row.at <= AT_HAND else None


async def after_violence(moment: Moment, person: Person) -> bool:
    """Whether she told of it in these weeks, also where she has called it over since, or something
    else worries: who did it may still be there."""
    if await last(moment.session, person.id) is None:
        return False
    found = await moment.session.scalar(
        select(Concern.id)
        .where(Concern.person_id == person.id, Concern.intent == replies.VIOLENCE)
        .where(Concern.level == ACT, Concern.at > moment.now - AT_HAND)
        .limit(1)
    )
    return found is not None


async def in_danger(moment: Moment, person: Person) -> bool:
    """Whoever asks for a person then is in a hurry."""
    return await danger(moment, person) is not None


async def in_doubt(moment: Moment, person: Person) -> bool:
    """Whether she was asked gently within the last day and has not answered."""
    return await doubt(moment, person) is not None


async def doubt(moment: Moment, person: Person, kind: str = "") -> Concern | None:
    """The newest gentle question of the last day without an answer; `kind`: of that danger."""
    rows = await lately(moment.session, person.id, moment.now)
    kept = (one for one in rows if kind in ("", one.intent))
    return next((one for one in kept if as_danger(one).state(moment.now) is State.DOUBT), None)


async def is_ill(moment: Moment, person: Person) -> bool:
    """Whether an illness stands of which nothing says that help comes."""
    rows = await not_over(moment, person)
    return any(row.intent == replies.MEDICAL and row.answer not in ENDED for row in rows)


async def not_over(moment: Moment, person: Person) -> list[Concern]:
    """Her dangers of the last day that she has not called over, the newest first."""
    rows = await _acts(moment.session, person.id, moment.now)
    return [row for row in rows if row.answer != replies.SAFE]


async def _acts(session: AsyncSession, person_id: int, now: datetime) -> list[Concern]:
    """Her dangers of the last day, the newest first."""
    rows = await lately(session, person_id, now)
    return [row for row in rows if row.level == ACT and now - row.at < STANDS]


@once(Concern)
async def lately(session: AsyncSession, person_id: int, now: datetime) -> list[Concern]:
    """What worried in the last week, the newest first: so long an alert stands, and 'how is it
    now?', asked a day later, in the morning, is answered about that."""
    if await last(session, person_id) is None:
        return []
    found = await session.scalars(
        select(Concern)
        .where(Concern.person_id == person_id, Concern.at > now - WEEK)
        .order_by(Concern.id.desc())
    )
    return list(found)


def as_danger(row: Concern) -> Danger:
    return Danger(row.id, row.intent, row.level, row.answer, row.at, row.answered_at)


async def reopened(moment: Moment, person: Person) -> Concern | None:
    """She wishes for nobody after all: danger that this had answered has no answer again. Returns
    the newest danger of the last day that she did not call over. In one statement: that she is
    safe may be said in this very instant, in a turn of her own."""
    found = await not_over(moment, person)
    await moment.session.execute(
        update(Concern)
        .where(Concern.id.in_([row.id for row in found]))
        .where(Concern.answer.in_((replies.PERSON, TAKEN)))
        .values(answer=None, answered_at=None)
        .execution_options(synchronize_session=False)
    )
    for row in found:
        await moment.session.refresh(row, ("answer", "answered_at"))
    return await danger(moment, person)


async def begins_anew(moment: Moment, person: Person) -> None:
    """A volunteer has her talk no more, and she has not said that she is safe: after the word of
    that, the question and the alert begin anew. Danger of this very turn has its own reply."""
    row = await reopened(moment, person)
    if row is not None and row.at < moment.now:
        await timers.plan(moment.session, ANEW, moment.now, person_id=person.id, concern=row.id)


async def is_calm(moment: Moment, person: Person) -> bool:
    """Whether her own answer was that there is no danger, and nothing worried since. In doubt it
    is not."""
    row = await last(moment.session, person.id)
    return row is not None and row.answer in CALM and not await in_danger(moment, person)


async def answered(moment: Moment, person: Person, answer: str) -> None:
    """A person was asked to come, by whatever way (`PERSON`), or somebody took the talk (`TAKEN`):
    of every danger. An alert that waits ends by the second alone: a yes that nobody answered is no
    answer."""
    before = {replies.NOT_SAFE, *((replies.PERSON,) if answer in ENDED else ())}
    await moment.session.execute(
        update(Concern)
        .where(Concern.person_id == person.id)
        .where(Concern.answer.is_(None) | Concern.answer.in_(before))
        .values(answer=answer, answered_at=moment.now)
        .execution_options(synchronize_session="fetch")
    )
    if answer in ENDED:
        left = [row.id for row in await not_over(moment, person) if row.answer not in ENDED]
        await rings_for(moment, person, min(left, default=None))


async def end(moment: Moment, person: Person, numbers: Collection[int], left: int | None) -> None:
    """These are over. `left`: what the alert that waits is about from now on, if anything. In one
    statement: a volunteer may take her talk in this very instant."""
    await moment.session.execute(
        update(Concern)
        .where(Concern.person_id == person.id, Concern.id.in_(numbers))
        .where(Concern.answer.is_(None) | (Concern.answer != replies.SAFE))
        .values(answer=replies.SAFE, answered_at=moment.now)
        .execution_options(synchronize_session="fetch")
    )
    await rings_for(moment, person, left)


async def rings_for(moment: Moment, person: Person, number: int | None) -> None:
    """What an alert that waits is about; where nothing is left it does not go out."""
    if number is None:
        await timers.drop(moment.session, moment.now, "danger", person_id=person.id)
    elif (waits := await alert_waits.of(moment, person)) is not None:
        waits.expects = {"concern": number}
