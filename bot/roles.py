"""Decides, by role, what a turn does: whose it is, and what a link or a first word makes of her."""

from __future__ import annotations

from bot import (
    at_hand,
    conversations,
    coordinators,
    former,
    hiding,
    invitations,
    menus,
    newcomers,
    outbox,
    overview,
    people,
    relatives,
    residents,
    safeguard,
    voices,
    volunteers,
)
from bot.channel import Answer, Incoming, Kind, Say
from bot.dialogue.names import COMMANDS
from bot.handoff_texts import IN_LANGUAGE
from bot.house import Moment
from bot.language import sure
from bot.people import tell
from bot.residents import Heard
from bot.store.tables import Person


async def answer(moment: Moment, chat_id: int, heard: Heard) -> None:
    """Decides, by role, what a turn does. A group, a channel: recorded, never answered."""
    last = heard.last
    if last.kind is Kind.NOTHING or chat_id <= 0:
        return
    person = await at_hand.of_chat(moment.session, chat_id)
    if last.kind not in (Kind.BLOCKED, Kind.UNBLOCKED):
        await people.reachable(moment, chat_id)
    if person is not None and last.kind is Kind.TAP and await relatives.tap(moment, person, last):
        return
    if last.command is not None and last.command[0] == "start" and last.command[1]:
        token = last.command[1]
        if await relatives.opened(moment, chat_id, person, token, last.language_code):
            return
        person, good = await invitations.redeem(moment, chat_id, person, token, last.language_code)
        if good is None:
            return
        if good and person is not None and person.role == people.RELATIVE:
            person.role = people.RESIDENT  # a poster: who was only told wants to be greeted too
            await menus.show(moment, person)
        if good and person is not None and person.role != people.RESIDENT:
            await _welcome_helper(moment, person)
            return
        if not good and (person is None or await _is_no_resident(moment, person)):
            await _refuse(moment, chat_id, person, last)
            return
    if person is None:
        await _first_contact(moment, chat_id, heard)
    elif person.left_at is not None:
        await former.take(moment, person, heard)
    elif person.role == people.RESIDENT:
        await residents.take(moment, person, heard)
    elif person.role == people.RELATIVE:
        await relatives.take(moment, person, heard)
    elif person.role == people.VOLUNTEER:
        await volunteers.take(moment, person, heard)
    else:
        await coordinators.take(moment, person, heard)


async def _is_no_resident(moment: Moment, person: Person) -> bool:
    """Who only ever tried links is no resident (yet), and is told that this one is dead too."""
    return person.role != people.RESIDENT or await newcomers.is_new(moment, person)


async def _first_contact(moment: Moment, chat_id: int, heard: Heard) -> None:
    """Anyone may write. Danger is answered before the welcome and before any consent."""
    last = heard.last
    if last.kind in (Kind.BLOCKED, Kind.UNBLOCKED, Kind.REACTION):
        return
    if last.edited and heard.concern is None:  # after everything was forgotten: no new beginning
        return
    if last.kind is Kind.TAP:  # a button from before everything was forgotten
        await outbox.put(moment.session, chat_id, Answer(last.query_id), moment.now, purpose="tap")
        return
    own = heard.understanding if not last.forwarded else None
    spoken = (sure(own.text) or own.language) if own else last.language_code
    person = await people.welcome(moment, chat_id, spoken, people.RESIDENT)
    if last.command is not None and hiding.wished(last, False):  # after everything was forgotten
        await hiding.hide(moment, person, last)
    elif heard.concern is not None:
        await safeguard.worry(moment, person, heard.concern, last)
    elif last.kind is Kind.VOICE:
        await voices.cannot_listen(moment, person)
    elif last.kind is Kind.TEXT and last.command is None and own is not None:
        await conversations.meet(moment, person, own)
    else:
        name = last.command[0] if last.command is not None else "start"
        await conversations.command(moment, person, name if name in COMMANDS else "start")


async def _welcome_helper(moment: Moment, person: Person) -> None:
    if person.role == people.COORDINATOR:
        await overview.ensure(moment, person)
    text = {
        people.VOLUNTEER: invitations.WELCOME_VOLUNTEER,
        people.COORDINATOR: invitations.WELCOME_COORDINATOR,
    }.get(person.role, invitations.WELCOME_TEXTS)
    languages = await invitations.languages_of(moment, person, IN_LANGUAGE)
    said = moment.text(
        person,
        text,
        name=person.name or "",
        organisation=moment.house.organisation,
        languages=languages,
    )
    await tell(moment, person, Say(said, keyboard=()))


async def _refuse(moment: Moment, chat_id: int, person: Person | None, incoming: Incoming) -> None:
    """A used or unknown token: a clear word, and no role."""
    if person is None:
        person = await people.welcome(moment, chat_id, incoming.language_code, people.RESIDENT)
    said = moment.text(person, invitations.REFUSED, organisation=moment.house.organisation)
    await tell(moment, person, Say(said))
