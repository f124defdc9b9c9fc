"""When a resident who chose a worry contact is silent: she is warned, then the person whom she
chose is told, once."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sqlalchemy import select, update

from bot import (
    consents,
    good_news,
    handoffs,
    outbox,
    people,
    recalled,
    timers,
    who_hears,
    worry_contacts,
)
from bot.channel import Button, Say
from bot.handoff_texts import SHARED_NO_MORE
from bot.house import Moment
from bot.i18n import Text
from bot.ladder import Rung, next_rung
from bot.store.tables import Message, Person, Resident, Timer
from bot.store.worry_table import WorryContact
from bot.worry_contacts import TIMERS, called, days_of, decent, is_avoided
from bot.worry_texts import (
    ACCEPTED,
    BUTTON_LEAVE,
    CONTACT_GONE,
    COORDINATOR,
    DECLINED,
    ENDED,
    LAPSED,
    LINK_OVER,
    QUIET_IN_TALK,
    SOMEONE,
    TOLD_HER,
)

log = logging.getLogger(__name__)
PURPOSE = "worry"  # of a message that tells of a silence
KINDS = frozenset((*TIMERS, "worry_word", "worry_over"))
WARNING, AGAIN = "worry_quiet", "worry_again"  # the dialogues that are begun here
LATE = timedelta(minutes=15)  # later than this a timer rings after an outage
SETTLES = timedelta(minutes=10)  # after an outage: what she wrote meanwhile comes in first
NOBODY = timedelta(hours=6)  # until somebody is looked for again
CHECKED_AFTER = timedelta(hours=1)  # by then the word has left, or never will
WEEK = timedelta(days=7)
ASKED_AT_MOST = 2
SAME, OTHERS = "same", "others"  # to whom a word goes that did not arrive: there too, or elsewhere
_BY_DAY = (ACCEPTED, CONTACT_GONE, DECLINED, LINK_OVER, SHARED_NO_MORE)
BY_DAY = {text.context: text for text in _BY_DAY}


async def back(moment: Moment, person: Person) -> None:
    """She wrote: the days count anew. Who was told of the silence hears it (`bot.good_news`)."""
    row = await worry_contacts.of(moment, person)
    if row is None or row.told_at is None:
        return
    await outbox.cancel(moment.session, row.consent_id)
    await timers.drop(moment.session, moment.now, "worry_check", person_id=person.id)
    told = await _told(moment, row)
    row.told_at = row.warned_at = None
    await worry_contacts.plan(moment, person, row)
    await good_news.plan(moment, person, told)


async def end(moment: Moment, person: Person) -> bool:
    """Takes her yes back. Whoever knew of it hears that it is over, without her name.

    Returns whether there was one.
    """
    row = await worry_contacts.of(moment, person)
    if row is None:
        return False
    shown = Message.consent_id == row.consent_id, Message.purpose == PURPOSE
    await recalled.take(moment, *shown)
    told = set(await _told(moment, row)) if row.told_at is not None else set()
    knew = sorted(told | await worry_contacts.end(moment, person))
    awake = decent(moment).after(moment.now, moment.house.zone)
    if awake > moment.now and knew:
        await timers.plan(moment.session, "worry_over", awake, to=knew)
    else:
        await _over(moment, knew)
    return True


async def ring(moment: Moment, timer: Timer) -> str | None:
    """Carries out one timer of `KINDS`. Returns the dialogue to begin with her, if there is one."""
    if timer.kind == "worry_over":
        await _over(moment, timer.expects["to"])
        return None
    person = await moment.session.get(Person, timer.person_id)
    if person is None:
        return None
    if timer.kind == "worry_word":
        await _word(moment, person, BY_DAY[timer.expects["text"]])
        return None
    row = await worry_contacts.of(moment, person)
    if row is None:
        return None
    if timer.kind == "worry":
        return await _step(moment, person, row, timer)
    if timer.kind == "worry_confirm":
        return await _ask_again(moment, person, row)
    if timer.kind == "worry_clear":
        await good_news.ring(moment, person, row, timer.expects["to"])
    elif timer.kind == "worry_check":
        await _check(moment, person, row)
    elif timer.kind == "worry_link" and worry_contacts.waits(row):
        name = await called(moment, person, row)
        await worry_contacts.end(moment, person)
        await worry_contacts.tell_by_day(moment, person, LINK_OVER, name)
    return None


async def _word(moment: Moment, person: Person, text: Text) -> None:
    row = await worry_contacts.of(moment, person)
    who = await called(moment, person, row) if row is not None else moment.text(person, SOMEONE)
    keyboard = () if text is SHARED_NO_MORE else None  # the buttons of the talk go with it
    await worry_contacts.tell_by_day(moment, person, text, who, keyboard)


async def _step(moment: Moment, person: Person, row: WorryContact, timer: Timer) -> str | None:
    """The next rung of the ladder, if it is due: things may have moved on."""
    house = moment.house
    silence = await worry_contacts.silence_of(moment, person, row)
    rung, due = next_rung(silence, decent(moment), house.zone)
    awake = decent(moment).after(moment.now, house.zone)
    if await people.blocked(moment, person):  # she cannot be warned: nobody is told
        await _later(moment, person, moment.now + worry_contacts.LOOK_AGAIN)
    elif due > moment.now:
        await worry_contacts.plan(moment, person, row)
    elif awake > moment.now:
        await _later(moment, person, awake)
    elif rung is Rung.WARN:
        row.warned_at = moment.now
        await worry_contacts.plan(moment, person, row)
        return await _warn(moment, person, row)
    elif moment.now - due > LATE and not timer.expects.get("settled"):
        await _later(moment, person, moment.now + SETTLES, settled=True)
    else:
        await _tell(moment, person, row, timer.expects.get("again"))
    return None


async def _later(
    moment: Moment, person: Person, due: datetime, settled: bool = False, again: str | None = None
) -> None:
    await timers.plan(
        moment.session, "worry", due, person_id=person.id, settled=settled, again=again
    )


async def _warn(moment: Moment, person: Person, row: WorryContact) -> str | None:
    if await handoffs.held(moment, person.id) is None:
        return WARNING
    contact = await called(moment, person, row)
    said = moment.text(person, QUIET_IN_TALK, contact=contact, silence=days_of(row, person))
    await people.tell(moment, person, Say(said))  # the button to stop sharing stays where it is
    return None


async def _tell(moment: Moment, person: Person, row: WorryContact, again: str | None) -> None:
    """Exactly the text that she said yes to, once, to whom she chose; where nobody of those can be
    reached, to the coordinators, as that yes says too. `again`: an earlier word did not arrive."""
    standing = await consents.standing(moment.session, person.id, consents.WORRY)
    if standing is None or standing.id != row.consent_id:
        return
    chosen = [] if again == OTHERS else await _reached(moment, row)
    reached = chosen or await who_hears.within_reach(moment, person.id)
    if not reached:
        log.error("a worry contact cannot be told: no coordinator can be reached")
        await _later(moment, person, moment.now + NOBODY, settled=True, again=again)
        return
    won = await moment.session.execute(
        update(WorryContact)
        .where(WorryContact.person_id == person.id, WorryContact.told_at.is_(None))
        .values(told_at=moment.now)
    )
    if not getattr(won, "rowcount", 0):
        return
    for contact in reached:
        await _pass_on(moment, person, row, contact)
        people.log(moment, "worry.told", actor=contact, about=person.id)
    if again is None:
        who = moment.text(person, COORDINATOR, organisation=moment.house.organisation)
        who = await called(moment, person, row) if chosen else who
        await people.tell(moment, person, Say(moment.text(person, TOLD_HER, contact=who)))
    await timers.plan(
        moment.session, "worry_check", moment.now + CHECKED_AFTER, person_id=person.id
    )


async def _pass_on(moment: Moment, person: Person, row: WorryContact, contact: Person) -> None:
    leave = Button(moment.text(contact, BUTTON_LEAVE), f"worry:leave:{person.id}")
    await outbox.put(
        moment.session,
        contact.chat_id,
        Say(row.text, inline=(leave,) if contact.id == row.contact_id else (), protect=True),
        moment.now,
        purpose=PURPOSE,
        consent_id=row.consent_id,
        expires_at=decent(moment).begins(moment.now, moment.house.zone),
    )


async def _reached(moment: Moment, row: WorryContact) -> list[Person]:
    """Whom she chose, if they can be reached now."""
    if row.kind == worry_contacts.COORDINATION:
        return await who_hears.within_reach(moment, row.person_id)
    contact = await moment.session.get(Person, row.contact_id) if row.contact_id else None
    gone = contact is None or contact.left_at is not None
    if row.kind == worry_contacts.VOLUNTEER and contact is not None:
        gone = gone or contact.role != people.VOLUNTEER or await is_avoided(moment, row)
    if contact is None or gone or await people.blocked(moment, contact):
        return []
    return [contact]


async def _told(moment: Moment, row: WorryContact) -> list[int]:
    """The people whom the word of this silence has reached, or is just reaching (ids)."""
    rows = await moment.session.scalars(
        select(Person.id)
        .join(Message, Message.chat_id == Person.chat_id)
        .where(Message.consent_id == row.consent_id, Message.purpose == PURPOSE)
        .where(Message.state.in_(("sent", "sending")), Message.created_at >= row.told_at)
    )
    return sorted(set(rows))


async def _check(moment: Moment, person: Person, row: WorryContact) -> None:
    """Whether the word has left. One that never will is told anew: to somebody who is there."""
    if row.told_at is None:
        return
    found = await moment.session.execute(
        select(Message.state, Message.error)
        .where(Message.consent_id == row.consent_id, Message.purpose == PURPOSE)
        .where(Message.created_at >= row.told_at)
    )
    ends = [(state, error) for state, error in found]
    if any(state in ("queued", "sending") for state, _ in ends):
        later = moment.now + CHECKED_AFTER
        await timers.plan(moment.session, "worry_check", later, person_id=person.id)
    elif all(state != "sent" for state, _ in ends):
        row.told_at = None
        late = any(error == "expired" for _, error in ends)
        again = SAME if late else OTHERS
        await _later(moment, person, moment.now, settled=True, again=again)


async def _over(moment: Moment, knew: list[int]) -> None:
    rows = await moment.session.scalars(
        select(Person).where(Person.id.in_(knew)).order_by(Person.id)
    )
    for contact in list(rows):
        await people.tell(moment, contact, Say(moment.text(contact, ENDED)))


async def _ask_again(moment: Moment, person: Person, row: WorryContact) -> str | None:
    """Half a year after her yes: asked twice, a week apart. Who is silent since keeps the contact:
    that is what it is for. Who writes and does not say yes has it ended."""
    resident = await moment.session.get(Resident, person.id)
    pause = people.pause_of(resident) if resident is not None else None
    paused = pause is not None and pause.covers(moment.now)
    silent = row.asked_at is not None and person.seen_at <= row.asked_at
    held = await handoffs.held(moment, person.id) is not None
    awake = decent(moment).after(moment.now, moment.house.zone)
    due = moment.now + worry_contacts.LOOK_AGAIN
    begins = None
    if awake > moment.now:
        due = awake
    elif paused or silent or held or row.told_at is not None:
        due = decent(moment).after(due, moment.house.zone)
    elif row.asked >= ASKED_AT_MOST:
        await end(moment, person)
        await people.tell(moment, person, Say(moment.text(person, LAPSED)))
        return None
    else:
        row.asked, row.asked_at = row.asked + 1, moment.now
        due, begins = moment.now + WEEK, AGAIN
    await timers.plan(moment.session, "worry_confirm", due, person_id=person.id)
    return begins
