"""What a phone that rings for a handoff shows, and what it shows once somebody took it. An alert
holds no name and no word of the resident: her language, her neighbourhood, and the urgency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from sqlalchemy import select, update

from bot import mornings, outbox, people
from bot import overview_texts as texts
from bot.channel import Button, Delete, Edit, Say
from bot.handoff_texts import (
    ALERT,
    ALERT_OVER,
    ALERT_PLACE,
    ALERT_TAKEN,
    ALERT_URGENT,
    BUTTON_CLAIM,
    BUTTON_DECLINE,
    LANGUAGE_NAMES,
)
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import HELD, WAITING
from bot.routing import URGENT
from bot.store.tables import Alert, Handoff, Message, Person, Resident

# What a volunteer made of an alert; nothing yet is None. LOOKED: it never rang, he asked who waits.
CLAIMED, DECLINED, RELEASED, MISSED = "claimed", "declined", "released", "missed"
LOOKED = "looked"
WISHES: Final[Mapping[str, Text]] = MappingProxyType(
    {"ring": texts.BUTTON_RING, "ask": texts.BUTTON_ASK, "settle": texts.BUTTON_SETTLE}
)


def hurried(moment: Moment, handoff: Handoff, wait: timedelta) -> timedelta:
    return wait * moment.house.policy.urgent_factor if handoff.urgency == URGENT else wait


async def ring(moment: Moment, handoff: Handoff, volunteers: Sequence[int]) -> None:
    """Rings these volunteers, each by a private message."""
    for number in volunteers:
        volunteer = await moment.session.get_one(Person, number)
        alert = await _alert(moment, handoff, volunteer)
        alert.at, alert.answer = moment.now, None
    await moment.session.flush()


async def _alert(moment: Moment, handoff: Handoff, volunteer: Person) -> Alert:
    """A new message each time, so that the phone rings; the earlier one goes from it."""
    earlier = await moment.session.get(Alert, (handoff.id, volunteer.id))
    if earlier is not None:
        await _take_off(moment, handoff, volunteer, earlier)
    buttons = (
        Button(moment.text(volunteer, BUTTON_CLAIM), f"claim:{handoff.id}"),
        Button(moment.text(volunteer, BUTTON_DECLINE), f"pass:{handoff.id}"),
    )
    said = Say(await alert_text(moment, handoff, volunteer), inline=buttons)
    row = await people.tell(moment, volunteer, said, "alert", handoff)
    if earlier is None:
        about = {"handoff_id": handoff.id, "volunteer_id": volunteer.id}
        earlier = Alert(**about, message=row, at=moment.now, answer=LOOKED)
        moment.session.add(earlier)
    else:
        earlier.message = row
    await moment.session.flush()
    return earlier


async def _take_off(moment: Moment, handoff: Handoff, volunteer: Person, alert: Alert) -> None:
    shown = await moment.session.get_one(Message, alert.message)
    fresh = shown.sent_at is not None and moment.now - shown.sent_at < outbox.DELETABLE_FOR
    if shown.state == "queued":
        shown.state, shown.payload = "cancelled", None
    elif shown.message_id is not None and fresh:
        gone = Delete(shown.message_id)
        await people.tell(moment, volunteer, gone, "deletion", handoff)


async def alert_text(moment: Moment, handoff: Handoff, reader: Person) -> str:
    language = moment.text(reader, LANGUAGE_NAMES[handoff.language])
    lines = [moment.text(reader, ALERT, language=language)]
    if handoff.urgency == URGENT:
        lines.insert(0, moment.text(reader, ALERT_URGENT))
    resident = await moment.session.get(Resident, handoff.person_id)
    if resident is not None and resident.place:
        lines.append(moment.text(reader, ALERT_PLACE, place=resident.place))
    return "\n".join(lines)


async def end_alerts(moment: Moment, handoff: Handoff, by: Person | None) -> None:
    """Takes the buttons off every other phone and says who has it, or that nobody is needed."""
    rows = await moment.session.execute(
        select(Alert, Message, Person)
        .join(Message, Message.id == Alert.message)
        .join(Person, Person.id == Alert.volunteer_id)
        .where(Alert.handoff_id == handoff.id)
    )
    for _, message, volunteer in rows.all():
        if message.state == "queued":
            message.state, message.payload = "cancelled", None
        elif message.message_id is not None and (by is None or by.id != volunteer.id):
            text = moment.text(volunteer, ALERT_OVER)
            if by is not None:
                language = moment.text(volunteer, LANGUAGE_NAMES[handoff.language])
                text = moment.text(volunteer, ALERT_TAKEN, name=by.name or "…", language=language)
            await people.tell(moment, volunteer, Edit(message.message_id, text), "alert", handoff)


async def was_rung(moment: Moment, handoff: Handoff, volunteer: Person) -> bool:
    """Only somebody whose phone rang for it may claim a handoff: a forged tap may not."""
    return await moment.session.get(Alert, (handoff.id, volunteer.id)) is not None


async def look(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """The alert, with working buttons, to somebody who asks who waits. A glance is no ring: whoever
    was not rung still is, and what was answered before stands."""
    await _alert(moment, handoff, volunteer)


async def answered(moment: Moment, handoff: Handoff, volunteer: Person, answer: str) -> None:
    await moment.session.execute(
        update(Alert)
        .where(Alert.handoff_id == handoff.id, Alert.volunteer_id == volunteer.id)
        .values(answer=answer, at=moment.now)
    )


async def forget_unanswered(
    moment: Moment, handoff: Handoff, before: datetime | None = None
) -> None:
    """Who was rung and took nothing may be rung once more: it is free again, or more urgent. What
    the phone shows can still be tapped. `before`: only who was rung until then."""
    missed = update(Alert).where(Alert.handoff_id == handoff.id, Alert.answer.is_(None))
    if before is not None:
        missed = missed.where(Alert.at <= before)
    await moment.session.execute(missed.values(answer=MISSED))


async def rings_anew(
    moment: Moment, handoff: Handoff, volunteer: Person, and_not_now: bool
) -> bool:
    """Whether it rang there and nothing came of it. He is there for alerts again: it rings anew."""
    answers = (DECLINED,) if and_not_now else ()
    found = await moment.session.scalar(
        select(Alert.volunteer_id)
        .where(Alert.handoff_id == handoff.id, Alert.volunteer_id == volunteer.id)
        .where(Alert.answer.is_(None) | Alert.answer.in_(answers))
    )
    return found is not None


async def forget_not_now(moment: Moment, handoff: Handoff) -> None:
    """A coordinator wishes it: who said 'not now' is rung once more as well."""
    await moment.session.execute(
        update(Alert)
        .where(Alert.handoff_id == handoff.id)
        .where(Alert.answer.is_(None) | Alert.answer.in_((DECLINED, RELEASED)))
        .values(answer=MISSED)
    )


async def is_pending(moment: Moment, handoff: Handoff) -> bool:
    """Whether a phone still shows the alert without an answer."""
    return await _is_any(moment, handoff, None)


async def is_declined(moment: Moment, handoff: Handoff) -> bool:
    """Whether anybody said 'not now'."""
    return await _is_any(moment, handoff, DECLINED)


async def _is_any(moment: Moment, handoff: Handoff, answer: str | None) -> bool:
    found = await moment.session.scalar(
        select(Alert.volunteer_id)
        .where(Alert.handoff_id == handoff.id, Alert.answer.is_not_distinct_from(answer))
        .limit(1)
    )
    return found is not None


async def _asked(moment: Moment, handoff: Handoff) -> str:
    """The volunteers whose phones show it without an answer, by name."""
    names = await moment.session.scalars(
        select(Person.name)
        .join(Alert, Alert.volunteer_id == Person.id)
        .where(Alert.handoff_id == handoff.id, Alert.answer.is_(None))
        .order_by(Alert.at, Person.id)
    )
    return ", ".join(name or "…" for name in names)


async def tell_coordinators(
    moment: Moment, handoff: Handoff, text: Text, name: str = "", lead: Text | None = None
) -> None:
    """A handoff needs a coordinator: its number and language, who is asked, no name of hers and no
    word, and what can be done about it. `lead`: what happened before, to the volunteer `name`. What
    is not urgent waits for the overview where that is near."""
    asked = await _asked(moment, handoff)
    for coordinator in await people.coordinators(moment):
        if handoff.urgency != URGENT and await mornings.overview_is_near(moment, coordinator):
            continue
        language = moment.text(coordinator, LANGUAGE_NAMES[handoff.language])
        values = {"number": handoff.id, "language": language, "name": name, "asked": asked}
        said = moment.text(coordinator, text, **values)
        if lead is not None:
            said = f"{moment.text(coordinator, lead, name=name)} {said}"
        if handoff.urgency == URGENT:
            said = f"{moment.text(coordinator, ALERT_URGENT)}\n{said}"
        inline = coordinator_buttons(moment, coordinator, handoff, _wishes(handoff))
        await people.tell(moment, coordinator, Say(said, inline=inline), "alert", handoff)


def _wishes(handoff: Handoff) -> Mapping[str, Text]:
    if handoff.state in WAITING:
        return WISHES
    silent = handoff.state in HELD and handoff.unanswered_at is not None
    return {"on": texts.BUTTON_ON} if silent else {}


def coordinator_buttons(
    moment: Moment, reader: Person, handoff: Handoff, wishes: Mapping[str, Text] = WISHES
) -> tuple[Button, ...]:
    """Each carries the version that was shown: what has moved on since is left alone."""
    bound = f"{handoff.id}:{handoff.version}"
    return tuple(
        Button(f"{handoff.id}: {moment.text(reader, text)}", f"ho:{wish}:{bound}")
        for wish, text in wishes.items()
    )
