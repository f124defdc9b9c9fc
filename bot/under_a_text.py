"""What she types under a text that waits for her yes: the one for a volunteer, or a note for who
comes next. It never shares anything: a yes brings the buttons again. A plain no is a no. Whatever
else is said about it brings the text again, with a word on how to change it. Her first thanks bring
it too: she may think that somebody comes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select

from bot import closing, concerns, handoffs, people, previews, safeguard, standing
from bot.channel import Incoming, Say
from bot.dialogue.answers import wish
from bot.dialogue.simpler import SIMPLER
from bot.handoff_texts import BUTTON_NO, BUTTON_YES, NOT_SHARED, TAP_TO_SHARE, WHO_COMES
from bot.house import Moment
from bot.i18n import Text
from bot.store.tables import Handoff, Message, Person
from bot.to_a_text import Said, said_to, thinks_it_is_done
from bot.understanding import Understanding

TOLD: Final = "told"  # in the draft: that nothing is shared yet was said to her thanks


async def took(
    moment: Moment, person: Person, together: Sequence[Incoming], read: Understanding
) -> bool:
    """Whether her words were for such a text."""
    offer = await handoffs.offered(moment, person.id)
    note = await closing.asked(moment, person) if offer is None else None
    if offer is None and note is None:
        return False
    if (await standing.whereabouts(moment, person)).position is not None:
        return False  # another question stands: the word is for that one
    if offer is not None:
        return await _to_preview(moment, person, offer, together, read)
    return note is not None and await _to_note(moment, person, note, together, read)


async def _to_preview(
    moment: Moment,
    person: Person,
    offer: Handoff,
    together: Sequence[Incoming],
    read: Understanding,
) -> bool:
    yes, no = (moment.text(person, label) for label in (BUTTON_YES, BUTTON_NO))
    said = said_to(together[-1].text, yes, no, read)
    if said is Said.YES:
        await previews.again(moment, person, offer, moment.text(person, TAP_TO_SHARE))
        return True
    number = together[0].message_id or 0
    reached = await previews.has_reached(moment, person, offer, number)
    if reached and thinks_it_is_done(read) and not (offer.draft or {}).get(TOLD):
        offer.draft = {**(offer.draft or {}), TOLD: True}
        await previews.again(moment, person, offer, previews.only_by(moment, person))
        return True
    if said is None or not reached:
        return False
    if wish(read.text) == SIMPLER:
        await previews.again(moment, person, offer, previews.only_by(moment, person))
        return True
    if said is Said.NO:
        await previews.end(moment, person, offer, "decline", NOT_SHARED, by=person)
        if not await safeguard.declined(moment, person):
            await people.tell(moment, person, Say(moment.text(person, NOT_SHARED)))
        return True
    if said is Said.UNSURE and not await _is_about(moment, person, offer):
        return False
    await _show_again(moment, person, offer, WHO_COMES if said is Said.WHO else None)
    return True


async def _is_about(moment: Moment, person: Person, offer: Handoff) -> bool:
    """Whether words that nobody understands are about it: not when anything else came since, nor
    from who was in danger just now."""
    last = await _is_last(moment, person, await previews.shown(moment, person, offer))
    return last and not await concerns.worried(moment, person)


async def _show_again(moment: Moment, person: Person, offer: Handoff, text: Text | None) -> None:
    how = previews.how(moment, person, offer)
    word = f"{moment.text(person, text)} {how}" if text is not None else how
    await previews.again(moment, person, offer, word)


async def asked_between(
    moment: Moment, person: Person, together: Sequence[Incoming], read: Understanding
) -> None:
    """She asked the bot something and has her answer: the text stands below it again."""
    offer = await handoffs.offered(moment, person.id)
    asks = (wish(read.text) or read.intent or "").startswith("ask_")
    if offer is None or not asks:
        return
    at = await standing.whereabouts(moment, person)
    number = together[0].message_id or 0
    if at.position is None and await previews.has_reached(moment, person, offer, number):
        await _show_again(moment, person, offer, None)


async def _to_note(
    moment: Moment,
    person: Person,
    note: closing.Asked,
    together: Sequence[Incoming],
    read: Understanding,
) -> bool:
    """Only while the note is what she read last: its buttons stand for long."""
    number = together[0].message_id or 0
    reached = note.message_id is not None and note.message_id < number
    if not reached or not await _is_last(moment, person, note.message_id):
        return False
    yes, no = (
        moment.text(person, label) for label in (closing.BUTTON_PASS_ON, closing.BUTTON_KEEP_BACK)
    )
    said = said_to(together[-1].text, yes, no, read)
    if said is None:
        return False
    if said is Said.NO:
        await closing.refuse(moment, person, note)
        return True
    word = moment.text(person, closing.TAP_TO_PASS_ON if said is Said.YES else closing.WHOLE, no=no)
    await closing.again(moment, person, note, word)
    return True


async def _is_last(moment: Moment, person: Person, shown: int | None) -> bool:
    """Whether that message of ours is the last one that reached her."""
    if shown is None:
        return False
    later = await moment.session.scalar(
        select(Message.id)
        .where(Message.chat_id == person.chat_id, Message.message_id > shown)
        .limit(1)
    )
    return later is None
