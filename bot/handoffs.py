"""A resident is brought to a person: offered with the exact text, opened by her yes, and volunteers
are rung. Every change is one compare-and-set on the state that it leaves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from bot import consents, outbox, people, timers
from bot.channel import Button, Edit, Outgoing, Say
from bot.handoff_texts import (
    ALERT,
    ALERT_TAKEN,
    ALERT_URGENT,
    BUTTON_CLAIM,
    BUTTON_DECLINE,
    BUTTON_LESS,
    BUTTON_NO,
    BUTTON_YES,
    LANGUAGE_NAMES,
    NOBODY_ON_DUTY,
    OPENED,
    OPENED_NOBODY,
    PREVIEW,
    SHARED_NAME,
    SHARED_NO_NAME,
    SHARED_WORDS,
    WAITING_LONG,
)
from bot.house import Moment
from bot.lifecycle import HELD, LIVE, OFFERED, OPEN, sources
from bot.sanitise import clean
from bot.store.tables import Alert, Handoff, Message, Person


async def move(moment: Moment, handoff: Handoff, event: str, **values: Any) -> bool:
    """Carries one line of the lifecycle out. False when somebody else was first."""
    for state, to in sources(event).items():
        result = await moment.session.execute(
            update(Handoff)
            .where(Handoff.id == handoff.id, Handoff.state == state)
            .values(state=to, version=Handoff.version + 1, **values)
            .execution_options(synchronize_session=False)
        )
        if getattr(result, "rowcount", 0):
            await moment.session.refresh(handoff)
            await timers.drop(moment.session, moment.now, *HANDOFF_TIMERS, handoff_id=handoff.id)
            return True
    return False


HANDOFF_TIMERS = (
    "offer_ends",
    "widen",
    "greet_nudge",
    "greet_lapse",
    "to_coordinator",
    "talk_ends",
)


async def live(moment: Moment, person_id: int) -> Handoff | None:
    """The resident's handoff that is open or held, if there is one."""
    found: Handoff | None = await moment.session.scalar(
        select(Handoff)
        .where(Handoff.person_id == person_id, Handoff.state.in_(LIVE))
        .order_by(Handoff.id.desc())
        .limit(1)
    )
    return found


async def held(moment: Moment, person_id: int) -> Handoff | None:
    found = await live(moment, person_id)
    return found if found is not None and found.state in HELD else None


async def offered(moment: Moment, person_id: int) -> Handoff | None:
    """The preview that still waits for her yes."""
    found: Handoff | None = await moment.session.scalar(
        select(Handoff)
        .where(Handoff.person_id == person_id, Handoff.state == OFFERED)
        .where(Handoff.offer_expires_at > moment.now)
        .order_by(Handoff.id.desc())
        .limit(1)
    )
    return found


async def offer(
    moment: Moment, person: Person, words: str = "", urgency: str = "normal"
) -> tuple[str, tuple[Button, ...]]:
    """Makes the preview: the very text that a volunteer would read, and the buttons to say yes to
    it. An earlier preview no longer counts."""
    if (earlier := await offered(moment, person.id)) is not None:
        await move(moment, earlier, "expire", text=None)
    text = shared_text(moment, person, words)
    handoff = Handoff(
        person_id=person.id,
        language=person.language,
        urgency=urgency,
        state=OFFERED,
        text=text,
        text_hash=consents.text_hash(text),
        offered_at=moment.now,
        offer_expires_at=moment.now + moment.house.policy.offer_lasts,
        version=1,
    )
    moment.session.add(handoff)
    await moment.session.flush()
    await timers.plan(
        moment.session, "offer_ends", handoff.offer_expires_at, handoff_id=handoff.id, state=OFFERED
    )
    return preview(moment, person, handoff, bool(words))


def shared_text(moment: Moment, person: Person, words: str = "") -> str:
    name = moment.text(person, SHARED_NAME, name=person.name) if person.name else ""
    text = name or moment.text(person, SHARED_NO_NAME)
    if words:
        text += "\n\n" + moment.text(person, SHARED_WORDS, words=clean(words, 1500))
    return text


def preview(
    moment: Moment, person: Person, handoff: Handoff, has_words: bool
) -> tuple[str, tuple[Button, ...]]:
    """The preview's text and buttons. Each button is bound to this handoff and this very text."""
    bound = f"{handoff.id}:{handoff.text_hash[:16]}"
    buttons = [Button(moment.text(person, BUTTON_YES), f"share:yes:{bound}")]
    if has_words:
        buttons.append(Button(moment.text(person, BUTTON_LESS), f"share:less:{bound}"))
    buttons.append(Button(moment.text(person, BUTTON_NO), f"share:no:{bound}"))
    organisation = moment.house.organisation
    text = moment.text(person, PREVIEW, shared=handoff.text or "", organisation=organisation)
    return text, tuple(buttons)


async def open_it(moment: Moment, person: Person, handoff: Handoff) -> str:
    """Her yes: written down against the exact text, then volunteers are rung.

    Returns the word to her. Raises ValueError when the offer is no longer there.
    """
    consent = await consents.give(
        moment.session, person, consents.SHARE, handoff.text or "", moment.now
    )
    if not await move(moment, handoff, "consent", consent_id=consent.id, opened_at=moment.now):
        raise ValueError("the offer is over")
    people.log(moment, "handoff.opened", actor=person, about=person.id, handoff=handoff.id)
    rung = await ring(moment, handoff)
    policy = moment.house.policy
    await timers.plan(
        moment.session,
        "to_coordinator",
        moment.now + hurried(moment, handoff, policy.coordinator_after),
        handoff_id=handoff.id,
        state=OPEN,
    )
    if rung:
        return moment.text(person, OPENED)
    await tell_coordinators(moment, handoff, NOBODY_ON_DUTY)
    return moment.text(person, OPENED_NOBODY)


def hurried(moment: Moment, handoff: Handoff, wait: Any) -> Any:
    return wait * moment.house.policy.urgent_factor if handoff.urgency == "urgent" else wait


async def ring(moment: Moment, handoff: Handoff) -> int:
    """Alerts the next few volunteers of her language. Returns how many were rung now."""
    asked = set(
        await moment.session.scalars(
            select(Alert.volunteer_id).where(Alert.handoff_id == handoff.id)
        )
    )
    ready = [
        v
        for v in await people.volunteers(moment, handoff.language)
        if v.id not in asked and v.id != handoff.person_id
    ]
    ready = await by_preference(moment, handoff, ready)
    for volunteer in ready[: moment.house.policy.rung_at_once]:
        await alert(moment, handoff, volunteer)
    if len(ready) > moment.house.policy.rung_at_once:
        await timers.plan(
            moment.session,
            "widen",
            moment.now + hurried(moment, handoff, moment.house.policy.widen_after),
            handoff_id=handoff.id,
            state=OPEN,
        )
    return min(len(ready), moment.house.policy.rung_at_once)


async def by_preference(moment: Moment, handoff: Handoff, volunteers: list[Person]) -> list[Person]:
    """The person she spoke with last comes first, then whoever holds the fewest talks."""
    before = await moment.session.scalar(
        select(Handoff.claimed_by)
        .where(Handoff.person_id == handoff.person_id, Handoff.claimed_by.is_not(None))
        .order_by(Handoff.id.desc())
        .limit(1)
    )
    load = list(
        await moment.session.scalars(select(Handoff.claimed_by).where(Handoff.state.in_(HELD)))
    )
    return sorted(volunteers, key=lambda v: (v.id != before, load.count(v.id), v.id))


async def alert(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """Rings one volunteer: the language and the urgency, no name and no word."""
    text = alert_text(moment, handoff, volunteer)
    buttons = (
        Button(moment.text(volunteer, BUTTON_CLAIM), f"claim:{handoff.id}"),
        Button(moment.text(volunteer, BUTTON_DECLINE), f"pass:{handoff.id}"),
    )
    row = await outbox.put(
        moment.session,
        volunteer.chat_id,
        Say(text, inline=buttons),
        moment.now,
        purpose="alert",
        handoff_id=handoff.id,
    )
    moment.session.add(
        Alert(handoff_id=handoff.id, volunteer_id=volunteer.id, message=row.id, at=moment.now)
    )
    await moment.session.flush()


def alert_text(moment: Moment, handoff: Handoff, reader: Person) -> str:
    language = moment.text(reader, LANGUAGE_NAMES[handoff.language])
    text = moment.text(reader, ALERT, language=language)
    return f"{moment.text(reader, ALERT_URGENT)}\n{text}" if handoff.urgency == "urgent" else text


async def end_alerts(moment: Moment, handoff: Handoff, by: Person | None) -> None:
    """Takes the buttons off every other phone and says who has it."""
    rows = await moment.session.execute(
        select(Alert, Message, Person)
        .join(Message, Message.id == Alert.message)
        .join(Person, Person.id == Alert.volunteer_id)
        .where(Alert.handoff_id == handoff.id)
    )
    for _, message, volunteer in rows.all():
        if message.state == "queued":
            message.state, message.payload = "cancelled", None
        elif message.message_id is not None:
            language = moment.text(volunteer, LANGUAGE_NAMES[handoff.language])
            name = (by.name if by else None) or "…"
            text = moment.text(volunteer, ALERT_TAKEN, name=name, language=language)
            await tell(moment, volunteer, Edit(message.message_id, text), "alert", handoff)


async def tell(
    moment: Moment,
    person: Person,
    outgoing: Outgoing,
    purpose: str = "answer",
    handoff: Handoff | None = None,
    consent_id: int | None = None,
) -> Message:
    return await outbox.put(
        moment.session,
        person.chat_id,
        outgoing,
        moment.now,
        purpose=purpose,
        handoff_id=handoff.id if handoff else None,
        consent_id=consent_id,
    )


async def tell_coordinators(moment: Moment, handoff: Handoff, text: Any) -> None:
    """A handoff needs a coordinator: its number, language and age, no name and no word."""
    for coordinator in await people.coordinators(moment):
        language = moment.text(coordinator, LANGUAGE_NAMES[handoff.language])
        said = moment.text(coordinator, text, number=handoff.id, language=language)
        await tell(moment, coordinator, Say(said), "alert", handoff)


async def still_open(moment: Moment, handoff: Handoff) -> None:
    """Nobody took it in time: the coordinators hear of it, and hear again until somebody does."""
    await tell_coordinators(moment, handoff, WAITING_LONG)
    await timers.plan(
        moment.session,
        "to_coordinator",
        moment.now + hurried(moment, handoff, moment.house.policy.coordinator_after),
        handoff_id=handoff.id,
        state=OPEN,
    )


def is_over(handoff: Handoff, now: datetime) -> bool:
    return handoff.state == OFFERED and handoff.offer_expires_at <= now


async def was_rung(moment: Moment, handoff: Handoff, volunteer: Person) -> bool:
    """Only somebody whose phone rang for it may claim a handoff: a forged tap may not."""
    return await moment.session.get(Alert, (handoff.id, volunteer.id)) is not None


async def waiting(moment: Moment, languages: list[str] | None = None) -> list[Handoff]:
    """The handoffs that nobody has claimed, oldest first."""
    query = select(Handoff).where(Handoff.state == OPEN).order_by(Handoff.opened_at)
    rows = await moment.session.scalars(query)
    return [row for row in rows if languages is None or row.language in languages]


async def alert_again(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """A volunteer asks who waits: the alert, once more, with working buttons."""
    earlier = await moment.session.get(Alert, (handoff.id, volunteer.id))
    if earlier is not None:
        await moment.session.delete(earlier)
        await moment.session.flush()
    await alert(moment, handoff, volunteer)
