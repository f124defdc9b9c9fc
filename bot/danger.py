"""Danger to life without an answer: coordinators get an alert without name or words. Opening it is
the release: a reason is mandatory, the least data is shown, it is logged, the resident is told."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from bot import accesses, concerns, instants, looked, people, who_hears
from bot.avoided import avoided
from bot.channel import Button, Edit, Incoming, Say
from bot.danger_before import before
from bot.danger_numbers import number_of
from bot.handoff_texts import LANGUAGE_NAMES
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import HELD, WAITING
from bot.overview_texts import GONE_ON
from bot.people import tell
from bot.store.tables import Audit, Concern, Message, Person, Resident
from bot.talks import holder_of
from bot.transitions import live

SHOWN: Final = "danger.shown"  # on a coordinator's phone, by which message
ALERT = Text(
    "danger/alert",
    "Alert {number}: at {hour} a resident wrote something that may be danger to life. They have "
    "not said since that they are safe. Language: {language}. You see who it is only if you "
    "give a reason. There are three: to call or visit, to send emergency services, to ask "
    "someone who knows them. Your reason is written down, and the resident is told that you "
    "looked.",
)
NOT_OPENED = Text("danger/not-opened", "Nobody has opened this alert yet.")
HELD_BY = Text("danger/held-by", "A volunteer, {name}, is in a talk with this resident.")
HELD_BY_AVOIDED = Text(
    "danger/held-by-avoided",
    "A talk with {name} is open. About {name} this resident wrote something that is not right. "
    "Look yourself, and do not send {name}.",
)
REASON = Text("danger/reason", "Alert {number}: why do you need to know who this is?")
BUTTON_OPEN = Text("danger/button-open", "I need to know who")
BUTTONS = {
    "call": Text("danger/button-call", "To call or visit them"),
    "112": Text("danger/button-112", "To send emergency services"),
    "known": Text("danger/button-known", "To ask someone who knows them"),
}
RELEASED = Text(
    "danger/released",
    "Alert {number}: {name}. Language: {language}. Neighbourhood: {place}. "
    "It may be about: {kind}. This was written down with your reason.",
)
RELEASED_NAMELESS = Text(
    "danger/released-nameless",
    "Alert {number}: this person gave no name. Language: {language}. Neighbourhood: {place}. "
    "It may be about: {kind}. This was written down with your reason.",
)
RELEASED_NOWHERE = Text(
    "danger/released-nowhere",
    "Alert {number}: this person gave no name. I do not know where. Language: {language}. "
    "It may be about: {kind}. This was written down with your reason.",
)
NEXT_NAMELESS = Text(
    "danger/next-nameless",
    "I keep no telephone number and no address either. Do you think you know who it is? Then "
    "call or visit them, or call {emergency}.",
)
NEXT = {
    "call": Text(
        "danger/next-call",
        "I keep no telephone number and no address: look them up where you have them. "
        "Do you reach nobody? Then call {emergency}.",
    ),
    "112": Text(
        "danger/next-112",
        "Call {emergency} now. They ask where this person is. I keep no address: look it up where "
        "you have one.",
    ),
    "known": Text(
        "danger/next-known",
        "Ask if somebody can go there now. Nobody can? Then call {emergency}.",
    ),
}
NOBODY_ASKED = Text(
    "danger/nobody-asked",
    "No volunteer is asked: this person has not said yes to that. So it is with you.",
)
WAITS = Text(
    "danger/waits", "This person asked for someone: handoff {number} waits. /open shows it."
)
KINDS = {
    "crisis_suicide": Text("danger/kind-suicide", "dying or hurting themselves"),
    "crisis_medical": Text("danger/kind-medical", "a medical emergency"),
    "crisis_violence": Text("danger/kind-violence", "violence"),
}
UNKNOWN_PLACE = Text("danger/unknown-place", "not known")
ERASED = Text(
    "danger/erased",
    "Alert {number}: this resident has erased all their data since. I no longer know who it is.",
)
UNSAFE = Text(
    "danger/unsafe",
    "They had not said that they were safe. If you know who it is: call or visit them. Do you "
    "reach nobody? Then call {emergency}.",
)
NOTHING_LEFT = Text(
    "danger/nothing-left",
    "Nothing of this alert is kept any more: the resident erased their data, or it is long ago.",
)
ANSWERED = Text(
    "danger/answered",
    "Alert {number}: the resident has answered meanwhile. Nobody needs to know who it is.",
)

TAKEN = Text(
    "danger/taken",
    "Alert {number}: a volunteer has taken the talk with this resident since. Nobody needs to know "
    "who it is.",
)


async def is_watched(moment: Moment) -> bool:
    """Whether an alert would reach anybody: nothing is promised that nobody stands behind."""
    return moment.house.release_danger and bool(await people.within_reach(moment))


async def alert(moment: Moment, concern: Concern, again: bool = False) -> None:
    """Tells the coordinators that there is somebody, and not who; and which volunteer is there, or
    which handoff waits for one. `again`: nobody opened it."""
    person = await moment.session.get_one(Person, concern.person_id)
    action = "danger.alerted again" if again else "danger.alerted"
    people.log(moment, action, about=person.id, detail=concern.intent)
    number = await number_of(moment, concern)
    talk = await live(moment, person.id)
    for coordinator in await who_hears.of(moment, person.id):
        buttons = (Button(moment.text(coordinator, BUTTON_OPEN), f"danger:{concern.id}"),)
        said = moment.text(
            coordinator,
            ALERT,
            number=number,
            hour=instants.hour(moment, coordinator, concern.at),
            language=moment.text(coordinator, LANGUAGE_NAMES[person.language]),
        )
        if again:
            said = f"{moment.text(coordinator, NOT_OPENED)}\n{said}"
        if talk is not None and talk.state in (*HELD, *WAITING):
            said += "\n" + await _who_is_there(moment, coordinator, person)
        await _show(moment, coordinator, concern, Say(said, inline=buttons))


async def _show(moment: Moment, coordinator: Person, concern: Concern, card: Say | Edit) -> None:
    """It is written down which message that is: what it shows changes when she erases her data, and
    what has not left by then does not leave."""
    row = await tell(moment, coordinator, card, "alert")
    detail = f"{concern.id}:{row}"
    people.log(moment, SHOWN, actor=coordinator, about=concern.person_id, detail=detail)


async def erased(moment: Moment, person: Person) -> None:
    """Her data goes: no coordinator's phone shows her name any more, or asks who she is, as long as
    the number of that message is kept."""
    shown = await moment.session.scalars(
        select(Audit.detail).where(Audit.person_id == person.id, Audit.action == SHOWN)
    )
    for detail in list(shown):
        about, row = (int(part) for part in (detail or "").split(":"))
        concern = await moment.session.get(Concern, about)
        card = await moment.session.get(Message, row, with_for_update=True)
        if concern is None or card is None:
            continue
        if card.state == "queued":
            card.state, card.payload = "cancelled", None
            continue
        reader = await people.by_chat(moment, card.chat_id)
        if reader is None or card.message_id is None:
            continue
        lines = [moment.text(reader, ERASED, number=await number_of(moment, concern))]
        if concern.answer not in concerns.ENDED:
            lines.append(moment.text(reader, UNSAFE))
        await tell(moment, reader, Edit(card.message_id, "\n".join(lines)), "alert")


async def tap(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    """First tap: the reasons. A reason: the release. Data of another kind does nothing."""
    parts = incoming.data.split(":")
    if parts[0] != "danger" or len(parts) not in (2, 3) or not parts[1].isdecimal():
        return ""
    told = await moment.session.get(Concern, int(parts[1][:15]))
    if told is None:
        return moment.text(coordinator, NOTHING_LEFT)
    if not await _was_alerted(moment, told):
        return ""
    if not await who_hears.hears(moment, coordinator, told.person_id):
        return moment.text(coordinator, GONE_ON)
    number = await number_of(moment, told)
    concern = await _not_over(moment, told)
    if concern.answer in concerns.ENDED:
        text = TAKEN if concern.answer == concerns.TAKEN else ANSWERED
        said = moment.text(coordinator, text, number=number)
        if incoming.message_id is not None:
            await tell(moment, coordinator, Edit(incoming.message_id, said), "alert")
        return said
    if len(parts) == 2:
        buttons = tuple(
            Button(moment.text(coordinator, text), f"danger:{told.id}:{reason}")
            for reason, text in BUTTONS.items()
        )
        lines = await before(moment, coordinator, concern, BUTTONS)
        said = "\n".join([*lines, moment.text(coordinator, REASON, number=number)])
        await _show(moment, coordinator, concern, Say(said, inline=buttons))
    elif parts[2] in BUTTONS:
        await _release(moment, coordinator, concern, parts[2], incoming)
    return ""


async def _not_over(moment: Moment, told: Concern) -> Concern:
    """Where the danger of an alert is over, and another that it told of as well, or that stood
    then, is not: that one. Help may come for an illness, and she thinks of dying."""
    if told.answer not in concerns.ENDED:
        return told
    person = await moment.session.get_one(Person, told.person_id)
    for other in await concerns.not_over(moment, person):
        stood = told.answered_at is not None and other.at < told.answered_at
        open_yet = other.answer not in concerns.ENDED
        if open_yet and (stood or await _was_alerted(moment, other)):
            return other
    return told


async def _was_alerted(moment: Moment, concern: Concern) -> bool:
    """Nothing is released that no alert went out for: a forged tap opens nothing."""
    found = await moment.session.scalar(
        select(Audit.id)
        .where(Audit.action == "danger.alerted", Audit.person_id == concern.person_id)
        .where(Audit.at >= concern.at)
        .limit(1)
    )
    return found is not None


async def _release(
    moment: Moment, coordinator: Person, concern: Concern, reason: str, incoming: Incoming
) -> None:
    person = await moment.session.get_one(Person, concern.person_id)
    resident = await moment.session.get(Resident, person.id)
    people.log(moment, "danger.released", actor=coordinator, about=person.id, detail=reason)
    seen = accesses.NAME if person.name else accesses.NAMELESS
    accesses.saw(moment, person.id, seen, reader=coordinator)
    place = resident.place if resident is not None else None
    nameless = RELEASED_NAMELESS if place else RELEASED_NOWHERE
    said = moment.text(
        coordinator,
        RELEASED if person.name else nameless,
        number=await number_of(moment, concern),
        name=person.name or "",
        language=moment.text(coordinator, LANGUAGE_NAMES[person.language]),
        place=place or moment.text(coordinator, UNKNOWN_PLACE),
        kind=moment.text(coordinator, KINDS[concern.intent]),
    )
    lines = [said, *await before(moment, coordinator, concern, BUTTONS)]
    lines.append(await _who_is_there(moment, coordinator, person))
    lines.append(moment.text(coordinator, NEXT[reason] if person.name else NEXT_NAMELESS))
    if incoming.message_id is not None:
        shown = Edit(incoming.message_id, "\n".join(lines))
        await _show(moment, coordinator, concern, shown)
    await looked.tell(moment, person, coordinator)


async def _who_is_there(moment: Moment, coordinator: Person, person: Person) -> str:
    """Whether a volunteer has her, or is asked, or nobody is: then it is the coordinator's."""
    talk = await live(moment, person.id)
    if talk is None or talk.state not in (*HELD, *WAITING):
        return moment.text(coordinator, NOBODY_ASKED)
    volunteer = await holder_of(moment, talk)
    if volunteer is None:
        return moment.text(coordinator, WAITS, number=talk.id)
    is_avoided = volunteer.id in await avoided(moment, person.id)
    text = HELD_BY_AVOIDED if is_avoided else HELD_BY
    return moment.text(coordinator, text, name=volunteer.name or "…")
