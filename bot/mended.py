"""What somebody changes in a message of theirs. Its copy changes too, as long as whoever has it may
read on; where that is over, whoever changed it reads so.

Said once of a message, however often it is changed. Danger in it is answered as ever.
"""

from __future__ import annotations

from typing import Final

from bot import copies, people, transitions
from bot.channel import CAPTIONED, Edit, Incoming, Kind, Say
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import CLOSED, LIVE
from bot.people import tell
from bot.sanitise import clean
from bot.store.tables import Handoff, Message, Person, Relay

LONGEST_CAPTION: Final = 1000
TOLD: Final = "_mended"  # the fact that names the message of which it was said last
OVER = Text(
    "mended/over",
    "The talk with {name} is over, so {name} does not see what you changed here. If you want a "
    "person again, write “a person”.",
)
WAITING = Text(
    "mended/waiting",
    "{name} does not see any more what you changed here. If someone else comes, they do not see it "
    "either: write it to them then.",
)
NOT_THERE = Text(
    "mended/not-there",
    "{name} does not have this message, and so does not see what you changed here. Is it for "
    "{name}? Then write it once more.",
)
NOT_ARRIVED = Text(
    "mended/not-arrived",
    "What you changed here did not reach {name}. You can write it in a new message.",
)
NOT_YOURS = Text(
    "mended/not-yours",
    "What you changed here went to nobody: that talk is over, or was handed on.",
)
READ_ONCE = Text(
    "mended/read-once",
    "I read a message once, as it was first written. Does it say something else now? Then write it "
    "in a new message.",
)


def says_something(mended: Incoming) -> bool:
    """Words were changed. A place that is shared live changes every few seconds, without a word."""
    return mended.kind is Kind.TEXT or mended.kind in CAPTIONED


async def copied(
    moment: Moment, handoff: Handoff, mended: Incoming, reader: Person
) -> tuple[Relay, Message] | None:
    """The copy of a message on this reader's phone, in this talk: not one that an earlier volunteer
    has of the same handoff."""
    found = await copies.copy_of(moment, mended.chat_id, mended.message_id or 0)
    if found is None or found[0].handoff_id != handoff.id or found[1].chat_id != reader.chat_id:
        return None
    return found


async def change(
    moment: Moment,
    reader: Person,
    handoff: Handoff,
    found: tuple[Relay, Message],
    words: str,
    consent_id: int | None,
) -> bool:
    """The copy says these words from now on, delivered or not. False where it never arrives."""
    relay, copy = found
    words = clean(words, LONGEST_CAPTION) if relay.medium else words or "…"
    await moment.session.refresh(copy, with_for_update=True)  # as it is now: it may just leave
    if copy.state == "queued" and copy.payload is not None:
        key = "caption" if relay.medium else "text"
        copy.payload = {**copy.payload, key: words}
        return True
    if copy.state not in ("sending", "sent"):
        return False
    outgoing = Edit(copy.message_id or 0, words, caption=relay.medium, of=copy.id)
    await tell(moment, reader, outgoing, "relay", handoff, consent_id)
    return True


async def after_a_talk(moment: Moment, person: Person, mended: Incoming) -> bool:
    """Nobody holds a talk with her now. False for what was never passed on: it was for the
    machine."""
    found = await copies.copy_of(moment, mended.chat_id, mended.message_id or 0)
    if found is None or not says_something(mended):
        return False
    handoff = await moment.session.get_one(Handoff, found[0].handoff_id)
    reader = await people.by_chat(moment, found[1].chat_id)
    if handoff.person_id != person.id:  # somebody who was a volunteer
        await say_once(moment, person, mended.message_id, NOT_YOURS)
    else:
        await is_over(moment, person, reader, handoff, mended.message_id)
    return True


async def is_over(
    moment: Moment,
    resident: Person,
    volunteer: Person | None,
    handoff: Handoff,
    message_id: int | None,
) -> None:
    """She reads that he, who read her message, does not see the change. Not where she took her yes
    back: then nothing of hers is on his phone."""
    name = (volunteer.name if volunteer else None) or "…"
    if handoff.state in LIVE or handoff.state == CLOSED:
        waits = await transitions.live(moment, resident.id) is not None
        text = WAITING if waits else OVER
        await say_once(moment, resident, message_id, text, name=name)


async def reaches_nobody(moment: Moment, volunteer: Person, mended: Incoming) -> None:
    """He changed what he wrote in a talk that is no longer his. What went to nobody as he wrote it
    is as he left it: when he is asked whom it was for, it goes as it stands by then."""
    passed_on = await copies.copy_of(moment, mended.chat_id, mended.message_id or 0)
    if passed_on is not None and says_something(mended):
        await say_once(moment, volunteer, mended.message_id, NOT_YOURS)


async def say_once(
    moment: Moment, person: Person, message_id: int | None, text: Text, **values: str
) -> None:
    told = (await people.facts_of(moment, person)).get(TOLD)
    if told is not None and told.value == str(message_id):
        return
    await people.remember(moment, person, TOLD, str(message_id))
    await tell(moment, person, Say(moment.text(person, text, **values), reply_to=message_id))
