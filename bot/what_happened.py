"""'What happened?', asked of her who says that something was not right: her next message is that,
for coordinators alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot import open_reports, people, read_since, written_for
from bot import report_texts as texts
from bot.channel import CAPTIONED, Button, Incoming, Kind, Say
from bot.house import Moment
from bot.i18n import Text
from bot.sanitise import SENT_ON, clean
from bot.store.bridge import Report
from bot.store.tables import Person
from bot.transitions import held

HERS, A_PART = "told", "told-in-part"  # her message was a report, or one of several
WRITES: Final = "_report"  # the fact that her next message belongs to a report
LONGEST: Final = 2000
WAITS_FOR: Final = timedelta(days=1)


async def ask(
    moment: Moment,
    resident: Person,
    report: Report,
    text: Text,
    name: str | None = None,
    tell: str = "",
) -> Say:
    """The question: her next message belongs to that report."""
    await people.remember(moment, resident, WRITES, str(report.id))
    enough = Button(moment.text(resident, texts.BUTTON_ENOUGH), "apart:enough")
    return Say(moment.text(resident, text, name=name or "…", tell=tell), inline=(enough,))


async def waits(moment: Moment, resident: Person) -> bool:
    """Whether her next message belongs to a report."""
    row = (await people.facts_of(moment, resident)).get(WRITES)
    return row is not None and moment.now - row.at <= WAITS_FOR


async def waits_about(moment: Moment, resident: Person, volunteer: Person) -> bool:
    """Whether it is a report about him that her next message belongs to."""
    if not await waits(moment, resident):
        return False
    row = (await people.facts_of(moment, resident))[WRITES]
    report = await moment.session.get(Report, int(row.value)) if row.value else None
    return report is not None and report.volunteer_id == volunteer.id


async def hears(moment: Moment, resident: Person, together: Sequence[Incoming]) -> bool:
    """Whether her message was the one that belongs to her report: for coordinators alone, also
    when somebody else has come meanwhile. It waits no more once she answers something else; in a
    talk what goes on with it is still held back. Of a photo it is what stands below it."""
    row = (await people.facts_of(moment, resident)).get(WRITES)
    if row is None or moment.now - row.at > WAITS_FOR or not all(map(_may_tell, together)):
        return False
    other = await read_since.anything(moment, resident, row.at, together[0])
    if other and await held(moment, resident.id) is not None:
        return False
    report = await moment.session.get(Report, int(row.value))
    await people.remember(moment, resident, WRITES, "")
    if other or report is None or report.person_id != resident.id:
        return False
    told = [one for one in together if one.text]
    if not told:
        return await _in_words(moment, resident, report)
    said = [report.words] if report.words else []
    said += [f"{SENT_ON} {one.text}" if one.forwarded else one.text for one in told]
    report.words = clean("\n".join(said), LONGEST)
    for one in told:
        what = HERS if len(said) == 1 else A_PART
        await written_for.note(moment, resident, one, what, report.id)
    await open_reports.tell(moment, report, texts.WORDS, None)
    captioned = any(one.kind is not Kind.TEXT for one in together)
    passed = texts.PASSED_CAPTION if captioned else texts.PASSED
    await people.tell(moment, resident, Say(moment.text(resident, passed)))
    return True


def _may_tell(incoming: Incoming) -> bool:
    """A voice message may be anything: it is answered as such."""
    if incoming.edited or incoming.command:
        return False
    return incoming.kind in (Kind.TEXT, *CAPTIONED - {Kind.VOICE})


async def _in_words(moment: Moment, resident: Person, report: Report) -> bool:
    """Photos alone: whoever has come meanwhile does not see them, and she is asked once more. With
    him whom it is about she is asked for whom they are (`bot.complained`)."""
    said = await ask(moment, resident, report, texts.WRITE_WHAT)
    talk = await held(moment, resident.id)
    if talk is not None and talk.claimed_by == report.volunteer_id:
        return False
    await people.tell(moment, resident, said)
    return True
