"""A coordinator's turn in Telegram: what waits, the volunteers, and a word to them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from types import MappingProxyType

from sqlalchemy import ColumnElement, func, select

from bot import (
    broadcasts,
    coordinator_words,
    danger,
    danger_looked,
    danger_reason,
    debriefs,
    handoffs,
    mended,
    menus,
    note_taps,
    numbers,
    open_reports,
    open_taps,
    outbox,
    overview,
    owed_calls,
    people,
    signing,
    talks,
    team,
)
from bot.channel import Answer, Edit, Incoming, Kind, Say
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import HELD
from bot.overview_texts import GONE_ON
from bot.residents import Heard
from bot.store.bridge import Appointment
from bot.store.tables import Handoff, Person, Update
from bot.store.worry_table import WorryContact

MOST_LINES, MOST_BUTTONS = 20, 4
HELP = Text(
    "coordinator/help",
    "What you can do here:\n{commands}\n\nYou hear here when a handoff waits too long.",
)
HELP_TEXTS = Text("coordinator/help-texts", "What you can do here:\n{commands}")
STUDIO = Text(
    "coordinator/studio",
    "This link opens the studio, once, within {minutes} minutes. It is for you alone:\n{url}",
)
NO_STUDIO = Text(
    "coordinator/no-studio",
    "The studio has no address yet. Whoever runs this bot can set GOEIEDAG_PUBLIC_URL.",
)
NO_READER = Text(
    "coordinator/no-reader",
    "Nobody reads what you write here: I am a machine, and your words go no further. The "
    "buttons under a message work. /today shows what waits, /volunteers whom you can ask. "
    "/broadcast writes to whoever is on duty. /help shows everything.",
)
DANGER = Text(
    "coordinator/danger",
    "What you sent may be about danger. It goes to no volunteer. In danger to life, yours or "
    "another's: call {emergency}. These numbers are for you too.",
)
TAKEN_AS = Text("coordinator/taken-as", "I am a machine and read no more than this: {command}")
NONE_OPEN = Text("coordinator/none-open", "No handoff is waiting.")
TODAY = Text(
    "coordinator/today",
    "Handoffs waiting: {waiting}\nTalks going on: {talking}\n"
    "Volunteers on duty: {duty}\nMessages that could not be handled: {aside}\n"
    "Residents silent for a week or longer: {silent}\nOf those, blocked the bot: {blocked}\n"
    "Worry contacts: {worry}, told of a silence now: {worried}\n"
    "Appointments of today: {meetings}",
)


async def take(moment: Moment, coordinator: Person, heard: Heard) -> None:
    """Words of danger get the numbers, and are for nothing else but an alert's reason."""
    coordinator.seen_at = moment.now
    if coordinator.role == people.COORDINATOR:
        await overview.ensure(moment, coordinator)
    grave = heard.concern is not None and heard.concern.level == "act"
    if grave:
        await broadcasts.let_go(moment, coordinator)
    for incoming in heard.incoming:
        if incoming.kind is Kind.BLOCKED:
            await outbox.block(moment.session, coordinator.chat_id, moment.now)
        elif incoming.kind is Kind.TAP:
            await _tap(moment, coordinator, incoming)
        elif incoming.kind is Kind.UNBLOCKED:  # alerts come again, before any word of hers
            await people.reachable(moment, coordinator.chat_id)
        elif incoming.kind is Kind.REACTION:
            continue
        elif incoming.edited and not grave:
            await _edited(moment, coordinator, incoming)
        elif incoming.command is not None and not grave:
            await _command(moment, coordinator, incoming, *incoming.command)
        elif not (await _is_reason(moment, coordinator, incoming) or grave):
            await people.tell(moment, coordinator, await _words(moment, coordinator, incoming))
    if heard.concern is not None and grave:
        note = moment.text(coordinator, DANGER)
        await numbers.show(moment, coordinator, heard.concern, note)


async def _is_reason(moment: Moment, coordinator: Person, incoming: Incoming) -> bool:
    """Whether it was for the alert that a coordinator read last."""
    own = not incoming.edited and incoming.command is None
    reads = coordinator.role == people.COORDINATOR
    return own and reads and await danger_reason.took(moment, coordinator, incoming)


async def _command(
    moment: Moment, coordinator: Person, incoming: Incoming, name: str, rest: str
) -> None:
    await broadcasts.is_asked(moment, coordinator)  # what it asked for is set aside
    said = await _answer(moment, coordinator, name, rest)
    if name == "broadcast" and rest and coordinator.role == people.COORDINATOR:
        await broadcasts.note(moment, coordinator, incoming)
    await people.tell(moment, coordinator, said)


async def _edited(moment: Moment, coordinator: Person, incoming: Incoming) -> None:
    """A command counts as it stands now, a word to all is shown anew while it has not left, and
    other words go as far as they went: to nobody."""
    reads = coordinator.role == people.COORDINATOR
    if reads and incoming.kind is Kind.TEXT:
        said = await broadcasts.edited(moment, coordinator, incoming)
        if said is not None:
            await people.tell(moment, coordinator, said)
            return
    if incoming.command is not None:
        await _command(moment, coordinator, incoming, *incoming.command)
    elif mended.says_something(incoming):
        text, lines = NO_READER if reads else HELP_TEXTS, menus.lines(moment, coordinator)
        await mended.say_once(moment, coordinator, incoming.message_id, text, commands=lines)


async def _words(moment: Moment, coordinator: Person, incoming: Incoming) -> Say:
    """Nobody reads them. Where they ask for what a command shows she gets that, and reads so."""
    if coordinator.role != people.COORDINATOR:
        return _help(moment, coordinator, HELP_TEXTS)
    own = incoming.kind is Kind.TEXT and not incoming.forwarded
    if await broadcasts.is_asked(moment, coordinator) and own:
        await broadcasts.note(moment, coordinator, incoming)
        return await broadcasts.preview(moment, coordinator, incoming.text)
    name = coordinator_words.about(incoming.text) if own else None
    if name is None and own and (stands := await broadcasts.stands(moment, coordinator)):
        return stands
    if name is None:
        return Say(moment.text(coordinator, NO_READER))
    said = await _answer(moment, coordinator, name, "")
    taken = moment.text(coordinator, TAKEN_AS, command=f"/{name}")
    return replace(said, text=f"{taken}\n\n{said.text}")


async def _tap(moment: Moment, coordinator: Person, incoming: Incoming) -> None:
    said = ""
    take = TAPS.get(incoming.data.partition(":")[0])
    if coordinator.role == people.COORDINATOR and take is not None:
        said = await take(moment, coordinator, incoming)
    await people.tell(moment, coordinator, Answer(incoming.query_id, said[:190]), "tap")


async def _talked(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    """She called the volunteer after a talk with danger in it, or one that was heavy. Among several
    things (`list`) she is answered beside them, so that the others can still be tapped."""
    listed = incoming.data.endswith(":list")
    what, *numbers = incoming.data.removesuffix(":list").split(":")
    if len(numbers) != 2 or not all(n.isascii() and n.isdecimal() and len(n) < 18 for n in numbers):
        return ""
    volunteer = await moment.session.get(Person, int(numbers[0]))
    if volunteer is None or volunteer.role != people.VOLUNTEER:
        return moment.text(coordinator, GONE_ON)
    note = debriefs.called if what == "called" else debriefs.talked
    kept_away = await debriefs.owed(moment, volunteer) is not None
    said = await note(moment, coordinator, volunteer, int(numbers[1]))
    if not said:
        return moment.text(coordinator, GONE_ON)
    if listed:
        await people.tell(moment, coordinator, Say(said), "alert")
    elif incoming.message_id is not None:
        await people.tell(moment, coordinator, Edit(incoming.message_id, said), "alert")
    if kept_away and await debriefs.owed(moment, volunteer) is None:
        await talks.settled(moment, volunteer)
        await handoffs.ring_on_coming(moment, volunteer)
    return "" if listed else said


async def _answer(moment: Moment, coordinator: Person, name: str, rest: str) -> Say:
    if name == "studio":
        return Say(await _studio(moment, coordinator))
    if coordinator.role != people.COORDINATOR:
        return _help(moment, coordinator, HELP_TEXTS)
    if name == "open":
        return await _open(moment, coordinator)
    if name == "today":
        return await _today(moment, coordinator)
    if name == "volunteers":
        return await team.everybody(moment, coordinator)
    if name == "notes":
        return await note_taps.latest(moment, coordinator)
    if name == "broadcast":
        return await broadcasts.preview(moment, coordinator, rest)
    return _help(moment, coordinator, HELP)


def _help(moment: Moment, reader: Person, text: Text) -> Say:
    return Say(moment.text(reader, text, commands=menus.lines(moment, reader)))


async def _studio(moment: Moment, person: Person) -> str:
    if not moment.house.public_url:
        return moment.text(person, NO_STUDIO)
    token = await signing.make_link(moment.session, person, moment.now)
    url = f"{moment.house.public_url}/studio/in/{token}"
    minutes = int(signing.LINK_LASTS.total_seconds() // 60)
    return moment.text(person, STUDIO, url=url, minutes=minutes)


async def _open(moment: Moment, coordinator: Person) -> Say:
    found = await overview.waiting(moment, coordinator)
    found += await owed_calls.of(moment, coordinator)
    if not found:
        return Say(moment.text(coordinator, NONE_OPEN))
    lines = "\n".join(one.text for one in found[:MOST_LINES])
    buttons = tuple(b for one in found[:MOST_BUTTONS] for b in one.buttons)
    return Say(lines, inline=buttons)


async def _today(moment: Moment, coordinator: Person) -> Say:
    """What waits, with what can be done about it; then the numbers. Nobody's name."""
    found = await overview.things(moment, coordinator)
    text, buttons = overview.told(moment, coordinator, found)
    return Say(f"{text}\n\n{await _numbers(moment, coordinator)}", inline=buttons)


async def _numbers(moment: Moment, coordinator: Person) -> str:
    session = moment.session

    async def count(table: type, *where: ColumnElement[bool]) -> int:
        return await session.scalar(select(func.count()).select_from(table).where(*where)) or 0

    silent, blocked = await people.silent_ones(moment)
    duty = {v.id for code in people.LANGUAGES for v in await people.volunteers(moment, code)}
    today, day = moment.house.local(moment.now).date(), timedelta(days=1)
    night = datetime.combine(today, time(), moment.house.zone).astimezone(moment.now.tzinfo)
    return moment.text(
        coordinator,
        TODAY,
        waiting=len(await handoffs.waiting(moment)),
        talking=await count(Handoff, Handoff.state.in_(HELD)),
        duty=len(duty),
        aside=await count(Update, Update.state == "aside"),
        silent=silent,
        blocked=blocked,
        worry=await count(WorryContact),
        worried=await count(WorryContact, WorryContact.told_at.is_not(None)),
        meetings=await count(
            Appointment,
            Appointment.state == "agreed",
            Appointment.at >= night,
            Appointment.at < night + day,
        ),
    )


TAPS: Mapping[str, Callable[[Moment, Person, Incoming], Awaitable[str]]] = MappingProxyType(
    {
        "talked": _talked,
        "called": _talked,
        "danger": danger.tap,
        "reached": danger_looked.tap,
        "ho": open_taps.take,
        "team": team.take,
        "cast": broadcasts.take,
        "notes": note_taps.take,
        "rep": open_reports.take,
    }
)
