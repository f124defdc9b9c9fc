"""Coordinators read what volunteers noted after talks. Each look is one at something of hers: it is
written down, and she can read that in /mydata."""

from __future__ import annotations

from bot import accesses, instants, notes, outcomes, people
from bot.channel import Button, Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.overview_texts import GONE_ON
from bot.store.tables import Handoff, Person

MOST = 8
LATEST = Text(
    "note/latest",
    "Notes of volunteers on their talks. To read one is written down; that resident can see so.",
)
NONE = Text("note/none", "There are no notes.")
NOTE = Text("note/read", "Talk {number}, {name}: {outcome}\n\n{note}")
UNTOLD = Text("note/untold", "no word on what came of it")


async def latest(moment: Moment, coordinator: Person) -> Say:
    buttons = []
    for handoff in await notes.latest(moment, MOST):
        day = instants.day(moment, coordinator, handoff.closed_at or moment.now)
        name = (await _writer(moment, handoff))[:12]
        buttons.append(Button(f"{handoff.id}: {name}, {day}", f"notes:read:{handoff.id}"))
    text = LATEST if buttons else NONE
    return Say(moment.text(coordinator, text), inline=tuple(buttons))


async def _writer(moment: Moment, handoff: Handoff) -> str:
    writer = await moment.session.get(Person, handoff.claimed_by or 0)
    return (writer.name if writer is not None else None) or "…"


async def take(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    number = incoming.data.rpartition(":")[2]
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return ""
    handoff = await moment.session.get(Handoff, int(number))
    if handoff is None or handoff not in await notes.latest(moment, MOST):
        return moment.text(coordinator, GONE_ON)
    about = handoff.person_id
    accesses.saw(moment, about, accesses.NOTE, reader=coordinator, handoff=handoff.id)
    people.log(moment, "note.read", actor=coordinator, about=about, handoff=handoff.id)
    outcome = outcomes.BUTTONS.get(handoff.outcome or "", UNTOLD)
    said = moment.text(
        coordinator,
        NOTE,
        number=handoff.id,
        name=await _writer(moment, handoff),
        outcome=moment.text(coordinator, outcome),
        note=handoff.note or "",
    )
    await people.tell(moment, coordinator, Say(said, protect=True), notes.READ, handoff)
    return ""
