"""What worried about somebody lately, and whether a word of hers has ended that."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import alert_waits, timers
from bot.house import Moment
from bot.safety import reply as replies
from bot.safety.concern import KINDS
from bot.store.recall import know, once
from bot.store.tables import Concern, Person

STANDS: Final = timedelta(hours=24)
ACT: Final = "act"
ANEW: Final = "danger_anew"  # the timer that asks her once more
# Somebody took the talk that she asked for. Her yes alone (`PERSON`) brings nobody yet.
TAKEN: Final = "taken"
ENDED: Final = frozenset({replies.SAFE, TAKEN})  # coordinators need not look
# What she says of danger that is over, or never was.
CALM: Final = frozenset({replies.SAFE, replies.THE_DAY, replies.NO_DANGER})


@once(Concern)
async def last(session: AsyncSession, person_id: int) -> Concern | None:
    found: Concern | None = await session.scalar(
        select(Concern).where(Concern.person_id == person_id).order_by(Concern.id.desc()).limit(1)
    )
    return found


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


async def has_another(moment: Moment, person: Person, kinds: Collection[str]) -> bool:
    """Whether a danger of a kind that is not among these has no answer that ends it: one that a
    volunteer took is in good hands."""
    rows = await not_over(moment, person)
    return any(row.intent not in kinds and row.answer not in ENDED for row in rows)


async def since(moment: Moment, person: Person) -> datetime | None:
    """When the oldest danger of the last day was said that she has not called over, or that she
    called over while such a one stood: nobody was told of that then."""
    begun: datetime | None = None
    for row in await _acts(moment.session, person.id, moment.now):
        beside = begun is not None and row.answered_at is not None and row.answered_at > begun
        if row.answer != replies.SAFE or beside:
            begun = row.at
    return begun


async def in_danger(moment: Moment, person: Person) -> bool:
    """Whoever asks for a person then is in a hurry."""
    return await danger(moment, person) is not None


async def in_doubt(moment: Moment, person: Person) -> bool:
    """Whether she was asked gently within the last day and has not answered."""
    row = await last(moment.session, person.id)
    asked = row is not None and row.level == "ask" and row.answer is None
    return row is not None and asked and moment.now - row.at < STANDS


async def doubt_since(moment: Moment, person: Person, row: Concern) -> Concern | None:
    """The newest gentle question without an answer that was asked after a danger."""
    found: Concern | None = await moment.session.scalar(
        select(Concern)
        .where(Concern.person_id == person.id, Concern.level == "ask", Concern.id > row.id)
        .where(Concern.answer.is_(None), Concern.at > moment.now - STANDS)
        .order_by(Concern.id.desc())
        .limit(1)
    )
    return found


async def not_over(moment: Moment, person: Person) -> list[Concern]:
    """Her dangers of the last day that she has not called over, the newest first."""
    rows = await _acts(moment.session, person.id, moment.now)
    return [row for row in rows if row.answer != replies.SAFE]


@once(Concern)
async def _acts(session: AsyncSession, person_id: int, now: datetime) -> list[Concern]:
    """Her dangers of the last day, the newest first."""
    if await last(session, person_id) is None:
        return []
    found = await session.scalars(
        select(Concern)
        .where(Concern.person_id == person_id, Concern.level == ACT, Concern.at > now - STANDS)
        .order_by(Concern.id.desc())
    )
    return list(found)


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


async def answered(
    moment: Moment, person: Person, answer: str, kinds: Collection[str] = KINDS
) -> None:
    """'I am safe', a person was asked to come, by whatever way, or somebody took the talk. An alert
    that waits ends by the first and the last: a yes that nobody answered is no answer. `kinds`: the
    dangers that it is about; an alert goes on for any other."""
    before = {replies.NOT_SAFE}
    if answer in ENDED:
        before |= {replies.PERSON, TAKEN} - {answer}
    await moment.session.execute(
        update(Concern)
        .where(Concern.person_id == person.id, Concern.intent.in_(kinds))
        .where(Concern.answer.is_(None) | Concern.answer.in_(before))
        .values(answer=answer, answered_at=moment.now)
        .execution_options(synchronize_session="fetch")
    )
    if answer not in ENDED:
        return
    left = [row for row in await not_over(moment, person) if row.answer not in ENDED]
    if not left:
        await timers.drop(moment.session, moment.now, "danger", person_id=person.id)
    elif (waits := await alert_waits.of(moment, person)) is not None:
        waits.expects = {"concern": left[-1].id}
