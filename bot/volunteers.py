"""A volunteer's turn: alerts, talks and the desk menu."""

from __future__ import annotations

from bot import handoffs, outbox, people, relay, safeguard, talks
from bot.channel import Answer, Button, Edit, Incoming, Kind, Say
from bot.handoff_texts import (
    BUTTON_SWITCH,
    NO_TALK,
    NOW_WITH,
    PASSED,
    WHICH_TALK,
)
from bot.house import Moment
from bot.i18n import Text
from bot.residents import Heard
from bot.store.tables import Handoff, Person, Volunteer

HELP = Text(
    "volunteer/help",
    "What you can do here:\n"
    "/duty – turn your alerts on or off\n"
    "/open – who waits in your languages\n"
    "/talks – your talks, and switch between them\n"
    "/release – hand the talk on\n"
    "/close – end the talk\n"
    "/heavy – tell the coordinator that this was heavy\n\n"
    "In a talk your words go to the resident, with your name. They never see your account. "
    "In danger to life: {emergency}.",
)
ON_DUTY = Text("volunteer/on-duty", "You are on duty. You get alerts. /duty turns them off.")
OFF_DUTY = Text("volunteer/off-duty", "You are off duty. No alerts. /duty turns them on again.")
NOBODY_WAITS = Text("volunteer/nobody-waits", "Nobody is waiting in your languages.")
HEAVY = Text(
    "volunteer/heavy", "Thank you for saying so. The coordinator knows and will contact you."
)
HEAVY_COORDINATOR = Text(
    "volunteer/heavy-coordinator", "{name} says that a talk was heavy. Can you call {name} today?"
)


async def take(moment: Moment, volunteer: Person, heard: Heard) -> None:
    """One turn of a volunteer, in the caller's transaction."""
    volunteer.seen_at = moment.now
    for incoming in heard.incoming:
        if incoming.kind is Kind.BLOCKED:
            await outbox.block(moment.session, volunteer.chat_id, moment.now)
        elif incoming.kind is Kind.TAP:
            await tap(moment, volunteer, incoming)
        elif incoming.command is not None:
            await command(moment, volunteer, incoming.command[0])
        elif incoming.kind is not Kind.UNBLOCKED:
            await words(moment, volunteer, incoming)
    if heard.concern is not None and heard.concern.level == "act":
        await safeguard.worry_volunteer(moment, volunteer, heard.concern)


async def words(moment: Moment, volunteer: Person, incoming: Incoming) -> None:
    """A volunteer's own words go to the talk that is replied to, or to the chosen one; outside a
    talk they go to nobody, and the desk menu says so."""
    talk = await _meant(moment, volunteer, incoming)
    if talk is not None:
        await relay.from_volunteer(moment, volunteer, talk, incoming)
    elif incoming.kind is Kind.REACTION or incoming.edited:
        return
    elif len(await talks.open_talks(moment, volunteer)) > 1:
        await show_talks(moment, volunteer, WHICH_TALK)
    else:
        await handoffs.tell(moment, volunteer, Say(moment.text(volunteer, NO_TALK)))


async def _meant(moment: Moment, volunteer: Person, incoming: Incoming) -> Handoff | None:
    about = incoming.reply_to
    if incoming.kind is Kind.REACTION or incoming.edited:
        about = about or incoming.message_id
    number = await relay.handoff_of(moment, volunteer.chat_id, about)
    open_talks = await talks.open_talks(moment, volunteer)
    replied = next((talk for talk in open_talks if talk.id == number), None)
    return replied or await talks.chosen(moment, volunteer)


async def command(moment: Moment, volunteer: Person, name: str) -> None:
    talk = await talks.chosen(moment, volunteer)
    if name == "close" and talk is not None:
        await talks.close(moment, talk, volunteer, None)
    elif name == "release" and talk is not None:
        await talks.release(moment, talk, volunteer, lapsed=False)
    elif name == "duty":
        await _duty(moment, volunteer)
    elif name == "open":
        await _show_open(moment, volunteer)
    elif name == "talks":
        await show_talks(moment, volunteer, WHICH_TALK)
    elif name == "heavy":
        await _heavy(moment, volunteer)
    else:
        text = NO_TALK if name in ("close", "release") else HELP
        await handoffs.tell(moment, volunteer, Say(moment.text(volunteer, text)))


async def _duty(moment: Moment, volunteer: Person) -> None:
    row = await moment.session.get_one(Volunteer, volunteer.id)
    row.on_duty = not row.on_duty
    text = ON_DUTY if row.on_duty else OFF_DUTY
    await handoffs.tell(moment, volunteer, Say(moment.text(volunteer, text)))


async def _show_open(moment: Moment, volunteer: Person) -> None:
    row = await moment.session.get_one(Volunteer, volunteer.id)
    waiting = await handoffs.waiting(moment, row.languages)
    for handoff in waiting[:5]:
        await handoffs.alert_again(moment, handoff, volunteer)
    if not waiting:
        await handoffs.tell(moment, volunteer, Say(moment.text(volunteer, NOBODY_WAITS)))


async def show_talks(moment: Moment, volunteer: Person, text: Text) -> None:
    buttons = []
    for talk in await talks.open_talks(moment, volunteer):
        resident = await talks.person_of(moment, talk)
        name = talks.name_of(moment, resident, volunteer)
        label = moment.text(volunteer, BUTTON_SWITCH, name=name)
        buttons.append(Button(label[:60], f"talk:{talk.id}"))
    said = moment.text(volunteer, text if buttons else NO_TALK)
    await handoffs.tell(moment, volunteer, Say(said, inline=tuple(buttons)))


async def _heavy(moment: Moment, volunteer: Person) -> None:
    people.log(moment, "volunteer.heavy", actor=volunteer)
    for coordinator in await people.coordinators(moment):
        said = moment.text(coordinator, HEAVY_COORDINATOR, name=volunteer.name or "…")
        await handoffs.tell(moment, coordinator, Say(said), "alert")
    await handoffs.tell(moment, volunteer, Say(moment.text(volunteer, HEAVY)))


async def tap(moment: Moment, volunteer: Person, incoming: Incoming) -> None:
    """An inline button of an alert or of the list of talks. Data of another kind does nothing."""
    wish, _, number = incoming.data.partition(":")
    handoff = (
        await moment.session.get(Handoff, int(number), with_for_update=True)
        if number.isdecimal() and len(number) < 18
        else None
    )
    said = ""
    if (
        handoff is not None
        and wish == "claim"
        and await handoffs.was_rung(moment, handoff, volunteer)
    ):
        said = await talks.claim(moment, volunteer, handoff)
        if not said and incoming.message_id is not None:
            text = handoffs.alert_text(moment, handoff, volunteer) + " ✓"
            await handoffs.tell(moment, volunteer, Edit(incoming.message_id, text), "alert")
    elif handoff is not None and wish == "pass":
        await talks.decline(moment, volunteer, handoff)
        said = moment.text(volunteer, PASSED)
        if incoming.message_id is not None:
            await handoffs.tell(moment, volunteer, Edit(incoming.message_id, said), "alert")
    elif handoff is not None and wish == "talk" and handoff.claimed_by == volunteer.id:
        await talks.choose(moment, volunteer, handoff)
        resident = await talks.person_of(moment, handoff)
        said = moment.text(volunteer, NOW_WITH, name=talks.name_of(moment, resident, volunteer))
        await handoffs.tell(moment, volunteer, Say(said))
    await handoffs.tell(moment, volunteer, Answer(incoming.query_id, said[:190]), "tap")
