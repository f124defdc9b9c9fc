"""What happens when safety worries: the reply at once, her answer to it, and what is planned for an
unanswered danger (`bot.safety_timers`). No score is kept, and nobody is told her words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot import (
    alert_waits,
    concerns,
    contacts,
    discreet,
    handoffs,
    memories,
    outbox,
    people,
    reads_along,
    safe_buttons,
    safety_stage,
    timers,
)
from bot.channel import Incoming, Say
from bot.handoff_texts import BUTTON_STOP
from bot.house import Moment
from bot.lifecycle import HELD
from bot.numbers import lines_for, texts_of
from bot.routing import URGENT
from bot.safety import Concern, gentle
from bot.safety import reply as replies
from bot.safety.concern import KINDS
from bot.safety_facts import facts_of
from bot.safety_stage import set_stage
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Person

AGAIN = timedelta(minutes=30)  # a second worry this soon asks what makes calling hard


async def worry(
    moment: Moment, person: Person, concern: Concern, incoming: Incoming, words: str = ""
) -> ConcernRow:
    """Answers a concern: before any consent or welcome, ahead of everything unsent. What she sent
    on may be about herself or about somebody else: it is asked about. `words`: what became of
    hers in a talk. Returns what she is asked about."""
    if incoming.forwarded:
        concern = replace(concern, level="ask")
    elif (asked := await safety_stage.covers(moment, person, concern)) is not None:
        await safety_stage.keeps_in_mind(moment, person, concern, asked)
        await still(moment, person, replies.SAID, asked, words)  # no other question over that one
        return asked
    await discreet.wrote_of_it(moment, person)
    again = await _is_said_again(moment, person, concern)
    row = await concerns.write(moment, person, concern.intent, concern.level, concern.found_by)
    if concern.level == "act":
        if await handoffs.held(moment, person.id) is None:
            await people.leave_talk(moment, person)
        await after_act(moment, person, row)
    if not again:
        await _first_reply(moment, person, concern, row, incoming, words)
    elif "words" in concern.found_by:
        said = await follow_up(moment, person, replies.NOT_SAFE, concern.intent, words)
        sent = await say(moment, person, said)
        await set_stage(moment, person, "hard", concern.intent, row.id, sent)
    else:  # a model alone takes many a story for danger that was answered a minute ago
        await still(moment, person, replies.ANEW, row, words)
    return row


async def _is_said_again(moment: Moment, person: Person, concern: Concern) -> bool:
    """Whether the same danger was answered just now, and she has not said that she is safe. Another
    kind of danger, or one after that, has its own reply."""
    earlier = await concerns.danger(moment, person)
    if earlier is None or concern.level != "act":
        return False
    return earlier.intent == concern.intent and moment.now - earlier.at < AGAIN


async def _first_reply(
    moment: Moment,
    person: Person,
    concern: Concern,
    row: ConcernRow,
    incoming: Incoming,
    words: str,
) -> None:
    said = await reply_to(moment, person, concern, words)
    stage = "reply" if concern.level == "act" else "ask"
    await people.set_talk_aside(moment, person)
    if incoming.forwarded:
        said, stage = await _about_forwarded(moment, person, words), "sent_on"
    sent = await say(moment, person, said)
    await set_stage(moment, person, stage, concern.intent, row.id, sent)


async def begins(
    moment: Moment, person: Person, row: ConcernRow, answer: str, earliest: datetime | None
) -> ConcernRow:
    """What was in doubt, over, or told to coordinators already, is a danger of its own from this
    moment on: with its own quarter hour, day and alert."""
    new = await concerns.write(moment, person, row.intent, concerns.ACT, row.found_by)
    if answer == replies.NOT_SAFE:
        new.answer, new.answered_at = answer, moment.now
    await after_act(moment, person, new, earliest)
    return new


async def after_act(
    moment: Moment, person: Person, row: ConcernRow, earliest: datetime | None = None
) -> None:
    """Cheerful words are suspended, a gentle one is planned, and silence raises an alert."""
    policy = moment.house.policy
    resident = await people.resident(moment, person)
    resident.calm_until = calm = moment.now + policy.calm_for
    await memories.told_of_danger(moment, person, calm, row.intent != replies.VIOLENCE)
    await timers.drop(moment.session, moment.now, "safety_later", person_id=person.id)
    later = contacts.when_awake(moment, resident, moment.now + policy.follow_up_after)
    await timers.plan(moment.session, "safety_later", later, person_id=person.id, concern=row.id)
    if earliest is None:
        await alert_waits.no_later(moment, person, moment.now + policy.danger_after)
    await watch(moment, person, row, earliest)


async def watch(
    moment: Moment, person: Person, row: ConcernRow, earliest: datetime | None = None
) -> None:
    """Without a word of hers coordinators get an alert, not before `earliest`. A second word of
    danger does not put it off: the first one's quarter hour counts."""
    there = moment.house.release_danger and await people.coordinators(moment)  # or back by then
    if there and await alert_waits.of(moment, person) is None:
        due = moment.now + moment.house.policy.danger_after
        due = due if earliest is None else max(due, earliest)
        await timers.plan(moment.session, "danger", due, person_id=person.id, concern=row.id)


async def offer_person(moment: Moment, person: Person) -> None:
    """The bridge figure: the exact text and her yes, marked urgent unless she said that there is no
    danger. None of her words go along."""
    if (handoff := await handoffs.live(moment, person.id)) is not None:
        holds = ""
        if handoff.state in HELD:
            holds = await reads_along.told(moment, person, handoff)
        else:
            await concerns.answered(moment, person, replies.PERSON)
            await alert_waits.put_off(moment, person)
        await people.tell(moment, person, await handoffs.press(moment, person, handoff, holds))
        return
    await alert_waits.put_off(moment, person)
    urgency = "normal" if await concerns.is_calm(moment, person) else URGENT
    text, buttons = await handoffs.offer(moment, person, urgency=urgency)
    await people.tell(moment, person, Say(text, inline=buttons))


async def declined(moment: Moment, person: Person) -> bool:
    """She shares nothing with a person: where danger has no answer she is asked, once more, if she
    is safe. False where nothing worries, one was asked to come for it, or she hid the chat."""
    row = await concerns.danger(moment, person)
    if row is None or row.answer in (replies.PERSON, concerns.TAKEN):
        return False
    await alert_waits.put_off(moment, person)
    if await discreet.is_hidden(moment, person):
        return False
    await still(moment, person, replies.NOTHING_SHARED, row)
    return True


async def _about_forwarded(moment: Moment, person: Person, words: str) -> replies.Reply:
    lines = lines_for(moment, person, replies.MEDICAL)
    facts = await facts_of(moment, person, words)
    return gentle.sent_on(person.language, lines, facts, texts_of(moment, person))


async def reply_to(
    moment: Moment, person: Person, concern: Concern, words: str = ""
) -> replies.Reply:
    lines = lines_for(moment, person, concern.intent)
    facts = await facts_of(moment, person, words)
    return replies.reply(concern, person.language, lines, facts, texts_of(moment, person))


async def follow_up(
    moment: Moment, person: Person, answer: str, kind: str, words: str = ""
) -> replies.Reply:
    lines = lines_for(moment, person, kind)
    facts = await facts_of(moment, person, words)
    texts = texts_of(moment, person)
    return replies.follow_up(answer, kind, person.language, lines, facts, texts)


async def unanswered(moment: Moment, person: Person, kind: str) -> replies.Reply:
    """Nobody comes any more, and nothing says that she is safe."""
    facts, texts = await facts_of(moment, person), texts_of(moment, person)
    return replies.unanswered(kind, person.language, lines_for(moment, person, kind), facts, texts)


async def still(
    moment: Moment, person: Person, opening: str, row: ConcernRow, words: str = ""
) -> None:
    """Asks once more whether she is safe, with the numbers. An alert that waits goes on waiting.
    What was to be asked anew in a moment, at the end of a talk, is asked by this."""
    if await alert_waits.of(moment, person, concerns.ANEW) is not None:
        await timers.drop(moment.session, moment.now, concerns.ANEW, person_id=person.id)
        await watch(moment, person, row)
    await discreet.wrote_of_it(moment, person)
    facts = await facts_of(moment, person, words)
    if await alert_waits.of(moment, person) is None:
        facts = replace(facts, alert_minutes=None)
    texts, lines = texts_of(moment, person), lines_for(moment, person, row.intent)
    said = replies.still(opening, row.intent, person.language, lines, facts, texts)
    sent = await say(moment, person, said)
    await set_stage(moment, person, "still", row.intent, row.id, sent)


async def say(
    moment: Moment,
    person: Person,
    reply: replies.Reply,
    also: tuple[str, ...] = (),
    urgency: int = outbox.CRISIS,
    alone: bool = False,
) -> int:
    """Queues a safety message ahead of everything, with the button that she is safe while that is
    not known. `also`: further buttons. `alone`: its own and no other. Returns its row."""
    shown = reply.buttons if alone else await safe_buttons.among(moment, person, reply.buttons)
    buttons = tuple(button.label for button in shown)
    if await handoffs.held(moment, person.id) is not None:
        also = (moment.text(person, BUTTON_STOP),)  # it must stay at hand while a person reads
    return await outbox.put(
        moment.session,
        person.chat_id,
        Say(reply.text, keyboard=tuple(dict.fromkeys(buttons + also))),
        moment.now,
        purpose="crisis",
        urgency=urgency,
    )


async def reply_again(moment: Moment, person: Person) -> None:
    """A dialogue asks for the safety reply (`do: safety_reply`)."""
    await say(moment, person, await reply_to(moment, person, Concern(KINDS[0], "act", ())))
