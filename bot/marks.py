"""What whoever holds a talk sees of danger in it: a mark, never a word that was not meant for that
reader. From danger on the talk is an urgent one, and a debrief follows."""

from __future__ import annotations

from bot import instants, leases
from bot.handoff_texts import (
    ASKED_MARK,
    CRISIS_MARK,
    UNSEEN_ASKED_MARK,
    UNSEEN_MARK,
    WRITE_BEFORE,
    YES_MARK,
)
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import CLAIMED
from bot.safety import Concern
from bot.store.tables import Handoff, Person
from bot.talks import about_her, holder_of


async def danger(
    moment: Moment,
    volunteer: Person,
    handoff: Handoff,
    concern: Concern,
    shown: bool,
    stands: int | None = None,
) -> None:
    """Her message worries us. `shown`: it comes along, else it stays back. `stands`: the message
    on that phone that says it from now on; the mark, which is new there, points to it. A doubt is
    no danger before she says so."""
    if concern.level == "act":
        handoff.crisis = True
        await _urgent(moment, volunteer, handoff, CRISIS_MARK if shown else UNSEEN_MARK, stands)
    else:
        text = ASKED_MARK if shown else UNSEEN_ASKED_MARK
        await about_her(moment, volunteer, handoff, text, reply_to=stands)


async def confirmed(moment: Moment, handoff: Handoff | None) -> None:
    """She was asked, and it is danger."""
    volunteer = await holder_of(moment, handoff) if handoff is not None else None
    if handoff is not None and volunteer is not None:
        handoff.crisis = True
        await _urgent(moment, volunteer, handoff, YES_MARK)


async def _urgent(
    moment: Moment, volunteer: Person, handoff: Handoff, text: Text, stands: int | None = None
) -> None:
    """The mark, and by when a first word is due from now on."""
    sooner = await leases.hurry(moment, handoff)
    await about_her(moment, volunteer, handoff, text, reply_to=stands)
    if sooner and handoff.state == CLAIMED:
        await write_before(moment, volunteer, handoff)


async def write_before(moment: Moment, volunteer: Person, handoff: Handoff) -> None:
    """It is urgent, and nothing is said of why."""
    when = instants.told(moment, volunteer, handoff.lease_until or moment.now)
    await about_her(moment, volunteer, handoff, WRITE_BEFORE, when=when)
