"""What happens when safety worries: the reply at once, her answer to it, one gentle follow-up, and
for an unanswered danger the coordinators. No score is kept, and nobody is told her words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot import danger, handoffs, outbox, people, timers
from bot.channel import Incoming, Say
from bot.dialogue.names import LANGUAGES
from bot.dialogue.words import plain
from bot.house import Moment
from bot.i18n import Text
from bot.safety import Concern
from bot.safety import reply as replies
from bot.safety.concern import KINDS
from bot.safety.helplines import choose
from bot.store.tables import Concern as ConcernRow
from bot.store.tables import Person
from bot.wishes import says_no, says_yes

TIMERS = ("danger", "safety_later")
STAGE = "_safety"  # the fact that says which safety question stands: stage:kind:concern
STANDS = timedelta(hours=24)
AGAIN = timedelta(minutes=30)  # a second worry this soon asks what makes calling hard
STAGES = ("reply", "ask", "hard", "later")
VOLUNTEER_NOTE = Text(
    "safety/volunteer",
    "What you wrote may be about danger. In danger to life, yours or theirs: call {emergency}. "
    "This is for you too: you can call the numbers yourself, and /heavy reaches the coordinator.",
)


async def worry(
    moment: Moment, person: Person, concern: Concern, incoming: Incoming, in_talk: bool
) -> None:
    """Answers a concern: before any consent or welcome, ahead of everything unsent."""
    earlier = await _last(moment, person)
    row = ConcernRow(
        person_id=person.id,
        intent=concern.intent,
        level=concern.level,
        found_by=list(concern.found_by),
        at=moment.now,
    )
    moment.session.add(row)
    await moment.session.flush()
    again = (
        earlier is not None
        and concern.level == earlier.level == "act"
        and moment.now - earlier.at < AGAIN
    )
    if again:
        await _say(moment, person, _follow_up(moment, person, replies.NOT_SAFE, concern.intent))
        await _stage(moment, person, "hard", concern.intent, row.id)
    else:
        await _say(moment, person, await _reply(moment, person, concern))
        stage = "reply" if concern.level == "act" else "ask"
        await _stage(moment, person, stage, concern.intent, row.id)
    if concern.level == "act":
        if not in_talk:
            await people.leave_talk(moment, person)
        await _after_act(moment, person, row)


async def _after_act(moment: Moment, person: Person, row: ConcernRow) -> None:
    """Cheerful words are suspended, a gentle one is planned, and silence raises an alert."""
    policy = moment.house.policy
    resident = await people.resident(moment, person)
    resident.calm_until = moment.now + policy.calm_for
    await timers.drop(moment.session, moment.now, "safety_later", person_id=person.id)
    later = moment.house.quiet.after(moment.now + policy.follow_up_after, moment.house.zone)
    await timers.plan(moment.session, "safety_later", later, person_id=person.id, concern=row.id)
    if moment.house.release_danger:
        await timers.plan(
            moment.session,
            "danger",
            moment.now + policy.danger_after,
            person_id=person.id,
            concern=row.id,
        )


async def hear_answer(moment: Moment, person: Person, text: str) -> bool:
    """Her answer to a safety question, by button or bare word. False when it was none."""
    facts = await people.facts(moment, person)
    stage, _, rest = facts.get(STAGE, "").partition(":")
    kind, _, number = rest.partition(":")
    if stage not in STAGES or kind not in KINDS or not text.strip():
        return False
    row = await moment.session.get(ConcernRow, int(number))
    if row is None or moment.now - row.at > STANDS + STANDS * (stage == "later"):
        return False
    chosen = _chosen(moment, stage, kind, text)
    if chosen is None:
        return False
    await _answer(moment, person, row, stage, kind, chosen)
    return True


def _chosen(moment: Moment, stage: str, kind: str, text: str) -> str | None:
    """Which button a text is, in any language and form; a bare yes or no counts too."""
    said = plain(text)
    for language in LANGUAGES:
        for address in ("formal", "informal"):
            texts = moment.house.translate(language, address)
            for button in stage_buttons(stage, kind, texts):
                if plain(button.label) == said:
                    return button.id
    if stage == "reply" and (says_yes(text) or says_no(text)):
        return replies.SAFE if says_yes(text) else replies.NOT_SAFE
    if stage == "ask" and (says_yes(text) or says_no(text)):
        return replies.YES if says_yes(text) else replies.THE_DAY
    return None


def stage_buttons(stage: str, kind: str, texts: replies.Texts) -> tuple[replies.Button, ...]:
    """The buttons of the safety question that stands."""
    nowhere = replies.Facts("", datetime.min.replace(tzinfo=UTC))
    if stage == "reply":
        return replies.reply(Concern(kind, "act", ()), "en", [], nowhere, texts).buttons
    if stage == "ask":
        return replies.reply(Concern(kind, "ask", ()), "en", [], nowhere, texts).buttons
    if stage == "later":
        return replies.later(texts).buttons
    return replies.follow_up(replies.NOT_SAFE, "en", [], nowhere, texts).buttons


async def _answer(
    moment: Moment, person: Person, row: ConcernRow, stage: str, kind: str, chosen: str
) -> None:
    if stage in ("reply", "ask") and row.answered_at is None:
        row.answer, row.answered_at = chosen, moment.now
    await people.remember(moment, person, STAGE, "")
    if chosen == replies.PERSON:
        await _offer_person(moment, person)
    elif chosen == replies.YES:  # the gentle question has been answered: now it is `act`
        incoming = Concern(kind, "act", tuple(row.found_by))
        row.level = "act"
        await _say(moment, person, await _reply(moment, person, incoming))
        await _stage(moment, person, "reply", kind, row.id)
        row.answered_at = None
        await people.leave_talk(moment, person)
        await _after_act(moment, person, row)
    elif stage == "hard":
        await _say(moment, person, replies.hard_heard(_texts(moment, person)))
        await _stage(moment, person, "hard", kind, row.id)
    else:
        chosen = replies.RATHER_NOT if chosen in ("better", "same") else chosen
        reply = _follow_up(moment, person, chosen, kind, with_numbers=stage != "later")
        await _say(moment, person, reply)
        following = "hard" if chosen == replies.NOT_SAFE else "reply"
        await _stage(moment, person, following, kind, row.id)


async def answered(moment: Moment, person: Person, answer: str) -> None:
    """'I am safe', by whatever way it was said."""
    row = await _last(moment, person)
    if row is not None and row.answered_at is None:
        row.answer, row.answered_at = answer, moment.now


async def _last(moment: Moment, person: Person) -> ConcernRow | None:
    found: ConcernRow | None = await moment.session.scalar(
        select(ConcernRow)
        .where(ConcernRow.person_id == person.id)
        .order_by(ConcernRow.id.desc())
        .limit(1)
    )
    return found


async def _offer_person(moment: Moment, person: Person) -> None:
    """The bridge figure: the exact text and her yes, marked urgent. None of her words go along."""
    text, buttons = await handoffs.offer(moment, person, urgency="urgent")
    await handoffs.tell(moment, person, Say(text, inline=buttons), "answer")


def _texts(moment: Moment, person: Person) -> replies.Texts:
    return moment.house.translate(person.language, person.address)


async def _reply(moment: Moment, person: Person, concern: Concern) -> replies.Reply:
    lines = _lines(moment, person, concern.intent)
    facts = await _facts(moment, person)
    return replies.reply(concern, person.language, lines, facts, _texts(moment, person))


def _lines(moment: Moment, person: Person, kind: str) -> list[Any]:
    local = moment.house.local(moment.now)
    return choose(moment.house.helplines, kind, person.language, local)


async def _facts(moment: Moment, person: Person) -> replies.Facts:
    ready = await people.volunteers(moment, person.language)
    house = moment.house
    minutes = int(house.policy.danger_after.total_seconds() // 60)
    return replies.Facts(
        organisation=house.organisation,
        now_local=house.local(moment.now),
        person_when="" if ready else None,
        alert_minutes=minutes if house.release_danger else None,
    )


def _follow_up(
    moment: Moment, person: Person, answer: str, kind: str, with_numbers: bool = True
) -> replies.Reply:
    lines = _lines(moment, person, kind) if with_numbers else []
    facts = replies.Facts(moment.house.organisation, moment.house.local(moment.now))
    return replies.follow_up(answer, person.language, lines, facts, _texts(moment, person))


async def _stage(moment: Moment, person: Person, stage: str, kind: str, number: int) -> None:
    await people.remember(moment, person, STAGE, f"{stage}:{kind}:{number}")


async def _say(moment: Moment, person: Person, reply: replies.Reply) -> None:
    await outbox.put(
        moment.session,
        person.chat_id,
        Say(reply.text, keyboard=tuple(button.label for button in reply.buttons)),
        moment.now,
        purpose="crisis",
        urgency=outbox.CRISIS,
    )


async def reply_again(moment: Moment, person: Person) -> None:
    """A dialogue asks for the safety reply (`do: safety_reply`)."""
    await _say(moment, person, await _reply(moment, person, Concern(KINDS[0], "act", ())))


async def cannot_listen(moment: Moment, person: Person) -> None:
    """A voice message may be anything: an honest word, 112 and the offer of a person, at once."""
    lines = _lines(moment, person, "crisis_medical")
    facts = await _facts(moment, person)
    await _say(moment, person, replies.voice(person.language, lines, facts, _texts(moment, person)))
    row = await _last(moment, person)
    if row is None or moment.now - row.at > STANDS:
        row = ConcernRow(
            person_id=person.id,
            intent="crisis_medical",
            level="ask",
            found_by=[],
            at=moment.now,
            answer="voice",
            answered_at=moment.now,
        )
        moment.session.add(row)
        await moment.session.flush()
    await _stage(moment, person, "hard", "crisis_medical", row.id)


async def worry_volunteer(moment: Moment, volunteer: Person, concern: Concern) -> None:
    """A volunteer's own words may be about danger too: numbers for them, at once."""
    lines = _lines(moment, volunteer, concern.intent)
    facts = replies.Facts(moment.house.organisation, moment.house.local(moment.now))
    texts = _texts(moment, volunteer)
    numbers = replies.numbers(volunteer.language, lines, facts, texts)
    said = moment.text(volunteer, VOLUNTEER_NOTE)
    await handoffs.tell(moment, volunteer, Say(f"{said}\n{numbers}"), "crisis")


async def ring(moment: Moment, person: Person, kind: str, expects: dict[str, Any]) -> None:
    """The two timers of a concern: the unanswered danger, and the gentle word of a later day."""
    row = await moment.session.get(ConcernRow, expects.get("concern", 0))
    if row is None or row.person_id != person.id:
        return
    if kind == "danger":
        if row.answer not in (replies.SAFE, replies.PERSON):
            await danger.alert(moment, row)
        return
    if await handoffs.held(moment, person.id) is None:
        await _say(moment, person, replies.later(_texts(moment, person)))
        await _stage(moment, person, "later", row.intent, row.id)


async def release_tap(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    return await danger.tap(moment, coordinator, incoming)
