"""The reports that coordinators read: told at once, in the overview until one of them has settled
them, and open again by a tap.

When the resident is erased a report that is open stays as a bare fact: that there was one, of which
day, by which of the two, and the volunteer. No word, no number of the talk, nothing about her. When
the volunteer is erased, one of hers that is open keeps the name (`bot.report_names`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, select, update

from bot import accesses, instants, may_come_again, mornings, people, report_names
from bot import report_texts as texts
from bot.avoided import avoided
from bot.channel import Button, Edit, Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.overview_texts import GONE_ON
from bot.store.bridge import Report
from bot.store.tables import Person
from bot.things import Thing

PURPOSE: Final = "report"  # of a message that holds words: it goes when she is erased


async def tell(moment: Moment, report: Report, text: Text, volunteer: Person | None) -> None:
    """Every coordinator reads it at once, but whom it is about: a volunteer may be one since."""
    for coordinator in await people.coordinators(moment):
        if _is_of(report, coordinator):
            continue
        name = (volunteer.name if volunteer else None) or "…"
        values = {"number": report.handoff_id, "name": name, "words": report.words or ""}
        await _show(moment, coordinator, report, moment.text(coordinator, text, **values))


def _is_of(report: Report, reader: Person) -> bool:
    return report.by == people.RESIDENT and report.volunteer_id == reader.id


async def _show(moment: Moment, coordinator: Person, report: Report, text: str) -> None:
    said = Say(text, inline=(_settled(moment, coordinator, report),), protect=True)
    if report.words:
        handoff = report.handoff_id
        await people.tell(moment, coordinator, said, PURPOSE, handoff_id=handoff)
        if report.by == people.RESIDENT and report.person_id and handoff:
            what = accesses.REPORT
            await accesses.saw_once(moment, report.person_id, what, coordinator, handoff)
    else:
        await people.tell(moment, coordinator, said, "alert")


def _settled(moment: Moment, reader: Person, report: Report) -> Button:
    return Button(moment.text(reader, texts.BUTTON_SETTLED), f"rep:done:{report.id}")


async def things(moment: Moment, reader: Person) -> list[Thing]:
    """The reports that nobody has settled yet, oldest first."""
    rows = await moment.session.scalars(
        select(Report).where(Report.settled_at.is_(None)).order_by(Report.id)
    )
    found = [report for report in rows if not _is_of(report, reader)]
    return [await _thing(moment, reader, report) for report in found]


async def _thing(moment: Moment, reader: Person, report: Report) -> Thing:
    """Who was erased leaves no number of a talk: the volunteer's name tells which it is."""
    name = await _name(moment, report)
    text = texts.OPEN if report.handoff_id is not None else texts.OPEN_ERASED
    day = instants.weekday(moment, reader, report.at)
    told = moment.text(reader, text, number=report.handoff_id, name=name, day=day)
    button = _read(moment, reader, report, str(report.handoff_id or name[:20]))
    return Thing(told, (button,), news=mornings.is_news(moment, report.at))


def _read(moment: Moment, reader: Person, report: Report, which: str) -> Button:
    return Button(f"{which}: {moment.text(reader, texts.BUTTON_READ)}", f"rep:read:{report.id}")


async def _name(moment: Moment, report: Report) -> str:
    volunteer = await moment.session.get(Person, report.volunteer_id or 0)
    return (volunteer.name if volunteer else report_names.name(report)) or "…"


async def take(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    """`rep:WISH:NUMBER`: read it, settle it, or take that back. Each counts once."""
    _, wish, number = (*incoming.data.split(":"), "", "")[:3]
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return ""
    report = await moment.session.get(Report, int(number))
    if report is None or _is_of(report, coordinator):  # erased, or settled long ago
        return moment.text(coordinator, GONE_ON)
    if wish == "read":
        await _show(moment, coordinator, report, await _told(moment, coordinator, report))
    elif wish in ("done", "open"):
        return await _settle(moment, coordinator, report, incoming, over=wish == "done")
    return ""


async def _told(moment: Moment, reader: Person, report: Report) -> str:
    hers, erased = report.by == people.RESIDENT, report.handoff_id is None
    text = texts.BY_RESIDENT if hers else texts.BY_VOLUNTEER
    if erased:
        text = texts.BY_RESIDENT_ERASED if hers else texts.BY_VOLUNTEER_ERASED
    name, day = await _name(moment, report), instants.weekday(moment, reader, report.at)
    said = moment.text(reader, text, number=report.handoff_id, name=name, day=day)
    words = report_names.without(report)
    return f"{said}\n\n{words}" if words else said


async def _settle(
    moment: Moment, coordinator: Person, report: Report, incoming: Incoming, over: bool
) -> str:
    """The words go from the screen; one tap brings the report back, where it was a slip."""
    open_yet = Report.settled_at.is_(None)
    changed = await moment.session.execute(
        update(Report)
        .where(Report.id == report.id, open_yet if over else ~open_yet)
        .values(settled_at=moment.now if over else None)
        .execution_options(synchronize_session="fetch")
    )
    if getattr(changed, "rowcount", 0):
        action = "report.settled" if over else "report.opened again"
        people.log(moment, action, actor=coordinator, handoff=report.handoff_id)
        if over:
            await may_come_again.plan(moment, report)
    day = instants.weekday(moment, coordinator, report.at)
    text = texts.OPEN_AGAIN if not over else await _once_settled(moment, report)
    said = moment.text(coordinator, text, day=day, name=await _name(moment, report))
    again = Button(moment.text(coordinator, texts.BUTTON_OPEN_AGAIN), f"rep:open:{report.id}")
    if incoming.message_id is not None:
        buttons = (again,) if over else (_read(moment, coordinator, report, day),)
        await people.tell(moment, coordinator, Edit(incoming.message_id, said, buttons), "alert")
    return said


async def _once_settled(moment: Moment, report: Report) -> Text:
    """With what follows from it: as long as a report of hers is open, he is not rung for her, and
    after harm not before she has said so."""
    if report.by != people.RESIDENT or report.person_id is None:
        return texts.SETTLED
    apart = await avoided(moment, report.person_id)
    may_come = report.volunteer_id is not None and report.volunteer_id not in apart
    if may_come:
        return texts.SETTLED_AGAIN
    return texts.SETTLED_ASKS if await may_come_again.asks(moment, report) else texts.SETTLED


async def forget(moment: Moment, resident: Person) -> None:
    """She is erased: what is settled goes, what is open stays without a word and without her."""
    hers = Report.person_id == resident.id
    await moment.session.execute(delete(Report).where(hers, Report.settled_at.is_not(None)))
    bare = {"person_id": None, "handoff_id": None, "words": None}
    await moment.session.execute(update(Report).where(hers).values(**bare))


async def stays_until(moment: Moment, resident: Person) -> datetime | None:
    """How long coordinators will still know of a report of her own once she is erased, at most:
    one about nobody who is here goes with her."""
    newest: datetime | None = await moment.session.scalar(
        select(func.max(Report.at))
        .where(Report.person_id == resident.id, Report.by == people.RESIDENT)
        .where(Report.settled_at.is_(None), Report.volunteer_id.is_not(None))
    )
    return newest + moment.house.policy.rest_lasts if newest is not None else None
