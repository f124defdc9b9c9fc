"""A resident's taps on inline buttons. Each is bound to what it was shown for: an old one does
nothing, and a tap on an old preview shares nothing."""

from __future__ import annotations

from bot import (
    appointment_taps,
    card_answers,
    closing,
    complaint_taps,
    handoffs,
    lapses,
    mydata,
    people,
    previews,
    reports,
    reviews,
    safeguard,
    settled_taps,
    silences,
    stopping,
    turnover,
)
from bot.channel import Answer, Button, Edit, Incoming, Say
from bot.handoff_texts import NOT_SHARED, OFFER_OVER
from bot.house import Moment
from bot.mydata import STOPPED_LEARNING
from bot.store.tables import Person
from bot.worry_texts import STOPPED_TOO


async def take(moment: Moment, person: Person, incoming: Incoming) -> None:
    """An inline button of a preview. Bound to one handoff and the hash of its text."""
    parts = incoming.data.split(":")
    said = ""
    if parts[0] == "share" and len(parts) in (4, 5):
        said = await _share(moment, person, parts, incoming)
    elif parts[0] == "else" and len(parts) == 4:
        said = await _somebody_else(moment, person, parts, incoming)
    elif parts[0] == "on" and len(parts) == 4:
        said = await _goes_on(moment, person, parts, incoming)
    elif parts[0] == "sharing" and len(parts) == 4:
        if told := await stopping.tapped(moment, person, incoming):
            await _replace(moment, person, incoming, told)
    elif parts[0] == "apart":
        if (shown := await reports.tap(moment, person, incoming)) is not None:
            await _replace(moment, person, incoming, shown.text, shown.inline)
    elif parts[0] == "card":
        await card_answers.tap(moment, person, incoming)
    elif parts[0] == "wrong":
        if (shown := await complaint_taps.take(moment, person, incoming)) is not None:
            await _replace(moment, person, incoming, shown.text, shown.inline)
    elif parts[0] == "again":
        if (shown := await settled_taps.take(moment, person, incoming)) is not None:
            await _replace(moment, person, incoming, shown.text)
    elif parts[0] == "meet":
        await appointment_taps.take(moment, person, incoming)
    elif parts[0] == "pass":
        if said := await closing.decide(moment, person, incoming):
            await _replace(moment, person, incoming, said)
    elif incoming.data == "learn:stop":
        await reviews.stop(moment, person)
        await people.tell(moment, person, Say(moment.text(person, STOPPED_LEARNING)))
    elif incoming.data == "worry:end" and await silences.end(moment, person):
        await people.tell(moment, person, Say(moment.text(person, STOPPED_TOO)))
    elif incoming.data == "data:file":
        for file in await mydata.files(moment, person):
            await people.tell(moment, person, file)
    await people.tell(moment, person, Answer(incoming.query_id, said), "tap")


async def _share(moment: Moment, person: Person, parts: list[str], incoming: Incoming) -> str:
    """Her yes or no to the exact text. A tap on an old preview shares nothing."""
    _, wish, number, bound, *place = parts
    opened = await handoffs.live(moment, person.id)
    if opened is not None and str(opened.id) == number:
        return ""  # tapped twice, as unsteady hands do: it is shared already
    offer = await handoffs.offered(moment, person.id)
    fits = offer is not None and str(offer.id) == number and offer.text_hash.startswith(bound)
    if offer is None or not fits or len(bound) != 16:
        await _replace(moment, person, incoming, moment.text(person, OFFER_OVER))
        return moment.text(person, OFFER_OVER)
    if wish == "less" or (wish == "cut" and place and place[0].isdecimal()):
        await previews.strike(moment, person, offer, int(place[0]) if place else None)
        text, buttons = await handoffs.preview(moment, person, offer)
        text = f"{text}\n\n{previews.only_by(moment, person)}"
        await _replace(moment, person, incoming, text, buttons)
    elif wish == "no":
        await handoffs.move(moment, offer, "decline", person, text=None, draft=None)
        await _replace(moment, person, incoming, moment.text(person, NOT_SHARED))
        await safeguard.declined(moment, person)
    elif wish == "yes":
        shared = offer.text or ""
        said = await handoffs.open_it(moment, person, offer)
        await _replace(moment, person, incoming, "✓ " + shared)
        await people.tell(moment, person, Say(said))
    return ""


async def _somebody_else(
    moment: Moment, person: Person, parts: list[str], incoming: Incoming
) -> str:
    """Her answer to 'shall I ask someone else?'. An old question does nothing."""
    _, wish, number, version = parts
    handoff = await handoffs.held(moment, person.id)
    if handoff is None or str(handoff.id) != number or wish not in ("yes", "wait"):
        return ""
    said = await lapses.decide(moment, person, handoff, wish, version)
    if said:
        await _replace(moment, person, incoming, said)
    return said or ""


async def _goes_on(moment: Moment, person: Person, parts: list[str], incoming: Incoming) -> str:
    """Her answer when her volunteer is gone. An old question does nothing."""
    _, wish, number, version = parts
    talk = await handoffs.live(moment, person.id)
    if talk is None or str(talk.id) != number:
        return ""
    said = await turnover.decide(moment, person, talk, wish, version)
    if said:
        await _replace(moment, person, incoming, said)
    return ""


async def _replace(
    moment: Moment,
    person: Person,
    incoming: Incoming,
    text: str,
    buttons: tuple[Button, ...] = (),
) -> None:
    """Takes the buttons off a message that was answered, so that it is not answered twice."""
    if incoming.message_id is not None:
        await people.tell(moment, person, Edit(incoming.message_id, text, buttons))
