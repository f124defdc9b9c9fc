"""Her yes or no to 'may I ask Karim for you again?' (`bot.may_come_again`), by a tap alone."""

from __future__ import annotations

from bot import may_come_again, not_his, reports
from bot import report_texts as texts
from bot.channel import Incoming, Say
from bot.house import Moment
from bot.store.bridge import Report
from bot.store.tables import Person


async def take(moment: Moment, resident: Person, incoming: Incoming) -> Say | None:
    """What the question says from now on; None for an old or forged tap, and where the report is
    open again."""
    _, wish, number = (*incoming.data.split(":"), "", "")[:3]
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return None
    report = await moment.session.get(Report, int(number))
    if report is None or report.person_id != resident.id or report.settled_at is None:
        return None
    if wish not in ("yes", "no") or not await may_come_again.asks(moment, report):
        return None
    volunteer = await moment.session.get_one(Person, report.volunteer_id or 0)
    if wish == "yes":
        await not_his.lift(moment, resident, volunteer, None)
    else:
        await reports.keep_apart(moment, resident.id, volunteer.id, resident)
    said = texts.NOT_OF_HIM if wish == "yes" else texts.NEXT_TIME
    return Say(moment.text(resident, said, name=volunteer.name or "…"))
