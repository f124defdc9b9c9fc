"""Whom a report is about once that volunteer is erased: no row of his is left, so the name stands
before the words, as long as coordinators need it to look into it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.people import RESIDENT
from bot.store.bridge import Report
from bot.store.tables import Person

_HEAD: Final = "… = "  # '…' stands for who is not there, in whatever language


async def open_about(session: AsyncSession, volunteer: Person) -> list[Report]:
    """Residents' reports about somebody that no coordinator has settled."""
    rows = await session.scalars(
        select(Report)
        .where(Report.volunteer_id == volunteer.id, Report.by == RESIDENT)
        .where(Report.settled_at.is_(None))
    )
    return list(rows)


async def keep(session: AsyncSession, volunteer: Person) -> None:
    """Somebody is erased: the name goes on in what is open about them, encrypted as the words."""
    for report in await open_about(session, volunteer):
        if volunteer.name:
            report.words = f"{_HEAD}{volunteer.name}\n{report.words or ''}"
    await session.flush()


def head(report: Report) -> str:
    """The line with the name; '' where there is none."""
    first, line, _ = (report.words or "").partition("\n")
    return first + line if first.startswith(_HEAD) and report.volunteer_id is None else ""


def name(report: Report) -> str:
    return head(report).removeprefix(_HEAD).strip()


def without(report: Report) -> str:
    """The words alone."""
    return (report.words or "").removeprefix(head(report))
