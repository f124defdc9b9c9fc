"""What never will arrive at the other side of a talk: whoever wrote it reads so."""

from __future__ import annotations

from sqlalchemy import select

from bot import mended, people, too_late
from bot.channel import Say
from bot.handoff_texts import NOT_ARRIVED, NOT_DELIVERED
from bot.house import Moment
from bot.lifecycle import HELD
from bot.people import tell
from bot.store.tables import Handoff, Message, Relay
from bot.talks import about_her, person_of, release
from bot.unreached import WHY


async def came_back(moment: Moment, row_id: int, changed: bool = False) -> None:
    """What never will arrive comes back to whoever wrote it, with a word under that message, also
    where the talk has moved on. A volunteer whom nothing reaches holds no talk. `changed`: what it
    says from now on does not arrive there."""
    relay = await moment.session.scalar(select(Relay).where(Relay.copy == row_id))
    handoff = await moment.session.get(Handoff, relay.handoff_id) if relay is not None else None
    copy = await moment.session.get(Message, row_id)
    if relay is None or handoff is None or copy is None:
        return
    resident = await person_of(moment, handoff)
    shared = relay.from_chat == resident.chat_id
    volunteer = await people.by_chat(moment, copy.chat_id if shared else relay.from_chat)
    if volunteer is None:
        return
    holds = handoff.state in HELD and handoff.claimed_by == volunteer.id
    if not shared:
        text = mended.NOT_ARRIVED if changed else NOT_DELIVERED
        # it names her, and so rests on her yes: of a talk that is over nothing more is said
        await about_her(moment, volunteer, handoff, text, reply_to=relay.from_message)
    elif not holds and changed:
        await mended.is_over(moment, resident, volunteer, handoff, relay.from_message)
    elif not holds:
        await too_late.tell_her(moment, resident, volunteer, handoff, relay.from_message)
    else:
        what = mended.NOT_ARRIVED if changed else NOT_ARRIVED
        told = moment.text(resident, what, name=volunteer.name or "…")
        said = Say(told, reply_to=relay.from_message)
        await tell(moment, resident, said, "answer", handoff)
        if await people.blocked(moment, volunteer):
            await release(moment, handoff, volunteer, lapsed=True, why=WHY)
