"""A coordinator's turn in Telegram: who waits, and how long."""

from __future__ import annotations

from babel.dates import format_timedelta
from sqlalchemy import func, select

from bot import debriefs, handoffs, outbox, people, safeguard, signing
from bot.channel import Answer, Edit, Incoming, Kind, Say
from bot.dialogue.values import LOCALES
from bot.handoff_texts import LANGUAGE_NAMES
from bot.house import Moment
from bot.i18n import Text
from bot.lifecycle import HELD
from bot.residents import Heard
from bot.store.tables import Handoff, Person, Update

HELP = Text(
    "coordinator/help",
    "What you can do here:\n"
    "/open – the handoffs that wait for a volunteer\n"
    "/today – a short overview\n"
    "/studio – a link to change the dialogues\n\n"
    "You hear here when a handoff waits too long.",
)
HELP_TEXTS = Text(
    "coordinator/help-texts",
    "What you can do here:\n/studio – a link to the studio, where the dialogues are written",
)
STUDIO = Text(
    "coordinator/studio",
    "This link opens the studio, once, within {minutes} minutes. It is for you alone:\n{url}",
)
NO_STUDIO = Text(
    "coordinator/no-studio",
    "The studio has no address yet. Whoever runs this bot can set GOEIEDAG_PUBLIC_URL.",
)
NONE_OPEN = Text("coordinator/none-open", "No handoff is waiting.")
ONE_OPEN = Text("coordinator/one-open", "Handoff {number}: {language}, waiting for {age}.")
TODAY = Text(
    "coordinator/today",
    "Today:\nHandoffs waiting: {waiting}\nTalks going on: {talking}\n"
    "Volunteers on duty: {duty}\nMessages that could not be handled: {aside}\n"
    "Residents silent for a week or longer: {silent}\nOf those, blocked the bot: {blocked}",
)


async def take(moment: Moment, coordinator: Person, heard: Heard) -> None:
    coordinator.seen_at = moment.now
    for incoming in heard.incoming:
        if incoming.kind is Kind.BLOCKED:
            await outbox.block(moment.session, coordinator.chat_id, moment.now)
        elif incoming.kind is Kind.TAP:
            await _tap(moment, coordinator, incoming)
        elif incoming.kind in (Kind.UNBLOCKED, Kind.REACTION) or incoming.edited:
            continue
        else:
            name = incoming.command[0] if incoming.command else "help"
            said = await _answer(moment, coordinator, name)
            await people.tell(moment, coordinator, Say(said))


async def _tap(moment: Moment, coordinator: Person, incoming: Incoming) -> None:
    said = ""
    if coordinator.role == people.COORDINATOR:
        talked = incoming.data.startswith("talked:")
        said = await (_talked if talked else safeguard.release_tap)(moment, coordinator, incoming)
    await people.tell(moment, coordinator, Answer(incoming.query_id, said[:190]), "tap")


async def _talked(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    """She called the volunteer after a talk with danger in it."""
    numbers = incoming.data.split(":")[1:]
    if len(numbers) != 2 or not all(n.isascii() and n.isdecimal() and len(n) < 18 for n in numbers):
        return ""
    volunteer = await moment.session.get(Person, int(numbers[0]))
    if volunteer is None or volunteer.role != people.VOLUNTEER:
        return ""
    said = await debriefs.talked(moment, coordinator, volunteer, int(numbers[1]))
    if said and incoming.message_id is not None:
        await people.tell(moment, coordinator, Edit(incoming.message_id, said), "alert")
    return said


async def _answer(moment: Moment, coordinator: Person, name: str) -> str:
    if name == "studio":
        return await _studio(moment, coordinator)
    if coordinator.role != people.COORDINATOR:
        return moment.text(coordinator, HELP_TEXTS)
    if name == "open":
        return await _open(moment, coordinator)
    if name == "today":
        return await _today(moment, coordinator)
    return moment.text(coordinator, HELP)


async def _studio(moment: Moment, person: Person) -> str:
    if not moment.house.public_url:
        return moment.text(person, NO_STUDIO)
    token = await signing.make_link(moment.session, person, moment.now)
    url = f"{moment.house.public_url}/studio/in/{token}"
    minutes = int(signing.LINK_LASTS.total_seconds() // 60)
    return moment.text(person, STUDIO, url=url, minutes=minutes)


async def _open(moment: Moment, coordinator: Person) -> str:
    lines = []
    for handoff in await handoffs.waiting(moment):
        age = moment.now - (handoff.opened_at or moment.now)
        told = format_timedelta(age, locale=LOCALES[coordinator.language])
        language = moment.text(coordinator, LANGUAGE_NAMES[handoff.language])
        lines.append(
            moment.text(coordinator, ONE_OPEN, number=handoff.id, language=language, age=told)
        )
    return "\n".join(lines) or moment.text(coordinator, NONE_OPEN)


async def _today(moment: Moment, coordinator: Person) -> str:
    session = moment.session
    talking = await session.scalar(
        select(func.count()).select_from(Handoff).where(Handoff.state.in_(HELD))
    )
    aside = await session.scalar(
        select(func.count()).select_from(Update).where(Update.state == "aside")
    )
    silent, blocked = await people.silent_ones(moment)
    duty = {v.id for code in people.LANGUAGES for v in await people.volunteers(moment, code)}
    return moment.text(
        coordinator,
        TODAY,
        waiting=len(await handoffs.waiting(moment)),
        talking=talking,
        duty=len(duty),
        aside=aside,
        silent=silent,
        blocked=blocked,
    )
