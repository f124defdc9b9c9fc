"""What a coordinator does about a handoff with a tap: ring again, ask someone, hand on, settle.

Each button carries the version that was shown. When things have moved on since, nothing is done.
"""

from __future__ import annotations

from bot import alerts, outcomes, people, roster, routing, talks, watching
from bot import overview_texts as texts
from bot.channel import Button, Edit, Incoming, Say
from bot.house import Moment
from bot.lifecycle import CONSENTED, HELD, WAITING
from bot.routing import Candidate, Verdict
from bot.store.tables import Handoff, Person
from bot.transitions import move

NEVER = (Verdict.SELF, Verdict.LANGUAGE, Verdict.AVOIDED, Verdict.UNREACHABLE, Verdict.DEBRIEF)
MOST_NAMES = 12


async def take(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    """`ho:WISH:NUMBER:VERSION[:WHAT]`. Returns the word for the button."""
    _, wish, number, version, what = (*incoming.data.split(":"), "", "", "", "")[:5]
    if not number.isascii() or not number.isdecimal() or len(number) > 17:
        return ""
    handoff = await moment.session.get(Handoff, int(number), with_for_update=True)
    if handoff is None:  # she erased her data
        return moment.text(coordinator, texts.GONE_ON)
    if str(handoff.version) != version:
        return moment.text(coordinator, texts.GONE_ON)
    if wish == "on" and handoff.state in HELD:
        return await hand_on(moment, coordinator, handoff)
    if handoff.state not in WAITING:
        return moment.text(coordinator, texts.GONE_ON)
    if wish == "ring":
        return await ring_again(moment, coordinator, handoff)
    if wish == "ask":
        await _whom(moment, coordinator, handoff)
    elif wish == "give":
        return await _give(moment, coordinator, handoff, what, incoming)
    elif wish == "settle":
        await _how(moment, coordinator, handoff)
    elif wish == "keep":
        said = moment.text(coordinator, texts.KEPT, number=handoff.id)
        await _now_says(moment, incoming, coordinator, said)
    elif wish == "done" and what in outcomes.BUTTONS:
        return await _settle(moment, coordinator, handoff, what, incoming)
    return ""


async def ring_again(moment: Moment, coordinator: Person, handoff: Handoff) -> str:
    """Everybody who could come now, also who said 'not now' before."""
    await alerts.forget_not_now(moment, handoff)
    first, rest = await roster.route(moment, handoff)
    if first and handoff.state == CONSENTED:
        await move(moment, handoff, "ring", coordinator)
        await watching.stand(moment, handoff)
    await alerts.ring(moment, handoff, [*first, *rest])
    about = handoff.person_id
    people.log(moment, "handoff.rung again", actor=coordinator, about=about, handoff=handoff.id)
    count = len(first) + len(rest)
    button = moment.text(coordinator, texts.BUTTON_ASK)
    text = texts.RUNG if count else texts.NOBODY_TO_RING
    return moment.text(coordinator, text, count=count, button=button)


async def _fit(moment: Moment, handoff: Handoff) -> list[Candidate]:
    """Who may be asked by a coordinator: off duty, away or full is no obstacle."""
    wanted, calendar = await roster.wanted(moment, handoff), roster.calendar(moment.house)
    everybody = await roster.candidates(moment)
    fit = [
        one
        for one in everybody
        if routing.verdict(one, wanted, moment.now, calendar) not in NEVER and not one.owes_debrief
    ]
    return sorted(fit, key=lambda one: (not one.on_duty, one.load, one.id))[:MOST_NAMES]


async def _whom(moment: Moment, coordinator: Person, handoff: Handoff) -> None:
    buttons = []
    for one in await _fit(moment, handoff):
        person = await moment.session.get_one(Person, one.id)
        name = person.name or people.number_of(person.id)
        label = moment.text(coordinator, texts.LOAD, name=name[:20], held=one.load, most=one.most)
        buttons.append(Button(label, f"ho:give:{handoff.id}:{handoff.version}:{one.id}"))
    text = texts.WHOM if buttons else texts.NOBODY_SPEAKS
    said = moment.text(coordinator, text, number=handoff.id)
    await people.tell(moment, coordinator, Say(said, inline=tuple(buttons)), "alert")


async def _give(
    moment: Moment, coordinator: Person, handoff: Handoff, what: str, incoming: Incoming
) -> str:
    """That one phone rings, with a word from whom. Whoever is asked still decides."""
    if what not in {str(one.id) for one in await _fit(moment, handoff)}:
        return moment.text(coordinator, texts.GONE_ON)
    volunteer = await moment.session.get_one(Person, int(what))
    said = moment.text(volunteer, texts.ASKED_YOU, name=coordinator.name or "…")
    await people.tell(moment, volunteer, Say(said), "alert", handoff)
    await alerts.ring(moment, handoff, [volunteer.id])
    about = handoff.person_id
    people.log(moment, "handoff.asked", actor=coordinator, about=about, handoff=handoff.id)
    name = volunteer.name or "…"
    await _now_says(
        moment, incoming, coordinator, moment.text(
            coordinator, texts.ASKED, name=name, number=handoff.id
        )
    )  # fmt: skip
    return ""


async def _how(moment: Moment, coordinator: Person, handoff: Handoff) -> None:
    bound = f"{handoff.id}:{handoff.version}"
    buttons = tuple(
        Button(moment.text(coordinator, text), f"ho:done:{bound}:{name}")
        for name, text in outcomes.BUTTONS.items()
    )
    buttons += (Button(moment.text(coordinator, texts.BUTTON_KEEP), f"ho:keep:{bound}"),)
    said = moment.text(coordinator, texts.HOW, number=handoff.id)
    await people.tell(moment, coordinator, Say(said, inline=buttons), "alert")


async def _settle(
    moment: Moment, coordinator: Person, handoff: Handoff, outcome: str, incoming: Incoming
) -> str:
    if not await outcomes.close(moment, handoff, coordinator, outcome, "settled"):
        return moment.text(coordinator, texts.GONE_ON)
    said = moment.text(coordinator, texts.SETTLED, number=handoff.id)
    await _now_says(moment, incoming, coordinator, said)
    return ""


async def hand_on(moment: Moment, coordinator: Person, talk: Handoff) -> str:
    volunteer = await talks.holder_of(moment, talk)
    if volunteer is None:
        return ""
    await talks.release(moment, talk, volunteer, lapsed=True, why="by a coordinator")
    about = talk.person_id
    people.log(moment, "handoff.taken back", actor=coordinator, about=about, handoff=talk.id)
    return moment.text(coordinator, texts.HANDED_ON, number=talk.id)


async def _now_says(moment: Moment, incoming: Incoming, reader: Person, said: str) -> None:
    if incoming.message_id is not None:
        await people.tell(moment, reader, Edit(incoming.message_id, said), "alert")
