"""A volunteer's turn: alerts, talks and the desk menu."""

from __future__ import annotations

import re
from typing import Final

from bot import (
    addressee,
    alert_words,
    alerts,
    asking,
    coming,
    copies,
    debriefs,
    duty_words,
    handoffs,
    heavy,
    himself,
    hints,
    last_one,
    mended,
    menus,
    numbers,
    outbox,
    people,
    relay,
    reports,
    rewritten,
    shifts,
    talk_commands,
    talks,
    unreached,
    volunteer_taps,
    volunteer_writes,
    writing,
)
from bot.addressee_texts import HAS_COMMAND, YOUR_TALKS
from bot.avoided import avoided
from bot.channel import Incoming, Kind, Say
from bot.handoff_texts import (
    NO_TALK,
    NOT_YOURS,
)
from bot.house import Moment
from bot.i18n import Text
from bot.residents import Heard
from bot.store.tables import Handoff, Person, Volunteer

COMMAND: Final = re.compile(r"(?<![^\s(“\"'])/([a-z]+)\b")
HELP = Text(
    "volunteer/help",
    "What you can do here:\n{commands}\n\n"
    "In a talk your words go to the resident, with your name. They never see your account. "
    "In danger to life: {emergency}.",
)
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
    asked, held = await writing.of(moment, volunteer), await talks.open_talks(moment, volunteer)
    hours = asked is not None and asked[0] in (shifts.HOURS, shifts.AWAY)
    concern = heard.concern if heard.concern and heard.concern.level == "act" else None
    if concern is not None and hours and concern.found_by == ("model",):
        concern = None  # 'ben morgen ziek' answers us: a model takes it for a farewell
    for incoming in heard.incoming:
        if incoming.kind is Kind.BLOCKED:
            await _gone(moment, volunteer)
        elif incoming.kind is Kind.TAP:
            await volunteer_taps.take(moment, volunteer, incoming)
        elif incoming.command is not None:
            if not await _mends_report(moment, volunteer, incoming):
                await writing.left_for(moment, volunteer, incoming.command[0])
                await command(moment, volunteer, incoming, *incoming.command)
        elif incoming.kind is not Kind.UNBLOCKED:
            alone = len(heard.incoming) == 1
            await words(moment, volunteer, incoming, alone=alone, grave=concern is not None)
    said = [incoming.text for incoming in heard.incoming]
    if concern is None or not await numbers.to_volunteer(moment, volunteer, concern, said):
        return
    if himself.may_be(heard.incoming, asked, held):
        await himself.ask(moment, volunteer)


async def _mends_report(moment: Moment, volunteer: Person, incoming: Incoming) -> bool:
    """Whether words behind `/report` were changed that are a report by now."""
    name, _ = incoming.command or ("", "")
    return (
        incoming.edited and name == "report" and await rewritten.take(moment, volunteer, incoming)
    )


async def _gone(moment: Moment, volunteer: Person) -> None:
    """A volunteer blocked the bot: no more alerts. What rang there, and every talk, goes on with
    others (`bot.unreached`)."""
    row = await moment.session.get_one(Volunteer, volunteer.id)
    async with last_one.watched(moment):
        row.on_duty = False
    await unreached.goes_on(moment, volunteer)
    await outbox.block(moment.session, volunteer.chat_id, moment.now)


async def words(
    moment: Moment,
    volunteer: Person,
    incoming: Incoming,
    *,
    alone: bool = True,
    grave: bool = False,
) -> None:
    """A volunteer's own words go to the talk that is replied to, or to the one that they are surely
    meant for; outside a talk they go to nobody, and the desk menu says so. What is about a talk
    that is no longer his is for nobody who is there now. `grave`: danger is in them."""
    held = await talks.open_talks(moment, volunteer)
    about = await _about(moment, volunteer, incoming)
    replied = next((talk for talk in held if about and talk.person_id == about), None)
    if incoming.kind is Kind.REACTION or incoming.edited:
        if replied is not None:
            await relay.from_volunteer(moment, volunteer, replied, incoming)
        elif incoming.edited and not await volunteer_writes.changed(
            moment, volunteer, incoming, grave
        ):
            await mended.reaches_nobody(moment, volunteer, incoming)
    elif (tap := await _typed(moment, volunteer, incoming, bool(held))) is not None:
        await volunteer_taps.typed(moment, volunteer, incoming, tap)
    elif await alert_words.take(moment, volunteer, incoming):
        return
    elif held and await asking.is_reply(moment, volunteer, incoming):
        await addressee.ask(moment, volunteer, incoming)
    elif replied is not None:
        await _reply(moment, volunteer, replied, incoming)
    elif await volunteer_writes.take(moment, volunteer, incoming, grave):
        return
    elif about is not None and held:
        await people.tell(moment, volunteer, Say(moment.text(volunteer, NOT_YOURS)))
    elif (talk := await addressee.meant(moment, volunteer, incoming)) is not None:
        if not await _doubted(moment, volunteer, talk, incoming):
            await relay.from_volunteer(moment, volunteer, talk, incoming)
    elif held:
        await addressee.ask(moment, volunteer, incoming)
    elif not await debriefs.again(moment, volunteer) and not (
        alone and await _of_duty(moment, volunteer, incoming)
    ):
        await people.tell(moment, volunteer, Say(moment.text(volunteer, NO_TALK)))


async def _of_duty(moment: Moment, volunteer: Person, incoming: Incoming) -> bool:
    """Whether he said, outside a talk and answering nothing, that he is there or not. What crosses
    a word of ours may be for somebody whose talk ended just now."""
    own = incoming.kind is Kind.TEXT and not incoming.forwarded and incoming.reply_to is None
    wish = duty_words.read(incoming.text) if own else None
    asked = [one.data for one in await asking.standing(moment, volunteer)]
    if wish is None or any(one != (shifts.BACK_AGAIN,) for one in asked):
        return False
    if await outbox.crosses(moment.session, volunteer.chat_id, incoming.message_id or 0):
        return False
    was_there = await coming.is_there(moment, volunteer)
    await shifts.wished(moment, volunteer, wish)
    await handoffs.ring_on_coming(moment, volunteer, and_not_now=True, was_there=was_there)
    return True


async def _typed(
    moment: Moment, volunteer: Person, incoming: Incoming, talks: bool
) -> Incoming | None:
    """The tap that his words stand for, where they are not what he began to write for us."""
    if await writing.of(moment, volunteer) is not None:
        return None
    return await asking.typed(moment, volunteer, incoming, talks)


async def _reply(moment: Moment, volunteer: Person, talk: Handoff, incoming: Incoming) -> None:
    """He goes on with whom he answers, and reads so where that is another than before."""
    if await _doubted(moment, volunteer, talk, incoming):
        return
    last = await addressee.last_one(moment, volunteer, incoming.message_id or 0)
    several = len(await talks.open_talks(moment, volunteer)) > 1
    await relay.from_volunteer(moment, volunteer, talk, incoming)
    await asking.passed(moment, volunteer)
    if several and (last is None or last.handoff_id != talk.id):
        await talks.turn_to(moment, volunteer, talk)


async def _doubted(moment: Moment, volunteer: Person, talk: Handoff, incoming: Incoming) -> bool:
    """Whether his words may not be for her: they name another, or a command of ours. Then he is
    asked, and nobody has read them yet."""
    if await addressee.names_another(moment, volunteer, talk, incoming):
        await addressee.ask(moment, volunteer, incoming)
        return True
    mentioned = COMMAND.search(incoming.text) if incoming.kind is Kind.TEXT else None
    if mentioned is None or incoming.forwarded or mentioned[1] not in menus.VOLUNTEER:
        return False
    await addressee.ask_one(moment, volunteer, talk, HAS_COMMAND, incoming)
    return True


async def _about(moment: Moment, volunteer: Person, incoming: Incoming) -> int | None:
    """Whose talk the message is of that is replied to, reacted to, or edited, own ones too."""
    about = incoming.reply_to
    if incoming.kind is Kind.REACTION or incoming.edited:
        about = incoming.message_id  # an edited reply, too, is where it went
    number = await copies.handoff_of(moment, volunteer.chat_id, about)
    handoff = await moment.session.get(Handoff, number) if number is not None else None
    return handoff.person_id if handoff is not None else None


async def command(
    moment: Moment, volunteer: Person, incoming: Incoming, name: str, rest: str
) -> None:
    if name in talk_commands.IN_A_TALK:
        await _of_a_talk(moment, volunteer, incoming, name)
    elif name == "duty":
        await shifts.turn(moment, volunteer)
        await handoffs.ring_on_coming(moment, volunteer, and_not_now=True)
    elif name == "hints":
        await people.tell(moment, volunteer, hints.ask(moment, volunteer))
    elif name in (shifts.HOURS, shifts.AWAY):
        was_there = await coming.is_there(moment, volunteer)
        if (said := await shifts.command(moment, volunteer, name, rest)) is not None:
            await people.tell(moment, volunteer, said)
            await handoffs.ring_on_coming(moment, volunteer, was_there=was_there)
    elif name == "open":
        await _show_open(moment, volunteer)
    elif name == "talks":
        await addressee.show(moment, volunteer, YOUR_TALKS)
    elif name == "heavy":
        await heavy.say(moment, volunteer, HEAVY_COORDINATOR)
        await people.tell(moment, volunteer, Say(moment.text(volunteer, HEAVY)))
    else:
        text = moment.text(volunteer, HELP, commands=menus.lines(moment, volunteer))
        await people.tell(moment, volunteer, Say(text))


async def _of_a_talk(moment: Moment, volunteer: Person, incoming: Incoming, name: str) -> None:
    """As words do, it holds for the talk that is replied to, or that it is surely meant for."""
    held = await talks.open_talks(moment, volunteer)
    about = await _about(moment, volunteer, incoming)
    if name == "report":
        said = await reports.ask_about(moment, volunteer, about, incoming)
        if said is not None:
            await people.tell(moment, volunteer, said)
            return
    talk = next((one for one in held if about and one.person_id == about), None)
    if talk is None and about is not None and held:
        await people.tell(moment, volunteer, Say(moment.text(volunteer, NOT_YOURS)))
        return
    talk = talk or await addressee.meant(moment, volunteer, incoming)
    if talk is None and held:
        await addressee.ask(moment, volunteer, incoming)
    elif talk is None:
        await people.tell(moment, volunteer, Say(moment.text(volunteer, NO_TALK)))
    else:
        await talk_commands.carry_out(moment, volunteer, talk, incoming)


async def _show_open(moment: Moment, volunteer: Person) -> None:
    row = await moment.session.get_one(Volunteer, volunteer.id)
    found = await handoffs.waiting(moment, row.languages)
    waiting = [
        handoff
        for handoff in found
        if handoff.person_id != volunteer.id
        and volunteer.id not in await avoided(moment, handoff.person_id)
    ]
    for handoff in waiting[:5]:
        await alerts.look(moment, handoff, volunteer)
    if not waiting:
        await people.tell(moment, volunteer, Say(moment.text(volunteer, NOBODY_WAITS)))
