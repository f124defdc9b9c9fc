"""Words and media between a resident and the volunteer who holds the talk.

Text is sent anew and cleaned, media are copied with the caption rewritten, nothing is forwarded:
neither sees the other's account. What goes to the volunteer rests on her consent and is protected.
What she complains of him waits until she said whom it is for, a place or a card until a yes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select

from bot import (
    accesses,
    cards,
    complained,
    complaint_question,
    floods,
    marks,
    mended,
    people,
    still_shared,
)
from bot.channel import BARE, CAPTIONED, Incoming, Kind, Say
from bot.dialogue import enough
from bot.doubts import NONE, ends
from bot.handoff_texts import (
    ANSWER_MARK,
    CROSSED,
    CROSSED_DANGER,
    FROM_VOLUNTEER,
    HEADER,
    NOT_DELIVERED,
)
from bot.house import Moment
from bot.lifecycle import SPOKEN
from bot.passing_on import pass_on, words_of
from bot.people import tell
from bot.safety import Concern
from bot.safety.reply import APART, KEPT_BACK, PASSED
from bot.store.tables import Handoff, Message, Person
from bot.talks import (
    about_her,
    holder_of,
    name_of,
    open_talks,
    person_of,
    resident_spoke,
    volunteer_spoke,
)


async def all_of(
    moment: Moment,
    resident: Person,
    handoff: Handoff,
    together: Sequence[Incoming],
    concern: Concern | None,
    doubts: Mapping[str, str] = NONE,
) -> str:
    """Passes on what came together, marked once. Says what became of the words. `doubts`: see
    `bot.residents.Heard`."""
    danger = concern.intent if concern is not None else ""
    passed = [
        await from_resident(
            moment,
            resident,
            handoff,
            one,
            None if place else concern,
            together,
            danger=danger,
            doubts=doubts,
        )
        for place, one in enumerate(together)
    ]
    if all(passed):
        return PASSED
    violent = danger == complained.VIOLENCE
    told_of_him = violent and await complaint_question.asked(moment, resident) is not None
    return APART if told_of_him and not any(passed) else KEPT_BACK


async def answer(
    moment: Moment,
    resident: Person,
    handoff: Handoff,
    incoming: Incoming,
    marked: bool,
    waits: bool = True,
) -> str:
    """Her answer to a question about danger is for who holds the talk too, and never too much.
    `waits`: for a word of that reader."""
    volunteer = await holder_of(moment, handoff)
    if volunteer is None or not await _knows(moment, resident, volunteer, handoff, incoming):
        return ""
    if await still_shared.asked(moment, resident, handoff) is not None:
        return APART if marked else KEPT_BACK  # no mark of it: he sees nothing
    if marked:
        await about_her(moment, volunteer, handoff, ANSWER_MARK)
    await _to_volunteer(moment, resident, volunteer, handoff, incoming, waits)
    return PASSED


async def from_resident(
    moment: Moment,
    resident: Person,
    handoff: Handoff,
    incoming: Incoming,
    concern: Concern | None = None,
    together: Sequence[Incoming] = (),
    sure: bool = False,
    still_shares: bool = False,
    danger: str = "",
    doubts: Mapping[str, str] = NONE,
) -> bool:
    """Passes one message on to the volunteer, marked when safety worries about it. Words that are
    not for that reader stay back; that they worried us does not. False when they did. `sure`: she
    said that it is for him. `still_shares`: she was asked of this one whether she does. `danger`:
    its kind, of what came together. `doubts`: see `bot.residents.Heard`."""
    volunteer = await holder_of(moment, handoff)
    if volunteer is None:
        return False
    if not sure and await complained.holds_back(
        moment, resident, handoff, volunteer, incoming, together, concern, danger, doubts
    ):
        return False
    # what the model doubts is not waited for in danger; her own 'hou op' is
    bid = danger and enough.bids_in(incoming.text, volunteer.name or "")
    may_end = bool(bid) if danger else ends(doubts, incoming)
    if not still_shares and await still_shared.holds_back(
        moment, resident, volunteer, handoff, incoming, may_end
    ):
        if concern is not None:
            await marks.danger(moment, volunteer, handoff, concern, False)
        return False
    if not sure and incoming.kind in cards.CARDS and not incoming.edited:
        await cards.ask(moment, resident, handoff, incoming)
        return False
    if incoming.edited:
        return await _mended(moment, resident, volunteer, handoff, incoming, concern)
    shared = await _knows(moment, resident, volunteer, handoff, incoming)
    if concern is not None:
        await marks.danger(moment, volunteer, handoff, concern, shared)
    if not shared:
        crossed = CROSSED if concern is None else CROSSED_DANGER
        said = moment.text(resident, crossed, name=volunteer.name or "…")
        await tell(moment, resident, Say(said), "answer", handoff)
        return False
    if concern is not None or not await floods.too_much(moment, resident, handoff):
        await _to_volunteer(moment, resident, volunteer, handoff, incoming)
    return True


async def _mended(
    moment: Moment,
    resident: Person,
    volunteer: Person,
    handoff: Handoff,
    incoming: Incoming,
    concern: Concern | None,
) -> bool:
    """She changed a message. One without a copy there is from before this talk: it was not for this
    reader, and mending a letter in it shares nothing. Danger waits for an answer like any word."""
    if not mended.says_something(incoming):
        return True
    found = await mended.copied(moment, handoff, incoming, volunteer)
    if concern is not None:
        stands = found[1].message_id if found is not None else None
        await marks.danger(moment, volunteer, handoff, concern, found is not None, stands)
        if handoff.state in SPOKEN:
            await resident_spoke(moment, handoff, resident)
    if found is not None:
        await _to_volunteer(moment, resident, volunteer, handoff, incoming)
    elif concern is None:
        name = volunteer.name or "…"
        await mended.say_once(moment, resident, incoming.message_id, mended.NOT_THERE, name=name)
    return found is not None


async def _to_volunteer(
    moment: Moment,
    resident: Person,
    volunteer: Person,
    handoff: Handoff,
    incoming: Incoming,
    waits: bool = True,
) -> None:
    words = words_of(moment, volunteer, incoming)
    several = len(await open_talks(moment, volunteer)) > 1
    if several or incoming.kind in cards.CARDS:  # whose words, or whose photo, is this?
        name = await name_of(moment, handoff, volunteer)
        if words:
            words = moment.text(volunteer, HEADER, name=name, words=words)
        elif incoming.kind in CAPTIONED:
            words = name
        elif incoming.kind in BARE:
            said = Say(moment.text(volunteer, HEADER, name=name, words="").strip(), protect=True)
            await tell(moment, volunteer, said, "relay", handoff, handoff.consent_id)
    await accesses.saw_once(moment, resident.id, accesses.TALK, volunteer, handoff.id)
    await pass_on(moment, resident, volunteer, handoff, incoming, words, True)
    if incoming.kind is Kind.REACTION or incoming.edited:
        return
    if waits:
        await resident_spoke(moment, handoff, resident, asks="?" in incoming.text)
    else:
        handoff.spoken_at = moment.now


async def _knows(
    moment: Moment, resident: Person, volunteer: Person, handoff: Handoff, incoming: Incoming
) -> bool:
    """Whether she had read who reads along when she wrote this. What she wrote to the machine just
    before is not shared."""
    if incoming.kind is Kind.REACTION:
        return True
    told = await moment.session.scalar(
        select(func.min(Message.message_id))
        .where(Message.chat_id == resident.chat_id, Message.handoff_id == handoff.id)
        .where(Message.created_at >= (handoff.claimed_at or moment.now))
    )
    return told is not None and told < (incoming.message_id or 0)


async def from_volunteer(
    moment: Moment, volunteer: Person, handoff: Handoff, incoming: Incoming, sure: bool = False
) -> None:
    """Passes one message on to the resident, with the volunteer's name. The first one greets.
    `sure`: he said that his card is for her."""
    resident = await person_of(moment, handoff)
    if await people.blocked(moment, resident):
        await about_her(moment, volunteer, handoff, NOT_DELIVERED)
        return
    if incoming.edited and not mended.says_something(incoming):
        return
    if not incoming.edited and await floods.too_much(moment, volunteer, handoff):
        return
    name = volunteer.name or "…"
    if incoming.kind in cards.CARDS and not sure:
        await cards.ask(moment, volunteer, handoff, incoming)
        return
    if incoming.kind in cards.CARDS:
        said = Say(moment.text(resident, HEADER, name=name, words="").strip())
        await tell(moment, resident, said, "relay", handoff)
    words = words_of(moment, resident, incoming)
    if words:
        words = moment.text(resident, FROM_VOLUNTEER, name=name, words=words)
    elif incoming.kind in CAPTIONED:
        words = volunteer.name or ""
    await pass_on(moment, volunteer, resident, handoff, incoming, words, False)
    if incoming.kind is not Kind.REACTION and not incoming.edited:
        await volunteer_spoke(moment, handoff, volunteer)
