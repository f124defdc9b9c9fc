"""A resident is brought to a person: offered with the exact text, opened by her yes, and watched
until somebody takes it. Every change is one compare-and-set on the state that it leaves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from bot import alerts, consents, people, timers
from bot.channel import Button, Say
from bot.handoff_texts import (
    ASKED_URGENT,
    BUTTON_LESS,
    BUTTON_NO,
    BUTTON_STOP,
    BUTTON_YES,
    NOBODY_ON_DUTY,
    OPENED,
    OPENED_NOBODY,
    PERSON_HOLDS,
    PREVIEW,
    SHARED_NAME,
    SHARED_NO_NAME,
    SHARED_WORDS,
    STILL_LOOKING,
    WAITING_LONG,
)
from bot.house import Moment
from bot.lifecycle import HELD, LIVE, OFFERED, OPEN, sources
from bot.sanitise import clean
from bot.store.tables import Handoff, Person


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


DAY = timedelta(days=1)
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
    return preview(moment, person, handoff)


def shared_text(moment: Moment, person: Person, words: str = "") -> str:
    name = moment.text(person, SHARED_NAME, name=person.name) if person.name else ""
    text = name or moment.text(person, SHARED_NO_NAME)
    if words:
        text += "\n\n" + moment.text(person, SHARED_WORDS, words=clean(words, 1500))
    return text


def preview(moment: Moment, person: Person, handoff: Handoff) -> tuple[str, tuple[Button, ...]]:
    """The preview's text and buttons. Each button is bound to this handoff and this very text."""
    bound = f"{handoff.id}:{handoff.text_hash[:16]}"
    buttons = [Button(moment.text(person, BUTTON_YES), f"share:yes:{bound}")]
    if handoff.text != shared_text(moment, person):
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
    rung = await alerts.ring(moment, handoff)
    await watch(moment, handoff)
    if rung:
        return moment.text(person, OPENED)
    await alerts.tell_coordinators(moment, handoff, NOBODY_ON_DUTY)
    return moment.text(person, OPENED_NOBODY)


async def watch(moment: Moment, handoff: Handoff, times: int = 0, told: bool = False) -> None:
    """Plans when the coordinators hear that nobody took it: each time twice as late, at most a day
    later, and not at night unless it is urgent. An open handoff always has this timer."""
    wait = alerts.hurried(moment, handoff, moment.house.policy.coordinator_after)
    due = moment.now + min(wait * 2**times, DAY)
    if handoff.urgency != "urgent":
        due = moment.house.quiet.after(due, moment.house.zone)
    await timers.drop(moment.session, moment.now, "to_coordinator", handoff_id=handoff.id)
    await timers.plan(
        moment.session,
        "to_coordinator",
        due,
        handoff_id=handoff.id,
        state=OPEN,
        times=times,
        told=told,
    )


async def still_open(moment: Moment, handoff: Handoff, times: int, told: bool) -> None:
    """Nobody took it in time: the coordinators hear of it, and hear again until somebody does. She
    hears once that she is not forgotten, and not at night."""
    await alerts.tell_coordinators(moment, handoff, WAITING_LONG)
    awake = moment.house.quiet.after(moment.now, moment.house.zone) == moment.now
    if not told and awake:
        person = await moment.session.get_one(Person, handoff.person_id)
        await people.tell(moment, person, Say(moment.text(person, STILL_LOOKING)))
    await watch(moment, handoff, times + 1, told or awake)


async def press(moment: Moment, person: Person, handoff: Handoff) -> Say:
    """She asks for a person, in danger, while one was asked already. Returns the word to her."""
    if handoff.state in HELD:
        holder = await moment.session.get(Person, handoff.claimed_by)
        said = moment.text(person, PERSON_HOLDS, name=(holder.name if holder else None) or "…")
        return Say(said, keyboard=(moment.text(person, BUTTON_STOP),))
    if handoff.urgency != "urgent":
        handoff.urgency = "urgent"
        await moment.session.flush()
        if not await alerts.ring_anew(moment, handoff):
            await alerts.tell_coordinators(moment, handoff, NOBODY_ON_DUTY)
        await watch(moment, handoff)
    return Say(moment.text(person, ASKED_URGENT))


async def waiting(moment: Moment, languages: list[str] | None = None) -> list[Handoff]:
    """The handoffs that nobody has claimed, oldest first."""
    query = select(Handoff).where(Handoff.state == OPEN).order_by(Handoff.opened_at)
    rows = await moment.session.scalars(query)
    return [row for row in rows if languages is None or row.language in languages]
