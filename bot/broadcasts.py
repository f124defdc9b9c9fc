"""A word of a coordinator to every volunteer who is on duty now: shown first, then sent once."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete

from bot import consents, people, roster, routing, written_for
from bot import overview_texts as texts
from bot.channel import Button, Edit, Incoming, Say
from bot.house import Moment
from bot.sanitise import clean
from bot.store.tables import Fact, Person

NAME = "broadcast"
KEPT = "_broadcast"  # the fact that holds the words until the tap
ASKED = "_broadcast_asked"  # the fact that her next message holds the words
ASKED_FOR = timedelta(hours=1)
LONGEST = 1000


async def preview(moment: Moment, coordinator: Person, words: str) -> Say:
    """The exact words, and how many will read them. Without words it asks for them."""
    text = clean(words, LONGEST)
    count = len(await readers(moment))
    if not count:
        return Say(moment.text(coordinator, texts.CAST_NOBODY))
    if not text:
        await people.remember(moment, coordinator, ASKED, "yes")
        return Say(moment.text(coordinator, texts.CAST_HOW))
    await people.remember(moment, coordinator, KEPT, text)
    said = moment.text(coordinator, texts.CAST_SURE, count=count, words=text)
    return Say(said, inline=_buttons(moment, coordinator, text))


def _buttons(moment: Moment, coordinator: Person, words: str) -> tuple[Button, ...]:
    bound = consents.text_hash(words)[:16]
    return (
        Button(moment.text(coordinator, texts.BUTTON_SEND), f"cast:send:{bound}"),
        Button(moment.text(coordinator, texts.BUTTON_NOT), f"cast:not:{bound}"),
    )


async def stands(moment: Moment, coordinator: Person) -> Say | None:
    """Other words while a draft waits for her tap: it is as it was, and she reads how to change
    it. None where none waits."""
    kept = (await people.facts_of(moment, coordinator)).get(KEPT)
    if kept is None or moment.now - kept.at > ASKED_FOR:
        return None
    said = moment.text(coordinator, texts.CAST_STANDS, words=kept.value)
    return Say(said, inline=_buttons(moment, coordinator, kept.value))


async def note(moment: Moment, coordinator: Person, incoming: Incoming) -> None:
    await written_for.note(moment, coordinator, incoming, NAME, 0)


async def edited(moment: Moment, coordinator: Person, incoming: Incoming) -> Say | None:
    """She changed the message with the words: they are shown anew while they have not left. None
    for any other message."""
    found = await written_for.find(moment, coordinator, incoming.message_id)
    name, words = incoming.command or (NAME, incoming.text)
    if found is None or found.what != NAME or name != NAME:
        return None
    shown = KEPT in await people.facts_of(moment, coordinator)
    asked = await is_asked(moment, coordinator)
    if found.newest and (shown or asked):
        await people.remember(moment, coordinator, KEPT, "")  # what was shown cannot be sent
        return await preview(moment, coordinator, words)
    return Say(moment.text(coordinator, texts.CAST_LEFT), reply_to=incoming.message_id)


async def let_go(moment: Moment, coordinator: Person) -> None:
    """What she writes just now is no word to all: none is asked for, and none can be sent."""
    for key in (ASKED, KEPT):
        await people.remember(moment, coordinator, key, "")


async def is_asked(moment: Moment, coordinator: Person) -> bool:
    """Whether her next message holds the words; asked once."""
    row = (await people.facts_of(moment, coordinator)).get(ASKED)
    if row is None:
        return False
    await people.remember(moment, coordinator, ASKED, "")
    return moment.now - row.at <= ASKED_FOR


async def readers(moment: Moment) -> list[int]:
    """The volunteers who are there now: alerts on, in their hours, not away."""
    calendar = roster.calendar(moment.house)
    return [
        one.id
        for one in await roster.there(moment)
        if routing.begins(one, routing.URGENT, moment.now, calendar) == moment.now
    ]


async def take(moment: Moment, coordinator: Person, incoming: Incoming) -> str:
    """A tap: the words that were shown go out once, or not at all."""
    _, wish, bound = (*incoming.data.split(":"), "", "")[:3]
    row = await moment.session.get(Fact, (coordinator.id, KEPT), with_for_update=True)
    if row is None or consents.text_hash(row.value)[:16] != bound:
        return moment.text(coordinator, texts.GONE_ON)
    words = row.value
    await moment.session.execute(
        delete(Fact).where(Fact.person_id == coordinator.id, Fact.key == KEPT)
    )
    said = moment.text(coordinator, texts.CAST_NOT)
    if wish == "send":
        count = await _send(moment, coordinator, words)
        said = moment.text(coordinator, texts.CAST_SENT, count=count)
    if incoming.message_id is not None:
        await people.tell(moment, coordinator, Edit(incoming.message_id, said), "alert")
    return ""


async def _send(moment: Moment, coordinator: Person, words: str) -> int:
    found = await readers(moment)
    for number in found:
        volunteer = await moment.session.get_one(Person, number)
        name = coordinator.name or moment.house.organisation
        said = moment.text(volunteer, texts.CAST_WORDS, name=name, words=words)
        await people.tell(moment, volunteer, Say(said), "alert")
    people.log(moment, "broadcast.sent", actor=coordinator, detail=str(len(found)))
    return len(found)
