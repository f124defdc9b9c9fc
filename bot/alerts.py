"""Whose phone rings for a handoff, and what it shows once somebody took it. An alert holds no name
and no word of the resident."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select

from bot import people, timers
from bot.channel import Button, Edit, Say
from bot.handoff_texts import (
    ALERT,
    ALERT_OVER,
    ALERT_TAKEN,
    ALERT_URGENT,
    BUTTON_CLAIM,
    BUTTON_DECLINE,
    LANGUAGE_NAMES,
)
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import HELD, OPEN
from bot.store.tables import Alert, Handoff, Message, Person


def hurried(moment: Moment, handoff: Handoff, wait: timedelta) -> timedelta:
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
    ready = await _by_preference(moment, handoff, ready)
    most = moment.house.policy.rung_at_once
    for volunteer in ready[:most]:
        await _alert(moment, handoff, volunteer)
    if len(ready) > most:
        await timers.plan(
            moment.session,
            "widen",
            moment.now + hurried(moment, handoff, moment.house.policy.widen_after),
            handoff_id=handoff.id,
            state=OPEN,
        )
    return min(len(ready), most)


async def _by_preference(
    moment: Moment, handoff: Handoff, volunteers: list[Person]
) -> list[Person]:
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


async def _alert(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """Rings one volunteer: the language and the urgency, no name and no word."""
    buttons = (
        Button(moment.text(volunteer, BUTTON_CLAIM), f"claim:{handoff.id}"),
        Button(moment.text(volunteer, BUTTON_DECLINE), f"pass:{handoff.id}"),
    )
    said = Say(alert_text(moment, handoff, volunteer), inline=buttons)
    row = await people.tell(moment, volunteer, said, "alert", handoff)
    moment.session.add(
        Alert(handoff_id=handoff.id, volunteer_id=volunteer.id, message=row.id, at=moment.now)
    )
    await moment.session.flush()


def alert_text(moment: Moment, handoff: Handoff, reader: Person) -> str:
    language = moment.text(reader, LANGUAGE_NAMES[handoff.language])
    text = moment.text(reader, ALERT, language=language)
    return f"{moment.text(reader, ALERT_URGENT)}\n{text}" if handoff.urgency == "urgent" else text


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


async def again(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """The alert once more, with working buttons, to somebody who asks who waits."""
    earlier = await moment.session.get(Alert, (handoff.id, volunteer.id))
    if earlier is not None:
        await moment.session.delete(earlier)
        await moment.session.flush()
    await _alert(moment, handoff, volunteer)


async def ring_anew(moment: Moment, handoff: Handoff) -> int:
    """Rings those too who were rung before and took nothing: it is free again, or more urgent."""
    await moment.session.execute(
        delete(Alert).where(Alert.handoff_id == handoff.id, Alert.answer.is_(None))
    )
    return await ring(moment, handoff)


async def tell_coordinators(moment: Moment, handoff: Handoff, text: Text) -> None:
    """A handoff needs a coordinator: its number, language and age, no name and no word."""
    for coordinator in await people.coordinators(moment):
        language = moment.text(coordinator, LANGUAGE_NAMES[handoff.language])
        said = moment.text(coordinator, text, number=handoff.id, language=language)
        await people.tell(moment, coordinator, Say(said), "alert", handoff)
