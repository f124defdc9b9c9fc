"""After a talk: what the volunteer tells of it, the notes, and her yes to the one that goes on."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot import (
    asking,
    claiming,
    consents,
    notes,
    outcomes,
    people,
    reports,
    talks,
    writing,
    written_for,
)
from bot.avoided import stays_away
from bot.channel import Button, Edit, Incoming, Say
from bot.handoff_texts import BUTTON_HANDOVER, PREVIEW_BELOW
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import CLOSED
from bot.sanitise import clean
from bot.store.tables import Handoff, Message, Person
from bot.transitions import held

TOLD = Text("outcome/told", "Noted: {outcome}. Thank you.")
BUTTON_PLAN = Text("meeting/button-plan", "Make an appointment")
BUTTON_NOTE = Text("note/button-own", "A note for myself")
ASK_NOTE = Text(
    "note/ask-own",
    "Write your note in one message. You read it again when you talk with this person once "
    "more. The coordinators can read it too. Whoever asks for everything that is kept about "
    "them gets it as well. It is erased after {days} days.",
)
KEPT_NOTE = Text("note/kept", "Your note is kept. No other volunteer reads it.")
ASK_HANDOVER = Text(
    "note/ask-handover",
    "Write in one message what a next volunteer should know. The resident reads it first. "
    "It is passed on only after their yes.",
)
WORDS_BACK = Text(
    "note/words-back",
    "Nobody has read this yet. The resident of talk {number} would read:\n\n“{note}”\n\n"
    "Shall I show it?",
)
BUTTON_SHOW_HER = Text("note/button-show", "Yes, show it")
ASKED_HER = Text("note/asked", "I have asked whether your note may be passed on.")
OFFER = Text(
    "note/offer",
    "{name} wrote this for whoever talks with you next time:\n\n“{note}”\n\nNobody reads it "
    "unless you say yes. May I pass it on?",
)
BUTTON_PASS_ON = Text("note/button-yes", "Yes, pass it on")
BUTTON_KEEP_BACK = Text("note/button-no", "No, erase it")
PASSED_ON = Text("note/passed-on", "All right. Whoever talks with you next time reads it.")
ERASED = Text("note/erased", "All right, the note is erased. Nobody read it.")
TAP_TO_PASS_ON = Text(
    "note/tap-to-pass-on",
    "To pass it on, a tap on the first button is needed. Without it nobody reads it.",
)
WHOLE = Text(
    "note/whole",
    "Nobody has read it yet. It only goes on as a whole. With “{no}” nobody reads any of it, and "
    "what may be known can be told in the next talk.",
)
SHOWN: Final = "_note"  # the fact that names our message with the note, and who wrote it


async def told(moment: Moment, volunteer: Person, handoff: Handoff, incoming: Incoming) -> str:
    """A tap on what came of a talk. Returns the word for the button."""
    outcome = incoming.data.split(":")[1]
    if outcome not in outcomes.BUTTONS:
        return ""
    if not await outcomes.choose(moment, volunteer, handoff, outcome):
        return ""
    label = moment.text(volunteer, outcomes.BUTTONS[outcome])
    said = moment.text(volunteer, TOLD, outcome=label)
    if incoming.message_id is not None:
        buttons = _notes(moment, volunteer, handoff)
        if outcome == outcomes.WILL_MEET:
            plan = Button(moment.text(volunteer, BUTTON_PLAN), f"meet:plan:{handoff.id}")
            buttons = (plan, *buttons)
        await people.tell(moment, volunteer, Edit(incoming.message_id, said, buttons), "answer")
    return ""


def _notes(moment: Moment, volunteer: Person, handoff: Handoff) -> tuple[Button, ...]:
    return (
        Button(moment.text(volunteer, BUTTON_NOTE), f"note:own:{handoff.id}"),
        Button(moment.text(volunteer, BUTTON_HANDOVER), f"note:next:{handoff.id}"),
    )


async def begin_note(moment: Moment, volunteer: Person, handoff: Handoff, which: str) -> None:
    """A tap on one of the two notes."""
    if not await _is_on_it(moment, volunteer, handoff):
        return
    if which == "next" and not await _may_leave_word(moment, volunteer, handoff):
        await people.tell(moment, volunteer, Say(moment.text(volunteer, writing.TOO_LATE)))
    elif which == "next":
        said = moment.text(volunteer, ASK_HANDOVER)
        await writing.begin(moment, volunteer, "handover", handoff.id, said)
    elif which == "own" and handoff.state == CLOSED and handoff.claimed_by == volunteer.id:
        days = moment.house.policy.text_lasts.days
        said = moment.text(volunteer, ASK_NOTE, days=days)
        await writing.begin(moment, volunteer, "note", handoff.id, said)


async def keep(moment: Moment, volunteer: Person, handoff: Handoff, words: str) -> bool:
    """The own note. False when it may not be written (now)."""
    if not await _is_on_it(moment, volunteer, handoff):
        return False
    await notes.keep(moment, volunteer, handoff, words)
    return True


async def _is_on_it(moment: Moment, volunteer: Person, handoff: Handoff) -> bool:
    return await notes.had(moment, volunteer, handoff) and handoff.state in notes.WRITABLE


async def _may_leave_word(moment: Moment, volunteer: Person, handoff: Handoff) -> bool:
    """A note for whoever comes next reaches her: while he holds the talk and for a day after it,
    not where the two stay apart, and not where she wants no messages."""
    if not await reports.may(moment, volunteer, handoff) or handoff.state not in notes.WRITABLE:
        return False
    if await stays_away(moment, handoff.person_id, volunteer):
        return False
    resident = await talks.person_of(moment, handoff)
    return (await people.resident(moment, resident)).stopped_at is None


async def words_back(
    moment: Moment, volunteer: Person, handoff: Handoff, incoming: Incoming
) -> Say | None:
    """He reads what she would read, and says yes or no to it. Nothing is kept meanwhile: Telegram
    shows us his message with his tap. None when it may not be written (now)."""
    if not await _may_leave_word(moment, volunteer, handoff):
        return None
    note = clean(incoming.text, notes.LONGEST)
    bound = f"{consents.text_hash(note)[:16]}:{handoff.id}"
    buttons = (
        Button(moment.text(volunteer, BUTTON_SHOW_HER), f"hand:yes:{bound}"),
        Button(moment.text(volunteer, writing.BUTTON_NOT_NOW), f"hand:no:{bound}"),
    )
    said = moment.text(volunteer, WORDS_BACK, number=handoff.id, note=note)
    return Say(said, inline=buttons, reply_to=incoming.message_id)


async def read_back(moment: Moment, volunteer: Person, handoff: Handoff, tap: Incoming) -> None:
    """His yes or no. What he changed since he read it is read back anew."""
    wish = tap.data.split(":")[1]
    words = tap.quoted
    if tap.message_id is None:
        return
    said = moment.text(volunteer, writing.LEFT)
    if wish == "yes" and words is not None and clean(words.text):
        if await written_for.find(moment, volunteer, words.message_id) is not None:
            return  # a second tap
        again = await words_back(moment, volunteer, handoff, words)
        if again is None:
            said = moment.text(volunteer, writing.TOO_LATE)
        elif again.inline[0].data != tap.data:
            await asking.ask(moment, volunteer, again)
        else:
            await notes.draft(moment, volunteer, handoff, words.text)
            await _show(moment, await talks.person_of(moment, handoff), volunteer, handoff)
            await written_for.note(moment, volunteer, words, "handover", handoff.id)
            said = moment.text(volunteer, ASKED_HER)
    await people.tell(moment, volunteer, Edit(tap.message_id, said), "answer")


async def _show(
    moment: Moment, resident: Person, writer: Person | None, handoff: Handoff, word: str = ""
) -> None:
    note = handoff.handover or ""
    bound = f"{handoff.id}:{consents.text_hash(note)[:16]}"
    buttons = (
        Button(moment.text(resident, BUTTON_PASS_ON), f"pass:yes:{bound}"),
        Button(moment.text(resident, BUTTON_KEEP_BACK), f"pass:no:{bound}"),
    )
    name = (writer.name if writer is not None else None) or "…"
    said = moment.text(resident, OFFER, name=name, note=note)
    said = f"{said}\n\n{word}" if word else said
    row = await people.tell(moment, resident, Say(said, inline=buttons), "answer", handoff)
    await people.remember(moment, resident, SHOWN, f"{row}:{writer.id if writer else 0}")


class Asked(NamedTuple):
    """A note that waits for her yes, and the message that shows it (None: it has not arrived)."""

    handoff: Handoff
    message_id: int | None
    writer: Person | None


async def asked(moment: Moment, resident: Person) -> Asked | None:
    """The last one, as long as she said neither yes nor no."""
    fact = (await people.facts_of(moment, resident)).get(SHOWN)
    if fact is None:
        return None
    row, writer = map(int, fact.value.split(":"))
    shown = await moment.session.get(Message, row)
    handoff = await moment.session.get(Handoff, (shown.handoff_id if shown else None) or 0)
    if shown is None or handoff is None or not handoff.handover or handoff.handover_consent:
        return None
    return Asked(handoff, shown.message_id, await moment.session.get(Person, writer))


async def again(moment: Moment, resident: Person, note: Asked, word: str) -> None:
    """The note once more, with a word under it. The earlier one has no buttons any more."""
    await _take_off(moment, resident, note, PREVIEW_BELOW)
    await _show(moment, resident, note.writer, note.handoff, word)


async def refuse(moment: Moment, resident: Person, note: Asked) -> None:
    """Her no in words."""
    await notes.refuse(moment, resident, note.handoff)
    await _take_off(moment, resident, note, ERASED)
    await people.tell(moment, resident, Say(moment.text(resident, ERASED)))


async def _take_off(moment: Moment, resident: Person, note: Asked, text: Text) -> None:
    if note.message_id is not None:
        edit = Edit(note.message_id, moment.text(resident, text))
        await people.tell(moment, resident, edit, "answer", note.handoff)


async def decide(moment: Moment, resident: Person, incoming: Incoming) -> str:
    """Her yes or no to a note, bound to its exact text. Returns what the message says then; ''
    for an old or forged button."""
    parts = incoming.data.split(":")
    if len(parts) != 4 or not parts[2].isascii() or not parts[2].isdecimal() or len(parts[2]) > 17:
        return ""
    handoff = await moment.session.get(Handoff, int(parts[2]), with_for_update=True)
    if handoff is None or handoff.person_id != resident.id or not handoff.handover:
        return ""
    fits = consents.text_hash(handoff.handover).startswith(parts[3]) and len(parts[3]) == 16
    if not fits or handoff.handover_consent is not None:
        return ""
    if parts[1] == "no":
        await notes.refuse(moment, resident, handoff)
        return moment.text(resident, ERASED)
    if parts[1] != "yes" or not await notes.approve(moment, resident, handoff):
        return ""
    if (talk := await held(moment, resident.id)) is not None:
        holder = await talks.holder_of(moment, talk)
        if holder is not None:
            await claiming.hand_over(moment, holder, talk)
    return moment.text(resident, PASSED_ON)
