"""A resident's turn: what she did, in the order in which it matters.

Danger first, then what only the state of a handoff decides, then the dialogues.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot import contacts, conversations, handoffs, outbox, people, relay, safeguard, talks
from bot.channel import MEDIA, Answer, Edit, Incoming, Kind, Say
from bot.dialogue.names import LANGUAGES
from bot.dialogue.words import plain
from bot.handoff_texts import BUTTON_STOP, NOT_SHARED, OFFER_OVER, PERSON_HOLDS
from bot.house import House, Moment
from bot.i18n import Text
from bot.safety import Concern
from bot.store.tables import Handoff, Person
from bot.understanding import Understanding
from bot.wishes import says_no, says_yes, stops_sharing

CANNOT_SEE = Text(
    "media/cannot-see",
    "Thank you for sending this. I am a machine and cannot see or hear it. "
    "Would you tell me in words? With /human I ask a person for you.",
)
SETTLED_LANGUAGE = 2  # messages in another language before the bot offers to change


@dataclass(frozen=True, slots=True)
class Heard:
    """What came in together from one chat, and how it was understood."""

    incoming: tuple[Incoming, ...]
    understanding: Understanding | None = None
    concern: Concern | None = None

    @property
    def last(self) -> Incoming:
        return self.incoming[-1]


async def take(moment: Moment, person: Person, heard: Heard) -> None:
    """One turn of a resident, in the caller's transaction."""
    last = heard.last
    if last.kind is Kind.BLOCKED:
        await outbox.block(moment.session, person.chat_id, moment.now)
        return
    if last.kind is Kind.UNBLOCKED:
        return
    person.seen_at = moment.now
    await contacts.answered(moment, person)
    if last.kind is Kind.TAP:
        await tap(moment, person, last)
        return
    held = await handoffs.held(moment, person.id)
    if heard.concern is not None and not stops(moment.house, last):
        await _danger(moment, person, heard, heard.concern, held)
        return
    if last.edited:
        if held is not None:
            await relay.from_resident(moment, person, held, last)
        return
    if await safeguard.hear_answer(moment, person, last.text):
        return
    if held is not None:
        await _in_talk(moment, person, heard, held)
        return
    await _to_the_bot(moment, person, heard)


async def _danger(
    moment: Moment, person: Person, heard: Heard, concern: Concern, held: Handoff | None
) -> None:
    """The safety reply, before anything else; a volunteer who holds the talk sees it, marked."""
    if held is not None:
        for incoming in heard.incoming:
            await relay.from_resident(moment, person, held, incoming, danger=True)
    await safeguard.worry(moment, person, concern, heard.last, held is not None)


async def _in_talk(moment: Moment, person: Person, heard: Heard, held: Handoff) -> None:
    """A person holds the talk: only commands and the bare word alone are wishes to the bot."""
    for incoming in heard.incoming:
        if stops(moment.house, incoming):
            said = await talks.withdraw(moment, person, held)
            await handoffs.tell(moment, person, Say(said, keyboard=()))
            return
        if incoming.command is not None:
            await conversations.command(moment, person, incoming.command[0])
            volunteer = await talks.holder_of(moment, held)
            now_with = moment.text(person, PERSON_HOLDS, name=(volunteer and volunteer.name) or "…")
            stop = moment.text(person, BUTTON_STOP)
            if await handoffs.held(moment, person.id) is not None:
                await handoffs.tell(moment, person, Say(now_with, keyboard=(stop,)))
            continue
        await relay.from_resident(moment, person, held, incoming)


def stops(house: House, incoming: Incoming) -> bool:
    if incoming.kind is not Kind.TEXT:
        return False
    labels = {plain(house.words(code, "formal", BUTTON_STOP)) for code in LANGUAGES}
    return stops_sharing(incoming.text, frozenset(labels))


async def _to_the_bot(moment: Moment, person: Person, heard: Heard) -> None:
    last = heard.last
    if last.command is not None:
        await conversations.command(moment, person, last.command[0])
    elif last.kind is Kind.REACTION:
        return
    elif last.kind in MEDIA and last.kind is not Kind.TEXT:
        await _medium(moment, person, heard)
    elif not await _about_offer(moment, person, last.text) and heard.understanding is not None:
        understood = await _in_her_language(moment, person, heard.understanding)
        await conversations.hear(moment, person, understood, heard.incoming[0].message_id)


async def _medium(moment: Moment, person: Person, heard: Heard) -> None:
    """A voice message cannot be understood and may be anything: 112 and a person, at once."""
    if heard.last.kind is Kind.VOICE:
        await safeguard.cannot_listen(moment, person)
    elif heard.understanding is not None and heard.last.text:
        await conversations.hear(moment, person, heard.understanding, heard.last.message_id)
    else:
        await handoffs.tell(moment, person, Say(moment.text(person, CANNOT_SEE)))


async def _about_offer(moment: Moment, person: Person, text: str) -> bool:
    """A typed yes to sharing brings the button again; a typed no ends the offer."""
    offer = await handoffs.offered(moment, person.id)
    if offer is None:
        return False
    at = await conversations.standing(moment, person)
    if at.position is not None:
        return False  # another question stands: the word is for that one
    if says_yes(text):
        said, buttons = handoffs.preview(moment, person, offer, False)
        await handoffs.tell(moment, person, Say(said, inline=buttons))
        return True
    if says_no(text):
        await handoffs.move(moment, offer, "decline", text=None)
        await handoffs.tell(moment, person, Say(moment.text(person, NOT_SHARED), keyboard=()))
        return True
    return False


async def _in_her_language(
    moment: Moment, person: Person, understood: Understanding
) -> Understanding:
    """A resident who goes on in another language is answered in it: two messages make a switch."""
    facts = await people.facts(moment, person)
    wordy = len(understood.text.split()) >= 3
    if understood.language == person.language or not wordy:
        if facts.get("_other_language") and wordy:
            await people.remember(moment, person, "_other_language", "")
        return understood
    seen = facts.get("_other_language", "")
    code, _, count = seen.partition(":")
    times = int(count or 0) + 1 if code == understood.language else 1
    if times >= SETTLED_LANGUAGE:
        person.language = understood.language
        await people.remember(moment, person, "_other_language", "")
    else:
        await people.remember(moment, person, "_other_language", f"{understood.language}:{times}")
    return replace(understood)


async def tap(moment: Moment, person: Person, incoming: Incoming) -> None:
    """An inline button of a preview. Bound to one handoff and the hash of its text."""
    parts = incoming.data.split(":")
    said = ""
    if parts[0] == "share" and len(parts) == 4:
        said = await _share(moment, person, parts[1], parts[2], parts[3], incoming)
    await handoffs.tell(moment, person, Answer(incoming.query_id, said), "tap")


async def _share(
    moment: Moment, person: Person, wish: str, number: str, bound: str, incoming: Incoming
) -> str:
    """Her yes or no to the exact text. A tap on an old preview shares nothing."""
    offer = await handoffs.offered(moment, person.id)
    fits = offer is not None and str(offer.id) == number and offer.text_hash.startswith(bound)
    if offer is None or not fits or len(bound) != 16:
        return moment.text(person, OFFER_OVER)
    if wish == "less":
        text, buttons = await handoffs.offer(moment, person)
        await _replace(moment, person, incoming, text)
        await handoffs.tell(moment, person, Say(text, inline=buttons))
    elif wish == "no":
        await handoffs.move(moment, offer, "decline", text=None)
        await _replace(moment, person, incoming, moment.text(person, NOT_SHARED))
    elif wish == "yes":
        shared = offer.text or ""
        said = await handoffs.open_it(moment, person, offer)
        await _replace(moment, person, incoming, "✓ " + shared)
        await handoffs.tell(moment, person, Say(said))
    return ""


async def _replace(moment: Moment, person: Person, incoming: Incoming, text: str) -> None:
    """Takes the buttons off the preview, so that it cannot be answered twice."""
    if incoming.message_id is not None:
        await handoffs.tell(moment, person, Edit(incoming.message_id, text))
