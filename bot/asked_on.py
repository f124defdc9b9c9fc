"""What she types while she is asked whether somebody else shall come: her volunteer is gone, or has
not answered her for long. A wish for somebody else is the yes to that, however late it comes; the
question's buttons say so then."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot import handoffs, lapses, people, request_word, standing, turnover
from bot import turnover_texts as texts
from bot.channel import Edit, Incoming, Kind, Say
from bot.dialogue import avoided, requests
from bot.dialogue.answers import wish
from bot.dialogue.names import GREEDY
from bot.dialogue.words import plain
from bot.handoff_texts import BUTTON_ELSE
from bot.house import Moment
from bot.lifecycle import ASKING
from bot.questions import is_button
from bot.store.tables import Handoff, Message, Person, Timer
from bot.to_somebody_else import Said, said_to
from bot.understanding import Understanding

LONGEST = 14  # words to a volunteer who is silent that are for the bot


async def took(
    moment: Moment, person: Person, together: Sequence[Incoming], read: Understanding
) -> bool:
    """Whether her words were for that question, after her volunteer is gone."""
    talk = await handoffs.live(moment, person.id)
    if talk is None or talk.state != ASKING:
        return False
    said = await _said(moment, person, talk, together, read)
    if said is not Said.YES and await _asks_after(moment, person, read.text):
        await turnover.tell_again(moment, person, talk)
        return True
    if said is None:
        return False
    if said is Said.BACK:
        await turnover.ask_back(moment, person, talk)
        return True
    shown = await _shown(moment, person, talk)
    word = await turnover.decide(moment, person, talk, said, str(talk.version))
    if shown is not None:
        label = texts.BUTTON_YES if said is Said.YES else texts.BUTTON_NO
        edit = Edit(shown, f"{moment.text(person, label)} ✓")
        await people.tell(moment, person, edit, "answer", talk)
    await people.tell(moment, person, Say(word or ""))
    return True


async def _asks_after(moment: Moment, person: Person, text: str) -> bool:
    mourns = avoided.mourns(await people.facts(moment, person), moment.now.date())
    name = await request_word.helper(moment, person, text)
    return requests.asks_after(text, name, mourns=mourns)


async def _said(
    moment: Moment, person: Person, talk: Handoff, together: Sequence[Incoming], read: Understanding
) -> Said | None:
    typed = plain(read.text)
    for label, means in ((texts.BUTTON_YES, Said.YES), (texts.BUTTON_NO, Said.NO)):
        if typed in moment.house.labels(label):
            return means
    at = await standing.whereabouts(moment, person)
    place = at.library.place(at.position)
    if place is not None and place[1].takes in GREEDY - {"text"}:
        return None  # a name or a topic is asked for
    shown = await _shown(moment, person, talk)
    number = together[0].message_id or 0
    reached = shown is not None and shown < number
    last = reached and await _is_last(moment, person, shown) and not is_button(at, read.text)
    said = said_to(read.text, read, last=last)
    wished = wish(read.text)
    return None if wished is not None and said is not Said.YES else said


async def _shown(moment: Moment, person: Person, talk: Handoff) -> int | None:
    """The message that asks; None while it has not arrived."""
    found: int | None = await moment.session.scalar(
        select(Message.message_id)
        .where(Message.chat_id == person.chat_id, Message.handoff_id == talk.id)
        .where(Message.purpose == "answer")
        .order_by(Message.id.desc())
        .limit(1)
    )
    return found


async def _is_last(moment: Moment, person: Person, shown: int | None) -> bool:
    later = await moment.session.scalar(
        select(Message.id)
        .where(Message.chat_id == person.chat_id, Message.message_id > (shown or 0))
        .limit(1)
    )
    return shown is not None and later is None


async def to_a_silent_one(
    moment: Moment, person: Person, talk: Handoff, incoming: Incoming
) -> bool:
    """Whether her words were the yes to 'he has not written to you; shall I ask someone else?', and
    not for him."""
    if incoming.kind is not Kind.TEXT or incoming.edited or talk.unanswered_at is None:
        return False
    text = incoming.text
    label = plain(text) in moment.house.labels(BUTTON_ELSE)
    if not label and len(text.split()) > LONGEST:
        return False
    if not label and said_to(text, Understanding(text, ""), last=False) is not Said.YES:
        return False
    if not await _was_asked(moment, talk):
        return False
    said = await lapses.decide(moment, person, talk, "yes", str(talk.version))
    return said is not None


async def _was_asked(moment: Moment, talk: Handoff) -> bool:
    """Since her first word that he has not answered."""
    found = await moment.session.scalar(
        select(Timer.id)
        .where(Timer.handoff_id == talk.id, Timer.kind == "reply_ask", Timer.done_at.is_not(None))
        .where(Timer.due_at >= talk.unanswered_at, Timer.due_at <= moment.now)
        .limit(1)
    )
    return found is not None
