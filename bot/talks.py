"""A volunteer and the talks that he holds: whose they are, what is said of her, giving one back."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from bot import (
    alerts,
    asking,
    concerns,
    debriefs,
    handoffs,
    instants,
    leases,
    people,
    still_shared,
    too_late,
)
from bot.addressee_texts import NOW_WITH
from bot.channel import Button, Incoming, Say
from bot.handoff_texts import (
    BUTTON_HANDOVER,
    CANNOT_GO_ON,
    LAPSED,
    LAPSED_NOBODY,
    NAMELESS,
    NEVER_WROTE,
    RELEASED_LATER,
    RELEASED_NOBODY,
    RELEASED_RESIDENT,
    RELEASED_VOLUNTEER,
    RELEASED_WAITS,
)
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import CLAIMED as CLAIMED_STATE
from bot.lifecycle import GREETED, HELD
from bot.open_texts import GAVE_BACK, NO_LONGER, NO_WORD, URGENT_FREE
from bot.people import tell
from bot.routing import URGENT
from bot.store.tables import Handoff, Person, Relay
from bot.transitions import move

GOES_ON: Final = ("debrief:", "hand:")  # of such an answer he may say more
SILENT: Final = ("no word in time", "her word got no answer")
TURNED = "_turned"  # the fact that names our message by which a volunteer reads for whom he writes
ASKED = "_asked"  # the fact that names the talk in which she asked her last question, and when


async def about_her(
    moment: Moment,
    volunteer: Person,
    handoff: Handoff,
    text: Text,
    consent_id: int | None = None,
    inline: tuple[Button, ...] = (),
    reply_to: int | None = None,
    **values: str,
) -> int:
    """A word to the volunteer that names the resident: it rests on her consent, cannot be passed
    on, and goes from the phone when she takes her yes back. Returns its row."""
    name = await name_of(moment, handoff, volunteer)
    told = moment.text(volunteer, text, name=name, **values)
    told = told[:1].upper() + told[1:]  # it may begin with 'this person'
    said = Say(told, protect=True, inline=inline, reply_to=reply_to)
    return await tell(moment, volunteer, said, "relay", handoff, consent_id or handoff.consent_id)


def taken_at(moment: Moment, handoff: Handoff, reader: Person) -> str:
    """The hour of the claim: it tells two talks apart without naming anybody."""
    return instants.hour(moment, reader, handoff.claimed_at or moment.now)


async def person_of(moment: Moment, handoff: Handoff) -> Person:
    return await moment.session.get_one(Person, handoff.person_id)


async def holder_of(moment: Moment, handoff: Handoff) -> Person | None:
    if handoff.claimed_by is None:
        return None
    return await moment.session.get(Person, handoff.claimed_by)


async def name_of(moment: Moment, handoff: Handoff, reader: Person) -> str:
    """What a volunteer calls the resident. Where somebody else whom he talks with is called so too,
    as all are who gave no name, the number of the handoff tells them apart."""
    name = await _called(moment, handoff, reader)
    for talk in await open_talks(moment, reader):
        if talk.id != handoff.id and await _called(moment, talk, reader) == name:
            return f"{name} ({handoff.id})"
    return name


async def _called(moment: Moment, handoff: Handoff, reader: Person) -> str:
    return (await person_of(moment, handoff)).name or moment.text(reader, NAMELESS)


async def open_talks(moment: Moment, volunteer: Person) -> list[Handoff]:
    rows = await moment.session.scalars(
        select(Handoff)
        .where(Handoff.claimed_by == volunteer.id, Handoff.state.in_(HELD))
        .order_by(Handoff.id)
    )
    return list(rows)


async def turn_to(moment: Moment, volunteer: Person, handoff: Handoff) -> None:
    """His words are for this talk from now on, and he reads so."""
    await asking.passed(moment, volunteer)
    told = await about_her(moment, volunteer, handoff, NOW_WITH)
    await people.remember(moment, volunteer, TURNED, str(told))


async def volunteer_spoke(moment: Moment, handoff: Handoff, volunteer: Person) -> None:
    """His word: the first one greets, each one answers what she wrote."""
    handoff.spoken_at = moment.now
    await leases.answered(moment, handoff)
    await moment.session.flush()
    if handoff.state == CLAIMED_STATE:
        await move(moment, handoff, "greet", volunteer, greeted_at=moment.now)
        await leases.plan_end(moment, handoff)


async def resident_spoke(
    moment: Moment, handoff: Handoff, resident: Person, asks: bool = False
) -> None:
    """Her word: from the first one that waits, the clock of his answer runs. `asks`: a question."""
    handoff.spoken_at = moment.now
    first = handoff.unanswered_at is None
    handoff.unanswered_at = handoff.unanswered_at or moment.now
    await moment.session.flush()
    if asks:
        await people.remember(moment, resident, ASKED, str(handoff.id))
    if handoff.state == GREETED and await move(moment, handoff, "answer", resident):
        await leases.plan_end(moment, handoff)
        first = True
    if first and handoff.state in HELD and handoff.state != CLAIMED_STATE:
        await leases.plan_reply(moment, handoff)


async def has_open_question(moment: Moment, handoff: Handoff) -> bool:
    """Whether she asked something since his last word. What she asked is kept nowhere."""
    asked = (await people.facts_of(moment, await person_of(moment, handoff))).get(ASKED)
    if asked is None or handoff.unanswered_at is None:
        return False
    return asked.value == str(handoff.id) and asked.at >= handoff.unanswered_at


async def release(
    moment: Moment,
    handoff: Handoff,
    volunteer: Person,
    lapsed: bool,
    why: str = "",
    hers: bool = False,
) -> None:
    """Handed on: somebody else is rung, the resident is told, nothing is lost. `lapsed`: it was
    not the volunteer's own wish. `hers`: it was hers."""
    heavy = was_heavy(handoff)
    why = why or (SILENT[0] if lapsed else "by the volunteer")
    freed = {"claimed_by": None, "lease_until": None, "unanswered_at": None}
    if not await move(moment, handoff, "release", None if lapsed else volunteer, why, **freed):
        return
    resident = await person_of(moment, handoff)
    unread = await too_late.keep_back(moment, resident, handoff)
    await alerts.answered(moment, handoff, volunteer, alerts.RELEASED)
    await alerts.forget_unanswered(moment, handoff)
    lead = NO_WORD if why in SILENT else NO_LONGER if lapsed else GAVE_BACK
    found = await seek_on(moment, handoff, resident, volunteer, hers, lead)
    note = Button(moment.text(volunteer, BUTTON_HANDOVER), f"note:next:{handoff.id}")
    if lapsed:
        await about_her(moment, volunteer, handoff, LAPSED if found else LAPSED_NOBODY)
    else:
        text = RELEASED_VOLUNTEER if found else RELEASED_WAITS
        await about_her(moment, volunteer, handoff, text, inline=(note,))
    if unread is not None:
        await too_late.tell_her(moment, resident, volunteer, handoff, unread)
    await concerns.begins_anew(moment, resident)
    if heavy:
        await debriefs.ask(moment, volunteer, handoff)
    await next_talk(moment, volunteer)


async def seek_on(
    moment: Moment,
    handoff: Handoff,
    resident: Person,
    volunteer: Person,
    hers: bool = False,
    lead: Text = NO_LONGER,
) -> bool:
    """Others are rung, and she reads whether somebody comes now, or when. `hers`: it was her own
    wish. The coordinators hear at once when it is urgent or nobody is there, with what happened
    (`lead`). Returns whether phones ring."""
    name = volunteer.name or "…"
    at = await handoffs.seek(moment, handoff, name, lead)
    await handoffs.warn(moment, handoff, at, URGENT_FREE, name, lead)
    wrote = await _wrote(moment, handoff, volunteer)
    gone = moment.text(resident, CANNOT_GO_ON if wrote else NEVER_WROTE, name=name)
    if hers:
        text = await handoffs.sought(moment, resident, handoff, at)
    elif at == moment.now:
        said = moment.text(resident, RELEASED_RESIDENT, gone=gone)
        text = await handoffs.with_night(moment, resident, handoff, said, of_itself=True)
    else:
        when = instants.told(moment, resident, at) if at is not None else ""
        later = RELEASED_LATER if when else RELEASED_NOBODY
        said = moment.text(resident, later, gone=gone, when=when)
        text = await handoffs.with_numbers(moment, resident, said, of_itself=True)
    held_back = await still_shared.ended(moment, resident, handoff, name)
    text = f"{held_back}\n\n{text}".lstrip()
    await tell(moment, resident, Say(text, keyboard=()), "answer", handoff)
    return at == moment.now


async def _wrote(moment: Moment, handoff: Handoff, volunteer: Person) -> bool:
    """Whether she ever read a word of his in this talk, also before it came back to him."""
    found = await moment.session.scalar(
        select(Relay.id)
        .where(Relay.handoff_id == handoff.id, Relay.from_chat == volunteer.chat_id)
        .limit(1)
    )
    return found is not None or handoff.greeted_at is not None


def was_heavy(handoff: Handoff) -> bool:
    """Whether danger was in a talk in which words were passed on."""
    return handoff.crisis and (handoff.greeted_at or handoff.unanswered_at) is not None


async def in_doubt(moment: Moment, handoff: Handoff) -> bool:
    """Whether she was asked of danger within the last day, and has not answered."""
    return await concerns.in_doubt(moment, await person_of(moment, handoff))


async def worries(moment: Moment, handoff: Handoff) -> bool:
    """Whether she is not left without anybody: after danger, or after a doubt, while it stands or
    where she asked for a person in it."""
    if handoff.crisis or handoff.urgency == URGENT or await in_doubt(moment, handoff):
        return True
    return await concerns.in_danger(moment, await person_of(moment, handoff))


async def next_talk(moment: Moment, volunteer: Person) -> None:
    """After a talk: the only one that is left is the one, and he hears so. Not while a question of
    ours stands: what he writes then is its answer, and her name is not the last that he reads."""
    talks = await open_talks(moment, volunteer)
    if len(talks) != 1:
        return
    if await asking.standing(moment, volunteer):
        await people.remember(moment, volunteer, asking.LATER, "yes")
    else:
        await turn_to(moment, volunteer, talks[0])


async def answered(moment: Moment, volunteer: Person, tap: Incoming) -> None:
    """He tapped a button: with his last answer he hears for whom his words are. Else what he adds
    to how he is, or to a note, is no word to anybody else."""
    await asking.tapped(moment, volunteer, tap.data)
    if not await settled(moment, volunteer) and tap.data.startswith(GOES_ON):
        await asking.still(moment, volunteer, tap.message_id)


async def settled(moment: Moment, volunteer: Person) -> bool:
    """Once no question of ours stands any more he hears for whom his words are, where that was
    left for then."""
    if not await asking.is_later(moment, volunteer):
        return False
    await people.remember(moment, volunteer, asking.LATER, "")
    await next_talk(moment, volunteer)
    return True
