"""A word of advice for a volunteer, by a tap, while a resident waits. It goes to the volunteer
alone: nothing of it is ever sent to a resident, for ready-made sentences do harm there."""

from __future__ import annotations

from typing import Final

from bot import numbers, people
from bot.channel import Button, Edit, Incoming, Say
from bot.house import Moment
from bot.i18n import Text
from bot.safety.concern import KINDS
from bot.store.tables import Person

ASK = Text("hints/ask", "A word of advice, for you alone. Nothing of it goes to the resident:")
BUTTONS: Final = {
    "first": Text("hints/button-first", "My first words"),
    "listen": Text("hints/button-listen", "How do I listen?"),
    "quiet": Text("hints/button-quiet", "They write little"),
    "sad": Text("hints/button-sad", "They are sad"),
    "danger": Text("hints/button-danger", "I fear danger"),
    "limits": Text("hints/button-limits", "It is too much for me"),
    "end": Text("hints/button-end", "How do I end it?"),
}
HINTS: Final = {
    "first": Text(
        "hints/first",
        "Say who you are, and that you read what they shared. Name one thing of it in their own "
        "words. Ask one open question, or none. Short is fine.",
    ),
    "listen": Text(
        "hints/listen",
        "Say back what you heard before you ask anything. One question at a time. No advice "
        "unless they ask for it. Do not compare with others, or with yourself.",
    ),
    "quiet": Text(
        "hints/quiet",
        "That is fine. Writing may be hard. Say that short answers are good, and that you have "
        "time. A photo, a voice message or a call may be easier. /meet proposes to meet.",
    ),
    "sad": Text(
        "hints/sad",
        "Stay with it. Say that it sounds hard, in their words. You need not solve it. "
        "Nothing that cheers up.",
    ),
    "danger": Text(
        "hints/danger",
        "Ask plainly whether they think of dying, and whether they are safe now. To ask does no "
        "harm. Do not promise to keep it to yourself. Stay until somebody is there. The resident "
        "has these numbers too:",
    ),
    "limits": Text(
        "hints/limits",
        "You may stop. /release hands the talk on, that is no failure. /heavy tells the "
        "coordinator, who calls you. Never give your own number or address.",
    ),
    "end": Text(
        "hints/end",
        "Say beforehand that you will stop soon. Name one thing that you take with you from the "
        "talk. Say how they find somebody again. Then /close.",
    ),
}


def ask(moment: Moment, volunteer: Person) -> Say:
    return Say(moment.text(volunteer, ASK), inline=_buttons(moment, volunteer))


def _buttons(moment: Moment, volunteer: Person) -> tuple[Button, ...]:
    return tuple(
        Button(moment.text(volunteer, text), f"hint:{name}") for name, text in BUTTONS.items()
    )


async def take(moment: Moment, volunteer: Person, incoming: Incoming) -> None:
    """The hint takes the place of the question, with the other buttons still under it."""
    hint = HINTS.get(incoming.data.partition(":")[2])
    if hint is None or incoming.message_id is None:
        return
    said = moment.text(volunteer, hint)
    if hint is HINTS["danger"]:
        said += f"\n{numbers.told(moment, volunteer, KINDS[0])}"
    shown = Edit(incoming.message_id, said, _buttons(moment, volunteer))
    await people.tell(moment, volunteer, shown, "answer")
