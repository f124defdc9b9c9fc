"""A volunteer answers an alert in words: they go to nobody, and the alert comes once more.

'Ik neem het', written to whom he talks with, tells her of another and takes nothing, while he
believes that he has it. By words alone nothing is taken or left: which alert is meant, and whether
they are for her after all, a tap says.
"""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import select

from bot import addressee, alerts, people, talks, writing
from bot.addressee_texts import OR_ALERT, TAP_ALERT, WHICH_OR_ALERT
from bot.channel import Incoming, Kind, Say
from bot.dialogue.words import plain
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_DECLINE
from bot.house import Moment
from bot.lifecycle import WAITING
from bot.store.tables import Alert, Handoff, Message, Person
from bot.typed import chosen

MOST: Final = 5
#: The whole message, in `plain` letters.
_TAKES: Final = re.compile(
    r"(ja |ok |oke |goed )?ik (neem|pak|doe) (het|dit|deze|die|dat|hem|haar)"
    r"( wel| aan| over| op mij| op me)?( hoor)?"
    r"|(oui |ok |d accord )?(je (le |la |l |les )?prends|(je |j )?m en (occupe|charge))"
    r"|(oui |ok |d accord )?je prends (ca|ceci|cela|l alerte|celui ci|celle ci)"
    r"|(yes |ok |okay )?i( ll| will| can)? (take|do) (it|this|that|this one|that one|him|her)"
    r"|(yes |ok |okay )?i ve got (it|this|this one)"
)
_NOT_NOW: Final = re.compile(
    r"(nee |neen |sorry )?((ik )?kan )?(nu (even )?niet|(even )?niet nu)( sorry)?"
    r"|(non |desolee? )?(je (ne )?peux )?pas (maintenant|tout de suite)( desolee?)?"
    r"|(no |sorry )?(i can ?t|i cannot|can t|not) (right )?now( sorry)?"
)


def _answers(moment: Moment, volunteer: Person, incoming: Incoming) -> bool:
    """Whether the whole text is what an alert may be answered with."""
    if incoming.kind is not Kind.TEXT or incoming.forwarded or "?" in incoming.text:
        return False
    labels = [moment.text(volunteer, one) for one in (BUTTON_CLAIM, BUTTON_DECLINE)]
    said = plain(incoming.text)
    return bool(
        chosen(incoming.text, labels) is not None
        or _TAKES.fullmatch(said)
        or _NOT_NOW.fullmatch(said)
    )


async def take(moment: Moment, volunteer: Person, incoming: Incoming) -> bool:
    """Whether the message may be such an answer; then he reads so, and the alerts ring anew. To
    another message than an alert he replies for its sake."""
    if incoming.reply_to is None and not _answers(moment, volunteer, incoming):
        return False
    found = await _standing(moment, volunteer, incoming.message_id or 0)
    about = [one for one, reached in found if reached == incoming.reply_to]
    if not about and (incoming.reply_to is not None or not found):
        return False
    if about or await writing.of(moment, volunteer) is not None:
        await people.tell(moment, volunteer, Say(moment.text(volunteer, TAP_ALERT)))
    else:
        await _ask(moment, volunteer, incoming, [one for one, _ in found])
    for handoff in about or [one for one, _ in found]:
        await alerts.look(moment, handoff, volunteer)
    return True


async def _standing(moment: Moment, volunteer: Person, number: int) -> list[tuple[Handoff, int]]:
    """Whoever waits, of the alerts that he had not answered when he wrote message `number`, with
    the message that showed it on his phone."""
    rows = await moment.session.execute(
        select(Handoff, Message.message_id)
        .join(Alert, Alert.handoff_id == Handoff.id)
        .join(Message, Message.id == Alert.message)
        .where(Alert.volunteer_id == volunteer.id, Handoff.state.in_(WAITING))
        .where(Alert.answer.is_(None) | Alert.answer.in_((alerts.LOOKED, alerts.MISSED)))
        .where(Message.message_id < number)
        .order_by(Alert.at.desc())
        .limit(MOST)
    )
    return [(handoff, reached or 0) for handoff, reached in rows.all()]


async def _ask(moment: Moment, volunteer: Person, incoming: Incoming, found: list[Handoff]) -> None:
    """It may be for whom he talks with, too: a tap on an alert says that it was not."""
    held = await talks.open_talks(moment, volunteer)
    ends = tuple(f"{wish}:{one.id}" for one in found for wish in ("claim", "pass"))
    if len(held) == 1:
        await addressee.ask_one(moment, volunteer, held[0], OR_ALERT, incoming, ends)
    elif held:
        await addressee.show(moment, volunteer, WHICH_OR_ALERT, incoming)
    else:
        await people.tell(moment, volunteer, Say(moment.text(volunteer, TAP_ALERT)))
