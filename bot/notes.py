"""What is written about a talk: the volunteer's own note, and one for whoever comes next.

The own note is read by that volunteer and by the coordinators. The other is shown to nobody before
the resident has read it and said yes, and to nobody any more when she takes that yes back.
"""

from __future__ import annotations

from sqlalchemy import select, update

from bot import consents, people
from bot.consents import HANDOVER
from bot.house import Moment
from bot.lifecycle import CLOSED, HANDED_ON, HELD, WAITING
from bot.sanitise import clean
from bot.store.tables import Audit, Consent, Handoff, Person

LONGEST = 1000
READ = "note"  # of a message that shows one to a coordinator: it goes when she is erased
WRITABLE = WAITING | HELD | {CLOSED, HANDED_ON}


async def had(moment: Moment, volunteer: Person, handoff: Handoff) -> bool:
    """Whether the volunteer holds the talk, or held it."""
    if handoff.claimed_by == volunteer.id:
        return True
    held = await moment.session.scalar(
        select(Audit.id)
        .where(Audit.handoff_id == handoff.id, Audit.actor_id == volunteer.id)
        .where(Audit.action == "handoff.claimed")
        .limit(1)
    )
    return held is not None


async def keep(moment: Moment, volunteer: Person, handoff: Handoff, words: str) -> None:
    """The volunteer's own note on a talk that is over; a newer one takes its place."""
    handoff.note = clean(words, LONGEST)
    people.log(moment, "note.written", actor=volunteer, about=handoff.person_id, handoff=handoff.id)
    await moment.session.flush()


async def change(moment: Moment, volunteer: Person, handoff: Handoff | None, words: str) -> bool:
    """The words of the own note, as they were changed. False where it is not kept any more, or not
    that volunteer's: what was erased does not come back."""
    if handoff is None or handoff.state != CLOSED or handoff.claimed_by != volunteer.id:
        return False
    if handoff.note is None:
        return False
    await keep(moment, volunteer, handoff, words)
    return True


async def own(moment: Moment, volunteer: Person, person_id: int) -> Handoff | None:
    """The handoff with this volunteer's last note on a resident."""
    found: Handoff | None = await moment.session.scalar(
        select(Handoff)
        .where(Handoff.person_id == person_id, Handoff.claimed_by == volunteer.id)
        .where(Handoff.note.is_not(None), Handoff.state == CLOSED)
        .order_by(Handoff.id.desc())
        .limit(1)
    )
    return found


async def latest(moment: Moment, most: int) -> list[Handoff]:
    """The handoffs with the newest notes, for coordinators."""
    rows = await moment.session.scalars(
        select(Handoff)
        .where(Handoff.note.is_not(None), Handoff.state == CLOSED)
        .order_by(Handoff.closed_at.desc(), Handoff.id.desc())
        .limit(most)
    )
    return list(rows)


async def draft(moment: Moment, volunteer: Person, handoff: Handoff, words: str) -> str:
    """A note for a successor, as nobody reads it yet. Returns its text."""
    text = clean(words, LONGEST)
    await consents.withdraw_one(moment.session, handoff.handover_consent, moment.now)
    handoff.handover, handoff.handover_consent = text, None
    people.log(
        moment, "handover.written", actor=volunteer, about=handoff.person_id, handoff=handoff.id
    )
    await moment.session.flush()
    return text


async def has_draft(moment: Moment, volunteer: Person, handoff: Handoff | None) -> bool:
    """Whether the note for a successor that is kept is this volunteer's: not one of somebody who
    held the talk after that."""
    if handoff is None or not handoff.handover:
        return False
    writer = await moment.session.scalar(
        select(Audit.actor_id)
        .where(Audit.handoff_id == handoff.id, Audit.action == "handover.written")
        .order_by(Audit.id.desc())
        .limit(1)
    )
    return writer == volunteer.id


async def approve(moment: Moment, resident: Person, handoff: Handoff) -> bool:
    """Her yes to the exact note. False where somebody was first: it was approved already."""
    consent = await consents.give(
        moment.session, resident, HANDOVER, handoff.handover or "", moment.now
    )
    done = await moment.session.execute(
        update(Handoff)
        .where(Handoff.id == handoff.id, Handoff.handover_consent.is_(None))
        .where(Handoff.handover.is_not(None))
        .values(handover_consent=consent.id)
        .execution_options(synchronize_session=False)
    )
    await moment.session.refresh(handoff)
    if not getattr(done, "rowcount", 0):
        await consents.withdraw_one(moment.session, consent.id, moment.now)
        return False
    people.log(moment, "handover.approved", actor=resident, about=resident.id, handoff=handoff.id)
    return True


async def refuse(moment: Moment, resident: Person, handoff: Handoff) -> None:
    """Her no: the note is kept nowhere."""
    handoff.handover = None
    people.log(moment, "handover.refused", actor=resident, about=resident.id, handoff=handoff.id)
    await moment.session.flush()


async def for_successor(moment: Moment, person_id: int) -> Handoff | None:
    """The handoff with the newest note that she lets a next volunteer read."""
    found: Handoff | None = await moment.session.scalar(
        select(Handoff)
        .join(Consent, Consent.id == Handoff.handover_consent)
        .where(Handoff.person_id == person_id, Handoff.handover.is_not(None))
        .where(Consent.withdrawn_at.is_(None))
        .order_by(Handoff.id.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )
    return found
