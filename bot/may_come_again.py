"""'May I ask Karim for you again?', once coordinators have settled her report about who may have
harmed her. She alone says so, by day; without her yes he does not come."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select

from bot import concerns, feared, people, timers
from bot import report_texts as texts
from bot.channel import Button, Say
from bot.house import Moment
from bot.store.bridge import KeptApart, Report
from bot.store.tables import Person

TIMER: Final = "may_come_again"
SLIP: Final = timedelta(hours=1)  # a report that was settled by a slip is open again by then
LATER: Final = timedelta(days=1)  # where she is in danger, or wants no messages for a while


async def asks(moment: Moment, report: Report) -> bool:
    """Whether her yes is needed before that volunteer comes again."""
    found = await _both(moment, report)
    return found is not None and not await _stay_apart(moment, report)


async def plan(moment: Moment, report: Report) -> None:
    """It was settled now."""
    if await asks(moment, report):
        await _plan(moment, report, moment.now, moment.now + SLIP)


async def _plan(moment: Moment, report: Report, settled: datetime, at: datetime) -> None:
    due = moment.house.quiet.after(at, moment.house.zone)
    of = {"report": report.id, "settled": int(settled.timestamp())}
    await timers.plan(moment.session, TIMER, due, person_id=report.person_id, **of)


async def ring(moment: Moment, expects: dict[str, Any]) -> None:
    report = await moment.session.get(Report, expects["report"])
    if report is None or report.settled_at is None:
        return
    if int(report.settled_at.timestamp()) != expects["settled"] or not await asks(moment, report):
        return
    found = await _both(moment, report)
    assert found is not None
    resident, volunteer = found
    row = await people.resident(moment, resident)
    if row.stopped_at is not None:
        return
    pause = people.pause_of(row)
    rests = pause is not None and pause.covers(moment.now)
    if rests or await concerns.worried(moment, resident):
        await _plan(moment, report, report.settled_at, moment.now + LATER)
    elif moment.house.quiet.after(moment.now, moment.house.zone) > moment.now:
        await _plan(moment, report, report.settled_at, moment.now)
    else:
        await _ask(moment, resident, volunteer, report)


async def _ask(moment: Moment, resident: Person, volunteer: Person, report: Report) -> None:
    name = volunteer.name or "…"
    buttons = tuple(
        Button(moment.text(resident, text), f"again:{wish}:{report.id}")
        for wish, text in (("yes", texts.BUTTON_AGAIN_YES), ("no", texts.BUTTON_AGAIN_NO))
    )
    said = Say(moment.text(resident, texts.ASK_AGAIN, name=name), inline=buttons)
    await people.tell(moment, resident, said)


async def _both(moment: Moment, report: Report) -> tuple[Person, Person] | None:
    """Her, and whoever may have harmed her and is still a volunteer."""
    resident = await moment.session.get(Person, report.person_id or 0)
    volunteer = await moment.session.get(Person, report.volunteer_id or 0)
    if resident is None or resident.role != report.by or volunteer is None or volunteer.left_at:
        return None
    return (resident, volunteer) if await feared.may_be(moment, resident, volunteer) else None


async def _stay_apart(moment: Moment, report: Report) -> bool:
    """By the wish of one of the two, or while another report about him is open."""
    both = {"person_id": report.person_id, "volunteer_id": report.volunteer_id}
    apart = await moment.session.scalar(select(KeptApart.id).filter_by(**both).limit(1))
    other = await moment.session.scalar(
        select(Report.id)
        .filter_by(**both, by=report.by)
        .where(Report.settled_at.is_(None), Report.id != report.id)
        .limit(1)
    )
    return apart is not None or other is not None
