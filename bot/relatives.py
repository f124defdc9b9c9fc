"""Somebody whom a resident wants told of a silence: the link, their yes or no, and the few words
that are said to who is here for nothing else."""

from __future__ import annotations

from sqlalchemy import select, update

from bot import consents, erasure, menus, numbers, outbox, people, worry_contacts
from bot.channel import Answer, Button, Edit, Incoming, Kind, Say
from bot.house import Moment
from bot.residents import Heard
from bot.store.tables import Person
from bot.store.worry_table import WorryContact
from bot.worry_contacts import called, days_of
from bot.worry_texts import (
    ACCEPTED,
    BUTTON_ACCEPT,
    BUTTON_LEAVE,
    BUTTON_REFUSE,
    DECLINED,
    INVITED,
    INVITED_NO_NAME,
    LEFT,
    OWN_LINK,
    REFUSED,
    RELATIVE_DANGER,
    RELATIVE_HELP,
    THANKS,
)


async def _offered(moment: Moment, token: str) -> WorryContact | None:
    """What a link is about; None for one that is used, over, taken back or of another kind."""
    row: WorryContact | None = await moment.session.scalar(
        select(WorryContact).where(WorryContact.token_hash == consents.text_hash(token))
    )
    if row is None or row.token_until is None or row.token_until < moment.now:
        return None
    return row


async def opened(
    moment: Moment, chat_id: int, person: Person | None, token: str, language: str | None
) -> bool:
    """Somebody opened a link. Asks them, if it is one of a worry contact. Returns whether it is."""
    row = await _offered(moment, token)
    if row is None:
        return False
    if person is not None and person.id == row.person_id:
        await people.tell(moment, person, Say(moment.text(person, OWN_LINK)))
        return True
    if person is None:
        person = await people.welcome(moment, chat_id, language, people.RELATIVE)
        await menus.show(moment, person)
    resident = await moment.session.get_one(Person, row.person_id)
    said = moment.text(
        person,
        INVITED if resident.name else INVITED_NO_NAME,
        name=resident.name or "",
        silence=days_of(row, person),
        organisation=moment.house.organisation,
    )
    buttons = (
        Button(moment.text(person, BUTTON_ACCEPT), f"worry:yes:{token}"),
        Button(moment.text(person, BUTTON_REFUSE), f"worry:no:{token}"),
    )
    await people.tell(moment, person, Say(said, inline=buttons))
    return True


async def tap(moment: Moment, person: Person, incoming: Incoming) -> bool:
    """A button of a worry contact, on whatever phone. Returns whether it was one."""
    kind, _, rest = incoming.data.partition(":")
    wish, _, what = rest.partition(":")
    if kind != "worry" or wish not in ("yes", "no", "leave"):
        return False
    if wish == "leave":
        said: str | None = await _leave(moment, person, what)
    else:
        said = await _answer(moment, person, wish == "yes", what)
    if said is not None and incoming.message_id is not None:
        number = await _chosen_by(moment, person)
        leave = Button(moment.text(person, BUTTON_LEAVE), f"worry:leave:{number}")
        buttons = () if number is None else (leave,)
        await people.tell(moment, person, Edit(incoming.message_id, said, inline=buttons))
    await people.tell(moment, person, Answer(incoming.query_id), "tap")
    if said is not None:
        await _forget_stranger(moment, person)
    return True


async def _answer(moment: Moment, person: Person, yes: bool, token: str) -> str | None:
    """Their yes or no. Returns what the message says from now on. Of two with one link one wins."""
    row = await _offered(moment, token)
    if row is None or row.person_id == person.id:
        return None
    resident = await moment.session.get_one(Person, row.person_id)
    contact = await called(moment, resident, row)
    if not yes:
        await worry_contacts.end(moment, resident)
        await worry_contacts.tell_by_day(moment, resident, DECLINED, contact)
        return moment.text(person, REFUSED, organisation=moment.house.organisation)
    won = await moment.session.execute(
        update(WorryContact)
        .where(WorryContact.person_id == row.person_id, WorryContact.contact_id.is_(None))
        .values(contact_id=person.id, token_hash=None, token_until=None)
    )
    if not getattr(won, "rowcount", 0):
        return None
    await moment.session.refresh(row)
    await worry_contacts.plan(moment, resident, row)
    people.log(moment, "worry.accepted", actor=person, about=resident.id)
    await worry_contacts.tell_by_day(moment, resident, ACCEPTED, contact)
    return moment.text(person, THANKS)


async def _chosen_by(moment: Moment, person: Person) -> int | None:
    """Somebody who wants this person told, the last of them."""
    found: int | None = await moment.session.scalar(
        select(WorryContact.person_id)
        .where(WorryContact.contact_id == person.id)
        .order_by(WorryContact.confirmed_at.desc())
        .limit(1)
    )
    return found


async def _leave(moment: Moment, person: Person, number: str) -> str | None:
    """They want it no more. Nothing happens for somebody who was not chosen."""
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return None
    row = await moment.session.get(WorryContact, int(number))
    if row is None or row.contact_id != person.id:
        return None
    await worry_contacts.contact_left(moment, person)
    return moment.text(person, LEFT)


async def take(moment: Moment, person: Person, heard: Heard) -> None:
    """One turn of somebody who is here for nothing else."""
    person.seen_at = moment.now
    last = heard.last
    if last.kind is Kind.BLOCKED:
        await outbox.block(moment.session, person.chat_id, moment.now)
    elif last.kind is Kind.TAP:
        await people.tell(moment, person, Answer(last.query_id), "tap")
    elif heard.concern is not None:
        await _danger(moment, person, heard)
    elif last.command is not None and last.command[0] in ("stop", "forget"):
        await worry_contacts.contact_left(moment, person)
        await people.tell(moment, person, Say(moment.text(person, LEFT)))
        await erasure.erase(moment, person)
    elif last.kind not in (Kind.UNBLOCKED, Kind.REACTION) and not last.edited:
        await people.tell(moment, person, Say(moment.text(person, RELATIVE_HELP)))


async def _danger(moment: Moment, person: Person, heard: Heard) -> None:
    assert heard.concern is not None
    note = moment.text(person, RELATIVE_DANGER)
    await numbers.show(moment, person, heard.concern, note)


async def _forget_stranger(moment: Moment, person: Person) -> None:
    """Who said no, or left, and is here for nothing else, is known no more."""
    if person.role == people.RELATIVE and await _chosen_by(moment, person) is None:
        await erasure.erase(moment, person)
