"""What somebody changes in a message that was for a note, a report, or another answer of theirs.

What is stored and still open says what they changed; where that is no longer so, they read it, and
what to do. Nothing goes to a resident anew: what she was shown stays as she was shown it.
"""

from __future__ import annotations

from typing import Final

from bot import notes, people, reports, shifts, written_for
from bot.channel import Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.sanitise import clean
from bot.store.bridge import Report
from bot.store.tables import Handoff, Person
from bot.what_happened import A_PART
from bot.what_happened import HERS as TOLD
from bot.written_for import Written

NOTE = Text("rewritten/note", "Your note is changed too.")
REPORT = Text("rewritten/report", "The coordinators now read this new version.")
NO_NOTE = Text(
    "rewritten/no-note",
    "This change is not kept: another note took its place, or the note is erased.",
)
HANDOVER = Text(
    "rewritten/handover",
    "The resident already has your note as you first wrote it: nobody reads this change. Should "
    "it be another? The button under that talk lets you write it anew.",
)
AGAIN = Text(
    "rewritten/again",
    "Nobody reads this change any more. Write it anew with {command}.",
)
LEFT = Text("rewritten/left", "Nobody reads this change any more.")
HER_REPORT = Text("rewritten/her-report", "The coordinator now reads this new version.")
HER_REPORT_LATE = Text(
    "rewritten/her-report-late",
    "The coordinator does not read this change any more. If you want a person, write “a person”.",
)
EMPTY = Text("rewritten/empty", "No words are left here. So nothing was changed.")
HERS: Final = (TOLD, A_PART)
ANEW: Final = {
    "report": "report",
    "meeting": "meet",
    shifts.HOURS: shifts.HOURS,
    shifts.AWAY: shifts.AWAY,
}


async def take(moment: Moment, person: Person, incoming: Incoming) -> bool:
    """Whether the changed message was for such a thing; whoever changed it reads what came of
    that."""
    found = await written_for.find(moment, person, incoming.message_id)
    if found is None:
        return False
    _, words = incoming.command or ("", incoming.text)  # a report may stand behind its command
    said = moment.text(person, EMPTY)
    if clean(words):  # a bare '/report' erases nothing
        said = await _changed(moment, person, found, words)
    await people.tell(moment, person, Say(said, reply_to=incoming.message_id))
    return True


async def was_told(moment: Moment, person: Person, incoming: Incoming) -> bool:
    """Whether the changed message was for her report."""
    found = await written_for.find(moment, person, incoming.message_id)
    return found is not None and found.what in HERS


async def _changed(moment: Moment, person: Person, found: Written, words: str) -> str:
    what, number, newest = found
    if what in HERS:
        report = await moment.session.get(Report, number, with_for_update=True)
        done = await reports.change(moment, person, report, words, part=what == A_PART)
        return moment.text(person, HER_REPORT if done else HER_REPORT_LATE)
    if person.left_at is not None:
        return moment.text(person, LEFT)
    if what in ("note", "handover"):
        handoff = await moment.session.get(Handoff, number, with_for_update=True)
        if what == "note":
            kept = newest and await notes.change(moment, person, handoff, words)
            return moment.text(person, NOTE if kept else NO_NOTE)
        stands = newest and await notes.has_draft(moment, person, handoff)
        return moment.text(person, HANDOVER if stands else NO_NOTE)
    if what == "report":
        report = await moment.session.get(Report, number, with_for_update=True)
        if await reports.change(moment, person, report, words):
            return moment.text(person, REPORT)
    return moment.text(person, AGAIN, command=f"/{ANEW[what]}")
