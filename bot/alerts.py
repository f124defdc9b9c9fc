"""What a phone that rings for a handoff shows, and what it shows once somebody took it. An alert
holds no name and no word of the resident: her language, her neighbourhood, and the urgency."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select

from bot import people
from bot.channel import Button, Edit, Say
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
from bot.store.tables import Alert, Handoff, Message, Person, Resident


def hurried(moment: Moment, handoff: Handoff, wait: timedelta) -> timedelta:
    return wait * moment.house.policy.urgent_factor if handoff.urgency == "urgent" else wait


async def ring(moment: Moment, handoff: Handoff, volunteers: Sequence[int]) -> None:
    """Rings these volunteers, each by a private message."""
    for number in volunteers:
        await _alert(moment, handoff, await moment.session.get_one(Person, number))


async def _alert(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    buttons = (
        Button(moment.text(volunteer, BUTTON_CLAIM), f"claim:{handoff.id}"),
        Button(moment.text(volunteer, BUTTON_DECLINE), f"pass:{handoff.id}"),
    )
    said = Say(await alert_text(moment, handoff, volunteer), inline=buttons)
    row = await people.tell(moment, volunteer, said, "alert", handoff)
    moment.session.add(
        Alert(handoff_id=handoff.id, volunteer_id=volunteer.id, message=row.id, at=moment.now)
    )
    await moment.session.flush()


async def alert_text(moment: Moment, handoff: Handoff, reader: Person) -> str:
    language = moment.text(reader, LANGUAGE_NAMES[handoff.language])
    lines = [moment.text(reader, ALERT, language=language)]
    if handoff.urgency == "urgent":
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


async def again(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """The alert once more, with working buttons, to somebody who asks who waits."""
    earlier = await moment.session.get(Alert, (handoff.id, volunteer.id))
    if earlier is not None:
        await moment.session.delete(earlier)
        await moment.session.flush()
    await _alert(moment, handoff, volunteer)


async def forget_unanswered(moment: Moment, handoff: Handoff) -> None:
    """Who was rung and took nothing may be rung once more: it is free again, or more urgent."""
    await moment.session.execute(
        delete(Alert).where(Alert.handoff_id == handoff.id, Alert.answer.is_(None))
    )


async def is_pending(moment: Moment, handoff: Handoff) -> bool:
    """Whether a phone still shows the alert without an answer."""
    found = await moment.session.scalar(
        select(Alert.volunteer_id)
        .where(Alert.handoff_id == handoff.id, Alert.answer.is_(None))
        .limit(1)
    )
    return found is not None


async def tell_coordinators(moment: Moment, handoff: Handoff, text: Text) -> None:
    """A handoff needs a coordinator: its number, language and age, no name and no word."""
    for coordinator in await people.coordinators(moment):
        language = moment.text(coordinator, LANGUAGE_NAMES[handoff.language])
        said = moment.text(coordinator, text, number=handoff.id, language=language)
        await people.tell(moment, coordinator, Say(said), "alert", handoff)
