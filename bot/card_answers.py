"""The answer to 'shall I pass it on?', by a tap or in words: a yes passes that one message on,
once, while the two still talk."""

from __future__ import annotations

from dataclasses import replace

from bot import cards, copies, outbox, people, relay, talks
from bot.channel import Edit, Incoming, Kind, Say
from bot.dialogue.words import plain
from bot.house import Moment
from bot.lifecycle import HELD
from bot.store.tables import Handoff, Person
from bot.wishes import says_just_yes, says_no


async def tap(moment: Moment, sender: Person, incoming: Incoming) -> None:
    """A forged one, or one after the talk, passes nothing on."""
    _, wish, number = (*incoming.data.split(":"), "", "")[:3]
    if wish not in ("yes", "no") or not number.isascii() or not number.isdecimal():
        return
    talk = await moment.session.get(Handoff, int(number), with_for_update=True)
    card = incoming.quoted
    if talk is None or card is None or card.kind not in cards.CARDS:
        return
    if not _talk_still(sender, talk):
        return
    said = await _decide(moment, sender, talk, card, wish == "yes")
    if said is not None and incoming.message_id is not None:
        edit = Edit(incoming.message_id, said.text)
        await people.tell(moment, sender, edit, *_rests_on(sender, talk))


async def typed(moment: Moment, sender: Person, incoming: Incoming) -> bool:
    """Whether a bare yes or no was for that question."""
    if incoming.kind is not Kind.TEXT or incoming.edited or incoming.forwarded:
        return False
    asked = await cards.asked(moment, sender)
    if asked is None:
        return False
    reached = await outbox.delivered_as(moment.session, asked.row)
    if reached is None or reached >= (incoming.message_id or 0):
        return False  # written before she or he read it: a yes to something else
    word = plain(incoming.text)
    yes = says_just_yes(incoming.text) or word in moment.house.labels(cards.BUTTON_YES)
    if not yes and not says_no(incoming.text):
        return False
    if not _talk_still(sender, asked.talk):
        return False
    card = replace(incoming, kind=asked.kind, message_id=asked.message_id, text="", reply_to=None)
    said = await _decide(moment, sender, asked.talk, card, yes)
    if said is not None:
        await people.tell(moment, sender, said, *_rests_on(sender, asked.talk))
    return True


def _talk_still(sender: Person, talk: Handoff) -> bool:
    return talk.state in HELD and sender.id in (talk.person_id, talk.claimed_by)


async def _decide(
    moment: Moment, sender: Person, talk: Handoff, card: Incoming, passes: bool
) -> Say | None:
    """Returns the word to the sender; None where it stays here in spite of a yes: why is said
    already, and the question stands."""
    went = await _went(moment, sender, card)
    if passes and not went:
        pass_on = relay.from_resident if sender.id == talk.person_id else relay.from_volunteer
        await pass_on(moment, sender, talk, card, sure=True)
        if not await _went(moment, sender, card):
            return None
    await people.remember(moment, sender, cards.ASKED, "")
    if not passes and not went:
        return Say(moment.text(sender, cards.NOT_PASSED))
    return Say(moment.text(sender, cards.PASSED_ON, name=await _other(moment, sender, talk)))


async def _went(moment: Moment, sender: Person, card: Incoming) -> bool:
    return await copies.copy_of(moment, sender.chat_id, card.message_id or 0) is not None


async def _other(moment: Moment, sender: Person, talk: Handoff) -> str:
    if sender.id != talk.person_id:
        return await talks.name_of(moment, talk, sender)
    holder = await talks.holder_of(moment, talk)
    return (holder.name if holder else None) or "…"


def _rests_on(sender: Person, talk: Handoff) -> tuple[str, Handoff, int | None]:
    """A word to the volunteer that names her rests on her yes."""
    if sender.id == talk.person_id:
        return "answer", talk, None
    return "relay", talk, talk.consent_id
