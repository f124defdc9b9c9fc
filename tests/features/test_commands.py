"""Every command in every state in every language is answered by exactly one message."""

from __future__ import annotations

import pytest

from bot.dialogue.names import COMMANDS
from bot.handoff_texts import BUTTON_STOP

from .states import (
    State,
    asked,
    deep,
    idle,
    in_danger,
    nameless,
    offered,
    paused,
    repaired,
    stopped,
    stranger,
    talking,
    waiting,
    welcomed,
    would_get,
)
from .story import Story

STATES: list[State] = [
    stranger, idle, nameless, welcomed, asked, deep, repaired, paused, stopped, offered, waiting,
    talking, in_danger,
]  # fmt: skip


LANGUAGES = {"sqlite": ("nl", "fr", "en"), "postgresql": ("nl",)}  # a database has no language


@pytest.mark.parametrize("state", STATES, ids=lambda s: s.__name__)
async def test_exactly_one_message(story: Story, state: State) -> None:
    for language in LANGUAGES[story.store.engine.dialect.name]:
        phone = await state(story, language)
        for command in (*COMMANDS, "nonsense"):
            said = await would_get(story, phone, f"/{command}")
            assert len(said) == 1, f"/{command} in {language}: {[one.text for one in said]}"
            assert 0 < len(said[0].text) <= 4096
            assert "{" not in said[0].text
            if state is talking and command not in ("stop", "hide"):
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
