"""Every command in every state in every language is answered by exactly one message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import func, select

from bot.channel import Incoming, Kind, Say, from_json
from bot.dialogue.names import COMMANDS
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_STOP, BUTTON_YES
from bot.house import Moment
from bot.residents import Heard
from bot.store.tables import Message
from bot.worker import answer

from .story import Phone, Story

State = Callable[[Story, str], Awaitable[Phone]]


class Undone(Exception):
    """Rolls a turn back, so that the next command finds the same state."""


async def would_get(story: Story, phone: Phone, command: str) -> list[Say]:
    """What a command would be answered with, in a transaction that is undone."""
    async with story.store.read() as session:
        before = await session.scalar(select(func.max(Message.id))) or 0
    number = phone.screen.last_id + 1
    incoming = Incoming(0, phone.id, Kind.TEXT, story.clock.now(), number, f"/{command}")
    said: list[Say] = []
    try:
        async with story.store.write() as session:
            moment = Moment(session, story.house, story.clock.now())
            await answer(moment, phone.id, Heard((incoming,)))
            rows = await session.scalars(
                select(Message)
                .where(Message.chat_id == phone.id, Message.id > before)
                .order_by(Message.id)
            )
            outgoing = [from_json(row.payload) for row in rows]
            said = [one for one in outgoing if isinstance(one, Say)]
            raise Undone
    except Undone:
        return said


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


STATES: list[State] = [
    stranger, idle, nameless, welcomed, asked, deep, repaired, paused, stopped, offered, waiting,
    talking, in_danger,
]  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda s: s.__name__)
async def test_exactly_one_message(story: Story, state: State) -> None:
    for language in ("nl", "fr", "en"):
        phone = await state(story, language)
        for command in (*COMMANDS, "nonsense"):
            said = await would_get(story, phone, command)
            assert len(said) == 1, f"/{command} in {language}: {[one.text for one in said]}"
            assert 0 < len(said[0].text) <= 4096
            assert "{" not in said[0].text
            if state is talking and command != "stop":
                assert story.text(BUTTON_STOP, language) in (said[0].keyboard or ())
            if state is asked and command in ("help", "mydata"):
                assert len(said[0].keyboard or ()) >= 4, "the pending question stands again"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", {"stop": "stop/say", "pauze": "pause/ask", "een mens": "person/offer"}),
        ("fr", {"arrêtez": "stop/say", "une pause": "pause/ask", "quelqu'un": "person/offer"}),
        ("en", {"stop": "stop/say", "pause": "pause/ask", "a person": "person/offer"}),
    ],
)
async def test_plain_words_work_without_any_nlu(
    story: Story, language: str, words: dict[str, str]
) -> None:
    await story.volunteer("Karim", language)
    story.mind.down = True
    for said, ref in words.items():
        for state in (idle, deep):
            ana = await state(story, language)
            await ana.says(said)
            ana.one()
            ana.hears(ref)
