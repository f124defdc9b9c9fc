"""Where a resident may stand when she wishes something, and what she would then be answered.

Everything here is played in a transaction that is undone, so that one state serves many wishes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy import select, update

from bot.channel import Incoming, Kind, Say, from_json
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES
from bot.house import Moment
from bot.roles import answer
from bot.store.tables import Message, Person

from .story import Phone, Story

State = Callable[[Story, str], Awaitable[Phone]]


class Undone(Exception):
    """Rolls the turns back, so that the next wish finds the same state."""


async def would_get(story: Story, phone: Phone, text: str) -> list[Say]:
    """What a message would be answered with."""
    return (await would_see(story, phone, [text]))[-1]


async def would_see(story: Story, phone: Phone, texts: Sequence[str]) -> list[list[Say]]:
    """What each of these messages would be answered with, one after the other."""
    seen: list[list[Say]] = []
    async with story.store.read() as session:
        person = await session.scalar(select(Person).where(Person.chat_id == phone.id))
    heard = [
        await story.app.workers[0]._hear([_written(story, phone, text, place)], person)
        for place, text in enumerate(texts)
    ]
    try:
        async with story.store.write() as session:
            moment = Moment(session, story.house, story.clock.now())
            for place, one in enumerate(heard):
                await answer(moment, phone.id, one)
                fresh = select(Message).where(Message.chat_id == phone.id)
                fresh = fresh.where(Message.state == "queued")  # a settled story has none
                rows = list(await session.scalars(fresh.order_by(Message.id)))
                outgoing = [from_json(row.payload) for row in rows]
                seen.append([one for one in outgoing if isinstance(one, Say)])
                await session.execute(
                    update(Message)
                    .where(Message.id.in_([row.id for row in rows]))
                    .values(state="sent", message_id=_number(phone, place) + 1)
                )
            raise Undone
    except Undone:
        return seen


def _number(phone: Phone, place: int) -> int:
    return phone.screen.last_id + 1 + 2 * place


def _written(story: Story, phone: Phone, text: str, place: int) -> Incoming:
    number = _number(phone, place)
    return Incoming(place, phone.id, Kind.TEXT, story.clock.now(), number, text)


async def stranger(story: Story, language: str) -> Phone:
    return story.stranger("Ana", language)


async def idle(story: Story, language: str) -> Phone:
    return await story.resident("Ana", language)


async def nameless(story: Story, language: str) -> Phone:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    await ana.picks("welcome/consent/no")
    return ana


async def welcomed(story: Story, language: str) -> Phone:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    await ana.picks(f"welcome/language/{language}")
    return ana


async def asked(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language, hour="10:00")
    await story.until_local("10:30")
    return ana


async def deep(story: Story, language: str) -> Phone:
    ana = await asked(story, language)
    for command in ("/hour", "/pause", "/forget", "/language"):
        await ana.says(command)
    return ana


async def repaired(story: Story, language: str) -> Phone:
    ana = await asked(story, language)
    await ana.says("xyzzy")
    return ana


async def paused(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language)
    await ana.says("/pause")
    await ana.picks("pause/ask/7d")
    return ana


async def stopped(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language)
    await ana.says("/stop")
    return ana


async def offered(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language)
    await ana.says("/human")
    return ana


async def waiting(story: Story, language: str) -> Phone:
    ana = await offered(story, language)
    await ana.touches(BUTTON_YES)
    return ana


async def talking(story: Story, language: str) -> Phone:
    karim = await story.volunteer("Karim", language)
    ana = await waiting(story, language)
    await karim.touches(BUTTON_CLAIM)
    return ana


async def in_danger(story: Story, language: str) -> Phone:
    ana = await story.resident("Ana", language)
    await ana.says({"nl": "ik wil dood", "fr": "je veux mourir", "en": "I want to die"}[language])
    return ana


async def quiet(story: Story, language: str) -> Phone:
    """Not one of five greetings was answered."""
    ana = await story.resident("Ana", language, hour="10:00")
    await story.until_local("21:00", days=4)
    return ana


async def in_a_form(story: Story, language: str) -> Phone:
    """In the middle of the welcome: what may I call you?"""
    ana = await welcomed(story, language)
    await ana.picks("welcome/consent/yes")
    return ana
