"""A resident is brought to a person: opened by her yes, and watched until somebody takes it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from bot import (
    alert_waits,
    alerts,
    coming,
    concerns,
    consents,
    discreet,
    instants,
    leases,
    people,
    roster,
    timers,
    watching,
)
from bot.channel import Say
from bot.handoff_texts import (
    ALERT_OVER,
    ASKED_URGENT,
    AT_NIGHT,
    BUTTON_STOP,
    IN_HELP,
    MEANWHILE,
    OPENED,
    OPENED_NOBODY,
    OPENED_WHEN,
    PASSED,
    PASSED_NOBODY,
    STILL_LOOKING,
)
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import ASKING, CONSENTED, ESCALATED, HELD, WAITING
from bot.open_texts import NOBODY_ON_DUTY, NOBODY_TAKES, URGENT_ASKED, WAITING_LONG
from bot.previews import offer, preview
from bot.routing import URGENT
from bot.safety import reply as replies
from bot.safety.helplines import choose, listening
from bot.store.tables import Handoff, Person
from bot.transitions import held, live, move, offered

__all__ = ["held", "live", "move", "offer", "offered", "preview"]
FAR = timedelta(hours=14)  # further off than over night: a coordinator hears at once
AGAIN = 3  # so many words to the coordinators later, those who never answered are rung anew


async def open_it(moment: Moment, person: Person, handoff: Handoff) -> str:
    """Her yes: written down against the exact text, then volunteers are rung.

    Returns the word to her. Raises ValueError when the offer is no longer there.
    """
    text = handoff.text or ""
    consent = await consents.give(moment.session, person, consents.SHARE, text, moment.now)
    agreed = {"consent_id": consent.id, "opened_at": moment.now, "draft": None}
    if not await move(moment, handoff, "consent", person, "her yes to the text", **agreed):
        raise ValueError("the offer is over")
    handoff.crisis = handoff.crisis or await concerns.in_danger(moment, person)
    await concerns.answered(moment, person, replies.PERSON)
    await alert_waits.put_off(moment, person)
    at = await seek(moment, handoff)
    await warn(moment, handoff, at, URGENT_ASKED)
    return await _and_alert(moment, person, await sought(moment, person, handoff, at))


async def not_now(moment: Moment, volunteer: Person, handoff: Handoff) -> str:
    """'Not now': the next volunteer is rung at once, or a coordinator where there is none. Returns
    the word to who said so."""
    await alerts.answered(moment, handoff, volunteer, alerts.DECLINED)
    people.log(
        moment, "alert.declined", actor=volunteer, about=handoff.person_id, handoff=handoff.id
    )
    if handoff.state not in WAITING:
        return moment.text(volunteer, ALERT_OVER)
    at = await seek(moment, handoff)
    return moment.text(volunteer, PASSED if at == moment.now else PASSED_NOBODY)


async def warn(
    moment: Moment,
    handoff: Handoff,
    at: datetime | None,
    text: Text,
    name: str = "",
    lead: Text | None = None,
) -> None:
    """Coordinators hear at once of what is urgent; where nobody was rung they know already."""
    if handoff.urgency == URGENT and at == moment.now:
        await alerts.tell_coordinators(moment, handoff, text, name, lead)


async def sought(moment: Moment, person: Person, handoff: Handoff, at: datetime | None) -> str:
    """The word to her after volunteers were rung, or will be at an instant, or could not be."""
    if at == moment.now:
        return await with_night(moment, person, handoff, moment.text(person, OPENED))
    said = moment.text(person, OPENED_NOBODY)
    if at is not None:
        said = moment.text(person, OPENED_WHEN, when=instants.told(moment, person, at))
    return await with_numbers(moment, person, said)


async def _and_alert(moment: Moment, person: Person, said: str) -> str:
    hidden = await discreet.is_hidden(moment, person)
    return said if hidden else await alert_waits.told(moment, person, said)


async def with_night(
    moment: Moment, person: Person, handoff: Handoff, said: str, of_itself: bool = False
) -> str:
    """Phones ring for her at an hour at which most people sleep: she reads how it goes on."""
    morning = moment.house.quiet.after(moment.now, moment.house.zone)
    if handoff.urgency != URGENT or morning == moment.now:
        return said
    night = moment.text(person, AT_NIGHT, when=instants.told(moment, person, morning))
    return await with_numbers(moment, person, f"{said}\n\n{night}", of_itself)


async def with_numbers(moment: Moment, person: Person, said: str, of_itself: bool = False) -> str:
    """`of_itself`: no word of hers came just before. Where somebody else may hold her telephone
    she reads only where the numbers are."""
    if await (discreet.of_itself if of_itself else discreet.is_hidden)(moment, person):
        return f"{said} {moment.text(person, IN_HELP)}"
    numbers = await meanwhile(moment, person)
    return f"{said}\n\n{numbers}" if numbers else said


async def meanwhile(moment: Moment, person: Person) -> str:
    """Whom she can call while nobody is there: in danger the lines for it, else those that listen,
    open now, and the emergency."""
    local, known = moment.house.local(moment.now), moment.house.helplines
    row = await concerns.danger(moment, person)
    if row is not None:
        lines = choose(known, row.intent, person.language, local)
    else:
        lines = listening(known, person.language, local)
    if not lines:
        return ""
    facts = replies.Facts(moment.house.organisation, local)
    texts = moment.house.translate(person.language, person.address)
    told = replies.numbers(person.language, lines, facts, texts)
    return f"{moment.text(person, MEANWHILE)}\n{told}"


async def seek(
    moment: Moment, handoff: Handoff, name: str = "", lead: Text | None = None
) -> datetime | None:
    """Rings the next few who may be rung. Returns now when a phone shows it, the instant at which
    it is tried again, or None when the coordinators were asked and no such instant is near. `lead`:
    why the volunteer `name` has it no longer."""
    first, rest = await roster.route(moment, handoff)
    if first and handoff.state == CONSENTED and not await move(moment, handoff, "ring"):
        return moment.now
    await alerts.ring(moment, handoff, first)
    if first or await alerts.is_pending(moment, handoff):
        await _plan_more(moment, handoff, bool(rest))
        await watching.stand(moment, handoff)
        return moment.now
    at = await _next_try(moment, handoff)
    near = at is not None and at - moment.now < FAR
    if handoff.urgency != URGENT and near and not await alerts.is_declined(moment, handoff):
        assert at is not None
        await watching.try_again(moment, handoff, "ring_later", at)
        await watching.watch(moment, handoff, since=at)
        return at
    there = any(handoff.language in one.languages for one in await roster.there(moment))
    text, why = (NOBODY_TAKES, "nobody free") if there else (NOBODY_ON_DUTY, "nobody on duty")
    await escalate(moment, handoff, text, why, name, lead)
    if at is not None:
        await watching.try_again(moment, handoff, "ring_later", at)
    return at if handoff.urgency == URGENT else None


async def follow_language(moment: Moment, person: Person) -> None:
    """She reads another language from now on: what waits for a person goes to who speaks that. What
    a volunteer holds goes on as the two began it."""
    handoff = await live(moment, person.id) or await offered(moment, person.id)
    waits = handoff is not None and handoff.state not in HELD
    if handoff is None or not waits or handoff.language == person.language:
        return
    handoff.language = person.language
    await moment.session.flush()
    if handoff.state in WAITING:
        await seek(moment, handoff)


async def _plan_more(moment: Moment, handoff: Handoff, more: bool) -> None:
    """Phones ring: the next ones in a few minutes, or when somebody's hours begin."""
    wait = alerts.hurried(moment, handoff, moment.house.policy.widen_after)
    if more:
        await watching.try_again(moment, handoff, "widen", moment.now + wait)
    elif (at := await roster.next_free(moment, handoff)) is not None and at > moment.now:
        await watching.try_again(moment, handoff, "ring_later", at)


async def _next_try(moment: Moment, handoff: Handoff) -> datetime | None:
    """When somebody's hours begin; at night, when nobody has any, the end of quiet hours: then the
    coordinators are asked."""
    at = await roster.next_free(moment, handoff)
    if at is not None and at > moment.now:
        return at
    awake = moment.house.quiet.after(moment.now, moment.house.zone)
    return awake if awake > moment.now else None


async def escalate(
    moment: Moment, handoff: Handoff, text: Text, why: str, name: str = "", lead: Text | None = None
) -> None:
    """The coordinators hear of it, and it is theirs too from now on."""
    if handoff.state != ESCALATED:
        await move(moment, handoff, "escalate", why=why)
    await alerts.tell_coordinators(moment, handoff, text, name, lead)
    await watching.stand(moment, handoff)


async def still_waiting(moment: Moment, handoff: Handoff, times: int, told: bool) -> None:
    """Nobody took it in time: the coordinators hear of it, and hear again until somebody does. She
    hears once that she is not forgotten, and not at night. What is urgent: `bot.urgency`."""
    await escalate(moment, handoff, WAITING_LONG, "nobody took it")
    awake = moment.house.quiet.after(moment.now, moment.house.zone) == moment.now
    if not told and awake:
        person = await moment.session.get_one(Person, handoff.person_id)
        await people.tell(moment, person, Say(moment.text(person, STILL_LOOKING)))
    await watching.watch(moment, handoff, times + 1, told or awake)
    if times >= AGAIN:
        await alerts.forget_unanswered(moment, handoff)
    first, _ = await roster.route(moment, handoff)
    await alerts.ring(moment, handoff, first)


async def ring_more(moment: Moment, handoff: Handoff) -> None:
    """A lease of the alerts is over, or somebody's hours begin: the next ones are rung."""
    if handoff.state in WAITING:
        await seek(moment, handoff)


async def press(moment: Moment, person: Person, handoff: Handoff, holds: str) -> Say:
    """She asks for a person, in danger or in doubt, while one was asked already. Returns the word
    to her; `holds` where somebody is there."""
    handoff.crisis = handoff.crisis or await concerns.in_danger(moment, person)
    if handoff.state in HELD:
        await leases.hurry(moment, handoff)
        return Say(holds, keyboard=(moment.text(person, BUTTON_STOP),))
    if handoff.state == ASKING:
        await move(moment, handoff, "go_on", person, "her wish, in danger")
    if handoff.urgency != URGENT:
        handoff.urgency = URGENT
        await moment.session.flush()
        await alerts.forget_unanswered(moment, handoff)
        await timers.drop(moment.session, moment.now, "to_coordinator", handoff_id=handoff.id)
        at = await seek(moment, handoff)
        await watching.stand(moment, handoff)
        await warn(moment, handoff, at, URGENT_ASKED)
    said = await with_night(moment, person, handoff, moment.text(person, ASKED_URGENT))
    return Say(await _and_alert(moment, person, said))


async def ring_on_coming(
    moment: Moment, volunteer: Person, and_not_now: bool = False, was_there: bool = False
) -> None:
    """Who is there for alerts again hears at once of whoever waits and is theirs to take.
    `and_not_now`: by coming on duty, which ends an earlier 'not now'. `was_there`: what rang on
    that phone before is left as it is."""
    if not await coming.is_there(moment, volunteer):
        return
    for handoff in await waiting(moment):
        anew = not was_there and await alerts.rings_anew(moment, handoff, volunteer, and_not_now)
        first, _ = await roster.route(moment, handoff, volunteer.id if anew else None)
        if volunteer.id not in first:
            continue
        if handoff.state != CONSENTED or await move(moment, handoff, "ring"):
            await alerts.ring(moment, handoff, [volunteer.id])


async def waiting(moment: Moment, languages: list[str] | None = None) -> list[Handoff]:
    """The handoffs that nobody has claimed, oldest first."""
    query = select(Handoff).where(Handoff.state.in_(WAITING)).order_by(Handoff.opened_at)
    rows = await moment.session.scalars(query)
    return [row for row in rows if languages is None or row.language in languages]
