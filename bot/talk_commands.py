"""What a volunteer's command does with the talk that it is for. Among several he taps which one:
each question replies to his command, and Telegram shows us that one with his tap."""

from __future__ import annotations

from typing import Final

from bot import (
    appointment_taps,
    appointment_texts,
    appointments,
    asking,
    outcomes,
    people,
    reports,
    talks,
    writing,
)
from bot.addressee_texts import DONE_ALREADY, LATER_ONE
from bot.channel import Button, Edit, Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import HELD, SPOKEN
from bot.store.tables import Handoff, Person

IN_A_TALK: Final = ("close", "release", "meet", "report")
DONE: Final = "_command_done"  # the fact that names his last command that a tap carried out
UNANSWERED = Text(
    "handoff/unanswered", "The last question of {name} has no answer yet. Close the talk anyway?"
)
UNWRITTEN = Text(
    "handoff/unwritten", "You wrote nothing to {name} yet. Do you end this talk, or hand it on?"
)
BUTTON_FINISH = Text("handoff/button-finish", "End it")
BUTTON_HAND = Text("handoff/button-hand", "Hand it on")
BUTTON_CLOSE_ANYWAY = Text("handoff/button-close-anyway", "Close anyway")
BUTTON_GO_ON = Text("handoff/button-go-on", "Go on")
NOW_OPEN = Text("handoff/now-open", "All right, the talk with {name} goes on.")


async def carry_out(moment: Moment, volunteer: Person, talk: Handoff, command: Incoming) -> None:
    """`talk` is his."""
    name, rest = command.command or ("", "")
    if name == "close":
        await close(moment, volunteer, talk)
    elif name == "release":
        await talks.release(moment, talk, volunteer, lapsed=False)
    elif name == "meet" and not await appointment_taps.may_propose(moment, volunteer, talk):
        await people.tell(moment, volunteer, Say(moment.text(volunteer, writing.TOO_LATE)))
    elif name == "meet" and not rest:
        await appointment_taps.ask(moment, volunteer, talk.id)
    elif name == "meet":
        if (said := await meeting(moment, volunteer, talk, rest)) is not None:
            await asking.ask(moment, volunteer, said)
    elif name == "report":
        said = await reports.begin(moment, volunteer, talk, command)
        await people.tell(moment, volunteer, said)


async def close(moment: Moment, volunteer: Person, talk: Handoff) -> None:
    """Where he wrote nothing yet, or her last question has no answer, he is asked first."""
    if talk.state not in SPOKEN:
        await _ask(
            moment, volunteer, talk, UNWRITTEN, {"close": BUTTON_FINISH, "hand": BUTTON_HAND}
        )
    elif await talks.has_open_question(moment, talk):
        await _ask(moment, volunteer, talk, UNANSWERED, {"close": BUTTON_CLOSE_ANYWAY})
    else:
        await outcomes.close(moment, talk, volunteer)


async def _ask(
    moment: Moment, volunteer: Person, talk: Handoff, text: Text, wishes: dict[str, Text]
) -> None:
    bound = f"{_spoken(talk)}:{talk.id}"
    buttons = tuple(
        Button(moment.text(volunteer, label), f"end:{wish}:{bound}")
        for wish, label in {**wishes, "on": BUTTON_GO_ON}.items()
    )
    row = await talks.about_her(moment, volunteer, talk, text, inline=buttons)
    await asking.stands(moment, volunteer, row, buttons)


def _spoken(talk: Handoff) -> str:
    """When one of the two spoke last: the question is about the talk as it was then."""
    return str(int(talk.spoken_at.timestamp())) if talk.spoken_at is not None else ""


async def sure(moment: Moment, volunteer: Person, talk: Handoff, tap: Incoming) -> None:
    """His tap on that question. What she asked since is asked about anew."""
    _, wish, spoken, _ = tap.data.split(":")
    if talk.claimed_by != volunteer.id or talk.state not in HELD:
        return
    if wish == "hand":
        await talks.release(moment, talk, volunteer, lapsed=False)
    elif wish == "close" and spoken == _spoken(talk):
        await outcomes.close(moment, talk, volunteer)
    elif wish == "close":
        await close(moment, volunteer, talk)
    elif wish == "on" and tap.message_id is not None:
        name = await talks.name_of(moment, talk, volunteer)
        said = Edit(tap.message_id, moment.text(volunteer, NOW_OPEN, name=name))
        await people.tell(moment, volunteer, said, "relay", talk, talk.consent_id)


async def chosen(
    moment: Moment, volunteer: Person, talk: Handoff, command: Incoming, tap: Incoming
) -> str:
    """He said which talk his command is for: it is carried out, once. Returns the word for the
    tapped button."""
    name, _ = command.command or ("", "")
    fact = (await people.facts_of(moment, volunteer)).get(DONE)
    last = int(fact.value) if fact is not None else 0
    if last and last == command.message_id:
        return moment.text(volunteer, DONE_ALREADY)
    if (command.message_id or 0) < last:  # done or not: only the last one is remembered
        return moment.text(volunteer, LATER_ONE, command=name)
    if talk not in await talks.open_talks(moment, volunteer):
        return moment.text(volunteer, writing.TOO_LATE)
    await people.remember(moment, volunteer, DONE, str(command.message_id or 0))
    if tap.message_id is not None:
        await people.tell(moment, volunteer, Edit(tap.message_id, f"/{name} ✓"), "answer")
    await carry_out(moment, volunteer, talk, command)
    return ""


async def meeting(moment: Moment, volunteer: Person, handoff: Handoff, words: str) -> Say | None:
    """When and where, as it was read; what cannot be read is asked once more."""
    said = await appointments.read(moment, volunteer, handoff, words)
    if said is None:
        again = moment.text(volunteer, appointment_texts.UNREAD)
        await writing.begin(moment, volunteer, "meeting", handoff.id, again)
    return said
